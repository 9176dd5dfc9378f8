#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/exchange/standard/text_chapters.h"
#include "formats/exchange/standard/weight_tables.h"
#include "formats/exchange/standard/work_chapter.h"
#include "formats/exchange/tables/rows.h"

/// What a standard should not have: gaps, repetitions, sums that are none. Each becomes a doubt at its place;
/// the content is taken all the same.
namespace tiku::formats::standards {

/// The levels that 1.4 职业技能等级 names; empty when it is missing or names none.
std::set<Level> namedLevels(const std::vector<ReadSection>& sections);

void checkLevel(const ReadLevel& level, tables::Rows& rows);
void checkTopics(const std::vector<ReadTopic>& topics, tables::Rows& rows);
/// Numbers of chapter 1, and the levels that 1.4 names and chapter 3 does not have.
void checkSections(const std::vector<ReadSection>& sections, const std::set<Level>& levels,
                   tables::Rows& rows);
/// Sums, and names against those of the functions.
void checkWeights(const ReadWeights& table, const std::vector<const ReadLevel*>& levels, tables::Rows& rows);

}  // namespace tiku::formats::standards
