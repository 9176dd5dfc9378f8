#pragma once

#include <filesystem>
#include <vector>

#include <wx/event.h>

namespace tiku::editor {

class ProseField;

/// Files that somebody dropped on a field. The event goes up to the room that holds the field, which knows
/// what to do with them; the cursor stands where they were dropped.
class DroppedFiles final : public wxCommandEvent {
 public:
  DroppedFiles(ProseField& field, std::vector<std::filesystem::path> files);

  [[nodiscard]] ProseField& field() const { return *field_; }
  [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }
  [[nodiscard]] wxEvent* Clone() const override { return new DroppedFiles(*this); }

 private:
  ProseField* field_;
  std::vector<std::filesystem::path> files_;
};

wxDECLARE_EVENT(EVT_DROPPED_FILES, DroppedFiles);

}  // namespace tiku::editor
