#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "formats/exchange/import.h"
#include "formats/exchange/items/document_lines.h"
#include "formats/exchange/items/item_draft.h"

namespace tiku::formats {

/// Which numbers begin items.
enum class ItemNumbers {
  kAny,     ///< Those that Word counts and those in the text.
  kByWord,  ///< Those that Word counts alone.
  kInText,  ///< Those in the text alone.
  kNone,    ///< None: items are known by their options and brackets.
};

/// What a person said a section is.
struct SectionChoice {
  enum class What { kType, kByKey, kNotItems };
  What what = What::kType;
  ItemType type = ItemType::kSingleChoice;
};

/// ImportOptions::corrections of a document, as they bear on its reading.
struct DocumentChoices {
  LineChoices lines;
  std::optional<ItemNumbers> numbers;
  std::optional<AnswerAt> answers;  ///< kNone: no answers are taken.
  std::optional<JudgementCode> judgement;
  std::map<int, SectionChoice> sections;  ///< By number, from 1.
};

/// Throws FormatError kUsage that names the keys or values there are, for an unknown one.
DocumentChoices choicesOf(const ReadingCorrections& corrections, const std::string& file);

/// The stable words of the choices; one table for reading corrections and for telling the choices.
struct NumbersWord {
  std::string_view value;
  ItemNumbers numbers;
};
inline constexpr std::array<NumbersWord, 4> kNumbersWords{{{"any", ItemNumbers::kAny},
                                                           {"word", ItemNumbers::kByWord},
                                                           {"text", ItemNumbers::kInText},
                                                           {"none", ItemNumbers::kNone}}};
struct AnswersWord {
  std::string_view value;
  AnswerAt at;
};
inline constexpr std::array<AnswersWord, 6> kAnswersWords{{{"in-stem", AnswerAt::kInStem},
                                                           {"before-number", AnswerAt::kBeforeNumber},
                                                           {"own-line", AnswerAt::kOwnLine},
                                                           {"behind", AnswerAt::kBehind},
                                                           {"key-block", AnswerAt::kKeyBlock},
                                                           {"none", AnswerAt::kNone}}};

}  // namespace tiku::formats
