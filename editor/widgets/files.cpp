#include "editor/widgets/files.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>

#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::say;

namespace {

// GTK knows no path of a dialog before it was on the screen; one that was set is kept here meanwhile.
class FileDialog final : public wxFileDialog {
 public:
  using wxFileDialog::wxFileDialog;
  void SetPath(const wxString& path) override {
    wxFileDialog::SetPath(path);
    set_ = path;
  }
  [[nodiscard]] std::vector<fs::path> paths() const {
    wxArrayString chosen;
    GetPaths(chosen);
    std::vector<fs::path> paths;
    for (const wxString& path : chosen) {
      if (!path.empty()) paths.emplace_back(typed(path));
    }
    if (paths.empty() && !set_.empty()) paths.emplace_back(typed(set_));
    return paths;
  }

 private:
  wxString set_;
};

class FolderDialog final : public wxDirDialog {
 public:
  using wxDirDialog::wxDirDialog;
  void SetPath(const wxString& path) override {
    wxDirDialog::SetPath(path);
    set_ = path;
  }
  [[nodiscard]] wxString GetPath() const override {
    const wxString path = wxDirDialog::GetPath();
    return path.empty() ? set_ : path;
  }

 private:
  wxString set_;
};

wxString wildcard(const FileKind& kind) {
  if (kind.pattern.empty()) return wxFileSelectorDefaultWildcardStr;
  return shown(kind.kind + " (" + kind.pattern + ")|" + kind.pattern + "|" + say("所有文件") + "|*");
}

}  // namespace

std::vector<fs::path> askFiles(wxWindow* parent, const std::string& title, const FileKind& kind) {
  FileDialog dialog(parent, shown(title), {}, {}, wildcard(kind),
                    wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
  return dialog.ShowModal() == wxID_OK ? dialog.paths() : std::vector<fs::path>();
}

std::optional<fs::path> askFile(wxWindow* parent, const std::string& title, const FileKind& kind) {
  FileDialog dialog(parent, shown(title), {}, {}, wildcard(kind), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK || dialog.paths().empty()) return {};
  return dialog.paths().front();
}

std::optional<fs::path> askFolder(wxWindow* parent, const std::string& title) {
  FolderDialog dialog(parent, shown(title), {}, wxDD_DEFAULT_STYLE);
  if (dialog.ShowModal() != wxID_OK || dialog.GetPath().empty()) return {};
  return fs::path(typed(dialog.GetPath()));
}

std::optional<fs::path> askNewFile(wxWindow* parent, const std::string& title, const std::string& name,
                                   const FileKind& kind) {
  FileDialog dialog(parent, shown(title), {}, shown(name), wildcard(kind), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK || dialog.paths().empty()) return {};
  fs::path file = dialog.paths().front();
  const std::string extension = kind.pattern.substr(kind.pattern.find('.'));
  if (file.extension() != extension) file += extension;
  return file;
}

}  // namespace tiku::editor
