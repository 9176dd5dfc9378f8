#include "editor/papers/plan_line.h"

#include <map>

#include <wx/settings.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/paper_items.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::ItemType;
using formats::Marks;
using formats::Paper;
using formats::PlanSection;
using formats::say;
using formats::operator""_a;

namespace {

struct Sum {
  int items = 0;
  Marks marks;
};

std::map<ItemType, Sum> sumsOf(const std::vector<PlanSection>& sections) {
  std::map<ItemType, Sum> sums;
  for (const PlanSection& section : sections) {
    sums[section.type].items += section.count;
    sums[section.type].marks += section.each * section.count;
  }
  return sums;
}

State stateOf(const Sum& had, const Sum& wanted) {
  if (had.items == wanted.items && had.marks == wanted.marks) return State::kGood;
  return had.items == 0 ? State::kEmpty : State::kShort;
}

}  // namespace

PlanLine::PlanLine(wxWindow* parent) : wxPanel(parent) {
  SetSizer(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES));
}

void PlanLine::show(const Paper* paper, const formats::Bank& bank) {
  GetSizer()->Clear(true);
  if (paper == nullptr) return;
  const auto add = [this](const std::string& words, State state) {
    auto* ground = new wxPanel(this);
    ground->SetBackgroundColour(state == State::kNeutral ? GetBackgroundColour() : groundOf(state));
    auto* text = new wxStaticText(ground, wxID_ANY, shown(words));
    auto* inner = new wxBoxSizer(wxHORIZONTAL);
    inner->Add(text, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(6)).Border(wxALL, FromDIP(3)));
    ground->SetSizer(inner);
    GetSizer()->Add(ground, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
  };
  const Marks total = paper->total();
  const Marks whole = Marks::whole(100);
  add(say("合计 {marks} / 100 分", "marks"_a = total.str()), total == whole   ? State::kGood
                                                             : total.isZero() ? State::kEmpty
                                                                              : State::kShort);
  if (paper->kind == Paper::Kind::kTheory) {
    const formats::Blueprint* blueprint = bank.blueprint(paper->level);
    std::map<ItemType, Sum> wanted;
    if (blueprint != nullptr) wanted = sumsOf(blueprint->plan.sections);
    std::map<ItemType, Sum> had = sumsOf(validators::contentOf(*paper, bank).sections);
    for (const ItemType type : formats::kItemTypes) {
      if (wanted.contains(type)) {
        add(say("{type} {had} / {wanted} 道，{marks} / {most} 分", "type"_a = validators::typeWord(type),
                "had"_a = had[type].items, "wanted"_a = wanted[type].items, "marks"_a = had[type].marks.str(),
                "most"_a = wanted[type].marks.str()),
            stateOf(had[type], wanted[type]));
      } else if (had.contains(type)) {
        add(say("{type} {had} 道，{marks} 分", "type"_a = validators::typeWord(type),
                "had"_a = had[type].items, "marks"_a = had[type].marks.str()),
            wanted.empty() ? State::kNeutral : State::kShort);
      }
    }
    if (wanted.empty()) add(say("这个等级还没有组卷方案。"), State::kNeutral);
  }
  Layout();
}

}  // namespace tiku::editor
