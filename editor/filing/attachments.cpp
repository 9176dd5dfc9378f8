#include "editor/filing/attachments.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/exchange/media_file.h"
#include "formats/model/pictures.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::Dossier;
using formats::Edit;
using formats::Id;
using formats::Media;
using formats::say;
using formats::operator""_a;

namespace {

bool isUsedElsewhere(const std::string& file, const formats::Bank& bank) {
  for (const auto& [id, object] : bank.objects()) {
    const std::vector<std::string> names = formats::picturesOf(object);
    if (std::ranges::find(names, file) != names.end()) return true;
  }
  bool used = false;
  bank.forEach<formats::Opinion>([&](const auto& opinion) {
    for (const std::string& evidence : opinion->evidence) used = used || evidence == file;
  });
  return used;
}

std::string sizeWords(std::size_t bytes) {
  constexpr std::size_t kKilo = 1024;
  return bytes < kKilo * kKilo ? std::to_string((bytes + kKilo - 1) / kKilo) + " KB"
                               : std::to_string(bytes / (kKilo * kKilo)) + " MB";
}

}  // namespace

Attachments::Attachments(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(-1, 160)),
                                 wxDV_SINGLE | wxDV_ROW_LINES);
  list_->AppendTextColumn(headed(say("材料名称")), wxDATAVIEW_CELL_INERT, FromDIP(280));
  list_->AppendTextColumn(headed(say("种类")), wxDATAVIEW_CELL_INERT, FromDIP(60));
  list_->AppendTextColumn(headed(say("大小")), wxDATAVIEW_CELL_INERT, FromDIP(80));
  nameForReaders(list_, say("佐证材料"));
  title_ = new wxTextCtrl(this, wxID_ANY);
  nameForReaders(title_, say("材料名称"));
  auto* add = new wxButton(this, wxID_ANY, shown(say("添加文件(&A)…")));
  remove_ = new wxButton(this, wxID_ANY, shown(say("删除(&D)")));
  const int gap = FromDIP(12);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(new wxStaticText(this, wxID_ANY, shown(say("材料名称"))), wxSizerFlags().CenterVertical());
  row->Add(title_, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxRIGHT, gap / 2));
  row->Add(add, wxSizerFlags().Border(wxRIGHT, gap / 2));
  row->Add(remove_);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(row, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->add(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); });
  title_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { rename(); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showTitle(); });
}

void Attachments::show() {
  const formats::Bank& bank = host_.document().bank();
  const std::string kept = chosen();
  files_.clear();
  list_->DeleteAllItems();
  for (const auto& [file, title] : dossierOf(bank).attachments) {
    const auto id = formats::mediaIdOf(file);
    const auto* media = id ? bank.find<Media>(*id) : nullptr;
    wxVector<wxVariant> line;
    line.push_back(shown(title));
    line.push_back(shown(file.find('.') == std::string::npos ? "" : file.substr(file.find('.') + 1)));
    line.push_back(shown(media == nullptr ? say("没有文件") : sizeWords(media->bytes.size())));
    list_->AppendItem(line);
    files_.push_back(file);
  }
  const auto at = std::ranges::find(files_, kept);
  if (at != files_.end()) list_->SelectRow(static_cast<unsigned>(at - files_.begin()));
  showTitle();
}

std::string Attachments::chosen() const {
  const int row = list_->GetSelectedRow();
  return row < 0 || static_cast<std::size_t>(row) >= files_.size() ? std::string()
                                                                   : files_[static_cast<std::size_t>(row)];
}

void Attachments::showTitle() {
  const std::string file = chosen();
  const Dossier dossier = dossierOf(host_.document().bank());
  const auto found = dossier.attachments.find(file);
  const std::string title = found == dossier.attachments.end() ? std::string() : found->second;
  if (wordsOf(title_) != title) title_->ChangeValue(shown(title));
  title_->Enable(!file.empty());
  remove_->Enable(!file.empty());
}

void Attachments::rename() {
  const std::string file = chosen();
  if (file.empty()) return;
  Dossier dossier = dossierOf(host_.document().bank());
  dossier.attachments[file] = wordsOf(title_);
  host_.change(Edit(say("修改材料名称")).put(std::move(dossier)), "attachment/" + file);
}

void Attachments::add() {
  const std::vector<fs::path> paths = askFiles(this, say("添加佐证材料"));
  if (paths.empty()) return;
  host_.attempt([&] {
    Dossier dossier = dossierOf(host_.document().bank());
    Edit edit(say("添加佐证材料"));
    for (const fs::path& path : paths) {
      Media media = formats::mediaOfFile(path);
      dossier.attachments[media.name] = path.stem().string();
      edit.put(std::move(media));
    }
    edit.put(std::move(dossier));
    host_.change(edit);
  });
}

void Attachments::remove() {
  const std::string file = chosen();
  if (file.empty()) return;
  Dossier dossier = dossierOf(host_.document().bank());
  dossier.attachments.erase(file);
  Edit edit(say("删除佐证材料"));
  // An item may show the same picture, an answer to a review rest on it: then the file stays.
  const auto id = formats::mediaIdOf(file);
  if (id && !isUsedElsewhere(file, host_.document().bank())) edit.remove(*id);
  edit.put(std::move(dossier));
  host_.change(edit);
}

}  // namespace tiku::editor
