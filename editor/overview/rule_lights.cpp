#include "editor/overview/rule_lights.h"

#include <algorithm>
#include <map>
#include <optional>

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/titles.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using validators::Checker;
using validators::Finding;
using validators::Severity;

namespace {

constexpr std::size_t kMostFindings = 100;  // Of one rule; the inspector lists them all.

enum Column : unsigned { kLight, kWhat, kClause, kMeasured, kRequired, kColumns };

}  // namespace

struct RuleLights::Line {
  Line* above = nullptr;
  std::string rule;
  std::string what;
  std::string clause;
  std::string measured;
  std::string required;
  std::optional<Severity> severity;  ///< Of the light; empty: green.
  bool follows = false;              ///< What it says follows from another rule's findings.
  std::optional<Finding> finding;    ///< Where it leads.
  std::vector<std::unique_ptr<Line>> below;

  Line& add(std::unique_ptr<Line> line) {
    line->above = this;
    return *below.emplace_back(std::move(line));
  }
};

class RuleLights::Model final : public wxDataViewModel {
 public:
  void set(std::vector<std::unique_ptr<Line>> lines) {
    lines_ = std::move(lines);
    Cleared();
  }
  [[nodiscard]] const std::vector<std::unique_ptr<Line>>& lines() const { return lines_; }
  static Line* of(const wxDataViewItem& item) { return static_cast<Line*>(item.GetID()); }

  [[nodiscard]] unsigned int GetColumnCount() const override { return kColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned int column) const override {
    const Line& line = *of(item);
    switch (column) {
      case kLight:
        value = line.follows ? wxString(L"○") : wxString(L"●");
        break;
      case kWhat:
        value = shown(line.what);
        break;
      case kClause:
        value = shown(line.clause);
        break;
      case kMeasured:
        value = shown(line.measured);
        break;
      default:
        value = shown(line.required);
        break;
    }
  }
  bool SetValue(const wxVariant&, const wxDataViewItem&, unsigned int) override { return false; }
  bool GetAttr(const wxDataViewItem& item, unsigned int column, wxDataViewItemAttr& look) const override {
    const Line& line = *of(item);
    if (column == kLight) {
      look.SetColour(line.severity ? colourOf(*line.severity) : inkOf(State::kGood));
      return true;
    }
    if (column == kClause || line.follows || (line.above != nullptr && line.above->rule.empty())) {
      look.SetColour(quietInk());
      return true;
    }
    return false;
  }
  [[nodiscard]] wxDataViewItem GetParent(const wxDataViewItem& item) const override {
    return item.IsOk() ? wxDataViewItem(of(item)->above) : wxDataViewItem();
  }
  [[nodiscard]] bool IsContainer(const wxDataViewItem& item) const override {
    return !item.IsOk() || !of(item)->below.empty();
  }
  [[nodiscard]] bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
  unsigned int GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override {
    const auto& below = item.IsOk() ? of(item)->below : lines_;
    for (const auto& line : below) children.Add(wxDataViewItem(line.get()));
    return static_cast<unsigned int>(below.size());
  }

 private:
  std::vector<std::unique_ptr<Line>> lines_;
};

RuleLights::RuleLights(wxWindow* parent)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_ROW_LINES),
      model_(new Model) {
  AssociateModel(model_.get());
  const auto add = [this](const std::string& title, Column column, int width, int flags) {
    auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
    if (column == kWhat) renderer->EnableEllipsize(wxELLIPSIZE_END);
    auto* made = new wxDataViewColumn(headed(title), renderer, column, FromDIP(width), wxALIGN_LEFT, flags);
    AppendColumn(made);
    return made;
  };
  add({}, kLight, 30, 0);
  SetExpanderColumn(add(say("规则"), kWhat, 320, wxDATAVIEW_COL_RESIZABLE));
  add(say("依据"), kClause, 150, wxDATAVIEW_COL_RESIZABLE);
  add(say("实测"), kMeasured, 80, wxDATAVIEW_COL_RESIZABLE);
  add(say("要求"), kRequired, 80, wxDATAVIEW_COL_RESIZABLE);
  nameForReaders(this, say("规则的状态"));
  Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const Line* line = Model::of(event.GetItem());
    if (line == nullptr) return;
    if (line->finding && open_) {
      open_(Finding(*line->finding));
    } else if (!line->below.empty()) {
      IsExpanded(event.GetItem()) ? Collapse(event.GetItem()) : Expand(event.GetItem());
    }
  });
  Bind(wxEVT_DATAVIEW_ITEM_EXPANDED,
       [this](wxDataViewEvent& event) { unfolded_.insert(Model::of(event.GetItem())->rule); });
  Bind(wxEVT_DATAVIEW_ITEM_COLLAPSED,
       [this](wxDataViewEvent& event) { unfolded_.erase(Model::of(event.GetItem())->rule); });
}

RuleLights::~RuleLights() = default;

std::vector<std::unique_ptr<RuleLights::Line>> RuleLights::linesOf(const Checker& checker) {
  struct OfRule {
    std::vector<Finding> roots;
    std::size_t following = 0;
    std::size_t waived = 0;
    std::optional<Finding> first;  ///< Of those that follow.
  };
  std::map<std::string, OfRule> found;
  for (Finding& finding : checker.findings()) {
    OfRule& rule = found[finding.rule];
    if (finding.waived) {
      ++rule.waived;
    } else if (finding.cause) {
      if (++rule.following == 1) rule.first = std::move(finding);
    } else {
      rule.roots.push_back(std::move(finding));
    }
  }
  std::vector<std::unique_ptr<Line>> speaking;
  auto content = std::make_unique<Line>();
  for (const auto& [id, settings] : checker.profile().rules()) {
    auto line = std::make_unique<Line>();
    line->rule = id;
    line->what = validators::ruleTitle(id);
    line->clause = settings.clause;
    OfRule& rule = found[id];
    if (rule.roots.empty() && rule.following == 0) {
      if (rule.waived > 0) line->measured = say("豁免 {n} 处", "n"_a = rule.waived);
      content->add(std::move(line));
      continue;
    }
    line->severity = settings.severity;
    if (rule.roots.empty()) {
      line->follows = true;
      line->what = say("{rule}（由其他结果引起）", "rule"_a = line->what);
      line->measured = say("{n} 处", "n"_a = rule.following);
      line->finding = std::move(rule.first);
      speaking.push_back(std::move(line));
      continue;
    }
    line->severity = std::ranges::min_element(rule.roots, {}, &Finding::severity)->severity;
    line->finding = rule.roots.front();
    line->measured =
        rule.roots.size() == 1 ? rule.roots.front().measured : say("{n} 处", "n"_a = rule.roots.size());
    const std::string& required = rule.roots.front().required;
    if (std::ranges::all_of(rule.roots, [&](const Finding& f) { return f.required == required; }))
      line->required = required;
    if (rule.roots.size() > kMostFindings) rule.roots.resize(kMostFindings);
    for (Finding& finding : rule.roots) {
      auto one = std::make_unique<Line>();
      one->rule = id;
      one->what = finding.message;
      one->clause = finding.clause;
      one->measured = finding.measured;
      one->required = finding.required;
      one->severity = finding.severity;
      one->finding = std::move(finding);
      line->add(std::move(one));
    }
    speaking.push_back(std::move(line));
  }
  std::ranges::stable_sort(speaking, {},
                           [](const auto& line) { return std::pair(line->follows, *line->severity); });
  if (!content->below.empty()) {
    content->what = speaking.empty() ? say("{n} 条规则都没有问题", "n"_a = content->below.size())
                                     : say("其余 {n} 条规则没有问题", "n"_a = content->below.size());
    speaking.push_back(std::move(content));
  }
  return speaking;
}

void RuleLights::show(const Checker& checker) {
  model_->set(linesOf(checker));
  const std::set<std::string> unfolded = unfolded_;
  for (const auto& line : model_->lines()) {
    if (unfolded.contains(line->rule)) Expand(wxDataViewItem(line.get()));
  }
}

}  // namespace tiku::editor
