#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/model/review.h"

/// The words by which files, JSON and the command name the values of a review.
namespace tiku::formats {

std::string fileWord(RoundState state);         ///< "reviewing"
std::string fileWord(Invitation::Phase phase);  ///< "independent"
std::string fileWord(RemarkKind kind);          ///< "knowledge"
std::string fileWord(Gravity gravity);          ///< "grave"
std::string fileWord(ItemVerdict verdict);      ///< "adopt"
std::string fileWord(OpinionStatus status);     ///< "open"

/// The value of such a word; nothing for another one.
std::optional<RoundState> roundStateOf(std::string_view word);
std::optional<Invitation::Phase> phaseNamed(std::string_view word);
std::optional<RemarkKind> remarkKindOf(std::string_view word);
std::optional<Gravity> gravityOf(std::string_view word);
std::optional<ItemVerdict> itemVerdictOf(std::string_view word);

}  // namespace tiku::formats
