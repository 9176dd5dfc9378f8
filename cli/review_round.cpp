// tiku review start, status, leave, replace: a round and its panel.
#include <fstream>
#include <ostream>
#include <sstream>

#include "cli/review.h"
#include "cli/review_common.h"
#include "cli/text_table.h"
#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "formats/compare/review_words.h"
#include "formats/history/repository.h"
#include "formats/package/review_terms.h"
#include "formats/package/rubric_file.h"
#include "workflows/filing/checked_in.h"
#include "workflows/review/begin.h"
#include "workflows/review/collect.h"
#include "workflows/review/draw/exclusion.h"
#include "workflows/review/draw/panel.h"
#include "workflows/review/keys.h"
#include "workflows/review/opinions.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct StartOptions {
  ReviewOptions common;
  std::string title;
  std::string revision = "HEAD";
  std::string sample;
  std::vector<std::string> experts;
  std::string panelFile;
  std::string rubric = "default";
  std::string profile;
  int perItem = 0;      // As the profile sets it.
  int workingDays = 0;  // As the profile sets it.
  std::string draw;
};

// "张工,贵阳某校" or a line of a table with the same columns and an id: name, institution, id.
Panelist panelistOf(const std::string& line, char separator, bool chair) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, separator);) {
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    cells.push_back(cell);
  }
  cells.resize(std::max<std::size_t>(cells.size(), 3));
  const auto id = Id::parse(cells[2]);
  if (cells[0].empty() || (!cells[2].empty() && !id)) {
    throw FormatError(ErrorCode::kUsage, say("“{line}”不是“姓名,单位”的写法。", "line"_a = line));
  }
  return {id.value_or(Id::random()), cells[0], cells[1], chair, {}, {}};
}

std::vector<Panelist> panelGiven(const StartOptions& options, const Bank& bank) {
  if (!options.draw.empty()) {
    if (!options.experts.empty() || !options.panelFile.empty()) {
      throw FormatError(ErrorCode::kUsage, say("--draw 不能与 --expert、--panel 一起用。"));
    }
    return panelistsOf(drawNamed(bank, options.draw == "latest" ? std::string() : options.draw));
  }
  std::vector<Panelist> panel;
  for (const std::string& expert : options.experts) panel.push_back(panelistOf(expert, ',', panel.empty()));
  if (options.panelFile.empty()) return panel;
  std::ifstream file(options.panelFile);
  if (!file) throw FormatError(ErrorCode::kIo, say("专家名单读不出来。"), {options.panelFile, 0, {}});
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) panel.push_back(panelistOf(line, '\t', panel.empty()));
  }
  return panel;
}

void startReview(const StartOptions& options, Session& session) {
  OpenBank open = openBank(options.common.path, session);
  if (!Repository::isRepository(options.common.path)) {
    throw FormatError(ErrorCode::kConflict, say("题库还没有签入过，没有可以送审的版本。"),
                      {options.common.path, 0, {}}, say("先用 tiku commit 签入。"));
  }
  if (options.revision == "HEAD") checkedInTree(options.common.path, *open.tree);  // Throws where not.
  RoundOrder order;
  order.title = options.title;
  order.revision = options.revision;
  if (!options.sample.empty()) order.sample = options.sample;
  order.panel = panelGiven(options, open.bank);
  order.perItem = options.perItem;
  if (options.workingDays > 0) order.period = Period{options.workingDays, Period::Unit::kWorkingDays};
  order.rubric = loadRubric(options.rubric);
  order.profile = options.profile;
  const BegunRound begun = beginRound(options.common.path, order, deedOf(options.common));
  const Round& round = begun.round;
  if (!begun.caveat.empty()) session.err << "tiku: " << begun.caveat << '\n';
  const std::filesystem::path keyFile = keyFileOf(options.common, round.id);
  saveKey(keyFile, round.id, begun.key);
  applyAndSave(open, Edit(say("开始评审")).put(round));
  if (session.json()) {
    Json made = roundJson(round);
    made["key"] = keyFile.string();
    made["objects"] = round.objects.size();
    session.print({{"round", std::move(made)}});
    return;
  }
  session.out << say("已受理评审“{title}”（{id}）：{n} 件，专家 {experts} 名，期限 {due}。",
                     "title"_a = round.title, "id"_a = round.id.str().substr(0, 8),
                     "n"_a = round.objects.size(), "experts"_a = round.panel.size(),
                     "due"_a = round.due->str())
              << '\n'
              << say("密钥在 {file}，请妥善保管；没有它，收回的意见启封不了。", "file"_a = keyFile.string())
              << '\n';
}

Json memberJson(const Round& round, const MemberProgress& member) {
  const Panelist* panelist = round.panelist(member.expert);
  const Invitation* current = member.current;
  const auto date = [](const Invitation* one, auto field) {
    return one != nullptr && one->*field ? Json((one->*field)->str()) : Json(nullptr);
  };
  return {{"expert", member.expert.str()},
          {"name", panelist->name},
          {"chair", panelist->chair},
          {"objects", member.objects},
          {"invitedOn", date(current, &Invitation::on)},
          {"deliveredOn", date(current, &Invitation::deliveredOn)},
          {"receipt", member.delivered ? Json(receiptOf(current->commitment)) : Json(nullptr)},
          {"late", member.late}};
}

std::string whereabouts(const MemberProgress& member) {
  if (member.delivered) {
    return member.late ? say("已交（逾期）") : say("已交");
  }
  if (member.current == nullptr) return say("未发");
  return member.late ? say("未交，已逾期") : say("未交");
}

void printStatus(const Round& round, const RoundProgress& progress, Session& session) {
  session.out << say("评审“{title}”：{state}。", "title"_a = round.title, "state"_a = wordOf(round.state()))
              << '\n';
  if (progress.due) {
    session.out << (progress.late ? say("期限是 {due}，已经逾期。", "due"_a = progress.due->str())
                                  : say("期限是 {due}。", "due"_a = progress.due->str()))
                << '\n';
  }
  TextTable table(
      {TextTable::Align::kLeft, TextTable::Align::kRight, TextTable::Align::kLeft, TextTable::Align::kLeft});
  for (const MemberProgress& member : progress.members) {
    table.add({"  " + memberName(round, member.expert), std::to_string(member.objects), whereabouts(member),
               member.delivered ? receiptOf(member.current->commitment) : ""});
  }
  session.out << table.str();
  for (const RoundStep& step : round.steps) {
    session.out << "  " << (step.on ? step.on->str() : "") << "  " << wordOf(step.state) << "  " << step.by
                << (step.reason.empty() ? "" : "  " + step.reason) << '\n';
  }
}

void showStatus(const ReviewOptions& options, Session& session) {
  const OpenReview review(options, session);
  const Round& round = *review.round;
  const RoundProgress progress = progressOf(round, dateGiven(options.on));
  std::map<OpinionStatus, int> lines;
  for (const auto& opinion : opinionsOf(review.open.bank, round)) ++lines[opinion->status];
  const auto broken = brokenCommitments(review.open.bank, round);
  if (!broken.empty()) session.exitCode = kDoneWithErrors;
  if (session.json()) {
    Json members = Json::array();
    for (const MemberProgress& member : progress.members) members.push_back(memberJson(round, member));
    Json steps = Json::array();
    for (const RoundStep& step : round.steps) {
      steps.push_back({{"state", fileWord(step.state)},
                       {"by", step.by},
                       {"on", step.on ? Json(step.on->str()) : Json(nullptr)},
                       {"reason", step.reason}});
    }
    Json counts = Json::object();
    for (const auto& [status, n] : lines) counts[fileWord(status)] = n;
    Json falsified = Json::array();
    for (const Id id : broken) falsified.push_back(id.str());
    session.print({{"round", roundJson(round)},
                   {"phase", fileWord(progress.phase)},
                   {"late", progress.late},
                   {"outstanding", progress.outstanding},
                   {"members", std::move(members)},
                   {"opinions", std::move(counts)},
                   {"brokenCommitments", std::move(falsified)},
                   {"steps", std::move(steps)}});
    return;
  }
  printStatus(round, progress, session);
  for (const auto& [status, n] : lines)
    session.out << say("{status}的意见 {n} 条。", "status"_a = wordOf(status), "n"_a = n) << '\n';
  for (const Id id : broken) {
    const Invitation* invitation = round.invitation(id);
    session.out << say("“{name}”启封后的意见与收到时记下的凭证不符，被改过。",
                       "name"_a = memberName(round, invitation->expert))
                << '\n';
  }
}

struct ReplaceOptions {
  ReviewOptions common;
  std::string expert;
  std::string newcomer;
};

// "张工,贵阳某校", or somebody of the pool, who must be free to review this bank.
Panelist newcomerNamed(const std::string& name, const Bank& bank, const Deed& deed) {
  if (name.find(',') != std::string::npos || bank.find<Experts>(Experts::kId) == nullptr)
    return panelistOf(name, ',', false);
  const Expert& expert = expertNamed(poolOf(bank), name);
  if (const auto ground = exclusionOf(expert, bank, panelRulesOf(profileFor(bank, {})), deed.on)) {
    throw FormatError(ErrorCode::kConflict,
                      say("“{name}”不能参加：{reason}，{why}。", "name"_a = expert.name,
                          "reason"_a = print::text(ground->exclusion), "why"_a = ground->why));
  }
  return {expert.id, expert.name, expert.institution, false, {}, {}};
}

void leave(const ReplaceOptions& options, Session& session) {
  OpenReview review(options.common, session);
  const Bank& bank = review.open.bank;
  const Deed deed = deedOf(options.common);
  const Id expert = memberNamed(*review.round, options.expert);
  std::optional<Panelist> newcomer;
  if (!options.newcomer.empty()) {
    newcomer = newcomerNamed(options.newcomer, bank, deed);
    newcomer->chair = review.round->panelist(expert)->chair;
  }
  const Bank reviewed = newcomer ? review.reviewed() : Bank();
  applyAndSave(review.open, leaveEdit(bank, reviewed, *review.round, expert, newcomer, deed));
  const Round& next = *review.open.bank.find<Round>(review.round->id);
  if (session.json()) {
    session.print({{"round", roundJson(next)}, {"panel", next.panelSize()}});
  } else {
    session.out << say("“{name}”已退出，专家组现有 {n} 人。", "name"_a = options.expert,
                       "n"_a = next.panelSize())
                << '\n';
  }
}

}  // namespace

void addReviewRound(CLI::App& review, Session& session) {
  CLI::App* start =
      review.add_subcommand("start", translate("开始一轮评审：版本、专家组、分派、评分表和期限。"));
  auto options = std::make_shared<StartOptions>();
  start->add_option("PATH", options->common.path, translate("题库目录，已经签入。"))->required();
  start->add_option("--title", options->title, translate("这一轮的名称。"))->required();
  start->add_option("--expert", options->experts, translate("专家“姓名,单位”，每人一个；第一名是组长。"));
  start->add_option("--draw", options->draw,
                    translate("专家组取自抽取记录：标识，或 latest 最近一次；名次最前的是组长。"));
  start->add_option("--panel", options->panelFile,
                    translate("专家名单：每行姓名、单位、标识（可空），制表符隔开；第一名是组长。"));
  start->add_option("--revision", options->revision,
                    translate("送审的版本：标签或签入；缺省为最后一次签入。"));
  start->add_option("--sample", options->sample, translate("只评抽取的样本：主管部门给出的随机数。"));
  start->add_option("--per-item", options->perItem, translate("每题至少几名专家评；缺省按规则文件。"))
      ->check(CLI::Range(1, 99));
  start->add_option("--days", options->workingDays, translate("几个工作日之内交意见；缺省按规则文件。"))
      ->check(CLI::Range(1, 999));
  start->add_option("--rubric", options->rubric, translate("评分表的名称或文件。"));
  start->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  addDeedOptions(*start, options->common);
  addKeyOption(*start, options->common);
  addFormat(*start, session);
  start->callback([options, &session] { startReview(*options, session); });

  CLI::App* status =
      review.add_subcommand("status", translate("一轮评审进行到哪里：谁交了，谁逾期；不透露内容。"));
  auto asked = std::make_shared<ReviewOptions>();
  addRoundOptions(*status, *asked, session);
  status->add_option("--on", asked->on, translate("日期，例如 2026-03-02；缺省为今天。"));
  status->callback([asked, &session] { showStatus(*asked, session); });

  CLI::App* gone = review.add_subcommand("leave", translate("专家退出专家组；可以由别人接替。"));
  auto change = std::make_shared<ReplaceOptions>();
  addRoundOptions(*gone, change->common, session);
  gone->add_option("--expert", change->expert, translate("退出的专家：姓名或标识。"))->required();
  gone->add_option("--replacement", change->newcomer,
                   translate("接替的专家：“姓名,单位”，或专家库里的姓名；提出过的意见由他接手认定。"));
  addDeedOptions(*gone, change->common);
  gone->callback([change, &session] { leave(*change, session); });
}

}  // namespace tiku::cli
