#include "workflows/filing/documents/shared.h"

#include <fmt/format.h>

#include "workflows/filing/documents/items.h"
#include "workflows/filing/documents/rich_text.h"

namespace tiku::workflows {

using formats::DocxParagraph;
using formats::DocxStyle;
using formats::DocxWriter;
using formats::ItemSet;
using formats::TheoryItem;

void addShared(DocxWriter& writer, const ItemSet& set, int first, int last) {
  const bool stem = set.kind == ItemSet::Kind::kSharedStem;
  const std::string numbers = first == last ? std::to_string(first) : fmt::format("{}～{}", first, last);
  DocxParagraph head(fmt::format("（{} 题{}）", numbers, stem ? "共用题干" : "共用备选答案"),
                     DocxStyle::kFlush);
  head.keepNext = true;
  writer.add(head);
  if (!set.stem.empty()) writer.add(blocksOf(set.stem, DocxStyle::kBody));
  addOptions(writer, set.options, true);
}

TheoryItem underSet(const TheoryItem& item, const ItemSet* set) {
  TheoryItem printed = item;
  if (set != nullptr && set->kind == ItemSet::Kind::kSharedOptions && item.options == set->options)
    printed.options.clear();
  return printed;
}

}  // namespace tiku::workflows
