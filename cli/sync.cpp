// tiku sync, clone: one bank, several people.
#include "workflows/sync/sync.h"

#include <ostream>

#include "cli/open_questions.h"
#include "cli/revision_json.h"
#include "cli/transfer_line.h"
#include "cli/verbs.h"
#include "formats/base/say.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using workflows::SyncOptions;
using workflows::SyncResult;

struct Options {
  std::string path;
  std::string remote;
  bool create = false;
  std::string take;
  std::string answers;
  std::string message;
};

Json listJson(const std::vector<Revision>& revisions) {
  Json list = Json::array();
  for (const Revision& revision : revisions) list.push_back(revisionJson(revision));
  return list;
}

Json maybeJson(const std::optional<Revision>& revision) {
  return revision ? revisionJson(*revision) : Json(nullptr);
}

const char* stateWord(SyncResult::State state) {
  switch (state) {
    case SyncResult::State::kDone:
      return "done";
    case SyncResult::State::kQuestions:
      return "questions";
    case SyncResult::State::kOffline:
      break;
  }
  return "offline";
}

void printRevisions(const std::vector<Revision>& revisions, Session& session) {
  constexpr std::size_t kMostListed = 20;
  for (std::size_t i = 0; i < revisions.size() && i < kMostListed; ++i) {
    const Revision& one = revisions[i];
    session.out << "  " << one.commit.substr(0, 10) << "  " << one.author.name << "  "
                << one.message.substr(0, one.message.find('\n')) << '\n';
  }
  if (revisions.size() > kMostListed)
    session.out << say("  ……还有 {n} 次。", "n"_a = revisions.size() - kMostListed) << '\n';
}

void printResult(const SyncResult& result, Session& session) {
  if (result.checkedIn) {
    session.out << say("已签入 {commit}：{message}", "commit"_a = result.checkedIn->commit.substr(0, 10),
                       "message"_a = result.checkedIn->message)
                << '\n';
  }
  if (result.rewritten) {
    session.out << translate("对方的历史被改写过；你的签入都还在，已照原样合并。") << '\n';
  }
  if (!result.incoming.empty()) {
    session.out << say("收到 {n} 次签入：", "n"_a = result.incoming.size()) << '\n';
    printRevisions(result.incoming, session);
  }
  if (!result.outgoing.empty()) {
    session.out << say("送出 {n} 次签入：", "n"_a = result.outgoing.size()) << '\n';
    printRevisions(result.outgoing, session);
  }
  for (const std::string& tag : result.tagsIn) session.out << say("收到标签“{tag}”。", "tag"_a = tag) << '\n';
  for (const std::string& tag : result.tagsOut)
    session.out << say("送出标签“{tag}”。", "tag"_a = tag) << '\n';
  if (result.state == SyncResult::State::kOffline) {
    session.out << say("等待联网：{reason}", "reason"_a = result.offlineReason) << '\n';
  } else if (result.nothingNew()) {
    session.out << translate("两边一样，没有要同步的。") << '\n';
  } else if (result.state == SyncResult::State::kDone) {
    session.out << translate("已同步。") << '\n';
  }
}

void report(const std::string& path, const SyncResult& result, const MergeAnswers& answers,
            Session& session) {
  if (session.json()) {
    Json json = {{"state", stateWord(result.state)},
                 {"reason", result.offlineReason},
                 {"checkedIn", maybeJson(result.checkedIn)},
                 {"received", listJson(result.incoming)},
                 {"sent", listJson(result.outgoing)},
                 {"merge", maybeJson(result.merge)},
                 {"rewritten", result.rewritten},
                 {"tags", {{"received", result.tagsIn}, {"sent", result.tagsOut}}}};
    if (result.preview) {
      json["questions"] = questionsJson(path, *result.preview, answers);
    }
    session.print(json);
    return;
  }
  printResult(result, session);
  if (result.preview) printOpenQuestions(path, *result.preview, session);
}

// The place to sync with: made where that is asked for, remembered where it is given.
void prepareRemote(const Options& options) {
  if (options.remote.empty()) return;
  const std::string url = absoluteAddress(options.remote);
  if (options.create) createShared(url);
  setRemote(options.path, {kDefaultRemote, url});
}

void run(const Options& options, Session& session) {
  if (options.create && options.remote.empty()) {
    throw FormatError(ErrorCode::kUsage, say("--create 要与 --remote 一起写明在哪里建立。"));
  }
  (void)Repository::open(options.path);
  prepareRemote(options);
  SyncOptions how;
  how.answers = answersFrom(options.answers);
  if (options.take == "mine") how.open = SyncOptions::Open::kMine;
  if (options.take == "theirs") how.open = SyncOptions::Open::kTheirs;
  how.message = options.message;
  const SyncResult result = [&] {
    const TransferLine line;
    how.transfer = line.how();
    return workflows::sync(options.path, how);
  }();
  if (result.state == SyncResult::State::kQuestions) session.exitCode = kDoneWithErrors;
  if (result.state == SyncResult::State::kOffline) session.exitCode = kWaiting;
  report(options.path, result, how.answers, session);
}

void copy(const std::string& url, const std::string& path, Session& session) {
  {
    const TransferLine line;
    clone(url, path, line.how());
  }
  const std::vector<Revision> revisions = Repository::open(path).log(1);
  if (session.json()) {
    session.print(
        {{"directory", path}, {"address", shownAddress(url)}, {"head", revisionJson(revisions[0])}});
  } else {
    session.out << say("已把题库取到 {directory}，最近一次签入是 {commit}：{message}", "directory"_a = path,
                       "commit"_a = revisions[0].commit.substr(0, 10), "message"_a = revisions[0].message)
                << '\n';
  }
}

}  // namespace

void addSync(CLI::App& program, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand(
      "sync", translate("与共享的版本库同步：签入改动，收下别人的，合并，送出自己的。"));
  verb->add_option("DIR", options->path, translate("题库目录。"))->required();
  verb->add_option("--remote", options->remote,
                   translate("共享的版本库在哪里：文件夹、ssh 或 https 地址；写过一次就记住。"));
  verb->add_flag("--create", options->create, translate("先在 --remote 的文件夹建立共享的版本库。"));
  verb->add_option("--take", options->take, translate("两方都改的全部取一方的：mine 我方，theirs 对方。"))
      ->check(CLI::IsMember({"mine", "theirs"}));
  verb->add_option("--answers", options->answers, translate("填好回答的文件，即 --format json 写出的内容。"));
  verb->add_option("-m,--message", options->message, translate("签入的说明；缺省按改动的内容写出。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

void addClone(CLI::App& program, Session& session) {
  struct Where {
    std::string url;
    std::string path;
  };
  auto where = std::make_shared<Where>();
  CLI::App* verb = program.add_subcommand("clone", translate("从共享的版本库取一份题库，连同历史。"));
  verb->add_option("URL", where->url, translate("文件夹、ssh 或 https 地址。"))->required();
  verb->add_option("DIR", where->path, translate("放在哪个目录，应当还没有或是空的。"))->required();
  addFormat(*verb, session);
  verb->callback([where, &session] { copy(where->url, where->path, session); });
}

}  // namespace tiku::cli
