// tiku pack, tiku unpack: a bank as one file, and back.
#include <ostream>

#include "cli/verbs.h"
#include "formats/base/digest.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "formats/package/save.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

void pack(const std::string& from, const std::string& to, bool force, Session& session) {
  const Progress progress(translate("正在打包"));
  const auto tree = openTree(from);
  readBank(*tree);  // What cannot be read back is not worth keeping.
  const std::string bytes = packToMemory(*tree);
  writeFileSafely(to, bytes, force);
  if (session.json()) {
    session.print(
        {{"file", to}, {"files", tree->list().size()}, {"bytes", bytes.size()}, {"sha256", sha256(bytes)}});
  } else {
    session.out << say("已打包 {files} 个文件：{to}（{bytes} 字节）", "files"_a = tree->list().size(),
                       "to"_a = to, "bytes"_a = bytes.size())
                << '\n';
  }
}

void unpack(const std::string& from, const std::string& to, Session& session) {
  const Progress progress(translate("正在解包"));
  const auto tree = openArchive(from);
  readBank(*tree);
  unpackTree(*tree, to);
  if (session.json()) {
    session.print({{"directory", to}, {"files", tree->list().size()}});
  } else {
    session.out << say("已解包 {files} 个文件：{to}", "files"_a = tree->list().size(), "to"_a = to) << '\n';
  }
}

}  // namespace

void addPack(CLI::App& program, Session& session) {
  struct Options {
    std::string from;
    std::string to;
    bool force = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand("pack", translate("把题库目录打成一个 .tiku 文件。"));
  verb->add_option("DIR", options->from, translate("题库目录。"))->required();
  verb->add_option("FILE", options->to, translate("要写的 .tiku 文件。"))->required();
  verb->add_flag("--force", options->force, translate("已有同名文件时替换它。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { pack(options->from, options->to, options->force, session); });
}

void addUnpack(CLI::App& program, Session& session) {
  auto paths = std::make_shared<std::pair<std::string, std::string>>();
  CLI::App* verb = program.add_subcommand("unpack", translate("把 .tiku 文件解成题库目录。"));
  verb->add_option("FILE", paths->first, translate(".tiku 文件。"))->required();
  verb->add_option("DIR", paths->second, translate("题库目录，必须不存在或为空。"))->required();
  addFormat(*verb, session);
  verb->callback([paths, &session] { unpack(paths->first, paths->second, session); });
}

}  // namespace tiku::cli
