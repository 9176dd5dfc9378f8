// Check-ins.
#include <utility>

#include "editor/document/document_impl.h"
#include "formats/base/say.h"
#include "workflows/checkin/message.h"

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

std::string Document::proposedMessage() const {
  UncheckedFiles files = impl_->unchecked;
  files.follow(impl_->saved.changes(impl_->bank));
  return workflows::proposedMessage(files.dirty(), impl_->bank);
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
