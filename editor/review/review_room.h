#pragma once

#include <string>
#include <vector>

#include "editor/review/review_page.h"
#include "editor/review/round_deeds.h"
#include "editor/workspace/workspace.h"
#include "workflows/review/report/report.h"

class wxNotebook;
class wxStaticText;

namespace tiku::editor {

class ConclusionPage;
class OpinionsPage;
class RoundsPage;

/// 评审: the rounds of a bank for those who run them. Each page speaks of the round that is chosen on the
/// first.
class ReviewRoom final : public Workspace {
 public:
  ReviewRoom(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  void finishTyping() override;
  bool copy() override { return page().copy(); }
  bool cut() override { return page().cut(); }
  bool paste() override { return page().paste(); }
  bool find() override { return page().find(); }
  std::vector<Command> commands() override;

 private:
  struct Page {
    std::string name;  ///< As in Place::field.
    ReviewPage* page;
  };
  void addPage(const std::string& name, const std::string& title, ReviewPage* page);
  [[nodiscard]] ReviewPage& page() const;
  void choose(formats::Id round);
  void showPage(std::string_view name);
  void refresh();
  void write(workflows::ReportKind kind);
  void outOfDate();

  RoundDeeds deeds_;
  formats::Id round_;
  bool refreshing_ = false;
  wxStaticText* state_ = nullptr;
  wxNotebook* pages_ = nullptr;
  std::vector<Page> list_;
  RoundsPage* rounds_ = nullptr;
  OpinionsPage* opinions_ = nullptr;
  ConclusionPage* conclusion_ = nullptr;
};

}  // namespace tiku::editor
