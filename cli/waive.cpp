// tiku waive: accepts findings with a reason. The waiver lapses when what was judged changes.
#include "validators/checker/waive.h"

#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/checker/checker.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;

struct Options {
  std::string path;
  std::string rule;
  std::string object;
  std::string reason;
  std::string person;
  std::string profile;
};

void run(const Options& options, Session& session) {
  OpenBank open = openBank(options.path, session);
  const Profile profile = profileFor(open.bank, options.profile);
  const Id object = findObject(open.bank, options.object);
  std::vector<Finding> accepted;
  for (Finding& finding : validators::check(open.bank, profile)) {
    if (finding.rule == options.rule && finding.subject.id == object && !finding.waived) {
      accepted.push_back(std::move(finding));
    }
  }
  if (accepted.empty()) {
    throw FormatError(ErrorCode::kUsage, say("“{object}”上没有规则 {rule} 的检查结果可以豁免。",
                                             "object"_a = options.object, "rule"_a = options.rule));
  }
  applyAndSave(open, waiveEdit(open.bank, accepted, options.reason, options.person));
  if (session.json()) {
    session.print({{"waived", accepted.size()}});
  } else {
    session.out << say("已豁免 {n} 个检查结果。", "n"_a = accepted.size()) << '\n';
  }
}

}  // namespace

void addWaive(CLI::App& program, Session& session) {
  CLI::App* verb =
      program.add_subcommand("waive", translate("豁免一个检查结果，写明理由；内容改动后豁免自动失效。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("RULE", options->rule, translate("规则编号，例如 items/negative-stem。"))->required();
  verb->add_option("OBJECT", options->object, translate("试题、考评点等的标识或代码。"))->required();
  verb->add_option("--reason", options->reason, translate("理由。"))->required();
  verb->add_option("--by", options->person, translate("决定豁免的人。"))->required();
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
