// The index of answers against the obvious way: every phrase looked for in every stem.
#include "validators/rules/support/answer_index.h"

#include <random>

#include <catch2/catch.hpp>

#include "formats/base/fold.h"
#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// Sentences of a small vocabulary, so that they meet.
struct Writer {
  std::mt19937 random;
  std::string words(int count) {
    static const std::vector<std::string> kWords{"游标", "卡尺", "使用", "以后",
                                                 "应当", "擦净", "涂油", "放回"};
    std::string text;
    for (; count > 0; --count) text += kWords[random() % kWords.size()];
    return text;
  }
  TheoryItem item() {
    if (random() % 2 == 0) return judgement(words(10), random() % 4 != 0);
    return choice(words(5) + "（　）" + words(5) + "。", {words(1), words(1) + "一", words(1) + "二"}, "A");
  }
};

/// Whether the stem of `teller` states what `asked` asks for: its key within the eight to twelve characters
/// before or behind the blank, or six on either side.
bool tells(const TheoryItem& teller, const TheoryItem& asked) {
  const auto* judged = std::get_if<JudgementKey>(&teller.key);
  if (asked.type != ItemType::kSingleChoice || (judged != nullptr && !judged->correct)) return false;
  const std::string stem = asked.stem.str();
  const std::size_t blank = stem.find("（　）");
  const std::string left = foldWords(stem.substr(0, blank));
  const std::string right = foldWords(stem.substr(blank + 9));
  const std::string key = foldWords(asked.options[0].str());
  const std::string stated = teller.stem.str();
  const std::size_t gap = stated.find("（　）");
  for (const std::string& part : gap == std::string::npos ? std::vector{foldWords(stated)}
                                                          : std::vector{foldWords(stated.substr(0, gap)),
                                                                        foldWords(stated.substr(gap + 9))}) {
    const auto has = [&part](const std::string& phrase) { return part.find(phrase) != std::string::npos; };
    const std::size_t from = left.size() > 36 ? left.size() - 36 : 0;
    if (left.size() >= 24 && has(left.substr(from) + key)) return true;
    if (right.size() >= 24 && has(key + right.substr(0, 36))) return true;
    if (left.size() >= 18 && right.size() >= 18 &&
        has(left.substr(left.size() - 18) + key + right.substr(0, 18)))
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the index of answers finds what comparing every two items finds, also after changes") {
  Writer writer{std::mt19937(5)};
  std::vector<TheoryItem> items;
  AnswerIndex index;
  int told = 0;
  for (int round = 0; round < 60; ++round) {
    for (int i = 0; i < 4; ++i) {
      items.push_back(writer.item());
      index.put(items.back());
    }
    TheoryItem& changed = items[writer.random() % items.size()];
    const Id id = changed.id;
    changed = writer.item();
    changed.id = id;
    index.put(changed);
    if (round % 3 == 0) {
      index.remove(items.front().id);
      items.erase(items.begin());
    }
    // A stem that states the first item's answer in so many words, now and then.
    const std::string stem = items.front().stem.str();
    if (const std::size_t blank = stem.find("（　）"); blank != std::string::npos && round % 2 == 0) {
      items.push_back(judgement("按规程，" + stem.substr(0, blank) + items.front().options[0].str() + "。"));
      index.put(items.back());
    }
    for (const TheoryItem& asked : items) {
      std::vector<Id> expected;
      for (const TheoryItem& teller : items) {
        if (teller.id != asked.id && tells(teller, asked)) expected.push_back(teller.id);
      }
      std::ranges::sort(expected);
      told += static_cast<int>(expected.size());
      REQUIRE(index.tellersOf(asked.id) == expected);
      for (const Id teller : expected) {
        const std::vector<Id> others = index.toldBy(teller);
        REQUIRE(std::ranges::find(others, asked.id) != others.end());
      }
    }
  }
  CHECK(told > 20);
}
