// tiku commit, log, tag: the history of a bank.
#include <ostream>

#include "cli/object_name.h"
#include "cli/revision_json.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "formats/package/save.h"
#include "workflows/checkin/message.h"
#include "workflows/history/changes.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

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
    session.print({{"checkedIn", revision ? revisionJson(*revision) : Json(nullptr)}});
  } else if (revision) {
    session.out << say("已签入 {commit}：{message}", "commit"_a = revision->commit.substr(0, 10),
                       "message"_a = revision->message)
                << '\n';
  } else {
    session.out << translate("没有改动，不需要签入。") << '\n';
  }
}

struct LogOptions {
  std::string path;
  std::string object;
  int limit = 100;
};

void printRevision(const Revision& revision, const std::string& what, Session& session) {
  session.out << revision.commit.substr(0, 10) << "  " << revisionTime(revision) << "  "
              << revision.author.name << "  " << revision.message;
  if (!what.empty()) session.out << "  （" << what << "）";
  for (const std::string& tag : revision.tags) session.out << "  [" << tag << "]";
  session.out << '\n';
}

void log(const LogOptions& options, Session& session) {
  const std::vector<Revision> revisions = Repository::open(options.path).log(options.limit);
  if (session.json()) {
    Json list = Json::array();
    for (const Revision& revision : revisions) list.push_back(revisionJson(revision));
    session.print({{"revisions", std::move(list)}});
    return;
  }
  for (const Revision& revision : revisions) printRevision(revision, {}, session);
}

// What a check-in did to the object, in a few words; the fields that it changed by their names in files.
std::string deedsOf(const workflows::ObjectRevision& one, Json& fields) {
  if (!one.change) return translate("那时的内容读不出来");
  switch (one.change->kind()) {
    case Change::Kind::kAdded:
      return translate("新增");
    case Change::Kind::kRemoved:
      return translate("删去");
    case Change::Kind::kReplaced:
      break;
  }
  std::string words;
  for (const Field& field : differingFields(one.change->before, one.change->after)) {
    fields.push_back(field.name);
    words += (words.empty() ? "" : "、") + field.word;
  }
  return words;
}

void logObject(const LogOptions& options, Session& session) {
  const Repository repository = Repository::open(options.path);
  const std::string path = pathNamed(options.path, options.object);
  const auto history = workflows::historyOf(repository, path, options.limit);
  Json list = Json::array();
  for (const workflows::ObjectRevision& one : history) {
    Json fields = Json::array();
    const std::string words = deedsOf(one, fields);
    if (!session.json()) {
      printRevision(one.revision, words, session);
      continue;
    }
    Json entry = revisionJson(one.revision);
    entry["fields"] = std::move(fields);
    list.push_back(std::move(entry));
  }
  if (session.json())
    session.print({{"object", parsePath(path).id.str()}, {"path", path}, {"revisions", std::move(list)}});
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
    session.print({{"tag", options.name}, {"revision", revisionJson(revision)}});
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
  auto options = std::make_shared<LogOptions>();
  CLI::App* verb = program.add_subcommand("log", translate("列出题库的历次签入，最近的在前。"));
  verb->add_option("PATH", options->path, translate("题库目录。"))->required();
  verb->add_option("--object", options->object,
                   translate("只列改过这个对象的签入：标识、代码或文件的路径。"));
  verb->add_option("--limit", options->limit, translate("最多列出多少次，缺省 100。"))
      ->check(CLI::Range(1, 1000000));
  addFormat(*verb, session);
  verb->callback([options, &session] {
    if (options->object.empty()) {
      log(*options, session);
    } else {
      logObject(*options, session);
    }
  });
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
