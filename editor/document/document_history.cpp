// Check-ins.
#include <utility>

#include "editor/document/document_impl.h"
#include "formats/base/say.h"
#include "workflows/checkin/message.h"
#include "workflows/merge/merge.h"

namespace tiku::editor {

using namespace tiku::formats;

void Document::Impl::findHistory(ProgressTeller* teller) {
  checkInState = {};
  unchecked = {};
  if (place.isArchive() || !Repository::isRepository(place.path())) return;
  if (teller != nullptr) teller->tell(Phase::kComparing, 0, 1);
  try {
    takeHistory(Repository::open(place.path()).dirty());
  } catch (const FormatError& error) {
    // The bank can be edited all the same. At opening nobody listens yet.
    if (teller != nullptr) {
      problems.push_back(error.full());
    } else {
      tellProblem(error.full());
    }
  }
  if (teller != nullptr) teller->tell(Phase::kComparing, 1, 1);
}

void Document::Impl::takeHistory(const Dirty& dirty) {
  unchecked = UncheckedFiles(dirty);
  countUnchecked();
}

void Document::Impl::countUnchecked() {
  checkInState.objects = workflows::objectsIn(unchecked.dirty());
  checkInState.kind = checkInState.objects == 0 ? CheckInState::Kind::kClean : CheckInState::Kind::kChanged;
}

void Document::lookAtHistory() {
  const CheckInState before = impl_->checkInState;
  impl_->findHistory();
  DocumentEvent event;
  event.history = before != impl_->checkInState;
  impl_->tellChange(event);
}

UncheckedFiles Document::Impl::uncheckedAndUnsaved() const {
  UncheckedFiles files = unchecked;
  files.follow(saved.changes(bank));
  return files;
}

std::string Document::proposedMessage() const {
  return workflows::proposedMessage(impl_->uncheckedAndUnsaved().dirty(), impl_->bank);
}

std::vector<std::string> Document::uncheckedFiles() const {
  return impl_->uncheckedAndUnsaved().paths();
}

std::optional<Revision> Document::checkIn(const std::string& message) {
  save();
  impl_->requireWritable();
  Repository repository = Repository::open(impl_->place.path());
  auto revision = repository.checkIn(impl_->unchecked.paths(), message);
  impl_->unchecked = {};
  impl_->countUnchecked();
  DocumentEvent event;
  event.history = true;
  impl_->tellChange(event);
  return revision;
}

Revision Document::merge(const workflows::MergeResult& result, const std::string& message) {
  Impl& impl = *impl_;
  impl.requireWritable();
  impl.requireIdle();
  Repository repository = Repository::open(impl.place.path());
  if (modified() || impl.checkInState.kind == CheckInState::Kind::kChanged) {
    throw FormatError(ErrorCode::kConflict, translate("题库里有没签入的改动，先不合并。"),
                      {impl.place.path().string(), 0, {}}, translate("请先签入（tiku commit），再合并。"));
  }
  impl.undo.endMerge();
  // The files first: where that fails, the bank is what it was; where the process dies behind it, the next
  // opening reads the merged files.
  const Revision revision = workflows::writeMerge(repository, impl.place.path(), result, message);
  impl.apply(result.edit, {});
  impl.afterSave(impl.saved.changes(impl.bank), stampsOf(impl.place));
  impl.findHistory();
  DocumentEvent event;
  event.saved = event.history = true;
  impl.tellChange(event);
  return revision;
}

void Document::startHistory() {
  impl_->requireWritable();
  if (impl_->place.isArchive()) {
    throw FormatError(ErrorCode::kUsage, translate(".tiku 文件不能有版本历史。"),
                      {impl_->place.path().string(), 0, {}}, translate("请先另存为文件夹。"));
  }
  save();
  Repository::init(impl_->place.path()).checkIn(translate("建立题库"));
  lookAtHistory();
}

}  // namespace tiku::editor
