#include "formats/compare/merger.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats::merging {

bool Merger::contested(const std::string& address) const {
  if (contested_.empty()) return false;
  if (contested_.contains(address)) return true;
  const auto below = contested_.lower_bound(address + "/");
  return below != contested_.end() && below->starts_with(address + "/");
}

MergeAnswer Merger::ask(MergeQuestion question) {
  question.object = object_;
  const auto answer = answers_.find(question.address);
  if (answer == answers_.end()) {
    questions_.push_back(std::move(question));
    return {};
  }
  if (answer->second.take == MergeAnswer::Take::kText && !question.typed) {
    throw FormatError(ErrorCode::kUsage,
                      say("“{field}”不能另写，只能取一方的。", "field"_a = question.fieldWord),
                      {{}, 0, question.address}, say("请回答取我方的还是对方的。"));
  }
  return answer->second;
}

bool Merger::askSide(const At& at, MergeQuestion::About about, std::string base, std::string mine,
                     std::string theirs) {
  MergeQuestion question{at.address,        about, {}, at.word, std::move(base), std::move(mine),
                         std::move(theirs), false};
  return ask(std::move(question)).take == MergeAnswer::Take::kTheirs;
}

std::vector<MergeQuestion> Merger::takeQuestions() && {
  std::ranges::stable_sort(questions_, {}, &MergeQuestion::address);
  // The place of a row may be asked for two reasons.
  const auto again = std::ranges::unique(questions_, {}, &MergeQuestion::address);
  questions_.erase(again.begin(), again.end());
  return std::move(questions_);
}

}  // namespace tiku::formats::merging
