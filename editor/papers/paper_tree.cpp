#include "editor/papers/paper_tree.h"

#include <wx/dataobj.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::Paper;
using formats::PaperEntry;
using formats::PaperSection;
using formats::say;
using formats::SkillItem;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

enum Column : unsigned { kNumber, kCode, kWords, kType, kMarks, kColumns };

// A line is a number in the pointer: nothing to keep, nothing that outlives the paper.
wxDataViewItem itemOf(PaperLine line) {
  const auto number =
      (static_cast<std::uintptr_t>(line.section + 1) << 20U) | static_cast<std::uintptr_t>(line.entry + 1);
  return wxDataViewItem(reinterpret_cast<void*>(number));  // NOLINT: never followed.
}

PaperLine lineOf(const wxDataViewItem& item) {
  const auto number = reinterpret_cast<std::uintptr_t>(item.GetID());
  return {static_cast<int>(number >> 20U) - 1, static_cast<int>(number & 0xFFFFFU) - 1};
}

}  // namespace

class PaperTree::Model final : public wxDataViewModel {
 public:
  Model(const formats::Bank& bank, Actions& actions) : bank_(bank), actions_(actions) {}

  void set(std::shared_ptr<const Paper> paper) {
    paper_ = std::move(paper);
    Cleared();
  }
  [[nodiscard]] const Paper* paper() const { return paper_.get(); }
  [[nodiscard]] const PaperEntry* entryAt(PaperLine line) const {
    const PaperSection* section = sectionAt(line);
    if (section == nullptr || line.entry < 0 || line.entry >= static_cast<int>(section->entries.size()))
      return nullptr;
    return &section->entries[static_cast<std::size_t>(line.entry)];
  }
  [[nodiscard]] const PaperSection* sectionAt(PaperLine line) const {
    if (paper_ == nullptr || line.section < 0 || line.section >= static_cast<int>(paper_->sections.size()))
      return nullptr;
    return &paper_->sections[static_cast<std::size_t>(line.section)];
  }

  [[nodiscard]] unsigned int GetColumnCount() const override { return kColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned int column) const override {
    const PaperLine line = lineOf(item);
    if (const PaperEntry* entry = entryAt(line)) {
      value = shown(entryText(line, *entry, column));
    } else if (const PaperSection* section = sectionAt(line)) {
      value = shown(sectionText(*section, column));
    } else {
      value = wxString();
    }
  }
  bool SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned int column) override {
    const PaperLine line = lineOf(item);
    const std::string words = typed(value.GetString());
    if (line.entry < 0) return column == kNumber && actions_.rename && actions_.rename(line, words);
    return column == kMarks && actions_.setMarks && actions_.setMarks(line, words);
  }
  bool GetAttr(const wxDataViewItem& item, unsigned int column, wxDataViewItemAttr& look) const override {
    const PaperLine line = lineOf(item);
    if (line.entry < 0) {
      look.SetBold(true);
      return true;
    }
    const PaperEntry* entry = entryAt(line);
    if (entry != nullptr && bank_.object(entry->item) == nullptr) {
      look.SetColour(inkOf(State::kEmpty));
      return true;
    }
    if (column != kCode && column != kType) return false;
    look.SetColour(quietInk());
    return true;
  }
  [[nodiscard]] wxDataViewItem GetParent(const wxDataViewItem& item) const override {
    if (!item.IsOk()) return {};
    const PaperLine line = lineOf(item);
    return line.entry < 0 ? wxDataViewItem() : itemOf({line.section, -1});
  }
  [[nodiscard]] bool IsContainer(const wxDataViewItem& item) const override {
    return !item.IsOk() || lineOf(item).entry < 0;
  }
  [[nodiscard]] bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
  unsigned int GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override {
    if (paper_ == nullptr) return 0;
    if (!item.IsOk()) {
      for (int i = 0; i < static_cast<int>(paper_->sections.size()); ++i) children.Add(itemOf({i, -1}));
    } else if (const PaperSection* section = sectionAt(lineOf(item))) {
      for (int i = 0; i < static_cast<int>(section->entries.size()); ++i)
        children.Add(itemOf({lineOf(item).section, i}));
    }
    return static_cast<unsigned int>(children.GetCount());
  }

 private:
  [[nodiscard]] std::string entryText(PaperLine line, const PaperEntry& entry, unsigned int column) const {
    if (column == kMarks) return entry.marks.str();
    if (column == kNumber) {
      int number = line.entry + 1;
      for (int i = 0; i < line.section; ++i)
        number += static_cast<int>(paper_->sections[static_cast<std::size_t>(i)].entries.size());
      return std::to_string(number);
    }
    if (const auto* item = bank_.find<TheoryItem>(entry.item)) {
      if (column == kCode) return item->code;
      if (column == kType) return validators::typeWord(item->type);
      return item->stem.str();
    }
    if (const auto* item = bank_.find<SkillItem>(entry.item)) {
      if (column == kCode) return item->code;
      if (column == kType) return say("操作题");
      return item->title;
    }
    return column == kWords ? say("题库里没有这道题") : std::string();
  }
  [[nodiscard]] static std::string sectionText(const PaperSection& section, unsigned int column) {
    if (column == kNumber) return section.title.empty() ? say("（没有标题）") : section.title;
    if (column == kWords) return say("{n} 道", "n"_a = section.entries.size());
    if (column != kMarks) return {};
    formats::Marks sum;
    for (const PaperEntry& entry : section.entries) sum += entry.marks;
    return sum.str();
  }

  const formats::Bank& bank_;
  Actions& actions_;
  std::shared_ptr<const Paper> paper_;
};

PaperTree::PaperTree(wxWindow* parent, const formats::Bank& bank)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_MULTIPLE | wxDV_ROW_LINES),
      model_(new Model(bank, actions_)) {
  AssociateModel(model_.get());
  const auto add = [this](const std::string& title, Column column, int width, wxDataViewCellMode mode,
                          wxAlignment align = wxALIGN_LEFT) {
    auto* renderer = new wxDataViewTextRenderer("string", mode, align);
    if (column == kWords) renderer->EnableEllipsize(wxELLIPSIZE_END);
    AppendColumn(new wxDataViewColumn(headed(title), renderer, column, FromDIP(width), align,
                                      wxDATAVIEW_COL_RESIZABLE));
  };
  add(say("序号"), kNumber, 140, wxDATAVIEW_CELL_EDITABLE);
  add(say("分值"), kMarks, 48, wxDATAVIEW_CELL_EDITABLE, wxALIGN_RIGHT);
  add(say("题型"), kType, widthOfTypes(72), wxDATAVIEW_CELL_INERT);
  add(say("代码"), kCode, 124, wxDATAVIEW_CELL_INERT);
  add(say("试题"), kWords, 200, wxDATAVIEW_CELL_INERT);
  nameForReaders(this, say("试卷内容"));
  // Titles belong to sections, marks to entries.
  Bind(wxEVT_DATAVIEW_ITEM_START_EDITING, [](wxDataViewEvent& event) {
    const bool section = lineOf(event.GetItem()).entry < 0;
    const bool title =
        event.GetDataViewColumn() != nullptr && event.GetDataViewColumn()->GetModelColumn() == kNumber;
    if (section != title) event.Veto();
  });
  Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const PaperEntry* entry = model_->entryAt(lineOf(event.GetItem()));
    if (entry != nullptr && actions_.open) actions_.open(formats::Id(entry->item));
  });
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (actions_.chosen) actions_.chosen();
  });
  bindDrag();
}

PaperTree::~PaperTree() = default;

void PaperTree::bindDrag() {
  EnableDragSource(wxDF_UNICODETEXT);
  EnableDropTarget(wxDF_UNICODETEXT);
  Bind(wxEVT_DATAVIEW_ITEM_BEGIN_DRAG, [this](wxDataViewEvent& event) {
    if (lineOf(event.GetItem()).entry < 0) {
      event.Veto();
      return;
    }
    dragging_ = true;
    event.SetDataObject(new wxTextDataObject(kDraggedItems));
    event.SetDragFlags(wxDrag_AllowMove);
  });
  Bind(wxEVT_DATAVIEW_ITEM_DROP_POSSIBLE, [](wxDataViewEvent& event) { event.SetDropEffect(wxDragMove); });
  Bind(wxEVT_DATAVIEW_ITEM_DROP, [this](wxDataViewEvent& event) {
    // The paper changes when the drag is over, not in the middle of it.
    const PaperLine to = event.GetItem().IsOk() ? lineOf(event.GetItem()) : PaperLine();
    CallAfter([this, to] {
      if (actions_.drop) actions_.drop(to);
    });
  });
}

void PaperTree::show(std::shared_ptr<const Paper> paper, const std::vector<PaperLine>& chosen) {
  model_->set(std::move(paper));
  if (model_->paper() == nullptr) return;
  for (int i = 0; i < static_cast<int>(model_->paper()->sections.size()); ++i) Expand(itemOf({i, -1}));
  wxDataViewItemArray lines;
  for (const PaperLine line : chosen) {
    if (line.entry < 0 ? model_->sectionAt(line) != nullptr : model_->entryAt(line) != nullptr)
      lines.Add(itemOf(line));
  }
  if (lines.empty()) return;
  SetSelections(lines);
  EnsureVisible(lines.Last());
}

std::vector<PaperLine> PaperTree::chosen() const {
  wxDataViewItemArray items;
  GetSelections(items);
  std::vector<PaperLine> lines;
  for (const wxDataViewItem& item : items) lines.push_back(lineOf(item));
  return lines;
}

}  // namespace tiku::editor
