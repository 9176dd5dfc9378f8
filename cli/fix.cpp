// tiku fix: makes the repairs that need no judgement.
#include <fnmatch.h>
#include <map>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/findings.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/checker/apply_fix.h"
#include "validators/rules/support/names.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;

struct Options {
  std::string path;
  std::string profile;
  std::string level;
  std::string rule;
  bool dryRun = false;
};

std::string lettersOf(const Key& key) {
  std::string letters;
  if (const auto* choice = std::get_if<ChoiceKey>(&key)) {
    for (const int option : choice->options) letters += optionLetter(option);
  }
  return letters;
}

/// How an option moved, and the key with it: {"options":{"before","after"},"key":{"before","after"}}.
Json orderJson(const TheoryItem& before, const TheoryItem& after) {
  const auto list = [](const TheoryItem& item) {
    Json options = Json::array();
    for (const RichText& option : item.options) options.push_back(option.str());
    return options;
  };
  return {{"options", {{"before", list(before)}, {"after", list(after)}}},
          {"key", {{"before", lettersOf(before.key)}, {"after", lettersOf(after.key)}}}};
}

Json toJson(const Bank& bank, const AppliedFix& fix) {
  Json json = findingJson(bank, fix.finding);
  const auto* before = as<TheoryItem>(fix.before);
  if (std::holds_alternative<OptionOrder>(fix.finding.fix->what) && before != nullptr) {
    json["moved"] = orderJson(*before, *as<TheoryItem>(fix.after));
  }
  return json;
}

std::string joined(const std::vector<RichText>& options) {
  std::string text;
  for (const RichText& option : options) text += (text.empty() ? "" : " | ") + option.str();
  return text;
}

void printOne(const AppliedFix& fix, Session& session) {
  const Finding& finding = fix.finding;
  session.out << finding.message << "  [" << finding.rule << "]\n";
  if (const auto* changes = std::get_if<std::vector<TextChange>>(&finding.fix->what)) {
    for (const TextChange& change : *changes) {
      session.out << "    " << finding.fix->title << ' ' << change.field << "  “" << change.before << "” → “"
                  << (change.as == Inline::Kind::kBlank ? std::string(kBlankText) : change.after) << "”\n";
    }
    return;
  }
  const TheoryItem& before = *as<TheoryItem>(fix.before);
  const TheoryItem& after = *as<TheoryItem>(fix.after);
  session.out << "    " << finding.fix->title << "  " << joined(before.options) << " → "
              << joined(after.options) << '\n';
  if (lettersOf(before.key).empty()) return;
  session.out << "    "
              << say("答案：{before} → {after}", "before"_a = lettersOf(before.key),
                     "after"_a = lettersOf(after.key))
              << '\n';
}

/// The objects as the last fix left them.
Edit wholeEdit(const Bank& fixed, const std::vector<AppliedFix>& fixes) {
  Edit edit(translate("自动修正"));
  for (const AppliedFix& fix : fixes) edit.putObject(*fixed.object(idOf(fix.before)));
  return edit;
}

void run(const Options& options, Session& session) {
  OpenBank open = openBank(options.path, session);
  const Profile profile = profileFor(open.bank, options.profile);
  const std::optional<Level> level = optionalLevelOf(open.bank, options.level);
  refuseUnknownRules(profile, options.rule);
  Bank fixed = open.bank;
  const std::vector<AppliedFix> fixes = [&] {
    const Progress progress(translate("正在修正"));
    return applyFixes(fixed, profile, [&](const Finding& finding) {
      return (!level || finding.subject.level == level) &&
             (options.rule.empty() || fnmatch(options.rule.c_str(), finding.rule.c_str(), 0) == 0);
    });
  }();
  const std::size_t files = options.dryRun ? 0 : applyAndSave(open, wholeEdit(fixed, fixes));
  if (session.json()) {
    Json list = Json::array();
    for (const AppliedFix& fix : fixes) list.push_back(toJson(open.bank, fix));
    session.print({{"dryRun", options.dryRun}, {"filesWritten", files}, {"fixed", std::move(list)}});
    return;
  }
  for (const AppliedFix& fix : fixes) printOne(fix, session);
  session.out << (options.dryRun ? say("可以修正 {n} 处。这是试运行，题库没有改动。", "n"_a = fixes.size())
                                 : say("修正了 {n} 处。", "n"_a = fixes.size()))
              << '\n';
}

}  // namespace

void addFix(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("fix", translate("自动修正不需要人判断的检查结果，逐处列出。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  verb->add_option("--level", options->level, translate("只修正一个等级。"));
  verb->add_option("--rule", options->rule, translate("只修正这些规则的结果，可用通配符，例如 'items/*'。"));
  verb->add_flag("--dry-run", options->dryRun, translate("只报告，不改动题库。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
