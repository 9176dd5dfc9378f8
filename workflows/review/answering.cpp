#include "workflows/review/answering.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tiku::workflows {

using namespace formats;

namespace {

// What stands under a key in a list, taken away or put in its place.
template <typename List, typename Key, typename Member>
std::optional<typename List::value_type> exchange(List& list, const Key& key, Member member,
                                                  const std::optional<typename List::value_type>& now) {
  const auto at = std::ranges::find(list, key, member);
  std::optional<typename List::value_type> before;
  if (at != list.end()) before = *at;
  if (before && now) {
    *at = *now;
  } else if (before) {
    list.erase(at);
  } else if (now) {
    list.push_back(*now);
  }
  return before;
}

template <typename List, typename Key, typename Member>
auto* found(const List& list, const Key& key, Member member) {
  const auto at = std::ranges::find(list, key, member);
  return at == list.end() ? nullptr : &*at;
}

struct Putting {
  ExpertAnswers& answers;

  AnswerEntry operator()(const ScoreEntry& entry) const {
    const ItemScore none{entry.now.object, {}, {}, {}, {}};
    const auto before = exchange(answers.scores, entry.now.object, &ItemScore::object,
                                 entry.now == none ? std::nullopt : std::optional(entry.now));
    return ScoreEntry{before.value_or(none)};
  }
  AnswerEntry operator()(const RubricEntry& entry) const {
    return RubricEntry{entry.line, exchange(answers.rubric, entry.line, &RubricScore::line, entry.now)};
  }
  AnswerEntry operator()(const RemarkEntry& entry) const {
    auto& list = answers.annotations;
    const auto at = std::ranges::find(list, entry.id, &Annotation::id);
    if (at == list.end()) {
      const std::size_t place = std::min(entry.at.value_or(list.size()), list.size());
      if (entry.now) list.insert(list.begin() + static_cast<std::ptrdiff_t>(place), *entry.now);
      return RemarkEntry{entry.id, {}, {}};
    }
    RemarkEntry before{entry.id, *at, static_cast<std::size_t>(at - list.begin())};
    if (entry.now) {
      *at = *entry.now;
    } else {
      list.erase(at);
    }
    return before;
  }
  AnswerEntry operator()(const ReplyEntry& entry) const {
    ReplyEntry before{entry.annotation, repliesTo(answers, entry.annotation)};
    std::erase_if(answers.replies, [&](const Reply& reply) { return reply.annotation == entry.annotation; });
    answers.replies.insert(answers.replies.end(), entry.now.begin(), entry.now.end());
    return before;
  }
  AnswerEntry operator()(const DecisionEntry& entry) const {
    return DecisionEntry{entry.opinion,
                         exchange(answers.decisions, entry.opinion, &Decision::opinion, entry.now)};
  }
  AnswerEntry operator()(const ConflictEntry& entry) const {
    return ConflictEntry{std::exchange(answers.conflict, entry.now)};
  }
  AnswerEntry operator()(const CommentEntry& entry) const {
    return CommentEntry{std::exchange(answers.comment, entry.now)};
  }
};

}  // namespace

AnswerEntry put(ExpertAnswers& answers, const AnswerEntry& entry) {
  return std::visit(Putting{answers}, entry);
}

ItemScore scoreOf(const ExpertAnswers& answers, Id object) {
  const auto* score = found(answers.scores, object, &ItemScore::object);
  return score == nullptr ? ItemScore{object, {}, {}, {}, {}} : *score;
}

const RubricScore* rubricScoreOf(const ExpertAnswers& answers, std::string_view line) {
  return found(answers.rubric, line, &RubricScore::line);
}

const Annotation* remarkOf(const ExpertAnswers& answers, Id remark) {
  return found(answers.annotations, remark, &Annotation::id);
}

const Decision* decisionOf(const ExpertAnswers& answers, Id opinion) {
  return found(answers.decisions, opinion, &Decision::opinion);
}

std::vector<Reply> repliesTo(const ExpertAnswers& answers, Id annotation) {
  std::vector<Reply> replies;
  std::ranges::copy_if(answers.replies, std::back_inserter(replies),
                       [&](const Reply& reply) { return reply.annotation == annotation; });
  return replies;
}

}  // namespace tiku::workflows
