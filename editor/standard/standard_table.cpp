#include "editor/standard/standard_table.h"

#include <algorithm>
#include <regex>
#include <unordered_set>

namespace tiku::editor {

using namespace tiku::formats;

int tracedTo(const Bank& bank, const std::vector<Id>& entries) {
  const std::unordered_set<Id> wanted(entries.begin(), entries.end());
  int count = 0;
  bank.forEach<Blueprint>([&](const std::shared_ptr<const Blueprint>& blueprint) {
    for (const ElementTable* table : {&blueprint->theory, &blueprint->skills}) {
      walk(*table, [&](const TablePlace& at) {
        const bool traced =
            at.point != nullptr
                ? std::ranges::any_of(at.point->requirements, [&](Id id) { return wanted.contains(id); })
                : at.path.back()->requirement && wanted.contains(*at.path.back()->requirement);
        if (traced) ++count;
      });
    }
  });
  return count;
}

std::string withoutNumber(const std::string& words, int parts) {
  static const std::regex kBracketed("^(（|\\()[0-9]{1,3}(）|\\))[ 、.．]*");
  static const std::regex kOne("^[1-9][0-9]?[.．、][ ]*");
  static const std::regex kTwo("^[1-9][0-9]?[.．][1-9][0-9]?[.．、 ]*");
  static const std::regex kThree("^[1-9][0-9]?[.．][1-9][0-9]?[.．][1-9][0-9]?[.．、 ]*");
  const std::regex& number = parts == 0 ? kBracketed : parts == 1 ? kOne : parts == 2 ? kTwo : kThree;
  std::smatch match;
  if (!std::regex_search(words, match, number)) return words;
  const std::string rest = match.suffix();
  // "1.25 mm 量块" begins with a figure, not with a number of ours.
  const bool goesOn = rest.empty() || (rest.front() >= '0' && rest.front() <= '9');
  return goesOn ? words : rest;
}

}  // namespace tiku::editor
