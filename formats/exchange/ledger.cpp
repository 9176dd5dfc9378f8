#include "formats/exchange/ledger.h"

#include <stdexcept>

#include "formats/base/say.h"

namespace tiku::formats {

int ImportReport::count(Verdict verdict) const {
  int count = 0;
  for (const SourceVerdict& row : rows) count += row.verdict == verdict ? 1 : 0;
  return count;
}

void Ledger::enter(const std::string& at) {
  if (!index_.emplace(at, rows_.size()).second) throw std::logic_error("entered twice: " + at);
  rows_.push_back({{at, Verdict::kUnclear, {}}, false});
}

bool Ledger::judged(const std::string& at) const {
  const auto found = index_.find(at);
  return found != index_.end() && rows_[found->second].judged;
}

void Ledger::judge(const std::string& at, Verdict verdict, std::string reason) {
  const auto found = index_.find(at);
  if (found == index_.end()) throw std::logic_error("not a unit of the source: " + at);
  Row& row = rows_[found->second];
  if (row.judged && verdict != Verdict::kUnclear) throw std::logic_error("judged twice: " + at);
  row.judged = true;
  row.verdict.verdict = verdict;
  row.verdict.reason = std::move(reason);
}

std::vector<SourceVerdict> Ledger::take() && {
  std::vector<SourceVerdict> verdicts;
  verdicts.reserve(rows_.size());
  for (Row& row : rows_) {
    if (!row.judged) row.verdict.reason = say("没有认出这里是什么，请人工核对。");
    verdicts.push_back(std::move(row.verdict));
  }
  return verdicts;
}

std::string paragraphAt(int number) {
  return say("段 {n}", "n"_a = number);
}

std::string tableRowAt(int table, int row) {
  return say("表 {table} 行 {row}", "table"_a = table, "row"_a = row);
}

}  // namespace tiku::formats
