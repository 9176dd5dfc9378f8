#pragma once

#include <optional>
#include <vector>

#include <wx/panel.h>
#include <wx/timer.h>

#include "editor/document/worker.h"
#include "editor/workspace/host.h"
#include "formats/compare/fields.h"
#include "workflows/history/changes.h"

class wxButton;
class wxChoice;
class wxDataViewListCtrl;
class wxStaticText;

namespace tiku::editor {

class DifferenceView;

/// 历史: the check-ins that touched the selected object, what each changed in it field by field, and how to
/// have it as it was then. What is not checked in yet stands on top. Or field by field: who changed it last.
class HistoryPage final : public wxPanel {
 public:
  HistoryPage(wxWindow* parent, Host& host);
  ~HistoryPage() override { reading_.cancel(); }

  void show(const Place& place);
  /// The bank changed.
  void changed();
  /// Something was checked in or saved.
  void historyMoved();
  /// Nothing is read while nobody looks.
  void setVisible(bool visible);

 private:
  /// A line of the list: a check-in, or what came after the last one.
  struct Line {
    std::string commit;  ///< Empty for what is not checked in.
    std::string time;
    std::string person;
    std::optional<formats::Change> change;
    formats::Field field{};  ///< Where lines are fields: the one.
  };

  void layOut();
  void read();
  void take(std::vector<workflows::ObjectRevision> history);
  void showLines();
  [[nodiscard]] std::vector<Line> checkIns() const;
  [[nodiscard]] std::vector<Line> fields() const;
  [[nodiscard]] bool byField() const;
  [[nodiscard]] static formats::Object wanted(const Line& line);
  [[nodiscard]] std::string state() const;
  void showChosen();
  void say(const std::string& sentence);
  [[nodiscard]] const Line* chosen() const;
  [[nodiscard]] std::optional<formats::Change> unchecked() const;
  void restore();
  void openRoom();

  Host& host_;
  Place place_;
  bool visible_ = false;
  bool read_ = false;  ///< history_ is that of the object.
  wxTimer timer_;
  Task reading_;
  std::vector<workflows::ObjectRevision> history_;
  std::vector<Line> lines_;
  wxStaticText* state_ = nullptr;
  wxChoice* order_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  DifferenceView* difference_ = nullptr;
  wxButton* restore_ = nullptr;
  wxButton* room_ = nullptr;
};

}  // namespace tiku::editor
