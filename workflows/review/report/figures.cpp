#include "workflows/review/report/figures.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "workflows/filing/documents/page.h"
#include "workflows/review/report/page.h"
#include "workflows/review/statistics/description.h"

namespace tiku::workflows::reports {

using formats::Bank;
using formats::DocxCell;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::Marks;
using formats::Rubric;
using formats::RubricLine;

namespace {

constexpr int kScorePlaces = 1;

// The means of some lines added up; nothing where one of them has none.
std::optional<double> sumOfMeans(const Rubric& rubric, const PanelScores& scores,
                                 std::string_view dimension) {
  double sum = 0;
  for (std::size_t i = 0; i < rubric.lines.size(); ++i) {
    if (!dimension.empty() && rubric.lines[i].dimension != dimension) continue;
    const Figure mean = describe(scores.rubric.ofUnit(i)).mean;
    if (!mean.known()) return std::nullopt;
    sum += mean.value();
  }
  return sum;
}

std::string printed(const std::optional<double>& value) {
  return value ? fmt::format("{:.{}f}", *value, kScorePlaces) : "—";
}

DocxRow lineRow(const RubricLine& line, const std::vector<double>& scores) {
  const Description said = describe(scores);
  const std::string range =
      said.lowest.known() ? said.lowest.str(kScorePlaces) + "—" + said.highest.str(kScorePlaces) : "—";
  DocxRow row =
      bodyRow({line.dimension, "", line.marks.str(), said.mean.str(kScorePlaces), said.spread.str(2), range});
  row.cells[1] = DocxCell(line.text, DocxStyle::kCellLeft);
  return row;
}

DocxRow sumRow(const std::string& title, Marks marks, const std::optional<double>& sum) {
  DocxRow row;
  row.cells.emplace_back(title, DocxStyle::kCellHead, 2);
  row.cells.emplace_back(marks.str());
  row.cells.emplace_back(printed(sum));
  row.cells.emplace_back("", DocxStyle::kCell, 2);
  return row;
}

DocxRow figureRow(const std::string& name, const Figure& figure, const std::string& source, int places = 3) {
  DocxRow row;
  row.cells.emplace_back(name, DocxStyle::kCellLeft);
  row.cells.emplace_back(figure.str(places));
  row.cells.emplace_back(figure.known() ? std::to_string(figure.units()) : "—");
  row.cells.emplace_back(figure.known() ? source : figure.why(), DocxStyle::kCellLeft);
  return row;
}

}  // namespace

DocxTable rubricTable(const Rubric& rubric, const PanelScores& scores) {
  DocxTable table;
  table.widths = {22, 84, 18, 20, 20, 26};
  table.rows.push_back(headRow({"维度", "条目", "分值", "平均分", "标准差", "最低—最高"}));
  std::vector<std::string> dimensions;
  for (const RubricLine& line : rubric.lines) {
    if (std::ranges::find(dimensions, line.dimension) == dimensions.end())
      dimensions.push_back(line.dimension);
  }
  for (const std::string& dimension : dimensions) {
    Marks marks;
    bool first = true;
    for (std::size_t i = 0; i < rubric.lines.size(); ++i) {
      if (rubric.lines[i].dimension != dimension) continue;
      marks += rubric.lines[i].marks;
      DocxRow row = lineRow(rubric.lines[i], scores.rubric.ofUnit(i));
      row.cells[0].merge = first ? DocxCell::Merge::kStart : DocxCell::Merge::kContinued;
      first = false;
      table.rows.push_back(std::move(row));
    }
    table.rows.push_back(sumRow(dimension + " 小计", marks, sumOfMeans(rubric, scores, dimension)));
  }
  table.rows.push_back(sumRow("合计", rubric.total(), sumOfMeans(rubric, scores, {})));
  return table;
}

std::string totalScore(const Rubric& rubric, const PanelScores& scores) {
  const auto sum = sumOfMeans(rubric, scores, {});
  return rubric.lines.empty() || !sum ? "—" : printed(sum) + " / " + rubric.total().str();
}

DocxTable agreementTable(const PanelStatistics& statistics) {
  DocxTable table;
  table.widths = {62, 22, 18, 88};
  table.rows.push_back(headRow({"指标", "数值", "题数", "说明"}));
  for (const NamedFigure& one : namedFigures(statistics))
    table.rows.push_back(figureRow(one.name, one.figure, one.source));
  return table;
}

DocxTable verdictTable(const Bank& bank, const std::vector<ItemOpinion>& opinions) {
  struct Counts {
    int all = 0;
    std::array<int, 3> verdicts{};
    int none = 0;
  };
  std::map<std::tuple<int, bool>, Counts> groups;
  for (const ItemOpinion& opinion : opinions) {
    const auto* theory = bank.find<formats::TheoryItem>(opinion.object);
    const auto* skill = bank.find<formats::SkillItem>(opinion.object);
    if (theory == nullptr && skill == nullptr) continue;
    const int level = theory != nullptr ? theory->level.number() : skill->level.number();
    Counts& counts = groups[{-level, theory == nullptr}];
    ++counts.all;
    if (opinion.verdict) {
      ++counts.verdicts.at(static_cast<std::size_t>(*opinion.verdict));
    } else {
      ++counts.none;
    }
  }
  DocxTable table;
  table.widths = {60, 26, 26, 26, 26, 26};
  table.rows.push_back(headRow({"等级、种类", "送审", "采用", "修改", "淘汰", "没有意见"}));
  for (const auto& [key, counts] : groups) {
    const auto [level, skills] = key;
    table.rows.push_back(bodyRow(
        {std::string(formats::Level::of(-level)->name()) + (skills ? " 操作技能试题" : " 理论知识试题"),
         std::to_string(counts.all), std::to_string(counts.verdicts[0]), std::to_string(counts.verdicts[1]),
         std::to_string(counts.verdicts[2]), std::to_string(counts.none)}));
  }
  return table;
}

DocxTable passLineTable(const Bank& bank, const PanelScores& scores) {
  DocxTable table;
  table.widths = {40, 40, 40, 70};
  table.rows.push_back(headRow({"等级", "建议及格线", "标准误", "说明"}));
  for (const formats::Level level : bank.info().levels) {
    const AngoffCut cut = passLine(bank, scores, level);
    if (!cut.percent.known()) continue;
    double most = cut.cut.value() * 100 / std::max(cut.percent.value(), 1e-9);
    const std::string error = cut.standardError.known() && cut.percent.value() > 0
                                  ? fmt::format("{:.1f} 个百分点", 100 * cut.standardError.value() / most)
                                  : "—";
    table.rows.push_back(bodyRow({std::string(level.name()), cut.percent.str(1) + " %", error,
                                  fmt::format("依据 {} 道题的难度估计", cut.percent.units())}));
  }
  return table;
}

}  // namespace tiku::workflows::reports
