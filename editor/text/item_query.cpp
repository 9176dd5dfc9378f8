#include "editor/text/item_query.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/model/item.h"
#include "validators/language/characters.h"

namespace tiku::editor {

using formats::ItemStatus;
using formats::ItemType;
using formats::markForTranslation;
using formats::say;
using formats::translate;
using formats::operator""_a;
using Compare = ItemQuery::Compare;
using Condition = ItemQuery::Condition;
using Feature = ItemQuery::Feature;
using Field = ItemQuery::Field;

namespace {

// Each has its Chinese word, its English one, and takes both in either language.
struct FieldWord {
  const char* chinese;
  const char* english;
  Field field;
};
constexpr std::array<FieldWord, 9> kFields{{{"题型", "type", Field::kType},
                                            {"点", "point", Field::kPoint},
                                            {"难度", "difficulty", Field::kDifficulty},
                                            {"一致性", "consistency", Field::kConsistency},
                                            {"状态", "status", Field::kStatus},
                                            {"题号", "code", Field::kCode},
                                            {"评审", "review", Field::kReview},
                                            {"有", "has", Field::kHas},
                                            {"无", "no", Field::kHasNot}}};

struct FeatureWord {
  const char* chinese;
  const char* english;
  Feature feature;
};
constexpr std::array<FeatureWord, 9> kFeatures{{{"错误", "error", Feature::kError},
                                                {"警告", "warning", Feature::kWarning},
                                                {"检查结果", "finding", Feature::kFinding},
                                                {"答案", "key", Feature::kKey},
                                                {"图", "picture", Feature::kPicture},
                                                {"解析", "rationale", Feature::kRationale},
                                                {"出处", "reference", Feature::kReference},
                                                {"考评点", "point", Feature::kPoint},
                                                {"未保存", "unsaved", Feature::kUnsaved}}};

struct ReviewWord {
  const char* chinese;
  const char* english;
  ItemQuery::Review review;
};
constexpr std::array<ReviewWord, 4> kReviews{{{"已通过", "approved", ItemQuery::Review::kApproved},
                                              {"有改动", "changed", ItemQuery::Review::kChanged},
                                              {"待答复", "waiting", ItemQuery::Review::kWaiting},
                                              {"没有", "none", ItemQuery::Review::kNone}}};

constexpr std::array<ItemStatus, 4> kStatuses{ItemStatus::kDraft, ItemStatus::kWritten, ItemStatus::kReviewed,
                                              ItemStatus::kRetired};

bool startsWithEither(const std::string& text, std::string_view a, std::string_view b) {
  return a.starts_with(text) || b.starts_with(text);
}

// The words of one side of a comparison, in the language of the screens.
template <typename Word>
std::string wordOf(const Word& word) {
  return formats::language() == formats::Language::kEnglish ? word.english : word.chinese;
}

bool readValue(Condition& condition, const std::string& value) {
  switch (condition.field) {
    case Field::kType:
      for (const ItemType type : formats::kItemTypes) {
        const std::string name(formats::itemTypeName(type));
        if (startsWithEither(value, folded(name), formats::itemTypeKey(type)) ||
            value == folded(translate(name.c_str()))) {
          condition.type = type;
          return true;
        }
      }
      return false;
    case Field::kStatus:
      for (const ItemStatus status : kStatuses) {
        if (folded(statusName(status)).starts_with(value)) {
          condition.status = status;
          return true;
        }
      }
      return false;
    case Field::kDifficulty:
    case Field::kConsistency: {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), condition.number);
      return error == std::errc() && end == value.data() + value.size();
    }
    case Field::kReview:
      for (const ReviewWord& word : kReviews) {
        if (startsWithEither(value, word.chinese, word.english)) {
          condition.review = word.review;
          return true;
        }
      }
      return false;
    case Field::kHas:
    case Field::kHasNot:
      for (const FeatureWord& word : kFeatures) {
        if (startsWithEither(value, word.chinese, word.english)) {
          condition.feature = word.feature;
          return true;
        }
      }
      return false;
    case Field::kPoint:
    case Field::kCode:
      condition.text = value;
      return true;
  }
  return false;
}

struct Operator {
  std::string_view sign;
  Compare compare;
};
// The longer ones first.
constexpr std::array<Operator, 7> kOperators{{{">=", Compare::kAtLeast},
                                              {"<=", Compare::kAtMost},
                                              {"≥", Compare::kAtLeast},
                                              {"≤", Compare::kAtMost},
                                              {">", Compare::kMore},
                                              {"<", Compare::kLess},
                                              {"=", Compare::kEqual}}};

// Splits "难度>=4" and "题型:单选"; false for a plain word.
bool split(const std::string& token, std::string& name, Compare& compare, std::string& value) {
  std::size_t at = token.find(':');
  std::size_t length = 1;
  compare = Compare::kEqual;
  for (const Operator& op : kOperators) {
    const std::size_t found = token.find(op.sign);
    if (found < at) {
      at = found;
      length = op.sign.size();
      compare = op.compare;
    }
  }
  if (at == std::string::npos || at == 0) return false;
  name = token.substr(0, at);
  value = token.substr(at + length);
  return true;
}

std::vector<std::string> tokensOf(std::string_view typed) {
  std::vector<std::string> tokens;
  std::u32string token;
  const auto end = [&] {
    if (!token.empty()) tokens.push_back(folded(validators::language::encode(token)));
    token.clear();
  };
  for (const char32_t c : validators::language::decode(typed)) {
    if (validators::language::isSpace(c)) {
      end();
    } else {
      token += c;
    }
  }
  end();
  return tokens;
}

}  // namespace

std::string statusName(ItemStatus status) {
  return formats::translate(itemStatusName(status));
}

std::string folded(std::string_view text) {
  std::string plain = formats::foldWidths(text);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return validators::language::lowered(plain);
}

ItemQuery ItemQuery::parse(std::string_view typed) {
  ItemQuery query;
  for (const std::string& token : tokensOf(typed)) {
    std::string name;
    std::string value;
    Condition condition{};
    const bool isCondition = split(token, name, condition.compare, value);
    const auto* field = std::ranges::find_if(
        kFields, [&name](const FieldWord& word) { return name == word.chinese || name == word.english; });
    // "5:3" and "a=b" are words of items.
    if (!isCondition || field == kFields.end()) {
      query.words.push_back(token);
      continue;
    }
    condition.field = field->field;
    if (value.empty()) continue;  // Still being typed.
    if (readValue(condition, value)) {
      query.conditions.push_back(std::move(condition));
    } else if (query.problem.empty()) {
      query.problem =
          say("“{token}”看不懂：没有这样的{field}。", "token"_a = token, "field"_a = wordOf(*field));
    }
  }
  return query;
}

std::vector<std::string> ItemQuery::completions(std::string_view typed) {
  const std::size_t space = typed.find_last_of(" \t");
  const std::string before(typed.substr(0, space == std::string_view::npos ? 0 : space + 1));
  const std::string last = folded(typed.substr(before.size()));
  if (last.empty()) return {};
  std::vector<std::string> found;
  std::string name;
  std::string value;
  Compare compare{};
  if (!split(last, name, compare, value)) {
    for (const FieldWord& word : kFields) {
      if (startsWithEither(last, word.chinese, word.english)) {
        const bool number = word.field == Field::kDifficulty || word.field == Field::kConsistency;
        found.push_back(before + wordOf(word) + (number ? ">=" : ":"));
      }
    }
    return found;
  }
  const auto* field = std::ranges::find_if(
      kFields, [&name](const FieldWord& word) { return name == word.chinese || name == word.english; });
  if (field == kFields.end()) return {};
  const auto offer = [&](const std::string& whole) {
    if (folded(whole).starts_with(value)) found.push_back(before + wordOf(*field) + ":" + whole + " ");
  };
  if (field->field == Field::kType) {
    for (const ItemType type : formats::kItemTypes) offer(translate(formats::itemTypeName(type)));
  } else if (field->field == Field::kStatus) {
    for (const ItemStatus status : kStatuses) offer(statusName(status));
  } else if (field->field == Field::kReview) {
    for (const ReviewWord& word : kReviews) offer(wordOf(word));
  } else if (field->field == Field::kHas || field->field == Field::kHasNot) {
    for (const FeatureWord& word : kFeatures) offer(wordOf(word));
  }
  return found;
}

}  // namespace tiku::editor
