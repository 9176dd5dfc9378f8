#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"

/// Pieces of texts as documents hold them.
namespace tiku::formats::written {

/// Length of the place for an answer that the text begins with; 0 where it begins with none. Brackets around
/// nothing but spaces, or three underscores and more. Half-width brackets without a space are a call: main().
std::size_t blankAt(std::string_view text);

/// The media name by which a picture reads back from a document: that of its content. Empty where the
/// document cannot show it.
using HeldAs = std::function<std::string(const std::string& media)>;

/// Of the pictures of a bank, and of those that came with a document.
HeldAs heldPictures(const Bank& bank, const std::map<std::string, std::string>* media = nullptr);

/// The paragraph as a word processor prints it: blanks as brackets or, where `line`, a line; the ends of
/// lines within words as line breaks; pictures that it cannot show as words.
Paragraph printed(const Paragraph& paragraph, const HeldAs& heldAs, bool line);
/// What reads back of a printed paragraph, its blanks still in print: formulas as Word has them, characters
/// of symbol fonts by their meaning.
Paragraph asRead(const Paragraph& printed);
/// The paragraph with its printed blanks as blanks.
Paragraph withBlanks(const Paragraph& printed);

/// Adds words of a kind, to the last piece where it is of the kind.
void append(std::vector<Inline>& pieces, Inline::Kind kind, std::string_view text);

}  // namespace tiku::formats::written
