#include "formats/exchange/sheets/understanding.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats::sheets {

std::string Understanding::settle(const std::string& key, const std::string& inferred,
                                  std::vector<ReadingChoice> choices) {
  ReadingLine line{key, inferred, {}, {}, std::move(choices), false};
  if (const auto said = said_.find(key); said != said_.end()) {
    const auto& known = line.choices;
    if (std::ranges::find(known, said->second, &ReadingChoice::value) == known.end()) {
      std::string values;
      for (const ReadingChoice& choice : known) {
        values += values.empty() ? "" : translate("、");
        values += choice.value + "（" + choice.words + "）";
      }
      throw FormatError(
          ErrorCode::kUsage, say("“{key}”不能更正为“{value}”。", "key"_a = key, "value"_a = said->second), {},
          known.empty() ? say("这一项没有别的读法。") : say("可以选：{choices}。", "choices"_a = values));
    }
    line.value = said->second;
    line.corrected = true;
    used_.insert(key);
  }
  const std::string value = line.value;
  const auto [place, isNew] = index_.emplace(key, lines_.size());
  if (isNew) {
    lines_.push_back(std::move(line));
  } else {
    lines_[place->second] = std::move(line);
  }
  return value;
}

void Understanding::tell(const std::string& key, std::string words, std::string evidence) {
  ReadingLine& line = lines_.at(index_.at(key));
  line.words = std::move(words);
  line.evidence = std::move(evidence);
}

void Understanding::change(const std::string& key, const std::string& value) {
  lines_.at(index_.at(key)).value = value;
}

std::vector<std::string> Understanding::saidKeys(const std::string& prefix) const {
  std::vector<std::string> keys;
  for (const auto& [key, value] : said_) {
    if (key.starts_with(prefix)) keys.push_back(key);
  }
  return keys;
}

void Understanding::forget(const std::string& key) {
  if (!isSaid(key)) tell(key, {});
}

void Understanding::passOver(const Sheet& sheet) {
  const std::string name = unitName(sheet);
  for (const auto& [key, value] : said_) {
    const std::size_t colon = key.find(':');
    if (colon == std::string::npos) continue;
    const std::string_view rest = std::string_view(key).substr(colon + 1);
    if (rest == name || rest.starts_with(name + "!") || rest.starts_with(name + ":")) used_.insert(key);
  }
}

std::vector<ReadingLine> Understanding::take() && {
  std::erase_if(lines_, [](const ReadingLine& line) { return line.words.empty(); });
  for (const auto& [key, value] : said_) {
    if (used_.contains(key)) continue;
    std::string keys;
    for (const ReadingLine& line : lines_) {
      if (!line.choices.empty()) keys += (keys.empty() ? "" : translate("、")) + line.key;
    }
    throw FormatError(ErrorCode::kUsage, say("这个文件的读法里没有“{key}”这一项。", "key"_a = key), {},
                      say("可以更正的有：{keys}。", "keys"_a = keys));
  }
  return std::move(lines_);
}

std::string sheetKey(const Sheet& sheet) {
  return "sheet:" + unitName(sheet);
}

std::string headKey(const Sheet& sheet) {
  return "head:" + unitName(sheet);
}

std::string laterHeadKey(const Sheet& sheet, int row) {
  return "table:" + rowName(sheet, row);
}

std::string columnKey(const Sheet& sheet, int column, int headRow, bool first) {
  return "column:" + (first ? unitName(sheet) + "!" + columnName(column) : cellName(sheet, headRow, column));
}

std::string typeKey(const Sheet& sheet) {
  return "type:" + unitName(sheet);
}

std::string sectionKey(const Sheet& sheet, int row) {
  return "section:" + rowName(sheet, row);
}

std::string codeKey(const Sheet& sheet, const std::string& code) {
  return "type-code:" + unitName(sheet) + ":" + code;
}

std::string answersKey(const Sheet& sheet) {
  return "answers:" + unitName(sheet);
}

std::string levelKey(const Sheet& sheet) {
  return "level:" + unitName(sheet);
}

}  // namespace tiku::formats::sheets
