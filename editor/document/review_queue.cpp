#include "editor/document/review_queue.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "formats/base/say.h"

namespace tiku::editor {

using namespace formats;

namespace {

/// Where a line comes to stand.
struct QueuePlace {
  int level = 0;
  int half = 0;  // Table, theory, skills, anything else.
  int point = 0;
  int type = 0;
  std::string code;
  Id id;
  auto operator<=>(const QueuePlace&) const = default;
};

using PointOrder = std::unordered_map<Id, int>;

PointOrder pointOrder(const Bank& bank) {
  PointOrder order;
  for (const auto& blueprint : bank.all<Blueprint>()) {
    for (const ElementTable* table : {&blueprint->theory, &blueprint->skills}) {
      walk(*table, [&order](const TablePlace& at) {
        if (at.point != nullptr) order.emplace(at.point->id, static_cast<int>(order.size()));
      });
    }
  }
  return order;
}

int levelPlace(const Bank& bank, Level level) {
  const auto& levels = bank.info().levels;
  return static_cast<int>(std::ranges::find(levels, level) - levels.begin());
}

std::string firstWords(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

struct Sorter {
  const Bank& bank;
  PointOrder order = pointOrder(bank);

  int pointPlace(const std::optional<Id>& point) const {
    const auto at = point ? order.find(*point) : order.end();
    return at == order.end() ? static_cast<int>(order.size()) : at->second;
  }

  std::pair<QueuePlace, QueueLine> operator()(Id id) const {
    QueuePlace place{0, 3, 0, 0, {}, id};
    QueueLine line{id, {}, {}, {}, {}, false, false};
    if (const auto* theory = bank.find<TheoryItem>(id)) {
      place = {levelPlace(bank, theory->level),
               1,
               pointPlace(theory->point),
               static_cast<int>(theory->type),
               theory->code,
               id};
      line = {id,           std::string(theory->level.name()), translate(itemTypeName(theory->type)),
              theory->code, firstWords(theory->stem.str()),    true,
              false};
      line.level = translate(line.level);
    } else if (const auto* skill = bank.find<SkillItem>(id)) {
      const std::optional<Id> point =
          skill->points.empty() ? std::nullopt : std::optional(skill->points.front());
      place = {levelPlace(bank, skill->level), 2, pointPlace(point), 0, skill->code, id};
      line = {id, translate(skill->level.name()), say("操作技能"), skill->code, skill->title, true, false};
    } else if (const auto* blueprint = bank.find<Blueprint>(id)) {
      place.level = levelPlace(bank, blueprint->level);
      place.half = 0;
      line.level = translate(blueprint->level.name());
      line.kind = say("考评蓝图");
      line.words = say("要素细目表、内容结构表、组卷方案");
    } else if (id == Standard::kId && bank.standard() != nullptr) {
      place.level = -1;
      line.kind = say("职业标准");
      line.words = bank.standard()->title;
    } else {
      line.gone = true;
      line.words = say("（已经删除）");
      place.level = static_cast<int>(bank.info().levels.size()) + 1;
    }
    return {place, line};
  }
};

}  // namespace

std::vector<QueueLine> queueOf(const ReviewFile& file) {
  std::unordered_set<Id> objects(file.task().objects.begin(), file.task().objects.end());
  for (const Annotation& remark : file.answers().annotations) objects.insert(remark.anchor.object);
  file.bank().forEach<Opinion>(
      [&](const std::shared_ptr<const Opinion>& one) { objects.insert(one->remark.anchor.object); });
  const Sorter sorter{file.bank()};
  std::vector<std::pair<QueuePlace, QueueLine>> placed;
  for (const Id object : objects) placed.push_back(sorter(object));
  std::ranges::sort(placed, {}, &std::pair<QueuePlace, QueueLine>::first);
  std::vector<QueueLine> lines;
  for (auto& [place, line] : placed) lines.push_back(std::move(line));
  return lines;
}

}  // namespace tiku::editor
