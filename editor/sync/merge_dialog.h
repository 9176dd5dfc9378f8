#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <wx/dialog.h>
#include <wx/timer.h>

#include "editor/document/merge_answers.h"
#include "editor/document/worker.h"
#include "editor/workspace/host.h"
#include "workflows/merge/merge.h"

class wxButton;
class wxHtmlWindow;
class wxRadioButton;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class LineList;
class StyledWords;

/// A merge of which something must be asked.
struct AskedMerge {
  workflows::MergeResult result;  ///< Without answers.
  std::map<std::string, workflows::LastChanges> last;
};

/// Reads what a merge asks, for a thread.
AskedMerge askedMerge(const std::filesystem::path& directory, const std::string& theirs);

/// Where two people changed the same to different things: one question after the other, all of them in a list
/// on the left; for each what was there, mine and theirs, and the item as it comes out. What is answered is
/// kept at once, so that it can be put aside at any time. ShowModal gives wxID_OK once everything is answered
/// and is to be merged.
class MergeDialog final : public wxDialog {
 public:
  MergeDialog(wxWindow* parent, Host& host, AskedMerge asked);
  ~MergeDialog() override;

  [[nodiscard]] const formats::MergeAnswers& answers() const { return answers_; }

 private:
  using Take = formats::MergeAnswer::Take;

  void layOut();
  wxSizer* makeQuestion();
  wxSizer* makeSides();
  wxSizer* makeAnswer();
  wxSizer* makeFoot();
  void bindControls();

  [[nodiscard]] const formats::MergeQuestion& question() const;
  [[nodiscard]] std::string nameOf(const formats::MergeQuestion& question) const;
  [[nodiscard]] std::string personOf(const std::string& address, bool mine) const;
  void showList();
  void showQuestion();
  void showAnswer();
  void answer(Take take);
  void answerRest(Take take);
  void answered();
  void nextOpen();
  void keep();
  void preview();
  [[nodiscard]] std::size_t open() const;

  Host& host_;
  AskedMerge asked_;
  MergeAnswerShelf shelf_;
  formats::MergeAnswers answers_;
  std::map<formats::Id, std::string> names_;
  std::shared_ptr<const formats::Bank> bank_;
  std::size_t at_ = 0;  ///< The question that shows.
  bool quiet_ = false;  ///< The program moves the controls.
  wxTimer pause_;       ///< Of typing, before it is kept and shown as printed.
  Task previewing_;

  LineList* list_ = nullptr;
  wxStaticText* state_ = nullptr;
  wxStaticText* title_ = nullptr;
  struct SideColumn {
    wxStaticText* head = nullptr;
    wxStaticText* person = nullptr;
    StyledWords* words = nullptr;
  };
  SideColumn base_;
  SideColumn mine_;
  SideColumn theirs_;
  wxRadioButton* none_ = nullptr;  ///< Hidden: chosen while nothing is answered.
  wxRadioButton* takeMine_ = nullptr;
  wxRadioButton* takeTheirs_ = nullptr;
  wxRadioButton* takeText_ = nullptr;
  wxTextCtrl* text_ = nullptr;
  wxHtmlWindow* preview_ = nullptr;
  wxButton* next_ = nullptr;
  wxButton* merge_ = nullptr;
};

}  // namespace tiku::editor
