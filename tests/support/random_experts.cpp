#include "formats/base/digest.h"
#include "tests/support/random_bank.h"

namespace tiku::test {

using namespace tiku::formats;

Experts RandomBank::experts() {
  Experts pool;
  for (int i = number(5); i > 0; --i) {
    Expert expert;
    expert.id = id();
    expert.name = maybeWords(95);
    expert.kind = static_cast<Expert::Kind>(number(2));
    expert.institution = maybeWords();
    expert.qualification = maybeWords();
    if (chance(50)) expert.title = static_cast<ExpertTitle>(number(4));
    if (chance(50)) expert.level = Level::of(1 + number(5));
    for (int n = number(3); n > 0; --n) expert.fields.push_back(words());
    expert.certificate = maybeWords(30);
    if (chance(80)) expert.appointed = date();
    if (chance(50)) expert.until = date();
    expert.removed = maybeWords(10);
    for (int n = number(2); n > 0; --n) expert.avoidances.push_back({maybeWords(95), maybeWords(), extras()});
    for (int n = number(3); n > 0; --n) {
      ExpertWork work{{}, maybeWords(95), maybeWords(), extras()};
      if (chance(80)) work.on = date();
      expert.works.push_back(std::move(work));
    }
    expert.extras = extras();
    pool.experts.push_back(std::move(expert));
  }
  pool.extras = extras();
  return pool;
}

PanelDraws RandomBank::panelDraws(const Experts& pool) {
  PanelDraws draws;
  for (int i = number(3); i > 0; --i) {
    PanelDraw draw;
    draw.id = id();
    if (chance(90)) draw.on = date();
    draw.by = maybeWords();
    draw.institution = maybeWords();
    draw.occupation = maybeWords();
    draw.clause = maybeWords();
    draw.experts = number(9);
    draw.contentExperts = number(3);
    draw.methodExperts = number(3);
    draw.pool = sha256(words());
    draw.nonce = maybeWords(95);
    for (const Expert& expert : pool.experts) {
      PanelCandidate candidate{expert.id,          sha256(words()), expert.name, expert.kind,
                               expert.institution, maybeWords(),    {},          {},
                               chance(50),         extras()};
      if (chance(30)) candidate.excluded = static_cast<Exclusion>(number(7));
      candidate.why = maybeWords(30);
      draw.candidates.push_back(std::move(candidate));
      if (!chance(20)) continue;
      PanelRefusal refusal{expert.id, {}, maybeWords(), {}, extras()};
      if (chance(80)) refusal.on = date();
      if (chance(80)) refusal.replacement = id();
      draw.refusals.push_back(std::move(refusal));
    }
    draw.extras = extras();
    draws.draws.push_back(std::move(draw));
  }
  draws.extras = extras();
  return draws;
}

}  // namespace tiku::test
