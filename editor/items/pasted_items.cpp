#include "editor/items/pasted_items.h"

#include <map>
#include <set>

#include "editor/items/free_codes.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/text/text_document.h"
#include "formats/exchange/text/text_items.h"

namespace tiku::editor {

using formats::Bank;
using formats::Edit;
using formats::Id;
using formats::ImportResult;
using formats::say;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

/// The edit of the import, with points and codes.
void takeOver(const Bank& bank, FreeCodes& codes, const ImportResult& read, const std::optional<Id>& point,
              Pasted& pasted) {
  pasted.edit = Edit(say("粘贴试题"));
  for (const Edit::Step& step : read.edit.steps()) {
    if (const auto* item = formats::as<TheoryItem>(step.object)) codes.take(item->code);
  }
  for (const Edit::Step& step : read.edit.steps()) {
    const auto* item = formats::as<TheoryItem>(step.object);
    if (item == nullptr || bank.find<TheoryItem>(item->id) != nullptr) {
      if (formats::as<formats::Paper>(step.object) != nullptr) pasted.newPaper = step.id;
      pasted.edit.putObject(step.object);
      continue;
    }
    TheoryItem added = *item;
    added.source = {};  // From no file.
    if (!added.point) added.point = point;
    if (added.code.empty() && added.point) added.code = codes.next(added.type, *added.point);
    pasted.edit.put(std::move(added));
  }
}

}  // namespace

Pasted readPasted(const Bank& bank, const ItemIndex& index, formats::Level level,
                  const std::optional<Id>& point, const std::string& words) {
  Pasted pasted;
  ImportResult read;
  try {
    formats::ImportOptions options;
    options.level = level;
    // No item has this source, so that what the bank has is filled in and never replaced.
    read = importItemsText(bank, words, say("粘贴的文字"), options);
  } catch (const formats::FormatError& error) {
    if (words.find_first_not_of(" \t\r\n") != std::string::npos) {
      pasted.notTaken.push_back(error.what() + error.advice());
      pasted.left = words;
    }
    return pasted;
  }
  FreeCodes codes(index);
  takeOver(bank, codes, read, point, pasted);
  IncomingItems incoming = incomingItems(bank, pasted.edit, read);
  pasted.items = std::move(incoming.items);
  for (const formats::SourceVerdict& row : incoming.elsewhere) {
    pasted.notTaken.push_back(say("{at}：{reason}", "at"_a = row.at, "reason"_a = row.reason));
  }
  pasted.left = formats::leftOf(words, read);
  return pasted;
}

}  // namespace tiku::editor
