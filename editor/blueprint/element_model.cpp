#include "editor/blueprint/element_model.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using namespace tiku::formats;
using validators::LadderRow;
using workflows::TableHalf;

namespace {

State shareState(int had, int needed, int missing) {
  if (needed == 0) return State::kNeutral;
  if (missing == 0) return State::kGood;
  return had == 0 ? State::kEmpty : State::kShort;
}

std::string share(int had, int needed) {
  return needed == 0 ? std::to_string(had) : std::to_string(had) + "/" + std::to_string(needed);
}

}  // namespace

void ElementModel::follow() {
  if (!source_.level()) return;
  kept_ = source_.shared();
  rows_ = elementRows(table());
  entries_.clear();
  numberOf_.clear();
  walk(table(), [this](const TablePlace& at) {
    numberOf_.emplace(at.point != nullptr ? at.point->id : at.path.back()->id,
                      static_cast<int>(entries_.size()));
    entries_.push_back({at.point == nullptr ? at.path.back() : nullptr, at.point});
  });
  lookWhatShows();
  numbers_ = StandardNumbers(source_.bank().standard(), *source_.level(), half_ == TableHalf::kTheory);
  count();
  judge();
}

void ElementModel::count() {
  if (!source_.level()) return;
  if (half_ == TableHalf::kTheory) {
    ladder_ =
        validators::tableLadder(source_.checker().facts(), source_.checker().profile(), *source_.level());
  }
  shape_ = shape();
}

void ElementModel::judge() {
  judged_.clear();
  if (!source_.level()) return;
  for (const validators::Finding& finding : source_.checker().findingsOf(source_.blueprint().id)) {
    if (finding.waived || finding.severity == validators::Severity::kInfo) continue;
    State& state = judged_.try_emplace(finding.subject.id, State::kShort).first->second;
    if (finding.severity == validators::Severity::kError) state = State::kEmpty;
  }
}

int ElementModel::find(Id id) const {
  const auto found = numberOf_.find(id);
  return found == numberOf_.end() ? -1 : found->second;
}

const ElementRow* ElementModel::row(int row) const {
  return row < 0 || row >= rows() ? nullptr : &rows_[static_cast<std::size_t>(numberOf(row))];
}

const LadderRow* ElementModel::ladderRow(int number) const {
  const auto index = static_cast<std::size_t>(number);
  return ladder_ && index < ladder_->rows.size() ? &ladder_->rows[index] : nullptr;
}

std::vector<ElementModel::Column> ElementModel::shape() const {
  std::vector<Column> shape{{Kind::kCode},       {Kind::kName},   {Kind::kWeight},
                            {Kind::kImportance}, {Kind::kPoints}, {Kind::kRatio}};
  if (ladder_) {
    for (const ItemType type : ladder_->types) shape.push_back({Kind::kItems, type});
  }
  shape.push_back({Kind::kTrace});
  shape.push_back({Kind::kNote});
  return shape;
}

std::vector<TableColumn> ElementModel::columns() const {
  using Align = TableColumn::Align;
  std::vector<TableColumn> columns;
  for (const Column& column : shape_) {
    switch (column.kind) {
      case Kind::kCode:
        columns.push_back({say("代码"), 88});
        break;
      case Kind::kName:
        columns.push_back({say("名称"), 246, Align::kLeft, false, true});
        break;
      case Kind::kWeight:
        columns.push_back({say("权重"), 56, Align::kRight});
        break;
      case Kind::kImportance:
        columns.push_back({say("重要程度"), 72, Align::kCentre});
        break;
      case Kind::kPoints:
        columns.push_back({validators::pointWord(source_.checker().profile()), 64, Align::kCentre});
        break;
      case Kind::kRatio:
        columns.push_back({"X:Y:Z", 86, Align::kCentre});
        break;
      case Kind::kItems:
        columns.push_back({validators::typeWord(column.type), 64, Align::kCentre});
        break;
      case Kind::kTrace:
        columns.push_back({say("对应标准"), 84});
        break;
      case Kind::kNote:
        columns.push_back({say("备注"), 120});
        break;
    }
  }
  return columns;
}

std::optional<ElementField> ElementModel::fieldOf(Kind kind) {
  switch (kind) {
    case Kind::kCode:
      return ElementField::kCode;
    case Kind::kName:
      return ElementField::kName;
    case Kind::kWeight:
      return ElementField::kWeight;
    case Kind::kImportance:
      return ElementField::kImportance;
    case Kind::kTrace:
      return ElementField::kTrace;
    case Kind::kNote:
      return ElementField::kNote;
    case Kind::kPoints:
    case Kind::kRatio:
    case Kind::kItems:
      break;
  }
  return std::nullopt;
}

TableCell ElementModel::emptyCell(Kind kind) const {
  TableCell cell;
  cell.editable = fieldOf(kind).has_value();
  return cell;
}

TableCell ElementModel::pointsCell(int number) const {
  TableCell cell;
  cell.editable = false;
  const Scope* scope = entries_[static_cast<std::size_t>(number)].scope;
  if (scope == nullptr) return cell;
  const LadderRow* ladder = ladderRow(number);
  const int had = scope->pointCount();
  const int needed = ladder != nullptr ? ladder->pointsNeeded.value_or(0) : 0;
  cell.text = share(had, needed);
  cell.state = shareState(had, needed, needed > had ? needed - had : 0);
  return cell;
}

TableCell ElementModel::itemsCell(int number, ItemType type) const {
  TableCell cell;
  cell.editable = false;
  const LadderRow* ladder = ladderRow(number);
  if (ladder == nullptr) return cell;
  const int had = ladder->itemsHad.of(type);
  const int needed = ladder->itemsNeeded.of(type);
  if (had == 0 && needed == 0) return cell;
  const int missing = ladder->itemsMissing.of(type);
  cell.text = share(had, needed);
  cell.state = shareState(had, needed, missing);
  cell.link = ladder->isPoint && missing > 0;
  return cell;
}

TableCell ElementModel::cell(int row, int column) const {
  if (row >= rows()) return emptyCell(shape_[static_cast<std::size_t>(column)].kind);
  return cellOfAll(numberOf(row), column);
}

TableCell ElementModel::cellOfAll(int number, int column) const {
  const Column& shape = shape_[static_cast<std::size_t>(column)];
  if (shape.kind == Kind::kPoints) return pointsCell(number);
  if (shape.kind == Kind::kItems) return itemsCell(number, shape.type);
  const ElementRow& place = rows_[static_cast<std::size_t>(number)];
  const auto [scope, point] = entries_[static_cast<std::size_t>(number)];
  TableCell cell;
  cell.bold = place.depth == 0;
  switch (shape.kind) {
    case Kind::kCode: {
      cell.prefix = place.parentCode;
      cell.text = point != nullptr ? point->code : scope->code;
      const auto judged = judged_.find(place.id);
      if (judged != judged_.end()) cell.state = judged->second;
      break;
    }
    case Kind::kName:
      cell.indent = place.depth;
      if (holdsRows(number)) cell.fold = closed_.contains(place.id) ? Fold::kClosed : Fold::kOpen;
      cell.text = point != nullptr ? point->name : scope->name;
      break;
    case Kind::kWeight: {
      const auto& weight = point != nullptr ? point->weight : scope->weight;
      cell.text = weight ? weight->str() : "";
      break;
    }
    case Kind::kImportance:
      cell.editable = point != nullptr;
      if (point == nullptr) break;
      cell.choices = {"X", "Y", "Z"};
      cell.text = point->importance ? importanceLetter(*point->importance) : "";
      break;
    case Kind::kRatio:
      cell.editable = false;
      cell.text = scope != nullptr ? scope->ratio().str() : "";
      break;
    case Kind::kTrace:
      cell.text = point != nullptr     ? numbers_.words(point->requirements)
                  : scope->requirement ? numbers_.words({*scope->requirement})
                                       : "";
      break;
    default:
      cell.text = point != nullptr ? point->note : scope->note;
      break;
  }
  return cell;
}

std::optional<Refusal> ElementModel::put(const std::vector<CellWords>& words) {
  Blueprint blueprint = source_.blueprint();
  std::vector<ElementWords> fields;
  for (const CellWords& each : words) {
    const auto field = fieldOf(shape_[static_cast<std::size_t>(each.column)].kind);
    // New rows come behind all there are.
    const int number = each.row < rows() ? numberOf(each.row) : each.row - rows() + allRows();
    if (field) fields.push_back({number, *field, each.words});
  }
  if (auto refusal = putElementWords(workflows::tableOf(blueprint, half_), fields, numbers_)) return refusal;
  if (blueprint == source_.blueprint()) return std::nullopt;
  const std::vector<ElementRow> next = elementRows(workflows::tableOf(blueprint, half_));
  const bool adds = next.size() > rows_.size();
  // A new row shows, whatever it came to lie in.
  for (std::size_t i = next.size(); adds && i-- > 0;) {
    if (numberOf_.contains(next[i].id)) continue;
    int depth = next[i].depth;
    for (std::size_t above = i; above-- > 0;) {
      if (next[above].depth >= depth) continue;
      depth = next[above].depth;
      closed_.erase(next[above].id);
    }
  }
  source_.put(words.size() > 1 ? say("修改细目表的多个单元格")
              : adds           ? say("在细目表里新增一行")
                               : say("修改细目表"),
              std::move(blueprint));
  return std::nullopt;
}

void ElementModel::open(int row, int column) {
  const ElementRow* place = this->row(row);
  const Column& shape = shape_[static_cast<std::size_t>(column)];
  if (place == nullptr || !place->isPoint || shape.kind != Kind::kItems) return;
  source_.host().goTo({.room = Room::kItems,
                       .level = source_.level(),
                       .half = Half::kTheory,
                       .part = place->id,
                       .field = "new/" + std::string(itemTypeKey(shape.type))});
}

std::string ElementModel::sums() const {
  Weight weight;
  Ratio ratio;
  for (const ElementTable::Top& top : table().tops) {
    if (top.scope.weight) weight += *top.scope.weight;
    const Ratio part = top.scope.ratio();
    ratio = {ratio.x + part.x, ratio.y + part.y, ratio.z + part.z};
  }
  const int needed = ladder_ ? ladder_->total.pointsNeeded.value_or(0) : 0;
  std::string text = say("合计：权重 {weight}　{point} {points}　X:Y:Z {ratio}", "weight"_a = weight.str(),
                         "point"_a = validators::pointWord(source_.checker().profile()),
                         "points"_a = share(table().pointCount(), needed), "ratio"_a = ratio.str());
  if (!ladder_) return text;
  for (const ItemType type : ladder_->types) {
    text += "　" + validators::typeWord(type) + " " +
            share(ladder_->total.itemsHad.of(type), ladder_->total.itemsNeeded.of(type));
  }
  if (const int missing = ladder_->total.itemsMissing.total(); missing > 0) {
    text += "　" + say("缺 {n} 道题", "n"_a = missing);
  }
  if (const int loose = ladder_->loose.total(); loose > 0) {
    text += "　" + say("{n} 道题没有挂在考评点上", "n"_a = loose);
  }
  return text;
}

}  // namespace tiku::editor
