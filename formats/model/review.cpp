#include "formats/model/review.h"

#include <algorithm>

namespace tiku::formats {
namespace {

template <typename List, typename Member, typename Key>
auto* firstWith(const List& list, Member member, const Key& key) {
  const auto found = std::ranges::find(list, key, member);
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::vector<RoundState> nextStates(RoundState state) {
  switch (state) {
    case RoundState::kAccepted:
      return {RoundState::kReviewing};
    case RoundState::kReviewing:
      return {RoundState::kSummary};
    case RoundState::kSummary:
      return {RoundState::kPassed, RoundState::kToRectify, RoundState::kFailed};
    case RoundState::kToRectify:
      return {RoundState::kRectifying};
    case RoundState::kRectifying:
      return {RoundState::kRereview, RoundState::kFailed};
    case RoundState::kRereview:
      return {RoundState::kPassed, RoundState::kRectifying, RoundState::kFailed};
    case RoundState::kPassed:
    case RoundState::kFailed:
      break;
  }
  return {};
}

const RubricLine* Rubric::find(std::string_view line) const {
  return firstWith(lines, &RubricLine::id, line);
}

Marks Rubric::total() const {
  Marks sum;
  for (const RubricLine& line : lines) sum += line.marks;
  return sum;
}

RoundState Round::state() const {
  return steps.empty() ? RoundState::kAccepted : steps.back().state;
}

const Panelist* Round::panelist(Id expert) const {
  return firstWith(panel, &Panelist::expert, expert);
}

const Panelist* Round::chair() const {
  const auto isChair = [](const Panelist& member) { return member.chair && member.left.empty(); };
  const auto found = std::ranges::find_if(panel, isChair);
  return found == panel.end() ? nullptr : &*found;
}

int Round::panelSize() const {
  const auto isIn = [](const Panelist& member) { return member.left.empty(); };
  return static_cast<int>(std::ranges::count_if(panel, isIn));
}

const Invitation* Round::invitation(Id invitation) const {
  return firstWith(invitations, &Invitation::id, invitation);
}

const ReviewedObject* Round::reviewed(Id object) const {
  const auto found = std::ranges::lower_bound(objects, object, {}, &ReviewedObject::object);
  return found == objects.end() || found->object != object ? nullptr : &*found;
}

}  // namespace tiku::formats
