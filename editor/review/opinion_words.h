#pragma once

#include <string>
#include <vector>

#include "editor/widgets/styled_words.h"
#include "formats/model/bank.h"

/// What the screen says of an opinion.
namespace tiku::editor {

/// What tells an object from the others in a narrow column: its code, else its title; "三级考评蓝图".
std::string shortName(const formats::Bank& bank, formats::Id object);

/// "三级单选题 B-A-001 · 题干"
std::string opinionPlace(const formats::Bank& bank, const formats::Opinion& opinion);

/// The remark, then the field that it means as it stands now: with the words that are meant marked, or the
/// suggested ones as a tracked change; where the text has changed, the old words beside it.
std::vector<StyledWords::Piece> opinionWords(const formats::Bank& bank, const formats::Round& round,
                                             const formats::Opinion& opinion);

/// What was said about it, one below the other.
std::vector<StyledWords::Piece> threadWords(const formats::Opinion& opinion);

/// Whether the suggested words can be put in the place of the ones that are meant.
bool suggestionFits(const formats::Bank& bank, const formats::Opinion& opinion);

/// "林晓 2026-03-25 答复；专家已认可。"
std::string answerState(const formats::Opinion& opinion);

/// "整改期限 2026-04-20，还有 12 天。" in the states of rectification, else what state it is.
std::string clockWords(const formats::Round& round, const formats::Date& today);

}  // namespace tiku::editor
