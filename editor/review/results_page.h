#pragma once

#include <string>
#include <vector>

#include "editor/review/disagreement_table.h"
#include "editor/review/review_page.h"

class wxNotebook;
class wxSimplebook;
class wxStaticText;

namespace tiku::editor {

class WrappedText;
class LineList;
class RubricChart;
class TableGrid;

/// 结果: what the experts say, once it is opened; before that nothing but why it is not.
class ResultsPage final : public ReviewPage {
 public:
  ResultsPage(wxWindow* parent, Host& host);
  ~ResultsPage() override;
  void show(formats::Id round) override;
  bool copy() override;
  bool find() override;

 private:
  wxWindow* makeItems(wxWindow* parent);
  wxWindow* makeRubric(wxWindow* parent);
  wxWindow* makeAgreement(wxWindow* parent);
  wxWindow* makeWords(wxWindow* parent);
  void showSealed(const formats::Round* round);
  void showRubric(const formats::Round& round);
  void showAgreement(const formats::Round& round);
  void showWords(const formats::Round& round);

  DisagreementTable items_;
  WrappedText* sealed_ = nullptr;
  wxNotebook* parts_ = nullptr;
  wxStaticText* legend_ = nullptr;
  wxStaticText* chosen_ = nullptr;  ///< The item of the row that the cursor is in.
  TableGrid* table_ = nullptr;
  RubricChart* chart_ = nullptr;
  LineList* rubric_ = nullptr;
  WrappedText* deviation_ = nullptr;
  LineList* figures_ = nullptr;
  LineList* lines_ = nullptr;  ///< The pass line of each level.
  LineList* words_ = nullptr;
};

}  // namespace tiku::editor
