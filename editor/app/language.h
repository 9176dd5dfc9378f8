#pragma once

#include "formats/base/say.h"

namespace tiku::editor {

/// Speaks this language from now on: what the program says, and what wxWidgets itself says, whatever the C
/// locale is. Windows that stand keep their words until they are made anew.
void useLanguage(formats::Language language);

}  // namespace tiku::editor
