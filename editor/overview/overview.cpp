#include "editor/overview/overview.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/overview/progress_table.h"
#include "editor/overview/rule_lights.h"
#include "editor/properties/properties.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/dots.h"
#include "editor/widgets/native.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using workflows::NextWork;

namespace {

constexpr std::size_t kNextThings = 10;
constexpr int kCheckIns = 8;

wxStaticText* heading(wxWindow* parent, const std::string& words) {
  auto* text = new wxStaticText(parent, wxID_ANY, shown(words));
  text->SetFont(text->GetFont().Bold());
  return text;
}

std::string wordsOf(const NextWork& work) {
  using Kind = NextWork::Kind;
  switch (work.kind) {
    case Kind::kItems:
      return say("{code} {name}：{type} {n} 道", "code"_a = work.code, "name"_a = work.name,
                 "type"_a = validators::typeWord(work.type), "n"_a = work.missing);
    case Kind::kLooseItems:
      return say("任何考评点：理论试题 {n} 道", "n"_a = work.missing);
    case Kind::kPoints:
      return say("{code} {name}：考评点 {n} 个", "code"_a = work.code, "name"_a = work.name,
                 "n"_a = work.missing);
    case Kind::kSkillItems:
      return say("操作技能试题 {n} 道", "n"_a = work.missing);
    case Kind::kTheoryPapers:
      return say("理论试卷 {n} 套", "n"_a = work.missing);
    case Kind::kSkillsPapers:
      break;
  }
  return say("操作试卷 {n} 套", "n"_a = work.missing);
}

Place placeOf(const NextWork& work) {
  using Kind = NextWork::Kind;
  Place place{.room = Room::kItems, .level = work.level, .part = work.part};
  switch (work.kind) {
    case Kind::kItems:
      place.field = "new/" + std::string(formats::itemTypeKey(work.type));
      break;
    case Kind::kLooseItems:
      break;
    case Kind::kPoints:
      place.room = Room::kBlueprint;
      place.object = formats::Blueprint::idOf(work.level);
      break;
    case Kind::kSkillItems:
      place.half = Half::kSkills;
      break;
    case Kind::kTheoryPapers:
    case Kind::kSkillsPapers:
      place.room = Room::kPapers;
      place.half = work.kind == Kind::kSkillsPapers ? Half::kSkills : Half::kTheory;
      break;
  }
  return place;
}

wxDataViewListCtrl* plainList(wxWindow* parent, const std::string& name) {
  auto* list = new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(-1, 120)),
                                      wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES);
  nameForReaders(list, name);
  return list;
}

}  // namespace

Overview::Overview(wxWindow* parent, Host& host) : Workspace(parent, host) {
  title_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  title_->SetFont(title_->GetFont().Scaled(1.4F).Bold());
  properties_ = new wxButton(this, wxID_ANY, shown(say("题库属性…")));
  about_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  about_->SetForegroundColour(quietInk());
  table_ = new ProgressTable(this);
  rulesTitle_ = heading(this, {});
  lights_ = new RuleLights(this);
  workTitle_ = heading(this, say("接下来写什么"));
  workList_ = plainList(this, say("接下来写什么"));
  workList_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(48));
  workList_->AppendTextColumn({});
  checkIns_ = plainList(this, say("最近的签入"));
  checkIns_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(130));
  checkIns_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(80));
  checkIns_->AppendTextColumn({});
  endInDots(workList_);
  endInDots(checkIns_);
  layOut();

  properties_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { editProperties(this, this->host()); });
  table_->onOpen([this](const Place& place) { this->host().goTo(place); });
  lights_->onOpen([this](const validators::Finding& finding) {
    this->host().goTo(editor::placeOf(finding.subject, bank()));
  });
  workList_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const int row = workList_->ItemToRow(event.GetItem());
    if (row >= 0 && static_cast<std::size_t>(row) < works_.size())
      this->host().goTo(placeOf(works_[static_cast<std::size_t>(row)]));
  });
  checkIns_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED,
                  [this](wxDataViewEvent&) { this->host().goTo({.room = Room::kHistory}); });
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    outOfDate();
  });
  listening_ = document().listen([this](const DocumentEvent& event) {
    if (event.history || event.saved) outOfDate();
  });
}

void Overview::layOut() {
  const int gap = FromDIP(16);
  auto* lower = new wxBoxSizer(wxHORIZONTAL);
  auto* work = new wxBoxSizer(wxVERTICAL);
  work->Add(workTitle_, wxSizerFlags().Border(wxBOTTOM, gap / 4));
  work->Add(workList_, wxSizerFlags(1).Expand());
  auto* lately = new wxBoxSizer(wxVERTICAL);
  lately->Add(heading(this, say("最近的签入")), wxSizerFlags().Border(wxBOTTOM, gap / 4));
  lately->Add(checkIns_, wxSizerFlags(1).Expand());
  lower->Add(work, wxSizerFlags(1).Expand().Border(wxRIGHT, gap));
  lower->Add(lately, wxSizerFlags(1).Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  const auto sides = wxLEFT | wxRIGHT | wxTOP;
  auto* words = new wxBoxSizer(wxVERTICAL);
  words->Add(title_, wxSizerFlags().Expand());
  words->Add(about_, wxSizerFlags().Expand());
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(words, wxSizerFlags(1).CenterVertical());
  head->Add(properties_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  all->Add(head, wxSizerFlags().Expand().Border(sides, gap));
  all->Add(table_, wxSizerFlags().Expand().Border(sides, gap));
  all->Add(rulesTitle_, wxSizerFlags().Expand().Border(sides, gap));
  all->Add(lights_, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(lower, wxSizerFlags(2).Expand().Border(wxALL, gap));
  SetSizer(all);
}

void Overview::go(const Place&) {
  refresh();
}

void Overview::bankChanged(std::span<const formats::Change>) {
  outOfDate();
}

// Whatever changed, it is computed once, when the events at hand are done; going there computes it anyway.
void Overview::outOfDate() {
  if (!IsShown() || refreshing_) return;
  refreshing_ = true;
  CallAfter([this] {
    refreshing_ = false;
    if (IsShown()) refresh();
  });
}

void Overview::refresh() {
  const validators::Checker& checker = document().checker();
  progress_ = workflows::progressOf(checker.facts(), checker.profile());
  properties_->Enable(!document().readOnly());
  showHead();
  table_->show(progress_, validators::pointWord(checker.profile()));
  lights_->show(checker);
  showNextWork();
  showCheckIns();
  Layout();
}

void Overview::showHead() {
  const formats::BankInfo& info = bank().info();
  const validators::Profile& profile = document().checker().profile();
  title_->SetLabelText(shown(info.title));
  std::string occupation = info.occupationName;
  if (info.occupation) occupation += " " + info.occupation->str();
  about_->SetLabelText(shown(say("职业：{occupation}　规则：{profile}", "occupation"_a = occupation,
                                 "profile"_a = profile.title())));
  const validators::Summary summary = document().checker().summary();
  rulesTitle_->SetLabelText(shown(say("{n} 条规则：{errors} 个错误，{warnings} 个警告，{infos} 个提示",
                                      "n"_a = profile.rules().size(), "errors"_a = summary.errors,
                                      "warnings"_a = summary.warnings, "infos"_a = summary.infos)));
}

void Overview::showNextWork() {
  works_ = workflows::nextWork(progress_, kNextThings);
  int missing = 0;
  for (const workflows::LevelProgress& level : progress_) missing += level.ladder.total.itemsMissing.total();
  workTitle_->SetLabelText(
      shown(missing == 0 ? say("接下来写什么") : say("接下来写什么：考评点共缺 {n} 道题", "n"_a = missing)));
  workList_->DeleteAllItems();
  for (const NextWork& work : works_) {
    wxVector<wxVariant> line;
    line.push_back(shown(validators::levelWord(work.level)));
    line.push_back(shown(wordsOf(work)));
    workList_->AppendItem(line);
  }
  if (works_.empty()) {
    wxVector<wxVariant> line;
    line.push_back(wxString());
    line.push_back(shown(progress_.empty() ? say("先在题库属性里选等级。") : say("规则要求的试题都有了。")));
    workList_->AppendItem(line);
  }
}

void Overview::showCheckIns() {
  std::vector<formats::Revision> revisions;
  std::string nothing = say("还没有历史。");
  if (!document().isArchive() && formats::Repository::isRepository(document().path())) {
    try {
      revisions = formats::Repository::open(document().path()).log(kCheckIns);
    } catch (const formats::FormatError& error) {
      nothing = error.full();
    }
  }
  checkIns_->DeleteAllItems();
  for (const formats::Revision& revision : revisions) {
    wxVector<wxVariant> line;
    line.push_back(shown(dayAndTime(revision.time, revision.offsetMinutes)));
    line.push_back(shown(revision.author.name));
    line.push_back(shown(revision.message.substr(0, revision.message.find('\n'))));
    checkIns_->AppendItem(line);
  }
  if (!revisions.empty()) return;
  wxVector<wxVariant> line;
  line.push_back(shown(nothing));
  line.push_back(wxString());
  line.push_back(wxString());
  checkIns_->AppendItem(line);
}

}  // namespace tiku::editor
