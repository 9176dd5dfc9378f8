#include "workflows/review/assign.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::workflows {

using namespace formats;

namespace {

/// Hands out the objects, then evens out what avoidance has made uneven.
class Dealer {
 public:
  Dealer(std::vector<Id> experts, int perObject, std::string_view seed, const MayReview& mayReview)
      : experts_(std::move(experts)), perObject_(perObject), seed_(seed), mayReview_(mayReview) {
    for (const Id expert : experts_) load_[expert] = 0;
  }

  /// False when too few may review the object.
  bool deal(Id object) {
    std::vector<std::pair<std::string, Id>> ranked;
    for (const Id expert : experts_) {
      if (mayReview_(object, expert)) ranked.emplace_back(rank(object, expert), expert);
    }
    if (static_cast<int>(ranked.size()) < perObject_) return false;
    std::ranges::sort(ranked);
    std::ranges::stable_sort(ranked, {}, [this](const auto& one) { return load_.at(one.second); });
    std::set<Id>& chosen = chosen_[object];
    for (int i = 0; i < perObject_; ++i) {
      const Id expert = ranked[static_cast<std::size_t>(i)].second;
      chosen.insert(expert);
      ++load_[expert];
    }
    return true;
  }

  void level() {
    while (handOn()) continue;
  }

  [[nodiscard]] Assignment take() const {
    Assignment made;
    for (const auto& [object, experts] : chosen_) made[object] = {experts.begin(), experts.end()};
    return made;
  }

 private:
  struct Step {
    Id from;
    Id object;
  };

  [[nodiscard]] std::string rank(Id object, Id expert) const {
    return sha256(seed_ + ":" + object.str() + ":" + expert.str());
  }

  // The object with the smallest id that `from` could hand to `to`.
  [[nodiscard]] std::optional<Id> spare(Id from, Id to) const {
    for (const auto& [object, experts] : chosen_) {
      if (experts.contains(from) && !experts.contains(to) && mayReview_(object, to)) return object;
    }
    return std::nullopt;
  }

  // One object less for somebody with much and one more for somebody with at least two less, over others
  // where it must be. False when nothing can be evened out.
  bool handOn() {
    std::vector<Id> byLoad = experts_;
    std::ranges::stable_sort(byLoad, std::ranges::greater(), [this](Id one) { return load_.at(one); });
    for (const Id from : byLoad) {
      if (load_.at(from) < load_.at(byLoad.back()) + 2) return false;
      if (handOnFrom(from)) return true;
    }
    return false;
  }

  bool handOnFrom(Id from) {
    std::map<Id, Step> reached{{from, {}}};
    std::deque<Id> queue{from};
    while (!queue.empty()) {
      const Id at = queue.front();
      queue.pop_front();
      for (const Id to : experts_) {
        if (reached.contains(to)) continue;
        const auto object = spare(at, to);
        if (!object) continue;
        reached[to] = {at, *object};
        if (load_.at(to) + 2 <= load_.at(from)) {
          walkBack(to, from, reached);
          return true;
        }
        queue.push_back(to);
      }
    }
    return false;
  }

  void walkBack(Id to, Id from, const std::map<Id, Step>& reached) {
    ++load_[to];
    --load_[from];
    while (to != from) {
      const Step& step = reached.at(to);
      chosen_[step.object].erase(step.from);
      chosen_[step.object].insert(to);
      to = step.from;
    }
  }

  std::vector<Id> experts_;
  int perObject_;
  std::string seed_;
  const MayReview& mayReview_;
  std::map<Id, int> load_;
  std::map<Id, std::set<Id>> chosen_;
};

}  // namespace

std::string assignmentSeed(std::string_view tree, Id round) {
  return sha256("tiku-assign-1\n" + std::string(tree) + "\n" + round.str() + "\n");
}

Assignment assignObjects(const std::vector<Id>& objects, const std::vector<Id>& experts, int perObject,
                         std::string_view seed, const MayReview& mayReview,
                         const std::function<std::string(Id)>& nameOf) {
  std::vector<Id> sorted = experts;
  std::ranges::sort(sorted);
  Dealer dealer(std::move(sorted), perObject, seed, mayReview);
  std::vector<std::pair<std::string, Id>> order;
  order.reserve(objects.size());
  for (const Id object : objects) order.emplace_back(sha256(std::string(seed) + ":" + object.str()), object);
  std::ranges::sort(order);
  for (const auto& [rank, object] : order) {
    if (dealer.deal(object)) continue;
    throw FormatError(ErrorCode::kUsage,
                      say("{item}需要 {needed} 名专家评，专家组里可以评它的不够。", "item"_a = nameOf(object),
                          "needed"_a = perObject),
                      {}, say("增加专家，或减少每题的专家数；命题人、本单位的人不评自己的题。"));
  }
  dealer.level();
  return dealer.take();
}

}  // namespace tiku::workflows
