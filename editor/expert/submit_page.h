#pragma once

#include <functional>
#include <vector>

#include <wx/scrolwin.h>

#include "editor/expert/expert_host.h"

class wxBoxSizer;
class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class SentenceField;

/// 回避声明, what the expert says of the whole, what is still missing, and the end: submitting, and the
/// receipt.
class SubmitPage final : public wxScrolledWindow {
 public:
  SubmitPage(wxWindow* parent, ExpertHost& host);

  /// What is said, or whether it is submitted, is another.
  void follow();
  /// The page comes to the front: what is missing is listed anew.
  void come();
  void go();
  void onSubmit(std::function<void()> submit) { submit_ = std::move(submit); }

 private:
  void listMissing();
  void showReceipt();

  ExpertHost& host_;
  SentenceField* conflict_ = nullptr;
  SentenceField* comment_ = nullptr;
  wxStaticText* missingHead_ = nullptr;
  wxPanel* missing_ = nullptr;
  wxButton* button_ = nullptr;
  wxPanel* done_ = nullptr;
  wxTextCtrl* receipt_ = nullptr;
  wxStaticText* next_ = nullptr;
  std::vector<std::string> listed_;
  bool listedBefore_ = false;
  std::function<void()> submit_;
};

}  // namespace tiku::editor
