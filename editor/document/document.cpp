#include "editor/document/document.h"

#include <set>
#include <utility>

#include "editor/document/document_impl.h"
#include "formats/base/say.h"
#include "formats/package/paths.h"
#include "validators/checker/bank_profile.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using namespace tiku::formats;
using validators::Checker;
using validators::Profile;

Document::Impl::Impl(PackagePlace where, EditLock held, FileStamps seen, ReadResult read,
                     const DocumentOptions& options, ProgressTeller& teller)
    : place(std::move(where)),
      lock(std::move(held)),
      now(options.now ? options.now : [] { return std::chrono::steady_clock::now(); }),
      bank(std::move(read.bank)),
      notes(std::move(read.notes)),
      migration(std::move(read.migration)),
      stamps(std::make_shared<const FileStamps>(std::move(seen))),
      inbox(std::make_shared<Inbox>(options.post)),
      worker(Inbox::postTo(inbox)) {
  if (migration) olderVersion = read.version;
  check([&teller](std::size_t done, std::size_t all) { teller.tell(Phase::kChecking, done, all); });
  findHistory(&teller);
  subscription = bank.listen([this](std::span<const Change> made) { changed(made); });
  if (!lock.otherWriter().empty()) return;
  shelf = JournalShelf(place.sideFolder());
  recovery = shelf.read(bank);
}

std::unique_ptr<Document::Impl> Document::Impl::read(PackagePlace place, const DocumentOptions& options) {
  ProgressTeller teller(options.watch);
  EditLock lock;
  std::error_code error;
  // Nothing is made beside what is no bank.
  if (fs::is_regular_file(place.isArchive() ? place.path() : place.path() / kManifestPath, error)) {
    lock = EditLock(place.sideFolder());
  }
  if (!place.isArchive() && lock.held()) finishSave(place.path());
  // Before reading: what changes meanwhile will show.
  FileStamps stamps = stampsOf(place);
  ReadResult result = readBank(*watchedTree(place.openTree(), teller));
  auto impl = std::make_unique<Impl>(std::move(place), std::move(lock), std::move(stamps), std::move(result),
                                     options, teller);
  if (!impl->lock.otherWriter().empty()) return impl;
  impl->startJournal();
  return impl;
}

void Document::Impl::check(const Checker::Progress& progress) {
  checker.reset();
  profileProblem.clear();
  Profile profile;
  try {
    profile = validators::profileOf(bank.info());
  } catch (const FormatError& error) {
    profileProblem = error.full();
  }
  checker = std::make_unique<Checker>(bank, std::move(profile), progress);
  (void)checker->takeJudged();
}

void Document::Impl::startJournal() {
  journal = std::make_unique<Journal>(
      place.sideFolder(), bank.info().packageId,
      [this, post = Inbox::postTo(inbox)](const FormatError& error) {
        post([this, problem = say("不能写恢复文件：{reason}", "reason"_a = error.full())] {
          tellProblem(problem);
        });
      });
}

void Document::Impl::changed(std::span<const Change> made) {
  ++generation;
  saved.follow(made);
  review.follow(made);
  if (journal) {
    std::vector<Journal::Note> notes;
    for (const Change& change : made) notes.push_back({change.id, saved.of(change.id, bank), change.after});
    journal->note(notes);
  }
  if (similar) similar->follow(made);
  if (missedBySimilar) missedBySimilar->insert(missedBySimilar->end(), made.begin(), made.end());
  changes.insert(changes.end(), made.begin(), made.end());
}

void Document::Impl::tellChange(DocumentEvent event) {
  const std::vector<Change> told = std::exchange(changes, {});
  for (const Change& change : told) {
    const auto* was = change.was<BankInfo>();
    const auto* is = change.is<BankInfo>();
    if (was == nullptr || is == nullptr || was->profile == is->profile) continue;
    check();
    event.everythingJudged = true;
  }
  const std::set<Id> judged = checker->takeJudged();
  const std::vector<Id> list(judged.begin(), judged.end());
  event.changes = told;
  event.undo = event.undo || !told.empty();
  event.saved = event.saved || !told.empty();
  event.checked = event.everythingJudged || !list.empty();
  event.judged = list;
  if (event.undo || event.saved || event.checked || event.history || event.questions) {
    listeners.tell(event);
  }
}

void Document::Impl::tellProblem(std::string problem) {
  DocumentEvent event;
  event.problem = std::move(problem);
  listeners.tell(event);
}

void Document::Impl::requireWritable() const {
  if (lock.otherWriter().empty()) return;
  throw FormatError(ErrorCode::kConflict, lock.otherWriter(), {place.path().string(), 0, {}},
                    translate("请等对方关闭后重新打开，或另存一份。"));
}

bool Document::Impl::apply(const Edit& edit, std::string_view mergeKey) {
  requireWritable();
  discarded = false;
  const std::uint64_t before = generation;
  Edit inverse = bank.apply(edit);
  if (generation == before) return false;
  undo.add(std::move(inverse), mergeKey, now());
  undo.dropIfVoid(bank);
  tellChange();
  return true;
}

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Document::~Document() {
  if (!impl_->journal) return;
  // An unanswered recovery stays on its shelf whatever becomes of this session.
  if (impl_->discarded || impl_->saved.same()) impl_->journal->restart({});
}

std::unique_ptr<Document> Document::open(const fs::path& path, const DocumentOptions& options) {
  return std::unique_ptr<Document>(new Document(Impl::read(PackagePlace(path), options)));
}

std::unique_ptr<Document> Document::create(const Bank& bank, const fs::path& path,
                                           const DocumentOptions& options) {
  return std::unique_ptr<Document>(new Document(Impl::read(PackagePlace::create(bank, path), options)));
}

const fs::path& Document::path() const {
  return impl_->place.path();
}
bool Document::isArchive() const {
  return impl_->place.isArchive();
}
const std::string& Document::readOnlyReason() const {
  return impl_->lock.otherWriter();
}
const std::vector<ReadNote>& Document::notes() const {
  return impl_->notes;
}
const std::optional<FormatVersion>& Document::olderVersion() const {
  return impl_->olderVersion;
}
const Bank& Document::bank() const {
  return impl_->bank;
}
const ReviewState& Document::review() const {
  return impl_->review;
}
std::uint64_t Document::generation() const {
  return impl_->generation;
}
const Checker& Document::checker() const {
  return *impl_->checker;
}
const std::vector<std::string>& Document::problems() const {
  return impl_->problems;
}
const std::string& Document::profileProblem() const {
  return impl_->profileProblem;
}

void Document::languageChanged() {
  impl_->check();
  DocumentEvent event;
  event.everythingJudged = true;
  impl_->tellChange(event);
}

bool Document::apply(const Edit& edit, std::string_view mergeKey) {
  return impl_->apply(edit, mergeKey);
}

void Document::endMerge() {
  impl_->undo.endMerge();
}
const std::string& Document::undoTitle() const {
  return impl_->undo.undoTitle();
}
const std::string& Document::redoTitle() const {
  return impl_->undo.redoTitle();
}
bool Document::canUndo() const {
  return impl_->undo.canUndo();
}
bool Document::canRedo() const {
  return impl_->undo.canRedo();
}

bool Document::undo() {
  impl_->requireWritable();
  const bool done = impl_->undo.undo(impl_->bank);
  impl_->tellChange();
  return done;
}

bool Document::redo() {
  impl_->requireWritable();
  const bool done = impl_->undo.redo(impl_->bank);
  impl_->tellChange();
  return done;
}

Listening Document::listen(Listeners::Listener listener) {
  return impl_->listeners.add(std::move(listener));
}

bool Document::modified() const {
  return impl_->olderVersion.has_value() || !impl_->saved.same();
}
std::vector<Id> Document::unsaved() const {
  return impl_->saved.ids();
}
bool Document::isUnsaved(Id object) const {
  return impl_->saved.differs(object);
}
const std::optional<Recovery>& Document::recovery() const {
  return impl_->recovery;
}
const std::vector<Question>& Document::questions() const {
  return impl_->questions;
}
const CheckInState& Document::checkInState() const {
  return impl_->checkInState;
}

}  // namespace tiku::editor
