#pragma once

#include <functional>
#include <set>

#include <wx/dataview.h>

#include "editor/import/import_reading.h"

namespace tiku::editor {

/// What comes in, a line each, with a tick at what can be left out and one at points that
/// are proposed. Only what is seen is drawn.
class IncomingList final : public wxDataViewCtrl {
 public:
  explicit IncomingList(wxWindow* parent);
  ~IncomingList() override;

  /// A tick was set or taken.
  void onTicked(std::function<void()> ticked) { ticked_ = std::move(ticked); }
  /// Shows the rows, all ticked and no proposal taken. They must stay as long as they show.
  void show(const std::vector<IncomingRow>* rows);
  /// Every line but those where the file and the bank differ.
  void tickAll(bool ticked);
  /// All lines where the file and the bank differ: as the file says it, or as the bank does.
  void takeTheirs(bool taken);
  [[nodiscard]] bool isTicked(std::size_t row) const;
  void tick(std::size_t row, bool ticked);
  /// Whether the item takes the point that is proposed for it.
  [[nodiscard]] bool isLinked(std::size_t row) const;
  void link(std::size_t row, bool linked);
  /// Links the items of the wanted proposals, and no others.
  void linkThose(const std::function<bool(const workflows::PointProposal&)>& wanted);
  /// What is ticked so far.
  [[nodiscard]] const ImportDecision& decision() const { return decision_; }

 private:
  class Model;
  void addWords(const std::string& title, unsigned column, int width);

  const std::vector<IncomingRow>* rows_ = nullptr;
  ImportDecision decision_;
  std::function<void()> ticked_;
  wxObjectDataPtr<Model> model_;
};

}  // namespace tiku::editor
