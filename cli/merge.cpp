// tiku merge: another branch's work comes into the bank.
#include <ostream>
#include <set>

#include "cli/bank_files.h"
#include "cli/findings.h"
#include "cli/merge_json.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/package/save.h"
#include "validators/checker/checker.h"
#include "workflows/history/changes.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using workflows::MergeResult;

struct Options {
  std::string path;
  std::string revision;
  std::string take;
  std::string answers;
  std::string message;
  bool dryRun = false;
};

struct Outcome {
  MergeResult result;
  MergeAnswers answers;
  std::map<std::string, workflows::LastChanges> changes;
};

// Answering one question may bring up another one, as where a row goes that is kept.
constexpr int kMostRounds = 10;

Outcome merged(const Repository& repository, const Options& options) {
  const Progress progress(translate("正在合并"));
  Outcome outcome;
  if (!options.answers.empty()) outcome.answers = answersIn(options.answers);
  outcome.result = workflows::mergeRevision(repository, options.revision, outcome.answers);
  for (int round = 0; !options.take.empty() && !outcome.result.questions.empty() && round < kMostRounds;
       ++round) {
    const auto take = options.take == "mine" ? MergeAnswer::Take::kMine : MergeAnswer::Take::kTheirs;
    for (const MergeQuestion& question : outcome.result.questions) outcome.answers[question.address] = {take};
    outcome.result = workflows::mergeRevision(repository, options.revision, outcome.answers);
  }
  outcome.changes = workflows::lastChangesOf(repository, outcome.result);
  return outcome;
}

/// What the rules find in the merged bank and did not find in mine.
std::vector<validators::Finding> newFindings(Bank& bank, const Edit& edit) {
  if (edit.empty() || bank.info().profile.empty()) return {};
  const Progress progress(translate("正在检查"));
  validators::Checker checker(bank, profileFor(bank, {}));
  std::set<validators::FindingKey> before;
  for (const validators::Finding& finding : checker.findings()) before.insert(finding.key());
  bank.apply(edit);
  std::vector<validators::Finding> found = checker.findings();
  std::erase_if(found, [&](const validators::Finding& finding) {
    return finding.waived || before.contains(finding.key());
  });
  for (validators::Finding& finding : found) {
    if (finding.cause && before.contains(*finding.cause)) finding.cause.reset();
  }
  return found;
}

void printSide(const char* whose, const std::string& text, const std::optional<Revision>& by,
               Session& session) {
  session.out << "    " << translate(whose);
  if (by) session.out << "（" << by->author.name << " " << momentOf(*by) << "）";
  session.out << "：";
  const bool lines = text.find('\n') != std::string::npos;
  std::string shown = text.empty() ? translate("（没有）") : text;
  for (std::size_t at = 0; lines && (at = shown.find('\n', at)) != std::string::npos; at += 9) {
    shown.insert(at + 1, "        ");
  }
  session.out << (lines ? "\n        " : "") << shown << '\n';
}

void printQuestions(const Outcome& outcome, Session& session) {
  int number = 0;
  for (const MergeQuestion& question : outcome.result.questions) {
    const auto name = outcome.result.names.find(question.object);
    std::string what = name == outcome.result.names.end() ? question.address : name->second;
    if (!question.fieldWord.empty() && name != outcome.result.names.end()) {
      what = say("{object}：{field}", "object"_a = what, "field"_a = question.fieldWord);
    }
    const workflows::LastChanges& by = outcome.changes.at(question.address);
    session.out << ++number << ". " << what << '\n';
    if (!question.base.empty()) printSide(markForTranslation("原来"), question.base, {}, session);
    printSide(markForTranslation("我方"), question.mine, by.mine, session);
    printSide(markForTranslation("对方"), question.theirs, by.theirs, session);
    session.out << "    " << question.address << '\n';
  }
}

void printIncoming(const MergeResult& result, Session& session) {
  constexpr std::size_t kMostListed = 30;
  session.out << say("对方的改动 {n} 处：", "n"_a = result.incoming.size() + result.otherFiles.size())
              << '\n';
  std::size_t listed = 0;
  for (const Change& change : result.incoming) {
    if (++listed > kMostListed) break;
    const bool gone = change.kind() == Change::Kind::kRemoved;
    const std::string object = workflows::objectName(gone ? change.before : change.after);
    session.out << "  "
                << (gone                                    ? say("删除{object}", "object"_a = object)
                    : change.kind() == Change::Kind::kAdded ? say("新增{object}", "object"_a = object)
                                                            : say("修改{object}", "object"_a = object))
                << '\n';
  }
  if (listed > kMostListed) {
    session.out << say("  ……还有 {n} 处。", "n"_a = result.incoming.size() - kMostListed) << '\n';
  }
  for (const FileChange& file : result.otherFiles) session.out << "  " << file.path << '\n';
}

void report(const Outcome& outcome, const std::optional<Revision>& made, Bank& bank,
            const std::vector<validators::Finding>& findings, const Options& options, Session& session) {
  const MergeResult& result = outcome.result;
  if (session.json()) {
    Json json = mergeJson(result, outcome.changes, outcome.answers);
    Json list = Json::array();
    for (const validators::Finding& finding : findings) list.push_back(findingJson(bank, finding));
    json["findings"] = std::move(list);
    json["dryRun"] = options.dryRun;
    json["files"] = result.files.size();
    json["checkedIn"] = made ? Json(made->commit) : Json(nullptr);
    session.print(json);
    return;
  }
  if (result.nothingNew) {
    session.out << translate("没有新的改动，不需要合并。") << '\n';
    return;
  }
  printIncoming(result, session);
  if (!result.questions.empty()) {
    session.out << say("两方都改了、要由人决定的 {n} 处：", "n"_a = result.questions.size()) << '\n';
    printQuestions(outcome, session);
    session.out << translate(
                       "没有合并。用 --take mine 或 --take theirs 全部取一方的；或用 --format json "
                       "写到文件，逐条填好，再用 --answers 交回来。")
                << '\n';
    return;
  }
  if (!findings.empty()) {
    session.out << translate("合并以后新出现的检查结果：") << '\n';
    printFindings(bank, findings, false, session);
  }
  session.out << (made ? say("已合并，签入 {commit}。", "commit"_a = made->commit.substr(0, 10))
                       : say("可以合并，要写 {n} 个文件。这是试运行，题库没有改动。",
                             "n"_a = result.files.size()))
              << '\n';
}

void run(const Options& options, Session& session) {
  finishSave(options.path);
  Repository repository = Repository::open(options.path);
  const Outcome outcome = merged(repository, options);
  const MergeResult& result = outcome.result;
  if (!result.questions.empty()) session.exitCode = kDoneWithErrors;
  const bool ready = result.questions.empty() && !result.nothingNew;
  std::optional<Revision> made;
  Bank bank;
  if (ready && !result.mine.empty()) bank = readBank(*repository.treeAt(result.mine)).bank;
  const std::vector<validators::Finding> findings =
      ready && !result.mine.empty() ? newFindings(bank, result.edit) : std::vector<validators::Finding>();
  if (ready && !options.dryRun) {
    const std::string message =
        options.message.empty() ? workflows::mergeMessage(repository, result) : options.message;
    made = workflows::writeMerge(repository, options.path, result, message);
  }
  report(outcome, made, bank, findings, options, session);
}

}  // namespace

void addMerge(CLI::App& program, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand(
      "merge", translate("把另一个分支或版本合并进来，逐个对象、逐个栏目；两方都改的逐条提问。"));
  verb->add_option("DIR", options->path, translate("题库目录。"))->required();
  verb->add_option("REVISION", options->revision, translate("要合并的分支、标签或签入。"))->required();
  verb->add_option("--take", options->take, translate("两方都改的全部取一方的：mine 我方，theirs 对方。"))
      ->check(CLI::IsMember({"mine", "theirs"}));
  verb->add_option("--answers", options->answers, translate("填好回答的文件，即 --format json 写出的内容。"));
  verb->add_option("-m,--message", options->message, translate("签入的说明；缺省按合并进来的内容写出。"));
  verb->add_flag("--dry-run", options->dryRun, translate("只报告，不改动题库。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
