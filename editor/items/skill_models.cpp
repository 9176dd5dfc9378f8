#include "editor/items/skill_models.h"

#include <algorithm>

#include "editor/text/field_text.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Marks;
using formats::Material;
using formats::RichText;
using formats::say;
using formats::ScoreRow;
using formats::SkillItem;
using formats::operator""_a;
using Align = TableColumn::Align;

namespace {

template <typename Rows>
void eraseRow(Rows& rows, std::size_t row) {
  if (row < rows.size()) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
}

template <typename Rows>
void insertRow(Rows& rows, std::size_t row) {
  rows.emplace(rows.begin() + static_cast<std::ptrdiff_t>(std::min(row, rows.size())));
}

// The words of a cell, keeping raised words, pictures and what else a cell does not show.
RichText withWords(const RichText& before, const std::string& words) {
  FieldText field(before);
  field.became(words, field.size());
  return field.rich();
}

}  // namespace

std::optional<Refusal> SkillModel::put(const std::vector<CellWords>& words) {
  SkillItem next = *item();
  for (const CellWords& one : words) {
    const auto row = static_cast<std::size_t>(one.row);
    if (row >= count(next) && one.words.empty()) continue;
    while (count(next) <= row) insertInto(next, count(next));
    if (auto refused = putCell(next, row, one.column, one.words)) return refused;
  }
  if (next != *item()) edited_(std::move(next), say("修改{table}", "table"_a = title()));
  return {};
}

void SkillModel::insert(int row) {
  SkillItem next = *item();
  insertInto(next, static_cast<std::size_t>(std::clamp(row, 0, rows())));
  edited_(std::move(next), say("在{table}里加一行", "table"_a = title()));
}

void SkillModel::remove(const std::vector<int>& gone) {
  SkillItem next = *item();
  for (auto row = gone.rbegin(); row != gone.rend(); ++row) removeFrom(next, static_cast<std::size_t>(*row));
  edited_(std::move(next), say("从{table}删去 {count} 行", "table"_a = title(), "count"_a = gone.size()));
}

int SkillModel::move(int row, bool up) {
  const int other = up ? row - 1 : row + 1;
  if (row < 0 || row >= rows() || other < 0 || other >= rows()) return row;
  SkillItem next = *item();
  swapIn(next, static_cast<std::size_t>(row), static_cast<std::size_t>(other));
  edited_(std::move(next), say("修改{table}", "table"_a = title()));
  return other;
}

std::vector<TableColumn> ScoreModel::columns() const {
  return {{say("序号"), 40, Align::kCentre},          {say("考核内容"), 100, Align::kLeft, true},
          {say("评分标准"), 170, Align::kLeft, true}, {say("规定或标称值"), 90, Align::kLeft, true},
          {say("配分"), 46, Align::kRight},           {say("备注"), 70, Align::kLeft, true}};
}

std::size_t ScoreModel::count(const SkillItem& item) const {
  return item.scores.size();
}

TableCell ScoreModel::cell(int row, int column) const {
  TableCell cell;
  if (row > rows()) {
    cell.editable = false;
    cell.bold = true;
    if (column == kCriterion) cell.text = say("合计");
    if (column == kMarks && item() != nullptr) {
      const bool agrees = item()->scoreTotal() == item()->marks;
      cell.text = item()->scoreTotal().str() + (agrees ? "" : " / " + item()->marks.str());
      cell.state = item()->scores.empty() ? State::kNeutral : agrees ? State::kGood : State::kShort;
    }
    return cell;
  }
  if (row == rows()) return cell;
  const ScoreRow& score = item()->scores[static_cast<std::size_t>(row)];
  switch (column) {
    case kNumber:
      cell.text = score.number;
      break;
    case kContent:
      cell.text = FieldText(score.content).str();
      break;
    case kCriterion:
      cell.text = FieldText(score.criterion).str();
      break;
    case kNominal:
      cell.text = score.nominal;
      break;
    case kMarks:
      cell.text = score.marks.str();
      if (score.marks.isZero()) cell.state = State::kShort;
      break;
    default:
      cell.text = score.note;
      break;
  }
  return cell;
}

std::optional<Refusal> ScoreModel::putCell(SkillItem& item, std::size_t row, int column,
                                           const std::string& words) {
  ScoreRow& score = item.scores[row];
  switch (column) {
    case kNumber:
      score.number = words;
      break;
    case kContent:
      score.content = withWords(score.content, words);
      break;
    case kCriterion:
      score.criterion = withWords(score.criterion, words);
      break;
    case kNominal:
      score.nominal = words;
      break;
    case kMarks: {
      const auto marks = words.empty() ? std::optional(Marks()) : Marks::parse(words);
      if (!marks) return Refusal{say("配分“{words}”不是数。原来的值没有改动。", "words"_a = words)};
      score.marks = *marks;
      break;
    }
    default:
      score.note = words;
      break;
  }
  return {};
}

void ScoreModel::insertInto(SkillItem& item, std::size_t row) {
  const std::size_t at = std::min(row, item.scores.size());
  insertRow(item.scores, at);
  if (at + 1 == item.scores.size()) item.scores.back().number = std::to_string(item.scores.size());
}

void ScoreModel::removeFrom(SkillItem& item, std::size_t row) {
  eraseRow(item.scores, row);
}

void ScoreModel::swapIn(SkillItem& item, std::size_t a, std::size_t b) {
  std::swap(item.scores[a], item.scores[b]);
}

std::string ScoreModel::title() const {
  return say("评分记录表");
}

std::vector<TableColumn> MaterialModel::columns() const {
  return {{say("准备方"), 60},
          {say("名称"), 110, Align::kLeft, true},
          {say("规格"), 140, Align::kLeft, true},
          {say("数量"), 56},
          {say("备注"), 80, Align::kLeft, true}};
}

std::size_t MaterialModel::count(const SkillItem& item) const {
  return item.materials.size();
}

TableCell MaterialModel::cell(int row, int column) const {
  TableCell cell;
  if (column == kProvider) cell.choices = {say("考场"), say("考生")};
  if (row >= rows()) return cell;
  const Material& material = item()->materials[static_cast<std::size_t>(row)];
  switch (column) {
    case kProvider:
      cell.text = material.provider == Material::Provider::kCandidate ? say("考生") : say("考场");
      break;
    case kName:
      cell.text = material.name;
      break;
    case kSpecification:
      cell.text = material.specification;
      break;
    case kQuantity:
      cell.text = material.quantity;
      break;
    default:
      cell.text = material.note;
      break;
  }
  return cell;
}

std::optional<Refusal> MaterialModel::putCell(SkillItem& item, std::size_t row, int column,
                                              const std::string& words) {
  Material& material = item.materials[row];
  switch (column) {
    case kProvider: {
      const bool candidate = words == say("考生");
      if (!candidate && words != say("考场") && !words.empty()) {
        return Refusal{say("准备方写“考场”或“考生”。原来的值没有改动。")};
      }
      material.provider = candidate ? Material::Provider::kCandidate : Material::Provider::kExamRoom;
      break;
    }
    case kName:
      material.name = words;
      break;
    case kSpecification:
      material.specification = words;
      break;
    case kQuantity:
      material.quantity = words;
      break;
    default:
      material.note = words;
      break;
  }
  return {};
}

void MaterialModel::insertInto(SkillItem& item, std::size_t row) {
  insertRow(item.materials, row);
}

void MaterialModel::removeFrom(SkillItem& item, std::size_t row) {
  eraseRow(item.materials, row);
}

void MaterialModel::swapIn(SkillItem& item, std::size_t a, std::size_t b) {
  std::swap(item.materials[a], item.materials[b]);
}

std::string MaterialModel::title() const {
  return say("准备通知单");
}

std::vector<TableColumn> VetoModel::columns() const {
  return {{say("出现以下情形之一，本题不得分"), 560, Align::kLeft, true}};
}

std::size_t VetoModel::count(const SkillItem& item) const {
  return item.vetoes.size();
}

TableCell VetoModel::cell(int row, int) const {
  TableCell cell;
  if (row < rows()) cell.text = item()->vetoes[static_cast<std::size_t>(row)];
  return cell;
}

std::optional<Refusal> VetoModel::putCell(SkillItem& item, std::size_t row, int, const std::string& words) {
  item.vetoes[row] = words;
  return {};
}

void VetoModel::insertInto(SkillItem& item, std::size_t row) {
  insertRow(item.vetoes, row);
}

void VetoModel::removeFrom(SkillItem& item, std::size_t row) {
  eraseRow(item.vetoes, row);
}

void VetoModel::swapIn(SkillItem& item, std::size_t a, std::size_t b) {
  std::swap(item.vetoes[a], item.vetoes[b]);
}

std::string VetoModel::title() const {
  return say("否定项");
}

}  // namespace tiku::editor
