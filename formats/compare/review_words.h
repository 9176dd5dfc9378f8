#pragma once

#include <string>

#include "formats/model/review.h"

/// What the values of a review are called, translated.
namespace tiku::formats {

std::string wordOf(RoundState state);         ///< 受理
std::string wordOf(Invitation::Phase phase);  ///< 独立评审
std::string wordOf(RemarkKind kind);          ///< 知识错误
std::string wordOf(Gravity gravity);          ///< 严重
std::string wordOf(ItemVerdict verdict);      ///< 采用
std::string wordOf(OpinionStatus status);     ///< 待答复

}  // namespace tiku::formats
