#include "formats/exchange/tables/skill_reader.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/tables/skill_fields.h"

namespace tiku::formats::tables {
namespace {

class SkillReader {
 public:
  SkillReader(const Document& document, Heading& heading, Rows& rows)
      : document_(document), heading_(heading), rows_(rows) {}

  std::vector<FoundSkill> read() {
    for (std::size_t block = 0; block < document_.blocks.size(); ++block) {
      if (const auto* paragraph = std::get_if<DocParagraph>(&document_.blocks[block])) {
        readParagraph(*paragraph, block);
      } else {
        readTable(std::get<DocTable>(document_.blocks[block]));
      }
    }
    std::erase_if(items_, [](const FoundSkill& found) { return isEmpty(found); });
    for (FoundSkill& found : items_) {
      found.item.venue = RichText(std::move(found.venue));
      found.item.task = RichText(std::move(found.task));
      found.item.requirements = RichText(std::move(found.requirementsText));
      found.item.quality = RichText(std::move(found.quality));
    }
    return std::move(items_);
  }

 private:
  enum class Phase { kBefore, kNotice, kPreparation, kPaper, kScoring, kAnswer };

  static bool isEmpty(const FoundSkill& found) {
    const SkillItem& item = found.item;
    return item.title.empty() && found.task.empty() && found.requirementsText.empty() &&
           item.scores.empty() && item.materials.empty();
  }

  // Paragraphs.

  void readParagraph(const DocParagraph& paragraph, std::size_t block) {
    const std::string at = paragraphAt(paragraph.number);
    const std::string line = paragraph.line();
    const bool picture = !paragraph.text.images().empty();
    if (squeezed(line).empty() && !picture) {
      rows_.skipped(at, say("空段落。"));
      return;
    }
    if (const SkillMark mark = skillMark(line); mark != SkillMark::kNone && !picture) {
      openPart(mark, line, at);
      return;
    }
    if (isPageTitle(line, block) && !picture) {
      heading_.readTitle(line);
      rows_.skipped(at, say("标题。"));
      return;
    }
    switch (phase_) {
      case Phase::kBefore:
        heading_.readTitle(line);
        rows_.skipped(at, say("试题以外的标题或说明。"));
        return;
      case Phase::kNotice:
        heading_.readTitle(line);
        rows_.skipped(at, say("考核通知单：试题的内容取自试题单。"));
        return;
      case Phase::kAnswer:
        rows_.skipped(at, say("参考答案的正文，见{head}。", "head"_a = answerAt_));
        return;
      case Phase::kPreparation:
      case Phase::kPaper:
      case Phase::kScoring:
        readLine(paragraph, line, at);
        return;
    }
  }

  /// A running title such as 某职业（三级）操作技能考核 right before 试题单 or 评分表.
  bool isPageTitle(const std::string& line, std::size_t block) const {
    const std::string text = squeezed(line);
    if (text.size() > 150 || text.find("。") != std::string::npos) return false;
    const bool titled = text.ends_with("考核") || text.ends_with("考评") || text.ends_with("评价") ||
                        text.ends_with("认定") || text.ends_with("鉴定") || text.ends_with("考试");
    if (!titled) return false;
    for (std::size_t next = block + 1; next < document_.blocks.size(); ++next) {
      const auto* paragraph = std::get_if<DocParagraph>(&document_.blocks[next]);
      if (paragraph == nullptr) return false;
      if (squeezed(paragraph->line()).empty()) continue;
      return skillMark(paragraph->line()) != SkillMark::kNone;
    }
    return false;
  }

  void openPart(SkillMark mark, const std::string& line, const std::string& at) {
    heading_.readTitle(line);
    if (mark == SkillMark::kScoringPart && phase_ == Phase::kScoring) {
      rows_.skipped(at, say("评分表的标题。"));
      return;
    }
    section_ = SkillSection::kHead;
    switch (mark) {
      case SkillMark::kNotice:
        phase_ = Phase::kNotice;
        rows_.skipped(at, say("考核通知单：试题的内容取自试题单。"));
        return;
      case SkillMark::kPreparation:
        start();
        phase_ = Phase::kPreparation;
        rows_.skipped(at, say("准备通知单的标题。"));
        return;
      case SkillMark::kPaper:
        // After its preparation notice the paper is the same item's.
        if (phase_ != Phase::kPreparation) start();
        phase_ = Phase::kPaper;
        rows_.skipped(at, say("试题单的标题。"));
        return;
      case SkillMark::kAnswer:
        if (phase_ == Phase::kBefore || phase_ == Phase::kNotice) {
          rows_.skipped(at, say("试题以外的标题或说明。"));
          return;
        }
        phase_ = Phase::kAnswer;
        answerAt_ = at;
        rows_.doubt(
            at, say("操作技能试题没有“参考答案”这一项，从这里到下一份试题单的内容没有导入，请人工处理。"));
        return;
      case SkillMark::kScoring:
      case SkillMark::kScoringPart:
      case SkillMark::kNone:
        if (items_.empty()) start();
        phase_ = Phase::kScoring;
        rows_.skipped(at, say("评分表的标题。"));
        return;
    }
  }

  FoundSkill& current() { return items_[current_]; }

  void start() {
    section_ = SkillSection::kHead;
    if (!items_.empty() && isEmpty(items_.back())) {
      current_ = items_.size() - 1;
      return;
    }
    items_.emplace_back(heading_.level());
    current_ = items_.size() - 1;
  }

  void readLine(const DocParagraph& paragraph, const std::string& line, const std::string& at) {
    if (const auto name = numberedItem(line); name && section_ != SkillSection::kTask) {
      if (name->empty()) {
        rows_.skipped(at, say("标题。"));
      } else {
        readTitleField(*name, at);
      }
      section_ = SkillSection::kHead;
      return;
    }
    const auto field = fieldLine(line);
    // Within a task the same words may belong to the task.
    if (field && section_ != SkillSection::kTask && section_ != SkillSection::kQuality) {
      readField(*field, line, at);
      return;
    }
    if (const auto head = sectionHead(line); head && phase_ != Phase::kScoring) {
      section_ = head->section;
      if (head->rest.empty()) {
        rows_.skipped(at, say("小标题。"));
      } else {
        take(RichText::plain(head->rest), head->rest, at);
      }
      return;
    }
    Paragraph text = textOf(paragraph);
    take(RichText({std::move(text)}), line, at);
  }

  // Fields.

  void readField(const FieldLine& field, const std::string& line, const std::string& at) {
    FoundSkill& found = current();
    if (field.value.empty() && field.field != SkillField::kTitle) {
      rows_.skipped(at, say("没有填写的栏目。"));
      return;
    }
    switch (field.field) {
      case SkillField::kTitle:
        readTitleField(field.value, at);
        return;
      case SkillField::kCode:
        readCode(found, field.value, at, rows_);
        return;
      case SkillField::kMinutes:
        readMinutes(found, field.value, at, rows_);
        return;
      case SkillField::kMarks:
        readMarks(found, field.value, at, rows_);
        return;
      case SkillField::kLevel:
        heading_.readForm({{"等级", field.value}}, at);
        rows_.imported(at, say("等级。"));
        return;
      case SkillField::kForm:
        rows_.skipped(at, say("题库不存的栏目：{line}", "line"_a = tidy(line)));
        return;
    }
  }

  void readTitleField(const std::string& title, const std::string& at) {
    FoundSkill& found = current();
    if (title.empty()) {
      rows_.doubt(at, say("试题名称是空的，请补上。"));
      if (found.titleAt.empty()) found.titleAt = at;
      return;
    }
    if (found.item.title.empty()) {
      found.item.title = title;
      found.titleAt = at;
      found.item.source = {document_.file, at};
      rows_.imported(at, say("试题“{title}”。", "title"_a = title));
      return;
    }
    if (sameWords(found.item.title, title)) {
      rows_.skipped(at, say("试题名称再次出现：{title}", "title"_a = title));
      return;
    }
    // Another item's: papers first and all score sheets behind them, or several items in one paper.
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].hasSheet || !sameWords(items_[i].item.title, title)) continue;
      current_ = i;
      rows_.skipped(at, say("试题名称再次出现：{title}", "title"_a = title));
      return;
    }
    if (phase_ == Phase::kScoring && !found.hasSheet) {
      rows_.doubt(at, say("评分表的试题名称“{sheet}”与试题单的“{paper}”不同；按同一试题导入，请核对。",
                          "sheet"_a = title, "paper"_a = found.item.title));
      return;
    }
    items_.emplace_back(heading_.level());
    current_ = items_.size() - 1;
    readTitleField(title, at);
  }

  /// Puts a text into the open section.
  void take(const RichText& text, const std::string& line, const std::string& at) {
    takeText(current(), section_, text, line, at, rows_);
  }

  // Tables.

  void readTable(const DocTable& table) {
    const TableView view(table);
    if (phase_ == Phase::kAnswer || phase_ == Phase::kNotice) {
      for (std::size_t row = 0; row < view.rowCount(); ++row) {
        rows_.skipped(view.at(row), phase_ == Phase::kNotice
                                        ? say("考核通知单：试题的内容取自试题单。")
                                        : say("参考答案的正文，见{head}。", "head"_a = answerAt_));
      }
      return;
    }
    const bool inTask = phase_ == Phase::kPaper && section_ != SkillSection::kHead;
    if (const auto head = scoreSheetHead(view); head && !items_.empty()) {
      readScores(view, *head);
    } else if (isFormTable(view) && !inTask) {
      readFormTable(view);
    } else if (const auto list = materialsHead(view); list && takesMaterials()) {
      readMaterialsTable(view, *list);
    } else if (!items_.empty() && inTask) {
      readTaskTable(view);
    } else {
      for (std::size_t row = 0; row < view.rowCount(); ++row) {
        if (view.blank(row)) {
          rows_.skipped(view.at(row), say("空行。"));
        } else {
          rows_.doubt(view.at(row), say("没有认出这张表，没有导入。"));
        }
      }
    }
  }

  [[nodiscard]] bool takesMaterials() const {
    return !items_.empty() && (phase_ == Phase::kPreparation || section_ == SkillSection::kVenue ||
                               section_ == SkillSection::kExamRoom || section_ == SkillSection::kCandidate);
  }

  void skipAbove(const TableView& view, std::size_t head) {
    for (std::size_t row = 0; row < head; ++row) rows_.skipped(view.at(row), say("表格以外的标题或说明。"));
  }

  void readScores(const TableView& view, std::size_t head) {
    skipAbove(view, head);
    FoundSkill& found = current();
    ScoreSheet sheet = readScoreSheet(view, head, rows_);
    if (sheet.total) {
      found.total = found.total ? *found.total + *sheet.total : *sheet.total;
      found.totalAt = sheet.totalAt;
    } else if (!sheet.rows.empty()) {
      rows_.doubt(view.at(head), say("评分表没有合计行；配分按各行之和导入，请核对。"));
      Marks sum;
      for (const ScoreRow& row : sheet.rows) sum += row.marks;
      found.total = found.total ? *found.total + sum : sum;
    }
    std::ranges::move(sheet.rows, std::back_inserter(found.item.scores));
    std::ranges::move(sheet.vetoes, std::back_inserter(found.item.vetoes));
    found.hasSheet = true;
  }

  void readMaterialsTable(const TableView& view, std::size_t head) {
    skipAbove(view, head);
    const auto provider =
        section_ == SkillSection::kCandidate ? Material::Provider::kCandidate : Material::Provider::kExamRoom;
    std::ranges::move(readMaterials(view, head, provider, rows_),
                      std::back_inserter(current().item.materials));
  }

  void readTaskTable(const TableView& view) {
    for (std::size_t row = 0; row < view.rowCount(); ++row) {
      const std::string line = rowText(view, row);
      if (section_ != SkillSection::kVeto) {
        takeText(current(), section_, RichText(), {}, view.at(row), rows_);
      } else if (line.empty()) {
        rows_.skipped(view.at(row), say("空行。"));
      } else {
        take(RichText(), line, view.at(row));
      }
    }
    FoundSkill::Blocks* target = blocksOf(current(), section_);
    if (target != nullptr) target->emplace_back(textOf(view.table()));
  }

  static std::string rowText(const TableView& view, std::size_t row) {
    std::string text;
    for (const DocCell& cell : view.table().rows[row]) {
      const std::string own = cell.continued ? std::string() : tidy(cell.str());
      if (!own.empty()) text += (text.empty() ? "" : " ") + own;
    }
    return text;
  }

  /// Two rows at least that name a field or section in one cell and say it in the next: a whole item as a
  /// form.
  static bool isFormTable(const TableView& view) {
    int named = 0;
    for (const auto& row : view.table().rows) {
      for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        if (!row[i].continued && labelOf(row[i])) ++named;
      }
    }
    return named >= 3;
  }

  struct Label {
    std::optional<SkillField> field;
    std::optional<SkillSection> section;
  };
  static std::optional<Label> labelOf(const DocCell& cell) {
    const std::string text = squeezed(withoutNumber(cell.str()));
    if (text.empty() || text.size() > 40) return std::nullopt;
    if (const auto head = sectionHead(text); head && head->rest.empty()) return Label{{}, head->section};
    if (text == "编号") return Label{SkillField::kCode, {}};
    const auto field = fieldLine(text.ends_with(":") ? text : text + ":");
    if (field && field->value.empty()) return Label{field->field, {}};
    return std::nullopt;
  }

  void readFormTable(const TableView& view) {
    if (phase_ == Phase::kBefore || phase_ == Phase::kNotice) start();
    if (phase_ != Phase::kScoring && phase_ != Phase::kPreparation) {
      if (phase_ == Phase::kPaper && !isEmpty(current()) && current().hasSheet) start();
      phase_ = Phase::kPaper;
    }
    for (std::size_t row = 0; row < view.rowCount(); ++row) readFormRow(view, row);
    section_ = SkillSection::kHead;
  }

  void readFormRow(const TableView& view, std::size_t row) {
    const std::string at = view.at(row);
    const auto& cells = view.table().rows[row];
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].continued) continue;
      const auto label = labelOf(cells[i]);
      if (!label || i + 1 >= cells.size()) continue;
      const DocCell& value = cells[i + 1];
      if (label->field) {
        readField({*label->field, tidy(value.str())}, tidy(cells[i].str() + "：" + value.str()), at);
      } else {
        section_ = *label->section;
        const RichText text = textOf(value);
        if (text.empty()) continue;
        if (section_ == SkillSection::kVeto) {
          for (const DocParagraph& paragraph : value.paragraphs) {
            if (!squeezed(paragraph.line()).empty()) take({}, paragraph.line(), at);
          }
        } else {
          take(text, value.str(), at);
        }
      }
      ++i;
    }
    if (rows_.judged(at)) return;
    if (view.blank(row)) {
      rows_.skipped(at, say("空行。"));
    } else {
      rows_.doubt(at, say("不知道属于试题的哪一部分，没有导入，请人工核对。"));
    }
  }

  const Document& document_;
  Heading& heading_;
  Rows& rows_;
  std::vector<FoundSkill> items_;
  std::size_t current_ = 0;
  Phase phase_ = Phase::kBefore;
  SkillSection section_ = SkillSection::kHead;
  std::string answerAt_;
};

}  // namespace

std::vector<FoundSkill> readSkills(const Document& document, Heading& heading, Rows& rows) {
  return SkillReader(document, heading, rows).read();
}

}  // namespace tiku::formats::tables
