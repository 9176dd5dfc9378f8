#pragma once

#include <string>
#include <vector>

#include "formats/model/terms.h"

namespace tiku::validators::language {

/// What may be meant by a word.
struct Suggestions {
  bool known = false;  ///< A term, or a word of a dictionary: nothing to mend.
  std::vector<std::string> words;
};

/// Terms that are one or two characters off, right forms of the confusion list, and for a Latin word what
/// Hunspell offers. Takes tens of milliseconds for a Latin word: only for when someone asks. `terms` may be
/// null.
Suggestions suggestionsFor(const std::string& word, const formats::Terms* terms);

/// Why Latin words are not checked, for the user; empty when they are.
std::string spellingNote();

}  // namespace tiku::validators::language
