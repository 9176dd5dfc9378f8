#include "formats/exchange/sheets/types.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/base/fold.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/type_words.h"

namespace tiku::formats::sheets {
namespace {

TypeHint hintOf(const TypeName& name) {
  return {name.type, !name.type.has_value(), std::nullopt};
}

// The text without "一、", "（二）", "3.", "第一部分" before its words.
std::string_view withoutNumber(std::string_view text) {
  constexpr std::array<std::string_view, 27> kParts{"一", "二", "三",   "四",   "五", "六", "七", "八", "九",
                                                    "十", "第", "部分", "大题", "、", "．", "（", "）", "：",
                                                    ".",  "(",  ")",    ":",    " ",  "\t", "\n", "　", "节"};
  for (bool found = true; found;) {
    found = false;
    if (!text.empty() && text[0] >= '0' && text[0] <= '9') {
      text.remove_prefix(1);
      found = true;
    }
    for (const std::string_view part : kParts) {
      if (!text.starts_with(part)) continue;
      text.remove_prefix(part.size());
      found = true;
    }
  }
  return text;
}

std::optional<ItemType> typeOfProgramWord(const std::string& folded) {
  constexpr std::array<std::pair<std::string_view, ItemType>, 24> kWords{
      {{"single", ItemType::kSingleChoice},
       {"singlechoice", ItemType::kSingleChoice},
       {"radio", ItemType::kSingleChoice},
       {"单", ItemType::kSingleChoice},
       {"multiple", ItemType::kMultipleChoice},
       {"multi", ItemType::kMultipleChoice},
       {"multichoice", ItemType::kMultipleChoice},
       {"multiplechoice", ItemType::kMultipleChoice},
       {"checkbox", ItemType::kMultipleChoice},
       {"多", ItemType::kMultipleChoice},
       {"judge", ItemType::kTrueFalse},
       {"judgement", ItemType::kTrueFalse},
       {"judgment", ItemType::kTrueFalse},
       {"truefalse", ItemType::kTrueFalse},
       {"boolean", ItemType::kTrueFalse},
       {"判", ItemType::kTrueFalse},
       {"fill", ItemType::kFillIn},
       {"fillin", ItemType::kFillIn},
       {"blank", ItemType::kFillIn},
       {"fillblank", ItemType::kFillIn},
       {"shortanswer", ItemType::kShortAnswer},
       {"qa", ItemType::kShortAnswer},
       {"tf", ItemType::kTrueFalse},
       {"sa", ItemType::kShortAnswer}}};
  const auto found = std::ranges::find(kWords, folded, &std::pair<std::string_view, ItemType>::first);
  return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

TypeHint typeOfName(std::string_view text) {
  const std::u32string plain = plainText(foldWords(text));
  const auto name = leadingTypeName(plain);
  if (name && name->length == plain.size()) return hintOf(*name);
  return {std::nullopt, plain == U"选择", std::nullopt};
}

TypeHint typeOfCode(std::string_view text) {
  const std::string folded = foldWords(text);
  if (folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'z') {
    return {itemTypeByLetter(static_cast<char>(folded[0] - 'a' + 'A')), false, std::nullopt};
  }
  if (const auto own = itemTypeOf(text)) return {own, false, std::nullopt};
  if (folded == "mc" || folded == "choice") return {std::nullopt, true, std::nullopt};
  if (const auto word = typeOfProgramWord(folded)) return {word, false, std::nullopt};
  return typeOfName(text);
}

TypeHint typeOfHeading(std::string_view text) {
  const std::u32string plain = plainText(withoutNumber(text));
  const auto name = leadingTypeName(plain);
  if (!name) return {};
  // What may follow the name; "判断题的特点是" is no heading.
  const std::u32string rest = plain.substr(name->length);
  if (!rest.empty() && std::u32string_view(U"(:,。 \t\n共每").find(rest[0]) == std::u32string_view::npos)
    return {};
  TypeHint hint = hintOf(*name);
  const std::string folded = foldWords(utf8(rest));
  if (hint.type == ItemType::kTrueFalse && (folded == "正确" || folded == "对")) hint.judgement = true;
  if (hint.type == ItemType::kTrueFalse && (folded == "错误" || folded == "错")) hint.judgement = false;
  return hint;
}

TypeHint typeWithin(std::string_view text) {
  if (const TypeHint whole = typeOfName(text)) return whole;
  const std::u32string plain = plainText(text);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const auto name = leadingTypeName(std::u32string_view(plain).substr(at));
    // "计算机基础" and "综合知识" name subjects: a short name counts only where it is no common word.
    if (name && (plain[at + name->length - 1] == U'题' || (name->type && isObjective(*name->type))))
      return hintOf(*name);
  }
  return {};
}

}  // namespace tiku::formats::sheets
