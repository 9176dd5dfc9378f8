#include "editor/filing/checked_in_state.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "workflows/filing/checked_in.h"

namespace tiku::editor {

CheckedIn checkedInState(const Document& document) {
  const auto tree = formats::openTree(document.path());
  if (document.modified()) return {formats::treeIdOf(*tree), formats::say("题库有没有保存的改动。")};
  try {
    return {workflows::checkedInTree(document.path(), *tree), {}};
  } catch (const formats::FormatError& error) {
    if (error.code() != formats::ErrorCode::kConflict) throw;
    return {formats::treeIdOf(*tree), error.what()};
  }
}

}  // namespace tiku::editor
