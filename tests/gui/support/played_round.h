#pragma once

#include <filesystem>

#include "editor/document/document.h"

namespace tiku::tests {

/// A round of review played by the library on a bank that is open and has a history, for pictures and for
/// tests of single pages. Its key is kept where keys are.
class PlayedRound {
 public:
  /// With a pool of experts, a panel of five drawn from it, and a round that was accepted on `on`.
  PlayedRound(editor::Document& document, const std::filesystem::path& folder, const formats::Date& on);

  [[nodiscard]] formats::Id id() const { return id_; }
  [[nodiscard]] const formats::Round& now() const { return *document_.bank().find<formats::Round>(id_); }
  /// Everybody gets his file and answers; all but the last `missing` come back.
  void collect(const formats::Date& on, std::size_t missing = 0);
  /// The files that are still out come back as well, and everything is opened.
  void open(const formats::Date& on);
  void conclude(const formats::Date& on);

 private:
  void addPool();
  void drawPanel(const formats::Date& on);
  void take(const formats::Date& on, std::size_t missing);

  editor::Document& document_;
  std::filesystem::path folder_;
  formats::Id id_;
};

}  // namespace tiku::tests
