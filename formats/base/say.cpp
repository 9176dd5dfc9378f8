#include "formats/base/say.h"

#include <atomic>
#include <cstdint>
#include <cstring>
#include <unordered_map>

#include "formats/base/resources.h"

namespace tiku::formats {
namespace {

std::atomic<Language> current{Language::kChinese};

std::uint32_t wordAt(std::string_view mo, std::size_t offset) {
  std::uint32_t word = 0;
  std::memcpy(&word, mo.data() + offset, sizeof word);
  return word;
}

// The layout of a GNU .mo file: two tables of (length, offset), at the offsets given by words 3 and 4 of its
// head. The file is our own, made by msgfmt when the program is built, in the byte order of the machine.
std::unordered_map<std::string_view, std::string_view> readCatalogue(std::string_view mo) {
  std::unordered_map<std::string_view, std::string_view> texts;
  const std::uint32_t count = wordAt(mo, 8);
  const std::uint32_t originals = wordAt(mo, 12);
  const std::uint32_t translations = wordAt(mo, 16);
  const auto text = [mo](std::size_t table, std::size_t index) {
    return mo.substr(wordAt(mo, table + index * 8 + 4), wordAt(mo, table + index * 8));
  };
  for (std::uint32_t i = 0; i < count; ++i) texts.emplace(text(originals, i), text(translations, i));
  return texts;
}

const std::unordered_map<std::string_view, std::string_view>& english() {
  static const auto catalogue = readCatalogue(resource("locale/en.mo"));
  return catalogue;
}

}  // namespace

void setLanguage(Language language) {
  current = language;
}

Language language() {
  return current;
}

std::string translate(std::string_view chinese) {
  // The empty text would find the head of the catalogue.
  if (current == Language::kChinese || chinese.empty()) return std::string(chinese);
  const auto found = english().find(chinese);
  return std::string(found == english().end() ? chinese : found->second);
}

}  // namespace tiku::formats
