// tiku export: the filing bundle.
#include <filesystem>
#include <map>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/exchange/zip_parts.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "workflows/filing/bundle.h"
#include "workflows/filing/checked_in.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

struct Options {
  std::string path;
  std::string out;
  std::string nonce;
  std::string profile;
  std::string date;
  std::string forms;
  bool draft = false;
  bool force = false;
};

// A draft may be made of what is not checked in yet; it proves nothing.
std::string treeFor(const Options& options, const FileTree& tree) {
  return options.draft ? treeIdOf(tree) : checkedInTree(options.path, tree);
}

// Form templates of an institution or a province: every .xml of the folder, by its name.
std::map<std::string, std::string> formsIn(const std::string& folder) {
  constexpr std::uint64_t kLargestForm = 1U << 20U;
  std::map<std::string, std::string> forms;
  if (folder.empty()) return forms;
  if (!std::filesystem::is_directory(folder)) {
    throw FormatError(ErrorCode::kIo, say("没有放表格模板的目录“{folder}”。", "folder"_a = folder));
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".xml") continue;
    forms.emplace(entry.path().stem().string(), readWholeFile(entry.path(), kLargestForm));
  }
  return forms;
}

void run(const Options& options, Session& session) {
  if (!options.date.empty() && !Date::parse(options.date)) {
    throw FormatError(ErrorCode::kUsage, say("“{date}”不是日期。", "date"_a = options.date), {},
                      translate("日期的写法是 2026-03-01。"));
  }
  const OpenBank open = openBank(options.path, session);
  const validators::Profile profile = profileFor(open.bank, options.profile);
  const Bundle bundle = [&] {
    const Progress progress(translate("正在导出报备材料包"));
    return makeBundle(
        open.bank, profile,
        {treeFor(options, *open.tree), options.nonce, options.date.empty() ? today() : options.date,
         "tiku " TIKU_VERSION, options.draft, formsIn(options.forms)});
  }();
  writeFileSafely(options.out, bundle.bytes, options.force);
  if (session.json()) {
    Json files = Json::array();
    for (const BundleFile& file : bundle.manifest.files) {
      files.push_back(
          {{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}, {"sm3", file.sm3}});
    }
    session.print({{"file", options.out},
                   {"draft", options.draft},
                   {"tree", bundle.manifest.sample.tree},
                   {"seed", bundle.manifest.sample.seed},
                   {"figures", bundle.manifest.figures},
                   {"files", std::move(files)}});
    return;
  }
  session.out << say("已导出报备材料包：{file}（{n} 个文件，{bytes} 字节）", "file"_a = options.out,
                     "n"_a = bundle.manifest.files.size() + 1, "bytes"_a = bundle.bytes.size())
              << '\n'
              << say("样本种子：{seed}", "seed"_a = bundle.manifest.sample.seed) << '\n';
  if (options.draft) session.out << translate("这是草稿，每一页都标有“草稿”，不能用于报备。") << '\n';
}

}  // namespace

void addExport(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("export", translate("导出报备材料包：八种材料、题库样本和清单。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录（已签入）或 .tiku。"))->required();
  verb->add_option("--out", options->out, translate("要写的 zip 文件。"))->required();
  verb->add_option("--nonce", options->nonce, translate("主管部门给出的随机数。"))->required();
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  verb->add_option("--date", options->date, translate("材料上的日期，缺省为今天。"));
  verb->add_option("--forms", options->forms,
                   translate("放表格模板的目录，代替程序自带的（见 docs/forms.md）。"));
  verb->add_flag("--draft", options->draft, translate("导出草稿：允许有错误、允许未签入，每页标明草稿。"));
  verb->add_flag("--force", options->force, translate("已有同名文件时替换它。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
