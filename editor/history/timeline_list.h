#pragma once

#include <map>
#include <string>
#include <vector>

#include <wx/dataview.h>

#include "editor/document/timeline.h"

namespace tiku::editor {

/// The check-ins of a bank, latest first, a day below the other; below a merge what it brought. Two lines can
/// be chosen, to be compared.
class TimelineList final : public wxDataViewListCtrl {
 public:
  explicit TimelineList(wxWindow* parent);

  /// What the list shows.
  struct Shown {
    std::vector<TimelineEntry> entries;
    std::map<std::string, std::string> marks;  ///< Of a commit, beside its tags: "送审：第一轮".
    std::string unchecked;                     ///< What is not checked in, in words; empty: nothing.
  };
  /// What was chosen stays chosen as far as it is still there.
  void show(const Shown& shown);

  /// What is chosen, from the top; commits, or empty for what is not checked in.
  [[nodiscard]] std::vector<std::string> chosen() const;
  /// Chooses this one alone. Tells nobody. False when it is not there.
  bool choose(const std::string& commit);
  [[nodiscard]] bool isEmpty() const { return lines_.empty(); }

  enum Column { kDay, kTime, kPerson, kMarks, kMessage };

 private:
  void addEntry(const TimelineEntry& entry, const std::string& day, const std::string& marks);

  std::vector<std::string> lines_;  ///< Commits; empty for what is not checked in.
};

}  // namespace tiku::editor
