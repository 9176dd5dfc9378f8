#include "editor/text/page_writer.h"

#include "formats/base/utf8.h"

namespace tiku::editor {

using formats::beginsCharacter;
using formats::characterCount;
using formats::Inline;
using formats::RichText;

void PageWriter::put(std::string_view words, bool ofField) {
  page_.text_ += words;
  for (const char c : words) {
    if (!beginsCharacter(c)) continue;
    page_.spots_.push_back({ofField ? field_ : -1, at_, 1});
    at_ += ofField ? 1 : 0;
  }
}

void PageWriter::look(int from, ReadingPage::Look look) {
  if (page_.size() > from) page_.stretches_.push_back({from, page_.size() - from, look});
}

void PageWriter::add(std::string_view words) {
  put(words, false);
}

void PageWriter::add(std::string_view words, ReadingPage::Look look) {
  const int from = page_.size();
  put(words, false);
  this->look(from, look);
}

void PageWriter::line() {
  if (!page_.text_.empty() && page_.text_.back() != '\n') add("\n");
}

void PageWriter::gap() {
  line();
  if (!page_.text_.empty() && !page_.text_.ends_with("\n\n")) add("\n");
}

void PageWriter::begin(const std::string& name, const std::string& word) {
  field_ = static_cast<int>(page_.fields_.size());
  at_ = 0;
  page_.fields_.push_back({name, word, page_.size(), 0});
}

void PageWriter::end() {
  ReadingPage::FieldAt& field = page_.fields_.back();
  field.length = page_.size() - field.from;
  field_ = -1;
}

void PageWriter::words(std::string_view words) {
  put(words, true);
}

void PageWriter::instead(std::string_view shown, int characters) {
  const int first = at_;
  const std::size_t from = page_.spots_.size();
  put(shown, true);
  // Whoever marks any of it marks all of it.
  for (std::size_t i = from; i < page_.spots_.size(); ++i) page_.spots_[i] = {field_, first, characters};
  at_ = first + characters;
}

void PageWriter::field(const std::string& name, const std::string& word, const std::string& words) {
  begin(name, word);
  put(words, true);
  end();
}

void PageWriter::field(const std::string& name, const std::string& word, const RichText& words) {
  begin(name, word);
  rich(words);
  end();
}

void PageWriter::rich(const RichText& text) {
  for (const RichText::Block& block : text.blocks()) {
    if (&block != &text.blocks().front()) put("\n", true);
    if (const auto* paragraph = std::get_if<formats::Paragraph>(&block)) {
      for (const Inline& one : paragraph->pieces) piece(one);
      continue;
    }
    const auto& rows = std::get<formats::TextTable>(block).rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r > 0) put("\n", true);
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        if (c > 0) instead("　│　", 1);
        rich(rows[r][c]);
      }
    }
  }
}

void PageWriter::piece(const Inline& piece) {
  using Look = ReadingPage::Look;
  const int from = page_.size();
  switch (piece.kind) {
    case Inline::Kind::kText:
      put(piece.text, true);
      return;
    case Inline::Kind::kSubscript:
      put(piece.text, true);
      return look(from, Look::kSubscript);
    case Inline::Kind::kSuperscript:
      put(piece.text, true);
      return look(from, Look::kSuperscript);
    case Inline::Kind::kEmphasis:
      put(piece.text, true);
      return look(from, Look::kEmphasis);
    case Inline::Kind::kMath:
      put(piece.text, true);
      return look(from, Look::kFormula);
    case Inline::Kind::kLineBreak:
      put("\n", true);
      return;
    case Inline::Kind::kBlank:
      return instead("（　　）", characterCount(formats::kBlankText));
    case Inline::Kind::kImage:
      break;
  }
  page_.pictures_.push_back({page_.size(), piece.target});
  instead("\uFFFC", characterCount("[图]"));
  // What a reader without the picture should know.
  if (!piece.text.empty()) add("［" + piece.text + "］", Look::kQuiet);
}

}  // namespace tiku::editor
