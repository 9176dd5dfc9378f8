#pragma once

#include <functional>
#include <set>

#include <wx/dataview.h>

#include "editor/import/import_reading.h"

namespace tiku::editor {

/// What comes in, a line each, with a tick at what can be left out. Only what is seen is drawn.
class IncomingList final : public wxDataViewCtrl {
 public:
  explicit IncomingList(wxWindow* parent);
  ~IncomingList() override;

  /// A tick was set or taken.
  void onTicked(std::function<void()> ticked) { ticked_ = std::move(ticked); }
  /// Shows the rows, all ticked. They must stay as long as they show.
  void show(const std::vector<IncomingRow>* rows);
  void tickAll(bool ticked);
  [[nodiscard]] bool isTicked(std::size_t row) const;
  void tick(std::size_t row, bool ticked);
  /// The objects that are not ticked.
  [[nodiscard]] const std::set<formats::Id>& left() const { return left_; }

 private:
  class Model;
  void addWords(const std::string& title, unsigned column, int width);

  const std::vector<IncomingRow>* rows_ = nullptr;
  std::set<formats::Id> left_;
  std::function<void()> ticked_;
  wxObjectDataPtr<Model> model_;
};

}  // namespace tiku::editor
