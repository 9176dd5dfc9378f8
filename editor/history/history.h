#pragma once

#include <optional>
#include <vector>

#include "editor/document/worker.h"
#include "editor/workspace/workspace.h"
#include "formats/history/repository.h"
#include "workflows/history/changes.h"

class wxButton;
class wxDataViewListCtrl;
class wxStaticText;

namespace tiku::editor {

class DifferenceView;

/// 历史: who checked in what and when, what it changed in each object, and how to have an object as it was.
class History final : public Workspace {
 public:
  History(wxWindow* parent, Host& host);
  ~History() override { reading_.cancel(); }

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override { return {.room = Room::kHistory, .object = object_}; }
  void bankChanged(std::span<const formats::Change> changes) override;
  std::vector<Command> commands() override;

 private:
  void layOut();
  void bindLists();
  void refresh();
  void outOfDate();
  void showState();
  void showRevisions();
  void readChanges();
  void showChanges(workflows::RevisionChanges changes);
  void showDifference();
  void checkIn();
  void startHistory();
  void tag();
  void restore(bool before);
  void takeUp();
  [[nodiscard]] bool hasHistory() const;
  [[nodiscard]] const formats::Change* chosenChange() const;

  formats::Id object_;  ///< Only check-ins of this object; empty for all.
  std::vector<formats::Revision> revisions_;
  std::string chosen_;  ///< Commit that is looked at.
  workflows::RevisionChanges changes_;
  Task reading_;
  bool refreshing_ = false;
  Listening listening_;
  wxStaticText* state_ = nullptr;
  wxButton* act_ = nullptr;  ///< 签入… or 开始记录历史
  wxButton* all_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  wxDataViewListCtrl* objects_ = nullptr;
  DifferenceView* difference_ = nullptr;
  wxButton* restoreBefore_ = nullptr;
  wxButton* restoreAfter_ = nullptr;
};

}  // namespace tiku::editor
