#include "editor/import/import_reading.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "editor/text/incoming.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/exchange/kept.h"
#include "formats/exchange/zip_parts.h"
#include "formats/model/pictures.h"
#include "validators/rules/support/names.h"
#include "workflows/impact/edition_file.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::as;
using formats::Bank;
using formats::Edit;
using formats::Id;
using formats::ImportKind;
using formats::Object;
using formats::Paper;
using formats::say;
using formats::SkillItem;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

std::string fieldWords(const Object& before, const Object& after) {
  std::string words;
  for (const formats::Field& field : formats::differingFields(before, after)) {
    if (!words.empty()) words += "、";
    words += field.word;
  }
  return words;
}

std::string resultOfObject(const Object* before, const Object& after) {
  return before == nullptr ? say("新收")
                           : say("题库已有，改动：{fields}", "fields"_a = fieldWords(*before, after));
}

void putStep(Edit& edit, const Id& id, Object object) {
  if (object.index() == 0) {
    edit.remove(id);
  } else {
    edit.putObject(std::move(object));
  }
}

IncomingRow rowOfSkill(const SkillItem& item) {
  std::string words = item.code.empty() ? item.title : item.code + " " + item.title;
  words += "\n" + say("{minutes} 分钟，{marks} 分，评分 {n} 项", "minutes"_a = item.minutes,
                      "marks"_a = item.marks.str(), "n"_a = item.scores.size());
  return {.object = item.id, .kind = say("操作技能试题"), .words = words, .result = {}};
}

IncomingRow rowOfSet(const formats::ItemSet& set) {
  const bool stem = set.kind == formats::ItemSet::Kind::kSharedStem;
  std::string words = set.stem.str();
  for (std::size_t i = 0; i < set.options.size(); ++i)
    words += (words.empty() ? "" : "\n") + validators::optionLetter(static_cast<int>(i)) + ". " +
             set.options[i].str();
  return {.object = set.id,
          .kind = stem ? say("共用题干（{n} 道题）", "n"_a = set.items.size())
                       : say("共用备选答案（{n} 道题）", "n"_a = set.items.size()),
          .words = words,
          .result = {}};
}

IncomingRow rowOfPaper(const Paper& paper) {
  std::size_t items = 0;
  for (const formats::PaperSection& section : paper.sections) items += section.entries.size();
  return {.object = paper.id,
          .kind = say("试卷"),
          .words = say("{title}：{n} 道试题，共 {marks} 分", "title"_a = paper.title, "n"_a = items,
                       "marks"_a = paper.total().str()),
          .result = {}};
}

std::vector<std::string> linesOfField(const Object& object, const std::string& field) {
  std::vector<std::string> lines;
  std::istringstream text(object.index() == 0 ? std::string() : formats::fieldText(object, field));
  for (std::string line; std::getline(text, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

/// The lines of `lines` that `others` does not have as often.
std::vector<std::string> linesBeyond(const std::vector<std::string>& lines,
                                     const std::vector<std::string>& others) {
  std::multiset<std::string> there(others.begin(), others.end());
  std::vector<std::string> beyond;
  for (const std::string& line : lines) {
    const auto found = there.find(line);
    if (found == there.end()) {
      beyond.push_back(line);
    } else {
      there.erase(found);
    }
  }
  return beyond;
}

/// A table, line by line: what comes in and what goes.
void addTableRows(Id object, const Object& before, const Object& after, std::vector<IncomingRow>& rows) {
  const Object& whole = before.index() == 0 ? after : before;
  for (const formats::Field& field : formats::fieldsOf(whole)) {
    const std::vector<std::string> was = linesOfField(before, field.name);
    const std::vector<std::string> is = linesOfField(after, field.name);
    for (const std::string& line : linesBeyond(is, was)) {
      rows.push_back(
          {.object = object, .kind = field.word, .words = line, .result = say("收入"), .isNew = true});
    }
    for (const std::string& line : linesBeyond(was, is)) {
      rows.push_back({.object = object, .kind = field.word, .words = line, .result = say("不再有")});
    }
  }
}

/// Code and name of each point of the bank's theory tables.
std::map<Id, std::string> pointLabels(const Bank& bank) {
  std::map<Id, std::string> labels;
  for (const auto& blueprint : bank.all<formats::Blueprint>()) {
    walk(blueprint->theory, [&labels](const formats::TablePlace& place) {
      if (place.point != nullptr) labels[place.point->id] = place.code() + " " + place.point->name;
    });
  }
  return labels;
}

void addItemRows(const Bank& bank, const formats::ImportResult& result, std::vector<IncomingRow>& rows) {
  const std::map<Id, std::string> labels = pointLabels(bank);
  std::map<Id, workflows::PointProposal> proposals;
  for (workflows::PointProposal& one : workflows::proposePoints(bank, result))
    proposals.emplace(one.item, std::move(one));
  for (const IncomingItem& incoming : incomingItems(bank, result.edit, result).items) {
    using What = IncomingItem::What;
    rows.push_back({.object = incoming.item.id,
                    .kind = formats::translate(formats::itemTypeName(incoming.item.type)),
                    .words = wordsOfItem(incoming.item),
                    .result = resultOf(incoming),
                    .isChange = incoming.what != What::kThere,
                    .isNew = incoming.what == What::kNew,
                    .isDoubtful = !incoming.doubts.empty()});
    IncomingRow& row = rows.back();
    if (incoming.item.point && labels.contains(*incoming.item.point)) {
      row.point = labels.at(*incoming.item.point);
    } else if (const auto found = proposals.find(incoming.item.id); found != proposals.end()) {
      row.proposal = found->second;
    }
  }
}

/// What the file says otherwise than the bank, whose words stay unless somebody decides against them.
void addConflictRows(const formats::ImportResult& result, std::vector<IncomingRow>& rows) {
  for (const formats::ImportedItem& imported : result.items) {
    if (!imported.theirs) continue;
    rows.push_back({.object = imported.id,
                    .kind = formats::translate(formats::itemTypeName(imported.theirs->type)),
                    .words = wordsOfItem(*imported.theirs),
                    .result = say("与题库冲突：勾选后改用文件的答案，不勾选保留题库的。"),
                    .isDoubtful = true,
                    .theirs = std::make_shared<const TheoryItem>(*imported.theirs)});
  }
}

void addRows(const Bank& bank, const formats::ImportResult& result, std::vector<IncomingRow>& rows) {
  addItemRows(bank, result, rows);
  addConflictRows(result, rows);
  std::set<Id> items;
  for (const formats::ImportedItem& item : result.items) items.insert(item.id);
  for (const Edit::Step& step : result.edit.steps()) {
    if (items.contains(step.id) || as<formats::Media>(step.object) != nullptr) continue;
    const Object* before = bank.object(step.id);
    IncomingRow row{.object = step.id};
    if (const auto* skill = as<SkillItem>(step.object)) {
      row = rowOfSkill(*skill);
    } else if (const auto* paper = as<Paper>(step.object)) {
      row = rowOfPaper(*paper);
    } else if (const auto* set = as<formats::ItemSet>(step.object)) {
      row = rowOfSet(*set);
    } else {
      addTableRows(step.id, before == nullptr ? Object() : *before, step.object, rows);
      continue;
    }
    row.result = resultOfObject(before, step.object);
    row.isNew = before == nullptr;
    rows.push_back(std::move(row));
  }
}

// What the taken objects show, and the originals of items that came from another system.
std::set<std::string> mediaIn(const Edit& edit, const std::set<Id>& left) {
  std::map<std::string, const formats::Media*> media;
  for (const Edit::Step& step : edit.steps()) {
    if (const auto* one = as<formats::Media>(step.object)) media[one->name] = one;
  }
  const auto find = [&media](const std::string& name) {
    const auto found = media.find(name);
    return found == media.end() ? nullptr : found->second;
  };
  std::set<std::string> names;
  for (const Edit::Step& step : edit.steps()) {
    if (left.contains(step.id)) continue;
    for (std::string& name : formats::picturesOf(step.object)) names.insert(std::move(name));
    if (const auto* item = as<TheoryItem>(step.object)) {
      for (std::string& name : formats::keptFiles(*item, find)) names.insert(std::move(name));
    }
  }
  return names;
}

/// The paper without items that neither the bank nor the edit has.
Paper withoutLeft(Paper paper, const Bank& bank, const std::set<Id>& left) {
  for (formats::PaperSection& section : paper.sections) {
    std::erase_if(section.entries, [&](const formats::PaperEntry& entry) {
      return left.contains(entry.item) && bank.object(entry.item) == nullptr;
    });
  }
  return paper;
}

std::string titleOf(ImportKind kind, int theory, int skills) {
  if (theory > 0) return say("导入 {n} 道试题", "n"_a = theory);
  if (skills > 0) return say("导入 {n} 道操作技能试题", "n"_a = skills);
  switch (kind) {
    case ImportKind::kElementTable:
      return say("导入要素细目表");
    case ImportKind::kPlan:
      return say("导入认定方案");
    case ImportKind::kStandard:
      return say("导入职业标准");
    default:
      return say("导入试卷");
  }
}

}  // namespace

int ImportReading::count(formats::Verdict verdict) const {
  int sum = 0;
  for (const FileReading& file : files) sum += file.report.count(verdict);
  return sum;
}

namespace {

/// The file with what a person put right in its reading, or in that of another file of its layout.
formats::ImportResult readAsTaught(const Bank& bank, const fs::path& path, const ImportQuestion& question,
                                   formats::ImportOptions& options, FileReading& file) {
  if (const auto given = question.corrections.find(path); given != question.corrections.end()) {
    options.corrections = file.corrections = given->second;
    return importFile(bank, path, options);
  }
  formats::ImportResult result = importFile(bank, path, options);
  file.layout = layoutOf(result.report);
  const auto known = question.layouts.find(file.layout);
  if (known == question.layouts.end()) return result;
  options.corrections = file.corrections = forFile(known->second, file.name);
  file.fromMemory = true;
  return importFile(bank, path, options);
}

}  // namespace

ImportReading readForImport(const Bank& bank, const ImportQuestion& question, TaskControl& control) {
  ImportReading reading;
  reading.kind = question.options.kind;
  Bank trial = bank;
  const double files = std::max<double>(1.0, static_cast<double>(question.files.size()));
  for (const fs::path& path : question.files) {
    FileReading& file = reading.files.emplace_back();
    file.name = formats::fileNameOf(path);
    formats::ImportOptions options = question.options;
    options.progress = [&control, files, before = static_cast<double>(reading.files.size() - 1)](
                           double share) { control.tell((before + share) / files); };
    control.check();
    try {
      formats::ImportResult result = readAsTaught(trial, path, question, options, file);
      control.check();
      addRows(trial, result, reading.rows);
      if (std::string resting = workflows::restingOn(trial, result.edit).words(); !resting.empty())
        result.report.notes.push_back(std::move(resting));
      trial.apply(result.edit);
      for (const Edit::Step& step : result.edit.steps()) putStep(reading.edit, step.id, step.object);
      file.report = std::move(result.report);
    } catch (const formats::FormatError& error) {
      file.error = error;
    }
  }
  return reading;
}

Edit editOf(const ImportReading& reading, const Bank& bank, const ImportDecision& decision) {
  const std::set<Id>& left = decision.left;
  const std::set<std::string> media = mediaIn(reading.edit, left);
  int theory = 0;
  int skills = 0;
  std::vector<Edit::Step> taken;
  for (const Edit::Step& step : reading.edit.steps()) {
    if (left.contains(step.id)) continue;
    const auto* file = as<formats::Media>(step.object);
    if (file != nullptr && !media.contains(file->name)) continue;
    theory += as<TheoryItem>(step.object) != nullptr ? 1 : 0;
    skills += as<SkillItem>(step.object) != nullptr ? 1 : 0;
    const auto* paper = as<Paper>(step.object);
    taken.push_back(paper == nullptr ? step
                                     : Edit::Step{step.id, std::make_shared<const Paper>(
                                                               withoutLeft(*paper, bank, left))});
  }
  Edit edit(titleOf(reading.kind, theory, skills));
  for (Edit::Step& step : taken) putStep(edit, step.id, std::move(step.object));
  for (const IncomingRow& row : reading.rows) {
    if (row.theirs != nullptr && decision.theirs.contains(row.object)) edit.putObject(row.theirs);
  }
  std::vector<workflows::PointProposal> proposals;
  for (const IncomingRow& row : reading.rows) {
    if (row.proposal && decision.linked.contains(row.object)) proposals.push_back(*row.proposal);
  }
  return proposals.empty() ? edit : workflows::withPoints(edit, proposals);
}

ImportKind likelyKind(const fs::path& file) {
  const std::string name = formats::fileNameOf(file);
  const auto has = [&name](const char* word) { return name.find(word) != std::string::npos; };
  if (has("细目")) return ImportKind::kElementTable;
  if (has("方案")) return ImportKind::kPlan;
  for (const char* word : {"职业标准", "职业技能标准", "评价规范", "考核规范"}) {
    if (has(word)) return ImportKind::kStandard;
  }
  return has("操作") || has("实操") ? ImportKind::kSkillsItems : ImportKind::kItems;
}

}  // namespace tiku::editor
