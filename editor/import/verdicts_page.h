#pragma once

#include <functional>
#include <string>

#include <wx/panel.h>

#include "editor/import/import_reading.h"

class wxButton;
class wxChoice;

namespace tiku::editor {

class VerdictList;

/// What became of every place of the files, to be looked through, copied and kept.
class VerdictsPage final : public wxPanel {
 public:
  explicit VerdictsPage(wxWindow* parent);

  /// Told where the record was saved, or why not.
  void onSaved(std::function<void(const std::string& words)> saved) { saved_ = std::move(saved); }
  /// Shows first what a person must look at, where there is something. Null shows nothing. The reading must
  /// stay as long as it shows.
  void show(const ImportReading* reading);

 private:
  void list();
  void saveRecord();

  const ImportReading* reading_ = nullptr;
  std::function<void(const std::string&)> saved_;
  VerdictList* verdicts_ = nullptr;
  wxChoice* filter_ = nullptr;
  wxButton* copy_ = nullptr;
  wxButton* save_ = nullptr;
};

}  // namespace tiku::editor
