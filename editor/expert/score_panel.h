#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "editor/expert/expert_host.h"

class wxSizer;
class wxStaticText;
class wxTextCtrl;
class wxToggleButton;

namespace tiku::editor {

/// What the expert thinks of one item: how it belongs to its point, how hard it is, what is to become of it.
/// Pressing what is pressed takes it back.
class ScorePanel final : public wxPanel {
 public:
  ScorePanel(wxWindow* parent, ExpertHost& host);

  /// Another object, or what is said of it is another.
  void show(formats::Id object, bool scored);
  /// By key, as the buttons do. A verdict already given stays.
  void setRelevance(int relevance);
  void setVerdict(formats::ItemVerdict verdict);
  void toDifficulty();
  /// Called after a verdict was given, and after Enter in the estimate.
  void onDone(std::function<void(bool verdict)> done) { done_ = std::move(done); }

 private:
  void put(const formats::ItemScore& score, const std::string& title, std::string_view key = {});
  void readDifficulty();
  wxSizer* buttons(std::vector<wxToggleButton*>& into, const std::vector<std::string>& words,
                   const std::vector<std::string>& keys, int columns);

  ExpertHost& host_;
  formats::Id object_;
  std::vector<wxWindow*> ofItems_;
  std::vector<wxToggleButton*> relevance_;
  std::vector<wxToggleButton*> verdict_;
  wxTextCtrl* difficulty_ = nullptr;
  wxStaticText* wrong_ = nullptr;
  std::function<void(bool)> done_;
};

}  // namespace tiku::editor
