#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "editor/text/item_index.h"
#include "formats/model/item.h"
#include "validators/checker/finding.h"

class wxChoice;
class wxComboBox;
class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class KeyPanel;
class OptionRows;
class ProseField;

/// One theory item to be written: stem, options, key and all that belongs to it. What is typed is told at
/// once; the form shows what it is given.
class TheoryForm final : public wxScrolledWindow {
 public:
  /// The item after an edit, what the edit is called, and what it joins with (Document::apply).
  using Edited =
      std::function<void(formats::TheoryItem item, const std::string& title, const std::string& mergeKey)>;
  TheoryForm(wxWindow* parent, Edited edited);

  /// The points that can be chosen.
  void setIndex(const ItemIndex* index);
  /// Shows the item; null shows nothing. Fields that have these words already are not touched.
  void show(std::shared_ptr<const formats::TheoryItem> item);
  [[nodiscard]] const std::shared_ptr<const formats::TheoryItem>& item() const { return item_; }
  void setFindings(const std::vector<validators::Finding>& findings);
  void setReadOnly(bool readOnly);
  /// The item's words are somebody else's: shown, not edited. What the bank says of it may be.
  void setKept(bool kept);
  /// Gives the keyboard to a field ("stem", "options/2") and marks the words there.
  void goTo(const std::string& field, std::optional<validators::TextRange> range);
  /// The prose that has the keyboard; null when none has.
  [[nodiscard]] ProseField* focusedProse() const;

 private:
  void addHead(wxFlexGridSizer* grid);
  void addMarks(wxFlexGridSizer* grid);
  void label(wxFlexGridSizer* grid, const std::string& words);
  ProseField* prose(const std::string& name, int lines, formats::RichText formats::TheoryItem::* field,
                    const char* title);
  void edit(const std::function<void(formats::TheoryItem&)>& change, const std::string& title,
            const std::string& field);
  void listPoints();
  void choosePoint();
  void fit();

  Edited edited_;
  const ItemIndex* index_ = nullptr;
  std::shared_ptr<const formats::TheoryItem> item_;
  wxChoice* type_ = nullptr;
  wxComboBox* point_ = nullptr;
  wxTextCtrl* code_ = nullptr;
  ProseField* stem_ = nullptr;
  wxStaticText* optionsLabel_ = nullptr;
  OptionRows* options_ = nullptr;
  KeyPanel* key_ = nullptr;
  wxStaticText* keyLabel_ = nullptr;
  wxChoice* difficulty_ = nullptr;
  wxChoice* consistency_ = nullptr;
  wxChoice* status_ = nullptr;
  wxTextCtrl* marks_ = nullptr;
  ProseField* rationale_ = nullptr;
  wxTextCtrl* reference_ = nullptr;
  bool fitting_ = false;
};

}  // namespace tiku::editor
