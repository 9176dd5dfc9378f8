// One object and its file.
#include "formats/package/package.h"

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/object_reader.h"
#include "formats/package/objects/objects.h"
#include "formats/package/paths.h"

namespace tiku::formats {
namespace {

const std::string& checkedBytes(const Media& media) {
  if (isMediaName(media.name) && media.name.starts_with(sha256(media.bytes))) return media.bytes;
  throw FormatError(ErrorCode::kNotUnderstood,
                    say("不能保存：媒体文件名“{name}”不是它内容的 SHA-256。", "name"_a = media.name));
}

template <typename T>
Object share(T object) {
  return std::make_shared<const T>(std::move(object));
}

Object parseObject(FileKind kind, xml::Element& root, const xml::ReadContext& context) {
  switch (kind) {
    case FileKind::kBankInfo:
      return share(xml::readBankInfo(root, context));
    case FileKind::kStandard:
      return share(xml::readStandard(root, context));
    case FileKind::kBlueprint:
      return share(xml::readBlueprint(root, context));
    case FileKind::kTheoryItem:
      return share(xml::readTheoryItem(root, context));
    case FileKind::kSkillItem:
      return share(xml::readSkillItem(root, context));
    case FileKind::kItemSet:
      return share(xml::readItemSet(root, context));
    case FileKind::kPaper:
      return share(xml::readPaper(root, context));
    case FileKind::kPeople:
      return share(xml::readPeople(root, context));
    case FileKind::kWaivers:
      return share(xml::readWaivers(root, context));
    case FileKind::kJudgements:
      return share(xml::readJudgements(root, context));
    case FileKind::kDossier:
      return share(xml::readDossier(root, context));
    case FileKind::kTerms:
      return share(xml::readTerms(root, context));
    case FileKind::kRound:
      return share(xml::readRound(root, context));
    case FileKind::kSubmission:
      return share(xml::readSubmission(root, context));
    case FileKind::kOpinion:
      return share(xml::readOpinion(root, context));
    case FileKind::kExperts:
      return share(xml::readExperts(root, context));
    case FileKind::kPanelDraws:
      return share(xml::readPanelDraws(root, context));
    case FileKind::kStandardUpdate:
      return share(xml::readStandardUpdate(root, context));
    default:
      return {};
  }
}

Object readMedia(const std::string& path, const PathParts& parts, const std::string& content,
                 const std::string& file) {
  const std::string name = path.substr(path.find('/') + 1);
  if (!name.starts_with(sha256(content))) {
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("媒体文件的内容与文件名里的 SHA-256 不符，文件被改过或已损坏。"), {file, 0, {}},
                      say("请从备份或历史版本里取回这个文件。"));
  }
  return share(Media{parts.id, name, content});
}

// What the path says and the content repeats.
void mustAgree(const PathParts& parts, const Object& object, int line, const std::string& file) {
  const Id id = idOf(object);
  std::optional<Level> level;
  if (const auto* item = as<TheoryItem>(object)) level = item->level;
  if (const auto* item = as<SkillItem>(object)) level = item->level;
  if (const auto* set = as<ItemSet>(object)) level = set->level;
  if (const auto* paper = as<Paper>(object)) level = paper->level;
  if (const auto* blueprint = as<Blueprint>(object)) level = blueprint->level;
  if (level && level != parts.level) {
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("文件里的等级是 {found}，它所在的位置却是等级 {expected} 的。",
                          "found"_a = level->number(), "expected"_a = parts.level->number()),
                      {file, line, {}});
  }
  Id round;
  if (const auto* submission = as<Submission>(object)) round = submission->round;
  if (const auto* opinion = as<Opinion>(object)) round = opinion->round;
  if (round != parts.round) {
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("文件里的轮次是 {found}，它所在的位置却是轮次 {expected} 的。",
                          "found"_a = round.str(), "expected"_a = parts.round.str()),
                      {file, line, {}});
  }
  if (id != parts.id) {
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("文件里的 id 是 {found}，文件名却是 {expected}。", "found"_a = id.str(),
                          "expected"_a = parts.id.str()),
                      {file, line, {}});
  }
}

}  // namespace

std::string write(const Object& object) {
  const auto* media = as<Media>(object);
  std::string content = media != nullptr ? checkedBytes(*media) : xml::writeObject(object);
  const std::uint64_t limit = media != nullptr ? Limits{}.mediaBytes : Limits{}.fileBytes;
  if (content.size() > limit) {
    throw FormatError(
        ErrorCode::kOverLimit,
        say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = content.size(), "limit"_a = limit),
        {pathOf(object), 0, {}});
  }
  return content;
}

ObjectReader::ObjectReader(std::string treeName, const Limits& limits, FormatVersion version)
    : treeName_(std::move(treeName)),
      keepsUnknown_(version.major == kFormatVersion.major && version.minor > kFormatVersion.minor),
      parser_(limits),
      limits_(limits) {}

Object ObjectReader::read(const std::string& path, const std::string& content) {
  const std::string file = treeName_ + "!" + path;
  const PathParts parts = parsePath(path);
  if (!isObjectFile(parts.kind)) {
    throw FormatError(ErrorCode::kNotUnderstood, say("这个路径不是题库里某个对象的文件。"), {file, 0, {}});
  }
  if (parts.kind == FileKind::kMedia) {
    if (content.size() > limits_.mediaBytes) {
      throw FormatError(ErrorCode::kOverLimit,
                        say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = content.size(),
                            "limit"_a = limits_.mediaBytes),
                        {file, 0, {}});
    }
    return readMedia(path, parts, content, file);
  }
  const auto root = parser_.parse(content, file);
  Object object = parseObject(parts.kind, *root, {file, keepsUnknown_});
  mustAgree(parts, object, root->line, file);
  return object;
}

Object read(const std::string& path, const std::string& content, const std::string& treeName,
            const Limits& limits, FormatVersion version) {
  return ObjectReader(treeName, limits, version).read(path, content);
}

}  // namespace tiku::formats
