#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"
#include "workflows/review/stamps.h"

namespace tiku::editor {

/// Whether the change may make an object stand elsewhere in its reviews than its own words do: of a round, an
/// opinion, a set.
[[nodiscard]] bool isOfReview(const formats::Change& change);

/// Where the objects of a bank stand in its reviews: approved, changed since, with opinions that wait for an
/// answer. Follows the bank change by change; whether an object says what was approved is looked at when
/// somebody asks, once for each state of it.
class ReviewState {
 public:
  explicit ReviewState(const formats::Bank& bank) : bank_(bank) { readAll(); }

  /// After the bank has taken the changes.
  void follow(std::span<const formats::Change> made);

  [[nodiscard]] workflows::Approval approvalOf(formats::Id object) const;
  /// Opinions on the object that wait for an answer, in the order of their ids: of rounds in which the
  /// institution may answer.
  [[nodiscard]] std::vector<formats::Id> waitingOn(formats::Id object) const;
  /// Opinions on the object, answered or not.
  [[nodiscard]] std::size_t opinionsOn(formats::Id object) const;
  /// Everything that says something else than what was approved, ascending; deleted ones too.
  [[nodiscard]] std::vector<formats::Id> changed() const;
  /// Whether anything was approved, or has opinions.
  [[nodiscard]] bool any() const { return !stamps_.empty() || !opinions_.empty(); }
  /// In a word for a list: "待答复 2", "有改动", "已通过"; empty where there is nothing to say.
  [[nodiscard]] std::string markOf(formats::Id object) const;

 private:
  void readAll();
  void put(const formats::Opinion& opinion);
  void take(const formats::Opinion& opinion);

  struct Asked {
    formats::Id round;
    bool waits = false;
  };
  struct Look {
    formats::Object object;  ///< Held: another one can never lie at its address.
    formats::Object set;     ///< That it is in.
    bool holds = false;
  };
  const formats::Bank& bank_;
  std::unordered_map<formats::Id, std::string> stamps_;
  mutable std::unordered_map<formats::Id, Look> looks_;
  std::unordered_map<formats::Id, std::map<formats::Id, Asked>> opinions_;  ///< By object.
};

}  // namespace tiku::editor
