#pragma once

#include <set>
#include <string>
#include <vector>

#include "formats/compare/merge.h"

namespace tiku::formats::merging {

/// Where a merge stands: the address of the value and what people call it.
struct At {
  std::string address;
  std::string word;
};

/// What merging one object asks, and the answers it has.
class Merger {
 public:
  Merger(Id object, const MergeAnswers& answers, const std::set<std::string>& contested)
      : object_(object), answers_(answers), contested_(contested) {}

  /// Whether the base does not count there, or somewhere below.
  [[nodiscard]] bool contested(const std::string& address) const;

  /// The answer; mine, and the question is kept, where there is none yet.
  MergeAnswer ask(MergeQuestion question);
  /// True takes theirs.
  bool askSide(const At& at, MergeQuestion::About about, std::string base, std::string mine,
               std::string theirs);

  [[nodiscard]] std::vector<MergeQuestion> takeQuestions() &&;

 private:
  Id object_;
  const MergeAnswers& answers_;
  const std::set<std::string>& contested_;
  std::vector<MergeQuestion> questions_;
};

}  // namespace tiku::formats::merging
