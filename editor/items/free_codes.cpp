#include "editor/items/free_codes.h"

#include <fmt/format.h>

namespace tiku::editor {

std::string FreeCodes::next(formats::ItemType type, const formats::Id& point) {
  const ItemIndex::Point* at = index_.point(point);
  if (at == nullptr) return {};
  if (known_.insert(point).second) {
    for (std::string& code : index_.codesAt(point)) taken_.insert(std::move(code));
  }
  int& number = last_[{type, point}];
  std::string code;
  do {
    code = fmt::format("{}-{}-{:03}", formats::itemTypeLetter(type), at->code, ++number);
  } while (!taken_.insert(code).second);
  return code;
}

}  // namespace tiku::editor
