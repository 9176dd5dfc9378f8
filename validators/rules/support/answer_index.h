#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/model/item.h"

namespace tiku::validators {

/// Which items say in their stems what others ask for.
///
/// What an item asks for is its key with the words around the blank, folded: the last twelve characters of
/// the sentence before it (eight at least), or the first ones behind it, or six on either side. A stem that
/// has such a phrase states the answer. Judgements that are wrong state nothing, and items that ask for what
/// is not so have no such phrase.
///
/// Exact: a phrase is found in every stem that has it. Texts are entered by the least of the hashes of every
/// five neighbouring runs of four characters (winnowing): what a phrase of eight characters or more has of
/// these, every text has that holds the phrase.
class AnswerIndex {
 public:
  /// Enters the item, in the place of what stood under its id.
  void put(const formats::TheoryItem& item);
  void remove(formats::Id item);

  /// The items whose stems state what the item asks for, ascending.
  [[nodiscard]] std::vector<formats::Id> tellersOf(formats::Id item) const;
  /// The items that the stem of this one states the answer of, ascending.
  [[nodiscard]] std::vector<formats::Id> toldBy(formats::Id item) const;
  /// The key that tellersOf speaks of, as written; empty when the item has none that could be told.
  [[nodiscard]] std::string answerOf(formats::Id item) const;

 private:
  using Gram = std::uint32_t;
  struct Text {
    std::string words;        ///< Folded.
    std::vector<Gram> grams;  ///< Ascending.
    [[nodiscard]] bool holds(const Text& phrase) const;
  };
  struct Phrase {
    Text text;
    Gram entered = 0;  ///< The gram under which it is kept: the one with the fewest others.
  };
  struct Entry {
    Text stem;
    std::vector<Phrase> phrases;
    std::string answer;
  };
  struct Kept {
    formats::Id item;
    const Phrase* phrase;
  };

  static Text textOf(std::string words);
  static Entry entryOf(const formats::TheoryItem& item);

  /// Entries stay where they are: `Kept` points into them.
  std::unordered_map<formats::Id, Entry> entries_;
  std::unordered_map<Gram, std::vector<formats::Id>> stems_;
  std::unordered_map<Gram, std::vector<Kept>> phrases_;
};

}  // namespace tiku::validators
