#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "validators/checker/checker.h"
#include "validators/checker/finding.h"

namespace tiku::validators {

/// The standing findings with their waivers, and the count of those that stand for themselves.
///
/// The count is kept by groups: how many findings name the same cause, by severity. When the cause appears or
/// goes, its whole group folds or unfolds in one step, however many findings hang on it.
class FindingStore {
 public:
  void put(Finding finding);
  void clear(const FindingKey& key);
  void clearSubject(const std::string& rule, formats::Id subject);

  /// The bank's waivers; several may speak of one finding.
  void setWaivers(const formats::Waivers* waivers);
  /// Keys of waivers whose finding came, went or changed since the last call, and of new waivers.
  std::set<FindingKey> takeTouchedWaivers();
  [[nodiscard]] bool hasWaiver(const FindingKey& key) const { return waivers_.contains(key); }

  [[nodiscard]] const Finding* find(const FindingKey& key) const;
  /// With causes only where the finding folds.
  [[nodiscard]] std::vector<Finding> all() const;
  /// Likewise, of one object and its parts.
  [[nodiscard]] std::vector<Finding> of(formats::Id object) const;
  [[nodiscard]] const Summary& summary() const { return summary_; }
  /// Of the object and its parts.
  [[nodiscard]] Summary summaryOf(formats::Id object) const;
  /// Objects of which a finding was put or cleared since the last call.
  [[nodiscard]] std::set<formats::Id> takeJudged() { return std::exchange(judged_, {}); }

 private:
  /// Findings that name one cause and are not waived, by severity.
  using Group = std::array<int, 3>;

  [[nodiscard]] bool isCause(const FindingKey& cause, Severity severity) const;
  void unfoldFrom(const FindingKey& target, FindingKey at);
  [[nodiscard]] Finding folded(const Finding& finding) const;
  [[nodiscard]] bool isWaived(const Finding& finding) const;
  void countIn(const Finding& finding, int by);
  void countGroup(const FindingKey& cause, int by);
  void touchWaiver(const FindingKey& key);
  void add(const FindingKey& key, Finding finding);
  void remove(std::map<FindingKey, Finding>::iterator where);

  std::map<FindingKey, Finding> findings_;
  std::unordered_map<formats::Id, std::set<FindingKey>> ofObject_;
  std::map<FindingKey, Group> groups_;
  std::map<FindingKey, std::set<std::string>> waivers_;  ///< The digests that are accepted.
  std::set<FindingKey> touchedWaivers_;
  std::set<formats::Id> judged_;
  Summary summary_;
};

}  // namespace tiku::validators
