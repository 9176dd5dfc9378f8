#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "editor/workspace/host.h"

namespace tiku::editor {

class ProseField;

/// Brings pictures into the fields of an item: from the clipboard, from a file, dropped. The picture and the
/// field that shows it are one step of undo.
class Pictures {
 public:
  explicit Pictures(Host& host) : host_(host) {}

  /// At the cursor of the field. What is no picture, or too large a one, is said in the attention bar; then
  /// false.
  bool put(ProseField& field, std::string bytes);
  /// Until one is refused.
  void putFiles(ProseField& field, const std::vector<std::filesystem::path>& files);
  /// What the edit that the field makes meanwhile joins with (Document::apply): while a picture comes in its
  /// step, else `otherwise`.
  [[nodiscard]] std::string_view mergeKeyOr(std::string_view otherwise) const {
    return step_.empty() ? otherwise : std::string_view(step_);
  }

 private:
  void refuse(const std::string& words);

  Host& host_;
  std::string step_;
};

}  // namespace tiku::editor
