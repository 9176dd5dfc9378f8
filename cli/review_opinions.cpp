// tiku review opinions, answer, comment, decide: the lines of 整改.
#include <ostream>

#include "cli/review.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/review_words.h"
#include "formats/package/review_terms.h"
#include "workflows/review/anchors.h"
#include "workflows/review/opinions.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

enum class Decides { kExpert, kChair };

Decides decides(const Bank& bank, const Opinion& opinion) {
  const auto* round = bank.find<Round>(opinion.round);
  return round == nullptr || deciderOf(*round, opinion) == nullptr ? Decides::kChair : Decides::kExpert;
}

const char* suggested(SuggestionState state) {
  return state == SuggestionState::kOpen       ? "open"
         : state == SuggestionState::kAccepted ? "accepted"
                                               : "refused";
}

Json opinionJson(const Bank& bank, const Opinion& opinion) {
  const auto date = [](const std::optional<Date>& day) { return day ? Json(day->str()) : Json(nullptr); };
  Json changes = Json::array();
  for (const FieldChange& change : opinion.changes)
    changes.push_back({{"field", change.field}, {"before", change.before}, {"after", change.after}});
  Json thread = Json::array();
  for (const Reply& reply : opinion.thread)
    thread.push_back({{"by", reply.by}, {"on", date(reply.on)}, {"text", reply.text}});
  Json made = annotationJson(bank, opinion.remark);
  made["id"] = opinion.id.str();
  made["rule"] = opinion.rule;
  made["status"] = fileWord(opinion.status);
  made["owner"] = opinion.owner ? Json(opinion.owner->str()) : Json(nullptr);
  made["decides"] = decides(bank, opinion) == Decides::kChair ? "chair" : "expert";
  made["answerer"] = opinion.answerer;
  made["suggested"] = suggested(opinion.suggestion);
  made["answer"] = opinion.answer;
  made["answeredBy"] = opinion.answeredBy;
  made["answeredOn"] = date(opinion.answeredOn);
  made["revision"] = opinion.revision;
  made["changes"] = std::move(changes);
  made["evidence"] = opinion.evidence;
  made["decidedBy"] = opinion.decidedBy;
  made["decidedOn"] = date(opinion.decidedOn);
  made["thread"] = std::move(thread);
  return made;
}

void printOpinion(const Bank& bank, const Opinion& opinion, Session& session) {
  const Annotation& remark = opinion.remark;
  session.out << opinion.id.str().substr(0, 8) << "  " << wordOf(opinion.status) << "  "
              << wordOf(remark.gravity) << "  " << objectTitle(bank, remark.anchor.object) << '\n'
              << "    " << remark.comment << '\n';
  if (decides(bank, opinion) == Decides::kChair) {
    session.out << "    "
                << (opinion.owner ? say("由组长认定：提出的专家已退出") : say("由组长认定：检查出的错误"))
                << '\n';
  }
  if (!opinion.answerer.empty())
    session.out << "    " << say("由{name}答复", "name"_a = opinion.answerer) << '\n';
  if (!remark.anchor.quote.empty()) {
    session.out << "    " << say("原文：{words}", "words"_a = remark.anchor.quote);
    if (stateOf(remark.anchor, bank) != AnchorState::kHolds) session.out << say("（原文已改动）");
    session.out << '\n';
  }
  if (remark.suggestion)
    session.out << "    " << say("建议：{words}", "words"_a = *remark.suggestion) << '\n';
  if (!opinion.answeredBy.empty()) {
    session.out << "    "
                << say("答复：{text}（{by}）", "text"_a = opinion.answer, "by"_a = opinion.answeredBy)
                << '\n';
  }
  const Object* object = bank.object(remark.anchor.object);
  for (const FieldChange& change : opinion.changes) {
    session.out << "    " << (object == nullptr ? change.field : fieldWord(*object, change.field)) << "："
                << (change.before == change.after ? say("（改动没有文字）")
                                                  : change.before + " → " + change.after)
                << '\n';
  }
  for (const Reply& reply : opinion.thread) session.out << "    " << reply.by << "：" << reply.text << '\n';
}

struct AssignOptions {
  ReviewOptions common;
  std::string to;
  std::vector<std::string> opinions;
};

// Those that are named; all that wait for an answer where none is.
void assignLines(const AssignOptions& options, Session& session) {
  OpenReview review(options.common, session);
  std::vector<std::shared_ptr<const Opinion>> lines;
  for (const std::string& id : options.opinions)
    lines.push_back(findOpinion(review.open.bank, *review.round, id));
  if (lines.empty()) {
    for (auto& line : opinionsOf(review.open.bank, *review.round)) {
      if (!wantOf(*line).empty()) lines.push_back(std::move(line));
    }
  }
  const Edit edit = assignAnswerer(lines, options.to);
  applyAndSave(review.open, edit);
  if (session.json()) {
    session.print({{"assigned", edit.steps().size()}, {"to", options.to}});
  } else {
    session.out << say("{n} 条意见由{name}答复。", "n"_a = edit.steps().size(), "name"_a = options.to)
                << '\n';
  }
}

struct OpinionOptions {
  ReviewOptions common;
  std::string opinion;
  std::string text;
  std::string revision;
  std::vector<std::string> evidence;
  bool accept = false;
  bool refuse = false;
  bool agree = false;
};

void listOpinions(const ReviewOptions& options, Session& session) {
  const OpenReview review(options, session);
  const auto lines = opinionsOf(review.open.bank, *review.round);
  if (session.json()) {
    Json list = Json::array();
    for (const auto& line : lines) list.push_back(opinionJson(review.open.bank, *line));
    session.print({{"round", roundJson(*review.round)}, {"opinions", std::move(list)}});
    return;
  }
  for (const auto& line : lines) printOpinion(review.open.bank, *line, session);
  if (lines.empty()) session.out << say("没有要答复的意见。") << '\n';
}

// Saves the edit and shows the line as it is then.
void applyToOpinion(OpenReview& review, const Edit& edit, Id opinion, Session& session) {
  applyAndSave(review.open, edit);
  const auto line = review.open.bank.get<Opinion>(opinion);
  if (session.json()) {
    session.print({{"opinion", opinionJson(review.open.bank, *line)}});
  } else {
    printOpinion(review.open.bank, *line, session);
  }
}

void answerLine(const OpinionOptions& options, Session& session) {
  OpenReview review(options.common, session);
  const auto line = findOpinion(review.open.bank, *review.round, options.opinion);
  const Bank reviewed = review.reviewed();
  Deed deed = deedOf(options.common);
  if (deed.reason.empty()) deed.reason = options.text;
  const Bank& bank = review.open.bank;
  if (options.accept || options.refuse) {
    const Edit edit = options.accept ? acceptSuggestion(bank, reviewed, *line, deed)
                                     : refuseSuggestion(bank, reviewed, *line, deed);
    applyToOpinion(review, edit, line->id, session);
    return;
  }
  Edit both;
  Bank then = bank;
  if (!options.evidence.empty()) {
    both = attachEvidence(bank, *line, {options.evidence.begin(), options.evidence.end()});
    then.apply(both);
  }
  const Opinion& now = *then.find<Opinion>(line->id);
  const Edit answered =
      answerOpinion(then, reviewed, now, {options.text, options.revision, now.evidence}, deed);
  for (const Edit::Step& step : answered.steps()) both.putObject(step.object);
  applyToOpinion(review, both, line->id, session);
}

void commentLine(const OpinionOptions& options, Session& session) {
  OpenReview review(options.common, session);
  const auto line = findOpinion(review.open.bank, *review.round, options.opinion);
  applyToOpinion(review, comment(review.open.bank, *line, options.text, deedOf(options.common)), line->id,
                 session);
}

void decideLine(const OpinionOptions& options, Session& session) {
  OpenReview review(options.common, session);
  const auto line = findOpinion(review.open.bank, *review.round, options.opinion);
  applyToOpinion(review, decideOpinion(review.open.bank, *line, options.agree, deedOf(options.common)),
                 line->id, session);
}

CLI::App* lineVerb(CLI::App& review, const char* name, const std::string& description,
                   OpinionOptions& options, Session& session) {
  CLI::App* verb = review.add_subcommand(name, description);
  addRoundOptions(*verb, options.common, session);
  verb->add_option("OPINION", options.opinion, translate("意见的标识，或它的开头。"))->required();
  addDeedOptions(*verb, options.common);
  return verb;
}

}  // namespace

void addReviewOpinions(CLI::App& review, Session& session) {
  CLI::App* list = review.add_subcommand("opinions", translate("列出要答复的意见，和它们的答复、认定。"));
  auto listed = std::make_shared<ReviewOptions>();
  addRoundOptions(*list, *listed, session);
  list->callback([listed, &session] { listOpinions(*listed, session); });

  CLI::App* share = review.add_subcommand("assign", translate("指定几条意见由谁答复。"));
  auto shared = std::make_shared<AssignOptions>();
  addRoundOptions(*share, shared->common, session);
  share->add_option("OPINIONS", shared->opinions,
                    translate("意见的标识，或它们的开头；缺省为等待答复的各条。"));
  share->add_option("--to", shared->to, translate("答复的人。"))->required();
  share->callback([shared, &session] { assignLines(*shared, session); });

  auto answer = std::make_shared<OpinionOptions>();
  CLI::App* verb =
      lineVerb(review, "answer", translate("答复一条意见：写明改了什么，或采用、不采用建议的写法。"), *answer,
               session);
  verb->add_option("--text", answer->text, translate("答复。"));
  verb->add_option("--revision", answer->revision, translate("改在哪一次签入；不写的，提交整改时补上。"));
  verb->add_option("--evidence", answer->evidence, translate("佐证材料的文件，收进题库。"));
  auto* accept = verb->add_flag("--accept", answer->accept, translate("采用专家建议的写法，当即改好。"));
  verb->add_flag("--refuse", answer->refuse, translate("不采用建议的写法，写明理由。"))->excludes(accept);
  verb->callback([answer, &session] { answerLine(*answer, session); });

  auto remark = std::make_shared<OpinionOptions>();
  verb = lineVerb(review, "comment", translate("在一条意见下留言；不改变它的状态。"), *remark, session);
  verb->add_option("--text", remark->text, translate("要说的话。"))->required();
  verb->callback([remark, &session] { commentLine(*remark, session); });

  auto decision = std::make_shared<OpinionOptions>();
  verb = lineVerb(review, "decide", translate("组长认定一条没有提出人的意见，或提出人已退出的意见。"),
                  *decision, session);
  auto* agree = verb->add_flag("--agree", decision->agree, translate("认可答复，这一条了结。"));
  verb->add_flag("--reject", decision->refuse, translate("不认可，写明理由。"))->excludes(agree);
  verb->callback([decision, &session] {
    if (decision->agree == decision->refuse)
      throw FormatError(ErrorCode::kUsage, say("请写明是认可（--agree）还是不认可（--reject）。"));
    decideLine(*decision, session);
  });
}

}  // namespace tiku::cli
