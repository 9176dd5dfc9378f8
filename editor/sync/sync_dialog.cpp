#include "editor/sync/sync_dialog.h"

#include <algorithm>
#include <map>
#include <set>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/document/sync_state.h"
#include "editor/widgets/busy_line.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/styled_words.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "workflows/history/changes.h"

namespace tiku::editor {

using formats::Change;
using formats::Repository;
using formats::Revision;
using formats::say;
using formats::operator""_a;
using Piece = StyledWords::Piece;
using Style = StyledWords::Style;

namespace {

constexpr std::size_t kMostLines = 200;

std::string lineOf(const Revision& revision) {
  return say("{time}　{person}　{message}", "time"_a = dayAndTime(revision.time, revision.offsetMinutes),
             "person"_a = revision.author.name,
             "message"_a = revision.message.substr(0, revision.message.find('\n'))) +
         "\n";
}

std::string lineOf(const Change& change) {
  const bool gone = formats::idOf(change.after).empty();
  const std::string name = workflows::objectName(gone ? change.before : change.after);
  switch (change.kind()) {
    case Change::Kind::kAdded:
      return say("新增　{object}", "object"_a = name) + "\n";
    case Change::Kind::kRemoved:
      return say("删除　{object}", "object"_a = name) + "\n";
    case Change::Kind::kReplaced:
      break;
  }
  return say("修改　{object}", "object"_a = name) + "\n";
}

// As many lines as anybody reads.
template <typename Things>
void addLines(std::vector<Piece>& pieces, const Things& things) {
  std::size_t told = 0;
  for (const auto& thing : things) {
    if (told == kMostLines) break;
    pieces.push_back({lineOf(thing), Style::kPlain});
    ++told;
  }
  if (told < things.size())
    pieces.push_back({say("……另有 {n} 条。", "n"_a = things.size() - told) + "\n", Style::kQuiet});
}

}  // namespace

SyncDialog::SyncDialog(wxWindow* parent, Host& host, const std::string& address, std::filesystem::path disc,
                       std::function<void()> tried)
    : wxDialog(parent, wxID_ANY, shown(disc.empty() ? say("同步") : say("收入交换文件")), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      host_(host),
      disc_(std::move(disc)),
      tried_(std::move(tried)) {
  layOut(address);
  showOutgoing();
  sync_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { begin(); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    // What runs is stopped first and says so.
    if (session_ != nullptr && busy_->busy()) {
      session_->stop();
      event.Veto();
      return;
    }
    event.Skip();
  });
}

SyncDialog::~SyncDialog() = default;

void SyncDialog::layOut(const std::string& address) {
  const int gap = FromDIP(12);
  auto* place = new wxStaticText(this, wxID_ANY,
                                 shown(disc_.empty() ? say("与 {address} 同步", "address"_a = address)
                                                     : say("收入 {file}", "file"_a = disc_.string())),
                                 wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  place->SetFont(place->GetFont().Bold());
  messageHead_ = new wxStaticText(this, wxID_ANY, shown(say("没有签入的改动先签入，说明(&M)：")));
  message_ = new wxTextCtrl(this, wxID_ANY);
  nameForReaders(message_, say("签入的说明"));
  words_ = new StyledWords(this, say("同步的内容"));
  busy_ = new BusyLine(this, [this] {
    if (session_ != nullptr) session_->stop();
  });
  sync_ = new wxButton(this, wxID_ANY, shown(disc_.empty() ? say("同步(&S)") : say("收入(&S)")));
  sync_->SetDefault();
  close_ = new wxButton(this, wxID_CANCEL, shown(say("关闭")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(busy_, wxSizerFlags(1).CenterVertical());
  buttons->Add(close_, wxSizerFlags().Border(wxLEFT, gap));
  buttons->Add(sync_, wxSizerFlags().Border(wxLEFT, gap / 2));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(place, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(messageHead_, wxSizerFlags().Border(wxLEFT | wxRIGHT, gap));
  all->Add(message_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  all->Add(words_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);
  SetSize(FromDIP(wxSize(680, 480)));
  SetMinSize(FromDIP(wxSize(480, 320)));
  CentreOnParent();
}

void SyncDialog::showOutgoing() {
  const std::string proposed = host_.document().proposedMessage();
  message_->ChangeValue(shown(proposed));
  messageHead_->Show(!proposed.empty());
  message_->Show(!proposed.empty());
  std::vector<Piece> pieces;
  if (!disc_.empty()) {
    pieces.push_back(
        {say("把别人用光盘或 U 盘带来的改动合并进来。先核对文件，再合并；出了问题，题库还是原来的样子。") +
             "\n",
         Style::kPlain});
    words_->show(std::move(pieces));
    Layout();
    return;
  }
  host_.attempt([&] {
    const auto outgoing = outgoingOf(Repository::open(host_.document().path()));
    pieces.push_back({say("将发出") + "\n", Style::kHead});
    addLines(pieces, outgoing);
    if (!proposed.empty())
      pieces.push_back({say("还有没有签入的：{message}", "message"_a = proposed) + "\n", {}});
    if (outgoing.empty() && proposed.empty())
      pieces.push_back({say("没有要发出的；看看别人有没有新的改动。") + "\n", Style::kQuiet});
  });
  words_->show(std::move(pieces));
  Layout();
}

void SyncDialog::begin() {
  if (busy_->busy()) return;
  sync_->Disable();
  close_->Disable();
  message_->Disable();
  busy_->begin(say("正在签入…"));
  session_ = std::make_unique<SyncSession>(
      this, host_,
      SyncSession::Hooks{
          .progress =
              [this](const std::string& words, double share) {
                busy_->begin(words);
                busy_->tell(share);
              },
          .ask = [this](AskedMerge asked) { return ask(std::move(asked)); },
          // Not from within the session, which goes then.
          .over = [this](const SyncSession::Report& report) { CallAfter([this, report] { end(report); }); }},
      disc_);
  session_->start(typed(message_->GetValue()));
}

std::optional<formats::MergeAnswers> SyncDialog::ask(AskedMerge asked) {
  busy_->end(say("等您决定"));
  MergeDialog dialog(this, host_, std::move(asked));
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  busy_->begin(say("正在合并…"));
  return dialog.answers();
}

void SyncDialog::end(const SyncSession::Report& report) {
  session_.reset();
  offline_ = report.offline;
  sync_->Enable();
  close_->Enable();
  message_->Enable();
  const std::string left = host_.document().proposedMessage();
  messageHead_->Show(!left.empty());
  message_->Show(!left.empty());
  showReport(report);
  const bool done = report.outcome == SyncSession::Outcome::kDone;
  if (disc_.empty()) sync_->SetLabel(shown(done ? say("再同步一次(&S)") : say("同步(&S)")));
  if (!disc_.empty()) sync_->Enable(!done);
  (done ? close_ : sync_)->SetDefault();
  (done ? close_ : sync_)->SetFocus();
  Layout();
  tried_();
}

void SyncDialog::showReport(const SyncSession::Report& report) {
  using Outcome = SyncSession::Outcome;
  std::vector<Piece> pieces;
  std::string state;
  switch (report.outcome) {
    case Outcome::kDone:
      state = disc_.empty() ? say("已同步") : say("已收入");
      if (report.slipChecked) pieces.push_back({say("文件与交换单相符。") + "\n\n", Style::kPlain});
      break;
    case Outcome::kLater:
      state = say("还没有同步");
      pieces.push_back({say("有 {n} "
                            "处两边都改了，要您决定。别的什么也没有动：没有合并，也没有发出。已经答的记着，再"
                            "同步时接着答。",
                            "n"_a = report.open) +
                            "\n\n",
                        Style::kWarning});
      break;
    case Outcome::kStopped:
      state = say("已停止");
      pieces.push_back({say("停下了。题库是完整的，再同步时接着做。") + "\n\n", Style::kWarning});
      break;
    case Outcome::kFailed:
      state = report.offline ? say("等待联网") : say("没有同步成");
      pieces.push_back({report.problem + "\n\n", Style::kWarning});
      if (host_.document().uncheckedFiles().empty())
        pieces.push_back({say("您的改动都已签入，一处也没有丢。") + "\n\n", Style::kPlain});
      break;
  }
  if (report.rewritten) {
    pieces.push_back(
        {say("共享位置的历史被人改写过。您这里的签入都还在，已经与新的历史合并；请问一问是谁改的。") + "\n\n",
         Style::kWarning});
  }
  if (!report.incoming.empty()) {
    pieces.push_back({say("收到 {n} 次签入", "n"_a = report.incoming.size()) + "\n", Style::kHead});
    addLines(pieces, report.incoming);
    pieces.push_back({"\n" + say("改动了 {n} 处", "n"_a = report.changes.size()) + "\n", Style::kHead});
    addLines(pieces, report.changes);
  } else if (report.outcome == Outcome::kDone) {
    pieces.push_back({(disc_.empty() ? say("别人没有新的改动。") : say("里面的改动这里都已经有了。")) + "\n",
                      Style::kPlain});
  }
  if (report.outcome == Outcome::kDone && disc_.empty())
    pieces.push_back({"\n" + (report.sent ? say("我的改动已经发出。") : say("没有要发出的。")) + "\n", {}});
  words_->show(std::move(pieces));
  busy_->end(state);
}

}  // namespace tiku::editor
