#include "editor/items/theory_edits.h"

#include <algorithm>
#include <sstream>

#include "formats/base/trim.h"

namespace tiku::editor {

using formats::ChoiceKey;
using formats::FillInKey;
using formats::Id;
using formats::ItemType;
using formats::JudgementKey;
using formats::ReferenceKey;
using formats::RichText;
using formats::TheoryItem;

namespace {

std::vector<int> rightOptions(const TheoryItem& item) {
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  return key == nullptr ? std::vector<int>() : key->options;
}

void setRightOptions(TheoryItem& item, std::vector<int> options) {
  std::ranges::sort(options);
  if (options.empty()) {
    item.key = std::monostate{};
  } else {
    item.key = ChoiceKey{std::move(options)};
  }
}

}  // namespace

TheoryItem withType(TheoryItem item, ItemType type) {
  item.type = type;
  if (formats::hasOptions(type)) {
    if (item.options.empty()) item.options.resize(4);
    auto right = rightOptions(item);
    if (type == ItemType::kSingleChoice && right.size() > 1) right.clear();
    setRightOptions(item, std::move(right));
    return item;
  }
  const bool empty = std::ranges::all_of(item.options, [](const RichText& option) { return option.empty(); });
  if (empty) item.options.clear();
  const bool fits = type == ItemType::kTrueFalse ? std::holds_alternative<JudgementKey>(item.key)
                    : type == ItemType::kFillIn  ? std::holds_alternative<FillInKey>(item.key)
                                                 : std::holds_alternative<ReferenceKey>(item.key);
  if (!fits) item.key = std::monostate{};
  return item;
}

void markOption(TheoryItem& item, int option, bool right) {
  auto options = rightOptions(item);
  std::erase(options, option);
  if (right && item.type == ItemType::kSingleChoice) options.clear();
  if (right) options.push_back(option);
  setRightOptions(item, std::move(options));
}

void removeOption(TheoryItem& item, int option) {
  if (option < 0 || option >= static_cast<int>(item.options.size())) return;
  item.options.erase(item.options.begin() + option);
  auto options = rightOptions(item);
  std::erase(options, option);
  for (int& other : options) other -= other > option ? 1 : 0;
  setRightOptions(item, std::move(options));
}

void moveOption(TheoryItem& item, int from, int to) {
  const int count = static_cast<int>(item.options.size());
  if (from < 0 || from >= count || to < 0 || to >= count || from == to) return;
  const RichText moved = item.options[static_cast<std::size_t>(from)];
  item.options.erase(item.options.begin() + from);
  item.options.insert(item.options.begin() + to, moved);
  auto options = rightOptions(item);
  for (int& option : options) {
    if (option == from) {
      option = to;
    } else if (from < option && option <= to) {
      --option;
    } else if (to <= option && option < from) {
      ++option;
    }
  }
  setRightOptions(item, std::move(options));
}

TheoryItem newItem(formats::Level level, ItemType type, std::optional<Id> point) {
  TheoryItem item(Id::random(), level, type);
  item.point = point;
  if (formats::hasOptions(type)) item.options.resize(type == ItemType::kMultipleChoice ? 5 : 4);
  return item;
}

TheoryItem variantOf(const TheoryItem& item) {
  TheoryItem copy = item;
  copy.id = Id::random();
  copy.code.clear();
  copy.status = formats::ItemStatus::kDraft;
  copy.source = {};
  return copy;
}

std::string fillInText(const FillInKey& key) {
  std::string text;
  for (const auto& blank : key.blanks) {
    if (&blank != &key.blanks.front()) text += '\n';
    for (std::size_t i = 0; i < blank.size(); ++i) text += (i == 0 ? "" : " / ") + blank[i];
  }
  return text;
}

FillInKey fillInKey(const std::string& text) {
  FillInKey key;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> blank;
    // " / " with spaces: km/h is one answer.
    for (std::size_t from = 0; from <= line.size();) {
      const std::size_t at = std::min(line.find(" / ", from), line.size());
      const std::string answer(formats::trimmed(std::string_view(line).substr(from, at - from)));
      if (!answer.empty()) blank.push_back(answer);
      from = at + 3;
    }
    key.blanks.push_back(std::move(blank));
  }
  while (!key.blanks.empty() && key.blanks.back().empty()) key.blanks.pop_back();
  return key;
}

}  // namespace tiku::editor
