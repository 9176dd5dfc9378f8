#include "validators/checker/waive.h"

#include "formats/base/say.h"
#include "formats/base/today.h"
#include "validators/checker/checker.h"

namespace tiku::validators {

using formats::Edit;
using formats::Waiver;
using formats::Waivers;

Edit waiveEdit(const formats::Bank& bank, const std::vector<Finding>& findings, const std::string& reason,
               const std::string& person) {
  Waivers waivers;
  if (const Waivers* kept = bank.find<Waivers>(Waivers::kId)) waivers = *kept;
  const auto today = formats::Date::parse(formats::today());
  for (const Finding& finding : findings) {
    const validators::Subject& subject = finding.subject;
    std::erase_if(waivers.waivers, [&](const Waiver& waiver) {
      return waiver.rule == finding.rule && waiver.object == subject.id && waiver.field == subject.field;
    });
    waivers.waivers.push_back(
        {finding.rule, subject.id, subject.field, judgedDigest(finding), reason, person, today, {}});
  }
  return Edit(formats::say("豁免")).put(std::move(waivers));
}

}  // namespace tiku::validators
