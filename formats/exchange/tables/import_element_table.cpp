// The element tables of a word-processor file: finds the tables, their kind and level, and leaves the reading
// of rows to ElementReader and the identities to mergeElementTable().
#include <algorithm>
#include <memory>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/tables/element_merge.h"
#include "formats/exchange/tables/element_reader.h"
#include "formats/exchange/tables/heading.h"
#include "formats/exchange/tables/trace.h"

namespace tiku::formats {
namespace {

using namespace tables;

/// One element table of one level, possibly over several document tables.
struct LevelTable {
  Level level;
  bool skills = false;
  std::string titleAt;
  std::optional<int> statedPoints;
  std::unique_ptr<ElementReader> reader;
};

const std::vector<std::string>& tableLabels() {
  static const std::vector<std::string> kLabels{
      "职业（工种）名称", "职业(工种)名称", "职业名称", "职业（工种）", "职业(工种)", "职业",   "等级",
      "鉴定方式",         "考评方式",       "认定方式", "填表人",       "填表日期",   "审表人", "审表日期",
      "审核人",           "审核日期",       "鉴定点",   "考评点",       "认定点",     "页码"};
  return kLabels;
}

class ElementTableImport {
 public:
  ElementTableImport(const Bank& bank, const Document& document, const ImportOptions& options)
      : bank_(bank), document_(document), rows_(document), heading_(bank, document, options, rows_) {}

  ImportResult run() {
    for (const auto& block : document_.blocks) {
      if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
        readParagraph(*paragraph);
      } else {
        readTable(std::get<DocTable>(block));
      }
    }
    if (parts_.empty()) refuse();
    ImportResult result{Edit(say("导入要素细目表")), {}};
    result.report.file = document_.file;
    result.report.kind = ImportKind::kElementTable;
    for (const char* name :
         {"scopes", "points", "skills-scopes", "skills-points", "added", "changed", "unchanged"}) {
      result.report.counts[name] = 0;
    }
    finish(result);
    result.report.rows = rows_.take();
    result.report.notes = document_.notes;
    return result;
  }

 private:
  [[noreturn]] void refuse() const {
    std::string message = say("没有找到要素细目表。");
    if (!missing_.empty()) {
      message = say("要素细目表的表头缺少：{names}。", "names"_a = listed(missing_));
    }
    throw FormatError(ErrorCode::kNotUnderstood, message, {document_.file, 0, {}},
                      say("表头须有“章、节、目、点、名称”或“项目、单元、细目、名称”，"
                          "或者“一级、二级、三级”范围与鉴定点（考评点）的“代码、名称”。"));
  }

  void readParagraph(const DocParagraph& paragraph) {
    const std::string at = paragraphAt(paragraph.number);
    const std::string line = paragraph.line();
    if (squeezed(line).empty()) {
      rows_.skipped(at, say("空段落。"));
      return;
    }
    const auto values = labelled(line, tableLabels());
    if (!values.empty()) {
      readForm(values, at);
      return;
    }
    heading_.readTitle(line);
    const std::string text = tidy(line);
    const std::string code = text.substr(0, text.find(' '));
    const bool likePoint = code.size() > 4 && code.size() != text.size() && PointCode::parse(code) &&
                           PointCode::parse(code)->str().find('-') != std::string::npos;
    if (likePoint) {
      rows_.doubt(at, say("像是一个考评点，但不在表格里，没有导入。请放进细目表。"));
    } else {
      rows_.skipped(at, say("表格以外的标题或说明。"));
    }
  }

  /// Labels with values, of a paragraph or of a row above or below the table.
  void readForm(const std::map<std::string, std::string>& values, const std::string& at) {
    const bool used = heading_.readForm(values, at);
    const auto value = [&](std::initializer_list<const char*> names) {
      for (const char* name : names) {
        if (const auto found = values.find(name); found != values.end()) return found->second;
      }
      return std::string();
    };
    const std::string compiledBy = value({"填表人"});
    const std::string reviewedBy = value({"审表人", "审核人"});
    form_.compiledBy = compiledBy.empty() ? form_.compiledBy : compiledBy;
    form_.reviewedBy = reviewedBy.empty() ? form_.reviewedBy : reviewedBy;
    readDate(value({"填表日期"}), form_.compiledOn, at);
    readDate(value({"审表日期", "审核日期"}), form_.reviewedOn, at);
    const std::string points = value({"鉴定点", "考评点", "认定点"});
    if (const auto count = parseCount(points)) statedPoints_ = std::pair(*count, at);
    const std::string way = value({"鉴定方式", "考评方式", "认定方式"});
    if (!way.empty()) heading_.readTitle(way);
    const bool form = !compiledBy.empty() || !reviewedBy.empty() || !way.empty() || !points.empty();
    if (used || form) {
      rows_.imported(at, say("表头：职业、等级与填表栏目。"));
    } else {
      rows_.skipped(at, say("没有填写的表头栏目。"));
    }
    // A form below the table belongs to the table above it.
    if (!parts_.empty() && lastTable_ != nullptr) fillForm(parts_.back()->reader->table());
  }

  void readDate(const std::string& text, std::optional<Date>& date, const std::string& at) {
    if (text.empty()) return;
    if (const auto parsed = parseDate(text)) {
      date = parsed;
    } else {
      rows_.doubt(at, say("日期“{text}”看不懂；请写作 2026年3月1日。", "text"_a = text));
    }
  }

  void fillForm(ElementTable& table) {
    if (table.compiledBy.empty()) table.compiledBy = form_.compiledBy;
    if (table.reviewedBy.empty()) table.reviewedBy = form_.reviewedBy;
    if (!table.compiledOn) table.compiledOn = form_.compiledOn;
    if (!table.reviewedOn) table.reviewedOn = form_.reviewedOn;
  }

  void readTable(const DocTable& table) {
    const TableView view(table);
    const auto rows = findElementHead(view, 0);
    if (!rows) {
      readHeadless(view);
      return;
    }
    lastTable_ = nullptr;
    for (std::size_t row = 0; row < rows->begin; ++row) readTitleRow(view, row);
    ElementHead head = readElementHead(view, *rows);
    if (!head.layout) {
      for (std::size_t row = rows->begin; row < view.rowCount(); ++row) {
        ++unread_;
        rows_.doubt(view.at(row),
                    say("表头缺少：{names}；这张表没有导入。", "names"_a = listed(head.missing)));
      }
      missing_.insert(missing_.end(), head.missing.begin(), head.missing.end());
      return;
    }
    for (std::size_t row = rows->begin; row < rows->end; ++row) skipHead(view.at(row), head.layout->unused);
    layout_ = std::move(*head.layout);
    LevelTable& part = partFor(view.at(0));
    part.reader->read(view, layout_, rows->end);
    lastTable_ = &table;
    heading_.tableDone();
  }

  void skipHead(const std::string& at, const std::vector<std::string>& unused) {
    if (unused.empty()) {
      rows_.skipped(at, say("表头。"));
      return;
    }
    rows_.skipped(at, say("表头；题库不存的列：{names}。", "names"_a = listed(unused)));
  }

  void readTitleRow(const TableView& view, std::size_t row) {
    const auto values = labelled(view.table().rows[row], tableLabels());
    if (!values.empty()) {
      readForm(values, view.at(row));
      return;
    }
    std::string line;
    for (const DocCell& cell : view.table().rows[row]) line += cell.continued ? "" : cell.str();
    heading_.readTitle(line);
    rows_.skipped(view.at(row), view.blank(row) ? say("空行。") : say("表格以外的标题或说明。"));
  }

  /// A table without a head: the rest of the one before it (Word cuts tables at page breaks), a form, or
  /// something else.
  void readHeadless(const TableView& view) {
    if (lastTable_ != nullptr && view.columnCount() == layout_.columnCount) {
      parts_.back()->reader->read(view, layout_, 0);
      return;
    }
    for (std::size_t row = 0; row < view.rowCount(); ++row) {
      const auto values = labelled(view.table().rows[row], tableLabels());
      if (!values.empty()) {
        readForm(values, view.at(row));
      } else if (view.blank(row)) {
        rows_.skipped(view.at(row), say("空行。"));
      } else {
        ++unread_;
        rows_.doubt(view.at(row), say("没有认出表头，这张表没有导入。"));
      }
    }
  }

  LevelTable& partFor(const std::string& titleAt) {
    const bool stepped = layout_.kind == ElementLayout::Kind::kStepped;
    const auto said = stepped ? heading_.freshSkills() : heading_.skills();
    if (!said && !stepped) {
      rows_.doubt(titleAt, say("没有写明是理论知识还是操作技能，按理论知识导入；请在标题中写明。"));
    }
    const bool skills = said.value_or(layout_.operational);
    const Level level = heading_.level();
    for (const auto& part : parts_) {
      if (part->level == level && part->skills == skills) return *part;
    }
    parts_.push_back(std::make_unique<LevelTable>(LevelTable{level, skills, titleAt, {}, nullptr}));
    LevelTable& part = *parts_.back();
    part.reader = std::make_unique<ElementReader>(rows_, skills);
    fillForm(part.reader->table());
    form_ = {};
    return part;
  }

  void finish(ImportResult& result);
  std::set<Id> usedPoints(const LevelTable& part) const;
  ElementTable settle(LevelTable& part, const ElementTable& before, std::map<std::string, int>& counts);

  const Bank& bank_;
  const Document& document_;
  Rows rows_;
  Heading heading_;
  std::vector<std::unique_ptr<LevelTable>> parts_;
  ElementLayout layout_;
  const DocTable* lastTable_ = nullptr;
  ElementTable form_;  ///< Form fields read and not yet given to a table.
  std::optional<std::pair<int, std::string>> statedPoints_;
  std::vector<std::string> missing_;
  int unread_ = 0;  ///< Rows of tables that could not be read at all.
};

std::set<Id> ElementTableImport::usedPoints(const LevelTable& part) const {
  std::set<Id> used;
  bank_.forEach<TheoryItem>([&](const auto& item) {
    if (item->level == part.level && item->point) used.insert(*item->point);
  });
  bank_.forEach<SkillItem>([&](const auto& item) {
    if (item->level == part.level) used.insert(item->points.begin(), item->points.end());
  });
  return used;
}

ElementTable ElementTableImport::settle(LevelTable& part, const ElementTable& before,
                                        std::map<std::string, int>& counts) {
  part.reader->checkFigures(part.titleAt);
  std::set<Id> used = usedPoints(part);
  const int unread = part.reader->unread() + unread_;
  const bool complete = unread == 0;
  if (!complete) {
    // What seems to have vanished may stand in a row that could not be read.
    walk(before, [&used](const TablePlace& place) {
      if (place.point != nullptr) used.insert(place.point->id);
    });
  }
  ElementMerge merge = mergeElementTable(before, part.reader->table(), used);
  if (const Standard* standard = bank_.standard()) {
    traceToStandard(merge.table, *standard, part.level, part.skills, part.reader->knowledge());
  }
  if (!complete && !merge.kept.empty()) {
    rows_.doubt(part.titleAt,
                say("有 {rows} 行没有导入，题库中这次没有见到的 {n} 个考评点因此都保留；请改正后再导入。",
                    "rows"_a = unread, "n"_a = merge.kept.size()));
    merge.kept.clear();
  }
  for (const std::string& point : merge.kept) {
    rows_.doubt(part.titleAt,
                say("来源中已没有考评点“{point}”，但有试题挂在它上面，已保留；请改挂试题后删除。",
                    "point"_a = point));
  }
  const std::string prefix = part.skills ? "skills-" : "";
  walk(part.reader->table(),
       [&](const TablePlace& place) { ++counts[prefix + (place.point == nullptr ? "scopes" : "points")]; });
  counts["added"] += merge.added;
  counts["changed"] += merge.changed;
  counts["unchanged"] += merge.unchanged;
  if (merge.removed > 0) counts["removed"] += merge.removed;
  return std::move(merge.table);
}

void ElementTableImport::finish(ImportResult& result) {
  if (statedPoints_) {
    int counted = 0;
    for (const auto& part : parts_) counted += part->reader->table().pointCount();
    if (counted != statedPoints_->first) {
      rows_.doubt(statedPoints_->second,
                  say("写明考评点 {stated} 个，表中有 {counted} 个；内容已导入，请核对。",
                      "stated"_a = statedPoints_->first, "counted"_a = counted));
    }
  }
  std::map<Level, Blueprint> blueprints;
  for (const auto& part : parts_) {
    const Blueprint* known = bank_.blueprint(part->level);
    Blueprint& blueprint =
        blueprints.emplace(part->level, known == nullptr ? Blueprint(part->level) : *known).first->second;
    ElementTable& table = part->skills ? blueprint.skills : blueprint.theory;
    table = settle(*part, table, result.report.counts);
  }
  for (auto& [level, blueprint] : blueprints) {
    const Blueprint* known = bank_.blueprint(level);
    if (known == nullptr || !(*known == blueprint)) result.edit.put(std::move(blueprint));
  }
}

}  // namespace

ImportResult importElementTable(const Bank& bank, const Document& document, const ImportOptions& options) {
  return ElementTableImport(bank, document, options).run();
}

}  // namespace tiku::formats
