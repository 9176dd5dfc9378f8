#include "editor/standard/requirements_table.h"

#include <algorithm>

#include "editor/standard/requirement_lines.h"
#include "editor/widgets/cell_words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

std::vector<Requirement>& entriesOf(WorkContent& content, int column) {
  return column == RequirementsTable::kSkill ? content.skills : content.knowledge;
}

template <typename T>
T made() {
  T object;
  object.id = Id::random();
  return object;
}

template <typename T>
void insertAfter(std::vector<T>& siblings, std::size_t index, T object) {
  const std::size_t at = std::min(index + 1, siblings.size());
  siblings.insert(siblings.begin() + static_cast<std::ptrdiff_t>(at), std::move(object));
}

template <typename T>
bool swapNext(std::vector<T>& siblings, std::size_t index, bool up) {
  if (up ? index == 0 : index + 1 >= siblings.size()) return false;
  std::swap(siblings[index], siblings[up ? index - 1 : index + 1]);
  return true;
}

}  // namespace

std::vector<RequirementsTable::Line> RequirementsTable::linesOf(const LevelRequirements& requirements) {
  std::vector<Line> lines;
  for (std::size_t f = 0; f < requirements.functions.size(); ++f) {
    const Function& function = requirements.functions[f];
    bool first = true;
    if (function.contents.empty()) lines.push_back({f, std::nullopt, 0, true, false});
    for (std::size_t c = 0; c < function.contents.size(); ++c) {
      const WorkContent& content = function.contents[c];
      const std::size_t rows = std::max({content.skills.size(), content.knowledge.size(), std::size_t{1}});
      for (std::size_t r = 0; r < rows; ++r) {
        lines.push_back({f, c, r, first, r == 0});
        first = false;
      }
    }
  }
  return lines;
}

void RequirementsTable::follow() {
  now_.reset();
  lines_.clear();
  if (!level_) return;
  const LevelRequirements* found = source().standard().at(*level_);
  now_ = found != nullptr ? *found : LevelRequirements(*level_);
  lines_ = linesOf(*now_);
}

const WorkContent* RequirementsTable::contentOf(const Line& line) const {
  return line.content ? &now_->functions[line.function].contents[*line.content] : nullptr;
}

const Requirement* RequirementsTable::entryOf(const Line& line, int column) const {
  const WorkContent* content = contentOf(line);
  if (content == nullptr) return nullptr;
  const auto& entries = column == kSkill ? content->skills : content->knowledge;
  return line.entry < entries.size() ? &entries[line.entry] : nullptr;
}

std::vector<TableColumn> RequirementsTable::columns() const {
  return {{say("职业功能"), 130, TableColumn::Align::kLeft, true},
          {say("工作内容"), 140, TableColumn::Align::kLeft, true},
          {say("技能要求"), 250, TableColumn::Align::kLeft, true},
          {say("相关知识要求"), 250, TableColumn::Align::kLeft, true}};
}

TableCell RequirementsTable::cell(int row, int column) const {
  TableCell cell;
  if (row >= rows()) return cell;
  const Line& line = lines_[static_cast<std::size_t>(row)];
  std::string number = std::to_string(line.function + 1);
  if (column == kFunction) {
    if (!line.firstOfFunction) return cell;
    cell.prefix = number + ". ";
    cell.text = now_->functions[line.function].name;
    cell.bold = true;
    return cell;
  }
  if (!line.content) return cell;
  number += "." + std::to_string(*line.content + 1);
  if (column == kContent) {
    if (!line.firstOfContent) return cell;
    cell.prefix = number + " ";
    cell.text = contentOf(line)->name;
    return cell;
  }
  const Requirement* entry = entryOf(line, column);
  if (entry == nullptr) return cell;
  cell.prefix = (entry->critical ? "★" : "") + number + "." + std::to_string(line.entry + 1) + " ";
  cell.text = entry->text;
  return cell;
}

Id RequirementsTable::entryBegins(int row, int column) const {
  const Line& line = lines_[static_cast<std::size_t>(row)];
  if (column == kFunction) return line.firstOfFunction ? now_->functions[line.function].id : Id();
  if (column == kContent) return line.firstOfContent ? contentOf(line)->id : Id();
  const Requirement* entry = entryOf(line, column);
  return entry == nullptr ? Id() : entry->id;
}

std::optional<Refusal> RequirementsTable::put(const std::vector<CellWords>& words) {
  RequirementLines lines(*now_);
  for (const CellWords& each : words) {
    const bool empties = oneLine(each.words).empty();
    if (empties && each.row < rows() && each.column >= kSkill) {
      const int traced = tracedTo(source().bank(), {entryBegins(each.row, each.column)});
      if (traced > 0) {
        return Refusal{say("蓝图里有 {n} 处对应这一条，不能清空；可以改写，或用“删除行”删去。没有改动。",
                           "n"_a = traced)};
      }
    }
    if (!lines.put(static_cast<std::size_t>(each.row), each.column, each.words)) {
      return Refusal{say("职业功能和工作内容要有名称；要去掉整个职业功能或工作内容，用“删除行”。没有改动。")};
    }
  }
  putLevel(say("修改工作要求"), lines.requirements());
  return std::nullopt;
}

bool RequirementsTable::putLevel(const std::string& title, LevelRequirements requirements) {
  if (requirements == *now_) return false;
  Standard standard = source().standard();
  const auto found = std::ranges::find(standard.levels, *level_, &LevelRequirements::level);
  if (found != standard.levels.end()) {
    *found = std::move(requirements);
  } else {
    // 五级 first, as printed.
    const auto next =
        std::ranges::find_if(standard.levels, [this](const auto& other) { return other.level < *level_; });
    standard.levels.insert(next, std::move(requirements));
  }
  return source().put(title, std::move(standard));
}

StandardTable::Spot RequirementsTable::insertBelow(Spot spot) {
  LevelRequirements requirements = *now_;
  auto& functions = requirements.functions;
  const bool any = spot.row >= 0 && spot.row < rows();
  const Line line = any ? lines_[static_cast<std::size_t>(spot.row)] : Line{};
  Id id;
  if (functions.empty() || spot.column == kFunction) {
    auto function = made<Function>();
    function.contents.push_back(made<WorkContent>());
    id = function.id;
    insertAfter(functions, any ? line.function : functions.size(), std::move(function));
    spot.column = kFunction;
  } else {
    Function& function = any ? functions[line.function] : functions.back();
    if (spot.column == kContent || function.contents.empty()) {
      auto content = made<WorkContent>();
      id = content.id;
      insertAfter(function.contents, any ? line.content.value_or(0) : function.contents.size(),
                  std::move(content));
      spot.column = kContent;
    } else {
      auto entry = made<Requirement>();
      id = entry.id;
      WorkContent& content = any ? function.contents[*line.content] : function.contents.back();
      auto& entries = entriesOf(content, spot.column);
      insertAfter(entries, any ? line.entry : entries.size(), std::move(entry));
    }
  }
  putLevel(say("在工作要求里新增一行"), std::move(requirements));
  return spotOf(id);
}

std::vector<Id> RequirementsTable::partsOf(const std::vector<int>& rows, int column) const {
  std::vector<Id> ids;
  for (const int row : rows) {
    const Line& line = lines_[static_cast<std::size_t>(row)];
    const Requirement* entry = column >= kSkill ? entryOf(line, column) : nullptr;
    if (column == kFunction) ids.push_back(now_->functions[line.function].id);
    if (column == kContent && line.content) ids.push_back(contentOf(line)->id);
    if (entry != nullptr) ids.push_back(entry->id);
  }
  return ids;
}

void RequirementsTable::remove(const std::vector<int>& rows, int column) {
  const std::vector<Id> ids = partsOf(rows, column);
  const auto gone = [&ids](const auto& part) { return std::ranges::find(ids, part.id) != ids.end(); };
  LevelRequirements requirements = *now_;
  std::erase_if(requirements.functions, gone);
  for (Function& function : requirements.functions) {
    std::erase_if(function.contents, gone);
    for (WorkContent& content : function.contents) {
      std::erase_if(content.skills, gone);
      std::erase_if(content.knowledge, gone);
    }
  }
  putLevel(say("删除工作要求的内容"), std::move(requirements));
}

int RequirementsTable::tracesTo(const std::vector<int>& rows, int column) const {
  std::vector<Id> ids = partsOf(rows, column);
  const std::vector<Id> chosen = ids;
  const auto isChosen = [&chosen](Id id) { return std::ranges::find(chosen, id) != chosen.end(); };
  for (const Function& function : now_->functions) {
    for (const WorkContent& content : function.contents) {
      if (!isChosen(function.id) && !isChosen(content.id)) continue;
      ids.push_back(content.id);
      for (const auto* entries : {&content.skills, &content.knowledge}) {
        for (const Requirement& entry : *entries) ids.push_back(entry.id);
      }
    }
  }
  return tracedTo(source().bank(), ids);
}

StandardTable::Spot RequirementsTable::move(Spot spot, bool up) {
  if (spot.row < 0 || spot.row >= rows()) return spot;
  const Line& line = lines_[static_cast<std::size_t>(spot.row)];
  const std::vector<Id> parts = partsOf({spot.row}, spot.column);
  if (parts.empty()) return spot;
  LevelRequirements requirements = *now_;
  Function& function = requirements.functions[line.function];
  const bool moved = spot.column == kFunction ? swapNext(requirements.functions, line.function, up)
                     : spot.column == kContent
                         ? swapNext(function.contents, *line.content, up)
                         : swapNext(entriesOf(function.contents[*line.content], spot.column), line.entry, up);
  if (!moved) return spot;
  putLevel(up ? say("上移") : say("下移"), std::move(requirements));
  return spotOf(parts.front());
}

Id RequirementsTable::partAt(Spot spot) const {
  if (spot.row < 0 || spot.row >= rows()) return {};
  const std::vector<Id> parts = partsOf({spot.row}, spot.column);
  return parts.empty() ? Id() : parts.front();
}

StandardTable::Spot RequirementsTable::spotOf(Id part) const {
  for (int row = 0; row < rows(); ++row) {
    for (int column = kFunction; column <= kKnowledge; ++column) {
      if (column == kContent && !lines_[static_cast<std::size_t>(row)].content) break;
      if (entryBegins(row, column) == part) return {row, column};
    }
  }
  return {-1, 0};
}

bool RequirementsTable::canStar(Spot spot) const {
  return spot.row >= 0 && spot.row < rows() && spot.column >= kSkill &&
         entryOf(lines_[static_cast<std::size_t>(spot.row)], spot.column) != nullptr;
}

void RequirementsTable::star(const std::vector<int>& rows, int column) {
  const std::vector<Id> ids = partsOf(rows, column);
  if (ids.empty() || column < kSkill) return;
  const Requirement* first = entryOf(lines_[static_cast<std::size_t>(rows.front())], column);
  const bool critical = first == nullptr || !first->critical;
  LevelRequirements requirements = *now_;
  for (Function& function : requirements.functions) {
    for (WorkContent& content : function.contents) {
      for (Requirement& entry : entriesOf(content, column)) {
        if (std::ranges::find(ids, entry.id) != ids.end()) entry.critical = critical;
      }
    }
  }
  putLevel(critical ? say("标为关键技能") : say("取消关键技能"), std::move(requirements));
}

}  // namespace tiku::editor
