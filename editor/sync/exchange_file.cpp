#include "editor/sync/exchange_file.h"

#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "workflows/exchange_disc/exchange_disc.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

namespace {

/// For whom; empty: for anybody.
std::optional<std::string> askPartner(wxWindow* parent) {
  wxDialog dialog(parent, wxID_ANY, shown(say("导出交换文件")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(8);
  auto* content = new wxBoxSizer(wxVERTICAL);
  auto* what = new wxStaticText(&dialog, wxID_ANY,
                                wrapped(&dialog,
                                        say("把对方没有的改动写成一个文件，用光盘或 U "
                                            "盘带去。对方用“收入交换文件”合并，再把他的导出带回来。"),
                                        dialog.FromDIP(440)));
  content->Add(what, wxSizerFlags().Border(wxBOTTOM, gap));
  auto* form = new Form(&dialog);
  auto* partner = form->field(say("给谁(&P)"), {}, say("例如：李工"));
  content->Add(form, wxSizerFlags().Expand());
  auto* hint = new wxStaticText(
      &dialog, wxID_ANY,
      wrapped(&dialog, say("写了名字，程序记住给过他什么，下次只写他没有的；不写，就写全部历史。"),
              dialog.FromDIP(440)));
  hint->SetForegroundColour(quietInk());
  content->Add(hint, wxSizerFlags().Border(wxTOP, gap));
  const DialogFoot foot(&dialog, content, say("选文件(&F)…"));
  dialog.Fit();
  dialog.SetSize(dialog.FromDIP(wxSize(500, -1)));
  partner->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return wordsOf(partner);
}

}  // namespace

void writeExchangeFile(wxWindow* window, Host& host) {
  const auto partner = askPartner(window);
  if (!partner) return;
  Document& document = host.document();
  const auto file = askNewFile(window, say("导出交换文件"),
                               document.bank().info().title + "-" + formats::today() + ".bundle",
                               {say("交换文件"), "*.bundle"});
  if (!file) return;
  const wxBusyCursor busy;
  host.attempt([&] {
    if (!document.uncheckedFiles().empty()) document.checkIn(document.proposedMessage());
    workflows::DiscOutOptions options;
    options.partner = *partner;
    options.replace = true;
    const auto out = workflows::exchangeOut(document.path(), *file, options);
    if (!out) {
      host.note({"exchange", Note::Kind::kInfo,
                 partner->empty() ? say("没有要导出的签入。")
                                  : say("{partner}都有了，没有要导出的。", "partner"_a = *partner)});
      return;
    }
    host.note({"exchange", Note::Kind::kInfo,
               say("{n} 次签入写进了 {file}，旁边的 {slip} 是交换单，请一起带去。",
                   "n"_a = out->slip.revisions.size(), "file"_a = file->filename().string(),
                   "slip"_a = out->slipFile.filename().string())});
  });
}

}  // namespace tiku::editor
