#pragma once

#include <functional>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include <wx/panel.h>
#include <wx/treelist.h>

#include "editor/workspace/place.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// The rooms of a bank, on the left: 概览, 职业标准, 考评蓝图 by level, 试题 by level and half, 试卷, 报备,
/// 历史, with how many items and papers are there.
class Navigator final : public wxPanel {
 public:
  Navigator(wxWindow* parent, std::function<void(const Place&)> chosen);

  /// Shows the rooms of a bank from nothing.
  void setBank(const formats::Bank& bank);
  /// Follows the bank; costs what changed.
  void follow(const formats::Bank& bank, std::span<const formats::Change> changes);
  /// Marks where the user is, without telling `chosen`.
  void show(const Place& place);
  /// Gives it the keyboard.
  void takeFocus();

 private:
  using Key = std::pair<formats::Level, Half>;
  struct Line {
    Place place;
    wxTreeListItem item;
  };
  void build(const formats::Bank& bank);
  void addLevels(const formats::Bank& bank, wxTreeListItem parent, Room room);
  wxTreeListItem add(wxTreeListItem parent, const wxString& title, const Place& place);
  void count(const formats::Object& object, int by);
  void showCounts();

  wxTreeListCtrl* tree_ = nullptr;
  std::function<void(const Place&)> chosen_;
  std::vector<Line> lines_;
  std::vector<formats::Level> levels_;
  std::map<Key, int> items_;
  std::map<Key, int> papers_;
  bool quiet_ = false;
};

}  // namespace tiku::editor
