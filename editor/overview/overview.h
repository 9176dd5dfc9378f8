#pragma once

#include <vector>

#include "editor/workspace/workspace.h"
#include "workflows/progress/progress.h"

class wxButton;
class wxDataViewListCtrl;
class wxStaticText;

namespace tiku::editor {

class ProgressTable;
class RuleLights;

/// 概览: the bank at a glance. What each level has of what it needs, which rules speak, what to write next,
/// who did what lately.
class Overview final : public Workspace {
 public:
  Overview(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override { return {.room = Room::kOverview}; }
  void bankChanged(std::span<const formats::Change> changes) override;
  void findingsChanged() override { outOfDate(); }

 private:
  void outOfDate();
  void refresh();
  void showHead();
  void showNextWork();
  void showCheckIns();
  void layOut();

  wxStaticText* title_ = nullptr;
  wxStaticText* about_ = nullptr;
  wxButton* properties_ = nullptr;
  ProgressTable* table_ = nullptr;
  RuleLights* lights_ = nullptr;
  wxStaticText* rulesTitle_ = nullptr;
  wxStaticText* workTitle_ = nullptr;
  wxDataViewListCtrl* workList_ = nullptr;
  wxDataViewListCtrl* checkIns_ = nullptr;
  std::vector<workflows::LevelProgress> progress_;
  std::vector<workflows::NextWork> works_;
  bool refreshing_ = false;  ///< A refresh is on its way.
  Listening listening_;
};

}  // namespace tiku::editor
