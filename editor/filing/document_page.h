#pragma once

#include <functional>
#include <map>
#include <string>

#include <wx/scrolwin.h>

#include "editor/widgets/prose_field.h"
#include "formats/model/bank.h"
#include "workflows/filing/checklist.h"

class wxStaticText;

namespace tiku::editor {

/// What a person writes into one document of the bundle: the places of its form, and its long texts.
class DocumentPage final : public wxScrolledWindow {
 public:
  explicit DocumentPage(wxWindow* parent);

  void onField(
      std::function<void(const std::string& id, const std::string& label, const std::string& value)> edited) {
    fieldEdited_ = std::move(edited);
  }
  void onText(
      std::function<void(const std::string& id, const std::string& title, const formats::RichText&)> edited) {
    textEdited_ = std::move(edited);
  }
  /// Shows the document. What is being typed stays as it is.
  void show(const workflows::ChecklistEntry& entry, const formats::Dossier& dossier);

 private:
  void build(const workflows::ChecklistEntry& entry);
  void addSection(const workflows::DossierSection& section);
  void addField(wxSizer* grid, const workflows::DossierField& field);
  wxWindow* fieldFor(const workflows::DossierField& field, const std::string& name);
  void addText(const workflows::DossierText& text);
  void heading(const std::string& words);
  wxStaticText* label(const std::string& words);
  void wrapMissing();
  static std::string shapeOf(const workflows::ChecklistEntry& entry);

  std::string shape_;  ///< What the controls were made for.
  wxStaticText* missing_ = nullptr;
  std::string said_;
  std::map<std::string, wxWindow*> fields_;
  std::map<std::string, ProseField*> texts_;
  int labelWidth_ = 0;
  bool showing_ = false;
  std::function<void(const std::string&, const std::string&, const std::string&)> fieldEdited_;
  std::function<void(const std::string&, const std::string&, const formats::RichText&)> textEdited_;
};

}  // namespace tiku::editor
