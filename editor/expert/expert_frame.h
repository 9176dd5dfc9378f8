#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <wx/frame.h>
#include <wx/panel.h>

#include "editor/expert/expert_host.h"
#include "formats/base/say.h"

class wxMenu;
class wxNotebook;

namespace tiku::editor {

class AttentionBar;
class ItemPage;
class RubricPage;
class SubmitPage;

/// The window of an expert's `.tiku-review` file. It knows nothing of banks and their windows: whoever has
/// this file has nothing else.
class ExpertFrame final : public wxFrame, public ExpertHost {
 public:
  /// What the program around it does.
  struct Program {
    std::function<void(const std::filesystem::path&)> open;  ///< Another file that was dropped or chosen.
    std::function<void(formats::Language)> speak;
  };
  ExpertFrame(std::unique_ptr<ReviewSession> session, Program program);
  ~ExpertFrame() override;

  /// Every word anew, in the language of now.
  void makeAnew();
  [[nodiscard]] AttentionBar& attention() { return *attention_; }
  [[nodiscard]] ItemPage& items() { return *items_; }

  // ExpertHost
  [[nodiscard]] ReviewSession& session() override { return *session_; }
  using ExpertHost::change;
  bool change(const workflows::AnswerEntry& entry, const std::string& title,
              std::string_view mergeKey) override;
  void goTo(const ReviewPlace& place) override;
  void note(Note note) override;
  [[nodiscard]] int textSize() const override { return textSize_; }

 private:
  struct Line {
    std::string title;
    std::string key;
    std::string hint;
    std::function<void()> run;
  };
  /// A little larger than the system's: it is read for hours.
  static int textSizeAtFirst();
  void layOut();
  void buildMenu();
  void addFileMenu();
  void addEditMenu();
  void addReviewMenu();
  void addViewMenu();
  int add(wxMenu* menu, const Line& line);
  void happened(const ReviewSession::Event& event);
  void showState();
  void showTrouble();
  void welcome();
  void undo();
  void redo();
  void submit();
  void saveAs();
  void setTextSize(int points);
  void closing(wxCloseEvent& event);
  void toPage(ReviewPlace::Page page);

  std::unique_ptr<ReviewSession> session_;
  Program program_;
  int textSize_ = 0;
  wxPanel* ground_ = nullptr;
  AttentionBar* attention_ = nullptr;
  wxNotebook* book_ = nullptr;
  ItemPage* items_ = nullptr;
  RubricPage* rubric_ = nullptr;  ///< None in a re-review.
  SubmitPage* submit_ = nullptr;
  std::vector<std::pair<ReviewPlace::Page, wxWindow*>> pages_;
  bool asking_ = false;
};

}  // namespace tiku::editor
