#include "editor/widgets/dropped_files.h"

#include "editor/widgets/prose_field.h"

namespace tiku::editor {

wxDEFINE_EVENT(EVT_DROPPED_FILES, DroppedFiles);

DroppedFiles::DroppedFiles(ProseField& field, std::vector<std::filesystem::path> files)
    : wxCommandEvent(EVT_DROPPED_FILES, field.GetId()), field_(&field), files_(std::move(files)) {
  SetEventObject(&field);
}

}  // namespace tiku::editor
