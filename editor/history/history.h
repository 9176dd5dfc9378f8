#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/document/compared.h"
#include "editor/document/timeline.h"
#include "editor/document/worker.h"
#include "editor/workspace/workspace.h"
#include "formats/history/repository.h"
#include "workflows/history/changes.h"

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class ComparedPanel;
class TimelineList;

/// 历史: who checked in what and when; what a check-in changed, or what lies between any two, or between one
/// and now; and how to have an object, or one field of it, as it was.
class History final : public Workspace {
 public:
  History(wxWindow* parent, Host& host);
  ~History() override;

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override { return {.room = Room::kHistory, .object = object_}; }
  void bankChanged(std::span<const formats::Change> changes) override;
  bool find() override;
  std::vector<Command> commands() override;

 private:
  void layOut();
  wxWindow* makeFilter();
  void bindControls();

  // history.cpp: what is listed.
  void outOfDate(bool log);
  void refresh();
  void take(std::vector<formats::Revision> revisions);
  void showState();
  void showPeople();
  void showTimeline();
  [[nodiscard]] std::string unchecked() const;
  [[nodiscard]] bool hasHistory() const;

  // history_compared.cpp: what is compared.
  void followChosen();
  [[nodiscard]] std::optional<Compared> wanted() const;
  void readChanges();
  [[nodiscard]] std::string headOf(const std::string& commit) const;

  // history_deeds.cpp: what is done.
  void checkIn();
  void startHistory();
  void tag();
  void saveRecord();

  formats::Id object_;  ///< Only check-ins of this object; empty for all.
  std::vector<formats::Revision> revisions_;
  std::string wantedCommit_;  ///< To be chosen when the list comes.
  std::optional<Compared> compared_;
  Task logging_;
  Task reading_;
  Task recording_;
  bool refreshing_ = false;
  bool logDue_ = true;
  Listening listening_;
  wxStaticText* state_ = nullptr;
  wxButton* act_ = nullptr;  ///< 签入… or 开始记录历史
  wxButton* all_ = nullptr;
  wxChoice* people_ = nullptr;
  wxTextCtrl* words_ = nullptr;
  wxChoice* against_ = nullptr;
  TimelineList* list_ = nullptr;
  ComparedPanel* panel_ = nullptr;
};

}  // namespace tiku::editor
