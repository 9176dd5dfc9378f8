#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "editor/document/worker.h"
#include "editor/review/review_page.h"
#include "editor/widgets/line_list.h"

class wxButton;

namespace tiku::editor {

class WrappedText;
class RoundDeeds;

/// 邀请与收回: who has been sent a file, who has delivered (not what), and what became of each file that came
/// back.
class ExchangePage final : public ReviewPage {
 public:
  ExchangePage(wxWindow* parent, Host& host, RoundDeeds& deeds);
  ~ExchangePage() override { task_.cancel(); }
  void show(formats::Id round) override;

  /// Takes in these files, each by itself: one that is refused does not keep the others out.
  void collect(const std::vector<std::filesystem::path>& files);

 private:
  struct Buttons {
    wxButton* inviteAll = nullptr;
    wxButton* inviteAgain = nullptr;
    wxButton* collect = nullptr;
    wxButton* open = nullptr;
    wxButton* leave = nullptr;
    wxButton* replace = nullptr;
  };
  struct Verdicts;

  void layOut();
  void bindButtons();
  void showMembers(const formats::Round& round);
  void enableButtons(const formats::Round& round);
  void taken(const Verdicts& verdicts);
  void askFilesToCollect();
  void leave();
  void replace();
  [[nodiscard]] const formats::Round* round() const { return bank().find<formats::Round>(round_); }
  /// The chosen member; empty for none.
  [[nodiscard]] formats::Id member() const;

  RoundDeeds& deeds_;
  formats::Id round_;
  std::vector<formats::Id> listed_;
  std::vector<LineList::Line> came_;  ///< What became of the files, the latest last.
  WrappedText* about_ = nullptr;
  LineList* members_ = nullptr;
  LineList* files_ = nullptr;
  Buttons buttons_;
  Task task_;
};

}  // namespace tiku::editor
