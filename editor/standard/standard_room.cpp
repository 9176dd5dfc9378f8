#include "editor/standard/standard_room.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include "editor/standard/basics_table.h"
#include "editor/standard/head_page.h"
#include "editor/standard/new_standard.h"
#include "editor/standard/requirements_table.h"
#include "editor/standard/section_page.h"
#include "editor/standard/sections_table.h"
#include "editor/standard/weights_table.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/deed_commands.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Change;
using formats::Level;
using formats::markForTranslation;
using formats::say;
using formats::Standard;
using formats::operator""_a;
using Deed = StandardPage::Deed;

StandardRoom::StandardRoom(wxWindow* parent, Host& host) : Workspace(parent, host), source_(host) {
  layOut();
  auto* text = new wxStaticText(
      nothing_, wxID_ANY,
      shown(say("题库里还没有所依据的职业标准。建立以后，按原文录入；考评蓝图可以从它生成。")));
  auto* make = new wxButton(nothing_, wxID_ANY, shown(say("建立职业标准(&C)")));
  nameForReaders(make, say("建立职业标准"));
  make->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { makeStandard(); });
  auto* offer = new wxBoxSizer(wxVERTICAL);
  offer->AddStretchSpacer();
  offer->Add(text, wxSizerFlags().Centre().Border(wxALL, FromDIP(12)));
  offer->Add(make, wxSizerFlags().Centre());
  offer->AddStretchSpacer(2);
  nothing_->SetSizer(offer);
  refresh();
}

void StandardRoom::layOut() {
  nothing_ = new wxPanel(this);
  split_ = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  tree_ = new wxTreeListCtrl(split_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                             wxTL_SINGLE | wxTL_NO_HEADER | wxBORDER_NONE);
  tree_->AppendColumn({}, FromDIP(190), wxALIGN_LEFT);
  nameForReaders(tree_->GetDataView(), say("标准的各部分"));
  book_ = new wxSimplebook(split_);
  const auto moved = [this] {
    if (IsShownOnScreen()) this->host().selectionMoved(this->place());
  };
  auto sections = std::make_unique<SectionsTable>(source_);
  sections->onOpen([this](int section) { show({Node::Kind::kSection, section, {}}); });
  auto requirements = std::make_unique<RequirementsTable>(source_);
  requirementsModel_ = requirements.get();
  head_ = new HeadPage(book_, source_);
  section_ = new SectionPage(book_, source_);
  sections_ = new StandardTablePage(book_, say("职业概况各节"), std::move(sections), moved);
  basics_ = new StandardTablePage(book_, say("基本要求"), std::make_unique<BasicsTable>(source_), moved);
  requirements_ = new StandardTablePage(book_, say("工作要求"), std::move(requirements), moved);
  theoryWeights_ =
      new StandardTablePage(book_, say("理论知识权重表"),
                            std::make_unique<WeightsTable>(source_, WeightsTable::Kind::kTheory), moved);
  skillsWeights_ =
      new StandardTablePage(book_, say("技能要求权重表"),
                            std::make_unique<WeightsTable>(source_, WeightsTable::Kind::kSkills), moved);
  for (StandardPage* page : std::vector<StandardPage*>{head_, section_, sections_, basics_, requirements_,
                                                       theoryWeights_, skillsWeights_}) {
    book_->AddPage(page, {});
    if (page->table() == nullptr) continue;
    page->table()->onMenu([this] { return commands(); }, [this] { return !document().readOnly(); });
  }
  split_->SetMinimumPaneSize(FromDIP(120));
  split_->SplitVertically(tree_, book_, FromDIP(200));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(nothing_, wxSizerFlags(1).Expand());
  all->Add(split_, wxSizerFlags(1).Expand());
  SetSizer(all);
  tree_->Bind(wxEVT_TREELIST_SELECTION_CHANGED, [this](wxTreeListEvent& event) {
    if (quiet_) return;
    for (const auto& [line, item] : lines_) {
      if (item != event.GetItem()) continue;
      const Node node = line.node;  // Showing it may build the outline anew.
      finishTyping();
      show(node);
      return;
    }
  });
}

StandardPage* StandardRoom::page() const {
  return dynamic_cast<StandardPage*>(book_->GetCurrentPage());
}

TableGrid* StandardRoom::table() const {
  return page() == nullptr ? nullptr : page()->table();
}

std::vector<StandardRoom::Line> StandardRoom::outline() const {
  using Kind = Node::Kind;
  const Standard& standard = source_.standard();
  std::vector<Line> lines{{{Kind::kHead, 0, {}}, say("标准"), 0},
                          {{Kind::kSections, 0, {}}, say("1 职业概况"), 0}};
  for (std::size_t i = 0; i < standard.overview.size(); ++i) {
    lines.push_back({{Kind::kSection, static_cast<int>(i), {}},
                     standard.overview[i].number + " " + standard.overview[i].title,
                     1});
  }
  lines.push_back({{Kind::kBasics, 0, {}}, say("2 基本要求"), 0});
  std::vector<Level> levels = bank().info().levels;
  for (const auto& requirements : standard.levels) levels.push_back(requirements.level);
  std::ranges::sort(levels, std::greater());
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    lines.push_back({{Kind::kLevel, 0, levels[i]},
                     "3." + std::to_string(i + 1) + " " + std::string(levels[i].longName()),
                     0});
  }
  lines.push_back({{Kind::kTheoryWeights, 0, {}}, say("4.1 理论知识权重表"), 0});
  lines.push_back({{Kind::kSkillsWeights, 0, {}}, say("4.2 技能要求权重表"), 0});
  return lines;
}

void StandardRoom::showOutline() {
  const std::vector<Line> wanted = outline();
  const bool same = std::ranges::equal(wanted, lines_, {}, {}, &std::pair<Line, wxTreeListItem>::first);
  if (same) return;
  quiet_ = true;
  tree_->DeleteAllItems();
  lines_.clear();
  wxTreeListItem parent;
  for (const Line& line : wanted) {
    const wxTreeListItem item =
        tree_->AppendItem(line.depth == 0 ? tree_->GetRootItem() : parent, shown(line.title));
    if (line.depth == 0) parent = item;
    lines_.emplace_back(line, item);
  }
  for (const auto& [line, item] : lines_) {
    if (line.node.kind == Node::Kind::kSections) tree_->Expand(item);
  }
  quiet_ = false;
  selectInOutline();
}

void StandardRoom::selectInOutline() {
  for (const auto& [line, item] : lines_) {
    if (!(line.node == here_)) continue;
    quiet_ = true;
    tree_->Select(item);
    tree_->EnsureVisible(item);
    quiet_ = false;
    return;
  }
}

void StandardRoom::show(const Node& node) {
  here_ = node;
  StandardPage* page = head_;
  switch (node.kind) {
    case Node::Kind::kHead:
      break;
    case Node::Kind::kSections:
      page = sections_;
      break;
    case Node::Kind::kSection:
      section_->show(node.section);
      page = section_;
      break;
    case Node::Kind::kBasics:
      page = basics_;
      break;
    case Node::Kind::kLevel:
      requirementsModel_->show(*node.level);
      page = requirements_;
      break;
    case Node::Kind::kTheoryWeights:
      page = theoryWeights_;
      break;
    case Node::Kind::kSkillsWeights:
      page = skillsWeights_;
      break;
  }
  page->refresh();
  book_->ChangeSelection(static_cast<std::size_t>(book_->FindPage(page)));
  selectInOutline();
  host().selectionMoved(place());
}

void StandardRoom::refresh() {
  source_.follow();
  const bool exists = source_.exists();
  if (nothing_->IsShown() == exists || split_->IsShown() != exists) {
    nothing_->Show(!exists);
    split_->Show(exists);
    Layout();
  }
  // The other pages follow when they come to the front.
  if (page() != nullptr) page()->refresh();
  showOutline();
  stale_ = false;
}

std::optional<StandardRoom::Node> StandardRoom::nodeOf(const Place& place) const {
  using Kind = Node::Kind;
  const Standard& standard = source_.standard();
  if (!place.part.empty()) {
    for (const auto& topic : standard.basics) {
      if (topic.id == place.part) return Node{Kind::kBasics, 0, {}};
    }
    for (const auto& requirements : standard.levels) {
      for (const auto& function : requirements.functions) {
        bool here = function.id == place.part;
        for (const auto& content : function.contents) {
          const auto isIt = [&](const formats::Requirement& entry) { return entry.id == place.part; };
          here = here || content.id == place.part || std::ranges::any_of(content.skills, isIt) ||
                 std::ranges::any_of(content.knowledge, isIt);
        }
        if (here) return Node{Kind::kLevel, 0, requirements.level};
      }
    }
  }
  if (place.field.starts_with("theory-weights")) return Node{Kind::kTheoryWeights, 0, {}};
  if (place.field.starts_with("skills-weights")) return Node{Kind::kSkillsWeights, 0, {}};
  if (place.field.starts_with("level-") && place.level) return Node{Kind::kLevel, 0, place.level};
  if (place.field == "basics") return Node{Kind::kBasics, 0, {}};
  if (place.field == "overview") return Node{Kind::kSections, 0, {}};
  if (place.field == "head") return Node{};
  if (place.field.starts_with("overview/")) {
    const int section = std::atoi(place.field.c_str() + 9);
    if (section < static_cast<int>(standard.overview.size())) return Node{Kind::kSection, section, {}};
  }
  return std::nullopt;
}

void StandardRoom::go(const Place& place) {
  finishTyping();  // It belongs to where the cursor still is.
  if (stale_) refresh();
  if (!source_.exists()) return;
  show(nodeOf(place).value_or(here_));
  if (page() == nullptr) return;
  if (!place.part.empty()) page()->reveal(place.part);
  if (here_.kind == Node::Kind::kTheoryWeights || here_.kind == Node::Kind::kSkillsWeights) {
    const auto& weights = dynamic_cast<WeightsTable&>(dynamic_cast<StandardTablePage*>(page())->model());
    if (place.level) table()->select(weights.rows() + 1, weights.columnOf(*place.level));
  }
  // Who comes to the room as a whole goes through the outline first.
  if (place.part.empty() && place.field.empty()) {
    tree_->GetDataView()->SetFocus();
  } else {
    page()->takeKeyboard();
  }
}

Place StandardRoom::place() const {
  Place place{.room = Room::kStandard, .level = here_.level};
  if (!source_.exists()) return place;
  place.object = Standard::kId;
  if (page() != nullptr) place.part = page()->chosen();
  switch (here_.kind) {
    case Node::Kind::kHead:
      place.field = "head";
      break;
    case Node::Kind::kSections:
      place.field = "overview";
      break;
    case Node::Kind::kSection:
      place.field = "overview/" + std::to_string(here_.section);
      break;
    case Node::Kind::kBasics:
      place.field = "basics";
      break;
    case Node::Kind::kLevel:
      place.field = "level-" + std::to_string(here_.level->number());
      break;
    case Node::Kind::kTheoryWeights:
      place.field = "theory-weights";
      break;
    case Node::Kind::kSkillsWeights:
      place.field = "skills-weights";
      break;
  }
  return place;
}

void StandardRoom::bankChanged(std::span<const Change> changes) {
  const bool ours = std::ranges::any_of(changes, [](const Change& change) {
    return change.id == Standard::kId || change.id == formats::BankInfo::kId;
  });
  stale_ = stale_ || ours;
  if (stale_ && IsShown()) refresh();
}

bool StandardRoom::find() {
  if (table() == nullptr || !source_.exists()) return false;
  table()->find();
  return true;
}

void StandardRoom::finishTyping() {
  if (page() != nullptr) page()->finishTyping();
}

void StandardRoom::makeStandard() {
  if (change(formats::Edit(say("建立职业标准")).put(newStandard(bank().info())))) show(Node{});
}

std::vector<Command> StandardRoom::commands() {
  const DeedCommands<Deed> deeds(
      [this](Deed deed) { return source_.exists() && page() != nullptr && page()->can(deed); },
      [this](Deed deed) { page()->perform(deed); });
  return {
      deeds.insert(markForTranslation("在当前行下方插入：光标在哪一列，就插入那一列的一项。")),
      deeds.remove(markForTranslation("删除选中的、光标所在列的各项；蓝图与它们对应时先问。")),
      {},
      deeds.up(),
      deeds.down(),
      {},
      deeds.fillDown(),
      deeds.command(markForTranslation("关键技能 ★(&K)"), "Ctrl+B",
                    markForTranslation("标上或取消 ★：这一条不合格，操作技能考核就不合格。"), Deed::kStar),
      {},
      {say("建立职业标准(&C)"), "", say("按国家职业标准的格式，从空白写起。"), [this] { makeStandard(); },
       [this] { return !source_.exists(); }},
  };
}

}  // namespace tiku::editor
