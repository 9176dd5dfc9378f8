#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "editor/import/import_reading.h"

class wxButton;
class wxChoice;
class wxStaticText;

namespace tiku::editor {

class LineList;

/// How the files were understood, line by line, and a choice for the line that was understood wrongly.
class ReadingPanel final : public wxPanel {
 public:
  explicit ReadingPanel(wxWindow* parent);

  /// A person chose another reading of a line of a file; an empty value takes the correction back.
  using Corrected = std::function<void(std::size_t file, const std::string& key, const std::string& value)>;
  void onCorrected(Corrected corrected) { corrected_ = std::move(corrected); }

  /// Shows the lines of all files. Null shows nothing. The reading must stay as long as it shows.
  void show(const ImportReading* reading);
  [[nodiscard]] std::size_t size() const { return lines_.size(); }

 private:
  struct Line {
    std::size_t file = 0;
    const formats::ReadingLine* line = nullptr;
  };
  void showChosen();
  void correct();
  void takeBack();

  std::vector<Line> lines_;
  Corrected corrected_;
  LineList* list_ = nullptr;
  wxStaticText* label_ = nullptr;
  wxChoice* choice_ = nullptr;
  wxButton* back_ = nullptr;
};

}  // namespace tiku::editor
