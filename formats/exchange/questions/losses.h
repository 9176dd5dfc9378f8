#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/exchange/export.h"

namespace tiku::formats {

/// Collects what a writer cannot hold, each sentence once.
class Losses {
 public:
  void add(const TheoryItem& item, const std::string& what) { put(item, what, false); }
  /// The item is not written.
  void leaveOut(const TheoryItem& item, const std::string& what) { put(item, what, true); }
  [[nodiscard]] std::vector<ExportLoss> take() && { return std::move(losses_); }

 private:
  void put(const TheoryItem& item, const std::string& what, bool leftOut) {
    for (ExportLoss& loss : losses_) {
      if (loss.what != what || loss.leftOut != leftOut) continue;
      loss.items.push_back(item.id);
      return;
    }
    losses_.push_back({what, leftOut, {item.id}});
  }
  std::vector<ExportLoss> losses_;
};

}  // namespace tiku::formats
