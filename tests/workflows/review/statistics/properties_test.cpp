// What holds of the statistics for any ratings.
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/workflows/review/statistics/tables.h"
#include "workflows/review/statistics/agreement.h"
#include "workflows/review/statistics/concordance.h"
#include "workflows/review/statistics/content_validity.h"
#include "workflows/review/statistics/description.h"
#include "workflows/review/statistics/deviation.h"
#include "workflows/review/statistics/intraclass.h"

using namespace tiku::workflows;
using namespace tiku::tests;

namespace {

// Every statistic that is one figure of a whole table.
std::vector<Figure> all(const Ratings& table) {
  const IntraclassCorrelations icc = intraclassCorrelations(table);
  const ContentValidity validity = contentValidity(table);
  return {fleissKappa(table),
          krippendorffAlpha(table, Measure::kNominal),
          krippendorffAlpha(table, Measure::kOrdinal),
          krippendorffAlpha(table, Measure::kInterval),
          krippendorffAlpha(table, Measure::kRatio),
          icc.oneWaySingle,
          icc.randomSingle,
          icc.fixedSingle,
          icc.oneWayMean,
          icc.randomMean,
          icc.fixedMean,
          kendallW(table, TieCorrection::kNo),
          kendallW(table, TieCorrection::kYes),
          validity.average,
          validity.universal};
}

void checkEqual(const std::vector<Figure>& a, const std::vector<Figure>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    INFO("statistic " << i);
    REQUIRE(a[i].known() == b[i].known());
    CHECK(a[i].units() == b[i].units());
    if (a[i].known()) CHECK(a[i].value() == Approx(b[i].value()).margin(1e-9));
  }
}

}  // namespace

TEST_CASE("who the raters are and in which order the items come changes no statistic") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    const Ratings table =
        randomRatings(random, 2 + random() % 5, 2 + random() % 20, 1, 4, static_cast<int>(random() % 3) * 15);
    checkEqual(all(shuffled(random, table)), all(table));
  }
}

TEST_CASE(
    "renaming categories changes neither kappa nor nominal alpha, and adding a constant no interval alpha") {
  std::mt19937 random(6);
  for (int round = 0; round < 60; ++round) {
    const Ratings table = randomRatings(random, 4, 15, 0, 3, 20);
    const Ratings full = randomRatings(random, 4, 15, 0, 3, 0);
    const std::vector<double> names{7, -2, 100, 0.5};
    const auto rename = [&](double v) { return names[static_cast<std::size_t>(v)]; };
    checkEqual(
        {krippendorffAlpha(mapped(table, rename), Measure::kNominal), fleissKappa(mapped(full, rename))},
        {krippendorffAlpha(table, Measure::kNominal), fleissKappa(full)});
    const auto shift = [](double v) { return 3 * v + 11; };
    checkEqual({krippendorffAlpha(mapped(table, shift), Measure::kInterval),
                intraclassCorrelations(mapped(full, shift)).randomSingle},
               {krippendorffAlpha(table, Measure::kInterval), intraclassCorrelations(full).randomSingle});
    const auto grow = [](double v) { return v * v * v + v; };
    checkEqual({krippendorffAlpha(mapped(table, grow), Measure::kOrdinal),
                kendallW(mapped(full, grow), TieCorrection::kYes)},
               {krippendorffAlpha(table, Measure::kOrdinal), kendallW(full, TieCorrection::kYes)});
    const auto times = [](double v) { return 2.5 * v; };
    checkEqual({krippendorffAlpha(mapped(table, times), Measure::kRatio)},
               {krippendorffAlpha(table, Measure::kRatio)});
  }
}

TEST_CASE("raters who say the same agree perfectly, whatever is measured") {
  std::mt19937 random(8);
  for (int round = 0; round < 20; ++round) {
    const Ratings one = randomRatings(random, 1, 12, 1, 4, 0);
    Ratings table(5, 12);
    for (std::size_t unit = 0; unit < 12; ++unit) {
      for (std::size_t rater = 0; rater < 5; ++rater) table.set(rater, unit, one.at(0, unit));
    }
    const std::vector<Figure> figures = all(table);
    for (std::size_t i = 0; i < 13; ++i) {
      INFO("statistic " << i);
      // Ties alone keep the uncorrected W below one.
      if (i != 11) CHECK(figures[i].value() == Approx(1));
    }
    for (const Deviation& rater : deviations(table).raters) {
      CHECK_FALSE(rater.h.known());
      CHECK_FALSE(rater.k.known());
      CHECK_FALSE(rater.deviates());
    }
  }
}

TEST_CASE("no agreement beyond one, no W outside 0 to 1, no index outside 0 to 1") {
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    const Ratings table =
        randomRatings(random, 1 + random() % 6, random() % 12, 1, 4, static_cast<int>(random() % 5) * 20);
    for (const Figure& figure : all(table)) {
      CHECK(figure.known() == figure.why().empty());
      if (figure.known()) CHECK(figure.value() <= 1 + 1e-9);
    }
    for (const TieCorrection correction : {TieCorrection::kNo, TieCorrection::kYes}) {
      const Figure w = kendallW(table, correction);
      if (w.known()) CHECK(w.value() >= -1e-9);
    }
    for (const ItemValidity& item : contentValidity(table).items) {
      if (item.index.known()) CHECK((item.index.value() >= 0 && item.index.value() <= 1));
    }
    const Deviations found = deviations(table);
    REQUIRE(found.raters.size() == table.raters());
    for (const Deviation& rater : found.raters) {
      CHECK(rater.h.known() == rater.h.why().empty());
      CHECK(rater.k.known() == rater.k.why().empty());
    }
  }
}

TEST_CASE("for two raters and many items, Fleiss kappa and nominal alpha differ by the small sample alone") {
  // Krippendorff (2011): alpha = 1 - (1 - pi) * (1 - 1/(2N)) for two raters, where Fleiss kappa is Scott's
  // pi.
  std::mt19937 random(10);
  for (int round = 0; round < 50; ++round) {
    const std::size_t units = 5 + random() % 40;
    const Ratings table = randomRatings(random, 2, units, 1, 3, 0);
    const Figure kappa = fleissKappa(table);
    if (!kappa.known()) continue;
    const double expected = 1 - (1 - kappa.value()) * (1 - 1 / (2 * static_cast<double>(units)));
    CHECK(krippendorffAlpha(table, Measure::kNominal).value() == Approx(expected));
  }
}

TEST_CASE("the most disputed items come first, those with one rating last") {
  const Ratings table = Ratings::ofRows({{4, 1, 3, {}, 2}, {4, 4, 3, {}, 3}, {4, 2, 4, 1, 3}});
  CHECK(mostDisputedFirst(table) == std::vector<std::size_t>{1, 2, 4, 0, 3});
  const std::vector<Figure> spreads = spreadByUnit(table);
  CHECK(spreads[0].str(2) == "0.00");
  CHECK(spreads[1].str(2) == "1.53");
  CHECK_FALSE(spreads[3].known());
}
