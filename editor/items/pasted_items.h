#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/text/incoming.h"
#include "editor/text/item_index.h"

/// Words that somebody pasted, as the items that they will be.
namespace tiku::editor {

struct Pasted {
  std::vector<IncomingItem> items;      ///< In the order of the words.
  std::vector<std::string> notTaken;    ///< "段 3：…": what was not understood, whole sentences.
  formats::Edit edit;                   ///< Empty when there is nothing to take.
  std::string left;                     ///< The lines that are not taken.
  std::optional<formats::Id> newPaper;  ///< The words are a paper with its marks.
};

/// Reads the words as the importer reads a file, at the level of `index`. What says no point itself goes to
/// `point` and gets the next printed code there.
Pasted readPasted(const formats::Bank& bank, const ItemIndex& index, formats::Level level,
                  const std::optional<formats::Id>& point, const std::string& words);

}  // namespace tiku::editor
