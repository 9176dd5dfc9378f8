#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "workflows/filing/documents/page.h"
#include "workflows/filing/documents/rich_text.h"
#include "workflows/filing/documents/steps.h"

/// 题库开发说明 （含命题依据、考评蓝图、试题编制清单、试测报告等）.
namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;

namespace {

/// Longer lists go into the workbook beside the document.
constexpr std::size_t kLongestList = 50;

const formats::RichText* dossierText(const DocumentRequest& request, const std::string& id) {
  const auto& texts = dossierOf(request).texts;
  const auto found = texts.find(id);
  return found == texts.end() || found->second.empty() ? nullptr : &found->second;
}

std::string dossierField(const DocumentRequest& request, const std::string& id) {
  const auto& fields = dossierOf(request).fields;
  const auto found = fields.find(id);
  return found == fields.end() ? std::string() : found->second;
}

void addOverview(const DocumentRequest& request, DocxWriter& writer) {
  writer.add("一、题库概况", DocxStyle::kHeading1);
  const formats::BankInfo& info = request.context.bank.info();
  const auto kind = [](formats::BankKind k) { return k == formats::BankKind::kItems ? "题库" : "试卷库"; };
  const std::string code = info.occupation ? "（职业编码 " + info.occupation->str() + "）" : "";
  writer.add(
      {{textRun(
            fmt::format(
                "本题库面向{}{}，覆盖{}，由{}组织开发。理论知识采用{}，操作技能采用{}。全库共有理论知识{}",
                request.view.occupation(), code, info.levels.empty() ? "________" : levelNames(info.levels),
                info.institution.name.empty() ? "________" : info.institution.name, kind(info.theoryKind),
                kind(info.skillsKind), request.context.profile.pointWord()) +
            " "),
        figureRun(request, "total/points"), textRun(" 个、理论知识试题 "),
        figureRun(request, "total/theory-items"), textRun(" 道、操作技能试题 "),
        figureRun(request, "total/skills-items"), textRun(" 道、理论知识试卷 "),
        figureRun(request, "total/theory-papers"), textRun(" 套、操作技能试卷 "),
        figureRun(request, "total/skills-papers"), textRun(" 套。")},
       DocxStyle::kBody});
}

void addBasis(const DocumentRequest& request, DocxWriter& writer) {
  writer.add("二、命题依据", DocxStyle::kHeading1);
  if (const auto* text = dossierText(request, "basis")) {
    writer.add(blocksOf(*text, DocxStyle::kBody));
    return;
  }
  const std::string standard = standardTitle(request.context.bank);
  writer.add(fmt::format("本题库依据{}编制，并执行{}的有关规定。",
                         standard.empty() ? "________（职业标准或评价规范）" : standard,
                         request.context.profile.regulation()),
             DocxStyle::kBody);
}

/// One row per scope down to the second level, with its weight and points.
void addScopes(const DocumentRequest& request, const formats::ElementTable& table, DocxWriter& writer) {
  const std::string word = request.word();
  DocxTable printed;
  printed.widths = {24, 70, 24, 24, 34};
  printed.rows.push_back(headRow({"代码", word + "范围", word + "比重", word + "点数", "重要程度比例"}));
  formats::walk(table, [&printed](const formats::TablePlace& place) {
    if (place.point != nullptr || place.path.size() > 2) return;
    const formats::Scope& scope = *place.path.back();
    DocxRow row = bodyRow({place.code(), "", scope.weight ? scope.weight->str() : "—",
                           std::to_string(scope.pointCount()), scope.ratio().str()});
    row.cells[1] = DocxCell((place.path.size() > 1 ? "　　" : "") + scope.name, DocxStyle::kCellLeft);
    printed.rows.push_back(std::move(row));
  });
  writer.add(printed);
}

void addStructure(const formats::SkillStructure& structure, DocxWriter& writer) {
  DocxTable printed;
  printed.widths = {54, 30, 30, 30, 32};
  printed.rows.push_back(headRow({"考核内容", "选考方式", "配分", "考核时间", "考核形式"}));
  for (const formats::SkillGroup& group : structure.groups) {
    const auto count = static_cast<int>(group.modules.size());
    for (const formats::SkillModule& module : group.modules) {
      DocxRow row = bodyRow({"", group.take >= count ? "必考" : fmt::format("{}选{}", count, group.take),
                             module.marks.str(), fmt::format("{} 分钟", module.minutes),
                             module.form.empty() ? "—" : module.form});
      row.cells[0] = DocxCell(module.name, DocxStyle::kCellLeft);
      printed.rows.push_back(std::move(row));
    }
  }
  printed.rows.push_back(
      bodyRow({"合计", "", structure.total().str(), fmt::format("{} 分钟", structure.minutes()), ""}));
  writer.add(printed);
}

void addPlan(const formats::PaperPlan& plan, DocxWriter& writer) {
  DocxTable printed;
  printed.widths = {60, 30, 30, 30};
  printed.rows.push_back(headRow({"题型", "题量", "每题分值", "小计"}));
  int count = 0;
  for (const formats::PlanSection& section : plan.sections) {
    count += section.count;
    printed.rows.push_back(
        bodyRow({std::string(formats::itemTypeName(section.type)), std::to_string(section.count),
                 section.each.str(), (section.each * section.count).str()}));
  }
  printed.rows.push_back(bodyRow({fmt::format("合计（考试时间 {} 分钟）", plan.minutes),
                                  std::to_string(count), "—", plan.total().str()}));
  writer.add(printed);
}

void addBlueprint(const DocumentRequest& request, const LevelView& level, DocxWriter& writer) {
  const std::string name(level.level.name());
  if (level.blueprint == nullptr) {
    writer.add(fmt::format("{}尚未编制考评蓝图。", name), DocxStyle::kBody);
    return;
  }
  const auto part = [&](bool has, const std::string& what) {
    if (has) {
      writer.add(name + what, DocxStyle::kCaption);
    } else {
      writer.add(fmt::format("{}尚未编制{}。", name, what), DocxStyle::kBody);
    }
    return has;
  };
  const formats::Blueprint& blueprint = *level.blueprint;
  if (part(!blueprint.theory.empty(), "理论知识" + request.word() + "要素构成"))
    addScopes(request, blueprint.theory, writer);
  if (part(!blueprint.structure.empty(), "操作技能" + request.word() + "内容结构"))
    addStructure(blueprint.structure, writer);
  if (part(!blueprint.plan.empty(), "理论知识组卷方案")) addPlan(blueprint.plan, writer);
}

void addBlueprints(const DocumentRequest& request, DocxWriter& writer) {
  writer.add("三、考评蓝图", DocxStyle::kHeading1);
  writer.add(
      fmt::format(
          "考评蓝图由理论知识{0}要素细目表、操作技能{0}内容结构表、操作技能{0}要素细目表和组卷方案组成，"
          "各表全文另附，这里列出各等级的构成。",
          request.word()),
      DocxStyle::kBody);
  int part = 0;
  for (const LevelView& level : request.view.levels()) {
    writer.add(fmt::format("（{}）{}", chineseNumber(++part), level.level.longName()), DocxStyle::kHeading2);
    addBlueprint(request, level, writer);
  }
}

std::vector<formats::ItemType> usedTypes(const DocumentRequest& request) {
  std::vector<formats::ItemType> types;
  for (const formats::ItemType type : formats::kItemTypes) {
    if (figure(request, "total/" + typeFigure(type)) != "0") types.push_back(type);
  }
  return types;
}

/// Counts of points, items by type and papers: a row each, a column per level.
void addCounts(const DocumentRequest& request, DocxWriter& writer) {
  DocxTable table;
  DocxRow head;
  head.head = true;
  const auto column = [&](int width, const std::string& title) {
    table.widths.push_back(width);
    head.cells.push_back(headCell(title));
  };
  column(40, "项目");
  for (const LevelView& level : request.view.levels()) column(20, std::string(level.level.name()));
  column(20, "合计");
  table.rows.push_back(std::move(head));
  const auto add = [&](const std::string& name, const std::string& key) {
    DocxRow row;
    row.cells.emplace_back(name);
    for (const LevelView& level : request.view.levels())
      row.cells.push_back(figureCell(request, levelKey(level.level, key)));
    row.cells.push_back(figureCell(request, "total/" + key));
    table.rows.push_back(std::move(row));
  };
  add("理论知识" + request.context.profile.pointWord(), "points");
  for (const formats::ItemType type : usedTypes(request))
    add(std::string(formats::itemTypeName(type)), typeFigure(type));
  add("理论知识试题合计", "theory-items");
  add("操作技能试题", "skills-items");
  add("理论知识试卷（套）", "theory-papers");
  add("操作技能试卷（套）", "skills-papers");
  writer.add("各等级试题数量", DocxStyle::kCaption);
  writer.add(table);
}

/// Id of the second-level scope (or the first, where there is no second) of every point.
std::map<formats::Id, formats::Id> scopeOfPoint(const formats::ElementTable& table) {
  std::map<formats::Id, formats::Id> scopes;
  formats::walk(table, [&scopes](const formats::TablePlace& place) {
    if (place.point != nullptr)
      scopes.emplace(place.point->id, place.path[std::min<std::size_t>(1, place.path.size() - 1)]->id);
  });
  return scopes;
}

void addCountsByScope(const DocumentRequest& request, const LevelView& level, DocxWriter& writer) {
  if (level.blueprint == nullptr || level.blueprint->theory.empty() || level.theory.empty()) return;
  const auto scopeOf = scopeOfPoint(level.blueprint->theory);
  std::map<formats::Id, std::map<formats::ItemType, int>> counts;
  std::map<formats::ItemType, int> loose;
  std::map<formats::ItemType, int> all;
  for (const auto* item : level.theory) {
    const auto scope = item->point ? scopeOf.find(*item->point) : scopeOf.end();
    ++(scope == scopeOf.end() ? loose : counts[scope->second])[item->type];
    ++all[item->type];
  }
  constexpr std::size_t kMostWideColumns = 6;
  const bool dense = all.size() > kMostWideColumns;
  const DocxStyle centred = dense ? DocxStyle::kDense : DocxStyle::kCell;
  const DocxStyle left = dense ? DocxStyle::kDenseLeft : DocxStyle::kCellLeft;
  const DocxStyle bold = dense ? DocxStyle::kDenseHead : DocxStyle::kCellHead;
  DocxTable table;
  table.dense = dense;
  table.widths = {24, dense ? 46 : 60};
  DocxRow head;
  head.head = true;
  head.cells = {DocxCell("代码", bold), DocxCell(request.word() + "范围", bold)};
  for (const auto& [type, count] : all) {
    table.widths.push_back(dense ? 14 : 20);
    head.cells.emplace_back(std::string(formats::itemTypeName(type)), bold);
  }
  table.widths.push_back(dense ? 14 : 20);
  head.cells.emplace_back("合计", bold);
  table.rows.push_back(std::move(head));
  const auto add = [&](const std::string& code, const std::string& name,
                       const std::map<formats::ItemType, int>& byType) {
    DocxRow row;
    row.cells = {DocxCell(code, centred), DocxCell(name, left)};
    int sum = 0;
    for (const auto& [type, ignored] : all) {
      const auto count = byType.find(type);
      row.cells.emplace_back(std::to_string(count == byType.end() ? 0 : count->second), centred);
      sum += count == byType.end() ? 0 : count->second;
    }
    row.cells.emplace_back(std::to_string(sum), centred);
    table.rows.push_back(std::move(row));
  };
  formats::walk(level.blueprint->theory, [&](const formats::TablePlace& place) {
    if (place.point != nullptr) return;
    const formats::Scope& scope = *place.path.back();
    const bool counted = place.path.size() == 2 || (place.path.size() == 1 && counts.contains(scope.id));
    if (counted) add(place.code(), scope.name, counts[scope.id]);
  });
  if (!loose.empty()) add("—", "未关联" + request.context.profile.pointWord(), loose);
  add("合计", "", all);
  writer.add(fmt::format("{}理论知识试题分布", level.level.name()), DocxStyle::kCaption);
  writer.add(table);
}

std::vector<std::string> inventoryTitles(const DocumentRequest& request) {
  return {"序号",   "题号", request.context.profile.pointWord() + "代码", "题型", "难度", "一致性",
          "命题人", "状态"};
}

/// 试题编制清单: every live item of a level, theory first.
std::vector<std::vector<std::string>> inventory(const DocumentRequest& request, const LevelView& level) {
  std::vector<std::vector<std::string>> rows;
  const auto rating = [](const std::optional<int>& code) { return code ? std::to_string(*code) : "—"; };
  const auto orDash = [](std::string text) { return text.empty() ? std::string("—") : text; };
  for (const auto* item : level.theory) {
    rows.push_back({std::to_string(rows.size() + 1), orDash(item->code),
                    orDash(item->point ? request.view.pointCode(*item->point) : ""),
                    std::string(formats::itemTypeName(item->type)), rating(item->difficulty),
                    rating(item->consistency), orDash(request.view.personName(item->author)),
                    std::string(formats::itemStatusName(item->status))});
  }
  for (const auto* item : level.skills) {
    std::string points;
    for (const formats::Id point : item->points) {
      if (!points.empty()) points += "、";
      points += request.view.pointCode(point);
    }
    rows.push_back({std::to_string(rows.size() + 1), orDash(item->code), orDash(points), "操作技能题",
                    rating(item->difficulty), "—", orDash(request.view.personName(item->author)),
                    std::string(formats::itemStatusName(item->status))});
  }
  return rows;
}

formats::XlsxSheet inventorySheet(const DocumentRequest& request, const LevelView& level,
                                  const std::vector<std::vector<std::string>>& rows) {
  formats::XlsxSheet sheet;
  sheet.name = std::string(level.level.name());
  for (const double width : {7.0, 20.0, 18.0, 12.0, 8.0, 9.0, 12.0, 10.0})
    sheet.columns.push_back({width, formats::XlsxAlign::kCentre, "", {}});
  sheet.addTitle(fmt::format("{}（{}）试题编制清单", request.view.occupation(), level.level.name()));
  const auto titles = inventoryTitles(request);
  sheet.addHead({titles.begin(), titles.end()});
  for (const auto& texts : rows) {
    std::vector<formats::XlsxCell> cells(texts.begin(), texts.end());
    cells.front() = formats::XlsxCell::ofNumber(static_cast<std::int64_t>(sheet.rows.size() - 1));
    sheet.addRow(std::move(cells));
  }
  return sheet;
}

void addInventory(const DocumentRequest& request, DocxWriter& writer, std::vector<DocumentFile>& workbooks) {
  writer.add("四、试题编制清单", DocxStyle::kHeading1);
  addCounts(request, writer);
  const std::string workbook = request.path + "-试题编制清单";
  formats::XlsxBook book = openBook(request, request.view.occupation() + "试题编制清单");
  for (const LevelView& level : request.view.levels()) {
    addCountsByScope(request, level, writer);
    const auto rows = inventory(request, level);
    book.sheets.push_back(inventorySheet(request, level, rows));
    if (rows.empty()) {
      writer.add(fmt::format("{}尚无试题。", level.level.name()), DocxStyle::kBody);
      continue;
    }
    if (rows.size() > kLongestList) {
      writer.add(fmt::format("{}试题编制清单共 {} 条，见所附电子表格“{}.xlsx”中的“{}”工作表。",
                             level.level.name(), rows.size(), workbook, level.level.name()),
                 DocxStyle::kBody);
      continue;
    }
    writer.add(fmt::format("{}试题编制清单", level.level.name()), DocxStyle::kCaption);
    DocxTable table;
    table.widths = {14, 36, 30, 22, 14, 16, 18, 18};
    table.rows.push_back(headRow(inventoryTitles(request)));
    for (const auto& texts : rows) table.rows.push_back(bodyRow(texts));
    writer.add(table);
  }
  closeBook(request, std::move(book), workbook, workbooks);
}

/// 第五条: the seven steps, with who and when as the dossier records them.
void addProcess(const DocumentRequest& request, DocxWriter& writer) {
  writer.add("五、开发过程", DocxStyle::kHeading1);
  writer.add("题库开发按以下七个环节进行：", DocxStyle::kBody);
  DocxTable table;
  table.widths = {14, 40, 34, 30, 52};
  table.rows.push_back(headRow({"序号", "环节", "起止时间", "负责人", "成果"}));
  for (const DevelopmentStep& step : kDevelopmentSteps) {
    const std::string prefix = fmt::format("step-{}-", step.id);
    DocxRow row = bodyRow({std::to_string(table.rows.size()), std::string(step.name),
                           dossierField(request, prefix + "period"), dossierField(request, prefix + "person"),
                           dossierField(request, prefix + "result")});
    row.height = 9;
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
}

void addPilot(const DocumentRequest& request, DocxWriter& writer) {
  writer.add("六、试测报告", DocxStyle::kHeading1);
  if (const auto* text = dossierText(request, "pilot")) {
    writer.add(blocksOf(*text, DocxStyle::kBody));
  } else {
    writer.add("题库中尚未登记试测情况。", DocxStyle::kBody);
  }
}

void addPeople(const DocumentRequest& request, DocxWriter& writer) {
  writer.add("七、开发人员", DocxStyle::kHeading1);
  const auto* people = request.context.bank.find<formats::People>(formats::People::kId);
  if (people == nullptr || people->people.empty()) {
    writer.add("题库中尚未登记开发人员。", DocxStyle::kBody);
    return;
  }
  writer.add(peopleTable(people->people));
}

}  // namespace

void makeDevelopment(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  const std::string title = request.view.occupation() + request.title;
  DocxWriter writer = openDocument(request, title);
  writer.add(title, DocxStyle::kTitle);
  std::vector<DocumentFile> workbooks;
  addOverview(request, writer);
  addBasis(request, writer);
  addBlueprints(request, writer);
  addInventory(request, writer, workbooks);
  addProcess(request, writer);
  addPilot(request, writer);
  addPeople(request, writer);
  addSignature(
      writer, {request.context.bank.info().institution.name + "（盖章）", printedDate(request.context.date)});
  closeDocument(std::move(writer), request.path, files);
  for (DocumentFile& workbook : workbooks) files.push_back(std::move(workbook));
}

}  // namespace tiku::workflows
