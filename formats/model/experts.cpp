#include "formats/model/experts.h"

#include <algorithm>

namespace tiku::formats {

const Expert* Experts::find(Id expert) const {
  const auto found = std::ranges::find(experts, expert, &Expert::id);
  return found == experts.end() ? nullptr : &*found;
}

const PanelCandidate* PanelDraw::find(Id expert) const {
  const auto found = std::ranges::find(candidates, expert, &PanelCandidate::expert);
  return found == candidates.end() ? nullptr : &*found;
}

const PanelDraw* PanelDraws::find(Id draw) const {
  const auto found = std::ranges::find(draws, draw, &PanelDraw::id);
  return found == draws.end() ? nullptr : &*found;
}

}  // namespace tiku::formats
