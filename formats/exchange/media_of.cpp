#include "formats/exchange/media_of.h"

#include <set>

namespace tiku::formats {
namespace {

constexpr std::size_t kDigestLength = 64;

void add(const RichText& text, std::set<std::string>& names) {
  for (std::string& name : text.images()) names.insert(std::move(name));
}

void add(const TheoryItem& item, std::set<std::string>& names) {
  add(item.stem, names);
  for (const RichText& option : item.options) add(option, names);
  add(item.rationale, names);
  if (const auto* key = std::get_if<ReferenceKey>(&item.key)) add(key->answer, names);
}

void add(const SkillItem& item, std::set<std::string>& names) {
  for (const RichText* text : {&item.venue, &item.task, &item.requirements, &item.quality}) add(*text, names);
  for (const ScoreRow& row : item.scores) {
    add(row.content, names);
    add(row.criterion, names);
  }
}

}  // namespace

void putMediaOf(const Bank& bank, const std::map<std::string, std::string>& media, Edit& edit) {
  std::set<std::string> names;
  for (const Edit::Step& step : edit.steps()) {
    if (const auto* item = as<TheoryItem>(step.object)) add(*item, names);
    if (const auto* item = as<SkillItem>(step.object)) add(*item, names);
  }
  for (const std::string& name : names) {
    const auto bytes = media.find(name);
    const auto id = Id::ofDigest(std::string_view(name).substr(0, kDigestLength));
    if (bytes == media.end() || !id || bank.find<Media>(*id) != nullptr) continue;
    edit.put(Media{*id, name, bytes->second});
  }
}

}  // namespace tiku::formats
