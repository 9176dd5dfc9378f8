#include "editor/document/review_session.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/save.h"
#include "workflows/review/collect.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using namespace formats;
using workflows::AnswerEntry;

namespace {

/// Two changes of one key that are further apart than this are two steps.
constexpr std::chrono::milliseconds kTypingPause{2000};

fs::path sideFolderOf(const fs::path& file) {
  return file.parent_path() / ("." + file.filename().string() + "-edit");
}

// 甲 to 癸, then numbers.
std::string otherName(std::size_t number) {
  static constexpr std::array kStems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  if (language() == Language::kEnglish)
    return say("专家 {letter}", "letter"_a = std::string(1, static_cast<char>('A' + number % 26)));
  return number < kStems.size() ? say("专家{stem}", "stem"_a = kStems[number])
                                : say("专家{stem}", "stem"_a = number + 1);
}

bool canWrite(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  return ::access(folder.c_str(), W_OK) == 0 && ::access(file.c_str(), W_OK) == 0;
}

}  // namespace

std::unique_ptr<ReviewSession> ReviewSession::open(const fs::path& path, Post post) {
  std::error_code failed;
  fs::path whole = fs::absolute(path, failed);
  if (failed) whole = path;
  constexpr std::uint64_t kMostBytes = 1ULL << 30U;
  ReviewFile file = ReviewFile::read(readWholeFile(whole, kMostBytes), whole.string());
  return std::unique_ptr<ReviewSession>(
      new ReviewSession(std::move(whole), std::move(file), std::move(post)));
}

ReviewSession::ReviewSession(fs::path path, ReviewFile file, Post post)
    : path_(std::move(path)), file_(std::move(file)), inbox_(std::make_shared<Inbox>(std::move(post))) {
  bank().forEach<Opinion>([this](const std::shared_ptr<const Opinion>& one) {
    opinions_[one->remark.anchor.object].push_back(one);
  });
  for (auto& [object, list] : opinions_) std::ranges::sort(list, {}, [](const auto& one) { return one->id; });
  for (const auto& submission : bank().all<Submission>()) {
    if (submission->answers) others_.push_back({otherName(others_.size()), submission});
  }
  countAll();
  lock();
  startSaving();
}

ReviewSession::~ReviewSession() = default;

void ReviewSession::lock() {
  lock_ = EditLock(sideFolderOf(path_), say("这份评审文件"));
  readOnly_ = lock_.otherWriter();
  if (readOnly_.empty() && !canWrite(path_)) {
    readOnly_ = say("“{file}”所在的地方写不进去（光盘、只读的盘，或者没有权限）。要评，请先另存到电脑上。",
                    "file"_a = path_.filename().string());
  }
}

void ReviewSession::startSaving() {
  saver_ = std::make_unique<ReviewSaver>(
      path_, [this, post = Inbox::postTo(inbox_)] { post([this] { tell({}); }); });
}

void ReviewSession::languageChanged() {
  for (std::size_t i = 0; i < others_.size(); ++i) others_[i].name = otherName(i);
  queue_ = queueOf(file_);
}

ReviewSession::LineState ReviewSession::computed(const QueueLine& line) const {
  LineState state;
  if (rereview()) {
    const auto opinions = opinionsOn(line.object);
    const auto decided = std::ranges::count_if(opinions, [this](const auto& opinion) {
      return workflows::decisionOf(answers(), opinion->id) != nullptr;
    });
    state.remarks = static_cast<int>(opinions.size());
    state.done = decided == state.remarks;
    state.begun = decided > 0 && !state.done;
    return state;
  }
  const ItemScore score = workflows::scoreOf(answers(), line.object);
  state.remarks = static_cast<int>(std::ranges::count_if(
      answers().annotations, [&](const Annotation& one) { return one.anchor.object == line.object; }));
  // What was not asked for needs no verdict.
  const bool asked = std::ranges::binary_search(task().objects, line.object);
  state.done = !asked || (score.verdict && (score.relevance || !line.scored));
  state.begun = !state.done && (score.verdict || score.relevance || score.difficulty || state.remarks > 0);
  return state;
}

void ReviewSession::countAll() {
  queue_ = queueOf(file_);
  lineOf_.clear();
  states_.clear();
  done_ = 0;
  for (const QueueLine& line : queue_) {
    lineOf_[line.object] = states_.size();
    states_.push_back(computed(line));
    done_ += states_.back().done ? 1 : 0;
  }
}

void ReviewSession::count(Id object) {
  const auto at = lineOf_.find(object);
  if (at == lineOf_.end()) return;
  LineState& state = states_[at->second];
  done_ -= state.done ? 1 : 0;
  state = computed(queue_[at->second]);
  done_ += state.done ? 1 : 0;
}

ReviewSession::LineState ReviewSession::stateOf(Id object) const {
  const auto at = lineOf_.find(object);
  return at == lineOf_.end() ? LineState{} : states_[at->second];
}

ReviewSession::Progress ReviewSession::progress() const {
  if (!rereview()) return {done_, static_cast<int>(queue_.size())};
  Progress progress;
  for (const auto& [object, list] : opinions_) {
    for (const auto& opinion : list) {
      ++progress.all;
      progress.done += workflows::decisionOf(answers(), opinion->id) == nullptr ? 0 : 1;
    }
  }
  return progress;
}

std::vector<Unfilled> ReviewSession::unfilled() const {
  std::vector<Unfilled> found = file_.unfilled();
  const auto orderOf = [this](const Unfilled& one) {
    const auto at = lineOf_.find(placeOf(one).object);
    return at == lineOf_.end() ? std::size_t{0} : at->second + 1;
  };
  std::ranges::stable_sort(found, {}, orderOf);
  return found;
}

ReviewPlace ReviewSession::placeOf(const Unfilled& unfilled) const {
  switch (unfilled.what) {
    case Unfilled::What::kConflict:
      return {ReviewPlace::Page::kSubmit, {}, {}, {}};
    case Unfilled::What::kRubricLine:
      return {ReviewPlace::Page::kRubric, {}, {}, unfilled.line};
    case Unfilled::What::kOpinion: {
      const auto* opinion = bank().find<Opinion>(unfilled.object);
      return {ReviewPlace::Page::kItems,
              opinion == nullptr ? Id() : opinion->remark.anchor.object,
              unfilled.object,
              {}};
    }
    case Unfilled::What::kVerdict:
    case Unfilled::What::kRelevance:
      break;
  }
  return {ReviewPlace::Page::kItems, unfilled.object, {}, {}};
}

std::vector<Annotation> ReviewSession::remarksOn(Id object) const {
  std::vector<Annotation> remarks;
  std::ranges::copy_if(answers().annotations, std::back_inserter(remarks),
                       [object](const Annotation& one) { return one.anchor.object == object; });
  return remarks;
}

std::vector<std::shared_ptr<const Opinion>> ReviewSession::opinionsOn(Id object) const {
  const auto at = opinions_.find(object);
  return at == opinions_.end() ? std::vector<std::shared_ptr<const Opinion>>() : at->second;
}

ReviewPlace ReviewSession::placeOf(const AnswerEntry& entry) const {
  using Page = ReviewPlace::Page;
  struct Finder {
    const ReviewSession& session;
    ReviewPlace operator()(const workflows::ScoreEntry& entry) const {
      return {Page::kItems, entry.now.object, {}, {}};
    }
    ReviewPlace operator()(const workflows::RubricEntry& entry) const {
      return {Page::kRubric, {}, {}, entry.line};
    }
    ReviewPlace operator()(const workflows::RemarkEntry& entry) const {
      const Annotation* there = workflows::remarkOf(session.answers(), entry.id);
      const Annotation* remark = entry.now ? &*entry.now : there;
      return {Page::kItems, remark == nullptr ? Id() : remark->anchor.object, entry.id, {}};
    }
    ReviewPlace operator()(const workflows::ReplyEntry& entry) const {
      for (const OtherExpert& other : session.others_) {
        if (const Annotation* remark = workflows::remarkOf(other.answers(), entry.annotation))
          return {Page::kItems, remark->anchor.object, entry.annotation, {}};
      }
      return {Page::kItems, {}, entry.annotation, {}};
    }
    ReviewPlace operator()(const workflows::DecisionEntry& entry) const {
      const auto* opinion = session.bank().find<Opinion>(entry.opinion);
      return {Page::kItems, opinion == nullptr ? Id() : opinion->remark.anchor.object, entry.opinion, {}};
    }
    ReviewPlace operator()(const workflows::ConflictEntry&) const { return {Page::kSubmit, {}, {}, {}}; }
    ReviewPlace operator()(const workflows::CommentEntry&) const { return {Page::kSubmit, {}, {}, {}}; }
  };
  return std::visit(Finder{*this}, entry);
}

AnswerEntry ReviewSession::put(const AnswerEntry& entry) {
  ExpertAnswers next = answers();
  AnswerEntry before = workflows::put(next, entry);
  file_.answer(std::move(next));
  return before;
}

void ReviewSession::change(const AnswerEntry& entry, const std::string& title, std::string_view mergeKey) {
  if (!readOnly_.empty()) throw FormatError(ErrorCode::kConflict, readOnly_);
  const bool was = submitted();
  const ReviewPlace place = placeOf(entry);
  AnswerEntry before = put(entry);
  const auto now = std::chrono::steady_clock::now();
  const bool merges = !mergeKey.empty() && mergeKey == mergeKey_ && now - lastChange_ < kTypingPause &&
                      redo_.empty() && !undo_.empty();
  if (!merges) undo_.push_back({title, std::move(before), place});
  redo_.clear();
  mergeKey_ = mergeKey;
  lastChange_ = now;
  count(place.object);
  saver_->save(file_);
  tell({&entry, place, was});
}

std::optional<ReviewPlace> ReviewSession::step(std::vector<Step>& from, std::vector<Step>& to) {
  if (from.empty() || !readOnly_.empty()) return {};
  const bool was = submitted();
  Step step = std::move(from.back());
  from.pop_back();
  const AnswerEntry entry = step.entry;
  step.entry = put(entry);
  const ReviewPlace place = step.place;
  to.push_back(std::move(step));
  mergeKey_.clear();
  count(place.object);
  saver_->save(file_);
  tell({&entry, place, was});
  return place;
}

void ReviewSession::submit(const Date& on) {
  if (!readOnly_.empty()) throw FormatError(ErrorCode::kConflict, readOnly_);
  file_.submit(on);
  saver_->save(file_);
  if (!saver_->flush()) {
    file_.answer(ExpertAnswers(answers()));
    saver_->save(file_);
    throw FormatError(ErrorCode::kIo, say("没有提交：{why}", "why"_a = trouble().words));
  }
  mergeKey_.clear();
  tell({});
}

std::string ReviewSession::receipt() const {
  return submitted() ? workflows::receiptOf(commitmentOf(answers())) : std::string();
}

ReviewSession::Saving ReviewSession::saving() const {
  const ReviewSaver::State state = saver_->state();
  if (state.written) return Saving::kSaved;
  return state.trouble ? Saving::kTrouble : Saving::kWriting;
}

ReviewSaver::Trouble ReviewSession::trouble() const {
  return saver_->state().trouble.value_or(ReviewSaver::Trouble{});
}

bool ReviewSession::flush() {
  return saver_->flush();
}

void ReviewSession::insist() {
  saver_->insist();
}

void ReviewSession::saveAs(const fs::path& path, bool replace) {
  if (path == path_) {
    saver_->save(file_);
    saver_->insist();
    return;
  }
  EditLock lock(sideFolderOf(path), say("这份评审文件"));
  if (!lock.otherWriter().empty()) throw FormatError(ErrorCode::kConflict, lock.otherWriter());
  writeFileSafely(path, file_.bytes(), replace);
  saver_.reset();
  path_ = path;
  lock_ = std::move(lock);
  readOnly_.clear();
  startSaving();
  tell({});
}

void ReviewSession::tell(const Event& event) {
  if (listener_) listener_(event);
}

}  // namespace tiku::editor
