#pragma once

#include <string>
#include <string_view>

namespace tiku::validators {

/// What a rule looks after, in a few words of the user's language: "每道题都有答案" for items/key-missing.
/// The id itself for a rule that the program does not have.
[[nodiscard]] std::string ruleTitle(std::string_view rule);

}  // namespace tiku::validators
