#pragma once

#include <memory>
#include <vector>

#include "editor/papers/paper_edits.h"
#include "editor/workspace/workspace.h"

class wxButton;
class wxDataViewListCtrl;
class wxNotebook;

namespace tiku::editor {

class Candidates;
class OverlapMatrix;
class PaperHead;
class PaperTree;
class PlanLine;

/// 试卷: the papers of a level, what stands on the chosen one, what could be put on it, and how much they
/// have in common.
class Papers final : public Workspace {
 public:
  Papers(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  void finishTyping() override;
  bool find() override;
  std::vector<Command> commands() override;

 private:
  wxWindow* makeEditing(wxWindow* parent);
  void bindActions();
  void refresh();
  void showList();
  void choosePaper(formats::Id paper);
  void showPaper(const std::vector<PaperLine>& chosen);
  void showMatrix();
  void outOfDate();

  void addPaper();
  void removePaper();
  void addItems(const std::vector<formats::Id>& items, PaperLine at);
  void removeChosen();
  void moveChosen(int by);
  void addSection();
  void dropped(PaperLine to);
  bool setMarks(PaperLine entry, const std::string& marks);
  /// Puts the changed paper into the bank and keeps these lines chosen.
  bool put(formats::Paper paper, const std::string& title, std::vector<PaperLine> chosen);
  [[nodiscard]] const formats::Paper* paper() const { return bank().find<formats::Paper>(paperId_); }
  [[nodiscard]] formats::Paper::Kind kind() const;

  formats::Level level_;
  Half half_ = Half::kTheory;
  formats::Id paperId_;
  std::vector<formats::Id> listed_;
  std::vector<PaperLine> wanted_;  ///< Lines to choose when the paper shows next.
  bool refreshing_ = false;
  bool itemsChanged_ = true;

  wxNotebook* pages_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  wxButton* remove_ = nullptr;
  wxPanel* editing_ = nullptr;
  PaperHead* head_ = nullptr;
  PaperTree* tree_ = nullptr;
  PlanLine* plan_ = nullptr;
  Candidates* candidates_ = nullptr;
  OverlapMatrix* matrix_ = nullptr;
};

}  // namespace tiku::editor
