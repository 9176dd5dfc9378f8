#pragma once

#include <optional>
#include <string>
#include <vector>

#include <wx/treelist.h>

#include "editor/standard/standard_page.h"
#include "editor/workspace/workspace.h"

class wxSimplebook;
class wxSplitterWindow;

namespace tiku::editor {

class HeadPage;
class RequirementsTable;
class SectionPage;
class SectionsTable;

/// 职业标准: the outline of the document at the left, the chosen part at the right.
class StandardRoom final : public Workspace {
 public:
  StandardRoom(wxWindow* parent, Host& host);

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  void finishTyping() override;
  bool copy() override { return table() != nullptr && table()->copy(); }
  bool cut() override { return table() != nullptr && table()->cut(); }
  bool paste() override { return table() != nullptr && table()->paste(); }
  bool find() override;
  [[nodiscard]] std::vector<Command> commands() override;

 private:
  /// A line of the outline.
  struct Node {
    enum class Kind { kHead, kSections, kSection, kBasics, kLevel, kTheoryWeights, kSkillsWeights };
    Kind kind = Kind::kHead;
    int section = 0;
    std::optional<formats::Level> level{};
    bool operator==(const Node&) const = default;
  };
  struct Line {
    Node node;
    std::string title;
    int depth = 0;
    bool operator==(const Line&) const = default;
  };

  void layOut();
  [[nodiscard]] std::vector<Line> outline() const;
  void showOutline();
  void selectInOutline();
  void show(const Node& node);
  void refresh();
  [[nodiscard]] StandardPage* page() const;
  [[nodiscard]] TableGrid* table() const;
  [[nodiscard]] std::optional<Node> nodeOf(const Place& place) const;
  void makeStandard();

  StandardSource source_;
  wxPanel* nothing_ = nullptr;  ///< Offers to make a standard.
  wxSplitterWindow* split_ = nullptr;
  wxTreeListCtrl* tree_ = nullptr;
  std::vector<std::pair<Line, wxTreeListItem>> lines_;
  wxSimplebook* book_ = nullptr;
  HeadPage* head_ = nullptr;
  SectionPage* section_ = nullptr;
  StandardTablePage* sections_ = nullptr;
  StandardTablePage* basics_ = nullptr;
  StandardTablePage* requirements_ = nullptr;
  StandardTablePage* theoryWeights_ = nullptr;
  StandardTablePage* skillsWeights_ = nullptr;
  RequirementsTable* requirementsModel_ = nullptr;
  Node here_;
  bool stale_ = false;
  bool quiet_ = false;
};

}  // namespace tiku::editor
