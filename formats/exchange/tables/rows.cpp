#include "formats/exchange/tables/rows.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/document.h"

namespace tiku::formats::tables {
namespace {

void addOnce(std::vector<std::string>& sentences, const std::string& sentence) {
  if (std::ranges::find(sentences, sentence) == sentences.end()) sentences.push_back(sentence);
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) {
    if (!text.empty() && language() == Language::kEnglish) text += ' ';
    text += sentence;
  }
  return text;
}

}  // namespace

Rows::Rows(const Document& document) {
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
      order_.push_back(paragraphAt(paragraph->number));
      ledger_.enter(order_.back());
      continue;
    }
    const auto& table = std::get<DocTable>(block);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      order_.push_back(tableRowAt(table.number, static_cast<int>(row) + 1));
      ledger_.enter(order_.back());
    }
  }
}

void Rows::imported(const std::string& at, const std::string& what) {
  addOnce(notes_[at].imported, what);
}

void Rows::skipped(const std::string& at, const std::string& reason) {
  addOnce(notes_[at].skipped, reason);
}

void Rows::doubt(const std::string& at, const std::string& reason) {
  addOnce(notes_[at].doubts, reason);
}

std::vector<SourceVerdict> Rows::take() {
  for (const std::string& at : order_) {
    const auto found = notes_.find(at);
    if (found == notes_.end()) continue;
    const Note& note = found->second;
    if (!note.doubts.empty()) {
      ledger_.unclear(at, joined(note.doubts));
    } else if (!note.imported.empty()) {
      ledger_.imported(at, joined(note.imported));
    } else {
      ledger_.skipped(at, joined(note.skipped));
    }
  }
  return std::move(ledger_).take();
}

}  // namespace tiku::formats::tables
