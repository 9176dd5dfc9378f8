// tiku judge: what a person found two items to be that are alike. Lapses when either changes.
#include "workflows/duplicates/judge.h"

#include <map>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/rules/duplicates/judged_pairs.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;

struct Options {
  std::string path;
  std::string a;
  std::string b;
  Judgement::Verdict verdict = Judgement::Verdict::kSame;
  std::string reason;
  std::string person;
};

/// The two items, the smaller id first; both of the theory or both operational.
ItemPair itemsOf(const Bank& bank, const Options& options) {
  const Id a = findObject(bank, options.a);
  const Id b = findObject(bank, options.b);
  const bool theory = bank.find<TheoryItem>(a) != nullptr && bank.find<TheoryItem>(b) != nullptr;
  const bool skills = bank.find<SkillItem>(a) != nullptr && bank.find<SkillItem>(b) != nullptr;
  if (a == b || (!theory && !skills)) {
    throw FormatError(ErrorCode::kUsage,
                      say("“{a}”和“{b}”不是可以比较的两道试题。", "a"_a = options.a, "b"_a = options.b));
  }
  return pairOf(a, b);
}

void run(const Options& options, Session& session) {
  OpenBank open = openBank(options.path, session);
  const auto [a, b] = itemsOf(open.bank, options);
  const auto* kept = open.bank.find<Judgements>(Judgements::kId);
  const bool replaced = kept != nullptr && JudgedPairs(kept).find(a, b) != nullptr;
  applyAndSave(open, workflows::judgementEdit(open.bank, a, b, options.verdict, options.reason,
                                              options.person, translate("判定")));
  if (session.json()) {
    session.print(
        {{"a", a.str()}, {"b", b.str()}, {"verdict", verdictKey(options.verdict)}, {"replaced", replaced}});
  } else {
    session.out << say("已把“{a}”和“{b}”判为“{verdict}”；任一题改动后，判定自动失效。", "a"_a = options.a,
                       "b"_a = options.b, "verdict"_a = verdictName(options.verdict))
                << '\n';
  }
}

}  // namespace

void addJudge(CLI::App& program, Session& session) {
  static const std::map<std::string, Judgement::Verdict> kVerdicts{
      {"same", Judgement::Verdict::kSame},
      {"variant", Judgement::Verdict::kVariant},
      {"different", Judgement::Verdict::kDifferent}};
  CLI::App* verb = program.add_subcommand(
      "judge", translate("判定两道相近的试题是相同、变式还是不同；试题改动后自动失效。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("A", options->a, translate("一道试题的标识或代码。"))->required();
  verb->add_option("B", options->b, translate("另一道试题的标识或代码。"))->required();
  verb->add_option("--as", options->verdict, translate("相同 same、变式 variant 或不同 different。"))
      ->required()
      ->transform(CLI::CheckedTransformer(kVerdicts).description("same|variant|different"));
  verb->add_option("--reason", options->reason, translate("理由。"))->required();
  verb->add_option("--by,--person", options->person, translate("判定的人。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
