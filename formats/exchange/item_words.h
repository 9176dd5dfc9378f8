#pragma once

#include <string>

#include "formats/model/item.h"

namespace tiku::formats {

/// foldWords() of a text, with what plain words lose: a raised or lowered sign is told from a level one (10²
/// is not 102), a picture is told from another by its name. A blank leaves no trace, whatever its form.
std::string foldText(const RichText& text);

/// What makes a theory item the same item as another: level, type, stem and options in their order, folded.
std::string itemWords(const TheoryItem& item);

}  // namespace tiku::formats
