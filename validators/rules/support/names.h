#pragma once

#include <string>

#include "formats/model/item.h"
#include "formats/model/item_set.h"
#include "formats/model/paper.h"

/// How findings name items and papers, in the user's language: the same thing has the same name in every
/// rule.
namespace tiku::validators {

/// "三级单选题 B-A-B-C-001-002“游标卡尺的精度是（　）…”": code, where there is one, and first words.
std::string itemName(const formats::TheoryItem& item);
/// "三级操作题《更换制动片》"; without a title its code, without either its id.
std::string itemName(const formats::SkillItem& item);
/// `三级题组“某供电所10kV线路…”`: by the beginning of what is shared, or of its first option.
std::string setName(const formats::ItemSet& set);
/// "三级理论试卷 A" by number, else title.
std::string paperName(const formats::Paper& paper);
/// The first `characters` characters on one line, with an ellipsis when there is more.
std::string excerpt(const std::string& text, int characters = 16);
/// Option letters of a position: 0 -> "A".
std::string optionLetter(int position);

}  // namespace tiku::validators
