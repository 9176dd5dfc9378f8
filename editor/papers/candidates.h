#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <wx/dataview.h>
#include <wx/panel.h>

#include "editor/workspace/place.h"
#include "formats/model/bank.h"

class wxButton;
class wxCheckBox;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

/// The items of a level that a paper could take, found by their words.
class Candidates final : public wxPanel {
 public:
  Candidates(wxWindow* parent, const formats::Bank& bank);
  ~Candidates() override;

  /// Enter, a double click or the button: these are to go on the paper.
  void onTaken(std::function<void(const std::vector<formats::Id>&)> taken) { taken_ = std::move(taken); }
  /// Shows the items of a level and half, without those that the paper has.
  void show(formats::Level level, Half half, formats::Id paper);
  /// Something changed that is listed.
  void outOfDate();
  void takeFocus();
  /// What is being dragged out of the list; once.
  std::vector<formats::Id> takeDragged();

 private:
  class Model;
  struct Line {
    formats::Id id;
    std::string code;
    std::string type;
    std::string words;
    std::string folded;  ///< What is searched.
    bool used = false;   ///< By another paper.
  };
  void gather();
  void filter();
  void take();
  [[nodiscard]] std::vector<formats::Id> chosen() const;

  const formats::Bank& bank_;
  formats::Level level_;
  Half half_ = Half::kTheory;
  formats::Id paper_;
  bool gathered_ = false;
  std::vector<Line> lines_;
  std::vector<std::size_t> shown_;  ///< Those of lines_ that match.
  std::vector<formats::Id> dragged_;
  wxTextCtrl* search_ = nullptr;
  wxCheckBox* unused_ = nullptr;
  wxStaticText* count_ = nullptr;
  wxButton* add_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  wxObjectDataPtr<Model> model_;
  std::function<void(const std::vector<formats::Id>&)> taken_;
};

}  // namespace tiku::editor
