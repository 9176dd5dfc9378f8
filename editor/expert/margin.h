#pragma once

#include <functional>
#include <vector>

#include <wx/scrolwin.h>

#include "editor/expert/expert_host.h"

class wxButton;
class wxStaticText;

namespace tiku::editor {

class RemarkEditor;
class ScorePanel;

/// Beside the text: what the expert says of the object that shows, and in later phases what others said.
class Margin final : public wxScrolledWindow {
 public:
  Margin(wxWindow* parent, ExpertHost& host);

  void show(formats::Id object);
  /// What is said has changed.
  void follow();
  [[nodiscard]] ScorePanel& score() { return *score_; }
  [[nodiscard]] RemarkEditor& editor() { return *editor_; }
  /// Scrolls to the card of a remark or opinion, and into its fields where it has some.
  void goToRemark(formats::Id remark);
  /// In a re-review: decides on the first opinion that is not decided yet, or the only one.
  void decide(bool closed);
  /// A card was chosen: its words are to be shown.
  void onChosen(std::function<void(const formats::Anchor&)> chosen) { chosen_ = std::move(chosen); }
  /// The button 提意见.
  void onRemark(std::function<void()> remark) { remark_ = std::move(remark); }
  /// What is marked in the text is another: the remark being written, or none.
  void onTurn(std::function<void()> turn) { turn_ = std::move(turn); }

 private:
  void rebuild();
  void rebuildSoon();
  void addMine();
  void addOpinions();
  void addOthers();
  void addCard(wxWindow* card, formats::Id remark);

  ExpertHost& host_;
  formats::Id object_;
  ScorePanel* score_ = nullptr;
  wxButton* remarkButton_ = nullptr;
  wxStaticText* remarksHead_ = nullptr;
  RemarkEditor* editor_ = nullptr;
  wxPanel* cards_ = nullptr;
  std::vector<std::pair<formats::Id, wxWindow*>> cardOf_;
  std::vector<formats::Annotation> shown_;  ///< In the cards.
  bool due_ = false;
  std::function<void(const formats::Anchor&)> chosen_;
  std::function<void()> remark_;
  std::function<void()> turn_;
};

}  // namespace tiku::editor
