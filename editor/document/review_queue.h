#pragma once

#include <string>
#include <vector>

#include "formats/package/review_file.h"

namespace tiku::editor {

/// One line of what an expert is to look at.
struct QueueLine {
  formats::Id object;
  std::string level;   ///< 三级
  std::string kind;    ///< 单选题, 操作技能, 细目表
  std::string code;    ///< As printed; may be empty.
  std::string words;   ///< By which he knows it again: the first line of the stem, the title.
  bool scored = true;  ///< Asks for the relevance to a point and for an estimate of the difficulty.
  bool gone = false;   ///< Was removed since he remarked on it.
};

/// What the expert is asked to look at, and what he remarked on besides: level by level, the tables first,
/// then the theory items by point, type and code, then the operational ones.
std::vector<QueueLine> queueOf(const formats::ReviewFile& file);

}  // namespace tiku::editor
