#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "formats/model/bank.h"

class wxButton;
class wxNotebook;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class DifferenceView;
class StyledWords;

/// One opinion: what it says, the words that it means as they stand now, what is answered, what was changed,
/// and what was said about it.
class OpinionSide final : public wxPanel {
 public:
  /// What the user wants of the page that holds it.
  struct Deeds {
    std::function<void()> go;
    std::function<void()> accept;
    std::function<void()> refuse;
    std::function<void()> answer;
    std::function<void()> addEvidence;
    std::function<void(const std::string& name)> dropEvidence;
    std::function<void()> comment;
    /// The keyboard leaves the answer.
    std::function<void()> left;
  };
  OpinionSide(wxWindow* parent, Deeds deeds);

  struct Shown {
    const formats::Bank& bank;
    const formats::Round& round;
    const formats::Opinion& opinion;
    formats::Object reviewed;  ///< Its object at the revision under review; monostate where not known.
    bool answerable = false;
  };
  void show(const Shown& now);
  /// There is no opinion to show, and why.
  void clear(const std::string& why);

  [[nodiscard]] std::string answer() const;
  /// The answer, where something was typed that the bank does not have yet.
  [[nodiscard]] std::optional<std::string> typedAnswer() const;
  [[nodiscard]] std::string comment() const;
  void commentDone();

 private:
  wxPanel* thread(wxWindow* parent);
  void layOut();
  void showEvidence(const Shown& now);
  void dropMenu();

  Deeds deeds_;
  formats::Id shown_;
  std::string fromBank_;                                       ///< What the bank had put into the answer.
  std::vector<std::pair<std::string, std::string>> evidence_;  ///< Name of the media, and what it is called.
  wxStaticText* title_ = nullptr;
  wxButton* go_ = nullptr;
  StyledWords* words_ = nullptr;
  wxPanel* suggested_ = nullptr;
  wxButton* accept_ = nullptr;
  wxButton* refuse_ = nullptr;
  wxStaticText* suggestion_ = nullptr;
  wxTextCtrl* answer_ = nullptr;
  wxStaticText* proof_ = nullptr;
  wxButton* add_ = nullptr;
  wxButton* drop_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxButton* give_ = nullptr;
  wxNotebook* book_ = nullptr;
  DifferenceView* changes_ = nullptr;
  StyledWords* thread_ = nullptr;
  wxTextCtrl* comment_ = nullptr;
  wxButton* say_ = nullptr;
};

}  // namespace tiku::editor
