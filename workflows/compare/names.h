#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/model/bank.h"

namespace tiku::workflows {

/// What the ids in the words of an object stand for, without a whole bank in memory: points and scopes,
/// modules, entries of the standard, people, experts, items.
class Names {
 public:
  /// Reads an object that nobody has named yet; monostate where there is none.
  using Find = std::function<formats::Object(formats::Id)>;
  explicit Names(Find find = {}) : find_(std::move(find)) {}

  /// Names the object and its parts; what was named before is named anew.
  void add(const formats::Object& object);
  /// Everything that gives names to parts in a bank.
  void add(const formats::Bank& bank);

  /// Empty for what has no name.
  [[nodiscard]] std::string of(formats::Id id) const;
  /// The text with the ids in it replaced; one that nothing has is told as such.
  [[nodiscard]] std::string in(std::string_view text) const;

 private:
  Find find_;
  mutable std::unordered_map<formats::Id, std::string> names_;
};

}  // namespace tiku::workflows
