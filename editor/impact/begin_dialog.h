#pragma once

#include <optional>
#include <vector>

#include "formats/model/bank.h"
#include "formats/model/standard.h"
#include "formats/model/standard_update.h"

class wxWindow;

namespace tiku::editor {

class Host;

/// What workflows::beginUpdate() takes.
struct BegunUpdate {
  formats::Standard after;
  formats::StandardUpdate update;
  std::vector<formats::Object> pictures{};  ///< To come along with `after`.
  std::size_t unclear = 0;                  ///< Places of its document that were not understood.
};

/// Asks for the new edition, shows what it changes and what rests on that. Empty when the user thought
/// better of it; nothing has happened then, nor before.
std::optional<BegunUpdate> askBeginUpdate(wxWindow* parent, Host& host);

}  // namespace tiku::editor
