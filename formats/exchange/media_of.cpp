#include "formats/exchange/media_of.h"

#include "formats/model/pictures.h"

namespace tiku::formats {

void putMediaOf(const Bank& bank, const std::map<std::string, std::string>& media, Edit& edit,
                std::set<std::string> names) {
  for (const Edit::Step& step : edit.steps()) {
    for (std::string& name : picturesOf(step.object)) names.insert(std::move(name));
  }
  for (const std::string& name : names) {
    const auto bytes = media.find(name);
    const auto id = mediaIdOf(name);
    if (bytes == media.end() || !id || bank.find<Media>(*id) != nullptr) continue;
    edit.put(Media{*id, name, bytes->second});
  }
}

}  // namespace tiku::formats
