#include "formats/exchange/standard/work_chapter.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/standard/entries.h"
#include "formats/exchange/standard/limits.h"
#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/text/text_document.h"

namespace tiku::formats::standards {

using tables::has;
using tables::sameWords;
using tables::squeezed;
using tables::TableView;
using tables::tidy;

namespace {

constexpr int kLongestHeading = 30;  // Characters of a 方向 or 工种; more is a sentence.

std::string wordsOf(const DocCell* cell) {
  return cell == nullptr ? std::string() : cell->str();
}

std::vector<int> numberIn(std::string_view words, std::size_t parts) {
  const auto number = dottedNumberAt(trimmed(words));
  return number && number->parts.size() == parts ? number->parts : std::vector<int>();
}

bool isVariantName(const std::string& line, const std::optional<DottedNumber>& number) {
  const std::string name = nameOf(line);
  if (name.empty() || characterCount(name) > kLongestHeading || has(name, "。") || has(name, "，"))
    return false;
  const bool inChapter = number && number->parts.size() > 1 && number->parts[0] == 3;
  const bool named = name.ends_with("方向") || name.ends_with("工种");
  return named || (inChapter && !has(name, "要求"));
}

}  // namespace

std::optional<WorkColumns> workColumnsIn(const TableView& view, std::size_t row) {
  WorkColumns columns;
  columns.count = view.columnCount();
  const DocCell* before = nullptr;
  for (int column = 0; column < view.columnCount(); ++column) {
    const DocCell* cell = view.shown(row, column);
    if (cell == nullptr || cell == before) continue;
    before = cell;
    const std::string word = squeezed(cell->str());
    if (word == "职业功能" || word == "工作任务") {
      columns.function = column;
    } else if (word == "工作内容") {
      columns.content = column;
    } else if (word == "技能要求" || word.ends_with("能力要求") || word == "操作规范") {
      columns.skills = column;
    } else if (word.starts_with("相关知识") || word == "知识要求") {
      columns.knowledge = column;
    } else if (word.ends_with("比重") || word == "权重") {
      columns.share = column;
    } else if (!word.empty()) {
      columns.unused.push_back(tidy(cell->str()));
    }
  }
  const bool whole =
      columns.skills >= 0 && columns.knowledge >= 0 && (columns.function >= 0 || columns.content >= 0);
  return whole ? std::optional(columns) : std::nullopt;
}

std::optional<std::size_t> workHeadOf(const TableView& view) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) {
    if (workColumnsIn(view, row)) return row;
  }
  return std::nullopt;
}

std::string WorkChapter::levelName() const {
  return part_ == nullptr ? std::string() : std::string(part_->level.longName());
}

bool WorkChapter::takeHeading(const std::string& line, const std::string& at) {
  const std::string words = tidy(line);
  const auto number = dottedNumberAt(words);
  const std::size_t depth = number ? number->parts.size() : 0;
  if (const auto level = levelOf(words)) {
    const bool within = depth > 0 ? variantDepth_ > 0 && variantDepth_ < depth : !readSinceVariant_;
    if (!within) variant_.clear();
    level_ = level;
    levelAt_ = at;
    part_ = nullptr;
    columns_.reset();
    rows_.imported(at, say("{level}的工作要求。", "level"_a = level->longName()));
    return true;
  }
  if (!isVariantName(words, number)) return false;
  variant_ = nameOf(words);
  variantDepth_ = depth;
  readSinceVariant_ = false;
  part_ = nullptr;
  columns_.reset();
  rows_.imported(at, say("方向或工种：{name}。", "name"_a = variant_));
  return true;
}

ReadLevel* WorkChapter::part(const std::string& at) {
  if (part_ != nullptr) return part_;
  const auto level = level_ ? level_ : fallback_;
  if (!level) return nullptr;
  readSinceVariant_ = true;
  above_ = {};
  last_ = nullptr;
  column_ = Column::kNone;
  for (const auto& one : levels_) {
    if (one->level == *level && one->variant == variant_) return part_ = one.get();
  }
  levels_.push_back(
      std::make_unique<ReadLevel>(ReadLevel{*level, variant_, levelAt_.empty() ? at : levelAt_, {}, {}}));
  return part_ = levels_.back().get();
}

bool WorkChapter::reads(const TableView& view) const {
  return workHeadOf(view) || (columns_ && columns_->count == view.columnCount());
}

void WorkChapter::read(const TableView& view) {
  std::size_t row = 0;
  if (const auto head = workHeadOf(view)) {
    for (; row < *head; ++row) {
      std::string line;
      for (const DocCell& cell : view.table().rows[row]) line += cell.continued ? "" : cell.str();
      if (!view.blank(row) && takeHeading(line, view.at(row))) continue;
      rows_.skipped(view.at(row), view.blank(row) ? say("空行。") : say("表格以外的标题或说明。"));
    }
  }
  above_ = {};
  broken_ = true;
  for (; row < view.rowCount(); ++row) readRow(view, row);
}

void WorkChapter::readRow(const TableView& view, std::size_t row) {
  const std::string at = view.at(row);
  if (auto columns = workColumnsIn(view, row)) {
    const std::vector<std::string>& unused = columns->unused;
    rows_.skipped(at, unused.empty()
                          ? say("表头。")
                          : say("表头；题库不存的列：{names}。", "names"_a = tables::listed(unused)));
    columns_ = std::move(columns);
    above_ = {};
    broken_ = true;
    return;
  }
  if (view.blank(row)) {
    rows_.skipped(at, say("空行。"));
    return;
  }
  if (view.table().rows[row].size() == 1 && view.columnCount() > 1) {
    readWideRow(wordsOf(view.shown(row, 0)), at);
    return;
  }
  ReadLevel* level = part(at);
  if (level == nullptr || !columns_) {
    rows_.doubt(at, say("没有写明是哪个等级的工作要求，没有收入；请在表的上面写明等级。"));
    return;
  }
  level->units.push_back(at);
  const std::array<int, 4> places{columns_->function, columns_->content, columns_->skills,
                                  columns_->knowledge};
  std::array<std::string, 4> words;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const DocCell* cell = places[i] < 0 ? nullptr : view.shown(row, places[i]);
    const bool wide =
        i > 0 && cell != nullptr && places[i - 1] >= 0 && cell == view.shown(row, places[i - 1]);
    if (cell != above_[i] && !wide) words[i] = wordsOf(cell);
    above_[i] = cell;
  }
  takeFunction(words[0], at);
  takeContents(columns_->content < 0 ? words[0] : words[1], at);
  const int skills = takeEntries(words[2], true, at);
  const int knowledge = takeEntries(words[3], false, at);
  if (columns_->share >= 0) addShare(wordsOf(view.shown(row, columns_->share)), at);
  broken_ = false;
  rows_.imported(at, say("{level}工作要求：技能要求 {skills} 条，相关知识要求 {knowledge} 条。",
                         "level"_a = levelName(), "skills"_a = skills, "knowledge"_a = knowledge));
}

// A row of one cell over all columns: the level or direction of what follows, or a remark.
void WorkChapter::readWideRow(const std::string& words, const std::string& at) {
  const std::optional<WorkColumns> columns = columns_;
  if (takeHeading(words, at)) {
    columns_ = columns;  // The table goes on below it.
  } else if (squeezed(words).starts_with("注")) {
    rows_.skipped(at, say("说明或表题。"));
  } else {
    rows_.doubt(at, say("横跨整张表的一行，没有读懂，没有收入。"));
  }
}

void WorkChapter::addShare(const std::string& words, const std::string& at) {
  if (squeezed(words).empty()) return;
  const auto share = tables::parseWeight(words);
  if (!share) {
    rows_.doubt(at, say("比重“{text}”看不懂；请写成数字。", "text"_a = tidy(words)));
    return;
  }
  function(at).share = share;
}

ReadFunction& WorkChapter::function(const std::string& at) {
  if (part_->functions.empty()) {
    rows_.doubt(at, say("这里还没有职业功能，暂按没有名称的收入；请补上名称。"));
    part_->functions.push_back({{}, {}, at, {}, {}});
  }
  return part_->functions.back();
}

ReadContent& WorkChapter::content(const std::string& at) {
  ReadFunction& current = function(at);
  if (current.contents.empty()) {
    rows_.doubt(at, say("这里还没有工作内容，暂按没有名称的收入；请补上名称。"));
    current.contents.push_back({{}, {}, at, {}, {}});
  }
  return current.contents.back();
}

void WorkChapter::takeFunction(const std::string& words, const std::string& at) {
  std::string name = nameOf(words);
  if (name.empty()) return;
  std::vector<int> number = numberIn(tidy(words), 1);
  if (!part_->functions.empty()) {
    const ReadFunction& current = part_->functions.back();
    const bool sameNumber = number.empty() || current.number.empty() || number == current.number;
    if (sameNumber && sameWords(name, current.name)) return;
  }
  if (takeStar(name)) rows_.doubt(at, say("职业功能上的★没有收入；请给有关的技能要求标上。"));
  checkCount(part_->functions.size(), at);
  part_->functions.push_back({std::move(number), std::move(name), at, {}, {}});
}

void WorkChapter::takeContents(const std::string& words, const std::string& at) {
  // One cell may hold several contents, each with its number.
  std::vector<std::pair<std::vector<int>, std::string>> found;
  for (const std::string& line : linesOf(words)) {
    std::vector<int> number = numberIn(line, 2);
    if (found.empty() || !number.empty()) {
      found.emplace_back(std::move(number), line);
    } else {
      found.back().second += "\n" + line;
    }
  }
  for (auto& [number, line] : found) addContent(std::move(number), line, at);
}

void WorkChapter::addContent(std::vector<int> number, const std::string& words, const std::string& at) {
  std::string name = nameOf(words);
  if (name.empty()) return;
  ReadFunction& current = function(at);
  if (!current.contents.empty()) {
    const ReadContent& before = current.contents.back();
    const bool sameNumber = number.empty() || before.number.empty() || number == before.number;
    if (sameNumber && sameWords(name, before.name)) return;
  }
  if (takeStar(name)) rows_.doubt(at, say("工作内容上的★没有收入；请给有关的技能要求标上。"));
  checkCount(current.contents.size(), at);
  current.contents.push_back({std::move(number), std::move(name), at, {}, {}});
}

int WorkChapter::takeEntries(const std::string& words, bool skills, const std::string& at) {
  CellEntries cell = entriesOfCell(words, skills);
  const auto& functions = part_->functions;
  std::vector<ReadEntry>* column = nullptr;
  if (!functions.empty() && !functions.back().contents.empty()) {
    ReadContent& current = part_->functions.back().contents.back();
    column = skills ? &current.skills : &current.knowledge;
  }
  const bool goesOn = broken_ && column != nullptr && !column->empty();
  if (cell.carriedOn.empty() && goesOn && !cell.entries.empty() && cell.entries.front().number.empty() &&
      !column->back().number.empty()) {
    cell.carriedOn = cell.entries.front().text;
    cell.entries.erase(cell.entries.begin());
  }
  if (!cell.carriedOn.empty() && goesOn) {
    if (!goOn(column->back().text, cell.carriedOn))
      rows_.doubt(at, say("工作要求里没有编号的文字，没有收入。"));
  } else if (!cell.carriedOn.empty()) {
    if (!cell.entries.empty() && !cell.entries.front().number.empty())
      rows_.doubt(at, say("“{words}”没有编号，作为一条收入，请核对。", "words"_a = cell.carriedOn));
    FoundEntry first{{}, cell.carriedOn, false};
    first.critical = takeStar(first.text);
    cell.entries.insert(cell.entries.begin(), std::move(first));
  }
  for (FoundEntry& entry : cell.entries)
    addEntry({std::move(entry.number), std::move(entry.text), entry.critical, at}, skills);
  return static_cast<int>(cell.entries.size());
}

void WorkChapter::addEntry(ReadEntry entry, bool skills) {
  if (entry.text.empty()) {
    rows_.doubt(entry.at, say("编号 {number} 后面没有文字，没有收入。", "number"_a = printed(entry.number)));
    return;
  }
  ReadContent* current = &content(entry.at);
  if (entry.number.size() == 3 && !current->number.empty()) {
    const std::vector<int> wanted{entry.number[0], entry.number[1]};
    auto& contents = part_->functions.back().contents;
    const auto found = std::ranges::find(contents, wanted, &ReadContent::number);
    if (found != contents.end()) {
      current = &*found;
    } else {
      rows_.doubt(entry.at, say("编号 {number} 与工作内容 {content} 不符，仍按位置收入。",
                                "number"_a = printed(entry.number), "content"_a = printed(current->number)));
    }
  }
  auto& column = skills ? current->skills : current->knowledge;
  if (!skills && entry.critical) {
    rows_.doubt(entry.at, say("★标在相关知识要求上，没有收入；★只用于技能要求。"));
    entry.critical = false;
  }
  checkCount(column.size(), entry.at);
  column.push_back(std::move(entry));
  last_ = &column.back().text;
}

}  // namespace tiku::formats::standards
