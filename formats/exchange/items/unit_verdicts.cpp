#include "formats/exchange/items/unit_verdicts.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

int weight(Verdict verdict) {
  return verdict == Verdict::kUnclear ? 2 : verdict == Verdict::kImported ? 1 : 0;
}

}  // namespace

void UnitVerdicts::enter(const std::string& at) {
  if (units_.emplace(at, Unit()).second) order_.push_back(at);
}

void UnitVerdicts::follow(const std::string& at, const std::string& leader) {
  if (at != leader) units_.at(at).leader = leader;
}

void UnitVerdicts::add(const std::string& at, Verdict verdict, const std::string& reason) {
  Unit& unit = units_.at(at);
  if (!unit.judged || weight(verdict) > weight(unit.verdict)) {
    unit.verdict = verdict;
    unit.reasons.clear();
  }
  if (weight(verdict) == weight(unit.verdict) &&
      std::ranges::find(unit.reasons, reason) == unit.reasons.end()) {
    unit.reasons.push_back(reason);
  }
  unit.judged = true;
}

std::vector<SourceVerdict> UnitVerdicts::take() && {
  Ledger ledger;
  for (const std::string& at : order_) {
    ledger.enter(at);
    const Unit& own = units_.at(at);
    const Unit& unit = own.judged || own.leader.empty() ? own : units_.at(own.leader);
    std::string reason;
    for (const std::string& part : unit.reasons) reason += (reason.empty() ? "" : translate("；")) + part;
    if (!unit.judged) continue;
    if (unit.verdict == Verdict::kImported) ledger.imported(at, reason);
    if (unit.verdict == Verdict::kSkipped) ledger.skipped(at, reason);
    if (unit.verdict == Verdict::kUnclear) ledger.unclear(at, reason);
  }
  return std::move(ledger).take();
}

}  // namespace tiku::formats
