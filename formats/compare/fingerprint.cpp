#include "formats/compare/fingerprint.h"

namespace tiku::formats::merging {

// The words first, their length behind them: so the order is that of the words.
void addFingerprint(std::string& into, const std::string& value) {
  into += value;
  into += '\0';
  into += std::to_string(value.size()) + ';';
}

void addFingerprint(std::string& into, const RichText& value) {
  addFingerprint(into, value.blocks().size());
  for (const RichText::Block& block : value.blocks()) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      into += 'p';
      addFingerprint(into, paragraph->pieces.size());
      for (const Inline& piece : paragraph->pieces) {
        addFingerprint(into, piece.kind);
        addFingerprint(into, piece.text);
        addFingerprint(into, piece.target);
      }
    } else {
      into += 't';
      addFingerprint(into, std::get<TextTable>(block).rows);
    }
  }
}

void addFingerprint(std::string& into, const Extras& value) {
  addFingerprint(into, value.attributes.size());
  for (const auto& [name, text] : value.attributes) {
    addFingerprint(into, name);
    addFingerprint(into, text);
  }
  addFingerprint(into, value.elements);
}

}  // namespace tiku::formats::merging
