#pragma once

#include <cstddef>
#include <string>

#include "tests/workflows/review/panel_story.h"

namespace tiku::tests {

/// A round on a sample bank of which an expert gets some items and the tables.
PanelStory sampleRound(const std::string& sample, std::size_t items);

/// The institution mends the stem of a theory item, answers every opinion, and hands in.
void bringToRereview(PanelStory& story, Id item);

}  // namespace tiku::tests
