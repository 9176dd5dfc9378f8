#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "formats/model/review.h"

/// What an expert says, entry by entry: whoever changes his answers does it through this, and what it gives
/// back undoes it.
namespace tiku::workflows {

/// Of one object. A score that says nothing is none.
struct ScoreEntry {
  formats::ItemScore now;
};
/// Of one line of the rubric; nothing takes it away.
struct RubricEntry {
  std::string line;
  std::optional<formats::RubricScore> now;
};
/// 意见; nothing withdraws it. A new one comes to stand at `at`, or last.
struct RemarkEntry {
  formats::Id id;
  std::optional<formats::Annotation> now;
  std::optional<std::size_t> at{};
};
/// All that he replied to another one's remark.
struct ReplyEntry {
  formats::Id annotation;
  std::vector<formats::Reply> now;
};
/// On an opinion of his, in a re-review; nothing takes it back.
struct DecisionEntry {
  formats::Id opinion;
  std::optional<formats::Decision> now;
};
/// 回避声明
struct ConflictEntry {
  std::string now;
};
/// What he says of the whole.
struct CommentEntry {
  std::string now;
};

using AnswerEntry = std::variant<ScoreEntry, RubricEntry, RemarkEntry, ReplyEntry, DecisionEntry,
                                 ConflictEntry, CommentEntry>;

/// Puts an entry in the place of the one that stood there, which it returns.
AnswerEntry put(formats::ExpertAnswers& answers, const AnswerEntry& entry);

/// What he has said of an object; a score that says nothing where he has not.
formats::ItemScore scoreOf(const formats::ExpertAnswers& answers, formats::Id object);
/// Null where there is none.
const formats::RubricScore* rubricScoreOf(const formats::ExpertAnswers& answers, std::string_view line);
const formats::Annotation* remarkOf(const formats::ExpertAnswers& answers, formats::Id remark);
const formats::Decision* decisionOf(const formats::ExpertAnswers& answers, formats::Id opinion);
std::vector<formats::Reply> repliesTo(const formats::ExpertAnswers& answers, formats::Id annotation);

}  // namespace tiku::workflows
