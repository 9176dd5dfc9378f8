#include "editor/sync/screen_credentials.h"

#include <chrono>
#include <future>

#include <wx/app.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/ask.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Login;
using formats::LoginQuestion;
using formats::say;
using formats::TrustQuestion;
using formats::operator""_a;

template <typename Answer>
Answer ScreenCredentials::ask(std::function<Answer()> question, Answer otherwise) const {
  auto promise = std::make_shared<std::promise<Answer>>();
  std::future<Answer> answer = promise->get_future();
  wxTheApp->CallAfter([promise, question = std::move(question), given = given_, otherwise] {
    promise->set_value(*given ? otherwise : question());
  });
  // The window may be closing, and then nobody answers.
  while (answer.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
    if (*given_) return otherwise;
  }
  return answer.get();
}

std::optional<Login> ScreenCredentials::login(const LoginQuestion& question) {
  return ask<std::optional<Login>>([parent = parent_, question] { return askLogin(parent, question); },
                                   std::nullopt);
}

bool ScreenCredentials::trust(const TrustQuestion& question) {
  return ask<bool>([parent = parent_, question] { return askTrust(parent, question); }, false);
}

double shareOf(const formats::TransferProgress& progress) {
  return progress.totalObjects == 0
             ? 0.0
             : static_cast<double>(progress.objects) / static_cast<double>(progress.totalObjects);
}

std::optional<Login> askLogin(wxWindow* parent, const LoginQuestion& question) {
  wxDialog dialog(parent, wxID_ANY, shown(say("登录共享位置")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(8);
  auto* content = new wxBoxSizer(wxVERTICAL);
  const auto line = [&](const std::string& words, bool warning) {
    auto* text = new wxStaticText(&dialog, wxID_ANY, wrapped(&dialog, words, dialog.FromDIP(420)));
    if (warning) text->SetForegroundColour(inkOf(State::kShort));
    content->Add(text, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  };
  line(say("{address} 要用户名和密码。", "address"_a = question.address), false);
  if (question.refused > 0) line(say("对方没有接受刚才的用户名和密码，请核对后再填。"), true);
  if (question.open)
    line(say("这个连接没有加密，途中的人看得到密码。能用 https 或 ssh 的地址时请改用。"), true);
  auto* form = new Form(&dialog);
  auto* user = form->field(say("用户名(&U)"), question.user);
  auto* password = new wxTextCtrl(&dialog, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
  form->row(say("密码(&P)"), password);
  content->Add(form, wxSizerFlags().Expand());
  auto* keep = new wxCheckBox(&dialog, wxID_ANY, shown(say("记住密码（存在系统的密钥环里）(&K)")));
  content->Add(keep, wxSizerFlags().Border(wxTOP, gap));
  DialogFoot foot(&dialog, content, say("登录(&L)"));
  const auto look = [&] { foot.require(wordsOf(user).empty() ? say("请填用户名。") : std::string()); };
  dialog.Bind(wxEVT_TEXT, [&](wxCommandEvent&) { look(); });
  look();
  dialog.Fit();
  dialog.SetSize(dialog.FromDIP(wxSize(480, -1)));
  (question.user.empty() ? static_cast<wxWindow*>(user) : password)->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return Login{wordsOf(user), typed(password->GetValue()), keep->GetValue()};
}

bool askTrust(wxWindow* parent, const TrustQuestion& question) {
  const bool key = question.about == TrustQuestion::About::kHostKey;
  std::string text =
      key ? say("第一次连接 "
                "{host}。它出示的密钥（{kind}）指纹是：\n\n{fingerprint}"
                "\n\n请与管理员给的指纹核对，一致才连接。",
                "host"_a = question.host, "kind"_a = question.kind, "fingerprint"_a = question.fingerprint)
          : say("{host} "
                "的证书没有公认的机构担保。它的指纹是：\n\n{fingerprint}"
                "\n\n请与管理员给的指纹核对，一致才连接。",
                "host"_a = question.host, "fingerprint"_a = question.fingerprint);
  if (question.knownOtherwise)
    text += "\n\n" + say("以前连接它时不是这一个：可能是服务器换了，也可能有人冒充。没有核实前不要连接。");
  return askYes(parent, key ? say("核对服务器") : say("核对证书"), text, say("指纹一致，连接(&Y)"),
                say("不连接(&N)"));
}

}  // namespace tiku::editor
