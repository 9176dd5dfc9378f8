// tiku restore: one object, or a field of it, as it was.
#include "workflows/history/restore.h"

#include <ostream>

#include "cli/bank_files.h"
#include "cli/object_name.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "workflows/history/changes.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct RestoreOptions {
  std::string path;
  std::string object;
  std::string from;
  std::vector<std::string> fields;
  bool dryRun = false;
};

std::string sentenceOf(const Restoration& restoration, const std::string& name,
                       const RestoreOptions& options) {
  if (restoration.edit.empty())
    return say("{object}现在就和版本 {from} 一样，没有要恢复的。", "object"_a = name,
               "from"_a = options.from);
  std::string fields;
  for (const std::string& field : restoration.fields) fields += (fields.empty() ? "" : "、") + field;
  if (fields.empty()) {
    return options.dryRun ? say("将从版本 {from} 找回{object}。", "from"_a = options.from, "object"_a = name)
                          : say("已从版本 {from} 找回{object}。", "from"_a = options.from, "object"_a = name);
  }
  return options.dryRun ? say("{object}的{fields}将恢复成版本 {from} 的样子。", "object"_a = name,
                              "fields"_a = fields, "from"_a = options.from)
                        : say("{object}的{fields}已恢复成版本 {from} 的样子。", "object"_a = name,
                              "fields"_a = fields, "from"_a = options.from);
}

// What was removed before the revision is still named by its path or id; restoreFrom() says where it was.
NamedObject namedToRestore(const RestoreOptions& options) {
  try {
    return findNamed(options.path, options.object, options.from);
  } catch (const FormatError& error) {
    const auto id = idInName(options.path, options.object);
    if (error.code() != ErrorCode::kUsage || !id) throw;
    throwNotAt(Repository::open(options.path), *id, options.from);
  }
}

void runRestore(const RestoreOptions& options, Session& session) {
  const Repository repository = Repository::open(options.path);
  const NamedObject named = namedToRestore(options);
  if (!named.part.empty()) {
    throw FormatError(ErrorCode::kUsage,
                      say("“{name}”是{object}里的一行，不能单独恢复。", "name"_a = options.object,
                          "object"_a = objectName(named.value)),
                      {},
                      say("恢复整张表：tiku restore {path} {file} --field 栏目。", "path"_a = options.path,
                          "file"_a = named.path));
  }
  OpenBank open = openBank(options.path, session);
  const Restoration restoration =
      restoreFrom(repository, open.bank, idOf(named.value), options.from, options.fields);
  const std::size_t written =
      options.dryRun || restoration.edit.empty() ? 0 : applyAndSave(open, restoration.edit);
  if (session.json()) {
    session.print({{"object", idOf(named.value).str()},
                   {"from", repository.find(options.from).commit},
                   {"dryRun", options.dryRun},
                   {"changes", !restoration.edit.empty()},
                   {"fields", restoration.fields},
                   {"remarks", restoration.remarks},
                   {"filesWritten", written}});
    return;
  }
  session.out << sentenceOf(restoration, objectName(named.value), options) << '\n';
  for (const std::string& remark : restoration.remarks) session.out << remark << '\n';
  if (written > 0)
    session.out << say("确认无误后用 tiku commit {path} 签入。", "path"_a = options.path) << '\n';
}

}  // namespace

void addRestore(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand(
      "restore", translate("把一个对象或它的一栏恢复成历史上的样子，删掉的也能找回。"));
  auto options = std::make_shared<RestoreOptions>();
  verb->add_option("PATH", options->path, translate("题库目录。"))->required();
  verb->add_option("OBJECT", options->object, translate("标识、代码或文件的路径。"))->required();
  verb->add_option("--from", options->from, translate("哪个版本的样子：提交号、标签，或 HEAD。"))->required();
  verb->add_option("--field", options->fields, translate("只恢复这一栏，可以写几次；缺省为整个对象。"));
  verb->add_flag("--dry-run", options->dryRun, translate("只报告，不写题库。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { runRestore(*options, session); });
}

}  // namespace tiku::cli
