#include "formats/exchange/sheets/points.h"

#include <algorithm>

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

}  // namespace tiku::formats::sheets
