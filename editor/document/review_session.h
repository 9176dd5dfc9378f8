#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/document/edit_lock.h"
#include "editor/document/inbox.h"
#include "editor/document/progress.h"
#include "editor/document/review_queue.h"
#include "editor/document/review_saver.h"
#include "workflows/review/answering.h"

namespace tiku::editor {

/// Where in an expert's file somebody is, or wants to go.
struct ReviewPlace {
  enum class Page { kItems, kRubric, kSubmit };
  Page page = Page::kItems;
  formats::Id object{};  ///< Of kItems; empty where it does not matter.
  formats::Id remark{};  ///< A remark or an opinion on it.
  std::string line{};    ///< Of the rubric.
  bool operator==(const ReviewPlace&) const = default;
};

/// Another expert, as the discussion names him.
struct OtherExpert {
  std::string name;  ///< 专家甲
  std::shared_ptr<const formats::Submission> submission;
  [[nodiscard]] const formats::ExpertAnswers& answers() const { return *submission->answers; }
};

/// An expert's `.tiku-review` file while he works in it: what he says, undo, what is missing, and the file on
/// the disk, into which everything is written by itself. Belongs to one thread.
class ReviewSession {
 public:
  /// Throws FormatError as ReviewFile::read(), and for a file that cannot be read.
  static std::unique_ptr<ReviewSession> open(const std::filesystem::path& path, Post post);
  /// Writes what is waiting.
  ~ReviewSession();
  ReviewSession(const ReviewSession&) = delete;
  ReviewSession& operator=(const ReviewSession&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const formats::ReviewTask& task() const { return file_.task(); }
  [[nodiscard]] const formats::Bank& bank() const { return file_.bank(); }
  [[nodiscard]] const formats::ExpertAnswers& answers() const { return file_.answers(); }
  [[nodiscard]] bool rereview() const { return task().phase == formats::Invitation::Phase::kRereview; }
  [[nodiscard]] bool discussion() const { return task().phase == formats::Invitation::Phase::kDiscussion; }

  /// Why nothing can be written here, as a sentence; empty when it can.
  [[nodiscard]] const std::string& readOnlyReason() const { return readOnly_; }

  // What there is to do.
  [[nodiscard]] const std::vector<QueueLine>& queue() const { return queue_; }
  struct LineState {
    bool done = false;
    bool begun = false;  ///< Something is said, and something is missing.
    int remarks = 0;     ///< In a re-review: his opinions on it.
    bool operator==(const LineState&) const = default;
  };
  [[nodiscard]] LineState stateOf(formats::Id object) const;
  /// Lines of the queue, and how many are done. In a re-review: opinions.
  struct Progress {
    int done = 0;
    int all = 0;
  };
  [[nodiscard]] Progress progress() const;
  /// In the order in which he goes through them.
  [[nodiscard]] std::vector<formats::Unfilled> unfilled() const;
  [[nodiscard]] ReviewPlace placeOf(const formats::Unfilled& unfilled) const;

  /// His remarks on an object, in the order of the file.
  [[nodiscard]] std::vector<formats::Annotation> remarksOn(formats::Id object) const;
  /// In a re-review: his opinions on it with what was answered.
  [[nodiscard]] std::vector<std::shared_ptr<const formats::Opinion>> opinionsOn(formats::Id object) const;
  /// In a discussion: who else said something.
  [[nodiscard]] const std::vector<OtherExpert>& others() const { return others_; }

  // What he does. Throws FormatError kConflict while readOnlyReason(); nothing is changed then.
  /// `title` names it for undo. What has the same key, close in time, is undone together. What was submitted
  /// counts as not submitted afterwards.
  void change(const workflows::AnswerEntry& entry, const std::string& title, std::string_view mergeKey = {});
  [[nodiscard]] bool canUndo() const { return !undo_.empty(); }
  [[nodiscard]] bool canRedo() const { return !redo_.empty(); }
  [[nodiscard]] std::string undoTitle() const { return undo_.empty() ? std::string() : undo_.back().title; }
  [[nodiscard]] std::string redoTitle() const { return redo_.empty() ? std::string() : redo_.back().title; }
  /// Where something changed; nothing when there was nothing to undo.
  std::optional<ReviewPlace> undo() { return step(undo_, redo_); }
  std::optional<ReviewPlace> redo() { return step(redo_, undo_); }
  /// He is done; the file is written before this returns. Throws FormatError kUsage with what is missing, kIo
  /// when it could not be written: then he is not done.
  void submit(const formats::Date& on);
  [[nodiscard]] bool submitted() const { return file_.submitted(); }
  /// "3F2A-91C0-77DE" once he has submitted.
  [[nodiscard]] std::string receipt() const;

  // The file.
  enum class Saving { kSaved, kWriting, kTrouble };
  [[nodiscard]] Saving saving() const;
  /// Of kTrouble.
  [[nodiscard]] ReviewSaver::Trouble trouble() const;
  /// Writes at once; false when that failed.
  bool flush();
  /// Writes over whatever lies there.
  void insist();
  /// Goes on in another file. Throws FormatError; then nothing has changed.
  void saveAs(const std::filesystem::path& path, bool replace);
  /// Takes what threads have left; for owners without a Post.
  void poll() { inbox_->poll(); }

  /// What has happened: `entry` was changed, or the state of saving, of undo, of the submission.
  struct Event {
    const workflows::AnswerEntry* entry = nullptr;
    ReviewPlace place{};
    bool takenBack = false;  ///< It had been submitted.
  };
  void listen(std::function<void(const Event&)> listener) { listener_ = std::move(listener); }
  /// The words of the queue and of the others, in another language.
  void languageChanged();

 private:
  struct Step {
    std::string title;
    workflows::AnswerEntry entry;
    ReviewPlace place;
  };
  ReviewSession(std::filesystem::path path, formats::ReviewFile file, Post post);
  void lock();
  void startSaving();
  workflows::AnswerEntry put(const workflows::AnswerEntry& entry);
  std::optional<ReviewPlace> step(std::vector<Step>& from, std::vector<Step>& to);
  [[nodiscard]] ReviewPlace placeOf(const workflows::AnswerEntry& entry) const;
  [[nodiscard]] LineState computed(const QueueLine& line) const;
  void count(formats::Id object);
  void countAll();
  void tell(const Event& event);

  std::filesystem::path path_;
  formats::ReviewFile file_;
  EditLock lock_;
  std::string readOnly_;
  std::vector<QueueLine> queue_;
  std::unordered_map<formats::Id, std::size_t> lineOf_;  ///< Into queue_ and states_.
  std::vector<LineState> states_;
  std::unordered_map<formats::Id, std::vector<std::shared_ptr<const formats::Opinion>>> opinions_;
  std::vector<OtherExpert> others_;
  int done_ = 0;
  std::vector<Step> undo_;
  std::vector<Step> redo_;
  std::string mergeKey_;
  std::chrono::steady_clock::time_point lastChange_{};
  std::function<void(const Event&)> listener_;
  std::shared_ptr<Inbox> inbox_;
  std::unique_ptr<ReviewSaver> saver_;  ///< Last: its thread ends first.
};

}  // namespace tiku::editor
