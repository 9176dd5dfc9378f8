// tiku review experts: the pool, and who of it could be drawn. tiku review expert: what becomes of one of
// them.
#include <algorithm>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/review.h"
#include "cli/review_common.h"
#include "cli/text_table.h"
#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "workflows/review/begin.h"
#include "workflows/review/draw/exclusion.h"
#include "workflows/review/draw/panel.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct PoolOptions {
  std::string path;
  std::string on;
  std::string profile;
};

Json expertJson(const Expert& expert, const std::optional<ExclusionGround>& ground) {
  Json avoidances = Json::array();
  for (const Avoidance& one : expert.avoidances) {
    avoidances.push_back({{"institution", one.institution}, {"reason", one.reason}});
  }
  Json works = Json::array();
  for (const ExpertWork& one : expert.works) {
    works.push_back({{"on", print::text(one.on)}, {"text", one.text}, {"rating", one.rating}});
  }
  return {{"id", expert.id.str()},
          {"name", expert.name},
          {"kind", expert.kind == Expert::Kind::kContent ? "content" : "method"},
          {"institution", expert.institution},
          {"qualification", expert.qualification},
          {"fields", expert.fields},
          {"appointed", print::text(expert.appointed)},
          {"until", print::text(expert.until)},
          {"removed", expert.removed},
          {"avoidances", std::move(avoidances)},
          {"works", std::move(works)},
          {"excluded", ground ? print::text(ground->exclusion) : std::string()},
          {"why", ground ? ground->why : std::string()}};
}

void runPool(const PoolOptions& options, Session& session) {
  const OpenBank open = openBank(options.path, session);
  const Date on = dateGiven(options.on);
  const validators::Profile profile = profileFor(open.bank, options.profile);
  const Experts& pool = poolOf(open.bank);
  const std::string digest = poolDigest(open.bank);
  Json list = Json::array();
  TextTable table({TextTable::Align::kLeft, TextTable::Align::kLeft, TextTable::Align::kLeft,
                   TextTable::Align::kLeft, TextTable::Align::kLeft});
  int free = 0;
  for (const Expert& expert : pool.experts) {
    const auto ground = exclusionOf(expert, open.bank, panelRulesOf(profile), on);
    if (!ground) ++free;
    list.push_back(expertJson(expert, ground));
    table.add({expert.name, print::text(expert.kind), expert.institution, expert.qualification,
               ground ? print::text(ground->exclusion) + "　" + ground->why : translate("可以抽取")});
  }
  if (session.json()) {
    session.print({{"pool", digest}, {"on", on.str()}, {"experts", std::move(list)}});
    return;
  }
  session.out << table.str()
              << say("专家 {n} 人，按 {date} 可以抽取 {free} 人。", "n"_a = pool.experts.size(),
                     "date"_a = on.str(), "free"_a = free)
              << '\n'
              << say("专家库的 SHA-256：{digest}；请在主管部门给出随机数之前告知。", "digest"_a = digest)
              << '\n';
}

struct EntryOptions {
  std::string path;
  std::string name;
  std::string removed;
  std::string avoid;
  std::string reason;
  std::string work;
  std::string rating;
  std::string on;
};

void runEntry(const EntryOptions& options, Session& session) {
  if (options.removed.empty() && options.avoid.empty() && options.work.empty()) {
    throw FormatError(ErrorCode::kUsage, translate("没有要登记的：用 --avoid、--work 或 --remove。"));
  }
  if ((!options.reason.empty() && options.avoid.empty()) ||
      (!options.rating.empty() && options.work.empty()) || (!options.on.empty() && options.work.empty())) {
    throw FormatError(ErrorCode::kUsage,
                      translate("--reason 与 --avoid 一起用，--rating、--on 与 --work 一起用。"));
  }
  OpenBank open = openBank(options.path, session);
  Experts pool = poolOf(open.bank);
  const Id id = expertNamed(pool, options.name).id;
  Expert& expert = *std::ranges::find(pool.experts, id, &Expert::id);
  if (!options.removed.empty()) expert.removed = options.removed;
  if (!options.avoid.empty()) expert.avoidances.push_back({options.avoid, options.reason, {}});
  if (!options.work.empty()) {
    expert.works.push_back({dateGiven(options.on), options.work, options.rating, {}});
  }
  const std::string line = print::text(expert);
  applyAndSave(open, Edit(translate("登记专家")).put(std::move(pool)));
  if (session.json()) {
    session.print(expertJson(*open.bank.find<Experts>(Experts::kId)->find(id), {}));
  } else {
    session.out << line << '\n';
  }
}

void addPool(CLI::App& review, Session& session) {
  CLI::App* verb =
      review.add_subcommand("experts", translate("列出专家库，以及某一天谁可以抽取、谁不能和为什么。"));
  auto options = std::make_shared<PoolOptions>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--on", options->on, translate("按哪一天判断，缺省为今天。"));
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { runPool(*options, session); });
}

void addEntry(CLI::App& review, Session& session) {
  CLI::App* verb = review.add_subcommand("expert", translate("登记一位专家的回避、工作记录，或者除名。"));
  auto options = std::make_shared<EntryOptions>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("NAME", options->name, translate("专家的姓名或标识。"))->required();
  verb->add_option("--avoid", options->avoid, translate("要回避的单位。"));
  verb->add_option("--reason", options->reason, translate("回避的理由。"));
  verb->add_option("--work", options->work, translate("做了什么工作。"));
  verb->add_option("--rating", options->rating, translate("工作做得怎样。"));
  verb->add_option("--on", options->on, translate("工作的日期，缺省为今天。"));
  verb->add_option("--remove", options->removed, translate("除名的原因；以后不再抽取。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { runEntry(*options, session); });
}

}  // namespace

void addReviewPool(CLI::App& review, Session& session) {
  addPool(review, session);
  addEntry(review, session);
}

}  // namespace tiku::cli
