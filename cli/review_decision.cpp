// tiku review conclude, hand-in, send-back: the states of a round after its opening.
#include <ostream>

#include "cli/review.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/history/repository.h"
#include "formats/package/review_terms.h"
#include "validators/checker/checker.h"
#include "workflows/filing/checked_in.h"
#include "workflows/review/begin.h"
#include "workflows/review/opinions.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct DecisionOptions {
  ReviewOptions common;
  std::string as;
  std::string profile;
  int days = 0;  // As the profile sets it.
};

Date rectifyBy(const Date& from, const DecisionOptions& options, const Bank& bank, const Session& session) {
  const Deadline end = rectificationEnds(profileFor(bank, options.profile), from, options.days);
  if (!end.caveat().empty()) session.err << "tiku: " << end.caveat() << '\n';
  return end.day;
}

void tellState(const OpenReview& review, Session& session) {
  const auto round = review.open.bank.get<Round>(review.round->id);
  std::size_t stamped = 0;
  for (const ReviewedObject& one : round->objects) stamped += one.approved.empty() ? 0U : 1U;
  const std::size_t lines = opinionsOf(review.open.bank, *round).size();
  if (session.json()) {
    session.print({{"round", roundJson(*round)}, {"opinions", lines}, {"approved", stamped}});
    return;
  }
  session.out << say("评审“{title}”现在是“{state}”。", "title"_a = round->title,
                     "state"_a = wordOf(round->state()))
              << '\n';
  if (round->state() == RoundState::kToRectify) {
    session.out << say("整改意见 {n} 条，{due} 之前整改完毕。", "n"_a = lines,
                       "due"_a = round->rectifyBy ? round->rectifyBy->str() : std::string())
                << '\n';
  }
  if (stamped > 0) session.out << say("{n} 件加上了通过评审的印记。", "n"_a = stamped) << '\n';
}

void concludeReview(const DecisionOptions& options, Session& session) {
  OpenReview review(options.common, session);
  const RoundState to = roundStateOf(options.as).value_or(RoundState::kSummary);
  const Deed deed = deedOf(options.common);
  std::optional<Date> by;
  std::vector<validators::Finding> errors;
  if (to == RoundState::kToRectify) {
    by = rectifyBy(deed.on, options, review.open.bank, session);
    errors = validators::check(review.open.bank, profileFor(review.open.bank, options.profile));
  }
  applyAndSave(review.open, conclude(review.open.bank, *review.round, to, deed, by, errors));
  tellState(review, session);
}

void handInReview(const ReviewOptions& options, Session& session) {
  OpenReview review(options, session);
  const Bank reviewed = review.reviewed();
  checkedInTree(options.path, *review.open.tree);  // What is handed in must be a revision.
  const std::string revision = Repository::open(options.path).find("HEAD").commit;
  applyAndSave(review.open, handIn(review.open.bank, reviewed, *review.round, revision, deedOf(options)));
  tellState(review, session);
}

void sendBackReview(const DecisionOptions& options, Session& session) {
  OpenReview review(options.common, session);
  const Deed deed = deedOf(options.common);
  applyAndSave(review.open, sendBack(review.open.bank, *review.round, deed,
                                     rectifyBy(deed.on, options, review.open.bank, session)));
  tellState(review, session);
}

}  // namespace

void addReviewDecision(CLI::App& review, Session& session) {
  CLI::App* end = review.add_subcommand("conclude", translate("作结论：合格、限期整改或不合格。"));
  auto options = std::make_shared<DecisionOptions>();
  addRoundOptions(*end, options->common, session);
  end->add_option("--as", options->as, translate("结论。"))
      ->required()
      ->check(CLI::IsMember({"passed", "to-rectify", "failed"}));
  end->add_option("--days", options->days, translate("限期整改的天数；缺省按规则文件。"))
      ->check(CLI::Range(1, 9999));
  end->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  addDeedOptions(*end, options->common);
  end->callback([options, &session] { concludeReview(*options, session); });

  CLI::App* done = review.add_subcommand("hand-in", translate("整改完毕，提交复核；题库须已签入。"));
  auto handing = std::make_shared<ReviewOptions>();
  addRoundOptions(*done, *handing, session);
  addDeedOptions(*done, *handing);
  done->callback([handing, &session] { handInReview(*handing, session); });

  CLI::App* back = review.add_subcommand("send-back", translate("复核没有通过，退回整改。"));
  auto again = std::make_shared<DecisionOptions>();
  addRoundOptions(*back, again->common, session);
  back->add_option("--days", again->days, translate("限期整改的天数；缺省按规则文件。"))
      ->check(CLI::Range(1, 9999));
  addDeedOptions(*back, again->common);
  back->callback([again, &session] { sendBackReview(*again, session); });
}

}  // namespace tiku::cli
