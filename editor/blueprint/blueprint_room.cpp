#include "editor/blueprint/blueprint_room.h"

#include <algorithm>

#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/blueprint/derive_dialog.h"
#include "editor/blueprint/element_page.h"
#include "editor/blueprint/plan_page.h"
#include "editor/blueprint/structure_page.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/deed_commands.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Blueprint;
using formats::Change;
using formats::Level;
using formats::markForTranslation;
using formats::say;
using formats::SkillItem;
using formats::Standard;
using formats::operator""_a;
using workflows::TableHalf;
using Deed = BlueprintPage::Deed;

BlueprintRoom::BlueprintRoom(wxWindow* parent, Host& host) : Workspace(parent, host), source_(host) {
  title_ = new wxStaticText(this, wxID_ANY, {});
  title_->SetFont(title_->GetFont().Scaled(1.25F).Bold());
  tabs_ = new wxNotebook(this, wxID_ANY);
  nameForReaders(tabs_, say("考评蓝图的各张表"));
  pages_ = {new ElementPage(tabs_, source_, TableHalf::kTheory), new PlanPage(tabs_, source_),
            new StructurePage(tabs_, source_), new ElementPage(tabs_, source_, TableHalf::kSkills)};
  const std::array<std::string, kTabs> titles{say("理论细目表"), say("组卷方案"), say("技能结构表"),
                                              say("技能细目表")};
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    BlueprintPage* page = pages_[i];
    tabs_->AddPage(page, shown(titles[i]));
    page->table().onMoveRow([page](bool up) { page->perform(up ? Deed::kUp : Deed::kDown); });
    page->table().onRemoveRows([page] { page->perform(Deed::kRemove); });
    page->table().onMenu([this] { return commands(); }, [this] { return !document().readOnly(); });
  }
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(title_, wxSizerFlags().Border(wxALL, FromDIP(8)));
  all->Add(tabs_, wxSizerFlags(1).Expand());
  SetSizer(all);
  tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGING, [this](wxBookCtrlEvent& event) {
    event.Skip();
    if (!quiet_) finishTyping();
  });
  tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    if (quiet_ || !source_.level()) return;
    freshen(tab());
    // The notebook hands the keyboard to the first control of the page, after this.
    CallAfter([this] { page().table().SetFocus(); });
    this->host().selectionMoved(this->place());
  });
}

BlueprintPage& BlueprintRoom::page() const {
  return *pages_[static_cast<std::size_t>(tab())];
}

BlueprintRoom::Tab BlueprintRoom::tab() const {
  return static_cast<Tab>(std::max(tabs_->GetSelection(), 0));
}

Half BlueprintRoom::halfOf(Tab tab) {
  return tab == kTheoryTable || tab == kPlan ? Half::kTheory : Half::kSkills;
}

// Findings of a table as a whole name it in their field; else the part tells, else the half.
BlueprintRoom::Tab BlueprintRoom::tabOf(const Place& place) const {
  if (place.field.starts_with("plan")) return kPlan;
  if (place.field.starts_with("structure") || place.field.starts_with("function/")) return kStructure;
  if (place.field.starts_with("skills")) return kSkillsTable;
  if (place.field.starts_with("theory") || place.field.starts_with("row/")) return kTheoryTable;
  if (place.part.empty() && place.half == halfOf(tab())) return tab();
  return place.half == Half::kTheory ? kTheoryTable : kStructure;
}

void BlueprintRoom::showLevel(Level level) {
  if (source_.level() == level && !stale_) return;
  source_.show(level);
  showTitle();
  fresh_.fill(false);
  stale_ = false;
}

void BlueprintRoom::showTitle() {
  std::string title = say("{level}　考评蓝图", "level"_a = std::string(source_.level()->longName()));
  const std::string mark = document().review().markOf(Blueprint::idOf(*source_.level()));
  if (!mark.empty()) title += "　·　" + say("评审：{mark}", "mark"_a = mark);
  if (title_->GetLabelText() == shown(title)) return;
  title_->SetLabelText(shown(title));
  Layout();
}

void BlueprintRoom::freshen(Tab tab) {
  if (fresh_[tab]) return;
  pages_[tab]->refresh();
  fresh_[tab] = true;
}

void BlueprintRoom::go(const Place& place) {
  std::optional<Level> level = place.level ? place.level : source_.level();
  const auto& levels = bank().info().levels;
  if (!level && !levels.empty()) level = levels.front();
  if (!level) return;
  finishTyping();  // It belongs to where the cursor still is.
  showLevel(*level);
  Tab wanted = tabOf(place);
  if (!place.part.empty()) {
    for (const Tab each : {kTheoryTable, kStructure, kSkillsTable}) {
      freshen(each);
      if (pages_[each]->reveal(place.part)) wanted = each;
    }
  }
  quiet_ = true;
  tabs_->SetSelection(static_cast<std::size_t>(wanted));
  quiet_ = false;
  freshen(wanted);
  page().table().SetFocus();
}

Place BlueprintRoom::place() const {
  Place place{.room = Room::kBlueprint, .level = source_.level(), .half = halfOf(tab())};
  if (!source_.level()) return place;
  place.object = source_.blueprint().id;
  place.part = page().chosen();
  return place;
}

void BlueprintRoom::bankChanged(std::span<const Change> changes) {
  bool tables = false;
  bool counts = false;
  for (const Change& change : changes) {
    const bool ofLevel = source_.level() && change.id == Blueprint::idOf(*source_.level());
    tables = tables || ofLevel || change.id == Standard::kId || change.id == formats::BankInfo::kId;
    counts = counts || validators::Facts::movesTheoryItem(change) || change.was<SkillItem>() != nullptr ||
             change.is<SkillItem>() != nullptr;
  }
  if (!source_.level()) return;
  showTitle();
  if (!tables && !counts) return;
  stale_ = stale_ || tables;
  fresh_.fill(false);
  if (!IsShown()) return;
  if (stale_) {
    source_.follow();
    stale_ = false;
    freshen(tab());
  } else {
    page().countAgain();
    fresh_[tab()] = true;
  }
}

void BlueprintRoom::findingsChanged() {
  if (!source_.level()) return;
  fresh_.fill(false);
  if (!IsShown()) return;
  page().judged();
  fresh_[tab()] = true;
}

bool BlueprintRoom::find() {
  page().table().find();
  return true;
}

void BlueprintRoom::finishTyping() {
  page().finishTyping();
}

std::vector<Command> BlueprintRoom::commands() {
  const DeedCommands<Deed> deeds(
      [this](Deed deed) { return source_.level().has_value() && page().can(deed); },
      [this](Deed deed) { page().perform(deed); });
  return {
      deeds.insert(markForTranslation("在当前行下方插入一行；细目表里是一个考评点。")),
      deeds.command(markForTranslation("插入考评范围(&S)"), "Ctrl+Shift+I",
                    markForTranslation("在当前的考评范围之后插入同级的考评范围。"), Deed::kInsertScope),
      deeds.command(markForTranslation("插入下级考评范围(&B)"), "Ctrl+Alt+I",
                    markForTranslation("在当前的考评范围里面插入一个考评范围。"), Deed::kInsertInside),
      deeds.remove(markForTranslation("删除选中的行；下面挂着试题时先问。")),
      {},
      deeds.up(),
      deeds.down(),
      deeds.command(markForTranslation("降一级(&R)"), "Ctrl+]",
                    markForTranslation("把考评范围放进它上面的那个考评范围。"), Deed::kIndent),
      deeds.command(markForTranslation("升一级(&L)"), "Ctrl+[",
                    markForTranslation("把考评范围从它所在的考评范围里拿出来。"), Deed::kOutdent),
      deeds.command(markForTranslation("改为基本要求或相关知识(&P)"), "",
                    markForTranslation("一级考评范围属于基本要求还是相关知识；跨等级重复的规则对两者不同。"),
                    Deed::kOtherPart),
      {},
      {say("收起或展开(&E)"), "Ctrl+E", say("收起当前的考评范围，或把它展开；在代码列里也可以按 ← 和 →。"),
       [this] { page().table().toggleFold(); }, [this] { return page().table().canFold(); }, false},
      {say("全部收起或展开(&A)"), "Ctrl+Alt+E", say("只列最上一级的考评范围，或列出全部。"),
       [this] { page().table().toggleFolds(); }, [this] { return page().folds(); }, false},
      {},
      deeds.fillDown(),
      deeds.command(markForTranslation("重新编号(&C)"), "Ctrl+Shift+R",
                    markForTranslation("从头编代码；试题跟着考评点走，题号一起改。"), Deed::kRenumber),
      {say("从标准生成(&G)…"), "Ctrl+Shift+G",
       say("按标准的工作要求和权重表列出考评范围和权重，看过再采用；已有的不删。"), [this] { derive(); },
       [this] { return source_.level().has_value(); }},
  };
}

void BlueprintRoom::derive() {
  finishTyping();
  host().attempt([this] {
    const workflows::Derivation derived = workflows::deriveBlueprint(bank(), *source_.level());
    if (askDerive(this, derived, *source_.level())) host().change(derived.edit());
  });
}

}  // namespace tiku::editor
