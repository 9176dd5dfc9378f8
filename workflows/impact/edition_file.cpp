#include "workflows/impact/edition_file.h"

#include <algorithm>
#include <fstream>

#include "formats/base/say.h"
#include "formats/package/paths.h"
#include "workflows/impact/update.h"

namespace tiku::workflows {

using namespace formats;

namespace {

const Standard* standardIn(const Edit& edit) {
  for (const Edit::Step& step : edit.steps()) {
    if (const auto* standard = as<Standard>(step.object)) return standard;
  }
  return nullptr;
}

}  // namespace

std::string RestingOn::words() const {
  if (points == 0) return {};
  return say("同步影响：标准有 {changes} 处改动，涉及 {points} 个考评点或考评范围、{items} 道试题。",
             "changes"_a = changes, "points"_a = points, "items"_a = items);
}

bool isStandardDocument(const std::filesystem::path& file) {
  if (std::filesystem::is_directory(file) || file.extension() == ".xml" || file.extension() == ".tiku")
    return false;
  // A packed bank under another name says what it is in its first entry.
  std::ifstream stream(file, std::ios::binary);
  std::string begin(200, '\0');
  stream.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(stream.gcount()));
  constexpr std::size_t kHead = 30;  // Of a zip's entry, before its name.
  return begin.substr(std::min(kHead, begin.size()), kMimetypePath.size()) != kMimetypePath ||
         begin.find("tiku") == std::string::npos;
}

EditionFile readEdition(const Bank& bank, const std::filesystem::path& file) {
  ImportOptions options;
  options.kind = ImportKind::kStandard;
  ImportResult result = importFile(bank, file, options);
  const Standard* standard = standardIn(result.edit);
  // Nothing to change: it is the one that the bank has.
  EditionFile read{standard == nullptr ? *bank.standard() : *standard, std::move(result.report), {}};
  for (const Edit::Step& step : result.edit.steps()) {
    if (as<Media>(step.object) != nullptr) read.pictures.push_back(step.object);
  }
  return read;
}

RestingOn restingOn(const Bank& before, const Edit& edit) {
  RestingOn found;
  const Standard* standard = standardIn(edit);
  if (standard == nullptr || before.standard() == nullptr) return found;
  const StandardUpdate update = impactOf(before, *before.standard(), *standard, {});
  found.changes = update.changes.size();
  for (const UpdateTask& task : update.tasks) {
    found.points += task.kind == UpdateTask::Kind::kPoint || task.kind == UpdateTask::Kind::kScope ? 1 : 0;
    found.items += task.kind == UpdateTask::Kind::kItem ? 1 : 0;
  }
  return found;
}

}  // namespace tiku::workflows
