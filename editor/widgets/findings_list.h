#pragma once

#include <functional>
#include <vector>

#include <wx/dataview.h>
#include <wx/panel.h>

#include "validators/checker/finding.h"

class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

/// Findings one below the other, gravest first, with the whole of the chosen one below: what, by which
/// clause, measured against required, what to do. Thousands are no more work than ten: only what is seen is
/// drawn.
class FindingsList final : public wxPanel {
 public:
  explicit FindingsList(wxWindow* parent);
  ~FindingsList() override;

  /// A double click, or Enter: the user wants to go there.
  void onOpen(std::function<void(const validators::Finding&)> open) { open_ = std::move(open); }
  /// The chosen finding is another one; null for none.
  void onChosen(std::function<void(const validators::Finding*)> chosen) { chosen_ = std::move(chosen); }

  /// Shows these, keeping the chosen one chosen where it is still there. `empty` is what to say when there
  /// are none.
  void setFindings(std::vector<validators::Finding> findings, const std::string& empty);
  [[nodiscard]] const std::vector<validators::Finding>& findings() const { return findings_; }
  /// Null when none is chosen.
  [[nodiscard]] const validators::Finding* chosen() const;
  void choose(std::size_t line);

 private:
  class Model;
  void showDetail();
  void wrapEmpty();

  std::vector<validators::Finding> findings_;
  wxObjectDataPtr<Model> model_;
  wxDataViewCtrl* list_ = nullptr;
  std::string saysEmpty_;
  wxStaticText* empty_ = nullptr;
  wxTextCtrl* detail_ = nullptr;
  std::function<void(const validators::Finding&)> open_;
  std::function<void(const validators::Finding*)> chosen_;
};

/// 错误, 警告, 提示
std::string severityName(validators::Severity severity);

}  // namespace tiku::editor
