#pragma once

#include <functional>
#include <vector>

#include "editor/review/review_page.h"

class wxStaticText;

namespace tiku::editor {

class LineList;
class StateStrip;

/// 轮次: the rounds of the bank, and of the chosen one what happened so far and what may come next.
class RoundsPage final : public ReviewPage {
 public:
  /// `chosen` is told which round the room is to speak of.
  RoundsPage(wxWindow* parent, Host& host, std::function<void(formats::Id)> chosen);
  void show(formats::Id round) override;

 private:
  void layOut();
  void showList(formats::Id round);
  void showRound(const formats::Round& round);

  std::function<void(formats::Id)> chosen_;
  std::vector<formats::Id> listed_;
  LineList* list_ = nullptr;
  wxPanel* about_ = nullptr;
  wxStaticText* facts_ = nullptr;
  StateStrip* strip_ = nullptr;
  LineList* steps_ = nullptr;
};

}  // namespace tiku::editor
