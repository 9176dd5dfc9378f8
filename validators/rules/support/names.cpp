#include "validators/rules/support/names.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

std::string itemName(const TheoryItem& item) {
  const std::string words = excerpt(item.stem.str());
  return item.code.empty() ? say("{level}{type}“{words}”", "level"_a = levelWord(item.level),
                                 "type"_a = typeWord(item.type), "words"_a = words)
                           : say("{level}{type} {code}“{words}”", "level"_a = levelWord(item.level),
                                 "type"_a = typeWord(item.type), "code"_a = item.code, "words"_a = words);
}

std::string itemName(const SkillItem& item) {
  if (!item.title.empty()) {
    return say("{level}操作题《{title}》", "level"_a = levelWord(item.level),
               "title"_a = excerpt(item.title));
  }
  return say("{level}操作题“{code}”", "level"_a = levelWord(item.level),
             "code"_a = item.code.empty() ? item.id.str() : item.code);
}

std::string setName(const ItemSet& set) {
  const std::string words =
      set.stem.empty() && !set.options.empty() ? set.options.front().str() : set.stem.str();
  return say("{level}题组“{words}”", "level"_a = levelWord(set.level),
             "words"_a = words.empty() ? set.id.str() : excerpt(words));
}

std::string paperName(const Paper& paper) {
  const std::string& name = paper.number.empty() ? paper.title : paper.number;
  const std::string shown = name.empty() ? paper.id.str() : excerpt(name);
  return paper.kind == Paper::Kind::kTheory
             ? say("{level}理论试卷“{name}”", "level"_a = levelWord(paper.level), "name"_a = shown)
             : say("{level}操作试卷“{name}”", "level"_a = levelWord(paper.level), "name"_a = shown);
}

std::string excerpt(const std::string& text, int characters) {
  std::string line;
  int count = 0;
  for (std::size_t at = 0; at < text.size(); at += characterLength(text, at)) {
    if (count++ == characters) return line + "…";
    const std::size_t length = characterLength(text, at);
    const char c = text[at];
    if (c == '\n' || c == '\t' || c == '\r') {
      line += ' ';
    } else {
      line.append(text, at, length);
    }
  }
  return line;
}

std::string optionLetter(int position) {
  return position >= 0 && position < 26 ? std::string(1, static_cast<char>('A' + position))
                                        : std::to_string(position + 1);
}

}  // namespace tiku::validators
