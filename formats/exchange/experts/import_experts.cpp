// 专家名单 from a spreadsheet: a head row that names 姓名 and 单位, one expert a row. Units of the report are
// the rows
// ("Sheet1!7") and, of a sheet without such a head, the sheet. An expert is recognised by name and
// institution.
#include <algorithm>
#include <map>

#include "formats/base/error.h"
#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/exchange/experts/expert_words.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/ledger.h"
#include "formats/exchange/sheets/columns.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats {
namespace {

using experts::ExpertField;
using sheets::trimmedWords;
using sheets::wordsOfRow;

/// Column by field.
using ExpertColumns = std::map<ExpertField, int>;

class ExpertsImport {
 public:
  ExpertsImport(const Bank& bank, const Workbook& workbook) : workbook_(workbook) {
    if (const auto* kept = bank.find<Experts>(Experts::kId)) experts_ = before_ = *kept;
  }

  ImportResult run() {
    for (const Sheet& sheet : workbook_.sheets) readSheet(sheet);
    if (!anyHead_) {
      throw FormatError(ErrorCode::kNotUnderstood, say("没有找到专家名单的表头。"), {workbook_.file, 0, {}},
                        say("表头要有“姓名”“类别”“工作单位”三列；类别写“内容”或“方法”。"));
    }
    ImportResult result{Edit(say("导入专家名单")), {}, {}};
    result.report.file = workbook_.file;
    result.report.kind = ImportKind::kExperts;
    result.report.notes = workbook_.notes;
    for (std::string& note : notes_) result.report.notes.push_back(std::move(note));
    result.report.counts = counts_;
    result.report.rows = std::move(ledger_).take();
    if (experts_ != before_) result.edit.put(std::move(experts_));
    return result;
  }

 private:
  void readSheet(const Sheet& sheet);
  void readHead(const Sheet& sheet, int row, const ExpertColumns& columns);
  void readRow(const std::string& at, const std::vector<std::string>& words, const ExpertColumns& columns);
  void take(const std::string& at, Expert expert);

  const Workbook& workbook_;
  Experts before_;
  Experts experts_;
  Ledger ledger_;
  std::map<std::string, int> counts_;
  std::vector<std::string> notes_;
  bool anyHead_ = false;
};

// The columns that a row names, where it is the head of a list of experts.
ExpertColumns headColumns(const std::vector<std::string>& words) {
  ExpertColumns columns;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto field = experts::fieldOfHead(words[i])) columns.emplace(*field, static_cast<int>(i));
  }
  const bool head = columns.contains(ExpertField::kName) && columns.contains(ExpertField::kKind) &&
                    columns.contains(ExpertField::kInstitution);
  return head ? columns : ExpertColumns{};
}

void ExpertsImport::readSheet(const Sheet& sheet) {
  ExpertColumns columns;
  for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row) {
    const std::string at = rowName(sheet, row);
    const std::vector<std::string> words = wordsOfRow(sheet, row);
    const bool blank =
        std::ranges::all_of(words, [](const std::string& w) { return trimmedWords(w).empty(); });
    ledger_.enter(at);
    if (blank) {
      ledger_.skipped(at, say("空行。"));
    } else if (const ExpertColumns head = headColumns(words); !head.empty()) {
      columns = head;
      anyHead_ = true;
      readHead(sheet, row, columns);
    } else if (columns.empty()) {
      ledger_.skipped(at, say("表头之前的文字。"));
    } else {
      readRow(at, words, columns);
    }
  }
}

void ExpertsImport::readHead(const Sheet& sheet, int row, const ExpertColumns& columns) {
  ledger_.skipped(rowName(sheet, row), say("表头。"));
  const std::vector<std::string> words = wordsOfRow(sheet, row);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto field = experts::fieldOfHead(words[i]);
    const bool used = field && columns.at(*field) == static_cast<int>(i);
    if (used || trimmedWords(words[i]).empty() || experts::isSerialHead(words[i])) continue;
    notes_.push_back(say("{cell}：没有用到“{head}”这一列。",
                         "cell"_a = cellName(sheet, row, static_cast<int>(i)),
                         "head"_a = trimmedWords(words[i])));
  }
}

void ExpertsImport::readRow(const std::string& at, const std::vector<std::string>& words,
                            const ExpertColumns& columns) {
  const auto cell = [&](ExpertField field) {
    const auto column = columns.find(field);
    if (column == columns.end() || column->second >= static_cast<int>(words.size())) return std::string();
    return tables::tidy(words[static_cast<std::size_t>(column->second)]);
  };
  Expert expert;
  expert.name = cell(ExpertField::kName);
  expert.institution = cell(ExpertField::kInstitution);
  if (expert.name.empty()) return ledger_.unclear(at, say("没有姓名。"));
  if (expert.institution.empty()) return ledger_.unclear(at, say("没有工作单位，无法判断回避。"));
  const auto kind = experts::kindOf(cell(ExpertField::kKind));
  if (!kind) {
    return ledger_.unclear(
        at, say("类别“{text}”看不懂；请写“内容”或“方法”。", "text"_a = cell(ExpertField::kKind)));
  }
  expert.kind = *kind;
  for (const auto& [field, date] : {std::pair{ExpertField::kAppointed, &expert.appointed},
                                    std::pair{ExpertField::kUntil, &expert.until}}) {
    const std::string text = cell(field);
    *date = tables::parseDate(text);
    if (!text.empty() && !*date) {
      return ledger_.unclear(at, say("日期“{text}”看不懂；请写作 2026年3月1日。", "text"_a = text));
    }
  }
  expert.qualification = cell(ExpertField::kTitle);
  expert.title = experts::titleOf(expert.qualification);
  const std::string level = cell(ExpertField::kLevel);
  expert.level = experts::levelOf(level.empty() ? expert.qualification : level);
  if (!level.empty() && level != expert.qualification) {
    expert.qualification += (expert.qualification.empty() ? "" : " ") + level;
  }
  expert.certificate = cell(ExpertField::kCertificate);
  expert.fields = experts::listOf(cell(ExpertField::kFields));
  for (std::string& name : experts::listOf(cell(ExpertField::kAvoidance))) {
    expert.avoidances.push_back({std::move(name), {}, {}});
  }
  take(at, std::move(expert));
}

// The row's expert, or what is new of one that is known; what the file does not have stays.
void ExpertsImport::take(const std::string& at, Expert expert) {
  const auto same = std::ranges::find_if(experts_.experts, [&](const Expert& known) {
    return foldWords(known.name) == foldWords(expert.name) &&
           foldWords(known.institution) == foldWords(expert.institution);
  });
  if (same == experts_.experts.end()) {
    ledger_.imported(at, say("新的专家{name}。", "name"_a = expert.name));
    expert.id = Id::random();
    experts_.experts.push_back(std::move(expert));
    ++counts_["added"];
    return;
  }
  const Expert known = *same;
  const auto keep = [](auto& into, auto&& from) {
    if (from != std::remove_cvref_t<decltype(from)>{}) into = std::forward<decltype(from)>(from);
  };
  same->kind = expert.kind;
  keep(same->qualification, std::move(expert.qualification));
  keep(same->title, std::move(expert.title));
  keep(same->level, std::move(expert.level));
  keep(same->certificate, std::move(expert.certificate));
  keep(same->fields, std::move(expert.fields));
  keep(same->appointed, std::move(expert.appointed));
  keep(same->until, std::move(expert.until));
  for (Avoidance& avoidance : expert.avoidances) {
    const bool there = std::ranges::any_of(same->avoidances, [&](const Avoidance& one) {
      return foldWords(one.institution) == foldWords(avoidance.institution);
    });
    if (!there) same->avoidances.push_back(std::move(avoidance));
  }
  const bool changed = !(*same == known);
  ++counts_[changed ? "changed" : "unchanged"];
  ledger_.imported(at, changed ? say("更新了专家{name}的资料。", "name"_a = known.name)
                               : say("专家{name}的资料没有变化。", "name"_a = known.name));
}

}  // namespace

ImportResult importExperts(const Bank& bank, const Workbook& workbook) {
  return ExpertsImport(bank, workbook).run();
}

}  // namespace tiku::formats
