#include "validators/checker/text_edit.h"

#include <algorithm>
#include <string_view>

#include "formats/base/utf8.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// A stretch of bytes of RichText::str().
struct Bytes {
  std::size_t from = 0;
  std::size_t end = 0;
};

/// The stretch that the change speaks of; nothing when other words stand there.
std::optional<Bytes> placeOf(std::string_view text, const TextChange& change) {
  const auto from = offsetOfCharacter(text, change.range.from);
  const auto end = offsetOfCharacter(text, change.range.from + change.range.length);
  if (!from || !end || *end < *from || text.substr(*from, *end - *from) != change.before) {
    return std::nullopt;
  }
  return Bytes{*from, *end};
}

/// Last change first, so that the places of the others stay true; false when two overlap.
bool sortFromTheEnd(std::vector<TextChange>& changes) {
  std::ranges::sort(changes,
                    [](const TextChange& a, const TextChange& b) { return a.range.from > b.range.from; });
  for (std::size_t i = 1; i < changes.size(); ++i) {
    if (changes[i].range.from + changes[i].range.length > changes[i - 1].range.from) return false;
  }
  return true;
}

/// Whether the piece is nothing but words, which can be cut anywhere.
bool isWords(Inline::Kind kind) {
  return kind == Inline::Kind::kText || kind == Inline::Kind::kSubscript ||
         kind == Inline::Kind::kSuperscript || kind == Inline::Kind::kEmphasis;
}

std::size_t lengthOf(const Inline& piece) {
  return RichText({Paragraph{{piece}}}).str().size();
}

void append(std::vector<Inline>& pieces, Inline piece) {
  if (isWords(piece.kind) && piece.text.empty()) return;
  const bool joins = !pieces.empty() && isWords(piece.kind) && pieces.back().kind == piece.kind;
  if (joins) {
    pieces.back().text += piece.text;
  } else {
    pieces.push_back(std::move(piece));
  }
}

/// The paragraph with the stretch of its own words replaced.
std::optional<Paragraph> replaced(const Paragraph& paragraph, Bytes where, const TextChange& change) {
  std::vector<Inline> before;
  std::vector<Inline> after;
  std::optional<Inline::Kind> kind = change.as;
  std::size_t at = 0;
  for (const Inline& piece : paragraph.pieces) {
    const std::size_t from = at;
    at += lengthOf(piece);
    if (at <= where.from) {
      before.push_back(piece);
      continue;
    }
    if (from >= where.end) {
      after.push_back(piece);
      continue;
    }
    const bool whole = where.from <= from && at <= where.end;
    if (!isWords(piece.kind) && !(whole && piece.kind == Inline::Kind::kBlank)) return std::nullopt;
    if (!kind && isWords(piece.kind)) kind = piece.kind;
    if (where.from > from) before.push_back({piece.kind, piece.text.substr(0, where.from - from), {}});
    if (at > where.end) after.push_back({piece.kind, piece.text.substr(where.end - from), {}});
  }
  // Only at the seams may pieces grow together; elsewhere they stay as the file has them.
  Paragraph made;
  made.pieces = std::move(before);
  const Inline::Kind newKind = kind.value_or(Inline::Kind::kText);
  append(made.pieces, {newKind, isWords(newKind) ? change.after : std::string(), {}});
  if (!after.empty()) {
    append(made.pieces, std::move(after.front()));
    made.pieces.insert(made.pieces.end(), after.begin() + 1, after.end());
  }
  return made;
}

/// The text with the stretch replaced.
std::optional<RichText> replaced(const RichText& text, Bytes where, const TextChange& change) {
  std::vector<RichText::Block> blocks = text.blocks();
  std::size_t at = 0;
  for (RichText::Block& block : blocks) {
    const std::size_t length = RichText({block}).str().size();
    if (where.from >= at && where.end <= at + length) {
      const Bytes inside{where.from - at, where.end - at};
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        auto made = replaced(*paragraph, inside, change);
        if (!made) return std::nullopt;
        block = std::move(*made);
        return RichText(std::move(blocks));
      }
      std::size_t cellAt = 0;
      for (auto& row : std::get<TextTable>(block).rows) {
        for (RichText& cell : row) {
          const std::size_t cellLength = cell.str().size();
          if (inside.from >= cellAt && inside.end <= cellAt + cellLength) {
            auto made = replaced(cell, {inside.from - cellAt, inside.end - cellAt}, change);
            if (!made) return std::nullopt;
            cell = std::move(*made);
            return RichText(std::move(blocks));
          }
          cellAt += cellLength + 1;
        }
        if (row.empty()) ++cellAt;
      }
      return std::nullopt;
    }
    at += length + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<RichText> withChanges(const RichText& text, std::vector<TextChange> changes) {
  if (!sortFromTheEnd(changes)) return std::nullopt;
  const std::string words = text.str();
  RichText made = text;
  for (const TextChange& change : changes) {
    if (change.as && !isWords(*change.as) && *change.as != Inline::Kind::kBlank) return std::nullopt;
    const auto where = placeOf(words, change);
    if (!where) return std::nullopt;
    auto next = replaced(made, *where, change);
    if (!next) return std::nullopt;
    made = std::move(*next);
  }
  return made;
}

std::optional<std::string> withChanges(const std::string& text, std::vector<TextChange> changes) {
  if (!sortFromTheEnd(changes)) return std::nullopt;
  std::string made = text;
  for (const TextChange& change : changes) {
    const auto where = placeOf(text, change);
    if (!where || change.as.value_or(Inline::Kind::kText) != Inline::Kind::kText) return std::nullopt;
    made.replace(where->from, where->end - where->from, change.after);
  }
  return made;
}

}  // namespace tiku::validators
