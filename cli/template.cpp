// tiku template: files for authors to write items in.
#include "formats/exchange/template.h"

#include <map>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/package/save.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

enum class TemplateKind { kWord, kExcel };
const std::map<std::string, TemplateKind> kTemplateKinds{{"word", TemplateKind::kWord},
                                                         {"excel", TemplateKind::kExcel}};

struct TemplateOptions {
  TemplateKind kind = TemplateKind::kExcel;
  std::string bank;
  std::string level;
  std::string out;
  bool force = false;
};

void runTemplate(const TemplateOptions& options, Session& session) {
  Bank bank;
  std::vector<Level> levels;
  if (!options.bank.empty()) {
    bank = openBank(options.bank, session).bank;
    levels = bank.info().levels;
    if (!options.level.empty()) levels = {levelOf(bank, options.level)};
  } else if (!options.level.empty()) {
    const auto level = Level::parse(options.level);
    if (!level) throw FormatError(ErrorCode::kUsage, say("“{level}”不是等级。", "level"_a = options.level));
    levels = {*level};
  }
  const std::string bytes =
      options.kind == TemplateKind::kWord ? wordTemplate(bank, levels) : excelTemplate(bank, levels);
  writeFileSafely(options.out, bytes, options.force);
  session.out << say("模板已写到 {file}。", "file"_a = options.out) << '\n';
}

}  // namespace

void addTemplate(CLI::App& program, Session& session) {
  CLI::App* verb =
      program.add_subcommand("template", translate("写出 Word 或 Excel 模板，供命题人填写理论试题。"));
  auto options = std::make_shared<TemplateOptions>();
  verb->add_option("KIND", options->kind, translate("模板的种类：word 或 excel。"))
      ->required()
      ->transform(CLI::CheckedTransformer(kTemplateKinds).description("word|excel"));
  verb->add_option("--out", options->out, translate("要写的文件。"))->required();
  verb->add_option("--bank", options->bank, translate("题库：它的等级和考评点列在模板里，供填写时选用。"));
  verb->add_option("--level", options->level, translate("只要这个等级。"));
  verb->add_flag("--force", options->force, translate("已有同名文件时替换它。"));
  verb->callback([options, &session] { runTemplate(*options, session); });
}

}  // namespace tiku::cli
