#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "editor/workspace/place.h"
#include "formats/model/bank.h"
#include "validators/checker/profile.h"
#include "validators/rules/papers/paper_pairs.h"

class wxChoice;
class wxDataViewListCtrl;
class wxGrid;
class wxStaticText;

namespace tiku::editor {

/// How much of each paper stands on each other one, as a heat map; below it, what two papers share.
class OverlapMatrix final : public wxPanel {
 public:
  OverlapMatrix(wxWindow* parent, const formats::Bank& bank);

  void onOpen(std::function<void(formats::Id item)> open) { open_ = std::move(open); }
  /// The live papers of the level; of all levels for operational ones, which must not share any item.
  void show(formats::Level level, Half half, const validators::Profile& profile);
  /// Chooses the pair, where both are shown.
  void choose(formats::Id paper, formats::Id other);

 private:
  void fill();
  void showShared(int row, int column);
  [[nodiscard]] bool isTooMuch(std::size_t row, std::size_t column) const;
  [[nodiscard]] validators::OverlapShare shareOf(std::size_t row, std::size_t column) const;

  const formats::Bank& bank_;
  Half half_ = Half::kTheory;
  std::optional<formats::Weight> limit_;  ///< Per cent that two papers may share.
  std::vector<validators::PaperQuestions> papers_;
  std::vector<formats::Id> sharedItems_;
  wxChoice* by_ = nullptr;
  wxStaticText* about_ = nullptr;
  wxGrid* grid_ = nullptr;
  wxStaticText* pair_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  std::function<void(formats::Id)> open_;
};

}  // namespace tiku::editor
