#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/item.h"

namespace tiku::validators {

/// The words of a theory item as likeness sees them: views of texts that somebody else keeps, so that a
/// million items of a file need no copy.
struct ItemWords {
  formats::ItemType type = formats::ItemType::kSingleChoice;
  std::string_view stem;
  std::vector<std::string_view> options;
  /// Key of a choice item: positions in `options`. A position that no option has is ignored.
  std::vector<int> keyed;
  /// Key of a true/false item.
  std::optional<bool> truth;
  /// Key of a fill-in item: the first accepted answer of each blank.
  std::vector<std::string_view> answers;
  /// Names of the pictures in stem and options; named by content, so that equal names are equal pictures.
  std::vector<std::string_view> pictures;

  void clear();
};

/// The words of an item of a bank, with the texts that they point to.
class KeptWords {
 public:
  explicit KeptWords(const formats::TheoryItem& item);
  /// The task of an operational item, as a stem without a key.
  explicit KeptWords(const formats::SkillItem& item);
  KeptWords(const KeptWords&) = delete;
  KeptWords& operator=(const KeptWords&) = delete;

  [[nodiscard]] const ItemWords& words() const { return words_; }

 private:
  std::vector<std::string> texts_;
  ItemWords words_;
};

/// What an item says, as one proposition: the filled statement.
///
/// The stem with its blank filled by the key; where there is no blank, the key follows the stem. The right
/// options of a multiple-choice item stand in the order of their words, so that their letters make no
/// difference. An item without a key falls back to the stem and all of its options in the order of their
/// words; a subjective item is its stem. Of all this only folded words stay: width, compatibility forms,
/// letter case, white space, punctuation and the form of a blank make no difference, digits and signs do
/// (as foldWords(), formats/base/fold.h, but character by character).
struct Statement {
  /// Where a unit of `text` came from.
  struct Origin {
    static constexpr int kStem = -1;
    static constexpr int kAnswer = -2;  ///< An accepted answer of a fill-in item.
    int field = kStem;                  ///< Position of an option, or one of the two above.
    std::uint32_t at = 0;               ///< Byte in the field's text.
    std::uint32_t length = 0;           ///< Bytes there.
    bool operator==(const Origin&) const = default;
  };

  std::u16string text;
  std::vector<Origin> origins;  ///< One for each unit of `text`.
  bool keyed = false;           ///< Whether a key took part, be it the truth value.
  bool claimed = true;          ///< False for a true/false item whose key is 错误: it denies its words.
};

[[nodiscard]] Statement statementOf(const ItemWords& words);

/// The text of statementOf() alone, put behind what is in `text` already. Scratch space makes it cheap for
/// many items: keep one for a run.
class StatementWriter {
 public:
  void append(const ItemWords& words, std::u16string& text);

 private:
  std::vector<std::u16string> parts_;
  std::vector<int> options_;
};

/// Folded words of any text with their origins (field kStem): for text that is being typed.
[[nodiscard]] Statement foldedText(std::string_view text);
/// The same without origins.
[[nodiscard]] std::u16string foldedUnits(std::string_view text);

}  // namespace tiku::validators
