// The statistics against the tables and values that their authors printed.
#include <catch2/catch.hpp>

#include "tests/support/corpus.h"
#include "tests/workflows/review/statistics/tables.h"
#include "workflows/review/statistics/agreement.h"
#include "workflows/review/statistics/concordance.h"
#include "workflows/review/statistics/content_validity.h"
#include "workflows/review/statistics/deviation.h"
#include "workflows/review/statistics/distributions.h"
#include "workflows/review/statistics/intraclass.h"

using namespace tiku::workflows;
using namespace tiku::tests;

TEST_CASE("thirty patients and six psychiatrists: kappa is .430, as Fleiss printed in 1971") {
  const auto file = corpus("agreement/irr_diagnoses.csv");
  if (!file) return;
  const Ratings diagnoses = Ratings::ofRows(turned(readCells(*file)));
  REQUIRE(diagnoses.raters() == 6);
  REQUIRE(diagnoses.units() == 30);
  const Figure kappa = fleissKappa(diagnoses);
  CHECK(kappa.str(3) == "0.430");
  CHECK(kappa.units() == 30);
}

TEST_CASE("four coders, twelve units, some cells missing: the four alphas that Krippendorff printed") {
  const auto file = corpus("agreement/krippendorff_C_4coders_12units.csv");
  if (!file) return;
  const Ratings table = Ratings::ofRows(readCells(*file));
  REQUIRE(table.raters() == 4);
  REQUIRE(table.units() == 12);
  CHECK(krippendorffAlpha(table, Measure::kNominal).str(3) == "0.743");
  CHECK(krippendorffAlpha(table, Measure::kOrdinal).str(3) == "0.815");
  CHECK(krippendorffAlpha(table, Measure::kInterval).str(3) == "0.849");
  CHECK(krippendorffAlpha(table, Measure::kRatio).str(3) == "0.797");
  // The twelfth unit has one rating, which can be paired with none.
  CHECK(krippendorffAlpha(table, Measure::kNominal).units() == 11);
}

TEST_CASE("six targets and four judges: the six correlations of Shrout and Fleiss") {
  const auto file = corpus("agreement/shrout_fleiss_1979.csv");
  if (!file) return;
  const IntraclassCorrelations icc = intraclassCorrelations(Ratings::ofRows(turned(readCells(*file))));
  CHECK(icc.oneWaySingle.str(2) == "0.17");
  CHECK(icc.randomSingle.str(2) == "0.29");
  CHECK(icc.fixedSingle.str(2) == "0.71");
  CHECK(icc.oneWayMean.str(2) == "0.44");
  CHECK(icc.randomMean.str(2) == "0.62");
  CHECK(icc.fixedMean.str(2) == "0.91");
}

TEST_CASE("three executives rank six applicants: W is .16, with and without the correction") {
  // Siegel, S. (1956). Nonparametric statistics for the behavioral sciences, Table 9.7.
  const Ratings ranks = Ratings::ofRows({{1, 6, 3, 2, 5, 4}, {1, 5, 6, 4, 2, 3}, {6, 3, 2, 5, 4, 1}});
  CHECK(kendallW(ranks, TieCorrection::kNo).str(2) == "0.16");
  CHECK(kendallW(ranks, TieCorrection::kYes).str(2) == "0.16");
}

TEST_CASE("three rankings with ties: W is .796, and .828 with the correction") {
  // Kendall, M. G. (1948). Rank correlation methods, chapter 6; also Siegel (1956), Table 9.8: S = 591.
  const Ratings ranks = Ratings::ofRows({{1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10},
                                         {2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5},
                                         {2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10}});
  CHECK(kendallW(ranks, TieCorrection::kNo).str(3) == "0.796");
  CHECK(kendallW(ranks, TieCorrection::kYes).str(3) == "0.828");
}

TEST_CASE("twenty anxiety ratings of three raters: W is .54 as the R package irr documents it") {
  const Ratings scores = Ratings::ofRows({{3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3},
                                          {3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4},
                                          {2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2}});
  CHECK(kendallW(scores, TieCorrection::kYes).str(2) == "0.54");
}

TEST_CASE("modified kappa of three to ten experts, as Polit, Beck and Owen tabulate it") {
  // Polit, Beck & Owen (2007), Table 4, who went on with their rounded I-CVI: hence up to .009 beside the
  // exact value. The rows of ten experts are from doi:10.1186/s12913-017-2469-8, Table 10.
  struct Row {
    std::size_t experts, agree;
    double kappa;
  };
  for (const Row& row :
       {Row{3, 3, 1.00}, Row{3, 2, 0.47}, Row{4, 3, 0.67}, Row{5, 4, 0.76}, Row{6, 5, 0.81}, Row{6, 4, 0.57},
        Row{7, 6, 0.85}, Row{7, 5, 0.65}, Row{8, 7, 0.87}, Row{8, 6, 0.72}, Row{9, 8, 0.89}, Row{9, 7, 0.76},
        Row{10, 10, 1.00}, Row{10, 9, 0.90}, Row{10, 8, 0.79}, Row{10, 7, 0.66}}) {
    INFO(row.agree << " of " << row.experts);
    CHECK(modifiedKappa(row.agree, row.experts) == Approx(row.kappa).margin(0.009));
  }
  CHECK(modifiedKappa(2, 3) == Approx(7.0 / 15));
}

TEST_CASE("six experts and twelve items: S-CVI/Ave .97 and S-CVI/UA .83") {
  // PMC7253559, Table 4.
  const Ratings relevance = Ratings::ofRows({{4, 4, 4, 4, 3, 2, 4, 4, 3, 4, 4, 4},
                                             {4, 3, 4, 4, 4, 3, 4, 4, 3, 4, 4, 4},
                                             {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
                                             {4, 4, 4, 4, 4, 3, 4, 4, 2, 3, 3, 3},
                                             {4, 3, 4, 4, 4, 3, 4, 4, 3, 4, 4, 4},
                                             {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4}});
  const ContentValidity validity = contentValidity(relevance);
  CHECK(validity.average.str(2) == "0.97");
  CHECK(validity.universal.str(2) == "0.83");
  CHECK(validity.items[5].index.str(2) == "0.83");
  CHECK(validity.items[5].kappa.str(2) == "0.82");
  CHECK(validity.items[8].index.str(2) == "0.83");
  CHECK(validity.items[0].index.str(2) == "1.00");
}

TEST_CASE("critical values of Mandel's h and k are those of ISO 5725-2") {
  // ISO 5725-2:1994, Table 6 (1 %); its last digits are one off here and there, as Wilrich (2013) says.
  struct Row {
    std::size_t raters;
    double h, two, five, ten;
  };
  for (const Row& row :
       {Row{3, 1.15, 1.71, 1.53, 1.39}, Row{4, 1.49, 1.91, 1.60, 1.43}, Row{5, 1.72, 2.05, 1.65, 1.46},
        Row{7, 1.98, 2.20, 1.70, 1.48}, Row{10, 2.18, 2.32, 1.74, 1.50}, Row{14, 2.30, 2.39, 1.76, 1.52}}) {
    INFO(row.raters << " raters");
    CHECK(criticalMandelH(row.raters, 0.01) == Approx(row.h).margin(0.0051));
    CHECK(criticalMandelK(row.raters, 2, 0.01) == Approx(row.two).margin(0.0101));
    CHECK(criticalMandelK(row.raters, 5, 0.01) == Approx(row.five).margin(0.0101));
    CHECK(criticalMandelK(row.raters, 10, 0.01) == Approx(row.ten).margin(0.0101));
  }
}

TEST_CASE("the beta distribution has its known values") {
  CHECK(betaDistribution(0.3, 1, 1) == Approx(0.3));
  CHECK(betaDistribution(0.5, 4, 4) == Approx(0.5));
  CHECK(betaDistribution(0.2, 2, 3) == Approx(0.1808));  // 6x^2 - 8x^3 + 3x^4
  CHECK(betaDistribution(-1, 2, 3) == 0);
  CHECK(betaDistribution(2, 2, 3) == 1);
  CHECK(betaQuantile(0.1808, 2, 3) == Approx(0.2));
}
