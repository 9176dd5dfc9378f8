#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace tiku::cli {

/// What is wrong with how the command was typed, in a sentence without a full stop, in the user's language.
std::string usageWords(const CLI::ParseError& wrong);

}  // namespace tiku::cli
