#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "validators/similarity/statement.h"

namespace tiku::tests {

/// A 单选 with the positions of its right options; views of the texts that are handed in.
inline validators::ItemWords choice(std::string_view stem, std::vector<std::string_view> options,
                                    std::vector<int> keyed) {
  validators::ItemWords words;
  words.stem = stem;
  words.options = std::move(options);
  words.keyed = std::move(keyed);
  return words;
}

}  // namespace tiku::tests
