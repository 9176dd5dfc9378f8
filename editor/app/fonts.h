#pragma once

namespace tiku::editor {

/// Makes Chinese show in its mainland forms whatever the locale: without this a system in another language
/// shows 骨 直 角 复 in the Japanese ones. Before wxWidgets starts.
void preferChineseForms();

}  // namespace tiku::editor
