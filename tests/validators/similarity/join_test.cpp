// The obvious way to find all pairs that are alike, and the join beside it.
#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "tests/validators/similarity/made_up.h"
#include "validators/similarity/bigrams.h"
#include "validators/similarity/live_index.h"
#include "validators/similarity/self_join.h"

using namespace tiku::validators;
using tiku::formats::Id;
using tiku::tests::listOf;
using tiku::tests::MadeUp;

namespace {

std::set<Bigram> bigramSet(std::u16string_view statement) {
  std::vector<Bigram> bigrams;
  bigramsOf(statement, bigrams);
  return {bigrams.begin(), bigrams.end()};
}

std::vector<AlikePair> obviousJoin(const std::vector<std::u16string>& statements, double threshold) {
  std::vector<std::set<Bigram>> sets;
  for (const auto& statement : statements) sets.push_back(bigramSet(statement));
  std::vector<AlikePair> pairs;
  for (std::uint32_t a = 0; a < sets.size(); ++a) {
    for (std::uint32_t b = a + 1; b < sets.size(); ++b) {
      std::size_t common = 0;
      for (const Bigram bigram : sets[a]) common += sets[b].count(bigram);
      const std::size_t together = sets[a].size() + sets[b].size() - common;
      if (common == 0 || static_cast<double>(common) + 1e-9 < threshold * static_cast<double>(together))
        continue;
      pairs.push_back({a, b, static_cast<float>(common) / static_cast<float>(together)});
    }
  }
  return pairs;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> numbersOf(const std::vector<AlikePair>& pairs) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> numbers;
  for (const AlikePair& pair : pairs) numbers.emplace_back(pair.a, pair.b);
  return numbers;
}

JoinSettings settingsFor(double threshold, unsigned threads, std::function<bool(double)> progress = {}) {
  JoinSettings settings;
  settings.threshold = threshold;
  settings.threads = threads;
  settings.progress = std::move(progress);
  return settings;
}

}  // namespace

TEST_CASE("the join finds the pairs that comparing everything with everything finds, and no others",
          "[similarity][property]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    MadeUp writer(seed);
    const std::vector<std::u16string> statements = writer.statements(400);
    const StatementList list = listOf(statements);
    for (const double threshold : {0.5, 0.6, 2.0 / 3, 0.7, 0.75, 0.8, 0.9, 0.95, 1.0}) {
      INFO("seed " << seed << ", threshold " << threshold);
      const auto expected = obviousJoin(statements, threshold);
      for (const unsigned threads : {1U, 3U}) {
        const auto found = selfJoin(list, settingsFor(threshold, threads));
        REQUIRE(numbersOf(found) == numbersOf(expected));
        for (std::size_t at = 0; at < found.size(); ++at)
          REQUIRE(found[at].similarity == Approx(expected[at].similarity));
      }
    }
  }
}

TEST_CASE("of forty thousand items the join finds the pairs that asking for one item after the other finds",
          "[similarity][property]") {
  MadeUp writer(11);
  std::vector<std::u16string> statements;
  while (statements.size() < 40'000) {
    statements.push_back(writer.words(12 + statements.size() % 40));
    if (statements.size() % 5 == 0) statements.push_back(statements[statements.size() / 2] + writer.words(6));
  }
  LiveIndex index;
  for (std::size_t at = 0; at < statements.size(); ++at)
    index.put(Id::wellKnown(static_cast<unsigned>(at)), statements[at]);
  const StatementList list = listOf(statements);
  for (const double threshold : {0.6, 0.8}) {
    std::size_t expected = 0;
    for (const std::u16string& statement : statements)
      expected += index.alike(statement, threshold).size() - 1;
    const auto found = selfJoin(list, settingsFor(threshold, 2));
    CHECK(found.size() * 2 == expected);
    CHECK(found.size() > 1000);
    CHECK(std::ranges::all_of(found, [&](const AlikePair& pair) {
      return pair.a < pair.b && similarity(statements[pair.a], statements[pair.b]) + 1e-9 >= threshold;
    }));
  }
}

TEST_CASE("a long case study is compared with its copy as a one-line item is", "[similarity]") {
  MadeUp writer(7);
  std::u16string study = writer.words(900);
  std::u16string copy = study;
  copy.replace(300, 40, writer.words(40));
  const std::vector<std::u16string> statements{u"千分尺", study, u"千分尺", writer.words(900), copy, u"尺",
                                               u"",       u"尺", u""};
  const auto found = selfJoin(listOf(statements), settingsFor(0.7, 1));
  CHECK(numbersOf(found) == numbersOf(obviousJoin(statements, 0.7)));
  CHECK(numbersOf(found) == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}, {1, 4}, {5, 7}});
}

TEST_CASE("an expert who has seen enough stops the search", "[similarity]") {
  MadeUp writer(3);
  const StatementList list = listOf(writer.statements(20000));
  double last = 0;
  int told = 0;
  CHECK_THROWS_AS(selfJoin(list, settingsFor(0.7, 2,
                                             [&](double done) {
                                               last = done;
                                               return ++told < 3;
                                             })),
                  Cancelled);
  CHECK(told == 3);
  CHECK(last > 0);
  CHECK(last < 0.9);

  last = 0;
  CHECK_NOTHROW(selfJoin(list, settingsFor(0.7, 2, [&](double done) {
                           CHECK(done >= last);
                           last = done;
                           return true;
                         })));
  CHECK(last > 0.9);
  CHECK_THROWS_AS(selfJoin(list, settingsFor(0.1, 1)), std::invalid_argument);
}

TEST_CASE("thousands of copies of one item end the search with a clear limit, not with the memory",
          "[similarity]") {
  MadeUp writer(5);
  const std::vector<std::u16string> copies(9000, writer.words(30));
  const StatementList list = listOf(copies);
  JoinSettings settings = settingsFor(0.9, 2);
  settings.limit = 100'000;
  CHECK_THROWS_AS(selfJoin(list, settings), TooManyPairs);

  const StatementList fewer = listOf(std::vector<std::u16string>(300, copies.front()));
  settings.limit = 300 * 299 / 2;
  CHECK(selfJoin(fewer, settings).size() == settings.limit);
  settings.limit -= 1;
  CHECK_THROWS_AS(selfJoin(fewer, settings), TooManyPairs);
}
