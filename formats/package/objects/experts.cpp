// `experts.xml`, `panel-draws.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {
template <typename Io>
void fields(Io& io, Side<Io, Avoidance>& avoidance) {
  io.optional("institution", avoidance.institution);
  io.optional("reason", avoidance.reason);
  io.extras(avoidance.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, ExpertWork>& work) {
  io.optional("on", work.on);
  io.optional("text", work.text);
  io.optional("rating", work.rating);
  io.extras(work.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Expert>& expert) {
  io.required("id", expert.id);
  io.optional("name", expert.name);
  io.required("kind", expert.kind);
  io.optional("institution", expert.institution);
  io.optional("qualification", expert.qualification);
  io.optional("title", expert.title);
  io.optional("level", expert.level);
  io.optional("certificate", expert.certificate);
  io.optional("appointed", expert.appointed);
  io.optional("until", expert.until);
  io.optional("removed", expert.removed);
  io.extras(expert.extras);
  io.texts("field", expert.fields);
  io.children("avoidance", expert.avoidances);
  io.children("work", expert.works);
}

template <typename Io>
void fields(Io& io, Side<Io, Experts>& experts) {
  io.extras(experts.extras);
  io.children("expert", experts.experts);
}

template <typename Io>
void fields(Io& io, Side<Io, PanelCandidate>& candidate) {
  io.required("expert", candidate.expert);
  io.optional("rank", candidate.rank);
  io.optional("name", candidate.name);
  io.required("kind", candidate.kind);
  io.optional("institution", candidate.institution);
  io.optional("qualification", candidate.qualification);
  io.optional("excluded", candidate.excluded);
  io.optional("why", candidate.why);
  io.optional("drawn", candidate.drawn);
  io.extras(candidate.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, PanelRefusal>& refusal) {
  io.required("expert", refusal.expert);
  io.optional("on", refusal.on);
  io.optional("reason", refusal.reason);
  io.optional("replacement", refusal.replacement);
  io.extras(refusal.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, PanelDraw>& draw) {
  io.required("id", draw.id);
  io.optional("on", draw.on);
  io.optional("by", draw.by);
  io.optional("institution", draw.institution);
  io.optional("occupation", draw.occupation);
  io.optional("clause", draw.clause);
  io.required("experts", draw.experts);
  io.required("content", draw.contentExperts);
  io.required("method", draw.methodExperts);
  io.optional("pool", draw.pool);
  io.optional("nonce", draw.nonce);
  io.extras(draw.extras);
  io.children("candidate", draw.candidates);
  io.children("refusal", draw.refusals);
}

template <typename Io>
void fields(Io& io, Side<Io, PanelDraws>& draws) {
  io.extras(draws.extras);
  io.children("draw", draws.draws);
}

namespace {

void checkExpertIds(const Experts& experts, const std::string& file) {
  UniqueIds ids(file);
  for (const Expert& expert : experts.experts) ids.add(expert.id, "expert");
}

void checkDrawIds(const PanelDraws& draws, const std::string& file) {
  UniqueIds ids(file);
  for (const PanelDraw& draw : draws.draws) {
    ids.add(draw.id, "draw");
    UniqueIds candidates(file);
    for (const PanelCandidate& candidate : draw.candidates) candidates.add(candidate.expert, "candidate");
  }
}

}  // namespace

std::string write(const Experts& experts) {
  checkExpertIds(experts, {});
  return writeDocument("experts", experts);
}

Experts readExperts(Element& root, const ReadContext& context) {
  auto experts = readDocument<Experts>(root, "experts", context);
  checkExpertIds(experts, context.file);
  return experts;
}

std::string write(const PanelDraws& draws) {
  checkDrawIds(draws, {});
  return writeDocument("panel-draws", draws);
}

PanelDraws readPanelDraws(Element& root, const ReadContext& context) {
  auto draws = readDocument<PanelDraws>(root, "panel-draws", context);
  checkDrawIds(draws, context.file);
  return draws;
}

}  // namespace tiku::formats::xml
