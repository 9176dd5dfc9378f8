#include "editor/document/document.h"

#include <utility>

#include "editor/document/package_place.h"
#include "editor/document/saved_state.h"
#include "editor/document/undo_stack.h"
#include "editor/document/watched_tree.h"
#include "formats/base/error.h"
#include "validators/checker/bank_profile.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using namespace tiku::formats;
using validators::Checker;
using validators::Profile;

struct Document::Impl {
  Impl(PackagePlace where, ReadResult read, const DocumentOptions& options, ProgressTeller& teller)
      : place(std::move(where)),
        now(options.now ? options.now : [] { return std::chrono::steady_clock::now(); }),
        bank(std::move(read.bank)),
        notes(std::move(read.notes)),
        migration(std::move(read.migration)) {
    if (migration) olderVersion = read.version;
    check([&teller](std::size_t done, std::size_t all) { teller.tell(Phase::kChecking, done, all); });
    subscription = bank.listen([this](std::span<const Change> made) { changed(made); });
  }

  static std::unique_ptr<Impl> read(PackagePlace place, const DocumentOptions& options) {
    ProgressTeller teller(options.watch);
    if (!place.isArchive()) finishSave(place.path());
    ReadResult result = readBank(*watchedTree(place.openTree(), teller));
    return std::make_unique<Impl>(std::move(place), std::move(result), options, teller);
  }

  // The rules of the profile that the bank names, from nothing. A bank that names none can still be edited.
  void check(const Checker::Progress& progress = {}) {
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

  // Told by the bank, after the checker has followed.
  void changed(std::span<const Change> made) {
    ++generation;
    saved.follow(made);
    changes.assign(made.begin(), made.end());
  }

  // Tells the listeners of what changed() has seen.
  void tellChange() {
    if (changes.empty()) return;
    const std::vector<Change> told = std::exchange(changes, {});
    DocumentEvent event;
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
    event.undo = event.saved = true;
    event.checked = event.everythingJudged || !list.empty();
    event.judged = list;
    listeners.tell(event);
  }

  void write() {
    if (migration) {
      place.writeMigrated({bank, *olderVersion, {}, migration});
      migration.reset();
      olderVersion.reset();
    } else {
      place.write(filesFor(saved.changes(bank)));
    }
    saved.clear();
  }

  PackagePlace place;
  std::function<Time()> now;
  Bank bank;
  std::vector<ReadNote> notes;
  std::optional<Migration> migration;
  std::optional<FormatVersion> olderVersion;
  std::string profileProblem;
  std::unique_ptr<Checker> checker;
  std::uint64_t generation = 0;
  UndoStack undo;
  SavedState saved;
  std::vector<Change> changes;  ///< That the listeners have not been told of.
  Listeners listeners;
  Bank::Subscription subscription;
};

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::~Document() = default;

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
const std::vector<ReadNote>& Document::notes() const {
  return impl_->notes;
}
const std::optional<FormatVersion>& Document::olderVersion() const {
  return impl_->olderVersion;
}
const Bank& Document::bank() const {
  return impl_->bank;
}
std::uint64_t Document::generation() const {
  return impl_->generation;
}
const Checker& Document::checker() const {
  return *impl_->checker;
}
const std::string& Document::profileProblem() const {
  return impl_->profileProblem;
}

bool Document::apply(const Edit& edit, std::string_view mergeKey) {
  const std::uint64_t before = impl_->generation;
  Edit inverse = impl_->bank.apply(edit);
  if (impl_->generation == before) return false;
  impl_->undo.add(std::move(inverse), mergeKey, impl_->now());
  impl_->undo.dropIfVoid(impl_->bank);
  impl_->tellChange();
  return true;
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
  const bool done = impl_->undo.undo(impl_->bank);
  impl_->tellChange();
  return done;
}

bool Document::redo() {
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

void Document::save() {
  impl_->undo.endMerge();
  if (!modified()) return;
  impl_->write();
  DocumentEvent event;
  event.saved = true;
  impl_->listeners.tell(event);
}

}  // namespace tiku::editor
