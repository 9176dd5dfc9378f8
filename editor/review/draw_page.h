#pragma once

#include <vector>

#include "editor/review/review_page.h"

class wxButton;
class wxChoice;
class wxSpinCtrl;
class wxTextCtrl;

namespace tiku::editor {

class WrappedText;
class LineList;

/// 抽取专家: a panel drawn from the pool by the authority's number, so that anyone can draw it again: who
/// could be drawn, who was excluded and why, who came in for somebody who does not come.
class DrawPage final : public ReviewPage {
 public:
  DrawPage(wxWindow* parent, Host& host);
  void show(formats::Id round) override;

 private:
  void layOut();
  void draw();
  void refuse();
  void check();
  void showDraws();
  void showDraw();
  /// The draw that is chosen; null while there is none.
  [[nodiscard]] const formats::PanelDraw* chosen() const;

  std::vector<formats::Id> draws_;       ///< The latest first.
  formats::Id draw_;                     ///< The one that shows.
  std::vector<formats::Id> candidates_;  ///< By the lines of the list.
  WrappedText* pool_ = nullptr;
  wxTextCtrl* nonce_ = nullptr;
  wxSpinCtrl* experts_ = nullptr;
  wxButton* make_ = nullptr;
  wxChoice* which_ = nullptr;
  WrappedText* about_ = nullptr;
  LineList* list_ = nullptr;
  wxButton* refuse_ = nullptr;
  wxButton* check_ = nullptr;
};

}  // namespace tiku::editor
