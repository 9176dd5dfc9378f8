#include "formats/exchange/tables/skill_merge.h"

#include <algorithm>
#include <set>

#include "formats/base/say.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::tables {
namespace {

std::string titleKey(const SkillItem& item) {
  return std::to_string(item.level.number()) + "\n" + wordsKey(item.title);
}

std::string contentKey(const SkillItem& item) {
  std::string key = titleKey(item) + "\n" + wordsKey(item.task.str());
  for (const ScoreRow& row : item.scores) {
    key += "\n" + row.marks.str() + wordsKey(row.content.str() + row.criterion.str());
  }
  return key;
}

std::string codeKey(const SkillItem& item) {
  return std::to_string(item.level.number()) + "\n" + squeezed(item.code);
}

/// Fills what `own` lacks from `found`; with `replaces`, takes over what the source says.
SkillItem combined(const SkillItem& own, const SkillItem& found, bool replaces) {
  SkillItem item = own;
  const auto take = [replaces](auto& target, const auto& value, bool lacks, bool says) {
    if (says && (lacks || replaces)) target = value;
  };
  take(item.code, found.code, own.code.empty(), !found.code.empty());
  take(item.title, found.title, own.title.empty(), !found.title.empty());
  take(item.minutes, found.minutes, own.minutes == 0, found.minutes != 0);
  take(item.marks, found.marks, own.marks.isZero(), !found.marks.isZero());
  take(item.venue, found.venue, own.venue.empty(), !found.venue.blocks().empty());
  take(item.materials, found.materials, own.materials.empty(), !found.materials.empty());
  take(item.task, found.task, own.task.empty(), !found.task.blocks().empty());
  take(item.requirements, found.requirements, own.requirements.empty(), !found.requirements.blocks().empty());
  take(item.quality, found.quality, own.quality.empty(), !found.quality.blocks().empty());
  take(item.vetoes, found.vetoes, own.vetoes.empty(), !found.vetoes.empty());
  take(item.scores, found.scores, own.scores.empty(), !found.scores.empty());
  // Links are a person's to change once they are there.
  if (!item.module) item.module = found.module;
  if (item.points.empty()) item.points = found.points;
  if (item.source.file.empty()) item.source = found.source;
  return item;
}

class Matcher {
 public:
  explicit Matcher(const Bank& bank) : own_(bank.all<SkillItem>()) {
    for (std::size_t i = 0; i < own_.size(); ++i) {
      const SkillItem& item = *own_[i];
      if (!item.code.empty()) byCode_[codeKey(item)].push_back(i);
      byContent_[contentKey(item)].push_back(i);
      byTitle_[titleKey(item)].push_back(i);
    }
  }

  const SkillItem* match(const SkillItem& found, int sameCodes) {
    if (!found.code.empty() && sameCodes == 1) {
      const auto hit = byCode_.find(codeKey(found));
      if (hit != byCode_.end() && hit->second.size() == 1) {
        if (const SkillItem* item = take(hit->second.front())) return item;
      }
    }
    if (const SkillItem* item = firstFree(byContent_, contentKey(found), {})) return item;
    return firstFree(byTitle_, titleKey(found), found.source.file);
  }

  /// Another item of the level has this title.
  [[nodiscard]] bool titleTaken(const SkillItem& found) const { return byTitle_.contains(titleKey(found)); }

 private:
  const SkillItem* take(std::size_t i) { return taken_.insert(i).second ? own_[i].get() : nullptr; }

  const SkillItem* firstFree(const std::map<std::string, std::vector<std::size_t>>& index,
                             const std::string& key, const std::string& file) {
    const auto hit = index.find(key);
    if (hit == index.end()) return nullptr;
    for (const std::size_t i : hit->second) {
      if (!file.empty() && own_[i]->source.file != file) continue;
      if (const SkillItem* item = take(i)) return item;
    }
    return nullptr;
  }

  std::vector<std::shared_ptr<const SkillItem>> own_;
  std::map<std::string, std::vector<std::size_t>> byCode_;
  std::map<std::string, std::vector<std::size_t>> byContent_;
  std::map<std::string, std::vector<std::size_t>> byTitle_;
  std::set<std::size_t> taken_;
};

}  // namespace

std::vector<MergedSkill> mergeSkills(const Bank& bank, std::vector<SkillItem> found) {
  Matcher matcher(bank);
  std::map<std::string, int> codes;
  for (const SkillItem& item : found) ++codes[codeKey(item)];
  std::map<std::string, std::string> seen;
  std::vector<MergedSkill> merged;
  for (SkillItem& item : found) {
    const auto [first, fresh] = seen.emplace(contentKey(item), item.source.at);
    if (!fresh) {
      const std::string doubt =
          say("与{first}的试题内容相同，没有再次导入；请核对是否重复。", "first"_a = first->second);
      merged.push_back({MergedSkill::What::kRepeated, std::move(item), doubt});
      continue;
    }
    const SkillItem* own = matcher.match(item, codes[codeKey(item)]);
    if (own == nullptr) {
      std::string doubt;
      if (matcher.titleTaken(item)) {
        doubt = say("题库已有同名而内容不同的试题；已作为新试题导入，请核对是否重复。");
      }
      item.id = Id::random();
      merged.push_back({MergedSkill::What::kAdded, std::move(item), std::move(doubt)});
      continue;
    }
    const bool replaces = own->source.file == item.source.file ||
                          (!own->code.empty() && squeezed(own->code) == squeezed(item.code));
    SkillItem result = combined(*own, item, replaces);
    SkillItem elsewhere = *own;  // An item that only stands in another file has not changed.
    elsewhere.source = result.source;
    const bool same = result == elsewhere;
    if (same) result.source = own->source;
    merged.push_back(
        {same ? MergedSkill::What::kUnchanged : MergedSkill::What::kChanged, std::move(result), {}});
  }
  return merged;
}

}  // namespace tiku::formats::tables
