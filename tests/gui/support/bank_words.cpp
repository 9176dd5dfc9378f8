#include "tests/gui/support/bank_words.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "editor/blueprint/element_cells.h"
#include "editor/blueprint/standard_numbers.h"

namespace tiku::tests {

using namespace tiku::formats;

namespace {

std::string kindWords(WeightRow::Kind kind) {
  return kind == WeightRow::Kind::kEthics       ? "职业道德"
         : kind == WeightRow::Kind::kFoundation ? "基础知识"
                                                : "职业功能";
}

std::unordered_map<Id, std::string> pointNames(const ElementTable& table) {
  std::unordered_map<Id, std::string> names;
  walk(table, [&](const TablePlace& at) {
    if (at.point != nullptr) names.emplace(at.point->id, at.point->name);
  });
  return names;
}

std::string keyWords(const TheoryItem& item) {
  if (const auto* choice = std::get_if<ChoiceKey>(&item.key)) {
    std::string letters;
    for (const int option : choice->options) letters += static_cast<char>('A' + option);
    return letters;
  }
  if (const auto* judgement = std::get_if<JudgementKey>(&item.key))
    return judgement->correct ? "正确" : "错误";
  if (const auto* reference = std::get_if<ReferenceKey>(&item.key)) return reference->answer.str();
  const auto* fillIn = std::get_if<FillInKey>(&item.key);
  return fillIn == nullptr ? "" : fillIn->blanks.front().front();
}

std::string itemWords(const TheoryItem& item, int number, const std::string& point) {
  std::string words = fmt::format("{}. {}\n", number, item.stem.str());
  for (std::size_t i = 0; i < item.options.size(); ++i)
    words += fmt::format("{}. {}\n", static_cast<char>('A' + i), item.options[i].str());
  words += "答案：" + keyWords(item) + "\n";
  if (!item.scoring.empty()) {
    words += "评分标准：\n";
    for (const ScoringPoint& point : item.scoring)
      words += fmt::format("{}（{}分）\n", point.text, point.marks.str());
  }
  if (!item.rationale.empty()) words += "解析：" + item.rationale.str() + "\n";
  if (item.marks) words += fmt::format("分值：{}分\n", item.marks->str());
  words += fmt::format("难度：{}\n一致性：{}\n", item.difficulty.value_or(3), item.consistency.value_or(4));
  return words + "考评点：" + point + "\n\n";
}

}  // namespace

std::string basicsWords(const Standard& standard) {
  std::string words;
  for (const BasicTopic& topic : standard.basics) {
    words += kindWords(topic.part == BasicTopic::Part::kEthics ? WeightRow::Kind::kEthics
                                                               : WeightRow::Kind::kFoundation) +
             "\t" + topic.title;
    bool first = true;
    for (const std::string& entry : topic.entries) {
      words += (first ? "\t" : "\t\t") + entry + "\n";
      first = false;
    }
    if (first) words += "\t\n";
  }
  return words;
}

std::string requirementWords(const LevelRequirements& requirements) {
  std::string words;
  for (const Function& function : requirements.functions) {
    for (const WorkContent& content : function.contents) {
      for (std::size_t row = 0; row < std::max(content.skills.size(), content.knowledge.size()); ++row) {
        if (row == 0 && &content == &function.contents.front()) words += function.name;
        words += "\t";
        if (row == 0) words += content.name;
        words += "\t" + (row < content.skills.size() ? content.skills[row].text : std::string());
        words += "\t" + (row < content.knowledge.size() ? content.knowledge[row].text : std::string()) + "\n";
      }
    }
  }
  return words;
}

std::string weightWords(const std::vector<WeightRow>& table, const std::vector<Level>& levels, bool kinds) {
  std::string words;
  for (const WeightRow& row : table) {
    words += (kinds ? kindWords(row.kind) + "\t" : "") + row.name;
    for (const Level level : levels) {
      const auto weight = row.weights.find(level);
      words += "\t" + (weight == row.weights.end() ? "—" : weight->second.str());
    }
    words += "\n";
  }
  return words;
}

ElementTableWords elementTableWords(const Bank& sample, const Bank& made, Level level, bool theory,
                                    int traceColumn) {
  const auto tableIn = [&](const Bank& bank) -> const ElementTable& {
    return theory ? bank.blueprint(level)->theory : bank.blueprint(level)->skills;
  };
  const editor::StandardNumbers numbers(sample.standard(), level, theory);
  const editor::StandardNumbers madeNumbers(made.standard(), level, theory);
  const auto nameOf = [](const TablePlace& at, const editor::StandardNumbers& in) {
    const Scope& scope = *at.path.back();
    return std::to_string(static_cast<int>(at.part)) +
           (scope.requirement ? in.words({*scope.requirement}) : scope.name);
  };
  std::map<std::string, Weight> weights;
  walk(tableIn(sample), [&](const TablePlace& at) {
    if (at.point == nullptr) weights[nameOf(at, numbers)] += at.path.back()->weight.value_or(Weight());
  });
  ElementTableWords words;
  std::map<std::string, std::string> codes;
  walk(tableIn(made), [&](const TablePlace& at) {
    words.weights += weights[nameOf(at, madeNumbers)].str() + "\n";
    codes[nameOf(at, madeNumbers)] = at.code();
  });
  std::map<std::string, int> last;
  walk(tableIn(sample), [&](const TablePlace& at) {
    if (at.point == nullptr) return;
    const std::string& code = codes.at(nameOf(at, numbers));
    words.points += fmt::format("{}-{:03}\t{}\t\t{}", code, ++last[code], at.point->name,
                                editor::importanceLetter(*at.point->importance));
    words.points += std::string(static_cast<std::size_t>(traceColumn - 3), '\t');
    words.points += numbers.words(at.point->requirements) + "\n";
  });
  return words;
}

std::string structureWords(const SkillStructure& structure) {
  std::string words;
  for (const SkillGroup& group : structure.groups) {
    for (const SkillModule& module : group.modules) {
      words += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", module.code, module.function, module.name,
                           module.form, module.marks.str(), module.minutes, module.bankItems.value_or(1));
    }
  }
  return words;
}

std::string planWords(const PaperPlan& plan) {
  std::string words;
  for (const PlanSection& section : plan.sections)
    words += fmt::format("{}\t{}\t{}\n", itemTypeName(section.type), section.count, section.each.str());
  return words;
}

std::string theoryWords(const Bank& bank, Level level) {
  const auto names = pointNames(bank.blueprint(level)->theory);
  std::vector<std::shared_ptr<const TheoryItem>> items;
  for (const auto& item : bank.all<TheoryItem>()) {
    if (item->level == level) items.push_back(item);
  }
  std::ranges::sort(items, {}, [](const auto& item) { return item->code; });
  std::string words;
  int heading = 0;
  for (const ItemType type : kItemTypes) {
    int number = 0;
    for (const auto& item : items) {
      if (item->type != type) continue;
      constexpr const char* kNumbers[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
      if (number == 0) words += fmt::format("{}、{}\n", kNumbers[heading++], itemTypeName(type));
      words += itemWords(*item, ++number, names.at(*item->point));
    }
  }
  return words;
}

std::string materialWords(const SkillItem& item) {
  std::string words;
  for (const Material& material : item.materials) {
    words += fmt::format("{}\t{}\t{}\t{}\t{}\n",
                         material.provider == Material::Provider::kCandidate ? "考生" : "考场", material.name,
                         material.specification, material.quantity, material.note);
  }
  return words;
}

std::string vetoWords(const SkillItem& item) {
  std::string words;
  for (const std::string& veto : item.vetoes) words += veto + "\n";
  return words;
}

std::string scoreWords(const SkillItem& item) {
  std::string words;
  for (const ScoreRow& row : item.scores) {
    words += fmt::format("{}\t{}\t{}\t{}\t{}\n", row.number, row.content.str(), row.criterion.str(),
                         row.nominal, row.marks.str());
  }
  return words;
}

}  // namespace tiku::tests
