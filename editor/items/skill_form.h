#pragma once

#include <memory>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "editor/items/skill_models.h"
#include "formats/model/bank.h"

class wxChoice;
class wxFlexGridSizer;
class wxTextCtrl;

namespace tiku::editor {

class ProseField;
class TableGrid;

/// One operational item to be written: head, preparation notice, task, requirements, vetoes and score sheet,
/// whose marks add up before one's eyes.
class SkillForm final : public wxScrolledWindow {
 public:
  using Edited =
      std::function<void(formats::SkillItem item, const std::string& title, const std::string& mergeKey)>;
  SkillForm(wxWindow* parent, Edited edited);

  /// Shows the item; null shows nothing. `bank` names its modules and points.
  void show(std::shared_ptr<const formats::SkillItem> item, const formats::Bank& bank);
  /// Gives the keyboard to a field ("task", "scores/2/criterion").
  void goTo(const std::string& field);
  [[nodiscard]] ProseField* focusedProse() const;
  /// The table that has the keyboard, with its rows; null when none has.
  struct Table {
    TableGrid* grid = nullptr;
    SkillModel* model = nullptr;
  };
  [[nodiscard]] Table focusedTable();
  void finishTyping();

 private:
  void label(wxFlexGridSizer* grid, const std::string& words);
  wxTextCtrl* line(const std::string& name, int width, std::string formats::SkillItem::* field,
                   const char* key);
  ProseField* prose(wxFlexGridSizer* grid, const std::string& name,
                    formats::RichText formats::SkillItem::* field, const char* key);
  TableGrid* table(wxFlexGridSizer* grid, const std::string& name, SkillModel& model, int height);
  void addHead(wxFlexGridSizer* grid);
  void addChoices(wxFlexGridSizer* grid);
  void edit(const std::function<void(formats::SkillItem&)>& change, const std::string& title,
            const std::string& field);
  void listModules(const formats::Bank& bank);
  void choosePoints();
  void fit();

  Edited edited_;
  std::shared_ptr<const formats::SkillItem> item_;
  std::vector<formats::Id> modules_;  ///< Of the choice, behind its first line "none".
  struct PointLine {
    formats::Id id;
    std::string code;
  };
  std::vector<PointLine> points_;  ///< Of the level's operational element table.
  wxTextCtrl* title_ = nullptr;
  wxTextCtrl* code_ = nullptr;
  wxChoice* module_ = nullptr;
  wxTextCtrl* pointCodes_ = nullptr;
  wxTextCtrl* minutes_ = nullptr;
  wxTextCtrl* marks_ = nullptr;
  wxChoice* difficulty_ = nullptr;
  wxChoice* status_ = nullptr;
  ProseField* venue_ = nullptr;
  ProseField* task_ = nullptr;
  ProseField* requirements_ = nullptr;
  ProseField* quality_ = nullptr;
  MaterialModel materialModel_;
  VetoModel vetoModel_;
  ScoreModel scoreModel_;
  TableGrid* materials_ = nullptr;
  TableGrid* vetoes_ = nullptr;
  TableGrid* scores_ = nullptr;
  bool fitting_ = false;
};

}  // namespace tiku::editor
