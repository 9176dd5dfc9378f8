// Terms: what is near one, what is a slip of the pen, what is another term.
#include <random>

#include <catch2/catch.hpp>

#include "validators/language/breaks.h"
#include "validators/language/characters.h"
#include "validators/language/suggestions.h"
#include "validators/language/terms/proposals.h"
#include "validators/language/terms/term_book.h"
#include "validators/language/terms/term_index.h"

using namespace tiku::formats;
using namespace tiku::validators::language;

namespace {

Terms termsOf(std::initializer_list<const char*> words) {
  Terms terms;
  for (const char* word : words) terms.terms.push_back({word, {}, {}, {}, {}});
  return terms;
}

/// "三爪自定心卡盆→三爪自定心卡盘" for every slip in the text.
std::vector<std::string> slips(const Terms& terms, std::string_view text) {
  std::vector<std::string> found;
  const std::u32string characters = decode(text);
  for (const TermBook::Slip& slip : TermBook(&terms).slipsIn(characters)) {
    found.push_back(encode(characters.substr(slip.from, slip.length)) + "→" + slip.term);
  }
  return found;
}

/// The fewest edits that turn the term into some stretch of the text: the slow, obvious way (Sellers).
int fewestEdits(std::u32string_view term, std::u32string_view text) {
  std::vector<int> row(text.size() + 1, 0);
  for (std::size_t i = 0; i < term.size(); ++i) {
    std::vector<int> next(text.size() + 1);
    next[0] = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < text.size(); ++j) {
      next[j + 1] = std::min({row[j] + (term[i] == text[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1});
    }
    row = next;
  }
  return *std::ranges::min_element(row);
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("every term that is one or two characters off in a text is found, as the slow way finds it") {
  std::mt19937 random(20260301);
  const auto upTo = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  // Few letters, so that near ones, exact ones and overlaps are common.
  const auto word = [&](int length) {
    std::u32string made;
    for (int i = 0; i < length; ++i) made += static_cast<char32_t>(U'一' + upTo(3));
    return made;
  };
  int near = 0;
  for (int round = 0; round < 4000; ++round) {
    std::vector<std::u32string> terms;
    for (int i = upTo(3); i >= 0; --i) terms.push_back(word(3 + upTo(6)));
    const std::u32string text = word(upTo(16));
    const auto found = TermIndex(terms).near(text);
    for (std::size_t t = 0; t < terms.size(); ++t) {
      const int most = TermIndex::mostOff(terms[t].size());
      const int fewest = most == 0 ? 99 : fewestEdits(terms[t], text);
      const bool isThere = std::ranges::any_of(
          found, [t](const TermIndex::Near& one) { return one.term == static_cast<int>(t); });
      INFO("term " << encode(terms[t]) << ", text " << encode(text));
      // An exact occurrence hides what overlaps it; a text may have both, so nothing is asked there.
      if (fewest == 0) continue;
      REQUIRE(isThere == (fewest <= most));
      near += isThere ? 1 : 0;
    }
    for (const TermIndex::Near& one : found) {
      const std::u32string& term = terms[static_cast<std::size_t>(one.term)];
      REQUIRE(fewestEdits(term, text.substr(one.from, one.length)) <= one.off);
      REQUIRE(one.off >= 1);
    }
  }
  CHECK(near > 500);
}

TEST_CASE("a term that was mistyped is found in running text") {
  const Terms terms = termsOf({"三爪自定心卡盘", "数控系统", "人工智能训练师", "绝缘电阻表", "液压传动系统"});
  CHECK(slips(terms, "用三爪自定心卡盆装夹工件。") == Words{"三爪自定心卡盆→三爪自定心卡盘"});
  CHECK(slips(terms, "用三爪自心卡盘装夹工件。") == Words{"三爪自心卡盘→三爪自定心卡盘"});
  CHECK(slips(terms, "用三爪自定心卡卡盘装夹工件。") == Words{"三爪自定心卡卡盘→三爪自定心卡盘"});
  CHECK(slips(terms, "绝缘电祖表的量程。") == Words{"绝缘电祖表→绝缘电阻表"});
}

TEST_CASE("other terms near a term are left alone") {
  const Terms terms = termsOf({"三爪自定心卡盘", "三相异步电动机", "并联电路", "主动齿轮", "数据库管理系统",
                               "最大工作压力", "直流电动机", "人工智能训练师"});
  for (const char* text :
       {"四爪自定心卡盘", "单相异步电动机", "三相同步电动机", "串联电路", "从动齿轮", "数据管理系统",
        "最小工作压力", "交流电动机", "人工智能训练", "人工智能的训练师", "三爪自定心卡盘的使用"}) {
    INFO(text);
    CHECK(slips(terms, text).empty());
  }
}

TEST_CASE("a banned word is found, but not inside a term") {
  Terms terms = termsOf({"三爪自定心卡盘"});
  terms.terms.push_back(
      {"绝缘电阻表", {}, "GB/T 2900 的名称", {{TermVariant::Use::kBanned, "摇表", {}}}, {}});
  terms.terms.push_back({"夹头", {}, {}, {{TermVariant::Use::kBanned, "卡盘", {}}}, {}});
  const TermBook book(&terms);
  const auto banned = book.bannedIn(U"用摇表测量三爪自定心卡盘和卡盘");
  REQUIRE(banned.size() == 2);
  CHECK(banned[0].from == 1);
  CHECK(banned[0].preferred == "绝缘电阻表");
  CHECK(banned[0].note == "GB/T 2900 的名称");
  CHECK(banned[1].from == 13);
}

TEST_CASE("terms are found whole before the general words around them") {
  WordTrie terms;
  terms.add(U"三爪自定心卡盘", 7);
  const std::u32string text = U"车床的三爪自定心卡盘，CNC e-mail。";
  std::vector<std::string> words;
  for (const Word& word : wordsOf(text, &terms)) {
    words.push_back(encode(std::u32string_view(text).substr(word.from, word.length)) +
                    (word.kind == Word::Kind::kTerm    ? "/term"
                     : word.kind == Word::Kind::kHan   ? "/han"
                     : word.kind == Word::Kind::kLatin ? "/latin"
                                                       : "/other"));
  }
  CHECK(words == Words{"车床/han", "的/han", "三爪自定心卡盘/term", "CNC/latin", "e/latin", "mail/latin"});
  CHECK(soundAlike(U'实', U'识'));
  CHECK_FALSE(soundAlike(U'盘', U'盆'));
  CHECK_FALSE(soundAlike(U'实', U'实'));
}

TEST_CASE("terms are proposed from the standard and the element tables, by how often items use them") {
  Blueprint blueprint(*Level::of(3));
  Scope scope;
  scope.id = Id::random();
  scope.name = "工件装夹";
  const auto addPoint = [&scope](const char* name) {
    Point point;
    point.id = Id::random();
    point.name = name;
    scope.points.push_back(point);
  };
  addPoint("三爪自定心卡盘的使用方法");
  addPoint("刀具补偿与对刀仪的概念");
  addPoint("游标卡尺的读数");
  blueprint.theory.tops.push_back({Part::kWork, scope});
  BankInfo info;
  Bank bank(info);
  Edit edit;
  edit.put(blueprint).put(termsOf({"游标卡尺"}));
  for (const char* stem :
       {"三爪自定心卡盘能自动定心。", "三爪自定心卡盘装夹轴类工件。", "对刀仪用来对刀。"}) {
    TheoryItem item(Id::random(), *Level::of(3), ItemType::kTrueFalse);
    item.stem = RichText::plain(stem);
    edit.put(item);
  }
  bank.apply(edit);
  const auto proposals = proposeTerms(bank);
  REQUIRE(proposals.size() == 2);
  CHECK(proposals[0].word == "三爪自定心卡盘");
  CHECK(proposals[0].uses == 2);
  CHECK(proposals[0].source == "三级考评点「三爪自定心卡盘的使用方法」");
  CHECK(proposals[1].word == "对刀仪");
  const Terms terms = withProposals(bank, proposals);
  CHECK(terms.terms.size() == 3);
  CHECK(suggestionsFor("三爪自定心卡盆", &terms).words == Words{"三爪自定心卡盘"});
  CHECK(suggestionsFor("三爪自定心卡盘", &terms).known);
  CHECK(suggestionsFor("座标系", &terms).words == Words{"坐标系"});
}
