#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "editor/widgets/object_list.h"
#include "editor/workspace/host.h"

namespace tiku::editor {

/// Opinions one below the other.
class OpinionList final : public ObjectList {
 public:
  using Line = std::shared_ptr<const formats::Opinion>;

  OpinionList(wxWindow* parent, Host& host);

  /// A letter or Enter in the list that means something: true where it was taken.
  void onKey(std::function<bool(int key)> key) { key_ = std::move(key); }

  /// Shows these lines.
  void show(std::vector<Line> lines);
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  /// The first chosen one; empty for none.
  [[nodiscard]] formats::Id chosen() const;
  /// All that are chosen, in order.
  [[nodiscard]] std::vector<Line> allChosen() const;

 private:
  [[nodiscard]] std::string words(std::size_t row, unsigned column) const override;
  bool paint(std::size_t row, unsigned column, wxDataViewItemAttr& look) const override;

  Host& host_;
  std::vector<Line> lines_;
  std::function<bool(int)> key_;
};

}  // namespace tiku::editor
