#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/widgets/when.h"
#include "workflows/review/round.h"

/// Words that several pages of the room say.
namespace tiku::editor {

/// "2026-03-02"; empty without a day.
std::string dateText(const std::optional<formats::Date>& date);

/// Sentences one after the other, with a space between them where the language has one.
std::string inARow(const std::vector<std::string>& sentences);

/// 已交（逾期）, 未交 ... and nothing of what he wrote.
std::string whereaboutsOf(const workflows::MemberProgress& member);

/// The object as a line of a list names it: its level and code, where it has one; its id when it is gone.
std::string objectLine(const formats::Bank& bank, formats::Id object);

}  // namespace tiku::editor
