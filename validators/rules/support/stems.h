#pragma once

#include <optional>
#include <string_view>

#include "validators/rules/support/words.h"

/// What a stem asks for. Positions are bytes.
namespace tiku::validators {

/// The clause that asks: the one with the blank, or the last one of a question without. Nothing for a stem
/// with several blanks.
std::optional<Span> askingClause(std::string_view stem);

/// The word that turns what is asked for around: 不属于, 错误的是, "除（　）外". Negatives in the setting, in
/// the matter itself (不平衡数据), in a limit (不应小于（　）m) and in idioms of affirmation (必不可少) are
/// none.
std::optional<Span> negativeDemand(std::string_view stem);

/// "（选一项）", "(多选)": a note that says how many options are to be chosen. The first one.
std::optional<Span> choiceNote(std::string_view stem);

/// Whether the stem asks in so many words: a question mark or word, 哪, 什么, 多少 ..., in its last clause.
bool isQuestion(std::string_view stem);

}  // namespace tiku::validators
