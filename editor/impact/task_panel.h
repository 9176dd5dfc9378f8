#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "formats/model/bank.h"
#include "workflows/impact/work_list.h"

class wxButton;
class wxCheckBox;
class wxComboBox;
class wxHtmlWindow;
class wxStaticText;

namespace tiku::editor {

class SideBySide;

/// The chosen tasks: what the standard said and says, where to go, and that they hold as they are.
class TaskPanel final : public wxPanel {
 public:
  struct Deeds {
    std::function<void()> go;
    std::function<void()> goToBlueprint;  ///< Of an entry that wants a point.
    std::function<void()> confirm;
    std::function<void()> chooseMore;  ///< Other items are meant: their points are chosen.
  };
  TaskPanel(wxWindow* parent, Deeds deeds);

  using Lines = std::vector<const workflows::TaskLine*>;
  /// What the lines have before them; of one item the item itself, as printed.
  void show(const formats::StandardUpdate& update, const Lines& chosen, const formats::Bank& bank);
  /// No line: a sentence.
  void say(const std::string& sentence);
  /// How many tasks the button would confirm; none where it may not.
  void offer(std::size_t tasks);
  [[nodiscard]] std::size_t offered() const { return offered_; }
  /// The reasons of the update, to be taken again.
  void setReasons(const std::vector<std::string>& reasons);

  [[nodiscard]] std::string reason() const;
  /// The next ones want a reason of their own.
  void forgetReason();
  void askReason();
  [[nodiscard]] bool withItems() const;

 private:
  void layOut();
  void light();
  void showItem(const workflows::TaskLine* line, const formats::Bank& bank);

  Deeds deeds_;
  std::size_t offered_ = 0;
  wxStaticText* head_ = nullptr;
  wxButton* go_ = nullptr;
  wxButton* blueprint_ = nullptr;
  SideBySide* sides_ = nullptr;
  wxHtmlWindow* item_ = nullptr;
  wxComboBox* reason_ = nullptr;
  wxCheckBox* withItems_ = nullptr;
  wxButton* confirm_ = nullptr;
};

}  // namespace tiku::editor
