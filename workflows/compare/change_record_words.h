#pragma once

#include <string>
#include <vector>

#include "workflows/compare/change_record.h"

namespace tiku::workflows {

/// The words around the lines of a printed record.
struct RecordWords {
  explicit RecordWords(const ChangeRecord& record);

  std::string title;              ///< 量具检校员题库修改记录
  std::string range;              ///< 自……至……
  std::vector<std::string> head;  ///< Above the table.
  std::vector<std::string> columns;
  std::vector<std::string> notes;  ///< Below it: how it is to be read, and the clauses.
  std::string nothing;             ///< In the place of lines.
};

}  // namespace tiku::workflows
