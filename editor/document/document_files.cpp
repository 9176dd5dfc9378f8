// Saving, recovery, and what other programs do to the files.
#include <map>
#include <unordered_set>
#include <utility>

#include "editor/document/document_impl.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/package/paths.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using namespace tiku::formats;

namespace {

Object objectIn(const Bank& bank, Id id) {
  const Object* found = bank.object(id);
  return found == nullptr ? Object{} : *found;
}

bool isNone(const Object& object) {
  return std::holds_alternative<std::monostate>(object);
}

void set(Edit& edit, Id id, const Object& object) {
  if (isNone(object)) {
    edit.remove(id);
  } else {
    edit.putObject(object);
  }
}

// Whether an edit may turn the one into the other.
bool mayReplace(Id id, const Object& before, const Object& after) {
  if (id == BankInfo::kId && isNone(after)) return false;
  return isNone(before) || isNone(after) || before.index() == after.index();
}

void addQuestions(const MergedObject& merged, const Question& about, std::vector<Question>& questions) {
  if (merged.removalClashes) questions.push_back(about);
  for (const Field& field : merged.clashes) {
    Question question = about;
    question.field = field.name;
    question.word = field.word;
    questions.push_back(std::move(question));
  }
}

// Two states of an object of which no common one is known.
MergedObject compared(const Object& a, const Object& b) {
  if (isNone(a) || isNone(b)) return {a, {}, true};
  return {a, differingFields(a, b), false};
}

}  // namespace

void Document::Impl::noteInJournal(std::span<const Id> ids) {
  if (!journal) return;
  std::vector<Journal::Note> noted;
  for (const Id id : ids) noted.push_back({id, saved.of(id, bank), objectIn(bank, id)});
  journal->note(noted);
}

// The files as they are now against what was last read or written, and the bank.
DiskNews Document::Impl::take(DiskLook look) {
  stamps = look.stamps;
  DiskNews news;
  news.problems = std::move(look.problems);
  if (look.complete) {
    std::unordered_set<Id> present(look.unread.begin(), look.unread.end());
    for (const auto& [id, object] : look.objects) present.insert(id);
    std::vector<Id> known = saved.ids();
    for (const auto& [id, object] : bank.objects()) known.push_back(id);
    for (const Id id : known) {
      if (present.insert(id).second) look.objects.emplace_back(id, Object{});
    }
  }
  Edit edit(translate("从磁盘读入的修改"));
  std::vector<std::pair<Id, Object>> theirs;
  for (auto& [id, object] : look.objects) {
    const Object base = saved.of(id, bank);
    const Object mine = objectIn(bank, id);
    if (sameContent(base, object)) continue;
    if (!mayReplace(id, mine, object)) {
      // The file that every bank has: it is written again with the next save.
      news.problems.emplace_back(ErrorCode::kConflict, translate("题库信息的文件被移走或换掉了。"),
                                 Place{pathOf(mine), 0, {}}, translate("保存时会重新写出。"));
      theirs.emplace_back(id, Object{});
      continue;
    }
    const MergedObject merged = mergeObjects(base, mine, object);
    std::erase_if(questions, [&id = id](const Question& question) { return question.object == id; });
    const std::size_t before = questions.size();
    addQuestions(merged, {id, {}, {}, mine, object, Question::From::kDisk}, questions);
    news.questions += static_cast<int>(questions.size() - before);
    if (!sameContent(merged.object, mine)) {
      set(edit, id, merged.object);
      ++news.taken;
    }
    theirs.emplace_back(id, std::move(object));
  }
  if (theirs.empty()) return news;
  std::vector<Id> ids;
  for (const auto& [id, object] : theirs) {
    saved.set(id, object, bank);
    ids.push_back(id);
  }
  noteInJournal(ids);
  undo.endMerge();
  Edit inverse = bank.apply(edit);
  // A reader follows the writer and has nothing to undo.
  if (lock.otherWriter().empty()) undo.add(std::move(inverse), {}, now());
  DocumentEvent event;
  event.saved = true;
  event.questions = news.questions > 0;
  tellChange(event);
  return news;
}

DiskNews Document::lookAtDisk() {
  // Files of another version are not the objects that we have; half of our own save is no news.
  if (olderVersion() || saving()) return {};
  DiskLook look = lookAt(impl_->place, *impl_->stamps, impl_->bank.info());
  const bool changedFiles = look.changedFiles;
  DiskNews news = impl_->take(std::move(look));
  if (changedFiles) lookAtHistory();
  return news;
}

void Document::Impl::lookBeforeSaving(const std::vector<FileChange>& files) {
  if (migration) return;
  std::vector<std::string> paths;
  for (const FileChange& file : files) paths.push_back(file.path);
  DiskNews news = take(lookAt(place, *stamps, bank.info(), &paths));
  if (!news.problems.empty()) throw FormatError(news.problems.front());
}

void Document::Impl::requireIdle() const {
  if (!saving) return;
  throw FormatError(ErrorCode::kConflict, translate("正在保存。"), {place.path().string(), 0, {}},
                    translate("请等保存完成后再试。"));
}

void Document::Impl::write() {
  std::vector<FileChange> files = filesFor(saved.changes(bank));
  lookBeforeSaving(files);
  if (!questions.empty()) {
    throw FormatError(ErrorCode::kConflict,
                      say("有 {n} 处修改与磁盘上别人的修改冲突，还没有保存。", "n"_a = questions.size()),
                      {place.path().string(), 0, {}}, translate("请先逐处选定用哪一方的。"));
  }
  files = filesFor(saved.changes(bank));
  // So that a process killed between the save and the end of the journal leaves in it what was saved.
  if (journal) (void)journal->flush();
  FileStamps left = *stamps;
  for (const FileChange& file : files) {
    if (file.remove) {
      left.erase(file.path);
    } else {
      left[file.path] = {};
    }
  }
  if (migration) {
    place.writeMigrated({bank, *olderVersion, {}, migration});
    migration.reset();
    olderVersion.reset();
    left = stampsOf(place);
  } else {
    place.write(files);
  }
  afterSave(saved.changes(bank), place.isArchive() ? stampsOf(place) : std::move(left));
}

// The files now hold what was written; the bank may have gone on since.
void Document::Impl::afterSave(std::span<const Change> written, FileStamps seen) {
  stamps = std::make_shared<const FileStamps>(std::move(seen));
  unchecked.follow(written);
  for (const Change& change : written) saved.set(change.id, change.after, bank);
  if (journal) {
    std::vector<Journal::Note> still;
    for (const Id id : saved.ids()) still.push_back({id, saved.of(id, bank), objectIn(bank, id)});
    journal->restart(still);
  }
  if (checkInState.kind != CheckInState::Kind::kNone) countUnchecked();
}

void Document::save() {
  impl_->requireWritable();
  impl_->requireIdle();
  impl_->undo.endMerge();
  if (!modified()) return;
  const bool migrates = impl_->olderVersion.has_value();
  impl_->write();
  if (migrates) impl_->findHistory();
  DocumentEvent event;
  event.saved = event.history = true;
  impl_->tellChange(event);
}

void Document::saveAs(const fs::path& path, bool replace) {
  Impl& impl = *impl_;
  impl.requireIdle();
  std::map<std::string, std::string> files = filesOf(impl.bank);
  try {
    const auto old = impl.place.openTree();
    for (const std::string& name : old->list()) {
      const FileKind kind = parsePath(name).kind;
      if (kind == FileKind::kForeign || kind == FileKind::kLog) files.try_emplace(name, old->read(name));
    }
  } catch (const FormatError& error) {
    // The old place may be gone, which is when a bank must be saved elsewhere.
    impl.tellProblem(say("原处的其他文件没有带过来：{reason}", "reason"_a = error.full()));
  }
  PackagePlace target = PackagePlace::named(path);
  if (target.path() == impl.place.path()) {
    save();
    return;
  }
  EditLock lock;
  if (target.isArchive()) lock = EditLock(target.sideFolder());
  if (!lock.otherWriter().empty()) {
    throw FormatError(ErrorCode::kConflict, lock.otherWriter(), {target.path().string(), 0, {}},
                      translate("请换一个文件名。"));
  }
  target.writeNew(files, replace);
  if (!target.isArchive()) lock = EditLock(target.sideFolder());
  if (impl.journal) impl.journal->restart({});
  impl.journal.reset();
  impl.place = std::move(target);
  impl.lock = std::move(lock);
  impl.migration.reset();
  impl.olderVersion.reset();
  impl.questions.clear();
  impl.recovery.reset();
  impl.shelf = {};
  impl.stamps = std::make_shared<const FileStamps>(stampsOf(impl.place));
  impl.undo.endMerge();
  impl.saved.clear();
  impl.startJournal();
  impl.findHistory();
  DocumentEvent event;
  event.saved = event.history = event.questions = true;
  impl.tellChange(event);
}

void Document::discardUnsaved() {
  impl_->discarded = true;
}

void Document::takeRecovery() {
  Impl& impl = *impl_;
  if (!impl.recovery) return;
  impl.requireWritable();
  const Recovery recovery = std::move(*impl.recovery);
  impl.recovery.reset();
  Edit edit(translate("恢复没有保存的修改"));
  bool whole = recovery.unreadable == 0;
  for (const Recovery::Object& object : recovery.objects) {
    const Object current = objectIn(impl.bank, object.id);
    const bool fits = mayReplace(object.id, current, object.recovered);
    if (fits && !object.clashes && sameContent(current, object.onDisk)) {
      set(edit, object.id, object.recovered);
      continue;
    }
    whole = false;
    if (!fits) continue;
    // The bank has what is on the disk, so here the other side is the recovered state.
    addQuestions(compared(current, object.recovered),
                 {object.id, {}, {}, current, object.recovered, Question::From::kRecovery}, impl.questions);
  }
  impl.undo.endMerge();
  impl.apply(edit, {});
  const bool safe = impl.journal && impl.journal->flush();
  if (whole && safe) {
    impl.shelf.remove();
  } else {
    impl.shelf.drop();
  }
  DocumentEvent event;
  event.questions = true;
  impl.tellChange(event);
}

void Document::dropRecovery() {
  impl_->recovery.reset();
  impl_->shelf.drop();
  DocumentEvent event;
  event.questions = true;
  impl_->tellChange(event);
}

void Document::resolve(std::size_t which, Side side) {
  Impl& impl = *impl_;
  impl.requireWritable();
  const Question question = impl.questions.at(which);
  impl.questions.erase(impl.questions.begin() + static_cast<std::ptrdiff_t>(which));
  if (side == Side::kTheirs) {
    const Object current = objectIn(impl.bank, question.object);
    Edit edit(question.from == Question::From::kDisk ? translate("采用磁盘上的修改")
                                                     : translate("采用恢复的内容"));
    set(edit, question.object,
        question.field.empty() || isNone(current) ? question.theirs
                                                  : withField(current, question.theirs, question.field));
    impl.undo.endMerge();
    impl.apply(edit, {});
  }
  DocumentEvent event;
  event.questions = true;
  impl.tellChange(event);
}

}  // namespace tiku::editor
