#pragma once

#include <memory>

#include "editor/workspace/host.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// The standard as the pages of the room see it; an empty one where the bank has none.
class StandardSource {
 public:
  explicit StandardSource(Host& host) : host_(host) { follow(); }

  [[nodiscard]] Host& host() const { return host_; }
  [[nodiscard]] const formats::Bank& bank() const { return host_.document().bank(); }
  [[nodiscard]] bool exists() const { return bank().standard() != nullptr; }
  /// Stays as it is until follow().
  [[nodiscard]] const formats::Standard& standard() const { return *now_; }
  void follow() {
    now_ = bank().get<formats::Standard>(formats::Standard::kId);
    if (now_ == nullptr) now_ = std::make_shared<const formats::Standard>();
  }
  bool put(const std::string& title, formats::Standard standard, std::string_view mergeKey = {}) {
    return host_.change(formats::Edit(title).put(std::move(standard)), mergeKey);
  }

 private:
  Host& host_;
  std::shared_ptr<const formats::Standard> now_;
};

}  // namespace tiku::editor
