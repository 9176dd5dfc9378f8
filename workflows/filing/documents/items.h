#pragma once

#include <string>
#include <vector>

#include "workflows/filing/documents/page.h"

/// Items as they are printed for a reader: in the sample, in papers.
namespace tiku::workflows {

/// 难度 and 一致性 as printed: "3（中等）"; "—" where the item has none.
std::string difficultyText(const std::optional<int>& code);
std::string consistencyText(const std::optional<int>& code);
/// "B", "ABD", "正确", the accepted answers of the blanks; "（未给出）" without a key. Of a reference answer
/// the words.
std::string keyText(const formats::TheoryItem& item);

/// Stem and options under a number, kept on one page, and with what follows when `keepNext`.
void addQuestion(formats::DocxWriter& writer, const formats::TheoryItem& item, const std::string& number,
                 bool keepNext);
/// Options with their letters, side by side where they are short.
void addOptions(formats::DocxWriter& writer, const std::vector<formats::RichText>& options, bool keepLast);
/// The reference answer with its marking points; nothing for an objective item.
void addReferenceAnswer(formats::DocxWriter& writer, const formats::TheoryItem& item);

/// 准备通知单, 试题单 and 评分记录表, each on its own page. The first page begins where the writer stands.
void addSkillItem(const DocumentRequest& request, formats::DocxWriter& writer,
                  const formats::SkillItem& item);

/// A paper with its key.
void addPaper(const DocumentRequest& request, formats::DocxWriter& writer, const formats::Paper& paper);

}  // namespace tiku::workflows
