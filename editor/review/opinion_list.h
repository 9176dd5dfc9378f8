#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <wx/dataview.h>

#include "editor/workspace/host.h"

namespace tiku::editor {

/// Opinions one below the other, any number: only what is seen is drawn.
class OpinionList final : public wxDataViewCtrl {
 public:
  using Line = std::shared_ptr<const formats::Opinion>;

  OpinionList(wxWindow* parent, Host& host);

  /// The chosen line is another one. Not told when the program chooses.
  void onChosen(std::function<void()> chosen) { chosen_ = std::move(chosen); }
  /// A letter or Enter in the list that means something: true where it was taken.
  void onKey(std::function<bool(int key)> key) { key_ = std::move(key); }

  /// Shows these lines. What was chosen stays chosen by its id; where it is gone, what stands in its place.
  void show(std::vector<Line> lines);
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  /// The first chosen one; empty for none.
  [[nodiscard]] formats::Id chosen() const;
  /// All that are chosen, in order.
  [[nodiscard]] std::vector<Line> allChosen() const;
  void choose(formats::Id opinion);

 private:
  class Model;
  [[nodiscard]] std::vector<std::size_t> rows() const;
  void chooseRow(std::size_t row);

  Host& host_;
  std::vector<Line> lines_;
  wxObjectDataPtr<Model> model_;
  std::function<void()> chosen_;
  std::function<bool(int)> key_;
  bool quiet_ = false;
};

}  // namespace tiku::editor
