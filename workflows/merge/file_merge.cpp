#include "workflows/merge/file_merge.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"

namespace tiku::workflows {

using namespace formats;

namespace {

// What a newer minor version wrote stays; this program's own objects have nothing unknown in them.
constexpr FormatVersion kKeepsUnknown{kFormatVersion.major, kFormatVersion.minor + 1};

// An item's file lies in its level's folder, and git follows it when it moves: a version may be of another
// level than the path.
Object readAnyLevel(const std::string& path, const std::string& content) {
  static const std::string kLevel = "level-";
  if (content.empty()) return {};
  try {
    return read(path, content, path, {}, kKeepsUnknown);
  } catch (const FormatError&) {
    const std::size_t at = path.find(kLevel);
    if (at == std::string::npos || at + kLevel.size() >= path.size()) throw;
    for (char level = '1'; level <= '5'; ++level) {
      std::string other = path;
      other[at + kLevel.size()] = level;
      try {
        return read(other, content, path, {}, kKeepsUnknown);
      } catch (const FormatError&) {
        continue;
      }
    }
    throw;
  }
}

FileMerge mergeManifests(const std::string& path, const std::string& mine, const std::string& theirs) {
  const Manifest own = readManifest(mine, path);
  const Manifest other = readManifest(theirs, path);
  if (own.packageId != other.packageId) {
    throw FormatError(ErrorCode::kConflict, say("那是另一个题库的版本，不能合并。"), {path, 0, {}},
                      say("要收进另一个题库的试题，请用导入。"));
  }
  return {writeManifest(own.packageId, std::max(own.version, other.version)), {}};
}

}  // namespace

FileMerge mergeFile(const std::string& path, const std::string& base, const std::string& mine,
                    const std::string& theirs) {
  const FileKind kind = parsePath(path).kind;
  if (kind == FileKind::kManifest) return mergeManifests(path, mine, theirs);
  if (!isObjectFile(kind) || kind == FileKind::kMedia) {
    throw FormatError(ErrorCode::kNotUnderstood, say("{path} 不是题库的文件，没有合并。", "path"_a = path),
                      {path, 0, {}});
  }
  ObjectMerge merged =
      mergeObject(readAnyLevel(path, base), readAnyLevel(path, mine), readAnyLevel(path, theirs));
  if (pathOf(merged.object) != path) {
    throw FormatError(ErrorCode::kConflict,
                      say("合并以后它属于 {other}，不在原处。", "other"_a = pathOf(merged.object)),
                      {path, 0, {}}, say("请用 tiku merge 合并。"));
  }
  return {write(merged.object), std::move(merged.questions)};
}

}  // namespace tiku::workflows
