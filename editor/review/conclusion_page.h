#pragma once

#include <vector>

#include "editor/document/worker.h"
#include "editor/review/review_page.h"
#include "workflows/review/report/report.h"

class wxButton;

namespace tiku::editor {

class WrappedText;
class LineList;
class NextSteps;
class RoundDeeds;

/// 结论与报告: what the panel concludes, the lines of 整改 that the chair decides on, and the documents that
/// the round ends in.
class ConclusionPage final : public ReviewPage {
 public:
  ConclusionPage(wxWindow* parent, Host& host, RoundDeeds& deeds);
  ~ConclusionPage() override { task_.cancel(); }
  void show(formats::Id round) override;

  /// Asks where to, and writes it.
  void write(workflows::ReportKind kind);

 private:
  struct Report {
    workflows::ReportKind kind;
    wxButton* button;
  };
  void layOut();
  void showOpinions(const formats::Round& round);
  void showButtons(const formats::Round& round);
  void decide(bool closed);
  [[nodiscard]] const formats::Round* round() const { return bank().find<formats::Round>(round_); }
  [[nodiscard]] const formats::Opinion* chosen() const;

  RoundDeeds& deeds_;
  formats::Id round_;
  std::vector<formats::Id> listed_;
  WrappedText* about_ = nullptr;
  NextSteps* steps_ = nullptr;
  LineList* opinions_ = nullptr;
  wxButton* agree_ = nullptr;
  wxButton* reject_ = nullptr;
  std::vector<Report> reports_;
  Task task_;
};

}  // namespace tiku::editor
