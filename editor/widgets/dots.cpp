#include "editor/widgets/dots.h"

#include <wx/dataview.h>

namespace tiku::editor {

void endInDots(wxDataViewCtrl* list) {
  for (unsigned column = 0; column < list->GetColumnCount(); ++column)
    list->GetColumn(column)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
}

}  // namespace tiku::editor
