#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/dataview.h>
#include <wx/panel.h>

#include "editor/expert/expert_host.h"

class wxChoice;
class wxGauge;
class wxSearchCtrl;
class wxStaticText;

namespace tiku::editor {

/// What the expert is to look at: each line with its state, how far he is, and until when.
class QueueList final : public wxPanel {
 public:
  QueueList(wxWindow* parent, ExpertHost& host);

  /// He has chosen a line himself.
  void onChosen(std::function<void(formats::Id)> chosen) { chosen_ = std::move(chosen); }
  /// Selects the line; one that the filter hides is shown for it.
  void select(formats::Id object);
  /// The line `by` further among those that show, or the next that is not done, going round; empty when there
  /// is none.
  [[nodiscard]] formats::Id next(formats::Id from, int by) const;
  [[nodiscard]] formats::Id nextOpen(formats::Id from) const;
  /// The state of an object is another.
  void follow(formats::Id object);
  void startSearch();
  [[nodiscard]] wxDataViewCtrl* list() const { return list_; }

 private:
  class Model;
  enum Filter { kAll, kOpen, kWithRemarks };
  void build();
  void filter();
  void showProgress();
  [[nodiscard]] std::string stateWords(formats::Id object) const;

  ExpertHost& host_;
  std::vector<std::size_t> rows_;  ///< Indices of the queue that show.
  wxObjectDataPtr<Model> model_;
  wxStaticText* progress_ = nullptr;
  wxStaticText* due_ = nullptr;
  wxGauge* gauge_ = nullptr;
  wxChoice* which_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  std::function<void(formats::Id)> chosen_;
  bool quiet_ = false;
};

}  // namespace tiku::editor
