// tiku verify: the authority's look at a bundle.
#include "workflows/filing/verify.h"

#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "workflows/filing/checked_in.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

const char* name(VerifyStep step) {
  switch (step) {
    case VerifyStep::kIntegrity:
      return "integrity";
    case VerifyStep::kCompleteness:
      return "completeness";
    case VerifyStep::kSample:
      return "sample";
    case VerifyStep::kFigures:
      return "figures";
    default:
      return "bank";
  }
}

std::string title(VerifyStep step) {
  switch (step) {
    case VerifyStep::kIntegrity:
      return translate("完整性");
    case VerifyStep::kCompleteness:
      return translate("齐全性");
    case VerifyStep::kSample:
      return translate("抽样");
    case VerifyStep::kFigures:
      return translate("数字");
    default:
      return translate("与题库核对");
  }
}

Json toJson(const VerifyReport& report, const std::string& file) {
  Json problems = Json::array();
  for (const VerifyProblem& problem : report.problems) {
    problems.push_back({{"step", name(problem.step)}, {"path", problem.path}, {"message", problem.message}});
  }
  return {{"file", file},
          {"ok", report.problems.empty()},
          {"draft", report.manifest.draft},
          {"title", report.manifest.title},
          {"profile", report.manifest.profileId},
          {"tree", report.manifest.sample.tree},
          {"seed", report.manifest.sample.seed},
          {"problems", std::move(problems)},
          {"confirmed", report.confirmed},
          {"notJudged", report.notJudged}};
}

void printText(const VerifyReport& report, Session& session) {
  const Manifest& manifest = report.manifest;
  session.out << manifest.title;
  for (const std::string& part : {manifest.occupation, manifest.institution, manifest.date}) {
    if (!part.empty()) session.out << " · " << part;
  }
  session.out << '\n';
  for (const std::string& line : report.confirmed) session.out << "  ✓ " << line << '\n';
  for (const std::string& line : report.notJudged) session.out << "  – " << line << '\n';
  for (const VerifyProblem& problem : report.problems) {
    session.out << "  ✗ " << title(problem.step) << ": " << (problem.path.empty() ? "" : problem.path + ": ")
                << problem.message << '\n';
  }
  session.out << (report.problems.empty() ? translate("核验通过。")
                                          : say("核验发现 {n} 个问题。", "n"_a = report.problems.size()))
              << '\n';
}

void run(const std::string& file, const std::string& againstPath, Session& session) {
  std::optional<OpenBank> open;
  std::optional<AgainstBank> against;
  if (!againstPath.empty()) {
    open.emplace(openBank(againstPath, session));
    against.emplace(AgainstBank{open->bank, checkedInTree(againstPath, *open->tree)});
  }
  const VerifyReport report = [&] {
    const Progress progress(translate("正在核验"));
    return verifyBundle(file, against);
  }();
  if (!report.problems.empty()) session.exitCode = kDoneWithErrors;
  if (session.json()) {
    session.print(toJson(report, file));
  } else {
    printText(report, session);
  }
}

}  // namespace

void addVerify(CLI::App& program, Session& session) {
  struct Options {
    std::string file;
    std::string against;
  };
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand("verify", translate("核验报备材料包；有问题时退出码为 1。"));
  verb->add_option("FILE", options->file, translate("报备材料包（zip）。"))->required();
  verb->add_option("--against", options->against, translate("导出它的题库：目录（已签入）或 .tiku。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(options->file, options->against, session); });
}

}  // namespace tiku::cli
