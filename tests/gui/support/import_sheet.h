#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <catch2/catch.hpp>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>

#include "editor/import/incoming_list.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"

/// The import dialog in the hands of a test.
namespace tiku::tests {

inline std::filesystem::path writtenFile(OpenEditor& window, const std::string& name,
                                         const std::string& bytes) {
  const std::filesystem::path file = window.folder() / name;
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

inline std::function<int(wxDialog*)> chooseFile(const std::filesystem::path& file) {
  return [file](wxDialog* dialog) {
    dynamic_cast<wxFileDialog*>(dialog)->SetPath(editor::shown(file.string()));
    return wxID_OK;
  };
}

/// The import dialog as a person has it before the eyes.
struct ImportSheet {
  explicit ImportSheet(wxDialog* dialog) : dialog(dialog) {}

  template <typename T>
  T* control(const char* name) const {
    auto* found = dynamic_cast<T*>(wxWindow::FindWindowByName(editor::shown(name), dialog));
    INFO(name);
    REQUIRE(found != nullptr);
    return found;
  }
  void press(const char* label) const {
    wxWindow* button = wxWindow::FindWindowByLabel(editor::shown(label), dialog);
    REQUIRE(button != nullptr);
    wxCommandEvent event(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
  }
  void choose(const char* name, int line) const {
    auto* choice = control<wxChoice>(name);
    choice->SetSelection(line);
    wxCommandEvent event(wxEVT_CHOICE, choice->GetId());
    event.SetInt(line);
    event.SetEventObject(choice);
    choice->ProcessWindowEvent(event);
  }
  [[nodiscard]] std::string incoming(unsigned row, unsigned column) const {
    wxVariant value;
    auto* model =
        dynamic_cast<wxDataViewVirtualListModel*>(control<editor::IncomingList>("将收入的内容")->GetModel());
    model->GetValueByRow(value, row, column);
    return editor::typed(value.GetString());
  }
  [[nodiscard]] unsigned incomingRows() const {
    return dynamic_cast<wxDataViewVirtualListModel*>(
               control<editor::IncomingList>("将收入的内容")->GetModel())
        ->GetCount();
  }
  [[nodiscard]] std::string fileResult(unsigned row) const {
    return editor::typed(control<wxDataViewListCtrl>("要导入的文件")->GetTextValue(row, 1));
  }
  /// Chooses the line of the reading that begins with the words; REQUIREs it.
  void chooseReading(const std::string& words) const {
    auto* lines = control<wxDataViewListCtrl>("对文件的读法");
    for (int row = 0; row < lines->GetItemCount(); ++row) {
      if (!editor::typed(lines->GetTextValue(static_cast<unsigned>(row), 1)).starts_with(words)) continue;
      lines->SelectRow(static_cast<unsigned>(row));
      wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, lines, lines->RowToItem(row));
      lines->ProcessWindowEvent(event);
      return;
    }
    FAIL("no reading begins with " + words);
  }
  [[nodiscard]] bool canImport() const { return wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled(); }
  void waitUntilRead() const {
    REQUIRE(waitFor([&] { return fileResult(0) != "正在读取……"; }, 20'000));
  }

  wxDialog* dialog;
};

}  // namespace tiku::tests
