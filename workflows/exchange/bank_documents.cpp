#include "workflows/exchange/bank_documents.h"

#include <fmt/format.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/itemdoc/tag_line.h"
#include "workflows/exchange/paper_pages.h"
#include "workflows/exchange/standard_pages.h"
#include "workflows/filing/documents/element_table.h"
#include "workflows/filing/documents/items.h"
#include "workflows/filing/documents/skills_structure.h"

namespace tiku::workflows {
namespace {

using formats::DocxStyle;
using formats::DocxWriter;
using formats::ErrorCode;
using formats::FormatError;
using formats::Level;
using formats::say;
using formats::XlsxBook;

std::string titleOf(BankContent content, const std::string& word) {
  switch (content) {
    case BankContent::kElements:
      return word + "要素细目表";
    case BankContent::kPlan:
      return "认定方案";
    case BankContent::kSkills:
      return "操作技能试题";
    case BankContent::kStandard:
      return "职业标准";
    case BankContent::kPapers:
      break;
  }
  return "试卷";
}

class Documents {
 public:
  Documents(const formats::Bank& bank, const validators::Profile& profile, std::optional<Level> level)
      : context_{bank, profile, sample_, {}, false, {}}, view_(bank), figures_(figuresOf(context_)) {
    for (const LevelView& one : view_.levels()) {
      if (!level || one.level == *level) levels_.push_back(&one);
    }
  }

  BankDocument write(BankContent content, OfficeFormat format) {
    const DocumentRequest whole = request({});
    const DocumentRequest titled = request(titleOf(content, whole.word()));
    const std::string title = view_.occupation() + titled.title;
    BankDocument made;
    if (format == OfficeFormat::kExcel) {
      XlsxBook book = openBook(titled, title);
      made.count = content == BankContent::kElements ? elements(book) : plan(book);
      if (made.count > 0) made.bytes = formats::writeXlsx(book);
      return made;
    }
    const bool lying = content == BankContent::kElements;
    DocxWriter writer = openDocument(titled, title, lying ? Sheet::kLandscape : Sheet::kPortrait);
    switch (content) {
      case BankContent::kElements:
        made.count = elements(writer);
        break;
      case BankContent::kPlan:
        made.count = plan(writer);
        break;
      case BankContent::kSkills:
        made.count = skills(titled, writer);
        break;
      case BankContent::kPapers:
        made.count = papers(titled, writer);
        break;
      case BankContent::kStandard:
        made.count = standard(writer);
        break;
    }
    if (made.count > 0) made.bytes = std::move(writer).finish();
    return made;
  }

 private:
  DocumentRequest request(std::string title) const {
    std::vector<Level> levels;
    for (const LevelView* level : levels_) levels.push_back(level->level);
    return {context_, view_, figures_, document_, std::move(levels), std::move(title), {}};
  }

  // Visits the tables that a level has: the theory one and the operational one.
  template <typename Visit>
  int eachTable(const Visit& visit) const {
    int count = 0;
    const std::string word = request({}).word();
    for (const LevelView* level : levels_) {
      for (const bool theory : {true, false}) {
        if (level->blueprint == nullptr) continue;
        const formats::ElementTable& table = theory ? level->blueprint->theory : level->blueprint->skills;
        if (table.empty()) continue;
        visit(request((theory ? "理论知识" : "操作技能") + word + "要素细目表"), *level, theory);
        ++count;
      }
    }
    return count;
  }

  int elements(DocxWriter& writer) const {
    return eachTable([&writer](const DocumentRequest& request, const LevelView& level, bool theory) {
      addElementTable(request, level, theory, true, writer);
    });
  }
  int elements(XlsxBook& book) const {
    return eachTable([&book](const DocumentRequest& request, const LevelView& level, bool theory) {
      const std::string name = std::string(level.level.name()) + (theory ? "理论" : "操作");
      book.sheets.push_back(elementSheet(request, level, theory, name));
    });
  }

  int plan(DocxWriter& writer) const {
    int count = 0;
    const DocumentRequest structure = request("操作技能" + request({}).word() + "内容结构表");
    for (const LevelView* level : levels_) {
      if (level->blueprint == nullptr) continue;
      if (!level->blueprint->plan.sections.empty()) {
        writer.pageBreak();
        addPaperPlan(structure, *level, writer);
        ++count;
      }
      if (level->blueprint->structure.empty()) continue;
      writer.add(fmt::format("{}（{}）{}", view_.occupation(), level->level.name(), structure.title),
                 DocxStyle::kSubtitle);
      addModuleTable(structure, level->level, writer);
      ++count;
    }
    return count;
  }
  int plan(XlsxBook& book) const {
    int count = 0;
    const DocumentRequest structure = request("操作技能" + request({}).word() + "内容结构表");
    for (const LevelView* level : levels_) {
      if (level->blueprint == nullptr) continue;
      if (!level->blueprint->plan.sections.empty()) {
        book.sheets.push_back(paperPlanSheet(structure, *level));
        ++count;
      }
      if (level->blueprint->structure.empty()) continue;
      book.sheets.push_back(moduleSheet(structure, level->level, view_.occupation() + structure.title));
      ++count;
    }
    return count;
  }

  int skills(const DocumentRequest& request, DocxWriter& writer) const {
    int count = 0;
    for (const LevelView* level : levels_) {
      for (const formats::SkillItem* item : level->skills) {
        writer.pageBreak();
        addSkillItem(request, writer, *item);
        ++count;
      }
    }
    return count;
  }

  int standard(DocxWriter& writer) const {
    const formats::Standard* standard = context_.bank.standard();
    if (standard == nullptr) return 0;
    addStandard(*standard, writer);
    return 1;
  }

  int papers(const DocumentRequest& request, DocxWriter& writer) const {
    int count = 0;
    for (const LevelView* level : levels_) {
      for (const auto* list : {&level->theoryPapers, &level->skillsPapers}) {
        for (const formats::Paper* paper : *list) {
          writer.pageBreak();
          writer.add(formats::itemdoc::tagLine({{formats::itemdoc::tags::kPaper, paper->id.str()}}),
                     DocxStyle::kItemTag);
          addPaper(request, writer, *paper);
          if (list == &level->theoryPapers) addAnswerSheet(request, writer, *paper);
          ++count;
        }
      }
    }
    return count;
  }

  Sample sample_;
  FilingContext context_;
  BankView view_;
  Figures figures_;
  validators::BundleDocument document_;
  std::vector<const LevelView*> levels_;
};

}  // namespace

BankDocument writeBankDocument(const formats::Bank& bank, const validators::Profile& profile,
                               BankContent content, OfficeFormat format, std::optional<Level> level) {
  const bool pages =
      content == BankContent::kSkills || content == BankContent::kPapers || content == BankContent::kStandard;
  if (content == BankContent::kStandard && level) {
    throw FormatError(ErrorCode::kUsage, say("职业标准整份写出，不能只写一个等级。"));
  }
  if (pages && format == OfficeFormat::kExcel) {
    throw FormatError(ErrorCode::kUsage, say("职业标准、操作技能试题和试卷只能写成 Word 文件。"), {},
                      say("请改写 Word，或者写出理论试题的 Excel 表。"));
  }
  BankDocument made = Documents(bank, profile, level).write(content, format);
  if (made.count == 0) throw FormatError(ErrorCode::kUsage, say("题库里还没有这样的内容可写。"));
  return made;
}

}  // namespace tiku::workflows
