#pragma once

#include <memory>
#include <optional>

#include "editor/items/pictures.h"
#include "editor/text/item_index.h"
#include "editor/workspace/workspace.h"

class wxHtmlWindow;
class wxSplitterWindow;
class wxStaticText;

namespace tiku::editor {

class ItemList;
class ProseField;
class TheoryForm;

/// 试题: the theory items of a level, a list above, the form of the selected one and its preview below.
class TheoryItems final : public wxPanel {
 public:
  TheoryItems(wxWindow* parent, Host& host);

  void go(const Place& place);
  [[nodiscard]] Place place() const;
  void bankChanged(std::span<const formats::Change> changes);
  void findingsChanged();
  [[nodiscard]] std::vector<Command> commands();
  void find();
  bool paste();

 private:
  [[nodiscard]] const formats::Bank& bank() const { return host_.document().bank(); }
  [[nodiscard]] const formats::TheoryItem* current() const;
  void layOut();
  void showLevel(formats::Level level);
  void showItem(formats::Id item);
  void refreshForm();
  void showKept(const std::string& reason);
  void refreshSoon();

  void addItem(formats::ItemType type, std::optional<formats::Id> point);
  void addNext();
  void addVariant();
  void removeSelected();
  void setDifficulty(int difficulty);
  void changeMany();
  void editSet();
  void pasteItems();
  void insertPicture();
  void editTable();
  bool key(int code);

  Host& host_;
  std::optional<ItemIndex> index_;
  formats::Level level_;
  formats::Id item_;
  formats::Id told_;  ///< The item of which was told whether its words can be edited.
  Pictures pictures_;
  bool stale_ = true;  ///< The index is of another state of the bank.
  bool refreshDue_ = false;
  ItemList* list_ = nullptr;
  TheoryForm* form_ = nullptr;
  wxHtmlWindow* preview_ = nullptr;
  wxStaticText* empty_ = nullptr;
};

}  // namespace tiku::editor
