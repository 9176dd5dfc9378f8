#include "validators/language/checks/checks.h"
#include "validators/language/checks/standard_number.h"

namespace tiku::validators::language {

void findStandards(const Passage& passage, const LanguageData& data, HitList& hits) {
  const std::u32string_view text = passage.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto cited = standardAt(text, at);
    if (!cited) continue;
    const auto known = data.standards().find(cited->bare);
    const std::size_t from = at;
    at += cited->length - 1;
    if (known == data.standards().end()) continue;
    const CitedStandard& standard = known->second;
    if (standard.replacedBy.empty() && !standard.superseded.contains(cited->year)) continue;
    Hit& hit = hits.add(Family::kStandards, from, cited->length);
    hit.reason = standard.title;
    hit.better = !standard.replacedBy.empty() ? standard.replacedBy
                 : standard.current.empty()   ? std::string()
                                              : standard.number + "—" + standard.current;
  }
}

}  // namespace tiku::validators::language
