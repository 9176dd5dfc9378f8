#pragma once

#include "editor/workspace/workspace.h"

class wxGrid;
class wxStaticText;

namespace tiku::editor {

/// 概览: the bank at a glance.
class Overview final : public Workspace {
 public:
  Overview(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override { return {.room = Room::kOverview}; }
  void bankChanged(std::span<const formats::Change> changes) override;

 private:
  void refresh();

  wxStaticText* title_ = nullptr;
  wxStaticText* about_ = nullptr;
};

}  // namespace tiku::editor
