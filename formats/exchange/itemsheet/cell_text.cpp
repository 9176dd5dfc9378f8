#include "formats/exchange/itemsheet/cell_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "formats/base/utf8.h"
#include "formats/exchange/written/pieces.h"

namespace tiku::formats::itemsheet {
namespace {

constexpr std::string_view kBreak = "↵";
constexpr std::string_view kNextParagraph = "¶";
constexpr std::string_view kBlank = "（　　）";
constexpr std::string_view kEmphasis = "**";
constexpr std::string_view kPicture = "[图";
constexpr std::array<std::string_view, 10> kMarks{"\\", "*", "$", "[", "|", "↵", "¶", "（", "(", "_"};

// First bytes of all marks: what has none of them is plain.
constexpr std::string_view kMarkBytes = "\\*$[|_^(\xE2\xC2\xEF";

std::size_t markAt(std::string_view text) {
  if (text.starts_with("^{")) return 1;
  for (const std::string_view mark : kMarks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

using written::append;

void onOneLine(std::string& words) {
  std::ranges::replace_if(words, [](char c) { return c == '\n' || c == '\r'; }, ' ');
}

class CellWriter {
 public:
  CellWriter(RowPictures& pictures, bool escaping) : pictures_(pictures), escaping_(escaping) {}

  Words write(const RichText& text) {
    words_.clear();
    blocks(text, "\n");
    return std::move(words_);
  }

 private:
  void plain(std::string_view text) { append(words_, Inline::Kind::kText, text); }

  void blocks(const RichText& text, std::string_view between) {
    bool first = true;
    for (const RichText::Block& block : text.blocks()) {
      if (!first) plain(between);
      first = false;
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        for (const Inline& piece : paragraph->pieces) write(piece);
      } else {
        table(std::get<TextTable>(block));
      }
    }
  }

  void table(const TextTable& table) {
    inTable_ = true;
    for (const auto& row : table.rows) {
      if (&row != &table.rows.front()) plain("\n");
      plain("|");
      for (const RichText& cell : row) {
        plain(" ");
        blocks(cell, kNextParagraph);
        plain(" |");
      }
    }
    inTable_ = false;
  }

  void write(const Inline& piece) {
    switch (piece.kind) {
      case Inline::Kind::kText:
      case Inline::Kind::kSubscript:
      case Inline::Kind::kSuperscript:
        return lines(piece);
      case Inline::Kind::kEmphasis:
        plain(kEmphasis);
        lines({Inline::Kind::kText, piece.text, {}});
        return plain(kEmphasis);
      case Inline::Kind::kBlank:
        return plain(kBlank);
      case Inline::Kind::kLineBreak:
        return lineBreak();
      case Inline::Kind::kMath: {
        std::string formula = piece.text;
        onOneLine(formula);
        return plain("$" + formula + "$");
      }
      case Inline::Kind::kImage:
        return picture(piece);
    }
  }

  void lineBreak() {
    plain(kBreak);
    if (!inTable_) plain("\n");
  }

  // The ends of lines within words become line breaks.
  void lines(const Inline& piece) {
    std::string_view rest = piece.text;
    for (;;) {
      const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
      const std::string_view line = rest.substr(0, end);
      append(words_, piece.kind,
             escaping_ && piece.kind == Inline::Kind::kText ? escaped(line) : std::string(line));
      if (end == rest.size()) return;
      lineBreak();
      rest.remove_prefix(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1));
    }
  }

  static std::string escaped(std::string_view line) {
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (markAt(line.substr(at)) > 0) text += '\\';
      text += line[at];
    }
    return text;
  }

  void picture(const Inline& piece) {
    std::string words = piece.text;
    onOneLine(words);
    const std::string held = pictures_.heldAs ? pictures_.heldAs(piece.target) : std::string();
    if (held.empty()) return plain("［图：" + words + "］");
    auto& names = pictures_.names;
    const auto known = std::ranges::find(names, held);
    const auto number = std::distance(names.begin(), known) + 1;
    if (known == names.end()) names.push_back(held);
    plain(std::string(kPicture) + std::to_string(number) + (words.empty() ? "" : "：") + words + "]");
  }

  RowPictures& pictures_;
  bool escaping_;
  bool inTable_ = false;
  Words words_;
};

/// Takes a cell apart.
class CellReader {
 public:
  explicit CellReader(const std::vector<std::string>& pictures) : pictures_(pictures) {}

  RichText read(const Words& words) {
    std::vector<RichText::Block> blocks;
    TextTable table;
    const auto endTable = [&] {
      if (!table.rows.empty()) blocks.emplace_back(std::exchange(table, {}));
    };
    for (const Words& line : parted(words, "\n")) {
      if (isRow(line)) {
        table.rows.push_back(row(line));
        continue;
      }
      endTable();
      blocks.emplace_back(paragraph(line));
    }
    endTable();
    return RichText(std::move(blocks));
  }

 private:
  // Stretches apart by an unescaped mark outside of formulas; a line break hides the end of the line.
  static std::vector<Words> parted(const Words& words, std::string_view mark) {
    std::vector<Words> parts;
    if (words.empty()) return parts;
    parts.emplace_back();
    for (const Inline& run : words) {
      if (run.kind != Inline::Kind::kText) {
        append(parts.back(), run.kind, run.text);
        continue;
      }
      std::size_t from = 0;
      const std::string stops = std::string("\\$\xE2") + mark.front();
      for (std::size_t at = 0; at < run.text.size();) {
        at = std::min(run.text.find_first_of(stops, at), run.text.size());
        if (at == run.text.size()) break;
        const std::string_view rest = std::string_view(run.text).substr(at);
        if (rest.starts_with(mark)) {
          append(parts.back(), run.kind, std::string_view(run.text).substr(from, at - from));
          parts.emplace_back();
          at += mark.size();
          from = at;
        } else {
          at += stepOver(rest);
        }
      }
      append(parts.back(), run.kind, std::string_view(run.text).substr(from));
    }
    return parts;
  }

  static std::size_t stepOver(std::string_view rest) {
    if (rest.front() == '\\') return 1 + std::max<std::size_t>(markAt(rest.substr(1)), 0);
    if (rest.starts_with(kBreak))
      return kBreak.size() + (rest.substr(kBreak.size()).starts_with("\n") ? 1 : 0);
    if (rest.front() == '$') return std::max<std::size_t>(formula(rest), 1);
    return 1;
  }

  // Length of "$...$" at the beginning; 0 where there is none.
  static std::size_t formula(std::string_view rest) {
    if (rest.size() < 3 || rest[1] == ' ' || rest[1] == '$') return 0;
    for (std::size_t at = 1; at < rest.size() && rest[at] != '\n'; ++at) {
      if (rest[at] == '\\') {
        ++at;
      } else if (rest[at] == '$') {
        return rest[at - 1] == ' ' && (at < 2 || rest[at - 2] != '\\') ? 0 : at + 1;
      }
    }
    return 0;
  }

  static bool isRow(const Words& line) {
    constexpr std::string_view kEdge = "|";
    if (line.empty() || line.front().kind != Inline::Kind::kText || line.back().kind != Inline::Kind::kText)
      return false;
    const std::string& last = line.back().text;
    const bool opens = line.front().text.starts_with(kEdge);
    return opens && last.ends_with(kEdge) && !last.ends_with("\\|") && plainWords(line) != kEdge;
  }

  std::vector<RichText> row(const Words& line) const {
    std::vector<RichText> cells;
    std::vector<Words> parts = parted(line, "|");
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
      Words& cell = parts[i];
      if (!cell.empty() && cell.front().text.starts_with(" ")) cell.front().text.erase(0, 1);
      if (!cell.empty() && cell.back().text.ends_with(" ")) cell.back().text.pop_back();
      std::erase_if(cell, [](const Inline& run) { return run.text.empty(); });
      std::vector<RichText::Block> blocks;
      for (const Words& one : parted(cell, kNextParagraph)) blocks.emplace_back(paragraph(one));
      cells.emplace_back(std::move(blocks));
    }
    return cells;
  }

  Paragraph paragraph(const Words& line) const {
    Paragraph result;
    for (const Inline& run : line) {
      if (run.kind == Inline::Kind::kText) {
        inlines(run.text, result.pieces);
      } else {
        append(result.pieces, run.kind, run.text);
      }
    }
    return result;
  }

  void inlines(std::string_view text, Words& pieces) const {
    while (!text.empty()) {
      const std::size_t plain = std::min(text.find_first_of(kMarkBytes), text.size());
      append(pieces, Inline::Kind::kText, text.substr(0, plain));
      text.remove_prefix(plain);
      if (text.empty()) return;
      if (text.front() == '\\' && markAt(text.substr(1)) > 0) {
        const std::size_t length = markAt(text.substr(1));
        append(pieces, Inline::Kind::kText, text.substr(1, length));
        text.remove_prefix(1 + length);
        continue;
      }
      std::optional<Inline> piece;
      const std::size_t length = markedPiece(text, piece);
      if (length == 0) {
        append(pieces, Inline::Kind::kText, text.substr(0, 1));
        text.remove_prefix(1);
        continue;
      }
      const bool script =
          piece->kind == Inline::Kind::kSubscript || piece->kind == Inline::Kind::kSuperscript;
      if (script || piece->kind == Inline::Kind::kEmphasis) {
        append(pieces, piece->kind, piece->text);
      } else {
        pieces.push_back(std::move(*piece));
      }
      text.remove_prefix(length);
    }
  }

  // What is marked at the beginning, and how long it is; 0 where there is no mark.
  std::size_t markedPiece(std::string_view text, std::optional<Inline>& piece) const {
    if (const std::size_t length = written::blankAt(text)) {
      piece = {Inline::Kind::kBlank, {}, {}};
      return length;
    }
    if (text.starts_with(kBreak)) {
      piece = {Inline::Kind::kLineBreak, {}, {}};
      return kBreak.size() + (text.substr(kBreak.size()).starts_with("\n") ? 1 : 0);
    }
    if (text.front() == '$') {
      const std::size_t length = formula(text);
      if (length > 0) piece = {Inline::Kind::kMath, std::string(text.substr(1, length - 2)), {}};
      return length;
    }
    if (text.starts_with(kEmphasis)) return emphasis(text, piece);
    if (text.starts_with("_{") || text.starts_with("^{")) {
      const std::size_t end = text.find('}');
      if (end == std::string_view::npos || end == 2) return 0;
      piece = {text.front() == '_' ? Inline::Kind::kSubscript : Inline::Kind::kSuperscript,
               std::string(text.substr(2, end - 2)),
               {}};
      return end + 1;
    }
    return text.starts_with(kPicture) ? picture(text, piece) : 0;
  }

  static std::size_t emphasis(std::string_view text, std::optional<Inline>& piece) {
    std::string inside;
    for (std::size_t at = kEmphasis.size(); at < text.size();) {
      const std::string_view rest = text.substr(at);
      if (rest.starts_with(kEmphasis)) {
        if (inside.empty()) return 0;
        piece = {Inline::Kind::kEmphasis, std::move(inside), {}};
        return at + kEmphasis.size();
      }
      if (rest.front() == '\n' || rest.starts_with(kBreak)) return 0;
      const std::size_t mark = rest.front() == '\\' ? markAt(rest.substr(1)) : 0;
      if (mark > 0) {
        inside += rest.substr(1, mark);
        at += 1 + mark;
      } else {
        inside += rest.front();
        ++at;
      }
    }
    return 0;
  }

  std::size_t picture(std::string_view text, std::optional<Inline>& piece) const {
    std::size_t number = 0;
    const char* from = text.data() + kPicture.size();
    const auto [end, error] = std::from_chars(from, text.data() + text.size(), number);
    if (error != std::errc() || number == 0 || number > pictures_.size()) return 0;
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    std::string words;
    constexpr std::string_view kColon = "：";
    if (rest.starts_with(kColon)) {
      const std::size_t close = rest.find(']');
      if (close == std::string_view::npos) return 0;
      words = rest.substr(kColon.size(), close - kColon.size());
      rest.remove_prefix(close);
    }
    if (!rest.starts_with("]")) return 0;
    piece = {Inline::Kind::kImage, std::move(words), pictures_[number - 1]};
    return text.size() - rest.size() + 1;
  }

  const std::vector<std::string>& pictures_;
};

// Excel has no cell of which all words are raised but as a look of the cell.
void settleScripts(Words& words) {
  if (words.size() != 1 || words.front().kind == Inline::Kind::kText) return;
  Inline& run = words.front();
  run.text = (run.kind == Inline::Kind::kSubscript ? "_{" : "^{") + run.text + "}";
  run.kind = Inline::Kind::kText;
}

}  // namespace

Words wordsOf(const RichText& text, RowPictures& pictures) {
  Words words = CellWriter(pictures, false).write(text);
  settleScripts(words);
  if (textOf(words, pictures.names) == text) return words;
  Words careful = CellWriter(pictures, true).write(text);
  settleScripts(careful);
  return careful;
}

RichText textOf(const Words& words, const std::vector<std::string>& pictures) {
  return CellReader(pictures).read(words);
}

std::string plainWords(const Words& words) {
  std::string text;
  for (const Inline& run : words) text += run.text;
  return text;
}

bool cutToCell(Words& words) {
  constexpr std::size_t kMost = 32'767;
  std::size_t units = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string& text = words[i].text;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (!beginsCharacter(text[at])) continue;
      units += byte >= 0xF0U ? 2 : 1;
      if (units <= kMost) continue;
      text.resize(at);
      words.resize(text.empty() ? i : i + 1);
      return true;
    }
  }
  return false;
}

}  // namespace tiku::formats::itemsheet
