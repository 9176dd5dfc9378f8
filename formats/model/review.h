#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

/// 评审: a round, what its experts handed in, and what became of their opinions. `reviews/` of a package.
namespace tiku::formats {

/// 轮次状态. Which may follow which: nextStates().
enum class RoundState {
  kAccepted,    ///< 受理
  kReviewing,   ///< 评审: experts work alone, what they hand in is sealed
  kSummary,     ///< 汇总: opened; the panel discusses
  kPassed,      ///< 合格
  kToRectify,   ///< 限期整改
  kFailed,      ///< 不合格
  kRectifying,  ///< 整改: the institution works on the opinions
  kRereview,    ///< 复核: the panel looks at what was changed
};
/// The states that may follow. 合格 and 不合格 end a round.
[[nodiscard]] std::vector<RoundState> nextStates(RoundState state);

/// One transition of a round: it came into `state`.
struct RoundStep {
  RoundState state = RoundState::kAccepted;
  std::string by;  ///< Who decided it.
  std::optional<Date> on;
  std::string reason;
  Extras extras{};
  bool operator==(const RoundStep&) const = default;
};

/// An expert of the panel, as he was when he was named: the pool of experts may lie elsewhere.
struct Panelist {
  Id expert;
  std::string name;
  std::string institution;
  bool chair = false;
  std::string left;  ///< Why he left the panel; empty while he is in it.
  Extras extras{};
  bool operator==(const Panelist&) const = default;
};

/// One dimension's line of a rubric.
struct RubricLine {
  std::string id;         ///< "science-1"
  std::string dimension;  ///< 合规性, 科学性, 适用性, 安全性
  std::string text;
  Marks marks;  ///< The most that it can get.
  Extras extras{};
  bool operator==(const RubricLine&) const = default;
};

/// 评分表: a copy of the template from which the round started, so that a later change of the template
/// changes no score.
struct Rubric {
  std::string id;
  std::string title;
  std::string source;  ///< The clause, or that it is ours.
  std::vector<RubricLine> lines;
  Extras extras{};
  [[nodiscard]] const RubricLine* find(std::string_view line) const;
  [[nodiscard]] Marks total() const;
  bool operator==(const Rubric&) const = default;
};

/// An object under review.
struct ReviewedObject {
  Id object;
  std::string digest;       ///< reviewedDigest() of the object at the round's revision.
  std::vector<Id> experts;  ///< Who is to review it, ascending.
  std::string approved;     ///< The stamp: reviewedDigest() of what was approved; empty without approval.
  Extras extras{};
  bool operator==(const ReviewedObject&) const = default;
};

/// What an expert was sent, and what came back. Its id is in his file alone and cannot be guessed.
struct Invitation {
  enum class Phase {
    kIndependent,  ///< Everyone by himself, before anything is opened.
    kDiscussion,   ///< With everybody's opened opinions at hand.
    kRereview,     ///< 复核: with what was changed.
  };
  Id id;
  Id expert;
  Phase phase = Phase::kIndependent;
  std::optional<Date> on;
  std::string recalled;  ///< Why it no longer counts: a newer file was sent, he left; empty while it does.
  std::optional<Date> deliveredOn;
  std::string commitment;  ///< commitmentOf() his answers; empty until he delivered.
  std::string file;        ///< SHA-256 of the file as it came in.
  Extras extras{};
  bool operator==(const Invitation&) const = default;
};

/// `reviews/<id>/round.xml`
struct Round {
  enum class Scope { kBank, kSample };

  Id id;
  std::string title;
  std::string commit;  ///< Revision under review.
  std::string tree;    ///< Its content.
  std::string tag;     ///< The name that the revision got; may be empty.
  Scope scope = Scope::kBank;
  std::string nonce;  ///< Of the sample's draw.
  int perItem = 0;    ///< At least so many experts see each object.
  std::string seed;   ///< Of the assignment.
  int minPanel = 3;   ///< With fewer the round cannot be opened or concluded.
  int workingDays = 0;
  std::optional<Date> due;        ///< For the experts' opinions.
  std::optional<Date> rectifyBy;  ///< 限期整改: the last day.
  std::string key;                ///< Names the round's key (review_key.h), which is not in the package.
  std::vector<Panelist> panel;
  Rubric rubric;
  std::vector<ReviewedObject> objects;  ///< By id.
  std::vector<Invitation> invitations;  ///< In the order in which they were made.
  std::vector<RoundStep> steps;         ///< At least one.
  Extras extras;

  /// kAccepted while there are no steps.
  [[nodiscard]] RoundState state() const;
  [[nodiscard]] const Panelist* panelist(Id expert) const;
  [[nodiscard]] const Panelist* chair() const;
  /// Members who have not left.
  [[nodiscard]] int panelSize() const;
  [[nodiscard]] const Invitation* invitation(Id invitation) const;
  [[nodiscard]] const ReviewedObject* reviewed(Id object) const;
  bool operator==(const Round&) const = default;
};

/// The words that an annotation speaks of. Never moved to other words: where the field says something else,
/// the annotation says so and keeps the old words.
struct Anchor {
  Id object;
  std::string field;   ///< As in findings: "stem", "options/2"; empty for the whole object.
  int from = 0;        ///< Where the words begin, in Unicode characters.
  std::string quote;   ///< The exact words; empty for the whole field.
  std::string before;  ///< What stands before and after them.
  std::string after;
  std::string digest;  ///< SHA-256 of the field's words.
  Extras extras{};
  bool operator==(const Anchor&) const = default;
};

/// 意见类别
enum class RemarkKind {
  kKnowledge,  ///< 知识错误
  kKey,        ///< 答案错误
  kScope,      ///< 超纲
  kUnclear,    ///< 表述不清
  kOptions,    ///< 选项不当
  kDuplicate,  ///< 重复
  kSecret,     ///< 敏感/保密
  kForm,       ///< 格式
};

enum class Gravity {
  kGrave,   ///< 严重: must be mended
  kCommon,  ///< 一般
  kAdvice,  ///< 建议
};

/// 意见: one remark of an expert.
struct Annotation {
  Id id;
  Anchor anchor;
  RemarkKind kind = RemarkKind::kUnclear;
  Gravity gravity = Gravity::kCommon;
  std::string comment;
  std::optional<std::string> suggestion;  ///< What the quoted words should be instead.
  Extras extras{};
  bool operator==(const Annotation&) const = default;
};

/// 采用 / 修改 / 淘汰
enum class ItemVerdict { kAdopt, kRevise, kDrop };

/// What an expert thinks of one item.
struct ItemScore {
  Id object;
  std::optional<int> relevance;   ///< To its assessment point, 1 (不相关) to 4 (非常相关)
  std::optional<int> difficulty;  ///< Of 100 candidates who just reach the level, how many get it right.
  std::optional<ItemVerdict> verdict;
  Extras extras{};
  bool operator==(const ItemScore&) const = default;
};

/// What an expert gives for one line of the rubric.
struct RubricScore {
  std::string line;
  Marks marks;
  std::string comment;
  Extras extras{};
  bool operator==(const RubricScore&) const = default;
};

/// A word in a thread.
struct Reply {
  Id annotation;   ///< In an expert's answers: what it speaks of. Empty in an Opinion.
  std::string by;  ///< Empty in an expert's answers.
  std::optional<Date> on;
  std::string text;
  Extras extras{};
  bool operator==(const Reply&) const = default;
};

/// An expert's decision on an opinion of his, in a re-review.
struct Decision {
  Id opinion;
  bool closed = false;
  std::string reason;
  Extras extras{};
  bool operator==(const Decision&) const = default;
};

/// `review/answers.xml` of an expert's file: all that he says.
struct ExpertAnswers {
  Id round;
  Id invitation;
  Id expert;
  std::string conflict;  ///< 回避声明: what ties him to the bank or its authors; "无" for nothing.
  std::optional<Date> submittedOn;
  std::string
      nonce;  ///< Random, made when he submits: without it few scores could be guessed from their hash.
  std::string comment;
  std::vector<RubricScore> rubric;
  std::vector<ItemScore> scores;
  std::vector<Annotation> annotations;
  std::vector<Reply> replies;
  std::vector<Decision> decisions;
  Extras extras;
  bool operator==(const ExpertAnswers&) const = default;
};

/// `reviews/<round>/submissions/<id>.xml`: what an expert delivered; sealed until the round is opened.
struct Submission {
  Id id;  ///< Of the invitation.
  Id round;
  Id expert;
  std::string sealed;                    ///< Base64 of his sealed answers; kept after the opening.
  std::optional<ExpertAnswers> answers;  ///< Once opened.
  Extras extras;
  bool operator==(const Submission&) const = default;
};

/// Where an opinion stands. Its owner decides, not the last voice.
enum class OpinionStatus {
  kOpen,      ///< 待答复
  kAnswered,  ///< 已答复
  kAgreed,    ///< 已认可: closed
  kRejected,  ///< 未认可: the answer does not do
};

/// A field that an answer changed.
struct FieldChange {
  std::string field;
  std::string before;  ///< In words.
  std::string after;
  Extras extras{};
  bool operator==(const FieldChange&) const = default;
};

/// What the institution did with the suggested words.
enum class SuggestionState { kOpen, kAccepted, kRefused };

/// `reviews/<round>/opinions/<id>.xml`: a line of 整改, from an annotation or from an error of the check. It
/// holds what the institution must know and nothing of who said it but the owner's id.
struct Opinion {
  Id id;  ///< Of the annotation it comes from.
  Id round;
  std::optional<Id> owner;  ///< The expert who decides; none where the chair does.
  std::string rule;         ///< Of the finding it comes from; empty otherwise.
  Annotation remark;        ///< A finding's message is its comment.
  OpinionStatus status = OpinionStatus::kOpen;
  std::string answerer;  ///< Who is to answer.
  std::string answer;    ///< What was done, or why nothing was.
  std::string answeredBy;
  std::optional<Date> answeredOn;
  std::string revision;               ///< Check-in that holds the change.
  std::vector<FieldChange> changes;   ///< Of the object, since the revision under review.
  std::vector<std::string> evidence;  ///< Names of media.
  SuggestionState suggestion = SuggestionState::kOpen;
  std::string decidedBy;
  std::optional<Date> decidedOn;
  std::vector<Reply> thread;
  Extras extras;
  bool operator==(const Opinion&) const = default;
};

}  // namespace tiku::formats
