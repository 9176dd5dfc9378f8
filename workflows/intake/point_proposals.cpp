#include "workflows/intake/point_proposals.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "formats/base/say.h"
#include "formats/exchange/merge_items.h"
#include "validators/checker/facts.h"
#include "validators/similarity/live_index.h"
#include "validators/similarity/statement.h"

namespace tiku::workflows {

using namespace formats;
using validators::LiveIndex;

namespace {

/// Two items that say this much of the same mostly belong to one point; below it, words of the trade are all
/// that they share.
constexpr double kLikeEnough = 0.55;
/// Shorter names (安全, 电流) stand in every other stem.
constexpr std::size_t kShortestName = 4;

struct NamedPoint {
  Id id;
  std::string code;
  std::string name;
  std::u16string folded;

  [[nodiscard]] std::string label() const { return code + " " + name; }
};

std::u16string statementUnits(const TheoryItem& item) {
  const validators::KeptWords words(item);
  std::u16string text;
  validators::StatementWriter().append(words.words(), text);
  return text;
}

/// The code as it stands in another one: "A-B-C-001" in "B-A-B-C-001-002", but not in "B-AA-B-C-0012".
bool holdsCode(const std::string& code, const std::string& part) {
  const auto isPart = [](char c) { return c == '-' || c == ' ' || c == '.'; };
  for (std::size_t at = code.find(part); at != std::string::npos; at = code.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || isPart(code[at - 1])) && (end == code.size() || isPart(code[end]))) return true;
  }
  return false;
}

/// What speaks for the points of one level.
class LevelEvidence {
 public:
  LevelEvidence(const Bank& bank, Level level) : bank_(bank), level_(level) {
    const Blueprint* blueprint = bank.blueprint(level);
    if (blueprint == nullptr) return;
    walk(blueprint->theory, [this](const TablePlace& place) {
      if (place.point == nullptr) return;
      points_.push_back(
          {place.point->id, place.code(), place.point->name, validators::foldedUnits(place.point->name)});
      place_.emplace(place.point->id, points_.size() - 1);
    });
  }

  [[nodiscard]] std::optional<PointProposal> byCode(const TheoryItem& item) const {
    const NamedPoint* found = nullptr;
    for (const NamedPoint& point : points_) {
      if (point.code.empty() || !holdsCode(item.code, point.code)) continue;
      if (found != nullptr && found->code.size() == point.code.size()) return {};
      if (found == nullptr || found->code.size() < point.code.size()) found = &point;
    }
    if (found == nullptr) return {};
    return PointProposal{
        item.id,
        found->id,
        found->label(),
        PointEvidence::kCode,
        1,
        say("题号 {code} 里有考评点的代码 {point}。", "code"_a = item.code, "point"_a = found->code)};
  }

  [[nodiscard]] std::optional<PointProposal> byName(const TheoryItem& item,
                                                    const std::u16string& statement) const {
    const NamedPoint* found = nullptr;
    bool twice = false;
    for (const NamedPoint& point : points_) {
      if (point.folded.size() < kShortestName || statement.find(point.folded) == std::u16string::npos)
        continue;
      if (found != nullptr && found->folded.size() >= point.folded.size()) {
        twice = twice || found->folded.size() == point.folded.size();
        continue;
      }
      found = &point;
      twice = false;
    }
    if (found == nullptr || twice) return {};
    return PointProposal{item.id,
                         found->id,
                         found->label(),
                         PointEvidence::kName,
                         1,
                         say("试题里说到“{name}”。", "name"_a = found->name)};
  }

  [[nodiscard]] std::optional<PointProposal> bySimilar(const TheoryItem& item,
                                                       const std::u16string& statement) {
    for (const LiveIndex::Match& match : index().alike(statement, kLikeEnough)) {
      if (match.id == item.id) continue;
      const auto* other = bank_.find<TheoryItem>(match.id);
      const int percent = static_cast<int>(match.similarity * 100);
      return PointProposal{item.id,
                           *other->point,
                           labelOf(*other->point),
                           PointEvidence::kSimilar,
                           match.similarity,
                           say("与题库中“{words}”有 {percent}% 相同，它属于这个考评点。",
                               "words"_a = other->stem.str(), "percent"_a = percent)};
    }
    return {};
  }

  [[nodiscard]] std::string labelOf(Id point) const {
    const auto found = place_.find(point);
    return found == place_.end() ? std::string() : points_[found->second].label();
  }
  [[nodiscard]] std::size_t pointCount() const { return points_.size(); }

 private:
  /// Every item of the level that has a point: made when the first item asks for one like it.
  const LiveIndex& index() {
    if (index_) return *index_;
    index_.emplace();
    bank_.forEach<TheoryItem>([this](const std::shared_ptr<const TheoryItem>& item) {
      if (item->level == level_ && item->point && place_.contains(*item->point) &&
          validators::isLive(item.get()))
        index_->put(item->id, statementUnits(*item));
    });
    return *index_;
  }

  const Bank& bank_;
  Level level_;
  std::vector<NamedPoint> points_;
  std::unordered_map<Id, std::size_t> place_;
  std::optional<LiveIndex> index_;
};

std::vector<TheoryItem> itemsOf(const ImportResult& result) {
  std::unordered_map<Id, const TheoryItem*> there;
  for (const Edit::Step& step : result.edit.steps()) {
    if (const auto* item = as<TheoryItem>(step.object)) there.emplace(step.id, item);
  }
  std::vector<TheoryItem> items;
  for (const ImportedItem& imported : result.items) {
    const auto found = there.find(imported.id);
    if (found != there.end()) items.push_back(*found->second);
  }
  return items;
}

/// By item. Items that have a point already take their place in the order.
std::unordered_map<Id, Id> pointsByPosition(const Bank& bank, std::vector<TheoryItem> items) {
  std::unordered_map<Id, Id> points;
  std::set<Level> levels;
  for (const TheoryItem& item : items) levels.insert(item.level);
  for (const Level level : levels) {
    for (const std::size_t at : linkPointsByOrder(bank, level, items))
      points.emplace(items[at].id, *items[at].point);
  }
  return points;
}

}  // namespace

std::vector<PointProposal> proposePoints(const Bank& bank, const ImportResult& result) {
  const std::vector<TheoryItem> items = itemsOf(result);
  const std::unordered_map<Id, Id> byPosition = pointsByPosition(bank, items);
  std::map<Level, LevelEvidence> levels;
  std::map<std::pair<Level, ItemType>, int> places;
  std::vector<PointProposal> proposals;
  for (const TheoryItem& item : items) {
    const int place = ++places[{item.level, item.type}];
    if (item.point) continue;
    LevelEvidence& evidence = levels.try_emplace(item.level, bank, item.level).first->second;
    if (evidence.pointCount() == 0) continue;
    std::optional<PointProposal> proposal = evidence.byCode(item);
    if (const auto found = byPosition.find(item.id); !proposal && found != byPosition.end()) {
      proposal = PointProposal{item.id,
                               found->second,
                               evidence.labelOf(found->second),
                               PointEvidence::kPosition,
                               1,
                               say("本文件的{type}与考评点一样多，这是第 {n} 道。",
                                   "type"_a = translate(itemTypeName(item.type)), "n"_a = place)};
    }
    if (!proposal) {
      const std::u16string statement = statementUnits(item);
      proposal = evidence.byName(item, statement);
      if (!proposal) proposal = evidence.bySimilar(item, statement);
    }
    if (proposal) proposals.push_back(std::move(*proposal));
  }
  return proposals;
}

Edit withPoints(const Edit& edit, const std::vector<PointProposal>& taken) {
  std::unordered_map<Id, Id> points;
  for (const PointProposal& proposal : taken) points.emplace(proposal.item, proposal.point);
  Edit linked(edit.title());
  for (const Edit::Step& step : edit.steps()) {
    const auto* item = as<TheoryItem>(step.object);
    const auto found = item == nullptr || item->point ? points.end() : points.find(step.id);
    if (found != points.end()) {
      TheoryItem copy = *item;
      copy.point = found->second;
      linked.put(std::move(copy));
    } else if (std::holds_alternative<std::monostate>(step.object)) {
      linked.remove(step.id);
    } else {
      linked.putObject(step.object);
    }
  }
  return linked;
}

std::string evidenceWord(PointEvidence by) {
  switch (by) {
    case PointEvidence::kCode:
      return translate("题号");
    case PointEvidence::kPosition:
      return translate("次序");
    case PointEvidence::kName:
      return translate("名称");
    case PointEvidence::kSimilar:
      break;
  }
  return translate("相近试题");
}

}  // namespace tiku::workflows
