#pragma once

#include "formats/exchange/tables/skill_reader.h"
#include "formats/exchange/tables/skill_words.h"

/// What a line or cell adds to the item that is being read. Each function gives the unit `at` its verdict.
namespace tiku::formats::tables {

/// 试题代码. The first one counts; another one is a doubt, as with the next two.
void readCode(FoundSkill& found, const std::string& code, const std::string& at, Rows& rows);
void readMinutes(FoundSkill& found, const std::string& text, const std::string& at, Rows& rows);
void readMarks(FoundSkill& found, const std::string& text, const std::string& at, Rows& rows);

/// Where the texts of a section grow; null for the head and for veto items, which are no running text.
[[nodiscard]] FoundSkill::Blocks* blocksOf(FoundSkill& found, SkillSection section);

/// Adds a text to its section. `line` is the same as plain words. A text in no section is a doubt.
void takeText(FoundSkill& found, SkillSection section, const RichText& text, const std::string& line,
              const std::string& at, Rows& rows);

}  // namespace tiku::formats::tables
