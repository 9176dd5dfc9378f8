// tiku sample: the sample of 第十条（一）6, drawn so that anyone can draw it again.
#include "workflows/sampling/sample.h"

#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "workflows/filing/checked_in.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct Options {
  std::string path;
  std::string nonce;
  std::string level;
  std::string profile;
};

std::string codeOf(const Bank& bank, Id id) {
  if (const auto* item = bank.find<TheoryItem>(id)) return item->code;
  if (const auto* item = bank.find<SkillItem>(id)) return item->code.empty() ? item->title : item->code;
  if (const auto* paper = bank.find<Paper>(id)) return paper->number;
  return {};
}

Json toJson(const Bank& bank, const Sample& sample) {
  Json draws = Json::array();
  for (const Draw& draw : sample.draws) {
    Json strata = Json::array();
    for (const Stratum& stratum : draw.strata) {
      Json drawn = Json::array();
      for (const Candidate& candidate : stratum.candidates) {
        if (!candidate.drawn) continue;
        drawn.push_back(
            {{"id", candidate.id.str()}, {"code", codeOf(bank, candidate.id)}, {"rank", candidate.rank}});
      }
      strata.push_back({{"key", stratum.key},
                        {"title", stratum.title},
                        {"population", stratum.candidates.size()},
                        {"quota", stratum.quota},
                        {"drawn", std::move(drawn)}});
    }
    draws.push_back({{"level", draw.level.number()},
                     {"kind", drawKindName(draw.kind)},
                     {"population", draw.population},
                     {"quota", draw.quota},
                     {"strata", std::move(strata)}});
  }
  return {{"algorithm", kSampleAlgorithm}, {"tree", sample.tree},     {"nonce", sample.nonce},
          {"seed", sample.seed},           {"clause", sample.clause}, {"draws", std::move(draws)}};
}

std::string title(Draw::Kind kind) {
  switch (kind) {
    case Draw::Kind::kTheoryItems:
      return translate("理论知识试题");
    case Draw::Kind::kSkillItems:
      return translate("操作技能试题");
    case Draw::Kind::kTheoryPapers:
      return translate("理论知识试卷");
    default:
      return translate("操作技能试卷");
  }
}

void printText(const Bank& bank, const Sample& sample, Session& session) {
  session.out << say("种子 {seed}（算法 {algorithm}，版本 {tree}，随机数 {nonce}）", "seed"_a = sample.seed,
                     "algorithm"_a = kSampleAlgorithm, "tree"_a = sample.tree, "nonce"_a = sample.nonce)
              << '\n';
  for (const Draw& draw : sample.draws) {
    session.out << say("{level} {kind}：{population} 中抽 {quota}（{clause}）", "level"_a = draw.level.name(),
                       "kind"_a = title(draw.kind), "population"_a = draw.population, "quota"_a = draw.quota,
                       "clause"_a = sample.clause)
                << '\n';
    for (const Stratum& stratum : draw.strata) {
      session.out << "  " << stratum.title << "  " << stratum.quota << "/" << stratum.candidates.size()
                  << '\n';
      for (const Candidate& candidate : stratum.candidates) {
        if (candidate.drawn)
          session.out << "    " << candidate.id.str() << "  " << codeOf(bank, candidate.id) << '\n';
      }
    }
  }
}

void run(const Options& options, Session& session) {
  const OpenBank open = openBank(options.path, session);
  const validators::Profile profile = profileFor(open.bank, options.profile);
  const Sample sample = drawSample(open.bank, sampleShares(profile), checkedInTree(options.path, *open.tree),
                                   options.nonce, optionalLevelOf(open.bank, options.level));
  if (session.json()) {
    session.print(toJson(open.bank, sample));
  } else {
    printText(open.bank, sample, session);
  }
}

}  // namespace

void addSample(CLI::App& program, Session& session) {
  CLI::App* verb =
      program.add_subcommand("sample", translate("抽取报备用的题库样本；任何人都可以重新抽取核对。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录（已签入）或 .tiku。"))->required();
  verb->add_option("--nonce", options->nonce, translate("主管部门给出的随机数。"))->required();
  verb->add_option("--level", options->level, translate("只抽一个等级。"));
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
