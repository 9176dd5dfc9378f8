#include "editor/document/journal.h"

#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include "editor/document/edit_lock.h"
#include "formats/base/digest.h"
#include "formats/package/package.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using namespace tiku::formats;

namespace {

// Long enough that a fast typist's keystrokes share a record, short enough to be no loss.
constexpr std::chrono::milliseconds kGather{150};
constexpr std::chrono::milliseconds kRetry{2000};
constexpr std::uint64_t kWorthRewriting = 8U << 20U;
constexpr const char* kDraft = "journal.new";

void writeBytes(const posix::File& file, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) posix::failIo(errno, name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

posix::File openToWrite(const fs::path& path) {
  posix::File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!file.valid()) posix::failIo(errno, path.string());
  return file;
}

}  // namespace

std::string savedDigest(const Object& saved) {
  return std::holds_alternative<std::monostate>(saved) ? std::string() : sha256(formats::write(saved));
}

Journal::Journal(fs::path folder, Id packageId, Report report)
    : folder_(std::move(folder)),
      packageId_(packageId),
      report_(std::move(report)),
      sync_([this] {
        const std::lock_guard lock(mutex_);
        unsynced_ = fresh_ = true;
        changed_.notify_all();
      }),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Journal::~Journal() {
  flush();
}

void Journal::note(std::span<const Note> notes) {
  {
    const std::lock_guard lock(mutex_);
    for (const Note& note : notes) waiting_.insert_or_assign(note.id, note);
    fresh_ = true;
  }
  changed_.notify_all();
}

bool Journal::flush() {
  std::unique_lock lock(mutex_);
  hurry_ = true;
  changed_.notify_all();
  changed_.wait(lock, [this] { return !hurry_; });
  return !failed_;
}

void Journal::restart(std::span<const Note> still) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !writing_; });
  waiting_.clear();
  failed_ = false;
  bases_.clear();
  written_.clear();
  if (!still.empty()) {
    for (const Note& note : still) waiting_.insert_or_assign(note.id, note);
    fresh_ = renew_ = true;
    changed_.notify_all();
    return;
  }
  renew_ = false;
  file_ = {};
  length_ = compact_ = 0;
  std::error_code ignored;  // What stays behind says what the saved files say.
  fs::remove(folder_ / kJournalFile, ignored);
}

void Journal::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto isAsked = [this] { return hurry_ || fresh_; };
  while (true) {
    if (failed_) {
      changed_.wait_for(lock, stop, kRetry, isAsked);
    } else {
      changed_.wait(lock, stop, isAsked);
    }
    if (!hurry_ && !stop.stop_requested()) changed_.wait_for(lock, stop, kGather, [this] { return hurry_; });
    fresh_ = false;
    if (!waiting_.empty() || unsynced_) {
      if (std::exchange(unsynced_, false)) renew_ = true;
      std::map<Id, Note> notes = std::exchange(waiting_, {});
      writing_ = true;
      lock.unlock();
      const std::optional<FormatError> error = attempt(notes);
      lock.lock();
      writing_ = false;
      waiting_.merge(notes);  // What is left of them; newer notes of the same objects stay.
      const bool failedBefore = std::exchange(failed_, error.has_value());
      if (error && !failedBefore && report_) {
        lock.unlock();  // Who is told may come back with a note.
        report_(*error);
        lock.lock();
      }
    }
    if (hurry_) {
      lock.unlock();
      sync_.wait();
      lock.lock();
      if (unsynced_) continue;
    }
    hurry_ = false;
    changed_.notify_all();
    if (stop.stop_requested()) return;
  }
}

// Writes the notes and takes them away; when that fails they stay.
std::optional<FormatError> Journal::attempt(std::map<Id, Note>& notes) {
  std::optional<FormatError> unwritable;
  try {
    JournalRecord record{std::chrono::system_clock::now(), {}};
    for (auto next = notes.begin(); next != notes.end();) {
      try {
        record.objects.push_back(objectOf(next->second));
        ++next;
      } catch (const FormatError& error) {
        // No file can hold it, so that trying again helps nobody; the others must not suffer.
        unwritable = error;
        next = notes.erase(next);
      }
    }
    if (!renew_ && !record.objects.empty()) append(printRecord(record));
    for (const auto& [id, note] : notes) written_.insert_or_assign(id, note);
    if (renew_ || length_ > kWorthRewriting + 2 * compact_) rewrite();
    renew_ = false;
    notes.clear();
  } catch (const FormatError& error) {
    return error;
  } catch (const std::exception& error) {
    return FormatError(ErrorCode::kIo, error.what(), {(folder_ / kJournalFile).string(), 0, {}});
  }
  return unwritable;
}

JournalObject Journal::objectOf(const Note& note) {
  const auto [base, isNew] = bases_.try_emplace(note.id);
  // The very same object, not only an equal one: that is cheap to tell.
  if (isNew || base->second.saved != note.saved) base->second = {note.saved, savedDigest(note.saved)};
  const bool isGone = std::holds_alternative<std::monostate>(note.now);
  return {note.id, base->second.digest, pathOf(note.now), isGone ? std::string() : formats::write(note.now)};
}

void Journal::append(const std::string& bytes) {
  if (!file_.valid()) {
    if (!makeSideFolder(folder_)) posix::failIo(errno, folder_.string());
    file_ = openToWrite(folder_ / kJournalFile);
    length_ = 0;
  }
  const std::string name = (folder_ / kJournalFile).string();
  // A record that was torn by a full disk goes before the next one.
  if (::ftruncate(file_.get(), static_cast<off_t>(length_)) != 0 ||
      ::lseek(file_.get(), static_cast<off_t>(length_), SEEK_SET) < 0) {
    posix::failIo(errno, name);
  }
  const std::string whole = length_ == 0 ? journalHeader(packageId_) + bytes : bytes;
  writeBytes(file_, whole, name);
  sync_.begin(file_, length_ == 0 ? posix::openFolder(folder_) : posix::File());
  length_ += whole.size();
}

// The newest state of everything as one record: a long session types the same item a thousand times.
void Journal::rewrite() {
  JournalRecord record{std::chrono::system_clock::now(), {}};
  for (const auto& [id, note] : written_) record.objects.push_back(objectOf(note));
  const std::string bytes = journalHeader(packageId_) + printRecord(record);
  const fs::path draft = folder_ / kDraft;
  posix::File file = openToWrite(draft);
  writeBytes(file, bytes, draft.string());
  if (::fdatasync(file.get()) != 0) posix::failIo(errno, draft.string());
  const fs::path place = folder_ / kJournalFile;
  if (::rename(draft.c_str(), place.c_str()) != 0) posix::failIo(errno, place.string());
  posix::syncFolder(posix::openFolder(folder_));
  file_ = std::move(file);
  length_ = compact_ = bytes.size();
}

}  // namespace tiku::editor
