#include "formats/exchange/standard/checks.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::standards {

using tables::sameWords;
using tables::squeezed;
using tables::wordsKey;

namespace {

// A printed number that is not the next one. `missing` is the one that should stand there.
void checkNumber(const std::vector<int>& number, std::vector<int> wanted, const std::string& kind,
                 const std::string& at, tables::Rows& rows) {
  if (number.empty() || number == wanted) return;
  rows.doubt(at, say("{kind}的编号 {number} 应为 {wanted}；内容已收入，请核对有无缺漏或重复。",
                     "kind"_a = kind, "number"_a = printed(number), "wanted"_a = printed(wanted)));
}

void checkColumn(const std::vector<ReadEntry>& column, const ReadContent& content, bool skills,
                 const std::vector<int>& prefix, tables::Rows& rows) {
  const std::string kind = skills ? say("技能要求") : say("相关知识要求");
  if (column.empty()) {
    rows.doubt(content.at, say("工作内容“{name}”没有{kind}。", "name"_a = content.name, "kind"_a = kind));
  }
  std::map<std::string, int> seen;
  int next = 1;
  for (const ReadEntry& entry : column) {
    if (entry.number.size() == 3) {
      std::vector<int> wanted = prefix;
      wanted.push_back(next);
      checkNumber(entry.number, std::move(wanted), kind, entry.at, rows);
      next = entry.number.back();
    } else if (entry.number.size() == 1) {
      checkNumber(entry.number, {next}, kind, entry.at, rows);
      next = entry.number.back();
    }
    ++next;
    if (++seen[wordsKey(entry.text)] == 2) {
      rows.doubt(entry.at, say("{kind}“{text}”在同一工作内容里出现两次；都已收入，请删去一个。",
                               "kind"_a = kind, "text"_a = entry.text));
    }
  }
}

void checkContents(const ReadFunction& function, int number, tables::Rows& rows) {
  if (function.contents.empty()) {
    rows.doubt(function.at, say("职业功能“{name}”没有工作内容。", "name"_a = function.name));
  }
  std::set<std::string> names;
  int next = 1;
  for (const ReadContent& content : function.contents) {
    checkNumber(content.number, {number, next}, say("工作内容"), content.at, rows);
    if (!content.number.empty()) next = content.number.back();
    if (!names.insert(wordsKey(content.name)).second) {
      rows.doubt(content.at, say("工作内容“{name}”在同一职业功能里出现两次；都已收入，请核对。",
                                 "name"_a = content.name));
    }
    const std::vector<int> prefix = content.number.empty() ? std::vector<int>{number, next} : content.number;
    checkColumn(content.skills, content, true, prefix, rows);
    checkColumn(content.knowledge, content, false, prefix, rows);
    ++next;
  }
}

const std::vector<ReadFunction>* functionsAt(const std::vector<const ReadLevel*>& levels, Level level) {
  const auto found = std::ranges::find_if(levels, [level](const auto* one) { return one->level == level; });
  return found == levels.end() ? nullptr : &(*found)->functions;
}

bool hasFunction(const std::vector<ReadFunction>& functions, const std::string& name) {
  return std::ranges::any_of(functions, [&name](const auto& one) { return sameWords(one.name, name); });
}

std::string tableName(const ReadWeights& table) {
  return table.skills ? say("技能要求权重表") : say("理论知识权重表");
}

void checkSums(const ReadWeights& table, tables::Rows& rows) {
  const Weight whole = Weight::whole(100);
  const std::string& at = table.totalAt.empty() ? table.at : table.totalAt;
  for (const Level level : table.levels) {
    Weight sum;
    for (const ReadWeightRow& row : table.rows) {
      if (const auto share = row.row.weights.find(level); share != row.row.weights.end())
        sum += share->second;
    }
    if (sum != whole) {
      rows.doubt(at, say("{table}：{level}各项相加是 {sum}，不是 100；内容已收入，请核对。",
                         "table"_a = tableName(table), "level"_a = level.longName(), "sum"_a = sum.str()));
    }
    const auto total = table.totals.find(level);
    if (total != table.totals.end() && total->second != sum) {
      rows.doubt(at,
                 say("{level}的合计写的是 {stated}，各项相加是 {sum}；请核对。", "level"_a = level.longName(),
                     "stated"_a = total->second.str(), "sum"_a = sum.str()));
    }
  }
}

}  // namespace

std::set<Level> namedLevels(const std::vector<ReadSection>& sections) {
  std::set<Level> levels;
  for (const ReadSection& read : sections) {
    const std::string title = squeezed(read.section.title);
    if (title != "职业技能等级" && title != "职业等级") continue;
    const std::string text = squeezed(read.section.text.str());
    for (int number = 1; number <= 5; ++number) {
      const Level level = *Level::of(number);
      if (tables::has(text, level.name())) levels.insert(level);
    }
  }
  return levels;
}

void checkLevel(const ReadLevel& level, tables::Rows& rows) {
  std::set<std::string> names;
  int next = 1;
  for (const ReadFunction& function : level.functions) {
    checkNumber(function.number, {next}, say("职业功能"), function.at, rows);
    if (!function.number.empty()) next = function.number.back();
    if (!names.insert(wordsKey(function.name)).second) {
      rows.doubt(function.at, say("职业功能“{name}”在{level}里出现两次；都已收入，请核对。",
                                  "name"_a = function.name, "level"_a = level.level.longName()));
    }
    checkContents(function, next, rows);
    ++next;
  }
}

void checkTopics(const std::vector<ReadTopic>& topics, tables::Rows& rows) {
  for (const ReadTopic& topic : topics) {
    if (topic.topic.entries.empty())
      rows.doubt(topic.at, say("基本要求“{title}”下面没有内容。", "title"_a = topic.topic.title));
    int next = 1;
    for (const int number : topic.numbers) {
      if (number > 0) {
        checkNumber({number}, {next}, topic.topic.title, topic.at, rows);
        next = number;
      }
      ++next;
    }
  }
}

void checkSections(const std::vector<ReadSection>& sections, const std::set<Level>& levels,
                   tables::Rows& rows) {
  std::set<std::string> numbers;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const OverviewSection& section = sections[i].section;
    if (!section.number.empty() && !numbers.insert(section.number).second)
      rows.doubt(sections[i].at,
                 say("编号 {number} 出现两次；都已收入，请核对。", "number"_a = section.number));
    const bool parent =
        i + 1 < sections.size() && sections[i + 1].section.number.starts_with(section.number + ".");
    // 三 and 四 of a 专项职业能力考核规范 have a table or parts of their own below them.
    const bool ofTasks = !section.number.empty() && dottedNumberAt(section.number) == std::nullopt &&
                         !section.number.starts_with("附录");
    if (section.text.empty() && !parent && !ofTasks)
      rows.doubt(sections[i].at,
                 say("{number} {title} 没有正文。", "number"_a = section.number, "title"_a = section.title));
    const std::string title = squeezed(section.title);
    if (title != "职业技能等级" && title != "职业等级") continue;
    for (const Level level : namedLevels({sections[i]})) {
      if (!levels.contains(level))
        rows.doubt(sections[i].at,
                   say("这里写有{level}，第 3 章却没有它的工作要求。", "level"_a = level.longName()));
    }
  }
}

void checkWeights(const ReadWeights& table, const std::vector<const ReadLevel*>& levels, tables::Rows& rows) {
  for (const ReadWeightRow& read : table.rows) {
    if (read.row.kind != WeightRow::Kind::kFunction) continue;
    for (const auto& [level, share] : read.row.weights) {
      const auto* functions = functionsAt(levels, level);
      if (functions != nullptr && !hasFunction(*functions, read.row.name))
        rows.doubt(read.at, say("{level}没有职业功能“{name}”，权重表里却有它的权重；内容已收入，请核对名称。",
                                "level"_a = level.longName(), "name"_a = read.row.name));
    }
  }
  for (const Level level : table.levels) {
    const auto* functions = functionsAt(levels, level);
    if (functions == nullptr) {
      rows.doubt(table.at, say("{table}有{level}，第 3 章却没有它的工作要求。", "table"_a = tableName(table),
                               "level"_a = level.longName()));
      continue;
    }
    for (const ReadFunction& function : *functions) {
      const bool weighed = std::ranges::any_of(table.rows, [&](const ReadWeightRow& read) {
        return read.row.weights.contains(level) && sameWords(read.row.name, function.name);
      });
      if (!weighed)
        rows.doubt(table.at, say("{table}里没有{level}职业功能“{name}”的权重。", "table"_a = tableName(table),
                                 "level"_a = level.longName(), "name"_a = function.name));
    }
  }
  for (const ReadLevel* level : levels) {
    if (std::ranges::find(table.levels, level->level) == table.levels.end())
      rows.doubt(table.at, say("{table}里没有{level}这一列。", "table"_a = tableName(table),
                               "level"_a = level->level.longName()));
  }
  checkSums(table, rows);
}

}  // namespace tiku::formats::standards
