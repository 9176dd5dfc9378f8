#include "workflows/review/report/scores.h"

#include <catch2/catch.hpp>

#include "tests/workflows/review/report/opened_round.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::tests::OpenedRound;

TEST_CASE("the tables hold what each expert said alone, or what he says after the discussion") {
  const OpenedRound opened;
  const PanelScores alone = panelScores(opened.bank, opened.round, Voice::kAlone);
  const PanelScores final = panelScores(opened.bank, opened.round, Voice::kFinal);
  CHECK(alone.experts.size() == 3);
  CHECK(alone.objects.size() == 5);  // The blueprint is reviewed and not scored.
  CHECK(alone.verdicts.at(0, 2) == 0);
  CHECK(final.verdicts.at(0, 2) == 2);
  CHECK(final.relevance.at(1, 1) == 2);
  CHECK(final.difficulty.at(2, 0) == Approx(0.70));
  CHECK(final.rubric.at(2, 0) == 10);
}

TEST_CASE(
    "the most disputed item stands first, and the panel's verdict is that of most, the stricter in a tie") {
  const OpenedRound opened;
  const std::vector<ItemOpinion> disputed =
      disputedFirst(panelScores(opened.bank, opened.round, Voice::kAlone));
  REQUIRE(disputed.size() == 5);
  CHECK(disputed[0].object == OpenedRound::item(3));
  CHECK(disputed[0].votes == std::array{1, 0, 2});
  CHECK(disputed[0].verdict == ItemVerdict::kDrop);
  CHECK(disputed[1].object == OpenedRound::item(5));
  CHECK(disputed[1].verdict == ItemVerdict::kDrop);  // One vote each.
  CHECK(disputed[2].object == OpenedRound::item(2));
  CHECK(disputed[2].verdict == ItemVerdict::kRevise);
  CHECK(disputed[3].object == OpenedRound::item(4));  // Agreed, but for the relevance.
  CHECK(disputed[4].verdict == ItemVerdict::kAdopt);
  CHECK(disputed[4].relevance.str(2) == "4.00");
}

TEST_CASE("the figures of a round say what they rest on, and the pass line follows from the estimates") {
  const OpenedRound opened;
  const PanelScores alone = panelScores(opened.bank, opened.round, Voice::kAlone);
  const PanelStatistics found = panelStatistics(alone, opened.round.rubric);
  CHECK(found.validity.items[0].index.str(2) == "1.00");
  CHECK(found.validity.items[2].index.str(2) == "0.33");
  CHECK(found.validity.average.str(2) == "0.73");
  CHECK(found.verdictKappa.units() == 5);
  // Each expert gave all items one estimate of his own: the raters differ, the items do not.
  CHECK(found.difficulty.raters[2].severity.str(2) == "0.05");
  CHECK_FALSE(found.difficulty.raters[2].k.known());
  const AngoffCut cut = passLine(opened.bank, alone, *Level::of(3));
  CHECK(cut.percent.str(1) == "65.0");
  CHECK(cut.percent.units() == 4);  // The task is no theory item.
  CHECK_FALSE(passLine(opened.bank, alone, *Level::of(2)).cut.known());
}

TEST_CASE("answers that are still sealed, and scores of what is not under review, are in no table") {
  OpenedRound opened;
  Submission sealed = *opened.bank.find<Submission>(opened.round.invitations[1].id);
  sealed.answers.reset();
  Submission stray = *opened.bank.find<Submission>(opened.round.invitations[2].id);
  stray.answers->scores.push_back({Id::wellKnown(9999), 4, 50, ItemVerdict::kAdopt, {}});
  stray.answers->rubric.push_back({"no such line", Marks::whole(1), {}, {}});
  opened.bank.apply(Edit().put(sealed).put(stray));
  const PanelScores scores = panelScores(opened.bank, opened.round, Voice::kFinal);
  CHECK(scores.experts == std::vector<Id>{OpenedRound::expert(0), OpenedRound::expert(2)});
  CHECK(scores.objects.size() == 5);
  CHECK_FALSE(panelStatistics(scores, opened.round.rubric).validity.average.known());
}
