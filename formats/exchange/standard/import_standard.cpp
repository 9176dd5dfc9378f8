// An occupational standard into a bank: the document is read, its variants are chosen from, what does not add
// up is told, and the entries that the bank has already keep their ids.
#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/media_of.h"
#include "formats/exchange/standard/checks.h"
#include "formats/exchange/standard/read_standard.h"
#include "formats/exchange/standard/settle.h"

namespace tiku::formats {
namespace {

using namespace standards;

constexpr const char* kVariantKey = "variant";

std::optional<Level> onlyLevel(const Bank& bank, const ImportOptions& options) {
  if (options.level) return options.level;
  return bank.info().levels.size() == 1 ? std::optional(bank.info().levels.front()) : std::nullopt;
}

std::string firstLine(const OverviewSection& section) {
  const std::string text = section.text.str();
  std::string line = tables::tidy(text.substr(0, text.find('\n')));
  // A footnote's mark is no part of the name: 量具检修工①
  constexpr std::size_t kMark = 3;
  if (line.size() > kMark && line.compare(line.size() - kMark, 2, "\xE2\x91") == 0)
    line.resize(line.size() - kMark);
  return line;
}

class StandardImport {
 public:
  StandardImport(const Bank& bank, const Document& document, const ImportOptions& options)
      : bank_(bank), document_(document), options_(options), reader_(document, onlyLevel(bank, options)) {}

  ImportResult run() {
    if (!reader_.read()) refuse();
    chooseVariant();
    chooseTables();
    check();
    ImportResult result{Edit(say("导入职业标准")), {}};
    result.report.file = document_.file;
    result.report.kind = ImportKind::kStandard;
    result.report.notes = document_.notes;
    const Standard* before = bank_.standard();
    Standard found = standard();
    if (before != nullptr)
      found = settled(*before, std::move(found), namedLevels(reader_.sections()), result.report.notes);
    tellLadder(result.report.notes);
    count(before, found, result.report.counts);
    tellReading(found, result.report.reading);
    if (before == nullptr || !(*before == found)) {
      result.edit.put(std::move(found));
      putMediaOf(bank_, document_.media, result.edit);
    }
    result.report.rows = reader_.rows().take();
    return result;
  }

 private:
  [[noreturn]] void refuse() const {
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("这不像职业标准：没有找到“职业概况”“基本要求”等章节，"
                          "也没有工作要求的表。"),
                      {document_.file, 0, {}},
                      say("工作要求的表头须有“职业功能、工作内容、技能要求、相关知识要求”；"
                          "如果是细目表、方案或试题，请改选文件的内容。"));
  }

  void tellLadder(std::vector<std::string>& notes) const;
  void chooseVariant();
  void chooseTables();
  void check();
  void checkOccupation();
  Standard standard() const;
  LevelRequirements requirementsOf(const ReadLevel& read) const;
  void addSpecialWeights(Standard& made) const;
  void count(const Standard* before, const Standard& after, std::map<std::string, int>& counts) const;
  void tellReading(const Standard& found, std::vector<ReadingLine>& reading) const;
  void leaveOut(const std::string& variant, const std::vector<std::string>& units);

  const Bank& bank_;
  const Document& document_;
  const ImportOptions& options_;
  StandardReader reader_;
  std::vector<std::string> variants_;  ///< 方向 or 工种, in order; empty where all holds for all.
  std::string variant_;                ///< The one that is taken.
  bool corrected_ = false;
  std::vector<const ReadLevel*> levels_;  ///< What is taken.
  const ReadWeights* theory_ = nullptr;
  const ReadWeights* skills_ = nullptr;
};

/// 专业技术类 occupations have three levels of their own, which a bank holds as three of the five.
void StandardImport::tellLadder(std::vector<std::string>& notes) const {
  const bool technical = std::ranges::any_of(reader_.sections(), [](const ReadSection& read) {
    return tables::squeezed(read.section.title) == "专业技术等级";
  });
  if (technical) notes.push_back(say("这是专业技术类职业的标准：初级、中级、高级按五级、四级、三级收入。"));
}

void StandardImport::chooseVariant() {
  for (const auto& level : reader_.work().levels()) {
    const bool known = std::ranges::find(variants_, level->variant) != variants_.end();
    if (!level->variant.empty() && !known) variants_.push_back(level->variant);
  }
  if (variants_.size() == 1) variants_.clear();  // A heading, and nothing to choose from.
  for (const auto& [key, value] : options_.corrections) {
    if (key != kVariantKey || variants_.empty()) {
      throw FormatError(ErrorCode::kUsage, say("读法里没有“{key}”这一项。", "key"_a = key),
                        {document_.file, 0, {}}, say("可以更正的有：{keys}。", "keys"_a = kVariantKey));
    }
    if (std::ranges::find(variants_, value) == variants_.end()) {
      throw FormatError(
          ErrorCode::kUsage, say("“{key}”不能更正为“{value}”。", "key"_a = key, "value"_a = value),
          {document_.file, 0, {}}, say("可以是：{values}。", "values"_a = tables::listed(variants_)));
    }
    variant_ = value;
    corrected_ = true;
  }
  if (variant_.empty() && !variants_.empty()) variant_ = variants_.front();
  for (const auto& level : reader_.work().levels()) {
    const bool other = !variants_.empty() && !level->variant.empty() && level->variant != variant_;
    const auto same =
        std::ranges::find_if(levels_, [&](const auto* one) { return one->level == level->level; });
    if (other || (same != levels_.end() && !variants_.empty())) {
      leaveOut(level->variant, level->units);
    } else if (same != levels_.end()) {
      for (const std::string& unit : level->units)
        reader_.rows().doubt(unit, say("{level}的工作要求又出现一次，没有收入；请核对。",
                                       "level"_a = level->level.longName()));
    } else {
      levels_.push_back(level.get());
    }
  }
  std::ranges::stable_sort(levels_, std::greater(), &ReadLevel::level);
}

void StandardImport::leaveOut(const std::string& variant, const std::vector<std::string>& units) {
  for (const std::string& unit : units) {
    reader_.rows().doubt(unit,
                         say("“{variant}”的内容没有收入：题库的标准只存一个方向（工种），这次取“{taken}”。",
                             "variant"_a = variant, "taken"_a = variant_));
  }
}

void StandardImport::chooseTables() {
  for (const ReadWeights& table : reader_.weights()) {
    const ReadWeights*& place = table.skills ? skills_ : theory_;
    const bool other = !variants_.empty() && !table.variant.empty() && table.variant != variant_;
    if (!other && place == nullptr) {
      place = &table;
    } else if (other) {
      leaveOut(table.variant, table.units);
    } else {
      for (const std::string& unit : table.units)
        reader_.rows().doubt(unit, say("同一种权重表的第二张，没有收入。"));
    }
  }
}

void StandardImport::checkOccupation() {
  const BankInfo& info = bank_.info();
  for (const ReadSection& read : reader_.sections()) {
    const std::string title = tables::squeezed(read.section.title);
    const std::string text = firstLine(read.section);
    if (title == "职业名称" && !info.occupationName.empty() && !text.empty()) {
      const std::string ours = tables::wordsKey(info.occupationName);
      const std::string theirs = tables::wordsKey(text);
      if (!tables::has(theirs, ours) && !tables::has(ours, theirs))
        reader_.rows().doubt(read.at, say("文件的职业是“{theirs}”，题库的是“{ours}”；请核对文件是否拿错。",
                                          "theirs"_a = text, "ours"_a = info.occupationName));
    } else if ((title == "职业编码" || title == "职业代码") && info.occupation) {
      const auto code = OccupationCode::parse(tables::squeezed(text));
      if (code && *code != *info.occupation)
        reader_.rows().doubt(read.at, say("文件的职业编码是 {theirs}，题库的是 {ours}；请核对文件是否拿错。",
                                          "theirs"_a = code->str(), "ours"_a = info.occupation->str()));
    }
  }
}

void StandardImport::check() {
  tables::Rows& rows = reader_.rows();
  std::set<Level> levels;
  for (const ReadLevel* level : levels_) levels.insert(level->level);
  checkOccupation();
  checkSections(reader_.sections(), levels, rows);
  checkTopics(reader_.topics(), rows);
  for (const ReadLevel* level : levels_) checkLevel(*level, rows);
  for (const ReadWeights* table : {theory_, skills_}) {
    if (table != nullptr) checkWeights(*table, levels_, rows);
  }
}

LevelRequirements StandardImport::requirementsOf(const ReadLevel& read) const {
  const auto column = [](const std::vector<ReadEntry>& entries) {
    std::vector<Requirement> made;
    for (const ReadEntry& entry : entries) made.push_back({Id::random(), entry.text, entry.critical, {}});
    return made;
  };
  LevelRequirements made(read.level);
  for (const ReadFunction& function : read.functions) {
    Function one{Id::random(), function.name, {}, {}};
    for (const ReadContent& content : function.contents) {
      one.contents.push_back(
          {Id::random(), content.name, column(content.skills), column(content.knowledge), {}});
    }
    made.functions.push_back(std::move(one));
  }
  return made;
}

/// A 专项职业能力考核规范 has its shares beside the tasks.
void StandardImport::addSpecialWeights(Standard& made) const {
  for (const ReadLevel* level : levels_) {
    for (const ReadFunction& function : level->functions) {
      if (!function.share) continue;
      WeightRow row;
      row.name = function.name;
      row.weights.emplace(level->level, *function.share);
      made.skillsWeights.push_back(std::move(row));
    }
  }
}

Standard StandardImport::standard() const {
  Standard made;
  const Standard* before = bank_.standard();
  std::string occupation = bank_.info().occupationName;
  for (const ReadSection& read : reader_.sections()) {
    if (tables::squeezed(read.section.title) == "职业名称" && !read.section.text.empty())
      occupation = firstLine(read.section);
    made.overview.push_back(read.section);
  }
  made.kind = reader_.special() ? StandardKind::kSpecial
                                : reader_.front().kind().value_or(before == nullptr ? StandardKind::kNational
                                                                                    : before->kind);
  made.title = reader_.front().title(occupation);
  made.edition = reader_.front().edition();
  made.issuer = reader_.front().issuer();
  for (const ReadTopic& read : reader_.topics()) made.basics.push_back(read.topic);
  for (const ReadLevel* level : levels_) made.levels.push_back(requirementsOf(*level));
  const auto rows = [](const ReadWeights* table, std::vector<WeightRow>& into) {
    if (table == nullptr) return;
    for (const ReadWeightRow& read : table->rows) into.push_back(read.row);
  };
  rows(theory_, made.theoryWeights);
  rows(skills_, made.skillsWeights);
  if (reader_.special()) addSpecialWeights(made);
  return made;
}

void StandardImport::count(const Standard* before, const Standard& after,
                           std::map<std::string, int>& counts) const {
  for (const char* name : {"sections", "topics", "levels", "functions", "contents", "skills", "knowledge",
                           "critical", "theory-weights", "skills-weights", "added", "changed", "unchanged"})
    counts[name] = 0;
  counts["sections"] = static_cast<int>(reader_.sections().size());
  counts["topics"] = static_cast<int>(reader_.topics().size());
  counts["levels"] = static_cast<int>(levels_.size());
  counts["theory-weights"] = theory_ == nullptr ? 0 : static_cast<int>(theory_->rows.size());
  counts["skills-weights"] = skills_ == nullptr ? 0 : static_cast<int>(skills_->rows.size());
  for (const ReadLevel* level : levels_) {
    counts["functions"] += static_cast<int>(level->functions.size());
    for (const ReadFunction& function : level->functions) {
      counts["contents"] += static_cast<int>(function.contents.size());
      for (const ReadContent& content : function.contents) {
        counts["skills"] += static_cast<int>(content.skills.size());
        counts["knowledge"] += static_cast<int>(content.knowledge.size());
        counts["critical"] += static_cast<int>(std::ranges::count_if(content.skills, &ReadEntry::critical));
      }
    }
  }
  countEntries(before, after, counts);
}

void StandardImport::tellReading(const Standard& found, std::vector<ReadingLine>& reading) const {
  const std::string edition = found.edition.empty() ? say("没有写明版次") : found.edition;
  reading.push_back({"title",
                     found.title,
                     say("标准：{title}（{edition}）", "title"_a = found.title, "edition"_a = edition),
                     {},
                     {},
                     false});
  std::string levels;
  std::vector<std::string> names;
  for (const ReadLevel* level : levels_) {
    levels += (levels.empty() ? "" : ",") + std::to_string(level->level.number());
    names.emplace_back(level->level.longName());
  }
  if (!names.empty())
    reading.push_back(
        {"levels", levels, say("工作要求：{levels}", "levels"_a = tables::listed(names)), {}, {}, false});
  if (variants_.empty()) return;
  ReadingLine line{kVariantKey,
                   variant_,
                   say("方向（工种）：取“{name}”，其余没有收入", "name"_a = variant_),
                   say("文件分 {n} 个方向（工种）", "n"_a = variants_.size()),
                   {},
                   corrected_};
  for (const std::string& name : variants_) line.choices.push_back({name, name});
  reading.push_back(std::move(line));
}

}  // namespace

ImportResult importStandard(const Bank& bank, const Document& document, const ImportOptions& options) {
  return StandardImport(bank, document, options).run();
}

}  // namespace tiku::formats
