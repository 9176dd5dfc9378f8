// tiku check: the bank judged by a profile.
#include <fnmatch.h>
#include <ostream>
#include <set>

#include "cli/bank_files.h"
#include "cli/findings.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/checker/checker.h"
#include "validators/language/suggestions.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;

struct Options {
  std::string path;
  std::string profile;
  std::string level;
  std::string rule;
  std::string at;
  bool all = false;
};

// A finding whose cause is not shown stands alone, so that nothing that is shown is folded out of sight.
std::vector<Finding> select(std::vector<Finding> findings, std::optional<Level> level,
                            const std::string& rule) {
  std::erase_if(findings, [&](const Finding& finding) {
    if (level && finding.subject.level != level) return true;
    return !rule.empty() && fnmatch(rule.c_str(), finding.rule.c_str(), 0) != 0;
  });
  std::set<FindingKey> shown;
  for (const Finding& finding : findings) shown.insert(finding.key());
  for (Finding& finding : findings) {
    if (finding.cause && !shown.contains(*finding.cause)) finding.cause.reset();
  }
  return findings;
}

void run(const Options& options, Session& session) {
  const OpenBank open = openBank(options.path, session, options.at);
  const Profile profile = profileFor(open.bank, options.profile);
  const std::optional<Level> level = optionalLevelOf(open.bank, options.level);
  refuseUnknownRules(profile, options.rule);
  const std::vector<Finding> findings = [&] {
    const Progress progress(translate("正在检查"));
    return select(validators::check(open.bank, profile), level, options.rule);
  }();
  if (summarise(findings).errors > 0) session.exitCode = kDoneWithErrors;
  if (session.format == Format::kSarif) {
    session.print(sarifLog(open.bank, profile, findings));
  } else if (session.json()) {
    Json list = Json::array();
    for (const Finding& finding : findings) list.push_back(findingJson(open.bank, finding));
    session.print({{"profile", profile.id()},
                   {"profileDigest", profile.digest()},
                   {"summary", summaryJson(findings)},
                   {"findings", std::move(list)}});
  } else {
    printFindings(open.bank, findings, options.all, session);
    if (const std::string note = language::spellingNote(); !note.empty()) session.err << note << '\n';
    session.out << say("按“{profile}”检查：{summary}。", "profile"_a = profile.title(),
                       "summary"_a = summaryText(findings))
                << '\n';
    const auto fixable = std::ranges::count_if(
        findings, [](const Finding& finding) { return finding.fix && !finding.waived; });
    if (fixable > 0) {
      session.out << say("其中 {n} 处可用 tiku fix 自动修正。", "n"_a = fixable) << '\n';
    }
  }
}

}  // namespace

void addCheck(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("check", translate("按规则文件检查题库；有错误时退出码为 1。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  verb->add_option("--level", options->level, translate("只看一个等级。"));
  verb->add_option("--rule", options->rule, translate("只看这些规则，可用通配符，例如 'coverage/*'。"));
  verb->add_option("--at", options->at, translate("检查历史上的一个版本：提交号、标签或 HEAD。"));
  verb->add_flag("--all", options->all, translate("列出全部检查结果和它们引起的全部后果。"));
  addFormat(*verb, session, true);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
