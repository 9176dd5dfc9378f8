#pragma once

#include <string>

#include "formats/model/experts.h"

/// What is said of experts and draws, in words for people.
namespace tiku::formats::print {

/// 试题内容专家
std::string text(Expert::Kind value);
/// 副高级
std::string text(ExpertTitle value);
/// 不在聘期
std::string text(Exclusion value);
std::string text(const Expert& value);
std::string text(const PanelDraw& value);

}  // namespace tiku::formats::print
