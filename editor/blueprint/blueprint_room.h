#pragma once

#include <array>

#include "editor/blueprint/blueprint_page.h"
#include "editor/workspace/workspace.h"

class wxNotebook;
class wxStaticText;

namespace tiku::editor {

/// 考评蓝图: the four tables of a level, two of each half.
class BlueprintRoom final : public Workspace {
 public:
  BlueprintRoom(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  void findingsChanged() override;
  void finishTyping() override;
  bool copy() override { return page().table().copy(); }
  bool cut() override { return page().table().cut(); }
  bool paste() override { return page().table().paste(); }
  bool find() override;
  [[nodiscard]] std::vector<Command> commands() override;

 private:
  enum Tab { kTheoryTable, kPlan, kStructure, kSkillsTable, kTabs };
  [[nodiscard]] BlueprintPage& page() const;
  [[nodiscard]] Tab tab() const;
  [[nodiscard]] static Half halfOf(Tab tab);
  [[nodiscard]] Tab tabOf(const Place& place) const;
  void showLevel(formats::Level level);
  /// The level, and what reviews say of its tables.
  void showTitle();
  /// Brings a table up to date that something happened to while another one was in front.
  void freshen(Tab tab);
  void derive();

  BlueprintSource source_;
  wxStaticText* title_ = nullptr;
  wxNotebook* tabs_ = nullptr;
  std::array<BlueprintPage*, kTabs> pages_{};
  std::array<bool, kTabs> fresh_{};
  bool stale_ = false;  ///< The blueprint changed while nobody looked.
  bool quiet_ = false;  ///< The program turns the tabs, not the user.
};

}  // namespace tiku::editor
