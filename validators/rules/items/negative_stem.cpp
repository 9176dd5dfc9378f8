#include "validators/rules/items/negative_stem.h"

#include <array>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Words that turn what is asked for around. 不是 stands for 是 asked negatively, and so on.
constexpr std::array<std::string_view, 29> kNegatives{
    "不属于",   "不包括",   "不包含",   "不正确", "不准确", "不恰当", "不合理",   "不合适",
    "不符合",   "不需要",   "不应该",   "不应",   "不宜",   "不能",   "不可以",   "不可",
    "不允许",   "不会",     "不被",     "不推荐", "不常用", "不是",   "错误的是", "错误的有",
    "错误的为", "错误的一", "错误的说", "有误的", "无关的"};

/// Affirmations and matters that only look like one: a negative inside one of them does not count.
constexpr std::array<std::string_view, 12> kAffirmations{"必不可少", "不可缺少", "不可或缺", "不可避免",
                                                         "不可分割", "密不可分", "不可抗力", "不能不",
                                                         "不可再生", "是不是",   "能不能",   "不可逆"};

/// Whether the byte at `at` lies inside an affirmation.
bool isAffirmed(std::string_view clause, std::size_t at) {
  for (const std::string_view word : kAffirmations) {
    for (std::size_t found = clause.find(word); found != std::string_view::npos;
         found = clause.find(word, found + 1)) {
      if (at >= found && at < found + word.size()) return true;
    }
  }
  return false;
}

std::optional<Span> negativeIn(std::string_view clause) {
  std::optional<Span> first;
  for (const std::string_view word : kNegatives) {
    for (std::size_t at = clause.find(word); at != std::string_view::npos; at = clause.find(word, at + 1)) {
      if (isAffirmed(clause, at)) continue;
      const bool longer = first && at == first->from && word.size() > first->length;
      if (!first || at < first->from || longer) first = Span{at, word.size()};
      break;
    }
  }
  return first;
}

/// "除（　）外"
std::optional<Span> exceptIn(std::string_view stem, Span blank) {
  constexpr std::string_view kExcept = "除";
  constexpr std::string_view kExceptLong = "除了";
  const std::string_view before = stem.substr(0, blank.from);
  if (!before.ends_with(kExcept) && !before.ends_with(kExceptLong)) return std::nullopt;
  const std::size_t length = before.ends_with(kExcept) ? kExcept.size() : kExceptLong.size();
  return Span{blank.from - length, length};
}

/// The negative word of the clause that asks.
std::optional<Span> demandOf(std::string_view stem) {
  const std::vector<Span> blanks = blanksIn(stem);
  if (blanks.size() > 1) return std::nullopt;
  Span clause{0, 0};
  if (blanks.empty()) {
    std::string_view words = trimmed(stem);
    for (const std::string_view end : {"？", "?", "：", ":", "。"}) {
      if (words.ends_with(end)) words.remove_suffix(end.size());
    }
    if (words.empty()) return std::nullopt;
    clause = clauseAround(stem, static_cast<std::size_t>(words.data() + words.size() - stem.data()) - 1);
  } else {
    if (const auto except = exceptIn(stem, blanks.front())) return except;
    clause = clauseAround(stem, blanks.front().from);
  }
  auto found = negativeIn(stem.substr(clause.from, clause.length));
  if (found) found->from += clause.from;
  return found;
}

}  // namespace

void NegativeStem::examine(const TheoryItem& item, const Facts& /*facts*/, FindingSink& sink) {
  if (!hasOptions(item.type)) return;
  const std::string stem = item.stem.str();
  const std::optional<Span> negative = demandOf(stem);
  if (!negative || isEmphasised(item.stem, *negative)) return;
  const std::string word = stem.substr(negative->from, negative->length);
  Finding finding = findingOn(item, "stem");
  finding.subject.range = rangeOf(stem, *negative);
  finding.measured = word;
  finding.judged = stem;
  finding.message = say("{item}的题干用否定词“{word}”设问，且没有突出显示（{clause}）。",
                        "item"_a = itemName(item), "word"_a = word, "clause"_a = clause(item.level));
  finding.advice = say("改为肯定设问；确需否定设问的，把“{word}”加着重号或加粗。", "word"_a = word);
  finding.fix =
      Fix{say("否定词加着重"),
          std::vector{TextChange{"stem", *finding.subject.range, word, word, Inline::Kind::kEmphasis}}};
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
