#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "workflows/review/assign.h"

/// A round of review: how it starts, which way it may go, who is late. The steps are those of
/// 《贵州省职业技能等级认定题库管理实施细则》 第十条; the figures come from the profile (planRound()).
namespace tiku::workflows {

/// Who does something, when, and why.
struct Deed {
  std::string by;
  formats::Date on;
  std::string reason{};
};

/// What a round starts from. planRound() fills in what the profile says.
struct RoundPlan {
  std::string title;
  std::string commit;  ///< Revision under review ...
  std::string tree;    ///< ... its content ...
  std::string tag;     ///< ... and its name; may be empty.
  formats::Round::Scope scope = formats::Round::Scope::kBank;
  std::string nonce;                     ///< Of the sample.
  std::vector<formats::Id> drawn;        ///< Of the sample; not read for the whole bank.
  std::vector<formats::Panelist> panel;  ///< Just one chair.
  int perItem = 1;                       ///< Experts for each item.
  int minPanel = 1;                      ///< With fewer the round cannot be opened or concluded.
  std::string panelClause;               ///< Which clause asks for so many.
  int workingDays = 0;                   ///< For the experts; 0 where their time is not in working days.
  std::optional<formats::Date> due;      ///< The last day.
  formats::Rubric rubric;
  std::string key;  ///< Fingerprint of the round's key.
};

/// A new round, accepted (受理), of the bank at the plan's revision. Items that are live, or those drawn and
/// those of the papers drawn, go to `perItem` experts each; every blueprint goes to the whole panel. Nobody
/// gets his own items.
///
/// Throws FormatError kUsage: a panel that is too small, has an expert twice, no chair or two, or somebody of
/// the institution itself; nothing to review; too few experts for an item.
formats::Round startRound(const formats::Bank& bank, const RoundPlan& plan, const Deed& deed);

/// Brings the round into another state. Throws FormatError kConflict where the state may not follow, naming
/// those that may; kUsage for a deed without a person, or on a day before the last step, which only a wrong
/// clock can be.
void advance(formats::Round& round, formats::RoundState to, const Deed& deed);

/// An expert leaves the panel: his invitations are recalled, what he had delivered stays. `reason` must be
/// given. Throws FormatError kUsage for somebody who is not in the panel, kConflict once the round is
/// decided.
void leavePanel(formats::Round& round, formats::Id expert, const Deed& deed);

/// An expert takes the place of one who left: he gets his objects. What the other had delivered stays and
/// counts. His lines of 整改 go to the new one by handOver() (opinions.h). Throws FormatError kUsage where
/// the other has not left, the new one is in the panel, or may not review what he would get; while the
/// experts work alone, where the other had delivered, since then nothing is left to do.
void replaceExpert(formats::Round& round, const formats::Bank& bank, formats::Id left,
                   const formats::Panelist& newcomer);

/// Whether an expert may review an object: it is not his own, by his id or by name and institution.
bool mayReview(const formats::Bank& bank, const formats::Panelist& expert, formats::Id object);

/// Where one expert stands. Says nothing of what he wrote.
struct MemberProgress {
  formats::Id expert;
  int objects = 0;                               ///< That he is to review.
  const formats::Invitation* current = nullptr;  ///< Of the phase under way, not recalled; null before.
  bool delivered = false;
  bool late = false;  ///< Not delivered and the deadline has passed, or delivered after it.
};

struct RoundProgress {
  formats::Invitation::Phase phase = formats::Invitation::Phase::kIndependent;
  std::vector<MemberProgress> members;  ///< Of those who have not left, as in the panel.
  int outstanding = 0;                  ///< Members who have not delivered.
  bool late = false;                    ///< The deadline of the state has passed.
  std::optional<formats::Date> due;     ///< Of the state the round is in.
};

/// The phase that experts are asked for in a state; nothing where they are not asked.
std::optional<formats::Invitation::Phase> phaseOf(formats::RoundState state);

/// Where the round stands on a day. The pointers are into the round.
RoundProgress progressOf(const formats::Round& round, const formats::Date& today);

/// What a member of the panel is called; the id of somebody who never was one.
std::string memberName(const formats::Round& round, formats::Id expert);

/// The round's invitation of the expert in this phase that counts; null when there is none.
const formats::Invitation* currentInvitation(const formats::Round& round, formats::Id expert,
                                             formats::Invitation::Phase phase);

/// The bank's round by id, by the beginning of it, by title; the only one where `name` is empty. Throws
/// FormatError kUsage naming those that there are.
std::shared_ptr<const formats::Round> findRound(const formats::Bank& bank, const std::string& name);

}  // namespace tiku::workflows
