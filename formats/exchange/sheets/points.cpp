#include "formats/exchange/sheets/points.h"

#include <algorithm>
#include <cctype>

#include "formats/base/fold.h"
#include "formats/exchange/sheets/columns.h"

namespace tiku::formats::sheets {
namespace {

std::string withoutHyphens(std::string code) {
  std::erase(code, '-');
  return code;
}

std::optional<Id> lookUp(const std::map<std::string, std::optional<Id>>& index, const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? std::nullopt : found->second;
}

// The letters, digits and hyphens that the words begin with.
std::string codeOf(const std::string& words) {
  std::size_t end = 0;
  while (end < words.size() &&
         (std::isalnum(static_cast<unsigned char>(words[end])) != 0 || words[end] == '-'))
    ++end;
  while (end > 0 && words[end - 1] == '-') --end;
  return words.substr(0, end);
}

}  // namespace

PointFinder::PointFinder(const Bank& bank, Level level) {
  const Blueprint* blueprint = bank.blueprint(level);
  if (blueprint == nullptr) return;
  walk(blueprint->theory, [this](const TablePlace& place) {
    if (place.point == nullptr) return;
    add(byCode_, place.code(), place.point->id);
    add(byDigits_, withoutHyphens(place.code()), place.point->id);
    add(byName_, foldWords(place.point->name), place.point->id);
  });
}

void PointFinder::add(std::map<std::string, std::optional<Id>>& index, const std::string& key, const Id& id) {
  const auto [known, isNew] = index.emplace(key, id);
  if (!isNew) known->second = std::nullopt;
}

std::optional<Id> PointFinder::find(std::string_view text) const {
  const std::string words = trimmedWords(text);
  // "A-B-C-001 道德的概念": the code is the first word.
  for (const std::string& code : {words, words.substr(0, words.find(' '))}) {
    const auto parsed = PointCode::parse(code);
    if (!parsed) continue;
    if (const auto id = lookUp(byCode_, parsed->str())) return id;
    if (const auto id = lookUp(byDigits_, withoutHyphens(parsed->str()))) return id;
  }
  return lookUp(byName_, foldWords(words));
}

std::optional<Id> PointFinder::findByParts(const std::vector<std::string>& parts) const {
  std::string code;
  std::string last;
  for (const std::string& part : parts) {
    const std::string words = trimmedWords(part);
    if (words.empty()) continue;
    last = words;
    const std::string own = codeOf(words);
    // "A01" below "A" repeats what stands above it.
    if (!code.empty() && own.size() > 1 && withoutHyphens(own).starts_with(withoutHyphens(code))) {
      code = own;
    } else if (!own.empty()) {
      code += (code.empty() ? "" : "-") + own;
    }
  }
  if (last.empty()) return std::nullopt;
  if (const auto id = find(last)) return id;
  if (const auto parsed = PointCode::parse(code)) {
    if (const auto id = lookUp(byCode_, parsed->str())) return id;
  }
  if (const auto id = lookUp(byDigits_, withoutHyphens(code))) return id;
  std::string name = trimmedWords(std::string_view(last).substr(codeOf(last).size()));
  if (const auto id = lookUp(byName_, foldWords(name))) return id;
  // A letter behind the words is how much the point weighs.
  if (!name.empty() && std::isalpha(static_cast<unsigned char>(name.back())) != 0) name.pop_back();
  return lookUp(byName_, foldWords(name));
}

}  // namespace tiku::formats::sheets
