#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"

/// Changes of a theory item that touch more than the field they are made in.
namespace tiku::editor {

/// The item as another type: stem, point, difficulty and all else stay; options and key stay as far as the
/// new type has them (a single choice becomes a multiple choice with its one key; a reference answer keeps
/// its words).
formats::TheoryItem withType(formats::TheoryItem item, formats::ItemType type);

/// Sets or clears an option as right. A single choice has one right option at most.
void markOption(formats::TheoryItem& item, int option, bool right);
/// Takes an option away; the key follows.
void removeOption(formats::TheoryItem& item, int option);
/// Moves an option to another place; the key follows.
void moveOption(formats::TheoryItem& item, int from, int to);

/// A new item of the level, with as many empty options as the type has by custom, at a point.
formats::TheoryItem newItem(formats::Level level, formats::ItemType type, std::optional<formats::Id> point);
/// A copy to be changed into another question: same point, type and words, an id of its own, no code.
formats::TheoryItem variantOf(const formats::TheoryItem& item);

/// Right options as letters, for a fill-in its blanks, one per line with alternatives behind "/".
std::string fillInText(const formats::FillInKey& key);
formats::FillInKey fillInKey(const std::string& text);

}  // namespace tiku::editor
