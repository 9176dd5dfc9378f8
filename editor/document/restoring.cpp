#include "editor/document/restoring.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "workflows/history/changes.h"

namespace tiku::editor {

using formats::Edit;
using formats::Field;
using formats::Object;
using formats::say;
using formats::operator""_a;

bool fieldDiffersNow(const formats::Bank& bank, const Object& version, const std::string& field) {
  if (formats::idOf(version).empty()) return false;
  const Object* now = bank.object(formats::idOf(version));
  if (now == nullptr || now->index() != version.index()) return false;
  return std::ranges::any_of(formats::differingFields(*now, version),
                             [&](const Field& other) { return other.name == field; });
}

Edit restoreAllEdit(const formats::Bank& bank, const std::vector<Object>& versions) {
  if (versions.size() == 1) return workflows::restoreEdit(bank, versions.front());
  Edit edit(say("恢复 {n} 个对象", "n"_a = versions.size()));
  for (const Object& version : versions) {
    const Edit one = workflows::restoreEdit(bank, version);
    for (const Edit::Step& step : one.steps()) edit.putObject(step.object);
  }
  return edit;
}

Edit restoreFieldEdit(const formats::Bank& bank, const Object& version, const std::string& field) {
  const Object* now = bank.object(formats::idOf(version));
  if (now == nullptr) return workflows::restoreEdit(bank, version);
  Edit edit(say("恢复“{object}”的{field}", "object"_a = workflows::objectName(*now),
                "field"_a = formats::fieldWord(version, field)));
  edit.putObject(formats::withField(*now, version, field));
  return edit;
}

}  // namespace tiku::editor
