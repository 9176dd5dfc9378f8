#include "workflows/duplicates/judge.h"

#include "formats/base/today.h"
#include "validators/rules/duplicates/judged_pairs.h"

namespace tiku::workflows {

using namespace formats;
using validators::pairOf;

Edit judgementEdit(const Bank& bank, Id a, Id b, Judgement::Verdict verdict, const std::string& reason,
                   const std::string& person, const std::string& title) {
  const validators::ItemPair pair = pairOf(a, b);
  Judgements judgements;
  if (const auto* kept = bank.find<Judgements>(Judgements::kId)) judgements = *kept;
  std::erase_if(judgements.judgements,
                [&](const Judgement& judgement) { return pairOf(judgement.a, judgement.b) == pair; });
  judgements.judgements.push_back({pair.first,
                                   pair.second,
                                   verdict,
                                   validators::wordsDigest(pair.first, bank),
                                   validators::wordsDigest(pair.second, bank),
                                   reason,
                                   person,
                                   Date::parse(today()),
                                   {}});
  return Edit(title).put(std::move(judgements));
}

}  // namespace tiku::workflows
