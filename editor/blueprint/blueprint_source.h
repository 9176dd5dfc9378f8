#pragma once

#include <memory>
#include <optional>

#include "editor/workspace/host.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// The level's blueprint as the pages of the room see it. A level that has none yet shows an empty one, and
/// gets it with the first edit.
class BlueprintSource {
 public:
  explicit BlueprintSource(Host& host) : host_(host) {}

  [[nodiscard]] Host& host() const { return host_; }
  [[nodiscard]] const formats::Bank& bank() const { return host_.document().bank(); }
  [[nodiscard]] const validators::Checker& checker() const { return host_.document().checker(); }
  [[nodiscard]] std::optional<formats::Level> level() const { return level_; }

  /// Goes to a level; follow() does the same when the bank changed.
  void show(formats::Level level) {
    level_ = level;
    follow();
  }
  void follow() {
    if (!level_) return;
    now_ = bank().get<formats::Blueprint>(formats::Blueprint::idOf(*level_));
    if (now_ == nullptr) now_ = std::make_shared<const formats::Blueprint>(*level_);
  }
  /// What the profile's rule wants a sum to be; 100 where it says nothing.
  [[nodiscard]] formats::Marks wantedTotal(std::string_view rule) const {
    const validators::RuleSettings* settings = checker().profile().rule(rule);
    const auto total = settings == nullptr ? std::nullopt : settings->number("total", *level_);
    return total ? formats::Marks::ofHundredths(total->hundredths()) : formats::Marks::whole(100);
  }
  /// Only while a level shows. Stays as it is until follow().
  [[nodiscard]] const formats::Blueprint& blueprint() const { return *now_; }
  /// The same, to be kept over an edit.
  [[nodiscard]] std::shared_ptr<const formats::Blueprint> shared() const { return now_; }
  bool put(const std::string& title, formats::Blueprint blueprint) {
    return host_.change(formats::Edit(title).put(std::move(blueprint)));
  }

 private:
  Host& host_;
  std::optional<formats::Level> level_;
  std::shared_ptr<const formats::Blueprint> now_;
};

}  // namespace tiku::editor
