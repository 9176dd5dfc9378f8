#include "validators/rules/papers/total.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void PaperTotal::examine(const Paper& paper, const Facts& /*facts*/, FindingSink& sink) {
  const auto required = settings().number("total", paper.level);
  const Marks total = paper.total();
  if (paper.kind != Paper::Kind::kTheory || !required || total.hundredths() == required->hundredths()) return;
  Finding finding = findingOn(paper, "total");
  finding.measured = total.str();
  finding.required = required->str();
  finding.message =
      say("{paper}合计 {total} 分，满分应为 {required} 分（{clause}）。", "paper"_a = paperName(paper),
          "total"_a = total.str(), "required"_a = required->str(), "clause"_a = clause(paper.level));
  finding.advice =
      total.hundredths() < required->hundredths()
          ? say("还差 {marks} 分：补题，或调整每题分值。",
                "marks"_a = Marks::ofHundredths(required->hundredths() - total.hundredths()).str())
          : say("多出 {marks} 分：减题，或调整每题分值。",
                "marks"_a = Marks::ofHundredths(total.hundredths() - required->hundredths()).str());
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
