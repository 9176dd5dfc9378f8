#pragma once

#include <functional>

#include <wx/panel.h>

#include "editor/expert/expert_host.h"

class wxCheckBox;
class wxChoice;
class wxStaticText;

namespace tiku::editor {

class CardText;
class SentenceField;

/// Where a remark is written. What is typed is said at once; a remark that says nothing is none.
class RemarkEditor final : public wxPanel {
 public:
  RemarkEditor(wxWindow* parent, ExpertHost& host);

  /// Begins a new one on these words, or goes on with one. The keyboard goes to the comment.
  void begin(formats::Annotation remark);
  /// The remark being written; empty id when there is none.
  [[nodiscard]] const formats::Annotation& remark() const { return remark_; }
  [[nodiscard]] bool busy() const { return !remark_.id.empty(); }
  /// Ends the writing; a remark without comment and suggestion goes.
  void finish();
  /// The answers have changed elsewhere: by undo, by another remark.
  void follow();
  /// Called when the writing begins or ends.
  void onTurn(std::function<void()> turn) { turn_ = std::move(turn); }

 private:
  void put(const std::string& key);
  void showRemark();
  void withdraw();

  ExpertHost& host_;
  formats::Annotation remark_;
  std::function<void()> turn_;
  wxStaticText* head_ = nullptr;
  CardText* quote_ = nullptr;
  wxChoice* kind_ = nullptr;
  wxChoice* gravity_ = nullptr;
  SentenceField* comment_ = nullptr;
  wxCheckBox* suggests_ = nullptr;
  SentenceField* suggestion_ = nullptr;
};

}  // namespace tiku::editor
