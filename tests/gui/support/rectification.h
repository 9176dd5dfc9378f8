#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "editor/document/document.h"
#include "formats/base/today.h"
#include "formats/history/repository.h"
#include "formats/package/reviewed.h"
#include "workflows/deadlines/deadline.h"
#include "workflows/review/anchors.h"
#include "workflows/review/round.h"

namespace tiku::tests {

/// A round of the open bank that a panel has concluded with 限期整改, and what is to be answered: two
/// suggested wordings, a remark on a whole stem, one on the element table. The bank must have a history.
struct Rectification {
  formats::Id round = formats::Id::wellKnown(0x8000);
  formats::Id suggested;   ///< Opinion with a wording that is good.
  formats::Id refused;     ///< One with a wording that is not.
  formats::Id remarked;    ///< One without a wording.
  formats::Id table;       ///< One on the element table.
  std::string suggestion;  ///< The stem with the first wording in it.

  static Rectification in(editor::Document& document);
};

inline Rectification Rectification::in(editor::Document& document) {
  using namespace formats;
  const Bank& bank = document.bank();
  Rectification made;
  Round round;
  round.id = made.round;
  round.title = "报备评审";
  const Revision revision = Repository::open(document.path()).find("HEAD");
  round.commit = revision.commit;
  round.tree = revision.tree;
  round.perItem = 3;
  const Date today = *Date::parse(formats::today());
  round.rectifyBy =
      workflows::deadlineAfter(workflows::WorkCalendar::china(), today, {30, Period::Unit::kDays}).day;
  for (unsigned i = 0; i < 3; ++i) {
    round.panel.push_back(
        {Id::wellKnown(0x8100U + i), "专家 " + std::to_string(i + 1), "第一技师学院", i == 0, {}, {}});
  }
  // By id, as the list has them where nothing else tells them apart.
  std::vector<std::shared_ptr<const TheoryItem>> items;
  bank.forEach<TheoryItem>([&](const std::shared_ptr<const TheoryItem>& one) {
    if (one->level.number() == 3 && one->type == ItemType::kSingleChoice) items.push_back(one);
  });
  std::ranges::sort(items, {}, [](const auto& one) { return one->id; });
  const auto item = [&](std::size_t which) { return items.at(which); };
  const Id blueprint = Blueprint::idOf(*Level::of(3));
  std::vector<Id> experts;
  for (const Panelist& member : round.panel) experts.push_back(member.expert);
  for (const auto& [id, object] : bank.objects()) {
    if (isReviewable(object)) round.objects.push_back({id, reviewedDigest(object), experts, {}, {}});
  }
  std::ranges::sort(round.objects, {}, &ReviewedObject::object);
  const auto on = [](const char* day) { return *Date::parse(day); };
  workflows::advance(round, RoundState::kAccepted, {"王科长", on("2026-03-02"), {}});
  workflows::advance(round, RoundState::kReviewing, {"专家 1", on("2026-03-03"), {}});
  workflows::advance(round, RoundState::kSummary, {"专家 1", on("2026-03-17"), {}});
  workflows::advance(round, RoundState::kToRectify, {"专家 1", on("2026-03-20"), "四处要改"});
  Edit edit("评审结论：限期整改");
  unsigned number = 0;
  const auto opinion = [&](Id object, const std::string& field, const std::string& quote, Gravity gravity,
                           RemarkKind kind, const std::string& comment,
                           std::optional<std::string> suggestion) {
    Opinion one;
    one.id = Id::wellKnown(0x8200U + number++);
    one.round = round.id;
    one.owner = Id::wellKnown(0x8101);
    one.remark = {one.id,  workflows::anchorAt(bank, object, field, quote, quote.empty() ? 0 : 1),
                  kind,    gravity,
                  comment, std::move(suggestion),
                  {}};
    edit.put(one);
    return one.id;
  };
  // A Chinese character has three bytes.
  const auto first = [](const std::string& text) { return text.substr(0, 12); };
  const std::string stem = item(0)->stem.str();
  made.suggested = opinion(item(0)->id, "stem", first(stem), Gravity::kGrave, RemarkKind::kUnclear,
                           "开头没有写明依据。", "按规程，" + first(stem));
  made.suggestion = "按规程，" + stem;
  made.refused = opinion(item(1)->id, "stem", first(item(1)->stem.str()), Gravity::kCommon, RemarkKind::kForm,
                         "可以写得更短。", "请问");
  made.remarked = opinion(item(2)->id, "stem", "", Gravity::kCommon, RemarkKind::kKnowledge,
                          "与现行检定规程不一致，请核对。", {});
  made.table =
      opinion(blueprint, "theory", "", Gravity::kAdvice, RemarkKind::kScope, "细目表里检校的比重偏大。", {});
  edit.put(std::move(round));
  document.apply(edit);
  return made;
}

}  // namespace tiku::tests
