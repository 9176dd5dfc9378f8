// tiku judge: what a person found two items to be that are alike. Lapses when either changes.
#include <chrono>
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

std::optional<Date> today() {
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return Date::parse(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                                 static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())));
}

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
  Judgements judgements;
  if (const auto* kept = open.bank.find<Judgements>(Judgements::kId)) judgements = *kept;
  const std::size_t replaced =
      std::erase_if(judgements.judgements, [a = a, b = b](const Judgement& judgement) {
        return pairOf(judgement.a, judgement.b) == ItemPair(a, b);
      });
  judgements.judgements.push_back({a,
                                   b,
                                   options.verdict,
                                   wordsDigest(a, open.bank),
                                   wordsDigest(b, open.bank),
                                   options.reason,
                                   options.person,
                                   today(),
                                   {}});
  applyAndSave(open, Edit(translate("判定")).put(judgements));
  if (session.json()) {
    session.print({{"a", a.str()},
                   {"b", b.str()},
                   {"verdict", verdictKey(options.verdict)},
                   {"replaced", replaced > 0}});
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
