#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/textctrl.h>

#include "editor/text/field_text.h"
#include "editor/widgets/native.h"
#include "validators/checker/finding.h"

namespace tiku::editor {

/// A native text control over a RichText: stems, options, rationales. It grows with its words, shows raised
/// and lowered words as such, and draws a squiggle under what a finding speaks of.
///
/// It has no undo of its own: what was typed is in the bank at once, and the document takes it back.
class ProseField final : public wxTextCtrl {
 public:
  /// What the field is for, said by screen readers; `lines` is its least height.
  ProseField(wxWindow* parent, std::string_view name, int lines = 1);

  /// Called after each change by the user, with the words as they are now.
  void onEdited(std::function<void(const formats::RichText&)> edited) { edited_ = std::move(edited); }
  /// Called when the height that the words want has changed.
  void onGrown(std::function<void()> grown) { grown_ = std::move(grown); }

  /// Files can be dropped here: see DroppedFiles.
  void takeDroppedFiles();
  /// As if these files had been dropped at this place of the text.
  void dropFiles(int at, const std::vector<std::string>& paths);

  /// Shows these words. The cursor stays where it was when they are what stands there already.
  void setWords(const formats::RichText& words);
  [[nodiscard]] formats::RichText words() const { return field_.rich(); }
  [[nodiscard]] const FieldText& field() const { return field_; }

  struct Squiggle {
    validators::TextRange range;  ///< In characters of RichText::str().
    validators::Severity severity;
  };
  /// Marks these words, and no others. Given after each check.
  void setSquiggles(std::vector<Squiggle> squiggles);
  /// Selects what a finding speaks of, and brings it into view.
  void selectWords(validators::TextRange inWords);

  /// Changes of the selection by command; each is an edit of the user.
  void toggleForm(FieldText::Form form);
  void insertBlank();
  void insertImage(const std::string& media, const std::string& alternative);
  void insertTable(formats::TextTable table);
  void insertWords(const formats::RichText& words);
  /// The table or picture at the cursor.
  [[nodiscard]] const formats::TextTable* tableAtCursor() const;
  void replaceTableAtCursor(formats::TextTable table);

  /// For a stem: what is typed as （ ） or ____ becomes a blank.
  void recogniseBlanks() { recognisesBlanks_ = true; }

  wxSize DoGetBestClientSize() const override;

 private:
  struct Selection {
    int from = 0;
    int length = 0;
  };
  [[nodiscard]] Selection selection() const;
  void typedInto();
  void blankJustTyped(int& cursor);
  void edited(int cursor);
  void showField(int cursor);
  void paintLooks();
  void growWithWords();

  FieldText field_;
  std::function<void(const formats::RichText&)> edited_;
  std::function<void()> grown_;
  std::vector<Squiggle> squiggles_;
  std::vector<LookAt> painted_;
  int lines_ = 1;
  int height_ = 0;
  bool recognisesBlanks_ = false;
};

}  // namespace tiku::editor
