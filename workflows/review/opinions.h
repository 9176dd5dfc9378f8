#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/finding.h"
#include "workflows/review/round.h"

/// 整改: what is asked of the institution, line by line, what it answers, and who finds that good.
namespace tiku::workflows {

/// The lines that a round has given rise to, graver ones first, then by object and id: the same order on
/// every machine.
std::vector<std::shared_ptr<const formats::Opinion>> opinionsOf(const formats::Bank& bank,
                                                                const formats::Round& round);

/// The round ends, or its institution is to rectify. `rectifyBy` is the last day
/// (rectificationEnds()), and is read with 限期整改 alone; `errors` are the findings of the check at severity
/// error, of which each becomes a line beside the experts' remarks.
///
/// 合格 stamps what was approved: each object as it is now, but for those that most of their experts would
/// drop, and those that are gone. Throws FormatError: kConflict where the state does not allow it, while a
/// line is not agreed to (合格), when the panel is too small, or when a line waits for nobody (限期整改
/// without any); kUsage without a reason where one is due (限期整改, 不合格).
formats::Edit conclude(const formats::Bank& bank, const formats::Round& round, formats::RoundState to,
                       const Deed& deed, const std::optional<formats::Date>& rectifyBy = {},
                       const std::vector<validators::Finding>& errors = {});

/// What the institution says to a line.
struct Answering {
  std::string text;                   ///< What was done, or why nothing was; must be there.
  std::string revision;               ///< The check-in that holds the change; empty without one.
  std::vector<std::string> evidence;  ///< Names of media in the bank.
};

/// Answers a line: the fields of its object that differ from `reviewed` (the bank at the round's
/// revision) are put beside the answer. The first answer brings the round from 限期整改 into 整改. Throws
/// FormatError: kConflict where the round is not in 整改, or the line is agreed to; kUsage without a text,
/// and for evidence that the bank does not hold.
formats::Edit answerOpinion(const formats::Bank& bank, const formats::Bank& reviewed,
                            const formats::Opinion& opinion, const Answering& answer, const Deed& deed);

/// Accepts the expert's wording: changes the words and answers the line with that; or refuses it, for which
/// the deed has a reason. Throws as answerOpinion() and suggestedEdit().
formats::Edit acceptSuggestion(const formats::Bank& bank, const formats::Bank& reviewed,
                               const formats::Opinion& opinion, const Deed& deed);
formats::Edit refuseSuggestion(const formats::Bank& bank, const formats::Bank& reviewed,
                               const formats::Opinion& opinion, const Deed& deed);

/// Files that prove what an answer says: into the bank, among the attachments of the filing under their
/// names, and to the line. Throws FormatError kConflict for a line that is agreed to; kIo, kOverLimit.
formats::Edit attachEvidence(const formats::Bank& bank, const formats::Opinion& opinion,
                             const std::vector<std::filesystem::path>& files);

/// What is being written as answer is kept, and the line stands where it stood. Throws as answerOpinion()
/// where nothing can be answered.
formats::Edit draftAnswer(const formats::Bank& bank, const formats::Opinion& opinion,
                          const std::string& text);

/// A word in a line's thread. It decides nothing.
formats::Edit comment(const formats::Bank& bank, const formats::Opinion& opinion, const std::string& text,
                      const Deed& deed);

/// The chair decides on a line that has no owner, or whose owner has left the panel. Throws FormatError
/// kConflict where somebody else decides, or where there is no answer yet.
formats::Edit decideOpinion(const formats::Bank& bank, const formats::Opinion& opinion, bool closed,
                            const Deed& deed);

/// Who decides on a line: the expert of the panel who made the remark or took it over, or the chair where
/// there is none (any more).
const formats::Panelist* deciderOf(const formats::Round& round, const formats::Opinion& opinion);

/// Lines of an expert who has left go to another member of the panel: those that are not agreed to. Each one
/// says so in its thread. Throws FormatError kUsage where the one has not left, the other is not in the
/// panel, may not review one of the objects, or where there is no such line.
formats::Edit handOver(const formats::Bank& bank, const formats::Round& round, formats::Id left,
                       formats::Id to, const Deed& deed);

/// An expert leaves, and one takes his place at once where there is a newcomer: his seat, his objects, and,
/// after 限期整改, his lines (handOver()). `reviewed` is the bank at the round's revision. Throws as
/// leavePanel(), replaceExpert() and handOver().
formats::Edit leaveEdit(const formats::Bank& bank, const formats::Bank& reviewed, const formats::Round& round,
                        formats::Id expert, const std::optional<formats::Panelist>& newcomer,
                        const Deed& deed);

/// Names who is to answer the lines; nobody where `answerer` is empty. Throws FormatError kConflict for a
/// line that is agreed to.
formats::Edit assignAnswerer(const std::vector<std::shared_ptr<const formats::Opinion>>& opinions,
                             const std::string& answerer);

/// Whether the institution answers opinions in this state: 限期整改, 整改.
bool takesAnswers(formats::RoundState state);

/// What a line still wants before the round can be handed in; empty where nothing.
std::string wantOf(const formats::Opinion& opinion);

/// The institution hands in: 整改 becomes 复核. What each line's object looks like now, against `reviewed`,
/// is put beside its answer once more; lines with a change and without a revision get `revision`. Throws
/// FormatError kConflict naming a line without an answer.
formats::Edit handIn(const formats::Bank& bank, const formats::Bank& reviewed, const formats::Round& round,
                     const std::string& revision, const Deed& deed);

/// The panel sends back: 复核 becomes 整改 again, with what was not agreed to open once more. Throws
/// FormatError kConflict where everything was agreed to.
formats::Edit sendBack(const formats::Bank& bank, const formats::Round& round, const Deed& deed,
                       const std::optional<formats::Date>& rectifyBy);

/// The line by its id, or the beginning of it. Throws FormatError kUsage.
std::shared_ptr<const formats::Opinion> findOpinion(const formats::Bank& bank, const formats::Round& round,
                                                    const std::string& id);

}  // namespace tiku::workflows
