#pragma once

#include "editor/workspace/workspace.h"

class wxSimplebook;

namespace tiku::editor {

class SkillItems;
class TheoryItems;

/// 试题: the theory items or the operational items of a level.
class ItemsWorkspace final : public Workspace {
 public:
  ItemsWorkspace(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  void findingsChanged() override;
  void finishTyping() override;
  bool copy() override;
  bool cut() override;
  bool paste() override;
  bool find() override;
  [[nodiscard]] std::vector<Command> commands() override;

 private:
  [[nodiscard]] bool atTheory() const;

  wxSimplebook* book_ = nullptr;
  TheoryItems* theory_ = nullptr;
  SkillItems* skills_ = nullptr;
};

}  // namespace tiku::editor
