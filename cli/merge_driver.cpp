// tiku merge-driver: what the stock `git merge` calls for one file of a bank.
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "workflows/merge/file_merge.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

namespace fs = std::filesystem;

struct Options {
  std::string base;
  std::string mine;
  std::string theirs;
  std::string path;
  std::string install;
};

std::string contentOf(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream) throw FormatError(ErrorCode::kIo, say("读不了这个文件。"), {file, 0, {}});
  return content.str();
}

void install(const std::string& directory, Session& session) {
  Repository::open(directory).installMergeDriver(fs::read_symlink("/proc/self/exe").string());
  session.out << say("以后在这个题库里用 git merge，题库的文件由 Tiku 合并。") << '\n';
}

void merge(const Options& options, Session& session) {
  if (options.path.empty()) {
    throw FormatError(ErrorCode::kUsage,
                      say("缺少文件：要写明原来的、我方的、对方的三个文件和题库里的路径。"));
  }
  const workflows::FileMerge merged = workflows::mergeFile(
      options.path, contentOf(options.base), contentOf(options.mine), contentOf(options.theirs));
  writeFileSafely(options.mine, merged.content, true);
  if (merged.questions.empty()) return;
  session.exitCode = kDoneWithErrors;
  for (const MergeQuestion& question : merged.questions) {
    session.err << options.path << ": "
                << say("两方都改了“{field}”，现在是我方的。",
                       "field"_a = question.fieldWord.empty() ? question.address : question.fieldWord)
                << '\n';
  }
  session.err << say("要逐条决定，请先 git merge --abort，再用 tiku merge。") << '\n';
}

void run(const Options& options, Session& session) {
  if (options.install.empty()) {
    merge(options, session);
  } else {
    install(options.install, session);
  }
}

}  // namespace

void addMergeDriver(CLI::App& program, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand(
      "merge-driver", translate("供 git merge 调用：合并题库的一个文件，有要由人决定的退出码为 1。"));
  verb->add_option("BASE", options->base, translate("共同的原来的内容（%O）。"));
  verb->add_option("MINE", options->mine, translate("我方的内容（%A），结果写在这里。"));
  verb->add_option("THEIRS", options->theirs, translate("对方的内容（%B）。"));
  verb->add_option("PATH", options->path, translate("题库里的路径（%P）。"));
  verb->add_option("--install", options->install, translate("让这个题库目录的 git 用它合并。"));
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
