#include "editor/app/application.h"

#include <cstdlib>

#include <wx/cmdline.h>
#include <wx/fileconf.h>
#include <wx/image.h>
#include <wx/stdpaths.h>

#include "editor/app/language.h"
#include "editor/app/main_frame.h"
#include "editor/app/settings.h"
#include "editor/app/windows.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Language;
using formats::say;

void Application::OnInitCmdLine(wxCmdLineParser& parser) {
  chooseLanguage({});
  parser.AddLongOption("lang", shown(say("界面的语言：zh 或 en；缺省按上次的选择，再按系统的语言环境。")));
  parser.AddParam(shown(say("题库目录、.tiku 文件或 .tiku-review 文件")), wxCMD_LINE_VAL_STRING,
                  wxCMD_LINE_PARAM_OPTIONAL | wxCMD_LINE_PARAM_MULTIPLE);
  parser.AddLongSwitch("help", shown(say("显示用法")), wxCMD_LINE_OPTION_HELP);
}

bool Application::OnCmdLineParsed(wxCmdLineParser& parser) {
  parser.Found("lang", &language_);
  for (std::size_t i = 0; i < parser.GetParamCount(); ++i) banks_.emplace_back(typed(parser.GetParam(i)));
  return true;
}

void Application::chooseLanguage(const wxString& asked) {
  wxString word = asked;
  if (word.empty() && settings::language()) word = *settings::language() == Language::kEnglish ? "en" : "zh";
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (word.empty() && value != nullptr) word = value;
  }
  useLanguage(word.StartsWith("en") ? Language::kEnglish : Language::kChinese);
}

void Application::prepare() {
  SetAppName("tiku-editor");
  wxInitAllImageHandlers();  // Pictures of items, and of the clipboard.
  wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
  auto* config =
      new wxFileConfig("tiku-editor", {}, wxStandardPaths::Get().GetUserConfigDir() + "/tiku-editor.conf", {},
                       wxCONFIG_USE_LOCAL_FILE);
  wxConfigBase::Set(config);
  chooseLanguage(language_);
}

bool Application::OnInit() {
  if (wxConfigBase::Get(false) == nullptr) prepare();
  if (!wxApp::OnInit()) return false;
  chooseLanguage(language_);
  if (banks_.empty()) banks_.emplace_back();
  for (const std::filesystem::path& bank : banks_) {
    if (!bank.empty() && isReviewFile(bank)) {
      openReview(bank);
      continue;
    }
    auto* frame = new MainFrame;
    frame->Show();
    if (!bank.empty()) frame->openBank(bank);
  }
  return true;
}

// Whoever starts the program with his file gets its window alone; when that fails, the start page says why.
void Application::openReview(const std::filesystem::path& file) {
  try {
    openReviewFile(file);
  } catch (const formats::FormatError& error) {
    auto* frame = new MainFrame;
    frame->Show();
    frame->note({"failure", Note::Kind::kError, error.full()});
  }
}

int Application::OnExit() {
  delete wxConfigBase::Set(nullptr);
  return wxApp::OnExit();
}

}  // namespace tiku::editor
