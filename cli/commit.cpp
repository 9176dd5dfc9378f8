// tiku commit, log, tag: the history of a bank.
#include <ctime>
#include <ostream>

#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "workflows/checkin/message.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

std::string localTime(const Revision& revision) {
  const std::time_t shifted = revision.time + revision.offsetMinutes * 60;
  std::tm parts{};
  gmtime_r(&shifted, &parts);
  const int offset = std::abs(revision.offsetMinutes);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", parts.tm_year + 1900,
                     parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                     revision.offsetMinutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

Json toJson(const Revision& revision) {
  return {{"commit", revision.commit},
          {"tree", revision.tree},
          {"author", {{"name", revision.author.name}, {"email", revision.author.email}}},
          {"time", localTime(revision)},
          {"message", revision.message},
          {"tags", revision.tags}};
}

// "Name <mail>", as git writes it.
std::optional<Signature> parseAuthor(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::size_t open = text.find('<');
  const std::size_t close = text.find('>', open);
  if (open == std::string::npos || close == std::string::npos || open == 0) {
    throw FormatError(ErrorCode::kUsage, say("“{text}”不是“姓名 <邮箱>”的写法。", "text"_a = text));
  }
  std::string name = text.substr(0, open);
  name.erase(name.find_last_not_of(' ') + 1);
  return Signature{name, text.substr(open + 1, close - open - 1)};
}

struct CommitOptions {
  std::string path;
  std::string message;
  std::string author;
};

void commit(const CommitOptions& options, Session& session) {
  const Progress progress(translate("正在签入"));
  finishSave(options.path);
  const ReadResult read = loadBank(options.path);  // A bank that cannot be read is not checked in.
  Repository repository = Repository::isRepository(options.path) ? Repository::open(options.path)
                                                                 : Repository::init(options.path);
  std::string message = options.message;
  if (message.empty()) message = workflows::proposedMessage(repository.dirty(), read.bank);
  // Nothing changed: the check-in finds that too, and needs no words for it.
  const auto revision =
      message.empty() ? std::nullopt : repository.checkIn(message, parseAuthor(options.author));
  if (session.json()) {
    session.print({{"checkedIn", revision ? toJson(*revision) : Json(nullptr)}});
  } else if (revision) {
    session.out << say("已签入 {commit}：{message}", "commit"_a = revision->commit.substr(0, 10),
                       "message"_a = revision->message)
                << '\n';
  } else {
    session.out << translate("没有改动，不需要签入。") << '\n';
  }
}

void log(const std::string& path, int limit, Session& session) {
  const std::vector<Revision> revisions = Repository::open(path).log(limit);
  if (session.json()) {
    Json list = Json::array();
    for (const Revision& revision : revisions) list.push_back(toJson(revision));
    session.print({{"revisions", std::move(list)}});
    return;
  }
  for (const Revision& revision : revisions) {
    session.out << revision.commit.substr(0, 10) << "  " << localTime(revision) << "  "
                << revision.author.name << "  " << revision.message;
    for (const std::string& tag : revision.tags) session.out << "  [" << tag << "]";
    session.out << '\n';
  }
}

struct TagOptions {
  std::string path;
  std::string name;
  std::string message;
};

void tag(const TagOptions& options, Session& session) {
  Repository repository = Repository::open(options.path);
  repository.tag(options.name, options.message);
  const Revision revision = repository.find(options.name);
  if (session.json()) {
    session.print({{"tag", options.name}, {"revision", toJson(revision)}});
  } else {
    session.out << say("已给 {commit} 加上标签“{name}”。", "commit"_a = revision.commit.substr(0, 10),
                       "name"_a = options.name)
                << '\n';
  }
}

}  // namespace

void addCommit(CLI::App& program, Session& session) {
  auto options = std::make_shared<CommitOptions>();
  CLI::App* verb = program.add_subcommand("commit", translate("签入题库的改动；目录还没有历史时先建立。"));
  verb->add_option("PATH", options->path, translate("题库目录。"))->required();
  verb->add_option("-m,--message", options->message, translate("改了什么；缺省按改动的内容写出。"));
  verb->add_option("--author", options->author,
                   translate("签入人：姓名 <邮箱>；缺省用 git 的设置或登录名。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { commit(*options, session); });
}

void addLog(CLI::App& program, Session& session) {
  struct Options {
    std::string path;
    int limit = 100;
  };
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand("log", translate("列出题库的历次签入，最近的在前。"));
  verb->add_option("PATH", options->path, translate("题库目录。"))->required();
  verb->add_option("--limit", options->limit, translate("最多列出多少次，缺省 100。"))
      ->check(CLI::PositiveNumber);
  addFormat(*verb, session);
  verb->callback([options, &session] { log(options->path, options->limit, session); });
}

void addTag(CLI::App& program, Session& session) {
  auto options = std::make_shared<TagOptions>();
  CLI::App* verb = program.add_subcommand("tag", translate("给最近一次签入加标签，例如送审的版本。"));
  verb->add_option("PATH", options->path, translate("题库目录。"))->required();
  verb->add_option("NAME", options->name, translate("标签名。"))->required();
  verb->add_option("-m,--message", options->message, translate("标签的说明。"))->required();
  addFormat(*verb, session);
  verb->callback([options, &session] { tag(*options, session); });
}

}  // namespace tiku::cli
