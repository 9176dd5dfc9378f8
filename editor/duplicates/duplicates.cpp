#include "editor/duplicates/duplicates.h"

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/document/worker.h"
#include "editor/duplicates/marked_item.h"
#include "editor/duplicates/what_to_compare.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/host.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/save.h"
#include "validators/rules/duplicates/judged_pairs.h"
#include "validators/rules/support/scope_names.h"
#include "validators/similarity/self_join.h"
#include "workflows/duplicates/bank_items.h"
#include "workflows/duplicates/duplicates.h"
#include "workflows/duplicates/duplicates_page.h"
#include "workflows/duplicates/judge.h"
#include "workflows/duplicates/open_source.h"

namespace tiku::editor {

using formats::Judgement;
using formats::say;
using formats::operator""_a;
using workflows::DuplicatePair;
using workflows::ItemTable;

namespace {

constexpr std::size_t kMostShown = 5000;

struct Found {
  std::shared_ptr<ItemTable> table;
  std::vector<DuplicatePair> pairs;
  double threshold = 0;
  std::vector<std::string> notes;  ///< What the readers of other files met.
};

Found findPairs(const formats::Bank& bank, const Comparison& comparison, TaskControl& control) {
  workflows::DuplicateSettings settings = comparison.settings;
  Found found{std::make_shared<ItemTable>(), {}, settings.threshold, {}};
  found.table->add(std::make_unique<workflows::BankItems>(bank, bank.info().title));
  for (const std::filesystem::path& other : comparison.others) {
    control.check();
    workflows::OpenSource source = workflows::openItemSource(other);
    for (const std::string& note : source.notes) found.notes.push_back(source.items->name() + "：" + note);
    found.table->add(std::move(source.items));
  }
  // What it throws when it is stopped tells nobody more than the control does.
  settings.progress = [&control](double share) {
    try {
      control.tell(share);
      return true;
    } catch (const Cancelled&) {
      return false;
    }
  };
  try {
    found.pairs = workflows::findDuplicates(*found.table, settings);
  } catch (const validators::TooManyPairs&) {
    throw formats::FormatError(formats::ErrorCode::kOverLimit, say("相近的试题太多，没有列出。"), {},
                               say("请提高相似度的下限，或先去掉内容完全相同的试题。"));
  } catch (...) {
    control.check();
    throw;
  }
  return found;
}

class Dialog final : public wxDialog {
 public:
  Dialog(wxWindow* parent, Host& host)
      : wxDialog(parent, wxID_ANY, shown(say("相近试题")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
        host_(host) {
    layOut();
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showPair(); });
    reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { light(); });
    start();
  }
  ~Dialog() override { task_.cancel(); }

  /// The item to go to; empty when none.
  [[nodiscard]] formats::Id wanted() const { return wanted_; }

 private:
  void layOut() {
    const int gap = FromDIP(12);
    about_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    gauge_ = new wxGauge(this, wxID_ANY, 1000, wxDefaultPosition, FromDIP(wxSize(180, -1)));
    what_ = new WhatToCompare(this, [this] { start(); });
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(about_, wxSizerFlags(1).CenterVertical());
    head->Add(gauge_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(760, 200)),
                                   wxDV_SINGLE | wxDV_ROW_LINES);
    list_->AppendTextColumn(headed(say("关系")), wxDATAVIEW_CELL_INERT, FromDIP(90));
    list_->AppendTextColumn(headed(say("相似度")), wxDATAVIEW_CELL_INERT, FromDIP(60));
    list_->AppendTextColumn(headed(say("判定")), wxDATAVIEW_CELL_INERT, FromDIP(60));
    list_->AppendTextColumn(headed(say("一道题")), wxDATAVIEW_CELL_INERT, FromDIP(260));
    list_->AppendTextColumn(headed(say("另一道题")), wxDATAVIEW_CELL_INERT, FromDIP(260));
    nameForReaders(list_, say("相近的试题"));
    auto* sides = new wxBoxSizer(wxHORIZONTAL);
    for (std::size_t i = 0; i < 2; ++i) {
      auto* side = new wxBoxSizer(wxVERTICAL);
      items_[i] = new MarkedItem(this, i == 0 ? say("一道题") : say("另一道题"));
      go_[i] = new wxButton(this, wxID_ANY, shown(say("转到这道题")));
      go_[i]->Bind(wxEVT_BUTTON, [this, i](wxCommandEvent&) { goTo(i); });
      side->Add(items_[i], wxSizerFlags(1).Expand());
      side->Add(go_[i], wxSizerFlags().Border(wxTOP, gap / 2));
      sides->Add(side, wxSizerFlags(1).Expand().Border(wxRIGHT, i == 0 ? gap : 0));
    }
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    reason_ = new wxTextCtrl(this, wxID_ANY);
    reason_->SetHint(shown(say("理由：为什么是相同、变式或不同")));
    nameForReaders(reason_, say("判定的理由"));
    foot->Add(reason_, wxSizerFlags(1).CenterVertical());
    const std::array<const char*, 3> words{formats::markForTranslation("判为相同(&S)"),
                                           formats::markForTranslation("判为变式(&V)"),
                                           formats::markForTranslation("判为不同(&D)")};
    for (std::size_t i = 0; i < words.size(); ++i) {
      judge_[i] = new wxButton(this, wxID_ANY, shown(formats::translate(words[i])));
      judge_[i]->Bind(wxEVT_BUTTON,
                      [this, i](wxCommandEvent&) { judge(static_cast<Judgement::Verdict>(i)); });
      foot->Add(judge_[i], wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
    }
    export_ = new wxButton(this, wxID_ANY, shown(say("存成网页(&E)…")));
    export_->SetToolTip(shown(say("把列出的各对存成一个网页文件，可以打印出来逐对判定。")));
    export_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { savePage(); });
    foot->Add(export_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
    foot->Add(new wxButton(this, wxID_CANCEL, shown(say("关闭"))),
              wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(what_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    all->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
    all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    all->Add(sides, wxSizerFlags(1).Expand().Border(wxALL, gap));
    all->Add(foot, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    SetSizerAndFit(all);
    CentreOnParent();
  }

  void start() {
    task_.cancel();
    found_ = {};
    list_->DeleteAllItems();
    about_->SetLabelText(shown(say("正在比较试题……")));
    gauge_->SetValue(0);
    gauge_->Show();
    Layout();
    task_ = host_.document().worker().run(
        [bank = host_.document().bank(), comparison = what_->comparison()](TaskControl& control) {
          return findPairs(bank, comparison, control);
        },
        {.done = [this](Found found) { show(std::move(found)); },
         .failed =
             [this](const formats::FormatError& error) {
               gauge_->Hide();
               about_->SetLabelText(shown(error.full()));
               about_->SetToolTip(shown(error.full()));
               Layout();
             },
         .progress = [this](double share) { gauge_->SetValue(static_cast<int>(share * 1000)); },
         .stillWanted = {}});
    light();
  }

  void show(Found found) {
    found_ = std::move(found);
    gauge_->Hide();
    about_->SetLabelText(
        shown(found_.pairs.empty()
                  ? say("没有相近的试题。")
                  : say("相近的试题 {n} 对，最像的在前。黄底是两题都有的词语，红底是只有这一题有的。",
                        "n"_a = found_.pairs.size())));
    std::string notes;
    for (const std::string& note : found_.notes) notes += (notes.empty() ? "" : "\n") + note;
    about_->SetToolTip(shown(notes));
    count_ = found_.pairs.size();
    if (count_ > kMostShown) found_.pairs.resize(kMostShown);
    for (const DuplicatePair& pair : found_.pairs) {
      wxVector<wxVariant> line;
      line.push_back(shown(validators::pairKindName(pair.kind)));
      line.push_back(wxString::Format("%.0f%%", static_cast<double>(pair.similarity) * 100));
      line.push_back(shown(pair.verdict ? validators::verdictName(*pair.verdict) : std::string()));
      line.push_back(shown(excerptOf(pair.a)));
      line.push_back(shown(excerptOf(pair.b)));
      list_->AppendItem(line);
    }
    if (!found_.pairs.empty()) list_->SelectRow(0);
    showPair();
    Layout();
  }

  [[nodiscard]] std::string excerptOf(std::uint32_t item) const {
    const ItemTable::Where where = found_.table->where(item);
    validators::ItemWords words;
    where.source.read(where.at, words);
    std::string stem(words.stem);
    std::ranges::replace(stem, '\n', ' ');
    const std::string place = isOwn(item) ? std::string() : where.source.name() + " ";
    const workflows::ItemLabel label = where.source.label(where.at);
    const std::string level = label.level ? validators::levelWord(*label.level) + " " : std::string();
    return place + level + label.name() + " " + stem;
  }

  [[nodiscard]] const DuplicatePair* chosen() const {
    const int row = list_->GetSelectedRow();
    return row < 0 || static_cast<std::size_t>(row) >= found_.pairs.size()
               ? nullptr
               : &found_.pairs[static_cast<std::size_t>(row)];
  }

  void showPair() {
    if (const DuplicatePair* pair = chosen()) {
      const validators::PairReading reading = workflows::readAgain(*found_.table, *pair);
      const ItemTable::Where a = found_.table->where(pair->a);
      const ItemTable::Where b = found_.table->where(pair->b);
      items_[0]->show(a.source, a.at, reading.a);
      items_[1]->show(b.source, b.at, reading.b);
    } else {
      for (MarkedItem* item : items_) item->ChangeValue({});
    }
    light();
  }

  void light() {
    const bool pair = chosen() != nullptr;
    export_->Enable(pair);
    // An item of another bank can be looked at only.
    bool own = pair;
    for (std::size_t i = 0; i < 2; ++i) {
      const bool here = pair && isOwn(i == 0 ? chosen()->a : chosen()->b);
      go_[i]->Enable(here);
      own = own && here;
    }
    const bool can = own && !wordsOf(reason_).empty() && !host_.document().readOnly();
    for (wxButton* button : judge_) button->Enable(can);
  }

  [[nodiscard]] bool isOwn(std::uint32_t item) const { return found_.table->sourceOf(item) == 0; }

  void savePage() {
    const auto file = askNewFile(this, say("存成网页"), say("相近试题") + ".html", {say("网页"), "*.html"});
    if (!file) return;
    try {
      std::ostringstream page;
      workflows::writeDuplicatesPage(*found_.table, found_.pairs, {found_.threshold, count_}, page);
      formats::writeFileSafely(*file, page.str(), true);
      about_->SetLabelText(shown(say("已存成 {file}。", "file"_a = file->string())));
    } catch (const formats::FormatError& error) {
      about_->SetLabelText(shown(error.full()));
    }
  }

  [[nodiscard]] formats::Id objectOf(std::uint32_t item) const {
    const ItemTable::Where where = found_.table->where(item);
    return where.source.label(where.at).object;
  }

  void judge(Judgement::Verdict verdict) {
    const DuplicatePair* pair = chosen();
    if (pair == nullptr) return;
    const std::string person = host_.personName();
    if (person.empty()) return;
    if (!host_.change(workflows::judgementEdit(host_.document().bank(), objectOf(pair->a), objectOf(pair->b),
                                               verdict, wordsOf(reason_), person, say("判定相近试题"))))
      return;
    const int row = list_->GetSelectedRow();
    found_.pairs[static_cast<std::size_t>(row)].verdict = verdict;
    list_->SetTextValue(shown(validators::verdictName(verdict)), static_cast<unsigned>(row), 2);
    reason_->ChangeValue({});
    if (row + 1 < list_->GetItemCount()) list_->SelectRow(static_cast<unsigned>(row + 1));
    showPair();
  }

  void goTo(std::size_t side) {
    const DuplicatePair* pair = chosen();
    if (pair == nullptr) return;
    wanted_ = objectOf(side == 0 ? pair->a : pair->b);
    EndModal(wxID_OK);
  }

  Host& host_;
  Found found_;
  Task task_;
  formats::Id wanted_;
  wxStaticText* about_ = nullptr;
  wxGauge* gauge_ = nullptr;
  WhatToCompare* what_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  std::array<MarkedItem*, 2> items_{};
  std::array<wxButton*, 2> go_{};
  wxTextCtrl* reason_ = nullptr;
  std::array<wxButton*, 3> judge_{};
  wxButton* export_ = nullptr;
  std::size_t count_ = 0;  ///< Pairs that were found, of which the list may hold fewer.
};

}  // namespace

void judgeDuplicates(wxWindow* parent, Host& host) {
  formats::Id wanted;
  {
    Dialog dialog(parent, host);
    dialog.ShowModal();
    wanted = dialog.wanted();
  }
  if (!wanted.empty()) host.goTo(placeOf(wanted, host.document().bank()));
}

}  // namespace tiku::editor
