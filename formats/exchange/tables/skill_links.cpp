#include "formats/exchange/tables/skill_links.h"

#include <algorithm>
#include <map>
#include <regex>

#include "formats/base/say.h"

namespace tiku::formats::tables {
namespace {

// Tried on the published item sets: reworded requirements lie above 0.6, unrelated ones below 0.45.
constexpr double kAlike = 0.6;
constexpr double kModuleAlike = 0.5;
constexpr double kClearly = 0.1;

/// "能够" and "能" are the same word of a requirement.
std::string requirementWords(const std::string& text) {
  std::string words = wordsKey(text);
  static const std::string kLong = "能够";
  for (std::size_t at = words.find(kLong); at != std::string::npos; at = words.find(kLong, at)) {
    words.erase(at + 3, 3);
  }
  return words;
}

}  // namespace

Marks marksOf(const FoundSkill& found) {
  if (found.total) return *found.total;
  return found.headMarks.value_or(Marks());
}

SkillLinker::SkillLinker(const Bank& bank, Level level) {
  const Blueprint* blueprint = bank.blueprint(level);
  if (blueprint == nullptr) return;
  for (const SkillGroup& group : blueprint->structure.groups) {
    for (const SkillModule& module : group.modules) modules_.push_back({module, {}});
  }
  addPoints(blueprint->skills);
}

void SkillLinker::addPoints(const ElementTable& table) {
  walk(table, [this](const TablePlace& place) {
    if (place.point == nullptr) return;
    points_.push_back(
        {place.point->id, place.code(), place.point->name, requirementWords(place.point->name)});
    std::vector<std::size_t> named;
    std::vector<std::size_t> coded;
    const Scope& unit = *place.path.back();
    for (std::size_t i = 0; i < modules_.size(); ++i) {
      const SkillModule& module = modules_[i].module;
      const bool sameTop = sameWords(place.path.front()->name, module.function);
      if (sameTop && (sameWords(unit.name, module.name) || module.name == module.function))
        named.push_back(i);
      std::string code;
      for (const Scope* scope : place.path) code += (code.empty() ? "" : ".") + scope->code;
      if (code == module.code) coded.push_back(i);
    }
    const auto& hits = named.empty() ? coded : named;
    if (hits.size() == 1) modules_[hits.front()].points.push_back(points_.size() - 1);
  });
}

std::optional<std::size_t> SkillLinker::exactPoint(const std::string& text) const {
  const std::string words = requirementWords(text);
  std::optional<std::size_t> hit;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (points_[i].words != words) continue;
    if (hit) return std::nullopt;
    hit = i;
  }
  return hit;
}

SkillLinker::Modules SkillLinker::agreeing(const SkillItem& item, Marks marks) const {
  Modules found;
  for (std::size_t i = 0; i < modules_.size(); ++i) {
    const SkillModule& module = modules_[i].module;
    if (module.marks == marks && (module.minutes == item.minutes || module.minutes == 0)) found.push_back(i);
  }
  return found;
}

SkillLinker::Modules SkillLinker::byCode(const std::string& code) const {
  Modules found;
  for (std::size_t i = 0; i < modules_.size(); ++i) {
    const std::string& own = modules_[i].module.code;
    const bool below = code.size() > own.size() && (code[own.size()] == '.' || code[own.size()] == '-');
    if (!own.empty() && below && code.starts_with(own)) found.push_back(i);
  }
  return found;
}

SkillLinker::Modules SkillLinker::byPoints(const std::vector<std::size_t>& points,
                                           const Modules& among) const {
  Modules all;
  for (std::size_t i = 0; i < modules_.size(); ++i) {
    const bool holds = std::ranges::any_of(points, [&](std::size_t point) {
      return std::ranges::find(modules_[i].points, point) != modules_[i].points.end();
    });
    if (holds) all.push_back(i);
  }
  if (all.size() < 2) return all;
  Modules both;
  std::ranges::set_intersection(all, among, std::back_inserter(both));
  return both;
}

SkillLinker::Modules SkillLinker::byLikeness(const FoundSkill& found, const Modules& among) const {
  double best = 0;
  double second = 0;
  std::size_t hit = 0;
  for (const std::size_t i : among) {
    double sum = 0;
    for (const FoundSkill::Line& line : found.requirements) {
      double likest = 0;
      for (const std::size_t point : modules_[i].points) {
        likest = std::max(likest, likeness(requirementWords(line.text), points_[point].words));
      }
      sum += likest;
    }
    const double mean = found.requirements.empty() ? 0 : sum / static_cast<double>(found.requirements.size());
    if (mean > best) {
      second = best;
      best = mean;
      hit = i;
    } else {
      second = std::max(second, mean);
    }
  }
  if (best < kModuleAlike || best - second < kClearly) return {};
  return {hit};
}

SkillLinker::Modules SkillLinker::byFileNames(const SkillItem& item, const Modules& among) const {
  std::map<std::size_t, int> votes;
  std::string text = item.task.str();
  for (const ScoreRow& row : item.scores) text += "\n" + row.criterion.str();
  static const std::regex kNumber(R"((\d{1,2}(?:\.\d{1,2}){1,3}))");
  for (auto hit = std::sregex_iterator(text.begin(), text.end(), kNumber); hit != std::sregex_iterator();
       ++hit) {
    for (const std::size_t module : byCode(hit->str())) ++votes[module];
  }
  Modules found;
  for (const std::size_t module : among) {
    if (votes[module] > 0) found.push_back(module);
  }
  return found.size() == 1 ? found : Modules();
}

std::string SkillLinker::name(std::size_t module) const {
  return modules_[module].module.code + " " + modules_[module].module.name;
}

void SkillLinker::findModule(const FoundSkill& found, const std::vector<std::size_t>& exact,
                             SkillLinks& links) const {
  const Marks marks = marksOf(found);
  const Modules plan = agreeing(found.item, marks);
  struct Way {
    Modules found;
    std::string remark;
  };
  const auto settle = [&](const Modules& hits, const char* remark) {
    if (links.module || hits.size() != 1) return;
    links.module = modules_[hits.front()].module.id;
    links.remark = say(remark, "module"_a = name(hits.front()));
  };
  settle(byCode(found.item.code), markForTranslation("按试题代码归入模块 {module}。"));
  settle(byPoints(exact, plan), markForTranslation("按技能要求归入模块 {module}。"));
  settle(plan, markForTranslation("按配分和时间归入模块 {module}。"));
  if (!links.module)
    settle(byLikeness(found, plan), markForTranslation("按相近的技能要求归入模块 {module}。"));
  if (!links.module)
    settle(byFileNames(found.item, plan), markForTranslation("按正文中的文件编号归入模块 {module}。"));
  if (links.module) return;
  if (plan.empty()) {
    links.doubts.push_back(
        say("方案中没有 {marks} 分、{minutes} 分钟的模块；试题已导入，没有归入模块，请核对。",
            "marks"_a = marks.str(), "minutes"_a = found.item.minutes));
    return;
  }
  std::vector<std::string> names;
  for (const std::size_t module : plan) names.push_back(name(module));
  links.doubts.push_back(
      say("有几个模块的配分和时间与它相符（{names}），无法判断属于哪一个；试题已导入，请选择模块。",
          "names"_a = listed(names)));
}

std::vector<std::string> SkillLinker::compare(const SkillItem& item, Id id) const {
  for (const Module& entry : modules_) {
    const SkillModule& module = entry.module;
    if (module.id != id) continue;
    if (module.marks == item.marks && (module.minutes == 0 || module.minutes == item.minutes)) return {};
    return {say(
        "方案中模块 {code} {name} 是 {marks} 分、{minutes} 分钟，试题是 {ownMarks} 分、{ownMinutes} 分钟；"
        "试题已导入，请核对。",
        "code"_a = module.code, "name"_a = module.name, "marks"_a = module.marks.str(),
        "minutes"_a = module.minutes, "ownMarks"_a = item.marks.str(), "ownMinutes"_a = item.minutes)};
  }
  return {};
}

SkillLinks SkillLinker::link(const FoundSkill& found) const {
  SkillLinks links;
  std::vector<std::size_t> exact;
  std::vector<std::optional<std::size_t>> hits;
  for (const FoundSkill::Line& line : found.requirements) {
    hits.push_back(exactPoint(line.text));
    if (hits.back()) exact.push_back(*hits.back());
  }
  if (hasStructure()) findModule(found, exact, links);
  const auto module = std::ranges::find_if(
      modules_, [&](const Module& entry) { return links.module && entry.module.id == *links.module; });
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const FoundSkill::Line& line = found.requirements[i];
    if (points_.empty()) continue;
    if (hits[i]) {
      links.lines.push_back({line.at, say("对应考评点 {code}。", "code"_a = points_[*hits[i]].code)});
    } else {
      double best = 0;
      const std::string words = requirementWords(line.text);
      for (const std::size_t point : module == modules_.end() ? Modules() : module->points) {
        const double alike = likeness(words, points_[point].words);
        if (alike <= best) continue;
        best = alike;
        hits[i] = point;
      }
      if (best < kAlike) hits[i].reset();
      const std::string nearest =
          hits[i] ? points_[*hits[i]].code + " " + points_[*hits[i]].name : std::string();
      links.lines.push_back(
          {line.at, hits[i] ? say("“{text}”与考评点的文字不完全相同，对应到最接近的 {point}。",
                                  "text"_a = line.text, "point"_a = nearest)
                            : say("“{text}”没有文字相同或相近的考评点。", "text"_a = line.text)});
    }
    if (hits[i] && std::ranges::find(links.points, points_[*hits[i]].id) == links.points.end()) {
      links.points.push_back(points_[*hits[i]].id);
    }
  }
  if (links.points.empty() && !points_.empty()) {
    links.doubts.push_back(say("没有找到对应的考评点；试题已导入，请选择考评点。"));
  }
  return links;
}

}  // namespace tiku::formats::tables
