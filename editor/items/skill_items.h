#pragma once

#include <vector>

#include <wx/panel.h>

#include "editor/items/pictures.h"
#include "editor/workspace/workspace.h"

class wxDataViewListCtrl;
class wxHtmlWindow;

namespace tiku::editor {

class SkillForm;

/// 试题: the operational items of a level, a list above, the form of the selected one and its preview below.
class SkillItems final : public wxPanel {
 public:
  SkillItems(wxWindow* parent, Host& host);

  void go(const Place& place);
  [[nodiscard]] Place place() const;
  void bankChanged(std::span<const formats::Change> changes);
  void findingsChanged();
  [[nodiscard]] std::vector<Command> commands();
  void finishTyping();
  bool copy();
  bool cut();
  bool paste();

 private:
  [[nodiscard]] const formats::Bank& bank() const { return host_.document().bank(); }
  [[nodiscard]] const formats::SkillItem* current() const { return bank().find<formats::SkillItem>(item_); }
  void layOut();
  void listItems();
  void showItem(formats::Id item);
  void refreshForm();
  void refreshSoon();
  void addItem(std::optional<formats::Id> module);
  void addVariant();
  void removeItem();

  Host& host_;
  formats::Level level_;
  formats::Id item_;
  std::vector<formats::Id> items_;
  Pictures pictures_;
  bool stale_ = true;
  bool refreshDue_ = false;
  bool quiet_ = false;
  wxDataViewListCtrl* list_ = nullptr;
  SkillForm* form_ = nullptr;
  wxHtmlWindow* preview_ = nullptr;
};

}  // namespace tiku::editor
