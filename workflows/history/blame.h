#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/repository.h"
#include "formats/model/bank.h"
#include "workflows/compare/names.h"

namespace tiku::workflows {

/// Who last changed a field of an object, or a row of a table in it.
struct BlamedPart {
  std::string address;  ///< "stem", "options/2", "theory/<point id>"
  std::string word;     ///< 题干, 选项 C, 考评点 A-B-C-001 游标卡尺的读数
  std::string text;     ///< What it says.
  /// Nothing where it was changed after the last check-in.
  std::optional<formats::Revision> revision;
};

/// Each field that says something, each row of tables and lists, with the check-in from which it says this.
/// Through a merge a part is followed to the side that it came from. A code of a row does not count, nor does
/// the place of an option or a row of a list: who renumbers or inserts has changed nothing else.
///
/// `now` is the object as it is, at the revision `from` or changed since. `check` may throw to stop.
std::vector<BlamedPart> blame(const formats::Repository& repository, const formats::Object& now,
                              const std::string& from, const Names& names,
                              const std::function<void()>& check = {});

}  // namespace tiku::workflows
