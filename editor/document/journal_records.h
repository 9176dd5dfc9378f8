#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/values.h"

/// The bytes of a journal: what was changed and not yet saved, so that it is there after a crash.
///
///     tiku-journal 1 <package id>
///     <length> <sha256>                      one record: a payload of so many bytes, then a line end
///     time <milliseconds since 1970>
///     object <id> <base> <path> <length>     one for each object, then its file and a line end
///
/// `base` is the SHA-256 of the canonical file of the object as it was saved, "-" when it had none; `path` is
/// "-" for an object that was removed.
namespace tiku::editor {

/// One object as it became.
struct JournalObject {
  formats::Id id;
  std::string base;  ///< Empty: it had no file.
  std::string path;  ///< Empty: it was removed.
  std::string content;
  bool operator==(const JournalObject&) const = default;
};

/// What became of objects at one moment: all of them or none.
struct JournalRecord {
  std::chrono::system_clock::time_point time;
  std::vector<JournalObject> objects;
  bool operator==(const JournalRecord&) const = default;
};

std::string journalHeader(formats::Id packageId);
std::string printRecord(const JournalRecord& record);

struct JournalContent {
  bool known = false;  ///< Whether this is a journal, or the beginning of one.
  formats::Id packageId;
  std::vector<JournalRecord> records;
  std::uint64_t good = 0;  ///< Bytes up to the end of the last whole record.
};
/// Reads as far as the records are whole: the last one may be torn. Bytes that are no journal give no
/// records and an empty package id.
JournalContent parseJournal(std::string_view bytes);

}  // namespace tiku::editor
