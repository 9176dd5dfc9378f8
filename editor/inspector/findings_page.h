#pragma once

#include <wx/panel.h>

#include "editor/document/worker.h"
#include "editor/workspace/host.h"

class wxNotebook;
class wxButton;
class wxChoice;
class wxStaticText;

namespace tiku::editor {

class FindingsList;

/// 检查: what the checks say of the selected object, or of the whole bank.
class FindingsPage final : public wxPanel {
 public:
  FindingsPage(wxWindow* parent, Host& host);

  /// The user selected something; its findings show.
  void show(const Place& place);
  /// The findings changed: of these objects, or of all when `everything`.
  void judged(std::span<const formats::Id> objects, bool everything);
  /// Brings the list of all findings, at the gravest, and gives it the keyboard.
  void showAll();

 private:
  void refresh();
  void showButtons(const validators::Finding* finding);
  void waive();
  void fix();
  void suggest();
  void offer(const validators::Finding& finding, const std::vector<std::string>& words);

  Host& host_;
  Place place_;
  wxChoice* scope_ = nullptr;
  FindingsList* list_ = nullptr;
  wxButton* open_ = nullptr;
  wxButton* fix_ = nullptr;
  wxButton* suggest_ = nullptr;
  wxButton* waive_ = nullptr;
  Task looking_;  ///< For what may be meant by a word.
};

}  // namespace tiku::editor
