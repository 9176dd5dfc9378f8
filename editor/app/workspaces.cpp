#include "editor/app/workspaces.h"

#include <wx/utils.h>

#include "editor/blueprint/blueprint_room.h"
#include "editor/filing/filing.h"
#include "editor/history/history.h"
#include "editor/impact/impact_room.h"
#include "editor/items/items_workspace.h"
#include "editor/overview/overview.h"
#include "editor/papers/papers.h"
#include "editor/review/review_room.h"
#include "editor/standard/standard_room.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::markForTranslation;

namespace {

template <typename T>
Workspace* make(wxWindow* parent, Host& host) {
  return new T(parent, host);
}

}  // namespace

const std::vector<WorkspaceEntry>& workspaces() {
  static const std::vector<WorkspaceEntry> all{
      {Room::kOverview, markForTranslation("概览(&O)"), make<Overview>},
      {Room::kStandard, markForTranslation("职业标准(&D)"), make<StandardRoom>},
      {Room::kBlueprint, markForTranslation("考评蓝图(&B)"), make<BlueprintRoom>},
      {Room::kItems, markForTranslation("试题(&I)"), make<ItemsWorkspace>},
      {Room::kPapers, markForTranslation("试卷(&A)"), make<Papers>},
      {Room::kFiling, markForTranslation("报备(&L)"), make<Filing>},
      {Room::kReview, markForTranslation("评审(&R)"), make<ReviewRoom>},
      {Room::kHistory, markForTranslation("历史(&Y)"), make<History>},
      {Room::kImpact, markForTranslation("标准修订(&U)"), make<ImpactRoom>},
  };
  return all;
}

wxString titleOf(Room room) {
  for (const WorkspaceEntry& entry : workspaces()) {
    if (entry.room == room) return wxStripMenuCodes(shown(formats::translate(entry.title)), wxStrip_Menu);
  }
  return {};
}

}  // namespace tiku::editor
