// Operational items with their score sheets: reading, links to plan and element table, identities.
#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/media_of.h"
#include "formats/exchange/tables/skill_links.h"
#include "formats/exchange/tables/skill_merge.h"
#include "formats/exchange/tables/skill_reader.h"

namespace tiku::formats {
namespace {

using namespace tables;

class SkillImport {
 public:
  SkillImport(const Bank& bank, const Document& document, const ImportOptions& options)
      : bank_(bank), document_(document), rows_(document), heading_(bank, document, options, rows_) {}

  ImportResult run() {
    found_ = readSkills(document_, heading_, rows_);
    if (found_.empty()) {
      throw FormatError(ErrorCode::kNotUnderstood, say("没有找到操作技能试题。"), {document_.file, 0, {}},
                        say("每道试题须有“试题单”（或“考核试卷”）和“试题评分表”（或“评分记录表”）的标题。"));
    }
    ImportResult result{Edit(say("导入操作技能试题")), {}};
    result.report.file = document_.file;
    result.report.kind = ImportKind::kSkillsItems;
    counts_ = {{"skills-items", 0}, {"score-rows", 0},     {"added", 0},         {"changed", 0},
               {"unchanged", 0},    {"without-module", 0}, {"without-point", 0}, {"modules-short", 0}};
    link();
    merge(result.edit);
    countModules(result.edit);
    result.report.counts = std::move(counts_);
    result.report.rows = rows_.take();
    result.report.notes = document_.notes;
    return result;
  }

 private:
  const SkillLinker& linkerOf(Level level) {
    const auto found = linkers_.find(level);
    return found != linkers_.end() ? found->second
                                   : linkers_.emplace(level, SkillLinker(bank_, level)).first->second;
  }

  void link() {
    for (FoundSkill& found : found_) {
      SkillItem& item = found.item;
      item.marks = marksOf(found);
      if (found.headMarks && found.total && *found.headMarks != *found.total && !found.totalAt.empty()) {
        rows_.doubt(found.totalAt, say("试题写明 {head} 分，评分表合计 {total} 分；按评分表导入，请核对。",
                                       "head"_a = found.headMarks->str(), "total"_a = found.total->str()));
      }
      links_.push_back(linkerOf(item.level).link(found));
      item.module = links_.back().module;
      item.points = links_.back().points;
      ++counts_["skills-items"];
      counts_["score-rows"] += static_cast<int>(item.scores.size());
    }
  }

  void merge(Edit& edit) {
    std::vector<SkillItem> items;
    for (const FoundSkill& found : found_) items.push_back(found.item);
    std::vector<MergedSkill> merged = mergeSkills(bank_, std::move(items));
    for (std::size_t i = 0; i < merged.size(); ++i) {
      report(found_[i], links_[i], merged[i]);
      if (merged[i].what == MergedSkill::What::kUnchanged || merged[i].what == MergedSkill::What::kRepeated)
        continue;
      edit.put(std::move(merged[i].item));
    }
    putMediaOf(bank_, document_.media, edit);
  }

  /// What is to be said of one item at its title, and of its requirements at their lines.
  void report(const FoundSkill& found, const SkillLinks& links, const MergedSkill& merged) {
    static const std::map<MergedSkill::What, const char*> kCounts{
        {MergedSkill::What::kAdded, "added"},
        {MergedSkill::What::kChanged, "changed"},
        {MergedSkill::What::kUnchanged, "unchanged"},
        {MergedSkill::What::kRepeated, "repeated"}};
    ++counts_[kCounts.at(merged.what)];
    for (const SkillLinks::LineLink& line : links.lines) rows_.imported(line.at, line.sentence);
    const std::string& at = found.titleAt;
    if (at.empty()) return;
    if (!merged.doubt.empty()) rows_.doubt(at, merged.doubt);
    if (merged.what == MergedSkill::What::kRepeated) return;
    const SkillItem& item = merged.item;
    const SkillLinker& linker = linkerOf(item.level);
    // A person may have linked by hand what the words do not say.
    if (item.module == links.module && !links.remark.empty()) rows_.imported(at, links.remark);
    const bool open = (linker.hasStructure() && !item.module) || item.points.empty();
    for (const std::string& doubt : links.doubts) {
      if (open) rows_.doubt(at, doubt);
    }
    if (item.module) {
      for (const std::string& doubt : linker.compare(item, *item.module)) rows_.doubt(at, doubt);
    }
    if (!found.hasSheet) rows_.doubt(at, say("这道试题没有评分表；其他内容已导入，请补上评分表。"));
    if (item.minutes == 0) rows_.doubt(at, say("没有考核时间；其他内容已导入，请补上。"));
    if (item.task.blocks().empty())
      rows_.doubt(at, say("没有工作任务（试题正文）；其他内容已导入，请补上。"));
    if (linker.hasStructure() && !item.module) ++counts_["without-module"];
    if (linker.hasPoints() && item.points.empty()) ++counts_["without-point"];
  }

  /// 题库题量 of the plan against what the bank has with this edit.
  void countModules(const Edit& edit) {
    std::map<Id, int> have;
    const auto count = [&have](const SkillItem& item, int by) {
      if (item.module && item.status != ItemStatus::kRetired) have[*item.module] += by;
    };
    bank_.forEach<SkillItem>([&](const auto& item) { count(*item, 1); });
    for (const Edit::Step& step : edit.steps()) {
      const SkillItem* item = as<SkillItem>(step.object);
      if (item == nullptr) continue;
      if (const SkillItem* before = bank_.find<SkillItem>(step.id)) count(*before, -1);
      count(*item, 1);
    }
    const auto last = std::ranges::find_if(found_.rbegin(), found_.rend(),
                                           [](const FoundSkill& found) { return !found.titleAt.empty(); });
    for (const auto& [level, linker] : linkers_) {
      for (const SkillLinker::Module& entry : linker.modules()) {
        const SkillModule& module = entry.module;
        if (!module.bankItems || have[module.id] >= *module.bankItems) continue;
        ++counts_["modules-short"];
        if (last == found_.rend()) continue;
        rows_.imported(last->titleAt, say("模块 {code} {name}：方案的题库题量是 {planned}，题库现有 {have}。",
                                          "code"_a = module.code, "name"_a = module.name,
                                          "planned"_a = *module.bankItems, "have"_a = have[module.id]));
      }
    }
  }

  const Bank& bank_;
  const Document& document_;
  Rows rows_;
  Heading heading_;
  std::vector<FoundSkill> found_;
  std::vector<SkillLinks> links_;
  std::map<Level, SkillLinker> linkers_;
  std::map<std::string, int> counts_;
};

}  // namespace

ImportResult importSkillItems(const Bank& bank, const Document& document, const ImportOptions& options) {
  return SkillImport(bank, document, options).run();
}

}  // namespace tiku::formats
