#include "validators/rules/duplicates/same_words.h"

#include "formats/base/fold.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Words and pictures of a text. Parts are joined by a byte that folded words never hold.
constexpr char kBetweenParts = '\n';

void addText(const RichText& text, std::string& key) {
  key += foldWords(text.str());
  for (const std::string& image : text.images()) {
    key += kBetweenParts;
    key += image;
  }
}

}  // namespace

std::string sameWordsKey(const TheoryItem& item) {
  std::string key;
  addText(item.stem, key);
  if (key.empty()) return key;
  std::vector<std::string> options;
  options.reserve(item.options.size());
  for (const RichText& option : item.options) addText(option, options.emplace_back());
  std::ranges::sort(options);
  for (const std::string& option : options) {
    key += kBetweenParts;
    key += option;
  }
  return key;
}

std::string sameWordsKey(const SkillItem& item) {
  std::string key;
  addText(item.task, key);
  return key;
}

}  // namespace tiku::validators
