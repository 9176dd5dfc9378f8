#pragma once

class wxDataViewCtrl;

namespace tiku::editor {

/// Words that do not fit in their column end in dots. Of the columns that the list has by now.
void endInDots(wxDataViewCtrl* list);

}  // namespace tiku::editor
