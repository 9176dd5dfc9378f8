#include "editor/items/bulk_change.h"

#include <functional>

#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include "editor/text/item_query.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Bank;
using formats::Edit;
using formats::Id;
using formats::ItemStatus;
using formats::People;
using formats::say;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

// A field, and the values that it may take; `set` puts value number n into an item.
struct Field {
  std::string name;
  std::vector<std::string> values;
  std::function<void(TheoryItem&, std::size_t)> set;
};

std::vector<Field> fieldsOf(const Bank& bank, const ItemIndex& index) {
  std::vector<Field> fields;
  const std::vector<std::string> scale{say("未定"), "1", "2", "3", "4", "5"};
  const auto number = [](std::size_t n) {
    return n == 0 ? std::optional<int>() : std::optional(static_cast<int>(n));
  };
  fields.push_back(
      {say("难度"), scale, [number](TheoryItem& item, std::size_t n) { item.difficulty = number(n); }});
  fields.push_back(
      {say("一致性"), scale, [number](TheoryItem& item, std::size_t n) { item.consistency = number(n); }});
  Field status{
      say("状态"), {}, [](TheoryItem& item, std::size_t n) { item.status = static_cast<ItemStatus>(n); }};
  for (const auto value :
       {ItemStatus::kDraft, ItemStatus::kWritten, ItemStatus::kReviewed, ItemStatus::kRetired}) {
    status.values.push_back(statusName(value));
  }
  fields.push_back(std::move(status));
  Field point{say("考评点"), {}, [points = index.points()](TheoryItem& item, std::size_t n) {
                item.point = points[n];
              }};
  for (const Id& id : index.points())
    point.values.push_back(index.point(id)->code + " " + index.point(id)->name);
  if (!point.values.empty()) fields.push_back(std::move(point));
  if (const People* people = bank.find<People>(People::kId); people != nullptr && !people->people.empty()) {
    Field author{say("命题人"), {}, {}};
    std::vector<Id> ids;
    for (const auto& person : people->people) {
      ids.push_back(person.id);
      author.values.push_back(person.name);
    }
    author.set = [ids](TheoryItem& item, std::size_t n) { item.author = ids[n]; };
    fields.push_back(std::move(author));
  }
  fields.push_back({say("出处"), {}, {}});  // Words, not a choice.
  return fields;
}

}  // namespace

std::optional<Edit> askBulkChange(wxWindow* parent, const Bank& bank, const ItemIndex& index,
                                  const std::vector<Id>& items) {
  const std::vector<Field> fields = fieldsOf(bank, index);
  wxDialog dialog(parent, wxID_ANY, shown(say("批量修改")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* form = new Form(&dialog);
  std::vector<std::string> names;
  for (const Field& field : fields) names.push_back(field.name);
  auto* what = form->choice(say("把"), names, 0);
  nameForReaders(what, say("修改的项目"));
  auto* value = new wxChoice(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(320, -1)));
  nameForReaders(value, say("改成"));
  auto* words = new wxTextCtrl(&dialog, wxID_ANY, {}, wxDefaultPosition, dialog.FromDIP(wxSize(320, -1)));
  nameForReaders(words, say("改成的文字"));
  auto* values = new wxBoxSizer(wxVERTICAL);
  values->Add(value, wxSizerFlags().Expand());
  values->Add(words, wxSizerFlags().Expand());
  form->row(say("改成"), values);
  const DialogFoot foot(&dialog, form, say("修改 {count} 题", "count"_a = items.size()));
  const auto choose = [&] {
    const Field& field = fields[static_cast<std::size_t>(what->GetSelection())];
    value->Clear();
    for (const std::string& one : field.values) value->Append(shown(one));
    if (!field.values.empty()) value->SetSelection(0);
    value->Show(!field.values.empty());
    words->Show(field.values.empty());
    dialog.Fit();
  };
  choose();
  what->Bind(wxEVT_CHOICE, [&](wxCommandEvent&) { choose(); });
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return {};

  const Field& field = fields[static_cast<std::size_t>(what->GetSelection())];
  Edit edit(say("批量修改{field}", "field"_a = field.name));
  for (const Id& id : items) {
    const TheoryItem* item = bank.find<TheoryItem>(id);
    if (item == nullptr) continue;
    TheoryItem next = *item;
    if (field.set) {
      field.set(next, static_cast<std::size_t>(value->GetSelection()));
    } else {
      next.reference = typed(words->GetValue());
    }
    if (next != *item) edit.put(std::move(next));
  }
  if (edit.empty()) return {};
  return edit;
}

}  // namespace tiku::editor
