#include "validators/checker/finding_store.h"

#include <cstddef>
#include <utility>

namespace tiku::validators {
namespace {

int& counter(Summary& summary, Severity severity) {
  switch (severity) {
    case Severity::kError:
      return summary.errors;
    case Severity::kWarning:
      return summary.warnings;
    case Severity::kInfo:
      break;
  }
  return summary.infos;
}

}  // namespace

void FindingStore::put(Finding finding) {
  const FindingKey key = finding.key();
  finding.waived = isWaived(finding);
  // Findings that lead back to each other would fold away for ever. The one that stood before is out of date:
  // its rule has yet to speak.
  if (finding.cause == key) finding.cause.reset();
  if (finding.cause) unfoldFrom(key, *finding.cause);
  const auto standing = findings_.find(key);
  if (standing != findings_.end()) {
    if (standing->second == finding) return;
    remove(standing);
  }
  add(key, std::move(finding));
}

void FindingStore::clear(const FindingKey& key) {
  const auto standing = findings_.find(key);
  if (standing != findings_.end()) remove(standing);
}

void FindingStore::clearSubject(const std::string& rule, formats::Id subject) {
  auto next = findings_.lower_bound({rule, subject, {}});
  while (next != findings_.end() && next->first.rule == rule && next->first.subject == subject) {
    const auto gone = next++;
    remove(gone);
  }
}

void FindingStore::setWaivers(const formats::Waivers* waivers) {
  std::map<FindingKey, std::set<std::string>> before;
  before.swap(waivers_);
  if (waivers != nullptr) {
    for (const formats::Waiver& waiver : waivers->waivers) {
      waivers_[{waiver.rule, waiver.object, waiver.field}].insert(waiver.judged);
    }
  }
  std::set<FindingKey> keys;
  for (const auto& [key, digests] : before) keys.insert(key);
  for (const auto& [key, digests] : waivers_) keys.insert(key);
  for (const FindingKey& key : keys) {
    touchedWaivers_.insert(key);
    const Finding* finding = find(key);
    if (finding != nullptr && finding->waived != isWaived(*finding)) put(Finding(*finding));
  }
}

std::set<FindingKey> FindingStore::takeTouchedWaivers() {
  return std::exchange(touchedWaivers_, {});
}

const Finding* FindingStore::find(const FindingKey& key) const {
  const auto found = findings_.find(key);
  return found == findings_.end() ? nullptr : &found->second;
}

std::vector<Finding> FindingStore::all() const {
  std::vector<Finding> found;
  found.reserve(findings_.size());
  for (const auto& [key, finding] : findings_) found.push_back(folded(finding));
  return found;
}

std::vector<Finding> FindingStore::of(formats::Id object) const {
  std::vector<Finding> found;
  const auto keys = ofObject_.find(object);
  if (keys == ofObject_.end()) return found;
  for (const FindingKey& key : keys->second) found.push_back(folded(findings_.at(key)));
  return found;
}

Summary FindingStore::summaryOf(formats::Id object) const {
  Summary summary;
  const auto keys = ofObject_.find(object);
  if (keys == ofObject_.end()) return summary;
  for (const FindingKey& key : keys->second) {
    const Finding& finding = findings_.at(key);
    if (finding.waived) {
      ++summary.waived;
    } else if (!finding.cause || !isCause(*finding.cause, finding.severity)) {
      ++counter(summary, finding.severity);
    }
  }
  return summary;
}

/// Whether a finding of that severity folds under the named one now.
bool FindingStore::isCause(const FindingKey& cause, Severity severity) const {
  const Finding* finding = find(cause);
  return finding != nullptr && !finding->waived && finding->severity <= severity;
}

/// Lets go of `target` whatever on the way from `at` folds under it.
void FindingStore::unfoldFrom(const FindingKey& target, FindingKey at) {
  for (const Finding* finding = find(at); finding != nullptr && finding->cause; finding = find(at)) {
    if (*finding->cause == target) {
      Finding root = *finding;
      root.cause.reset();
      remove(findings_.find(at));
      add(at, std::move(root));
      return;
    }
    at = *finding->cause;
  }
}

Finding FindingStore::folded(const Finding& finding) const {
  Finding copy = finding;
  if (copy.cause && !isCause(*copy.cause, copy.severity)) copy.cause.reset();
  return copy;
}

bool FindingStore::isWaived(const Finding& finding) const {
  const auto waiver = waivers_.find(finding.key());
  return waiver != waivers_.end() && waiver->second.contains(judgedDigest(finding));
}

/// Adds the finding to the summary, or to the group of its cause when it folds.
void FindingStore::countIn(const Finding& finding, int by) {
  if (finding.waived) {
    summary_.waived += by;
    return;
  }
  if (!finding.cause || !isCause(*finding.cause, finding.severity)) counter(summary_, finding.severity) += by;
  if (finding.cause) {
    Group& group = groups_[*finding.cause];
    group[static_cast<std::size_t>(finding.severity)] += by;
    if (group == Group{}) groups_.erase(*finding.cause);
  }
}

/// Takes what folds under the cause out of the summary (by -1) or back into it.
void FindingStore::countGroup(const FindingKey& cause, int by) {
  const auto group = groups_.find(cause);
  if (group == groups_.end()) return;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    if (isCause(cause, severity)) {
      counter(summary_, severity) += by * group->second[static_cast<std::size_t>(severity)];
    }
  }
}

void FindingStore::touchWaiver(const FindingKey& key) {
  if (waivers_.contains(key)) touchedWaivers_.insert(key);
}

void FindingStore::add(const FindingKey& key, Finding finding) {
  ofObject_[finding.subject.object].insert(key);
  const Finding& added = findings_.emplace(key, std::move(finding)).first->second;
  countGroup(key, -1);
  countIn(added, +1);
  judged_.insert(added.subject.object);
  touchWaiver(key);
}

void FindingStore::remove(std::map<FindingKey, Finding>::iterator where) {
  const FindingKey key = where->first;
  countIn(where->second, -1);
  countGroup(key, +1);
  judged_.insert(where->second.subject.object);
  const auto siblings = ofObject_.find(where->second.subject.object);
  siblings->second.erase(key);
  if (siblings->second.empty()) ofObject_.erase(siblings);
  findings_.erase(where);
  touchWaiver(key);
}

}  // namespace tiku::validators
