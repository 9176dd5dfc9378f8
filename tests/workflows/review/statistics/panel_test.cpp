// What a chair wants to know of his panel: who stands apart, where the pass line is, and what cannot be said.
#include <catch2/catch.hpp>

#include "tests/workflows/review/statistics/tables.h"
#include "workflows/review/statistics/agreement.h"
#include "workflows/review/statistics/angoff.h"
#include "workflows/review/statistics/concordance.h"
#include "workflows/review/statistics/content_validity.h"
#include "workflows/review/statistics/description.h"
#include "workflows/review/statistics/deviation.h"
#include "workflows/review/statistics/intraclass.h"

using namespace tiku::workflows;
using namespace tiku::tests;

namespace {

constexpr auto kMissing = std::nullopt;

// Twelve items as four experts see them alike, but for a little.
Rows alike() {
  return {{1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4},
          {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 4, 4},
          {1, 2, 3, 4, 2, 2, 3, 4, 1, 2, 3, 3},
          {1, 2, 3, 4, 1, 2, 3, 4, 2, 2, 3, 3}};
}

}  // namespace

TEST_CASE("an expert who gives everything a mark less than the others is found by Mandel's h") {
  Rows rows = alike();
  rows.push_back({0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3});
  const Deviations found = deviations(Ratings::ofRows(rows));
  CHECK(found.criticalH == Approx(1.72).margin(0.005));  // ISO 5725-2: five laboratories, 1 %
  const Deviation& strict = found.raters[4];
  CHECK(strict.offLevel);
  CHECK_FALSE(strict.offOrder);
  CHECK(strict.severity.str(2) == "-0.82");
  CHECK(strict.h.str(2) == "-1.78");
  for (std::size_t i = 0; i < 4; ++i) CHECK_FALSE(found.raters[i].deviates());
}

TEST_CASE("an expert who orders the items the other way round is found by Mandel's k") {
  Rows rows = alike();
  rows.push_back({4, 3, 2, 1, 4, 3, 2, 1, 4, 3, 2, 1});
  const Deviations found = deviations(Ratings::ofRows(rows));
  CHECK(found.raters[4].offOrder);
  CHECK_FALSE(found.raters[4].offLevel);
  for (std::size_t i = 0; i < 4; ++i) CHECK_FALSE(found.raters[i].deviates());
}

TEST_CASE("two experts cannot be told apart: neither is said to deviate") {
  const Deviations found = deviations(Ratings::ofRows({{1, 2, 3, 4}, {4, 3, 2, 1}}));
  for (const Deviation& rater : found.raters) {
    CHECK_FALSE(rater.deviates());
    CHECK(rater.h.why() == "评分的专家有 2 人，至少要 3 人才能计算。");
    CHECK(rater.k.why() == "评分的专家有 2 人，至少要 3 人才能计算。");
  }
  CHECK(found.criticalH == 0);
}

TEST_CASE("an expert who has sent nothing back is not compared, and hinders no comparison") {
  Rows rows = alike();
  rows.emplace_back(12, kMissing);
  const Deviations found = deviations(Ratings::ofRows(rows));
  CHECK_FALSE(found.raters[4].severity.known());
  CHECK_FALSE(found.raters[4].h.known());
  CHECK(found.raters[0].h.known());
  CHECK(found.criticalH == Approx(1.485).margin(0.0005));  // as for four
}

TEST_CASE("the pass line is the sum over the items of marks times mean estimate") {
  // Three experts, four items of 1, 1, 2 and 2 marks; their own lines are 3.6, 3.9 and 3.3.
  const Ratings estimates =
      Ratings::ofRows({{0.8, 0.6, 0.5, 0.6}, {0.9, 0.6, 0.6, 0.6}, {0.7, 0.6, 0.5, 0.5}});
  const AngoffCut cut = angoffCut(estimates, std::vector<double>{1, 1, 2, 2});
  CHECK(cut.cut.str(2) == "3.60");
  CHECK(cut.percent.str(1) == "60.0");
  CHECK(cut.standardError.str(3) == "0.173");
}

TEST_CASE("an item that one expert left out takes the mean of the others, and he gives no line of his own") {
  const Ratings estimates = Ratings::ofRows({{0.8, 0.6}, {0.6, kMissing}, {0.7, 0.6}});
  const AngoffCut cut = angoffCut(estimates, std::vector<double>{1, 1});
  CHECK(cut.cut.str(2) == "1.30");
  CHECK(cut.standardError.str(3) == "0.050");
}

TEST_CASE("where there is too little, a statistic says so and gives no number") {
  CHECK(describe({}).mean.why() == "还没有评分。");
  const std::vector<double> one{3};
  CHECK(describe(one).mean.str(2) == "3.00");
  CHECK(describe(one).spread.str(2) == "—");
  const Ratings pair = Ratings::ofRows({{4, 3}, {4, 4}});
  CHECK(contentValidity(pair).items[0].index.why() == "评分的专家有 2 人，至少要 3 人才能计算。");
  CHECK_FALSE(contentValidity(pair).average.known());

  const Ratings alone = Ratings::ofRows({{1, 2, 3}});
  CHECK(fleissKappa(alone).why() == "评分的专家有 1 人，至少要 2 人才能计算。");
  CHECK(krippendorffAlpha(alone, Measure::kNominal).why() == "可以用来计算的题目有 0 道，至少要 2 道。");
  CHECK(intraclassCorrelations(alone).randomMean.why() == "评分的专家有 1 人，至少要 2 人才能计算。");
  CHECK(kendallW(alone, TieCorrection::kYes).why() == "评分的专家有 1 人，至少要 2 人才能计算。");

  const Ratings same = Ratings::ofRows({{3, 3, 3}, {3, 3, 3}});
  const std::string noVariation = "所有评分都相同，无从区分一致与巧合，这个系数没有意义。";
  CHECK(fleissKappa(same).why() == noVariation);
  CHECK(krippendorffAlpha(same, Measure::kOrdinal).why() == noVariation);
  CHECK(intraclassCorrelations(same).randomSingle.why() == noVariation);
  CHECK(kendallW(same, TieCorrection::kNo).why() == noVariation);

  const Ratings crossed = Ratings::ofRows({{1, 2}, {2, 1}});
  CHECK(intraclassCorrelations(crossed).fixedMean.why() == "各题的平均分没有差别，这个系数没有意义。");

  const Ratings uneven = Ratings::ofRows({{1, 2, 3}, {1, 2, kMissing}, {1, kMissing, kMissing}});
  CHECK(fleissKappa(uneven).why() ==
        "各题的评分人数不相等，Fleiss kappa 不能计算；请看 Krippendorff alpha，它允许缺少评分。");
  CHECK(intraclassCorrelations(uneven).fixedMean.why() == "可以用来计算的题目有 1 道，至少要 2 道。");
}

TEST_CASE("estimates that are no probabilities, or are missing, give no pass line") {
  const std::vector<double> marks{1, 1};
  CHECK(angoffCut(Ratings::ofRows({{0.5, 60}}), marks).cut.why() ==
        "难度估计应在 0 到 1 之间，第 2 道题的是 60。");
  CHECK(angoffCut(Ratings::ofRows({{0.5, kMissing}}), marks).cut.why() ==
        "1 道题没有难度估计，不能得出及格线。");
  CHECK(angoffCut(Ratings::ofRows({{0.5, 0.5}}), std::vector<double>{0, 0}).percent.why() ==
        "各题的分值都是零，不能得出及格线。");
  CHECK(angoffCut(Ratings(3, 0), {}).cut.why() == "可以用来计算的题目有 0 道，至少要 1 道。");
  CHECK(krippendorffAlpha(Ratings::ofRows({{-1, 2, 3}, {1, 2, 3}}), Measure::kRatio).why() ==
        "有小于零的评分，不是比率尺度。");
}

TEST_CASE("a table takes no infinite rating, no cell outside it and no rows of unequal length") {
  Ratings table(2, 3);
  CHECK_THROWS_AS(table.set(0, 0, std::numeric_limits<double>::infinity()), std::invalid_argument);
  CHECK_THROWS_AS(table.set(2, 0, 1), std::out_of_range);
  CHECK_THROWS_AS(table.at(0, 3), std::out_of_range);
  CHECK_THROWS_AS(Ratings::ofRows({{1, 2}, {1}}), std::invalid_argument);
  CHECK(Ratings::ofRows({}).raters() == 0);
}
