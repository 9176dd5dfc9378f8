#pragma once

#include "editor/review/expert_pool_table.h"
#include "editor/review/review_page.h"

class wxButton;

namespace tiku::editor {

class WrappedText;
class TableGrid;

/// 专家库: a table that is written in, and a list of an institution taken into it.
class PoolPage final : public ReviewPage {
 public:
  PoolPage(wxWindow* parent, Host& host);
  ~PoolPage() override;
  void show(formats::Id round) override;
  void finishTyping() override;
  bool copy() override;
  bool cut() override;
  bool paste() override;
  bool find() override;

 private:
  void importList();
  void removeChosen();

  ExpertPoolTable pool_;
  WrappedText* about_ = nullptr;
  TableGrid* table_ = nullptr;
  wxButton* import_ = nullptr;
  wxButton* remove_ = nullptr;
};

}  // namespace tiku::editor
