#include "formats/exchange/items/theory_paper.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

/// The sections that got items, in order.
std::vector<PaperSection> sectionsOf(DocumentItems& read, const std::vector<PlacedItem>& items) {
  std::vector<PaperSection> sections;
  for (std::size_t i = 0; i < read.sections().size(); ++i) {
    const ItemSection& from = read.sections()[i];
    PaperSection section{from.title, {}};
    Marks sum;
    for (const PlacedItem& placed : items) {
      if (placed.section != i) continue;
      section.entries.push_back({placed.item, *from.each});
      sum += *from.each;
    }
    if (from.total && sum != *from.total) {
      read.verdicts().unclear(
          from.at, say("标题写的是每题 {each} 分、共 {total} 分，导入的 {count} 题合计 {sum} 分，请核对。",
                       "each"_a = from.each->str(), "total"_a = from.total->str(),
                       "count"_a = section.entries.size(), "sum"_a = sum.str()));
    }
    if (!section.entries.empty()) sections.push_back(std::move(section));
  }
  return sections;
}

const Paper* known(const Bank& bank, const Paper& paper) {
  const Paper* found = nullptr;
  for (const auto& other : bank.all<Paper>()) {
    if (other->level != paper.level || other->kind != paper.kind) continue;
    const bool sameNumber = !paper.number.empty() && other->number == paper.number;
    const bool sameFile = other->title == paper.title && other->source.file == paper.source.file;
    if (sameNumber || (found == nullptr && sameFile && (paper.number.empty() || other->number.empty()))) {
      found = bank.find<Paper>(other->id);
    }
    if (sameNumber) break;
  }
  return found;
}

}  // namespace

void mergePaper(const Bank& bank, Level level, const std::string& file, DocumentItems& read,
                const std::vector<PlacedItem>& items, Edit& edit, std::map<std::string, int>& counts) {
  const DocumentHead& head = read.head();
  if (head.paperTitle.empty() || items.empty()) return;
  const bool priced = std::ranges::all_of(
      items, [&read](const PlacedItem& placed) { return read.sections()[placed.section].each.has_value(); });
  if (!priced) {
    const bool any =
        std::ranges::any_of(read.sections(), [](const ItemSection& s) { return s.each.has_value(); });
    if (any)
      read.verdicts().unclear(head.paperTitleAt,
                              say("像是一份试卷，但有的题型没有写每题分值，没有建立试卷。"));
    return;
  }
  Paper paper(Id::random(), level, Paper::Kind::kTheory);
  paper.number = head.paperNumber;
  paper.title = head.paperTitle;
  paper.minutes = head.minutes;
  paper.sections = sectionsOf(read, items);
  paper.source = {file, head.paperTitleAt};
  ++counts["papers"];
  read.verdicts().imported(head.paperTitleAt, say("试卷“{title}”", "title"_a = paper.title));

  const Paper* before = known(bank, paper);
  if (before == nullptr) {
    ++counts["papers-added"];
    edit.put(std::move(paper));
    return;
  }
  Paper after = *before;
  after.sections = paper.sections;
  after.title = paper.title;
  if (!paper.number.empty()) after.number = paper.number;
  if (paper.minutes > 0) after.minutes = paper.minutes;
  const bool same = after == *before;
  ++counts[same ? "papers-unchanged" : "papers-changed"];
  if (!same) edit.put(std::move(after));
}

}  // namespace tiku::formats
