#pragma once

#include <filesystem>
#include <vector>

#include <wx/app.h>
#include <wx/intl.h>

namespace tiku::editor {

/// The program: language, settings, windows.
class Application : public wxApp {
 public:
  bool OnInit() override;
  int OnExit() override;
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;

 protected:
  /// Language and settings, without a window; for tests, which open their own.
  void prepare();

 private:
  void chooseLanguage(const wxString& asked);
  static void openReview(const std::filesystem::path& file);

  wxLocale locale_;
  wxString language_;
  std::vector<std::filesystem::path> banks_;
};

}  // namespace tiku::editor
