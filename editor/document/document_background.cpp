// What runs on threads while the user goes on.
#include <unordered_map>
#include <utility>

#include "editor/document/document_impl.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

// What a thread needs to save, and what it gives back.
struct SaveWork {
  PackagePlace place;
  Journal* journal;  ///< May be null. Lives longer than the thread.
  std::vector<Change> changes;
  std::shared_ptr<const FileStamps> stamps;
  std::shared_ptr<const BankInfo> info;
  std::optional<Bank> bank;  ///< For an archive, which is read as a whole when it may have changed.
};
struct SaveResult {
  std::vector<Change> written;
  FileStamps stamps;
  std::optional<DiskLook> news;  ///< Nothing was written: another program was there first.
};

struct LookResult {
  DiskLook look;
  std::optional<Dirty> dirty;  ///< Where the look found something and there is a history.
};

// Whether the files hold anything but what we last read or wrote.
bool isNews(const DiskLook& look, const SaveWork& work) {
  std::unordered_map<Id, Object> saved;
  if (look.complete && work.bank) saved = work.bank->objects();
  for (const Change& change : work.changes) {
    if (std::holds_alternative<std::monostate>(change.before)) {
      saved.erase(change.id);
    } else {
      saved.insert_or_assign(change.id, change.before);
    }
  }
  for (const auto& [id, object] : look.objects) {
    const auto base = saved.find(id);
    if (!sameContent(base == saved.end() ? Object{} : base->second, object)) return true;
    if (base != saved.end()) saved.erase(base);
  }
  return look.complete && !saved.empty();
}

SaveResult saveOnThread(const SaveWork& work) {
  const std::vector<FileChange> files = filesFor(work.changes);
  std::vector<std::string> paths;
  for (const FileChange& file : files) paths.push_back(file.path);
  DiskLook look = lookAt(work.place, *work.stamps, *work.info, &paths);
  if (!look.problems.empty()) throw FormatError(look.problems.front());
  if (isNews(look, work)) return {{}, {}, std::move(look)};
  FileStamps stamps = *look.stamps;
  if (work.journal != nullptr) (void)work.journal->flush();  // As in Impl::write().
  work.place.write(files);
  if (work.place.isArchive()) return {work.changes, stampsOf(work.place), std::nullopt};
  for (const FileChange& file : files) {
    if (file.remove) {
      stamps.erase(file.path);
    } else {
      stamps[file.path] = {};
    }
  }
  return {work.changes, std::move(stamps), std::nullopt};
}

}  // namespace

void Document::saveInBackground(const SavingHooks& hooks) {
  Impl& impl = *impl_;
  impl.requireWritable();
  if (impl.saving) return;
  const auto failed = [hooks](const FormatError& error) {
    if (hooks.failed) hooks.failed(error);
  };
  if (!modified() || olderVersion() || !impl.questions.empty()) {
    try {
      save();
    } catch (const FormatError& error) {
      failed(error);
      return;
    }
    if (hooks.done) hooks.done();
    return;
  }
  impl.undo.endMerge();
  impl.saving = true;
  SaveWork work{impl.place,
                impl.journal.get(),
                impl.saved.changes(impl.bank),
                impl.stamps,
                impl.bank.get<BankInfo>(BankInfo::kId),
                {}};
  if (isArchive()) work.bank = impl.bank;
  TaskHooks<SaveResult> ends;
  ends.failed = [&impl, failed](const FormatError& error) {
    impl.saving = false;
    failed(error);
  };
  ends.done = [this, &impl, hooks](SaveResult result) {
    impl.saving = false;
    if (result.news) {
      impl.take(std::move(*result.news));
      saveInBackground(hooks);
      return;
    }
    impl.afterSave(result.written, std::move(result.stamps));
    DocumentEvent event;
    event.saved = event.history = true;
    impl.tellChange(event);
    if (hooks.done) hooks.done();
  };
  (void)impl.worker.run([work = std::move(work)](TaskControl&) { return saveOnThread(work); },
                        std::move(ends));
}

bool Document::saving() const {
  return impl_->saving;
}

void Document::lookAtDiskInBackground(const std::function<void(const DiskNews&)>& done) {
  Impl& impl = *impl_;
  if (olderVersion() || impl.saving) return;
  TaskHooks<LookResult> ends;
  // A save of ours meanwhile makes its stamps those of another time.
  ends.stillWanted = [&impl, before = impl.stamps] { return !impl.saving && impl.stamps == before; };
  ends.done = [&impl, done](LookResult result) {
    const DiskNews news = impl.take(std::move(result.look));
    if (result.dirty) {
      impl.takeHistory(*result.dirty);
      DocumentEvent event;
      event.history = true;
      impl.tellChange(event);
    }
    if (done) done(news);
  };
  ends.failed = [&impl](const FormatError& error) { impl.tellProblem(error.full()); };
  (void)impl.worker.run(
      [place = impl.place, stamps = impl.stamps,
       info = impl.bank.get<BankInfo>(BankInfo::kId)](TaskControl&) {
        LookResult result{lookAt(place, *stamps, *info), std::nullopt};
        const bool hasHistory = !place.isArchive() && Repository::isRepository(place.path());
        if (result.look.changedFiles && hasHistory) result.dirty = Repository::open(place.path()).dirty();
        return result;
      },
      std::move(ends));
}

void Document::poll() {
  impl_->inbox->poll();
}

Worker& Document::worker() {
  return impl_->worker;
}

std::function<bool()> Document::ifUnchanged() const {
  return [impl = impl_.get(), then = impl_->generation] { return impl->generation == then; };
}

std::optional<std::vector<SimilarTo>> Document::similarTo(const TheoryItem& item, std::size_t limit) {
  Impl& impl = *impl_;
  if (impl.similar) return impl.similar->similarTo(item, impl.bank, limit);
  if (impl.missedBySimilar) return std::nullopt;
  impl.missedBySimilar.emplace();
  TaskHooks<std::shared_ptr<SimilarIndex>> ends;
  ends.done = [&impl](const std::shared_ptr<SimilarIndex>& made) {
    impl.similar = std::move(*made);
    impl.similar->follow(*impl.missedBySimilar);
    impl.missedBySimilar.reset();
    DocumentEvent event;
    event.similar = true;
    impl.listeners.tell(event);
  };
  (void)impl.worker.run(
      [snapshot = impl.bank](TaskControl& control) {
        return std::make_shared<SimilarIndex>(snapshot, control);
      },
      std::move(ends));
  return std::nullopt;
}

}  // namespace tiku::editor
