#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "editor/widgets/side_by_side.h"
#include "editor/workspace/host.h"
#include "workflows/compare/difference.h"
#include "workflows/history/changes.h"

class wxButton;
class wxStaticText;

namespace tiku::editor {

class LineList;

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
  /// What differs, as it is and as a person would tell it.
  struct Told {
    workflows::RevisionChanges changes;
    workflows::BankDifference difference;
  };
  /// `first` is chosen where it is among the objects.
  void show(Told told, Heads heads, formats::Id first);
  /// Nothing but a sentence.
  void clear(const std::string& sentence = {});
  /// The bank changed: what can be restored is another.
  void follow();

 private:
  wxWindow* makeObjects(wxWindow* parent);
  wxWindow* makeSides(wxWindow* parent);
  void showObjects(formats::Id first);
  void showChosen();
  [[nodiscard]] std::vector<std::size_t> chosenLines() const;
  /// What the chosen lines stand for.
  [[nodiscard]] std::vector<const formats::Change*> chosen() const;
  [[nodiscard]] std::vector<SideBySide::Field> fieldsOf(std::size_t line) const;
  [[nodiscard]] bool differsNow(formats::Id id, const formats::Object& version) const;
  void restore(bool left);
  void restoreField(const std::string& field, bool left);

  Host& host_;
  Deeds deeds_;
  Told told_;
  /// Of a line of the list: an object, or many that got other codes; neither for a file.
  struct Line {
    std::vector<formats::Id> objects;
    const workflows::ObjectDifference* object = nullptr;
    const workflows::Renumbering* renumbering = nullptr;
  };
  std::vector<Line> lines_;
  std::map<formats::Id, const formats::Change*> byId_;
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
