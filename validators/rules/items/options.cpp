#include "validators/rules/items/options.h"

#include <optional>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Without the full stop or semicolon at the end, which says nothing.
std::string_view trimmedEnd(std::string_view words) {
  words = trimmed(words);
  for (const std::string_view mark : {"。", "；", ";", "．"}) {
    if (words.size() > mark.size() && words.ends_with(mark)) words.remove_suffix(mark.size());
  }
  return words;
}

/// Whether white space within the text says something: what a program prints, apart from other words by
/// several spaces or on lines of its own.
bool isLaidOut(std::string_view words) {
  words = trimmed(words);
  return words.find("  ") != words.npos || words.find('\n') != words.npos || words.find("　") != words.npos;
}

/// The words by which options are compared.
std::string comparable(const RichText& option, const std::string& words) {
  // Pictures have no words to compare: two options may be two pictures.
  if (!option.images().empty()) return {};
  return isLaidOut(words) ? std::string(trimmedEnd(words)) : foldWidths(trimmedEnd(words));
}

}  // namespace

void Options::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (hasOptions(item.type)) {
    examineNumber(item, sink);
    examineWords(item, textOf(item, facts).options, sink);
    return;
  }
  if (item.options.empty()) return;
  Finding finding = findingOn(item, "options");
  finding.measured = std::to_string(item.options.size());
  finding.required = "0";
  finding.message =
      say("{item}带有 {count} 个选项，{type}不应有选项（{clause}）。", "item"_a = itemName(item),
          "count"_a = item.options.size(), "type"_a = typeWord(item.type), "clause"_a = clause(item.level));
  finding.advice = say("删去选项，或改正题型。");
  report(sink, std::move(finding));
}

void Options::examineNumber(const TheoryItem& item, FindingSink& sink) {
  const bool single = item.type == ItemType::kSingleChoice;
  const auto least = settings().count(single ? "single-min" : "multiple-min", item.level);
  const auto most = settings().count(single ? "single-max" : "multiple-max", item.level);
  const int count = static_cast<int>(item.options.size());
  if ((!least || count >= *least) && (!most || count <= *most)) return;

  Finding finding = findingOn(item, "options");
  finding.measured = std::to_string(count);
  const std::string low = std::to_string(least.value_or(0));
  const std::string high = most ? std::to_string(*most) : low;
  finding.required = low == high ? low : low + "–" + high;
  finding.message = say("{item}有 {count} 个选项，{type}应有 {required} 个（{clause}）。",
                        "item"_a = itemName(item), "count"_a = count, "type"_a = typeWord(item.type),
                        "required"_a = finding.required, "clause"_a = clause(item.level));
  finding.advice = least && count < *least ? say("补上缺少的选项。") : say("删去多余的选项。");
  report(sink, std::move(finding));
}

void Options::examineWords(const TheoryItem& item, const std::vector<std::string>& words, FindingSink& sink) {
  std::vector<std::string> folded;
  folded.reserve(item.options.size());
  for (const RichText& option : item.options) {
    const int position = static_cast<int>(folded.size());
    folded.push_back(comparable(option, words[folded.size()]));
    if (option.empty()) {
      Finding finding = findingOn(item, "options/" + std::to_string(position));
      finding.message = say("{item}的选项 {letter} 是空的（{clause}）。", "item"_a = itemName(item),
                            "letter"_a = optionLetter(position), "clause"_a = clause(item.level));
      finding.advice = say("补上这个选项的内容，或删去它。");
      report(sink, std::move(finding));
      continue;
    }
    if (folded.back().empty()) continue;
    for (int earlier = 0; earlier < position; ++earlier) {
      if (folded[static_cast<std::size_t>(earlier)] != folded.back()) continue;
      Finding finding = findingOn(item, "options/" + std::to_string(position));
      finding.judged = words[static_cast<std::size_t>(position)];
      finding.message = say("{item}的选项 {letter} 与选项 {earlier} 内容相同：“{words}”（{clause}）。",
                            "item"_a = itemName(item), "letter"_a = optionLetter(position),
                            "earlier"_a = optionLetter(earlier), "words"_a = excerpt(finding.judged),
                            "clause"_a = clause(item.level));
      finding.advice = say("改写其中一个选项。");
      report(sink, std::move(finding));
      break;
    }
  }
}

}  // namespace tiku::validators
