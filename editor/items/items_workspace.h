#pragma once

#include "editor/workspace/workspace.h"

namespace tiku::editor {

class TheoryItems;

/// 试题: theory items or operational items of a level.
class ItemsWorkspace final : public Workspace {
 public:
  ItemsWorkspace(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  void findingsChanged() override;
  bool paste() override;
  bool find() override;
  [[nodiscard]] std::vector<Command> commands() override;

 private:
  TheoryItems* theory_ = nullptr;
};

}  // namespace tiku::editor
