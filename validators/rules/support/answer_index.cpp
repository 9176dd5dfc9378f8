#include "validators/rules/support/answer_index.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "formats/base/fold.h"
#include "formats/base/utf8.h"
#include "validators/rules/support/stems.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr std::size_t kRun = 4;     ///< Characters in a hashed run.
constexpr std::size_t kWindow = 5;  ///< Neighbouring runs of which one is kept.
constexpr int kContext = 12;        ///< Characters on one side of the key.
constexpr int kLeastContext = 8;
constexpr int kSideContext = 6;  ///< On both sides.
constexpr int kLeastKey = 2;
/// Between two pieces of a stem where a blank stood: no phrase has it.
constexpr char kBreak = '\x01';

/// The run of characters that begins at each character of the text, hashed.
std::vector<std::uint32_t> runsOf(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += characterLength(text, at)) starts.push_back(at);
  starts.push_back(text.size());
  std::vector<std::uint32_t> runs;
  for (std::size_t i = 0; i + kRun < starts.size(); ++i) {
    std::uint32_t hash = 2'166'136'261U;
    for (std::size_t at = starts[i]; at < starts[i + kRun]; ++at) {
      hash = (hash ^ static_cast<unsigned char>(text[at])) * 16'777'619U;
    }
    runs.push_back(hash ^ (hash >> 15U));
  }
  return runs;
}

/// The least of every window, each once.
std::vector<std::uint32_t> winnowed(std::string_view text) {
  const std::vector<std::uint32_t> runs = runsOf(text);
  std::vector<std::uint32_t> kept;
  for (std::size_t i = 0; i + kWindow <= runs.size(); ++i) {
    const std::uint32_t least = *std::min_element(runs.begin() + static_cast<std::ptrdiff_t>(i),
                                                  runs.begin() + static_cast<std::ptrdiff_t>(i + kWindow));
    if (kept.empty() || kept.back() != least) kept.push_back(least);
  }
  std::ranges::sort(kept);
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

/// From the last end of a sentence on.
std::string_view sentenceBefore(std::string_view text) {
  for (const std::string_view end : {"。", "？", "！", "；", "\n"}) {
    const std::size_t at = text.rfind(end);
    if (at != text.npos) text.remove_prefix(at + end.size());
  }
  return text;
}

std::string_view sentenceAfter(std::string_view text) {
  for (const std::string_view end : {"。", "？", "！", "；", "\n"}) text = text.substr(0, text.find(end));
  return text;
}

std::string folded(std::string_view text) {
  return trimmed(text).empty() ? std::string() : foldWords(text);
}

/// The words in which the answer would be told.
std::vector<std::string> phrasesAround(std::string_view before, std::string_view key,
                                       std::string_view after) {
  const std::string left = folded(sentenceBefore(before));
  const std::string right = folded(sentenceAfter(after));
  const std::string middle = folded(key);
  std::vector<std::string> phrases;
  if (characterCount(middle) < kLeastKey) return phrases;
  const std::string_view farLeft = lastCharacters(left, kContext);
  const std::string_view farRight = firstCharacters(right, kContext);
  const std::string_view nearLeft = lastCharacters(left, kSideContext);
  const std::string_view nearRight = firstCharacters(right, kSideContext);
  if (characterCount(farLeft) >= kLeastContext) phrases.push_back(std::string(farLeft) + middle);
  if (characterCount(farRight) >= kLeastContext) phrases.push_back(middle + std::string(farRight));
  if (characterCount(nearLeft) == kSideContext && characterCount(nearRight) == kSideContext) {
    phrases.push_back(std::string(nearLeft) + middle + std::string(nearRight));
  }
  return phrases;
}

/// The stem with its blanks broken out.
std::string statedBy(const TheoryItem& item, std::string_view stem, const std::vector<Span>& blanks) {
  if (item.type == ItemType::kTrueFalse) {
    const auto* key = std::get_if<JudgementKey>(&item.key);
    if (key == nullptr || !key->correct) return {};
  }
  std::string stated;
  std::size_t from = 0;
  for (const Span& blank : blanks) {
    stated += folded(stem.substr(from, blank.from - from)) + kBreak;
    from = blank.end();
  }
  return stated + folded(stem.substr(from));
}

/// The words of the one right option; empty when there is not just one, or when it is a picture.
std::string rightOption(const TheoryItem& item) {
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  if (item.type != ItemType::kSingleChoice || key == nullptr || key->options.size() != 1) return {};
  const int position = key->options.front();
  if (position < 0 || position >= static_cast<int>(item.options.size())) return {};
  const RichText& option = item.options[static_cast<std::size_t>(position)];
  return option.images().empty() ? option.str() : std::string();
}

void sortOnce(std::vector<Id>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

AnswerIndex::Entry AnswerIndex::entryOf(const TheoryItem& item) {
  const std::string stem = item.stem.str();
  const std::vector<Span> blanks = blanksIn(stem);
  Entry entry;
  entry.stem = textOf(statedBy(item, stem, blanks));
  const std::string_view words = stem;
  std::vector<std::string> phrases;
  if (const std::string right = rightOption(item);
      !right.empty() && blanks.size() == 1 && !negativeDemand(stem)) {
    entry.answer = right;
    phrases = phrasesAround(words.substr(0, blanks[0].from), right, words.substr(blanks[0].end()));
  } else if (const auto* fillIn = std::get_if<FillInKey>(&item.key);
             fillIn != nullptr && item.type == ItemType::kFillIn && fillIn->blanks.size() == blanks.size()) {
    for (std::size_t i = 0; i < blanks.size(); ++i) {
      if (fillIn->blanks[i].empty()) continue;
      const std::size_t from = i == 0 ? 0 : blanks[i - 1].end();
      const std::size_t end = i + 1 == blanks.size() ? words.size() : blanks[i + 1].from;
      const std::string& answer = fillIn->blanks[i].front();
      for (std::string& phrase : phrasesAround(words.substr(from, blanks[i].from - from), answer,
                                               words.substr(blanks[i].end(), end - blanks[i].end()))) {
        phrases.push_back(std::move(phrase));
      }
      entry.answer += (entry.answer.empty() ? "" : "、") + answer;
    }
  }
  for (std::string& phrase : phrases) entry.phrases.push_back({textOf(std::move(phrase)), 0});
  return entry;
}

AnswerIndex::Text AnswerIndex::textOf(std::string words) {
  std::vector<Gram> grams = winnowed(words);
  return {std::move(words), std::move(grams)};
}

bool AnswerIndex::Text::holds(const Text& phrase) const {
  return std::ranges::includes(grams, phrase.grams) && words.find(phrase.words) != std::string::npos;
}

void AnswerIndex::put(const TheoryItem& item) {
  remove(item.id);
  Entry& entry = entries_.emplace(item.id, entryOf(item)).first->second;
  for (const Gram gram : entry.stem.grams) stems_[gram].push_back(item.id);
  for (Phrase& phrase : entry.phrases) {
    phrase.entered =
        std::ranges::min(phrase.text.grams, {}, [this](Gram gram) { return phrases_[gram].size(); });
    phrases_[phrase.entered].push_back({item.id, &phrase});
  }
}

void AnswerIndex::remove(Id item) {
  const auto found = entries_.find(item);
  if (found == entries_.end()) return;
  for (const Gram gram : found->second.stem.grams) std::erase(stems_[gram], item);
  for (const Phrase& phrase : found->second.phrases) {
    std::erase_if(phrases_[phrase.entered], [&phrase](const Kept& kept) { return kept.phrase == &phrase; });
  }
  entries_.erase(found);
}

std::vector<Id> AnswerIndex::tellersOf(Id item) const {
  static const std::vector<Id> kNone;
  std::vector<Id> tellers;
  const auto found = entries_.find(item);
  if (found == entries_.end()) return tellers;
  const auto stemsWith = [this](Gram gram) -> const std::vector<Id>& {
    const auto stems = stems_.find(gram);
    return stems == stems_.end() ? kNone : stems->second;
  };
  for (const Phrase& phrase : found->second.phrases) {
    const Gram rarest =
        std::ranges::min(phrase.text.grams, {}, [&](Gram gram) { return stemsWith(gram).size(); });
    for (const Id other : stemsWith(rarest)) {
      if (other != item && entries_.at(other).stem.holds(phrase.text)) tellers.push_back(other);
    }
  }
  sortOnce(tellers);
  return tellers;
}

std::vector<Id> AnswerIndex::toldBy(Id item) const {
  std::vector<Id> told;
  const auto found = entries_.find(item);
  if (found == entries_.end()) return told;
  const Text& stem = found->second.stem;
  for (const Gram gram : stem.grams) {
    const auto phrases = phrases_.find(gram);
    if (phrases == phrases_.end()) continue;
    for (const Kept& kept : phrases->second) {
      if (kept.item != item && stem.holds(kept.phrase->text)) told.push_back(kept.item);
    }
  }
  sortOnce(told);
  return told;
}

std::string AnswerIndex::answerOf(Id item) const {
  const auto found = entries_.find(item);
  return found == entries_.end() ? std::string() : found->second.answer;
}

}  // namespace tiku::validators
