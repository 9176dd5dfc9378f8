#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/model/values.h"

/// The layout of a package: which path holds what.
namespace tiku::formats {

/// What a path of a package holds.
enum class FileKind {
  kManifest,
  kBankInfo,
  kStandard,
  kBlueprint,
  kTheoryItem,
  kSkillItem,
  kItemSet,
  kPaper,
  kPeople,
  kWaivers,
  kJudgements,
  kDossier,
  kTerms,
  kExperts,
  kPanelDraws,
  kStandardUpdate,
  kMedia,
  kRound,
  kSubmission,
  kOpinion,
  kLog,      ///< `logs/...`: what a migration has told.
  kForeign,  ///< Nothing that this program knows.
};

struct PathParts {
  FileKind kind = FileKind::kForeign;
  std::optional<Level> level;  ///< Of a blueprint, an item, a paper.
  Id id;                       ///< Of the object; empty where the file is none.
  Id round = {};               ///< Of a submission, an opinion: the round in whose folder it lies.
};

/// Whether such a file is one object of the bank.
constexpr bool isObjectFile(FileKind kind) {
  return kind != FileKind::kManifest && kind != FileKind::kLog && kind != FileKind::kForeign;
}

/// Takes a path of a package apart. Only the one canonical spelling counts: upper case in a UUID makes the
/// file foreign.
PathParts parsePath(std::string_view path);

/// Whether the name is `<64 hex digits>.<ext>`, lower case.
bool isMediaName(std::string_view name);

/// Whether the path may be joined to a directory: relative, '/' alone between non-empty parts, none of which
/// starts with a dot, no backslash, colon or control character, valid UTF-8, at most 1,000 bytes.
bool isSafePath(std::string_view path);

/// Whether the bytes are well-formed UTF-8.
bool isUtf8(std::string_view text);

/// The path of `tiku.xml`, the one file that every version can read.
inline constexpr std::string_view kManifestPath = "tiku.xml";
/// The first entry of an archive; no file of a bank.
inline constexpr std::string_view kMimetypePath = "mimetype";
inline constexpr std::string_view kMimetype = "application/vnd.tiku.bank+zip";
/// Of an expert's file.
inline constexpr std::string_view kReviewMimetype = "application/vnd.tiku.review+zip";

}  // namespace tiku::formats
