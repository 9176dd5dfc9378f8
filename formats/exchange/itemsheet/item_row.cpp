#include "formats/exchange/itemsheet/item_row.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/type_words.h"
#include "formats/exchange/written/words.h"

namespace tiku::formats::itemsheet {
namespace {

constexpr std::array<std::string_view, kColumns> kNames{
    "题号",     "等级", "题型", "考评点", "材料", "题干",   "选项",     "答案",     "难度", "一致性", "题分",
    "评分要点", "解析", "出处", "图片",   "状态", "命题人", "来源文件", "来源位置", "题组", "版本",   "标识"};

// Excel ends lines with LF alone.
std::string withLineFeeds(const std::string& text) {
  std::string words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!pair) words += text[at] == '\r' ? '\n' : text[at];
  }
  return words;
}

Words plainCell(const std::string& text) {
  std::string words = withLineFeeds(text);
  return words.empty() ? Words() : Words{{Inline::Kind::kText, std::move(words), {}}};
}

constexpr std::string_view kInnerBreak = "↵";

std::string scoringLines(const std::vector<ScoringPoint>& points) {
  std::string lines;
  for (const ScoringPoint& point : points) {
    if (!lines.empty()) lines += '\n';
    for (const char c : withLineFeeds(written::scoringWords(point))) {
      if (c == '\n') lines += kInnerBreak;
      lines += c;
    }
  }
  return lines;
}

/// Reads the cells of a row that say single values.
class RowReader {
 public:
  RowReader(const ItemRow& row, const written::Names& names, ReadItem& read)
      : row_(row), names_(names), read_(read) {}

  void values(TheoryItem& item) {
    item.code = row_.words(Column::kCode);
    item.reference = row_.words(Column::kReference);
    item.source = {row_.words(Column::kFile), row_.words(Column::kPlace), {}};
    item.difficulty = scale(Column::kDifficulty, "difficulty");
    item.consistency = scale(Column::kConsistency, "consistency");
    const std::string marks = trimmedWords(Column::kMarks);
    item.marks = Marks::parse(marks);
    if (!item.marks && !marks.empty()) strange(Column::kMarks, "marks", marks);
    const std::string status = trimmedWords(Column::kStatus);
    if (const auto known = written::statusOf(status)) {
      item.status = *known;
    } else if (!status.empty()) {
      strange(Column::kStatus, "status", status);
    }
    const std::string point = trimmedWords(Column::kPoint);
    if (!point.empty()) item.point = names_.pointOf(item.level, point);
    if (!point.empty() && !item.point)
      read_.doubts.add("point", say("细目表里没有考评点“{point}”，没有采用。", "point"_a = point));
    const std::string author = row_.words(Column::kAuthor);
    item.author = names_.authorOf(author);
    if (!author.empty() && !item.author)
      read_.doubts.add("author", say("人员里没有唯一的“{name}”，命题人没有采用。", "name"_a = author));
    scoring(item);
  }

  void key(TheoryItem& item) {
    const Words& cell = row_.at(Column::kKey);
    if (cell.empty()) return;
    if (!isObjective(item.type) && item.type != ItemType::kFillIn) {
      item.key = ReferenceKey{textOf(cell, row_.pictures)};
      return;
    }
    const std::string words = plainWords(cell);
    auto key = written::keyOf(words, item.type);
    if (!key) key = keyFromWords(words, item);
    if (!key) return read_.doubts.add("key", say("答案“{words}”与题型不符，没有采用。", "words"_a = words));
    item.key = std::move(*key);
    const auto* choice = std::get_if<ChoiceKey>(&item.key);
    const bool beyond = choice != nullptr && choice->options.back() >= static_cast<int>(item.options.size());
    if (beyond) read_.doubts.add(say("答案“{words}”指到了没有的选项。", "words"_a = words));
  }

 private:
  void strange(Column column, const char* field, const std::string& words) {
    read_.doubts.add(field, say("{column}“{words}”不认得，没有采用。", "column"_a = columnName(column),
                                "words"_a = words));
  }
  [[nodiscard]] std::string trimmedWords(Column column) const {
    return std::string(trimmed(row_.words(column)));
  }

  std::optional<int> scale(Column column, const char* field) {
    const std::string words = trimmedWords(column);
    const auto value = written::scaleOf(words);
    if (!value && !words.empty()) strange(column, field, words);
    return value;
  }

  void scoring(TheoryItem& item) {
    const std::string lines = row_.words(Column::kScoring);
    std::string line;
    for (std::size_t at = 0; at <= lines.size(); ++at) {
      if (at < lines.size() && lines[at] != '\n') {
        line += lines[at];
        continue;
      }
      if (at < lines.size() && line.ends_with(kInnerBreak)) {
        line.replace(line.size() - kInnerBreak.size(), kInnerBreak.size(), "\n");
        continue;
      }
      if (!line.empty()) {
        if (const auto point = written::scoringOf(line)) {
          item.scoring.push_back(*point);
        } else {
          read_.doubts.add(
              "scoring", say("评分要点“{words}”前面没有写“2 分：”这样的分值，没有采用。", "words"_a = line));
        }
      }
      line.clear();
    }
  }

  const ItemRow& row_;
  const written::Names& names_;
  ReadItem& read_;
};

}  // namespace

std::string_view columnName(Column column) {
  return kNames.at(static_cast<std::size_t>(column));
}

ItemRow rowOf(const TheoryItem& item, const written::Names& names, const written::HeldAs& heldAs, bool& cut) {
  ItemRow row;
  RowPictures pictures{{}, heldAs};
  const auto put = [&row](Column column, const std::string& words) { row.at(column) = plainCell(words); };
  const auto scale = [](const std::optional<int>& value) { return value ? std::to_string(*value) : ""; };
  put(Column::kCode, item.code);
  put(Column::kLevel, std::string(item.level.name()));
  put(Column::kType, std::string(itemTypeName(item.type)));
  put(Column::kPoint, names.point(item));
  row.at(Column::kStem) = wordsOf(item.stem, pictures);
  for (const RichText& option : item.options) row.options.push_back(wordsOf(option, pictures));
  if (const auto* reference = std::get_if<ReferenceKey>(&item.key)) {
    row.at(Column::kKey) = wordsOf(reference->answer, pictures);
  } else {
    put(Column::kKey, written::keyWords(item.key));
  }
  put(Column::kDifficulty, scale(item.difficulty));
  put(Column::kConsistency, scale(item.consistency));
  put(Column::kMarks, item.marks ? item.marks->str() : std::string());
  put(Column::kScoring, scoringLines(item.scoring));
  row.at(Column::kRationale) = wordsOf(item.rationale, pictures);
  put(Column::kReference, item.reference);
  put(Column::kStatus, std::string(itemStatusName(item.status)));
  put(Column::kAuthor, names.author(item.author));
  put(Column::kFile, item.source.file);
  put(Column::kPlace, item.source.at);
  put(Column::kId, item.id.str());
  row.pictures = std::move(pictures.names);
  for (Words& cell : row.cells) cut = cutToCell(cell) || cut;
  for (Words& cell : row.options) cut = cutToCell(cell) || cut;
  return row;
}

ReadItem itemOf(const ItemRow& row, const written::Names& names, std::optional<Level> level) {
  ReadItem read;
  const std::string said = row.words(Column::kLevel);
  if (const auto named = Level::parse(said)) level = named;
  if (!level) {
    read.doubts.add(say("没有写明等级，没有导入。"));
    return read;
  }
  const std::string typeWords = row.words(Column::kType);
  const auto type = itemTypeByName(typeWords);
  if (!type) {
    read.doubts.add(typeWords.empty() ? say("没有写明题型，没有导入。")
                                      : say("题型“{words}”不认得，没有导入。", "words"_a = typeWords));
    return read;
  }
  const auto id = Id::parse(row.words(Column::kId));
  read.isNamed = id.has_value();
  TheoryItem item(id.value_or(Id::random()), *level, *type);
  RowReader reader(row, names, read);
  reader.values(item);
  item.stem = textOf(row.at(Column::kStem), row.pictures);
  for (const Words& option : row.options) item.options.push_back(textOf(option, row.pictures));
  item.rationale = textOf(row.at(Column::kRationale), row.pictures);
  reader.key(item);
  read.item = std::move(item);
  return read;
}

namespace {

constexpr std::string_view kSharedOptions = "（共用备选答案）";
constexpr std::string_view kSharedStem = "（共用题干）";

}  // namespace

Words materialOf(const ItemSet& set, RowPictures& pictures) {
  Words words = wordsOf(set.stem, pictures);
  std::string head;
  if (set.kind == ItemSet::Kind::kSharedOptions) head = kSharedOptions;
  if (set.kind == ItemSet::Kind::kSharedStem && words.empty()) head = kSharedStem;
  if (!head.empty() && !words.empty()) head += '\n';
  if (head.empty()) return words;
  Words all{{Inline::Kind::kText, head, {}}};
  for (const Inline& run : words) written::append(all, run.kind, run.text);
  return all;
}

ItemSet setOfMaterial(const Words& words, Id id, Level level, const std::vector<std::string>& pictures) {
  ItemSet set(id, level, ItemSet::Kind::kSharedStem);
  Words rest = words;
  if (!rest.empty() && rest.front().kind == Inline::Kind::kText) {
    std::string& text = rest.front().text;
    if (text.starts_with(kSharedOptions)) {
      set.kind = ItemSet::Kind::kSharedOptions;
      text.erase(0, kSharedOptions.size());
    } else if (text == kSharedStem) {
      text.clear();
    }
    if (text.starts_with('\n')) text.erase(0, 1);
    if (text.empty()) rest.erase(rest.begin());
  }
  set.stem = textOf(rest, pictures);
  return set;
}

ItemSet asWritten(const ItemSet& set, const written::HeldAs& heldAs) {
  RowPictures pictures{{}, heldAs};
  Words words = materialOf(set, pictures);
  cutToCell(words);
  ItemSet read = setOfMaterial(words, set.id, set.level, pictures.names);
  read.items = set.items;
  return read;
}

TheoryItem asWritten(const TheoryItem& item, const written::Names& names, const written::HeldAs& heldAs) {
  bool cut = false;
  ItemRow row = rowOf(item, names, heldAs, cut);
  while (!row.options.empty() && row.options.back().empty()) row.options.pop_back();
  ReadItem read = itemOf(row, names, item.level);
  return read.item ? std::move(*read.item) : item;
}

}  // namespace tiku::formats::itemsheet
