#include "validators/similarity/live_index.h"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "tests/validators/similarity/made_up.h"
#include "validators/similarity/bigrams.h"

using namespace tiku::validators;
using tiku::formats::Id;
using tiku::tests::MadeUp;

namespace {

Id numbered(std::size_t number) {
  return Id::wellKnown(static_cast<unsigned>(1000 + number));
}

std::vector<LiveIndex::Match> obvious(const std::map<Id, std::u16string>& bank, std::u16string_view text,
                                      double threshold) {
  std::vector<LiveIndex::Match> matches;
  for (const auto& [id, statement] : bank) {
    const double found = similarity(text, statement);
    if (found > 0 && found + 1e-9 >= threshold) matches.push_back({id, found});
  }
  std::ranges::sort(matches, [](const auto& a, const auto& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.id < b.id;
  });
  return matches;
}

/// The share of the text's bigrams that the statement has.
double shareOf(std::u16string_view text, std::u16string_view statement) {
  std::vector<Bigram> of;
  std::vector<Bigram> in;
  bigramsOf(text, of);
  bigramsOf(statement, in);
  const auto common =
      std::ranges::count_if(of, [&in](Bigram b) { return std::ranges::binary_search(in, b); });
  return static_cast<double>(common) / static_cast<double>(of.size());
}

}  // namespace

TEST_CASE("while the bank is written, a query finds what comparing with every item finds",
          "[similarity][property]") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    MadeUp writer(seed);
    const auto statements = writer.statements(600);
    std::map<Id, std::u16string> bank;
    LiveIndex index;
    for (int step = 0; step < 4000; ++step) {
      const Id id = numbered(writer.below(300));
      if (writer.below(4) == 0) {
        bank.erase(id);
        index.remove(id);
      } else {
        bank[id] = statements[writer.below(statements.size())];
        index.put(id, bank[id]);
      }
      if (step % 40 != 0) continue;
      const std::u16string text = writer.changed(statements[writer.below(statements.size())]);
      for (const double threshold : {0.4, 0.6, 0.7, 1.0}) {
        INFO("seed " << seed << ", step " << step << ", threshold " << threshold);
        REQUIRE(index.alike(text, threshold) == obvious(bank, text, threshold));
      }
    }
    CHECK(index.size() == bank.size());
    for (const auto& [id, statement] : bank) CHECK(index.statement(id) == statement);
  }
}

TEST_CASE("from the first words of a sentence the index tells how many items hold them, the best first",
          "[similarity][property]") {
  MadeUp writer(11);
  const auto statements = writer.statements(500);
  LiveIndex index;
  for (std::size_t at = 0; at < statements.size(); ++at) index.put(numbered(at), statements[at]);
  for (int round = 0; round < 60; ++round) {
    const std::u16string text = statements[writer.below(statements.size())].substr(0, 2 + writer.below(14));
    std::vector<Bigram> bigrams;
    bigramsOf(text, bigrams);
    if (bigrams.size() < LiveIndex::kFewest) {
      CHECK(index.holding(text, 0.6, 5).total == 0);
      continue;
    }
    for (const double share : {0.6, 0.8, 1.0}) {
      std::vector<LiveIndex::Match> expected;
      for (std::size_t at = 0; at < statements.size(); ++at) {
        const double held = shareOf(text, statements[at]);
        if (held > 0 && held + 1e-9 >= share) expected.push_back({numbered(at), held});
      }
      const auto found = index.holding(text, share, 5);
      REQUIRE(found.total == expected.size());
      REQUIRE(found.best.size() == std::min<std::size_t>(5, expected.size()));
      std::ranges::sort(expected, std::ranges::greater(), &LiveIndex::Match::similarity);
      for (std::size_t at = 0; at < found.best.size(); ++at)
        REQUIRE(found.best[at].similarity == Approx(expected[at].similarity));
    }
  }
}
