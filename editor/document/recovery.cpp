#include "editor/document/recovery.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "editor/document/journal.h"
#include "editor/document/journal_records.h"
#include "formats/base/today.h"
#include "formats/package/package.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using namespace tiku::formats;

namespace {

constexpr std::uint64_t kMostBytes = 1ULL << 30U;
constexpr std::size_t kKeptDrops = 20;
constexpr std::string_view kAside = "journal.";
constexpr std::string_view kDropped = "dropped-";

// The number of `journal.<n>`; 0 for other names.
int numberOf(const fs::path& file) {
  const std::string name = file.filename().string();
  if (!name.starts_with(kAside)) return 0;
  int number = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + kAside.size(), end, number);
  return error == std::errc{} && stop == end ? number : 0;
}

// Of one object the newest state counts.
std::map<Id, JournalObject> newest(const std::vector<JournalRecord>& records) {
  std::map<Id, JournalObject> objects;
  for (const JournalRecord& record : records) {
    for (const JournalObject& object : record.objects) objects.insert_or_assign(object.id, object);
  }
  return objects;
}

// As readBank() completes what is not in bank.xml.
Object completed(const Object& object, const Bank& bank) {
  const auto* info = as<BankInfo>(object);
  if (info == nullptr) return object;
  BankInfo whole = *info;
  whole.packageId = bank.info().packageId;
  whole.formatMinor = bank.info().formatMinor;
  return std::make_shared<const BankInfo>(std::move(whole));
}

Object readObject(const JournalObject& written, const Bank& bank, const std::string& name) {
  if (written.path.empty()) return {};
  const FormatVersion version{kFormatVersion.major, bank.info().formatMinor};
  Object object = formats::read(written.path, written.content, name, {}, version);
  if (idOf(object) != written.id) throw FormatError(ErrorCode::kNotUnderstood, "", {name, 0, written.path});
  return completed(object, bank);
}

void addObject(const JournalObject& written, const Bank& bank, const std::string& name, Recovery& recovery) {
  const formats::Object* there = bank.object(written.id);
  Recovery::Object object{written.id, {}, there == nullptr ? formats::Object{} : *there, false};
  try {
    object.recovered = readObject(written, bank, name);
    object.clashes = savedDigest(object.onDisk) != written.base;
  } catch (const FormatError&) {
    ++recovery.unreadable;  // Counted for the user; the file is put aside, never removed.
    return;
  }
  const bool endsBank = written.id == BankInfo::kId && as<BankInfo>(object.recovered) == nullptr;
  if (!endsBank && !sameContent(object.recovered, object.onDisk))
    recovery.objects.push_back(std::move(object));
}

}  // namespace

JournalShelf::JournalShelf(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    if (numberOf(entry.path()) > 0 && entry.is_regular_file(error)) files_.push_back(entry.path());
  }
  std::ranges::sort(files_, {}, numberOf);
  const fs::path last = folder_ / kJournalFile;
  if (!fs::is_regular_file(fs::symlink_status(last, error))) return;
  const int number = files_.empty() ? 1 : numberOf(files_.back()) + 1;
  fs::path aside = folder_ / (std::string(kAside) + std::to_string(number));
  fs::rename(last, aside, error);
  // Should it not move, the new session would write over it: then it is read where it is, and stays for the
  // time being.
  files_.push_back(error ? last : std::move(aside));
}

std::optional<Recovery> JournalShelf::read(const Bank& bank) {
  Recovery recovery;
  std::vector<JournalRecord> records;
  std::uint64_t bytes = 0;
  for (const fs::path& file : files_) {
    std::error_code error;
    bytes += fs::file_size(file, error);
    if (error || bytes > kMostBytes) {
      ++recovery.unreadable;
      continue;
    }
    JournalContent content;
    try {
      const posix::File folder = posix::openFolder(folder_);
      content = parseJournal(posix::readAll(folder, file.filename().string(), kMostBytes, file.string()));
    } catch (const FormatError&) {
      content.known = false;  // Counted for the user; the bank itself can be opened.
    }
    if (!content.known) ++recovery.unreadable;
    if (!content.records.empty() && content.packageId != bank.info().packageId) recovery.otherPackage = true;
    std::ranges::move(content.records, std::back_inserter(records));
  }
  for (const JournalRecord& record : records) recovery.last = std::max(recovery.last, record.time);
  for (const auto& [id, written] : newest(records)) addObject(written, bank, folder_.string(), recovery);
  if (!recovery.objects.empty()) return recovery;
  if (recovery.unreadable > 0) return recovery;
  remove();
  return std::nullopt;
}

void JournalShelf::remove() {
  // Several sessions died, each with its own state of an object: only the newest was taken.
  if (files_.size() > 1) {
    drop();
    return;
  }
  std::error_code ignored;  // What stays says what the files say, and is looked at again.
  for (const fs::path& file : std::exchange(files_, {})) fs::remove(file, ignored);
}

void JournalShelf::drop() {
  std::error_code ignored;  // Likewise.
  const std::string time = localTime(std::chrono::system_clock::now(), "%Y%m%d-%H%M%S");
  int number = 0;
  for (const fs::path& file : std::exchange(files_, {})) {
    fs::path target;
    do {
      target = folder_ / fmt::format("{}{}.{}", kDropped, time, ++number);
    } while (fs::exists(target, ignored));
    fs::rename(file, target, ignored);
  }
  std::vector<fs::path> dropped;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    if (entry.path().filename().string().starts_with(kDropped)) dropped.push_back(entry.path());
  }
  std::ranges::sort(dropped);
  for (std::size_t i = 0; i + kKeptDrops < dropped.size(); ++i) fs::remove(dropped[i], ignored);
}

}  // namespace tiku::editor
