#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <wx/dataview.h>

#include "validators/checker/checker.h"

namespace tiku::editor {

/// The rules of the profile as lights: those that speak one by one, gravest first, with their findings below
/// them; those that are content folded into one line.
class RuleLights final : public wxDataViewCtrl {
 public:
  explicit RuleLights(wxWindow* parent);
  ~RuleLights() override;

  /// A double click, or Enter, on a rule that speaks: the user wants to go to its (first) finding.
  void onOpen(std::function<void(const validators::Finding&)> open) { open_ = std::move(open); }
  void show(const validators::Checker& checker);

 private:
  struct Line;
  class Model;

  static std::vector<std::unique_ptr<Line>> linesOf(const validators::Checker& checker);

  wxObjectDataPtr<Model> model_;
  std::function<void(const validators::Finding&)> open_;
  std::set<std::string> unfolded_;  ///< Rules whose findings show; "" is the line of the content ones.
};

}  // namespace tiku::editor
