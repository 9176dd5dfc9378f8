#include "editor/items/set_dialog.h"

#include <algorithm>
#include <vector>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/text/picture.h"
#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/native.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/table_dialog.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/exchange/media_file.h"

namespace tiku::editor {

using formats::Bank;
using formats::Edit;
using formats::Id;
using formats::ItemSet;
using formats::say;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

constexpr int kFewestItems = 2;

class SetDialog final : public wxDialog {
 public:
  SetDialog(wxWindow* parent, const Bank& bank, const ItemSet& before)
      : wxDialog(parent, wxID_ANY, shown(say("题组")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        bank_(bank),
        set_(before) {
    layOut();
    list(0);
    showKind();
    CentreOnParent();
  }

  [[nodiscard]] std::optional<Edit> edit(const ItemSet& before) {
    const bool isNew = bank_.find<ItemSet>(before.id) == nullptr;
    if (dissolved_) return isNew ? std::nullopt : std::optional(Edit(say("解散题组")).remove(before.id));
    set_.stem = stem_->words();
    if (set_.kind == ItemSet::Kind::kSharedStem) set_.options.clear();
    if (set_ == before && !isNew) return {};
    Edit edit(isNew ? say("组成题组") : say("修改题组"));
    for (formats::Media& picture : pictures_) edit.put(std::move(picture));
    edit.put(std::move(set_));
    return edit;
  }

 private:
  void layOut() {
    const int gap = FromDIP(6);
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* form = new Form(this);
    kind_ = form->choice(say("这些试题共用(&K)"), {say("题干：资料、案例、图表"), say("备选答案（配伍题）")},
                         set_.kind == ItemSet::Kind::kSharedStem ? 0 : 1);
    all->Add(form, wxSizerFlags().Expand());
    all->Add(new wxStaticText(this, wxID_ANY, shown(say("印在各题上面的内容(&T)："))),
             wxSizerFlags().Border(wxTOP | wxBOTTOM, gap));
    stem_ = new ProseField(this, say("共用题干"), 6);
    stem_->SetMinSize(FromDIP(wxSize(620, 140)));
    stem_->setWords(set_.stem);
    stem_->onEdited([this](const formats::RichText&) { check(); });
    all->Add(stem_, wxSizerFlags(1).Expand());
    auto* insert = new wxBoxSizer(wxHORIZONTAL);
    insert->Add(button(say("插入图片(&I)…"), [this] { insertPicture(); }),
                wxSizerFlags().Border(wxRIGHT, gap));
    insert->Add(button(say("插入或修改表格(&B)…"), [this] { editTableAtCursor(this, *stem_); }));
    all->Add(insert, wxSizerFlags().Border(wxTOP, gap));
    options_ = new wxStaticText(this, wxID_ANY, {});
    all->Add(options_, wxSizerFlags().Expand().Border(wxTOP, gap));
    all->Add(layOutItems(), wxSizerFlags(1).Expand().Border(wxTOP, gap * 2));
    foot_.emplace(this, all, say("确定(&O)"));
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showKind(); });
  }

  wxSizer* layOutItems() {
    const int gap = FromDIP(6);
    items_ = new LineList(this, say("组内试题"),
                          {{say("序号"), 60}, {say("题号"), 140}, {say("题干"), 330, true}});
    items_->SetMinSize(FromDIP(wxSize(540, 150)));
    auto* buttons = new wxBoxSizer(wxVERTICAL);
    up_ = button(say("上移(&U)"), [this] { move(-1); });
    down_ = button(say("下移(&D)"), [this] { move(1); });
    out_ = button(say("移出题组(&M)"), [this] { takeOut(); });
    dissolve_ = button(say("解散题组(&S)"), [this] { dissolve(); });
    for (wxButton* one : {up_, down_, out_, dissolve_})
      buttons->Add(one, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(items_, wxSizerFlags(1).Expand().Border(wxRIGHT, gap));
    row->Add(buttons);
    items_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { light(); });
    return row;
  }

  wxButton* button(const std::string& label, const std::function<void()>& does) {
    auto* made = new wxButton(this, wxID_ANY, shown(label));
    made->Bind(wxEVT_BUTTON, [does](wxCommandEvent&) { does(); });
    return made;
  }

  void list(int chosen) {
    std::vector<LineList::Line> lines;
    for (const Id id : set_.items) {
      const auto* item = bank_.find<TheoryItem>(id);
      lines.push_back({{std::to_string(lines.size() + 1), item == nullptr ? std::string() : item->code,
                        item == nullptr ? say("（题库里没有）") : item->stem.str()},
                       item == nullptr ? State::kShort : State::kNeutral});
    }
    items_->show(std::move(lines));
    if (!set_.items.empty()) items_->choose(std::min(chosen, static_cast<int>(set_.items.size()) - 1));
    light();
    check();
  }

  void showKind() {
    const bool options = kind_->GetSelection() == 1;
    set_.kind = options ? ItemSet::Kind::kSharedOptions : ItemSet::Kind::kSharedStem;
    const auto* first = set_.items.empty() ? nullptr : bank_.find<TheoryItem>(set_.items.front());
    if (options && first != nullptr) set_.options = first->options;
    std::string words;
    if (options) {
      words = set_.options.empty() ? say("第一道题还没有选项。") : say("共用备选答案（取自第一道题）：");
      for (std::size_t i = 0; i < set_.options.size(); ++i)
        words += std::string(i == 0 ? "" : "　") + static_cast<char>('A' + i) + "．" + set_.options[i].str();
    }
    options_->SetLabel(shown(words));
    options_->Wrap(FromDIP(620));
    options_->Show(options);
    Fit();
    check();
  }

  void move(int by) {
    const int at = items_->chosen();
    const int to = at + by;
    if (at < 0 || to < 0 || to >= static_cast<int>(set_.items.size())) return;
    std::swap(set_.items[static_cast<std::size_t>(at)], set_.items[static_cast<std::size_t>(to)]);
    list(to);
  }

  void takeOut() {
    const int at = items_->chosen();
    if (at < 0) return;
    set_.items.erase(set_.items.begin() + at);
    list(at);
  }

  void dissolve() {
    dissolved_ = true;
    EndModal(wxID_OK);
  }

  void insertPicture() {
    const auto file = askFile(this, say("插入图片"), {say("图片"), "*.png;*.jpg;*.jpeg;*.gif;*.bmp"});
    if (!file) return;
    try {
      auto picture = pictureOf(formats::mediaOfFile(*file).bytes);
      if (!picture) return foot_->require(say("“{file}”不是图片。", "file"_a = file->filename().string()));
      stem_->insertImage(picture->name, file->stem().string());
      if (bank_.find<formats::Media>(picture->id) == nullptr) pictures_.push_back(std::move(*picture));
    } catch (const formats::FormatError& error) {
      foot_->require(error.full());
    }
  }

  void light() {
    const int at = items_->chosen();
    up_->Enable(at > 0);
    down_->Enable(at >= 0 && at + 1 < static_cast<int>(set_.items.size()));
    out_->Enable(at >= 0);
    dissolve_->Enable(bank_.find<ItemSet>(set_.id) != nullptr);
  }

  void check() {
    if (!foot_) return;
    const bool stem = set_.kind == ItemSet::Kind::kSharedStem;
    foot_->require(set_.items.size() < kFewestItems ? say("题组至少有两道题。")
                   : stem && stem_->words().empty() ? say("写上共用的题干。")
                   : !stem && set_.options.empty()  ? say("第一道题还没有选项。")
                                                    : std::string());
  }

  const Bank& bank_;
  ItemSet set_;
  std::vector<formats::Media> pictures_;
  bool dissolved_ = false;
  std::optional<DialogFoot> foot_;
  wxChoice* kind_ = nullptr;
  ProseField* stem_ = nullptr;
  wxStaticText* options_ = nullptr;
  LineList* items_ = nullptr;
  wxButton* up_ = nullptr;
  wxButton* down_ = nullptr;
  wxButton* out_ = nullptr;
  wxButton* dissolve_ = nullptr;
};

}  // namespace

ItemSet newSet(const Bank& bank, formats::Level level, const std::vector<Id>& items) {
  const auto* first = items.empty() ? nullptr : bank.find<TheoryItem>(items.front());
  const bool same = first != nullptr && formats::hasOptions(first->type) && !first->options.empty() &&
                    std::ranges::all_of(items, [&](Id id) {
                      const auto* item = bank.find<TheoryItem>(id);
                      return item != nullptr && item->options == first->options;
                    });
  ItemSet set(Id::random(), level, same ? ItemSet::Kind::kSharedOptions : ItemSet::Kind::kSharedStem);
  set.items = items;
  return set;
}

std::optional<Edit> askItemSet(wxWindow* parent, const Bank& bank, const ItemSet& before) {
  SetDialog dialog(parent, bank, before);
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.edit(before);
}

}  // namespace tiku::editor
