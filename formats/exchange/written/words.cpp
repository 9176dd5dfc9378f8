#include "formats/exchange/written/words.h"

#include <algorithm>

#include "formats/base/digest.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"

namespace tiku::formats::written {
namespace {

constexpr std::string_view kNextBlank = "；";
constexpr std::string_view kMarksUnit = " 分：";
constexpr int kLetters = 26;
constexpr std::size_t kPrintDigits = 8;

std::string escaped(const std::string& answer) {
  std::string words;
  for (std::size_t at = 0; at < answer.size(); ++at) {
    const bool mark = answer[at] == '/' || answer[at] == '\\' ||
                      std::string_view(answer).substr(at).starts_with(kNextBlank);
    if (mark) words += '\\';
    words += answer[at];
  }
  return words;
}

std::string fillInWords(const FillInKey& key) {
  std::string words;
  for (std::size_t b = 0; b < key.blanks.size(); ++b) {
    if (b > 0) words += kNextBlank;
    for (std::size_t a = 0; a < key.blanks[b].size(); ++a) {
      if (a > 0) words += '/';
      words += escaped(key.blanks[b][a]);
    }
  }
  return words;
}

FillInKey fillInOf(std::string_view words) {
  FillInKey key;
  key.blanks.push_back({std::string()});
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view rest = words.substr(at);
    if (rest.starts_with(kNextBlank)) {
      key.blanks.push_back({std::string()});
      at += kNextBlank.size() - 1;
    } else if (rest.front() == '/') {
      key.blanks.back().emplace_back();
    } else if (rest.front() == '\\' && rest.size() > 1) {
      key.blanks.back().back() += words[++at];
    } else {
      key.blanks.back().back() += rest.front();
    }
  }
  return key;
}

void dump(std::string& out, std::string_view words) {
  out += words;
  out += '\x1F';
}

void dump(std::string& out, const RichText& text) {
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += "\x1EP";
      for (const Inline& piece : paragraph->pieces) {
        out += static_cast<char>('a' + static_cast<int>(piece.kind));
        dump(out, piece.text);
        dump(out, piece.target);
      }
      continue;
    }
    out += "\x1ET";
    for (const auto& row : std::get<TextTable>(block).rows) {
      out += "\x1ER";
      for (const RichText& cell : row) {
        out += "\x1E(";
        dump(out, cell);
      }
    }
    out += "\x1E)";
  }
  out += '\x1D';
}

}  // namespace

std::string keyWords(const Key& key) {
  if (const auto* choice = std::get_if<ChoiceKey>(&key)) {
    std::string letters;
    for (const int option : choice->options) {
      if (option < kLetters) letters += static_cast<char>('A' + option);
    }
    return letters;
  }
  if (const auto* judgement = std::get_if<JudgementKey>(&key)) return judgement->correct ? "正确" : "错误";
  const auto* fillIn = std::get_if<FillInKey>(&key);
  return fillIn == nullptr ? std::string() : fillInWords(*fillIn);
}

std::optional<Key> keyOf(std::string_view words, ItemType type) {
  if (hasOptions(type)) {
    const bool plain =
        !words.empty() && std::ranges::all_of(words, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!plain) {
      auto letters = optionLetters(plainText(words));
      return letters && !letters->empty() ? std::optional<Key>(ChoiceKey{std::move(*letters)}) : std::nullopt;
    }
    ChoiceKey key;
    for (const char c : words) key.options.push_back(c - 'A');
    std::ranges::sort(key.options);
    const auto twice = std::ranges::unique(key.options);
    key.options.erase(twice.begin(), twice.end());
    return key;
  }
  if (type == ItemType::kTrueFalse) {
    const auto judgement = judgementOf(plainText(words), JudgementCode::kUsual);
    return judgement ? std::optional<Key>(JudgementKey{*judgement}) : std::nullopt;
  }
  if (type == ItemType::kFillIn) return fillInOf(words);
  return std::nullopt;
}

std::optional<ItemStatus> statusOf(std::string_view words) {
  for (const ItemStatus status :
       {ItemStatus::kDraft, ItemStatus::kWritten, ItemStatus::kReviewed, ItemStatus::kRetired}) {
    if (words == itemStatusName(status)) return status;
  }
  return std::nullopt;
}

std::optional<int> scaleOf(std::string_view words) {
  constexpr char kMost = '5';
  if (words.size() != 1 || words[0] < '1' || words[0] > kMost) return std::nullopt;
  return words[0] - '0';
}

std::string scoringWords(const ScoringPoint& point) {
  return point.marks.str() + std::string(kMarksUnit) + point.text;
}

std::optional<ScoringPoint> scoringOf(std::string_view words) {
  // People write the unit without the space, and a half-width colon.
  const std::size_t end = words.find_first_not_of("0123456789.");
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const auto marks = Marks::parse(words.substr(0, end));
  std::string_view rest = words.substr(end);
  if (rest.starts_with(" ")) rest.remove_prefix(1);
  for (const std::string_view unit : {"分：", "分:"}) {
    if (marks && rest.starts_with(unit)) return ScoringPoint{*marks, std::string(rest.substr(unit.size()))};
  }
  return std::nullopt;
}

std::string printOf(const TheoryItem& item) {
  std::string all;
  dump(all, std::to_string(item.level.number()) + itemTypeLetter(item.type));
  dump(all, item.code);
  dump(all, item.point ? item.point->str() : std::string());
  dump(all, item.stem);
  for (const RichText& option : item.options) dump(all, option);
  dump(all, keyWords(item.key));
  if (const auto* reference = std::get_if<ReferenceKey>(&item.key)) dump(all, reference->answer);
  dump(all, std::to_string(item.difficulty.value_or(0)) + std::to_string(item.consistency.value_or(0)));
  dump(all, item.marks ? item.marks->str() : std::string());
  for (const ScoringPoint& point : item.scoring) dump(all, scoringWords(point));
  dump(all, item.rationale);
  dump(all, item.reference);
  dump(all, item.author ? item.author->str() : std::string());
  dump(all, itemStatusName(item.status));
  return sha256(all).substr(0, kPrintDigits);
}

std::string printOf(const ItemSet& set) {
  std::string all;
  dump(all, std::to_string(set.level.number()) + (set.kind == ItemSet::Kind::kSharedStem ? "s" : "o"));
  dump(all, set.stem);
  for (const RichText& option : set.options) dump(all, option);
  for (const Id item : set.items) dump(all, item.str());
  return sha256(all).substr(0, kPrintDigits);
}

Members membersOf(const Bank& bank, const std::vector<Id>& items) {
  Members members;
  for (const Id item : items) {
    if (const ItemSet* set = bank.setOf(item)) members[set].push_back(item);
  }
  return members;
}

}  // namespace tiku::formats::written
