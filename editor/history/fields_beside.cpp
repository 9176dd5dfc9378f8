#include "editor/history/fields_beside.h"

#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/named_ids.h"

namespace tiku::editor {

using formats::Change;
using formats::Field;
using formats::Object;
using formats::say;

std::vector<SideBySide::Field> fieldsBeside(const Change& change, const formats::Bank& bank) {
  const bool both = !formats::idOf(change.before).empty() && !formats::idOf(change.after).empty();
  const bool gone = formats::idOf(change.after).empty();
  const Object& whole = gone ? change.before : change.after;
  std::vector<SideBySide::Field> fields;
  for (const Field& field :
       both ? formats::differingFields(change.before, change.after) : formats::fieldsOf(whole)) {
    std::pair<std::string, std::string> words;
    if (both) {
      words = formats::fieldDifference(change.before, change.after, field.name);
    } else {
      (gone ? words.first : words.second) = formats::fieldText(whole, field.name);
    }
    SideBySide::Field beside;
    beside.name = field.name;
    beside.word = field.word;
    beside.left = formats::withNames(words.first, bank);
    beside.right = formats::withNames(words.second, bank);
    if (!both && beside.left.empty() && beside.right.empty()) continue;
    // What differs has no words of its own: an id, a place.
    if (both && beside.left == beside.right) beside.note = say("（改动没有文字）");
    fields.push_back(std::move(beside));
  }
  return fields;
}

}  // namespace tiku::editor
