#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "formats/model/item.h"

class wxBoxSizer;
class wxButton;
class wxRadioButton;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class ProseField;

/// The key of an item without options: right or wrong, the words of the blanks, or a reference answer with
/// its scoring points, whose marks add up before one's eyes.
class KeyPanel final : public wxPanel {
 public:
  struct Told {
    /// A new key, and what the change joins with: "key", "key/2".
    std::function<void(formats::Key, const std::string& field)> key;
    std::function<void(std::vector<formats::ScoringPoint>, const std::string& field)> scoring;
    std::function<void()> grown;
  };
  KeyPanel(wxWindow* parent, Told told);

  void show(const formats::TheoryItem& item);
  /// The reference answer, where the type has one; else null.
  [[nodiscard]] ProseField* answer() const;
  /// Gives the keyboard to the part that the field names.
  void takeFocus(const std::string& field);

 private:
  struct ScoringRow {
    wxPanel* panel;
    wxTextCtrl* text;
    wxTextCtrl* marks;
  };
  void buildJudgement(wxBoxSizer* all);
  void buildScoring(wxBoxSizer* all);
  void makeScoringRow();
  void showScoring(const formats::TheoryItem& item);
  void scoringTyped(std::size_t row);
  [[nodiscard]] std::vector<formats::ScoringPoint> scoringShown() const;

  Told told_;
  wxPanel* judgement_ = nullptr;
  wxRadioButton* right_ = nullptr;
  wxRadioButton* wrong_ = nullptr;
  wxRadioButton* open_ = nullptr;  ///< Neither, not shown: a radio group cannot be empty.
  wxTextCtrl* blanks_ = nullptr;
  ProseField* answer_ = nullptr;
  wxPanel* scoring_ = nullptr;
  wxButton* addScoring_ = nullptr;
  wxBoxSizer* scoringSizer_ = nullptr;
  std::vector<ScoringRow> rows_;
  std::size_t usedRows_ = 0;
  std::vector<formats::ScoringPoint> points_;  ///< As shown.
  wxStaticText* total_ = nullptr;
};

}  // namespace tiku::editor
