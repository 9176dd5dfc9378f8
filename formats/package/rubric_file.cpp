#include "formats/package/rubric_file.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "formats/base/say.h"
#include "formats/package/objects/document.h"
#include "formats/package/objects/rubric.h"
#include "formats/package/posix.h"

namespace tiku::formats {
namespace {

constexpr std::string_view kRubricFolder = "schemas/rubrics/";
constexpr std::string_view kRubricSuffix = ".xml";
constexpr std::uint64_t kRubricBytes = 1U << 20U;

Rubric parseRubric(std::string_view content, const std::string& file) {
  const auto root = xml::Parser(Limits{}).parse(content, file);
  Rubric rubric = xml::readDocument<Rubric>(*root, "rubric", {file, false});
  const auto fail = [&](const std::string& message) {
    throw FormatError(ErrorCode::kNotUnderstood, message, {file, 0, {}});
  };
  if (rubric.lines.empty()) fail(say("评分表里没有一行评分项（line）。"));
  for (const RubricLine& line : rubric.lines) {
    if (std::ranges::count(rubric.lines, line.id, &RubricLine::id) > 1)
      fail(say("评分表里有两行的标识都是“{id}”。", "id"_a = line.id));
    if (line.marks.isZero()) fail(say("评分表的“{id}”没有分值。", "id"_a = line.id));
  }
  return rubric;
}

std::string readSmallFile(const std::string& path) {
  const auto [folder, leaf] = posix::splitPath(path);
  const posix::File open = posix::openFolder(path.starts_with('/') && folder.empty() ? "/"
                                             : folder.empty()                        ? "."
                                                                                     : folder);
  return posix::readAll(open, leaf, kRubricBytes, path);
}

}  // namespace

std::vector<std::string> rubricNames() {
  std::vector<std::string> names;
  for (std::string_view name : resourceNames(kRubricFolder)) {
    if (!name.ends_with(kRubricSuffix)) continue;
    name.remove_prefix(kRubricFolder.size());
    name.remove_suffix(kRubricSuffix.size());
    names.emplace_back(name);
  }
  return names;
}

Rubric loadRubric(const std::string& nameOrPath) {
  const std::vector<std::string> known = rubricNames();
  if (std::ranges::find(known, nameOrPath) != known.end()) {
    const std::string name = std::string(kRubricFolder) + nameOrPath + std::string(kRubricSuffix);
    return parseRubric(resource(name), name);
  }
  if (nameOrPath.find_first_of("./") == std::string::npos) {
    std::string list;
    for (const std::string& name : known) list += (list.empty() ? "" : "、") + name;
    throw FormatError(ErrorCode::kUsage, say("没有评分表“{name}”。", "name"_a = nameOrPath), {},
                      say("用随程序提供的评分表（{known}），或者给出评分表文件的路径。", "known"_a = list));
  }
  return parseRubric(readSmallFile(nameOrPath), nameOrPath);
}

}  // namespace tiku::formats
