// tiku review: rounds of review. This file holds what their verbs share.
#include "cli/review.h"

#include <ostream>

#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/package/review_terms.h"
#include "workflows/history/changes.h"
#include "workflows/review/anchors.h"
#include "workflows/review/begin.h"
#include "workflows/review/keys.h"

namespace tiku::cli {

using namespace tiku::formats;
using namespace tiku::workflows;

void addRoundOptions(CLI::App& verb, ReviewOptions& options, Session& session) {
  verb.add_option("PATH", options.path, translate("题库：目录或 .tiku。"))->required();
  verb.add_option("--round", options.round, translate("评审轮次的名称或标识；只有一轮时不用写。"));
  addFormat(verb, session);
}

void addDeedOptions(CLI::App& verb, ReviewOptions& options) {
  verb.add_option("--by", options.by, translate("由谁办理。"))->required();
  verb.add_option("--on", options.on, translate("日期，例如 2026-03-02；缺省为今天。"));
  verb.add_option("--reason", options.reason, translate("理由或意见。"));
}

void addKeyOption(CLI::App& verb, ReviewOptions& options) {
  verb.add_option("--key", options.key, translate("本轮评审的密钥文件；缺省在本机的用户目录中找。"));
}

Date dateGiven(const std::string& text) {
  if (const auto date = Date::parse(text.empty() ? today() : text)) return *date;
  throw FormatError(ErrorCode::kUsage, say("“{text}”不是日期。", "text"_a = text), {},
                    say("写成 2026-03-02 这样。"));
}

Deed deedOf(const ReviewOptions& options) {
  return {options.by, dateGiven(options.on), options.reason};
}

OpenReview::OpenReview(const ReviewOptions& options, const Session& session)
    : open(openBank(options.path, session)), round(findRound(open.bank, options.round)) {}

Bank OpenReview::reviewed() const {
  return reviewedBank(open.path, *round);
}

std::filesystem::path keyFileOf(const ReviewOptions& options, Id round) {
  return options.key.empty() ? defaultKeyFile(round) : std::filesystem::path(options.key);
}

std::string OpenReview::key(const ReviewOptions& options) const {
  return loadKey(keyFileOf(options, round->id), *round);
}

Id memberNamed(const Round& round, const std::string& name) {
  std::string list;
  for (const Panelist& member : round.panel) {
    if (member.expert.str() == name || member.name == name) return member.expert;
    list += (list.empty() ? "" : "、") + member.name;
  }
  throw FormatError(ErrorCode::kUsage, say("专家组里没有“{name}”。", "name"_a = name), {},
                    say("专家组：{list}。", "list"_a = list));
}

std::string objectTitle(const Bank& bank, Id object) {
  const Object* found = bank.object(object);
  return found == nullptr ? object.str() : objectName(*found);
}

Json roundJson(const Round& round) {
  const auto text = [](const std::optional<Date>& date) { return date ? Json(date->str()) : Json(nullptr); };
  return {{"id", round.id.str()},
          {"title", round.title},
          {"state", fileWord(round.state())},
          {"commit", round.commit},
          {"tag", round.tag},
          {"due", text(round.due)},
          {"rectifyBy", text(round.rectifyBy)}};
}

Json annotationJson(const Bank& bank, const Annotation& annotation) {
  const Anchor& anchor = annotation.anchor;
  const AnchorState state = stateOf(anchor, bank);
  return {{"id", annotation.id.str()},
          {"object", anchor.object.str()},
          {"title", objectTitle(bank, anchor.object)},
          {"field", anchor.field},
          {"quote", anchor.quote},
          {"before", anchor.before},
          {"after", anchor.after},
          {"kind", fileWord(annotation.kind)},
          {"gravity", fileWord(annotation.gravity)},
          {"comment", annotation.comment},
          {"suggestion", annotation.suggestion ? Json(*annotation.suggestion) : Json(nullptr)},
          {"text", state == AnchorState::kHolds     ? "holds"
                   : state == AnchorState::kChanged ? "changed"
                                                    : "gone"}};
}

void addReview(CLI::App& program, Session& session) {
  CLI::App* review = program.add_subcommand(
      "review", translate("专家评审：专家库、抽取、分派、收回、启封、结论、整改和复核。"));
  review->require_subcommand(1);
  addReviewPool(*review, session);
  addReviewDraw(*review, session);
  addReviewRound(*review, session);
  addReviewExchange(*review, session);
  addReviewDecision(*review, session);
  addReviewOpinions(*review, session);
  addReviewExpert(*review, session);
  addReviewReport(*review, session);
}

}  // namespace tiku::cli
