#pragma once

#include <functional>
#include <string>

#include <wx/panel.h>

#include "editor/workspace/host.h"
#include "workflows/history/changes.h"

class wxButton;
class wxStaticText;

namespace tiku::editor {

class LineList;
class SideBySide;

/// What differs between two states of the bank: the objects on the left, on the right the two states of the
/// chosen one beside each other. Objects and single fields can be had as they were on either side, as one
/// step.
class ComparedPanel final : public wxPanel {
 public:
  struct Deeds {
    std::function<void(formats::Id)> showHistory;  ///< Of one object.
  };
  ComparedPanel(wxWindow* parent, Host& host, Deeds deeds);

  struct Heads {
    std::string left;  ///< What stands there: "2026-03-01 14:05 王工".
    std::string right;
    bool now = false;         ///< The right side is the bank as it is now.
    bool oneCheckIn = false;  ///< The left side is the one before the right one.
  };
  /// `first` is chosen where it is among the objects.
  void show(workflows::RevisionChanges changes, Heads heads, formats::Id first);
  /// Nothing but a sentence.
  void clear(const std::string& sentence = {});
  /// The bank changed: what can be restored is another.
  void follow();

 private:
  wxWindow* makeObjects(wxWindow* parent);
  wxWindow* makeSides(wxWindow* parent);
  void showObjects(formats::Id first);
  void showChosen();
  [[nodiscard]] std::vector<const formats::Change*> chosen() const;
  [[nodiscard]] bool differsNow(formats::Id id, const formats::Object& version) const;
  void restore(bool left);
  void restoreField(const std::string& field, bool left);

  Host& host_;
  Deeds deeds_;
  workflows::RevisionChanges changes_;
  Heads heads_;
  wxStaticText* counts_ = nullptr;
  LineList* objects_ = nullptr;
  SideBySide* sides_ = nullptr;
  wxButton* history_ = nullptr;
  wxButton* go_ = nullptr;
  wxButton* restoreLeft_ = nullptr;
  wxButton* restoreRight_ = nullptr;
};

}  // namespace tiku::editor
