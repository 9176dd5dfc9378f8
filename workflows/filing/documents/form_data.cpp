#include <algorithm>
#include <array>

#include "workflows/filing/documents/form.h"

namespace tiku::workflows {
namespace {

using Values = std::vector<std::string>;

std::string kindName(formats::BankKind kind) {
  return kind == formats::BankKind::kItems ? "题库" : "试卷库";
}

std::string className(formats::OccupationClass kind) {
  switch (kind) {
    case formats::OccupationClass::kTechnical:
      return "技术技能型";
    case formats::OccupationClass::kKnowledge:
      return "知识技能型";
    case formats::OccupationClass::kCompound:
      return "复合技能型";
  }
  return {};
}

std::string standardKind(const formats::Standard* standard) {
  if (standard == nullptr) return {};
  switch (standard->kind) {
    case formats::StandardKind::kNational:
      return "国家职业标准";
    case formats::StandardKind::kIndustry:
      return "行业评价规范";
    case formats::StandardKind::kEnterprise:
      return "企业评价规范";
    case formats::StandardKind::kSpecial:
      return "专项职业能力考核规范";
  }
  return {};
}

Values levelsOf(const DocumentRequest& request) {
  Values names;
  for (const LevelView& level : request.view.levels()) names.emplace_back(level.level.longName());
  return names;
}

std::string leader(const formats::Bank& bank) {
  const auto* people = bank.find<formats::People>(formats::People::kId);
  if (people == nullptr) return {};
  const auto found = std::find_if(people->people.begin(), people->people.end(), [](const auto& person) {
    return person.duty.find("负责人") != std::string::npos;
  });
  return found == people->people.end() ? std::string() : found->name;
}

struct Datum {
  std::string_view name;
  Values (*read)(const DocumentRequest& request);
};

template <std::string formats::Institution::* Member>
Values ofInstitution(const DocumentRequest& request) {
  return {request.context.bank.info().institution.*Member};
}

using formats::Institution;

/// One line per name that a template may take; docs/forms.md lists them for its writers.
constexpr std::array<Datum, 18> kData{
    {{"institution/name", ofInstitution<&Institution::name>},
     {"institution/credit-code", ofInstitution<&Institution::creditCode>},
     {"institution/kind", ofInstitution<&Institution::kind>},
     {"institution/record-number", ofInstitution<&Institution::recordNumber>},
     {"institution/valid-until", ofInstitution<&Institution::validUntil>},
     {"institution/contact", ofInstitution<&Institution::contact>},
     {"institution/phone", ofInstitution<&Institution::phone>},
     {"bank/title", [](const DocumentRequest& r) { return Values{r.context.bank.info().title}; }},
     {"bank/occupation",
      [](const DocumentRequest& r) { return Values{r.context.bank.info().occupationName}; }},
     {"bank/occupation-code",
      [](const DocumentRequest& r) {
        const auto& code = r.context.bank.info().occupation;
        return Values{code ? code->str() : ""};
      }},
     {"bank/levels", levelsOf},
     {"bank/theory-kind",
      [](const DocumentRequest& r) { return Values{kindName(r.context.bank.info().theoryKind)}; }},
     {"bank/skills-kind",
      [](const DocumentRequest& r) { return Values{kindName(r.context.bank.info().skillsKind)}; }},
     {"bank/class",
      [](const DocumentRequest& r) { return Values{className(r.context.bank.info().occupationClass)}; }},
     {"standard/title", [](const DocumentRequest& r) { return Values{standardTitle(r.context.bank)}; }},
     {"standard/kind",
      [](const DocumentRequest& r) { return Values{standardKind(r.context.bank.standard())}; }},
     {"people/leader", [](const DocumentRequest& r) { return Values{leader(r.context.bank)}; }},
     {"profile/regulation",
      [](const DocumentRequest& r) { return Values{r.context.profile.regulation()}; }}}};

}  // namespace

std::vector<std::string> formData(const DocumentRequest& request, const std::string& name) {
  const auto found =
      std::find_if(kData.begin(), kData.end(), [&name](const Datum& datum) { return datum.name == name; });
  if (found == kData.end()) return {};
  Values values = found->read(request);
  std::erase(values, "");
  return values;
}

bool isFormData(std::string_view name) {
  return std::any_of(kData.begin(), kData.end(), [name](const Datum& datum) { return datum.name == name; });
}

}  // namespace tiku::workflows
