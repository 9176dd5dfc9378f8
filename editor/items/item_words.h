#pragma once

#include <string>
#include <vector>

namespace tiku::editor {

/// 难度代码 and 一致性代码 of the national item template, 1 to 5, behind "not set".
std::vector<std::string> difficultyWords();
std::vector<std::string> consistencyWords();

}  // namespace tiku::editor
