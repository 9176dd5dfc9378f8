#include <algorithm>

#include <fmt/format.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "workflows/filing/documents/items.h"
#include "workflows/filing/documents/rich_text.h"
#include "workflows/filing/documents/shared.h"

/// 题库样本: how it was drawn, then the drawn items for a reader.
namespace tiku::workflows {

using formats::operator""_a;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;

namespace {

std::string kindTitle(Draw::Kind kind) {
  switch (kind) {
    case Draw::Kind::kTheoryItems:
      return "理论知识试题";
    case Draw::Kind::kSkillItems:
      return "操作技能试题";
    case Draw::Kind::kTheoryPapers:
      return "理论知识试卷";
    case Draw::Kind::kSkillPapers:
      return "操作技能试卷";
  }
  return {};
}

/// Figure keys of what there is and what was drawn.
std::pair<std::string, std::string> figureKeys(Draw::Kind kind) {
  switch (kind) {
    case Draw::Kind::kTheoryItems:
      return {"theory-items", "sample-theory"};
    case Draw::Kind::kSkillItems:
      return {"skills-items", "sample-skills"};
    case Draw::Kind::kTheoryPapers:
      return {"theory-papers", "sample-theory-papers"};
    case Draw::Kind::kSkillPapers:
      return {"skills-papers", "sample-skills-papers"};
  }
  return {};
}

template <typename T>
std::vector<const T*> drawn(const DocumentRequest& request, const Draw& draw) {
  std::vector<const T*> objects;
  for (const formats::Id id : draw.drawn()) {
    const T* object = request.context.bank.find<T>(id);
    if (object == nullptr) {
      throw formats::FormatError(formats::ErrorCode::kUsage,
                                 formats::say("抽样结果里的对象 {id} 不在题库中。", "id"_a = id.str()), {},
                                 formats::say("请用同一版本的题库重新抽样。"));
    }
    objects.push_back(object);
  }
  return objects;
}

void addSummary(const DocumentRequest& request, formats::Level level, DocxWriter& writer) {
  writer.add("一、抽样说明", DocxStyle::kHeading1);
  const Sample& sample = request.context.sample;
  const std::string clause = sample.clause.empty() ? std::string() : "（依据：" + sample.clause + "）";
  writer.add(
      "样本由程序按等级分层随机抽取" + clause +
          "：以题库版本号和受理部门给定的数字生成种子，在每一层内按“种子:试题标识”的 SHA-256 值由小到大取题。"
          "任何人持有题库和下表各项，都可以用公开工具重新抽取并得到相同的样本。",
      DocxStyle::kBody);
  DocxTable how;
  how.widths = {30, 120};
  const auto line = [&how](const std::string& name, const std::string& value) {
    how.rows.push_back(
        {{headCell(name), formats::DocxCell(value.empty() ? "—" : value, DocxStyle::kCellLeft)},
         false,
         0,
         false});
  };
  line("抽样算法", std::string(kSampleAlgorithm));
  line("题库版本", sample.tree);
  line("给定数字", sample.nonce);
  line("种子", sample.seed);
  writer.add(how);
  DocxTable table;
  table.widths = {60, 45, 45};
  table.rows.push_back(headRow({"抽取对象", "题库总量", "抽取数量"}));
  for (const Draw& draw : sample.draws) {
    if (draw.level != level) continue;
    const auto [all, taken] = figureKeys(draw.kind);
    DocxRow row;
    row.cells = {formats::DocxCell(kindTitle(draw.kind)), figureCell(request, levelKey(level, all)),
                 figureCell(request, levelKey(level, taken))};
    table.rows.push_back(std::move(row));
  }
  writer.add("样本数量", DocxStyle::kCaption);
  writer.add(table);
}

void addStrata(const Draw& draw, DocxWriter& writer) {
  writer.add(kindTitle(draw.kind) + "分层抽取情况", DocxStyle::kCaption);
  DocxTable table;
  table.widths = {14, 90, 22, 22};
  table.rows.push_back(headRow({"序号", "层", "总量", "抽取"}));
  for (const Stratum& stratum : draw.strata) {
    DocxRow row = bodyRow({std::to_string(table.rows.size()), "", std::to_string(stratum.candidates.size()),
                           std::to_string(stratum.quota)});
    row.cells[1] = formats::DocxCell(stratum.title, DocxStyle::kCellLeft);
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
}

/// What stands below an item: code, key, ratings, point.
void addItemNotes(const DocumentRequest& request, DocxWriter& writer, const formats::TheoryItem& item) {
  const auto note = [&writer](std::vector<formats::DocxRun> runs) {
    DocxParagraph paragraph(std::move(runs), DocxStyle::kNote);
    paragraph.indent = 2;
    writer.add(paragraph);
  };
  if (std::holds_alternative<formats::ReferenceKey>(item.key) || !item.scoring.empty()) {
    addReferenceAnswer(writer, item);
  }
  std::vector<formats::DocxRun> first;
  if (!std::holds_alternative<formats::ReferenceKey>(item.key)) {
    first.push_back(boldRun("答案：" + keyText(item)));
    first.push_back(textRun("　　"));
  }
  first.push_back(
      textRun(fmt::format("题号：{}　　难度：{}　　一致性：{}{}", item.code.empty() ? "—" : item.code,
                          difficultyText(item.difficulty), consistencyText(item.consistency),
                          item.marks ? "　　分值：" + item.marks->str() : "")));
  note(std::move(first));
  const std::string point = item.point ? request.view.pointLabel(*item.point) : "";
  note({textRun(
      fmt::format("{}：{}", request.context.profile.pointWord(), point.empty() ? "未关联" : point))});
  if (!item.rationale.empty()) {
    std::vector<formats::DocxRun> runs = runsOf(item.rationale);
    runs.insert(runs.begin(), textRun("解析："));
    note(std::move(runs));
  }
  if (!item.reference.empty()) note({textRun("出处：" + item.reference)});
}

void addTheory(const DocumentRequest& request, const Draw& draw, DocxWriter& writer) {
  auto items = drawn<formats::TheoryItem>(request, draw);
  const auto orderOf = [&request](const formats::TheoryItem* item) {
    const PointName* place = item->point ? request.view.point(*item->point) : nullptr;
    return place == nullptr ? std::numeric_limits<int>::max() : place->order;
  };
  std::sort(items.begin(), items.end(), [&orderOf](const auto* a, const auto* b) {
    return std::forward_as_tuple(a->type, orderOf(a), a->code, a->id) <
           std::forward_as_tuple(b->type, orderOf(b), b->code, b->id);
  });
  int part = 0;
  for (const formats::ItemType type : formats::kItemTypes) {
    const auto count =
        std::count_if(items.begin(), items.end(), [type](const auto* item) { return item->type == type; });
    if (count == 0) continue;
    writer.add(fmt::format("（{}）{}（{} 道）", chineseNumber(++part), formats::itemTypeName(type), count),
               DocxStyle::kHeading2);
    int number = 0;
    const formats::ItemSet* above = nullptr;
    for (const auto* item : items) {
      if (item->type != type) continue;
      ++number;
      // A drawn item brings what it shares with others, drawn or not.
      const formats::ItemSet* set = request.context.bank.setOf(item->id);
      if (set != nullptr && set != above) addShared(writer, *set, number, number);
      above = set;
      addQuestion(writer, underSet(*item, set), fmt::format("{}．", number), true);
      addItemNotes(request, writer, *item);
    }
  }
  if (items.empty()) writer.add("没有抽取到试题。", DocxStyle::kBody);
}

std::string codesOf(const DocumentRequest& request, const formats::SkillItem& item) {
  std::string codes;
  for (const formats::Id point : item.points) {
    if (!codes.empty()) codes += "、";
    codes += request.view.pointCode(point);
  }
  return codes.empty() ? "—" : codes;
}

void addSkills(const DocumentRequest& request, const Draw& draw, DocxWriter& writer) {
  const auto items = drawn<formats::SkillItem>(request, draw);
  if (items.empty()) writer.add("没有抽取到试题。", DocxStyle::kBody);
  DocxTable list;
  list.widths = {14, 26, 66, 34, 16, 24};
  list.rows.push_back(headRow(
      {"序号", "试题代码", "试题名称", request.context.profile.pointWord() + "代码", "题分", "考核时间"}));
  for (const auto* item : items) {
    list.rows.push_back(bodyRow({std::to_string(list.rows.size()), item->code.empty() ? "—" : item->code,
                                 item->title, codesOf(request, *item), item->marks.str(),
                                 item->minutes > 0 ? fmt::format("{} 分钟", item->minutes) : "—"}));
  }
  if (!items.empty()) writer.add(list);
  for (const auto* item : items) {
    writer.pageBreak();
    addSkillItem(request, writer, *item);
  }
}

void addPapers(const DocumentRequest& request, const Draw& draw, DocxWriter& writer) {
  const auto papers = drawn<formats::Paper>(request, draw);
  if (papers.empty()) writer.add("没有抽取到试卷。", DocxStyle::kBody);
  for (const auto* paper : papers) {
    if (paper != papers.front()) writer.pageBreak();
    addPaper(request, writer, *paper);
  }
}

void addDraw(const DocumentRequest& request, const Draw& draw, DocxWriter& writer) {
  switch (draw.kind) {
    case Draw::Kind::kTheoryItems:
      addTheory(request, draw, writer);
      break;
    case Draw::Kind::kSkillItems:
      addSkills(request, draw, writer);
      break;
    case Draw::Kind::kTheoryPapers:
    case Draw::Kind::kSkillPapers:
      addPapers(request, draw, writer);
      break;
  }
}

void addLevel(const DocumentRequest& request, formats::Level level, DocxWriter& writer) {
  writer.add(fmt::format("{}（{}）{}", request.view.occupation(), level.name(), request.title),
             DocxStyle::kTitle);
  addSummary(request, level, writer);
  std::vector<const Draw*> draws;
  for (const Draw& draw : request.context.sample.draws) {
    if (draw.level == level) draws.push_back(&draw);
  }
  if (draws.empty()) {
    writer.add("本等级没有可以抽取的试题或试卷。", DocxStyle::kBody);
    return;
  }
  for (const Draw* draw : draws) {
    if (draw->strata.size() > 1) addStrata(*draw, writer);
  }
  int part = 1;
  for (const Draw* draw : draws) {
    writer.pageBreak();
    writer.add(fmt::format("{}、{}样本", chineseNumber(++part), kindTitle(draw->kind)), DocxStyle::kHeading1);
    addDraw(request, *draw, writer);
  }
}

}  // namespace

void makeSamples(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  std::string title = request.view.occupation();
  if (request.levels.size() == 1) title += fmt::format("（{}）", request.levels.front().name());
  title += request.title;
  DocxWriter writer = openDocument(request, title);
  if (request.levels.empty()) {
    writer.add(title, DocxStyle::kTitle);
    writer.add("题库尚未登记等级，没有样本。", DocxStyle::kBody);
  }
  for (const formats::Level level : request.levels) {
    writer.pageBreak();
    addLevel(request, level, writer);
  }
  closeDocument(std::move(writer), request.path, files);
}

}  // namespace tiku::workflows
