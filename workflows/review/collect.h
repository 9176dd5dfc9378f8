#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/package/review_file.h"
#include "workflows/review/round.h"

/// What experts return: taken in sealed, opened together. docs/decisions/009-sealed-opinions.md says what
/// that proves.
namespace tiku::workflows {

/// A returned file that was taken in.
struct Collected {
  formats::Edit edit;  ///< The round with the delivery, and the sealed submission.
  formats::Id round;
  formats::Id expert;
  std::string expertName;
  std::string commitment;
  std::string conflict;  ///< 回避声明: the one thing that the chair must know before the opening.
  bool late = false;
  /// Remarks that did not stop the collecting: a clock that disagrees.
  std::vector<std::string> notes;
};

/// What a person says aloud of a commitment: "3F2A-91C0-77DE". Expert and chair compare it.
std::string receiptOf(std::string_view commitment);

/// The round that a returned file says it belongs to. Throws FormatError as ReviewFile::read(), kUsage when
/// the bank has no such round.
std::shared_ptr<const formats::Round> roundOf(const formats::Bank& bank, const formats::ReviewFile& file);

/// Takes in a returned file. Nothing of what was collected before changes. `bytes` are the file's, `file` the
/// same read. Throws FormatError with the reason:
///
/// - kUsage: of another round, of an invitation that the round never sent, or not submitted yet;
/// - kNotUnderstood: altered after it was sent or submitted, or for another revision;
/// - kConflict: recalled, delivered before (the same file or another), the expert has left, or the phase is
///   over.
Collected collect(const formats::Bank& bank, const formats::ReviewFile& file, std::string_view bytes,
                  std::string_view key, const formats::Date& on);

/// The same of the file at a path. `keyFile` says where the key of the round lies. Throws as collect(),
/// ReviewFile::read() and loadKey(); kIo for a file that cannot be read.
Collected collectFile(const formats::Bank& bank, const std::filesystem::path& path,
                      const std::function<std::filesystem::path(formats::Id round)>& keyFile,
                      const formats::Date& on);

/// Opens all sealed submissions of the phase under way. After the independent phase the round comes into
/// 汇总; in the re-review each expert's decisions are put on his opinions.
///
/// Throws FormatError: kConflict while somebody has not delivered and `deed` has no reason to open without
/// him, when the panel has shrunk below its least size, when there is nothing to open, or when the state has
/// no phase; kNotUnderstood when a sealed submission cannot be read with the key or is not what was committed
/// to: then nothing is opened.
formats::Edit openRound(const formats::Bank& bank, const formats::Round& round, std::string_view key,
                        const Deed& deed);

/// Opened submissions whose answers are not those that were committed to when they came in.
std::vector<formats::Id> brokenCommitments(const formats::Bank& bank, const formats::Round& round);

}  // namespace tiku::workflows
