#include "workflows/filing/checklist.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/filing/checked_in.h"
#include "workflows/filing/documents/form.h"
#include "workflows/filing/documents/page.h"
#include "workflows/filing/documents/steps.h"
#include "workflows/review/report/expert_opinions.h"
#include "workflows/review/report/page.h"
#include "workflows/review/stamps.h"

namespace tiku::workflows {
namespace {

using namespace formats;
using validators::levelWord;

/// Looks at one bank for all of its documents.
class Checklist {
 public:
  Checklist(const Bank& bank, const validators::Profile& profile, std::vector<Id> changed)
      : changed_(std::move(changed)),
        bank_(bank),
        profile_(profile),
        view_(bank),
        context_{bank, profile, sample_, {}, true, {}},
        dossier_(dossierOf(bank)) {}

  ChecklistEntry entry(const validators::BundleDocument& document) const {
    ChecklistEntry entry{document, plainTitle(document.title), {}, {}, false, false, {}};
    if (hasForm(context_, document.id)) {
      form(entry);
    } else if (document.id == "development") {
      development(entry);
    } else if (document.id == "theory-table") {
      tables(entry, say("理论知识要素细目表"), [](const Blueprint& b) { return b.theory.empty(); });
    } else if (document.id == "skills-structure") {
      tables(entry, say("操作技能考评内容结构表"), [](const Blueprint& b) { return b.structure.empty(); });
    } else if (document.id == "skills-table") {
      tables(entry, say("操作技能要素细目表"), [](const Blueprint& b) { return b.skills.empty(); });
    } else if (document.id == "samples") {
      samples(entry);
    } else if (document.id == "internal-review") {
      review(entry);
    } else if (document.id == "evidence") {
      evidence(entry);
    } else {
      entry.missing.push_back(say("没有名为“{id}”的表格模板。", "id"_a = document.id));
    }
    return entry;
  }

 private:
  [[nodiscard]] std::string value(const std::string& id) const {
    const auto found = dossier_.fields.find(id);
    return found == dossier_.fields.end() ? std::string() : found->second;
  }

  [[nodiscard]] const People* people() const { return bank_.find<People>(People::kId); }

  void form(ChecklistEntry& entry) const {
    const DocumentRequest request{context_, view_, figures_, entry.document, {}, entry.title, {}};
    const Form form = formOf(context_, entry.document.id);
    bool asksPeople = false;
    for (const FormSection& part : form.sections) {
      DossierSection section{part.title, {}};
      for (const auto& piece : part.parts) {
        asksPeople = asksPeople || std::holds_alternative<FormPeople>(piece);
        const auto* row = std::get_if<FormRow>(&piece);
        if (row == nullptr) continue;
        for (const FormField& field : row->fields) {
          std::string said;
          for (const std::string& one : formData(request, field.data))
            said += (said.empty() ? "" : "、") + one;
          section.fields.push_back(
              {field.id, field.label, {}, field.choices, field.lines, std::move(said), value(field.id)});
        }
      }
      if (!section.fields.empty()) entry.sections.push_back(std::move(section));
    }
    for (const DossierSection& section : entry.sections) missingFields(section, entry);
    if (asksPeople && (people() == nullptr || people()->people.empty()))
      entry.missing.push_back(say("没有登记开发人员。"));
  }

  static void missingFields(const DossierSection& section, ChecklistEntry& entry) {
    std::string labels;
    for (const DossierField& field : section.fields) {
      if (!field.filled()) labels += (labels.empty() ? "" : "、") + field.label;
    }
    if (!labels.empty())
      entry.missing.push_back(
          say("“{section}”没有填：{fields}。", "section"_a = section.title, "fields"_a = labels));
  }

  void text(ChecklistEntry& entry, DossierText text) const {
    const auto found = dossier_.texts.find(text.id);
    if (found == dossier_.texts.end() || found->second.empty())
      entry.missing.push_back(say("没有写“{title}”。", "title"_a = text.title));
    entry.texts.push_back(std::move(text));
  }

  void development(ChecklistEntry& entry) const {
    if (bank_.standard() == nullptr) entry.missing.push_back(say("没有录入所依据的标准。"));
    text(entry, {"basis", "命题依据", say("依据的标准、规程，命题的原则和考评目标。")});
    DossierSection steps{"开发过程", {}};
    int open = 0;
    for (const DevelopmentStep& step : kDevelopmentSteps) {
      const std::string prefix = "step-" + std::string(step.id) + "-";
      const auto add = [&](const char* part, const char* label) {
        steps.fields.push_back(
            {prefix + part, label, std::string(step.name), {}, 0, {}, value(prefix + part)});
      };
      add("period", "起止时间");
      add("person", "负责人");
      add("result", "成果");
      open += value(prefix + "period").empty() || value(prefix + "person").empty() ? 1 : 0;
    }
    entry.sections.push_back(std::move(steps));
    if (open > 0) entry.missing.push_back(say("开发过程有 {n} 个环节没有写起止时间或负责人。", "n"_a = open));
    text(entry, {"pilot", "试测报告", say("试测的时间、地点、人数，结果的分析，修改和淘汰的试题。")});
    if (people() == nullptr || people()->people.empty()) entry.missing.push_back(say("没有登记开发人员。"));
  }

  template <typename IsEmpty>
  void tables(ChecklistEntry& entry, const std::string& what, const IsEmpty& isEmpty) const {
    for (const LevelView& level : view_.levels()) {
      if (level.blueprint == nullptr || isEmpty(*level.blueprint))
        entry.missing.push_back(
            say("{level}没有{what}。", "level"_a = levelWord(level.level), "what"_a = what));
    }
    if (view_.levels().empty()) entry.missing.push_back(say("题库没有写明等级。"));
  }

  void samples(ChecklistEntry& entry) const {
    entry.sample = true;
    if (!profile_.sample()) entry.missing.push_back(say("规则没有规定样本的比例。"));
    const BankInfo& info = bank_.info();
    for (const LevelView& level : view_.levels()) {
      const auto need = [&](bool has, const std::string& what) {
        if (!has)
          entry.missing.push_back(
              say("{level}没有{what}。", "level"_a = levelWord(level.level), "what"_a = what));
      };
      if (info.theoryKind == BankKind::kItems) {
        need(!level.theory.empty(), say("理论知识试题"));
      } else {
        need(!level.theoryPapers.empty(), say("理论知识试卷"));
      }
      if (info.skillsKind == BankKind::kItems) {
        need(!level.skills.empty(), say("操作技能试题"));
      } else {
        need(!level.skillsPapers.empty(), say("操作技能试卷"));
      }
    }
  }

  void review(ChecklistEntry& entry) const {
    text(entry, {"internal-review", "专家评审意见", say("内部专家团队评审的总体评价、意见和处理、结论。")});
    const bool hasExperts =
        people() != nullptr && std::ranges::any_of(people()->people, [](const Person& person) {
          return person.kind != Person::Kind::kStaff;
        });
    if (!hasExperts) entry.missing.push_back(say("没有登记评审专家。"));
    if (openedRound(bank_) != nullptr) entry.missing.clear();  // The round writes what is there to say.
    if (changed_.empty()) return;
    constexpr std::size_t kMostNamed = 5;
    std::string names;
    for (std::size_t i = 0; i < changed_.size() && i < kMostNamed; ++i)
      names += (i == 0 ? "" : say("、")) + reports::placeOf(bank_, changed_[i]);
    entry.missing.push_back(
        changed_.size() > kMostNamed
            ? say("通过评审以后有改动的 {n} 件：{names}等。", "n"_a = changed_.size(), "names"_a = names)
            : say("通过评审以后有改动的 {n} 件：{names}。", "n"_a = changed_.size(), "names"_a = names));
  }

  void evidence(ChecklistEntry& entry) const {
    entry.attachments = true;
    for (const Attachment& attachment : attachmentsOf(context_)) {
      if (attachment.media == nullptr)
        entry.missing.push_back(say("题库里没有“{title}”的文件。", "title"_a = attachment.title));
    }
  }

  std::vector<Id> changed_;  ///< Since they passed a review.
  const Bank& bank_;
  const validators::Profile& profile_;
  Sample sample_;
  Figures figures_;
  BankView view_;
  FilingContext context_;
  const Dossier& dossier_;
};

}  // namespace

std::vector<ChecklistEntry> checklistOf(const Bank& bank, const validators::Profile& profile,
                                        const std::optional<std::vector<Id>>& changed) {
  const Checklist checklist(bank, profile, changed ? *changed : changedSinceApproval(bank));
  std::vector<ChecklistEntry> entries;
  for (const validators::BundleDocument& document : profile.bundle())
    entries.push_back(checklist.entry(document));
  return entries;
}

}  // namespace tiku::workflows
