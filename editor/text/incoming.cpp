#include "editor/text/incoming.h"

#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "formats/base/say.h"
#include "workflows/filing/documents/items.h"

namespace tiku::editor {

using formats::Id;
using formats::say;
using formats::SourceVerdict;
using formats::TheoryItem;
using formats::operator""_a;

IncomingItems incomingItems(const formats::Bank& bank, const formats::Edit& edit,
                            const formats::ImportResult& read) {
  std::unordered_map<Id, const TheoryItem*> made;
  for (const formats::Edit::Step& step : edit.steps()) {
    if (const auto* item = formats::as<TheoryItem>(step.object)) made.emplace(step.id, item);
  }
  std::map<std::string_view, const SourceVerdict*> unclear;
  for (const SourceVerdict& row : read.report.rows) {
    if (row.verdict == formats::Verdict::kUnclear) unclear.emplace(row.at, &row);
  }
  IncomingItems incoming;
  std::set<std::string_view> told;
  std::set<Id> seen;
  for (const formats::ImportedItem& each : read.items) {
    if (each.id.empty()) continue;
    const auto* known = bank.find<TheoryItem>(each.id);
    const auto change = made.find(each.id);
    const TheoryItem* item = change == made.end() ? known : change->second;
    if (item == nullptr) continue;
    const bool again = !seen.insert(each.id).second;
    using What = IncomingItem::What;
    const What what = again || change == made.end() ? What::kThere
                      : known != nullptr            ? What::kFilledIn
                                                    : What::kNew;
    IncomingItem entry{*item, what, {}};
    for (const std::string& unit : each.units) {
      const auto row = unclear.find(unit);
      if (row == unclear.end() || !told.insert(row->first).second) continue;
      entry.doubts.push_back(row->second->reason);
    }
    incoming.items.push_back(std::move(entry));
  }
  for (const SourceVerdict& row : read.report.rows) {
    if (row.verdict == formats::Verdict::kUnclear && !told.contains(row.at))
      incoming.elsewhere.push_back(row);
  }
  return incoming;
}

std::string wordsOfItem(const TheoryItem& item) {
  std::string words = item.stem.str();
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    words += "\n" + std::string(1, static_cast<char>('A' + i)) + ". " + item.options[i].str();
  }
  return words + "\n" + say("答案：{key}", "key"_a = workflows::keyText(item));
}

std::string resultOf(const IncomingItem& incoming) {
  using What = IncomingItem::What;
  std::string words = incoming.what == What::kNew        ? say("新题")
                      : incoming.what == What::kFilledIn ? say("题库已有，补充缺少的内容")
                                                         : say("题库已有，不重复收入");
  if (incoming.what == What::kNew && !incoming.item.code.empty()) words += " " + incoming.item.code;
  for (const std::string& doubt : incoming.doubts) words += "\n" + doubt;
  return words;
}

}  // namespace tiku::editor
