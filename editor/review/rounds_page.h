#pragma once

#include <functional>
#include <vector>

#include "editor/review/review_page.h"

class wxButton;

namespace tiku::editor {

class WrappedText;
class LineList;
class NextSteps;
class RoundDeeds;
class StateStrip;

/// 轮次: the rounds of the bank, and of the chosen one what happened so far and what may come next.
class RoundsPage final : public ReviewPage {
 public:
  /// `chosen` is told which round the room is to speak of.
  RoundsPage(wxWindow* parent, Host& host, RoundDeeds& deeds, std::function<void(formats::Id)> chosen);
  void show(formats::Id round) override;
  void begin();

 private:
  void layOut();
  void showList(formats::Id round);
  void showRound(const formats::Round& round);

  RoundDeeds& deeds_;
  std::function<void(formats::Id)> chosen_;
  std::vector<formats::Id> listed_;
  LineList* list_ = nullptr;
  wxButton* new_ = nullptr;
  wxPanel* about_ = nullptr;
  WrappedText* facts_ = nullptr;
  StateStrip* strip_ = nullptr;
  NextSteps* next_ = nullptr;
  LineList* steps_ = nullptr;
};

}  // namespace tiku::editor
