#include "formats/base/resources.h"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>

#include "formats/base/resource_table.h"

namespace tiku::formats {
namespace {

std::span<const EmbeddedFile> files() {
  return {kEmbeddedFiles, kEmbeddedFileCount};
}

}  // namespace

std::string_view resource(std::string_view name) {
  const auto found =
      std::ranges::find(files(), name, [](const EmbeddedFile& f) { return std::string_view(f.name); });
  if (found == files().end()) throw std::out_of_range("no built-in file " + std::string(name));
  return {found->begin, static_cast<std::size_t>(found->end - found->begin)};
}

std::vector<std::string_view> resourceNames(std::string_view prefix) {
  std::vector<std::string_view> names;
  for (const EmbeddedFile& file : files()) {
    if (std::string_view(file.name).starts_with(prefix)) names.emplace_back(file.name);
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace tiku::formats
