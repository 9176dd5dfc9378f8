#include <algorithm>

#include "formats/exchange/itemdoc/item_lines.h"
#include "formats/exchange/written/words.h"

namespace tiku::formats::itemdoc {
namespace {

class LinePrinter {
 public:
  LinePrinter(const written::HeldAs& heldAs, bool fillIn) : heldAs_(heldAs), fillIn_(fillIn) {}

  void text(Role role, const std::string& label, const RichText& text) {
    Line first{role, {}, 0};
    written::append(first.words.pieces, Inline::Kind::kText, label);
    const std::vector<RichText::Block>& blocks = text.blocks();
    std::size_t next = 0;
    if (const auto* paragraph = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front())) {
      join(first.words, written::printed(*paragraph, heldAs_, fillIn_));
      next = 1;
    }
    parts_.emplace_back(std::move(first));
    rest(text, next);
  }

  void rest(const RichText& text, std::size_t next) {
    const std::vector<RichText::Block>& blocks = text.blocks();
    for (; next < blocks.size(); ++next) {
      if (const auto* paragraph = std::get_if<Paragraph>(&blocks[next])) {
        parts_.emplace_back(Line{Role::kMore, written::printed(*paragraph, heldAs_, fillIn_), 0});
      } else {
        table(std::get<TextTable>(blocks[next]));
      }
    }
  }

  void words(Role role, const std::string& label, const std::string& words) {
    Paragraph paragraph;
    written::append(paragraph.pieces, Inline::Kind::kText, words);
    text(role, label, RichText({paragraph}));
  }

  void options(const std::vector<RichText>& options) {
    const int columns = columnsFor(options);
    for (std::size_t i = 0; i < options.size();) {
      if (columns == 1) {
        text(Role::kOption, letter(i) + "．", options[i]);
        ++i;
        continue;
      }
      Line line{Role::kOption, {}, columns};
      for (int column = 0; column < columns && i < options.size(); ++column, ++i) {
        written::append(line.words.pieces, Inline::Kind::kText, (column > 0 ? "\t" : "") + letter(i) + "．");
        if (!options[i].blocks().empty())
          join(line.words,
               written::printed(std::get<Paragraph>(options[i].blocks().front()), heldAs_, fillIn_));
      }
      parts_.emplace_back(std::move(line));
    }
  }

  std::vector<Part> take() && { return std::move(parts_); }

 private:
  static std::string letter(std::size_t position) {
    return std::string(1, static_cast<char>('A' + position));
  }

  static void join(Paragraph& line, Paragraph more) {
    for (Inline& piece : more.pieces) {
      const bool text = piece.kind == Inline::Kind::kText;
      if (text) {
        written::append(line.pieces, piece.kind, piece.text);
      } else {
        line.pieces.push_back(std::move(piece));
      }
    }
  }

  void table(const TextTable& table) {
    if (table.rows.empty()) return;
    TextTable printed;
    for (const auto& row : table.rows) {
      auto& cells = printed.rows.emplace_back();
      for (const RichText& cell : row) {
        std::vector<RichText::Block> blocks;
        for (const RichText::Block& block : cell.blocks()) {
          if (const auto* paragraph = std::get_if<Paragraph>(&block))
            blocks.emplace_back(written::printed(*paragraph, heldAs_, fillIn_));
        }
        cells.emplace_back(std::move(blocks));
      }
    }
    parts_.emplace_back(std::move(printed));
  }

  // Half-width characters of an option that is one line of plain words; a large number for any other.
  static std::size_t widthOf(const RichText& option) {
    constexpr std::size_t kNotPlain = 1000;
    if (option.blocks().empty()) return 0;
    const auto* paragraph =
        option.blocks().size() == 1 ? std::get_if<Paragraph>(&option.blocks().front()) : nullptr;
    if (paragraph == nullptr) return kNotPlain;
    std::size_t width = 0;
    for (const Inline& piece : paragraph->pieces) {
      const bool plain = piece.kind == Inline::Kind::kText || piece.kind == Inline::Kind::kSubscript ||
                         piece.kind == Inline::Kind::kSuperscript || piece.kind == Inline::Kind::kEmphasis;
      if (!plain || piece.text.find_first_of("\t\r\n") != std::string::npos ||
          piece.text.find("  ") != std::string::npos || piece.text.find("　") != std::string::npos)
        return kNotPlain;
      for (const char c : piece.text) {
        const auto byte = static_cast<unsigned char>(c);
        width += byte < 0x80 ? 1 : byte >= 0xC0 ? 2 : 0;
      }
    }
    return width;
  }

  static int columnsFor(const std::vector<RichText>& options) {
    constexpr std::size_t kQuarter = 12;
    constexpr std::size_t kHalf = 34;
    constexpr std::size_t kMostLetters = 26;
    std::size_t widest = 0;
    for (const RichText& option : options) widest = std::max(widest, widthOf(option));
    if (options.size() < 2 || options.size() > kMostLetters) return 1;
    if (widest <= kQuarter) return 4;
    return widest <= kHalf ? 2 : 1;
  }

  const written::HeldAs& heldAs_;
  bool fillIn_;
  std::vector<Part> parts_;
};

ItemReader readBack(const std::vector<Part>& parts) {
  ItemReader reader;
  for (const Part& part : parts) {
    if (const auto* line = std::get_if<Line>(&part)) {
      Paragraph words = written::asRead(line->words);
      if (line->role == Role::kShared) continue;
      if (line->role == Role::kTag) {
        reader.addTag(words.pieces.front().text);
        continue;
      }
      if (line->role == Role::kStem) dropFirst(words, numberLength(words));
      reader.add(line->role, std::move(words));
      continue;
    }
    TextTable table = std::get<TextTable>(part);
    std::size_t columns = 1;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    for (auto& row : table.rows) {
      row.resize(columns);
      for (RichText& cell : row) {
        std::vector<RichText::Block> blocks;
        for (const RichText::Block& block : cell.blocks())
          blocks.emplace_back(written::asRead(std::get<Paragraph>(block)));
        cell = RichText(std::move(blocks));
      }
    }
    reader.add(std::move(table));
  }
  return reader;
}

}  // namespace

std::vector<Part> linesOf(const TheoryItem& item, int number, const written::Names& names,
                          const written::HeldAs& heldAs, const std::string& print, const ItemSet* set) {
  LinePrinter printer(heldAs, item.type == ItemType::kFillIn);
  printer.text(Role::kStem, std::to_string(number) + "．", item.stem);
  const bool shared =
      set != nullptr && set->kind == ItemSet::Kind::kSharedOptions && set->options == item.options;
  if (!shared) printer.options(item.options);
  const std::string inSet =
      set == nullptr ? std::string() : set->id.str() + std::string(shared ? kSharesOptions : "");
  if (const auto* reference = std::get_if<ReferenceKey>(&item.key)) {
    printer.text(Role::kAnswer, "答案：", reference->answer);
  } else {
    printer.words(Role::kAnswer, "答案：", written::keyWords(item.key));
  }
  for (const ScoringPoint& point : item.scoring)
    printer.words(Role::kAnswer, "评分要点（" + point.marks.str() + " 分）：", point.text);
  if (!item.rationale.blocks().empty()) printer.text(Role::kAnswer, "解析：", item.rationale);
  if (!item.reference.empty()) printer.words(Role::kAnswer, "出处：", item.reference);
  const auto scale = [](const std::optional<int>& value) { return value ? std::to_string(*value) : ""; };
  const std::string tag = tagLine({{tags::kCode, item.code},
                                   {tags::kPoint, names.point(item)},
                                   {tags::kDifficulty, scale(item.difficulty)},
                                   {tags::kConsistency, scale(item.consistency)},
                                   {tags::kMarks, item.marks ? item.marks->str() : std::string()},
                                   {tags::kStatus, std::string(itemStatusName(item.status))},
                                   {tags::kAuthor, names.author(item.author)},
                                   {tags::kFile, item.source.file},
                                   {tags::kPlace, item.source.at},
                                   {tags::kSet, inSet},
                                   {tags::kId, item.id.str() + "/" + print}});
  printer.words(Role::kTag, {}, tag);
  return std::move(printer).take();
}

std::vector<Part> linesOf(const ItemSet& set, int first, int last, const written::HeldAs& heldAs,
                          const std::string& print) {
  const std::string kind(kindWord(set.kind));
  const std::string numbers =
      first == last ? std::to_string(first) : std::to_string(first) + "～" + std::to_string(last);
  LinePrinter printer(heldAs, false);
  printer.words(Role::kShared, {}, "（" + numbers + "题" + kind + "）");
  printer.rest(set.stem, 0);
  printer.options(set.options);
  printer.words(Role::kTag, {},
                tagLine({{tags::kSet, kind},
                         {tags::kFile, set.source.file},
                         {tags::kPlace, set.source.at},
                         {tags::kId, set.id.str() + "/" + print}}));
  return std::move(printer).take();
}

TheoryItem asWritten(const TheoryItem& item, const written::Names& names, const written::HeldAs& heldAs) {
  const ItemReader reader = readBack(linesOf(item, 1, names, heldAs, {}));
  written::Doubts doubts;
  return reader.item(item.level, item.type, names, doubts);
}

ItemSet asWritten(const ItemSet& set, const written::HeldAs& heldAs) {
  ItemSet read = readBack(linesOf(set, 1, 1, heldAs, {})).set(set.level, set.kind);
  read.items = set.items;
  return read;
}

std::string_view kindWord(ItemSet::Kind kind) {
  return kind == ItemSet::Kind::kSharedStem ? "共用题干" : "共用备选答案";
}

}  // namespace tiku::formats::itemdoc
