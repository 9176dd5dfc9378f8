#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/docx/writer.h"
#include "workflows/review/report/report.h"

/// What the documents of a round share.
namespace tiku::workflows::reports {

/// An empty document with title, version and, where the round has no conclusion yet, the draft mark.
formats::DocxWriter openReport(const ReviewReport& report, const std::string& title, bool wide);

/// "量具检校员"; a line of blanks where the bank names no occupation.
std::string occupationOf(const formats::Bank& bank);

/// Where an object is found: "三级 单选题 A-B-C-001-002". What the bank does not have any more is told.
std::string placeOf(const formats::Bank& bank, formats::Id object);
/// The same with the field and the words: "…，题干“……”".
std::string placeOf(const formats::Bank& bank, const formats::Anchor& anchor);

/// The step by which the round came into the state, the latest; null where it never did.
const formats::RoundStep* stepInto(const formats::Round& round, formats::RoundState state);
/// The latest of 合格, 限期整改 and 不合格; null before.
const formats::RoundStep* conclusionOf(const formats::Round& round);

/// What a field is called: "options/2" is "选项 C"; the name itself of one that nobody knows.
std::string fieldName(std::string_view field);

/// Whether a row of these cells may be broken by the end of a page.
bool isLong(const std::vector<std::string>& texts);

/// A row whose cells are left-aligned but the first.
formats::DocxRow wordsRow(const std::vector<std::string>& texts);
/// One cell over all columns.
formats::DocxRow noteRow(const std::string& text, int columns);

/// "☐ 合格　　　☑ 限期整改　　　☐ 不合格"
std::string boxes(const std::vector<std::string>& choices, std::string_view chosen);

/// The panel's members with a column to sign.
formats::DocxTable signatureTable(const formats::Round& round);

/// 二、 ... by number, from 1.
std::string numbered(int number, std::string_view title);

}  // namespace tiku::workflows::reports
