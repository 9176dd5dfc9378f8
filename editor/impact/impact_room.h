#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "editor/document/worker.h"
#include "editor/workspace/workspace.h"
#include "workflows/impact/update.h"

class wxButton;
class wxChoice;
class wxSearchCtrl;
class wxSimplebook;
class wxStaticText;

namespace tiku::editor {

class TaskList;
class TaskPanel;
class UpdateHead;
class WrappedText;

/// 标准修订: what a new edition of the standard asks of the bank, until the last point and item has been
/// changed or confirmed.
class ImpactRoom final : public Workspace {
 public:
  ImpactRoom(wxWindow* parent, Host& host);
  ~ImpactRoom() override;

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  void findingsChanged() override;
  bool find() override;
  [[nodiscard]] std::vector<Command> commands() override;

 private:
  using Update = std::shared_ptr<const formats::StandardUpdate>;

  // impact_layout.cpp
  void layOut();
  wxWindow* makeQuietPage(wxWindow* book);
  wxWindow* makeWorkPage(wxWindow* book);
  wxSizer* makeFilter(wxWindow* page);

  // impact_room.cpp: what is shown.
  void refresh();
  void showQuiet();
  void showUpdate(formats::Id update);
  void read();
  void dropTasks();
  void take(workflows::WorkList tasks);
  void followBank();
  void showHead();
  void showLines();
  void showChosen();
  void showLevels();
  [[nodiscard]] int wantedLevel() const;
  void readUpdates();
  [[nodiscard]] Update update() const { return bank().get<formats::StandardUpdate>(update_); }
  [[nodiscard]] workflows::UpdateDue due() const;
  [[nodiscard]] const std::vector<std::string>& haystack() const;
  [[nodiscard]] std::vector<std::size_t> wantedLines() const;
  [[nodiscard]] const workflows::TaskLine* one() const;

  // impact_deeds.cpp: what is done.
  [[nodiscard]] std::vector<formats::Id> toConfirm() const;
  void begin();
  void confirm();
  void goToLine();
  void goToBlueprint();
  void saveList();
  void nextOpen();

  std::vector<Update> updates_;               ///< Of the bank, the latest first.
  bool updatesDue_ = true;                    ///< They are to be looked for again: that costs the bank.
  formats::Id update_;                        ///< The one that is shown; empty for none.
  std::optional<workflows::WorkList> tasks_;  ///< Of the update; nothing while it is being read.
  /// What happened to the bank since the list was as the bank.
  std::unordered_map<formats::Id, formats::Change> missed_;
  mutable std::vector<std::string> haystack_;  ///< Of the lines; empty until something is looked for.
  formats::Id wanted_;                         ///< To be chosen when the list comes.
  Task reading_;
  Task writing_;
  std::vector<int> levels_{0};  ///< Of the filter; 0 takes all.

  wxSimplebook* book_ = nullptr;
  WrappedText* about_ = nullptr;
  wxButton* begin_ = nullptr;
  wxButton* toStandard_ = nullptr;
  UpdateHead* head_ = nullptr;
  wxChoice* which_ = nullptr;
  wxChoice* level_ = nullptr;
  wxSearchCtrl* words_ = nullptr;
  wxStaticText* count_ = nullptr;
  wxButton* save_ = nullptr;
  TaskList* list_ = nullptr;
  TaskPanel* panel_ = nullptr;
};

}  // namespace tiku::editor
