// tiku export-as: theory items in the format of another system.
#include <map>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/exchange/export.h"
#include "formats/package/save.h"
#include "workflows/exchange/bank_documents.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

const std::map<std::string, ExportFormat> kFormats{
    {"moodle", ExportFormat::kMoodle}, {"gift", ExportFormat::kGift},   {"aiken", ExportFormat::kAiken},
    {"qti22", ExportFormat::kQti22},   {"qti3", ExportFormat::kQti3},   {"csv", ExportFormat::kCsv},
    {"json", ExportFormat::kJson},     {"excel", ExportFormat::kExcel}, {"word", ExportFormat::kWord}};

enum class What { kItems, kElements, kPlan, kSkills, kPapers, kStandard };
const std::map<std::string, What> kContents{{"items", What::kItems},   {"elements", What::kElements},
                                            {"plan", What::kPlan},     {"skills", What::kSkills},
                                            {"papers", What::kPapers}, {"standard", What::kStandard}};

struct Options {
  What what = What::kItems;
  std::string path;
  std::string out;
  std::string level;
  std::string paper;
  std::vector<std::string> types;
  ExportOptions exported;
  bool dryRun = false;
  bool force = false;
};

std::vector<ItemType> typesOf(const std::vector<std::string>& words) {
  std::vector<ItemType> types;
  for (const std::string& word : words) {
    const auto type = itemTypeOf(word);
    if (!type) {
      throw FormatError(ErrorCode::kUsage, say("没有题型“{type}”。", "type"_a = word), {},
                        translate("例如 single-choice、multiple-choice、true-false。"));
    }
    types.push_back(*type);
  }
  return types;
}

ItemChoice choiceOf(const Bank& bank, const Options& options) {
  ItemChoice choice;
  choice.types = typesOf(options.types);
  if (!options.level.empty()) choice.level = levelOf(bank, options.level);
  if (options.paper.empty()) return choice;
  choice.paper = findObject(bank, options.paper);
  if (bank.find<Paper>(choice.paper) == nullptr)
    throw FormatError(ErrorCode::kUsage, say("“{paper}”不是试卷。", "paper"_a = options.paper));
  return choice;
}

workflows::BankContent contentOf(What what) {
  switch (what) {
    case What::kPlan:
      return workflows::BankContent::kPlan;
    case What::kSkills:
      return workflows::BankContent::kSkills;
    case What::kPapers:
      return workflows::BankContent::kPapers;
    case What::kStandard:
      return workflows::BankContent::kStandard;
    default:
      return workflows::BankContent::kElements;
  }
}

// Tables, operational items and papers: Word and Excel alone.
void runDocument(const Options& options, const OpenBank& open, Session& session) {
  const ExportFormat format = options.exported.format;
  if ((format != ExportFormat::kWord && format != ExportFormat::kExcel) || !options.types.empty() ||
      !options.paper.empty()) {
    throw FormatError(ErrorCode::kUsage,
                      say("试题以外的内容只能写成 word 或 excel，也不能按题型或试卷挑选。"));
  }
  const workflows::BankDocument made = workflows::writeBankDocument(
      open.bank, profileFor(open.bank, {}), contentOf(options.what),
      format == ExportFormat::kWord ? workflows::OfficeFormat::kWord : workflows::OfficeFormat::kExcel,
      optionalLevelOf(open.bank, options.level));
  if (!options.dryRun) writeFileSafely(options.out, made.bytes, options.force);
  if (session.json()) {
    session.print({{"file", options.out},
                   {"dryRun", options.dryRun},
                   {"written", made.count},
                   {"bytes", made.bytes.size()}});
    return;
  }
  session.out << say("{file}：写出 {n} 份。", "file"_a = options.out, "n"_a = made.count) << '\n';
  if (options.dryRun) session.out << translate("这是试运行，没有写文件。") << '\n';
}

void run(const Options& options, Session& session) {
  const OpenBank open = openBank(options.path, session);
  if (options.what != What::kItems) return runDocument(options, open, session);
  const ItemChoice choice = choiceOf(open.bank, options);
  const TheoryItems items = chosenItems(open.bank, choice);
  ExportOptions exported = options.exported;
  exported.paper = choice.paper;
  if (items.empty()) throw FormatError(ErrorCode::kUsage, say("没有符合条件的试题。"));
  const ExportResult result = exportItems(open.bank, items, exported);
  if (!options.dryRun) writeFileSafely(options.out, result.bytes, options.force);
  if (session.json()) {
    Json losses = Json::array();
    for (const ExportLoss& loss : result.losses) {
      Json ids = Json::array();
      for (const Id id : loss.items) ids.push_back(id.str());
      losses.push_back({{"what", loss.what}, {"leftOut", loss.leftOut}, {"items", std::move(ids)}});
    }
    session.print({{"file", options.out},
                   {"dryRun", options.dryRun},
                   {"items", items.size()},
                   {"written", result.written},
                   {"bytes", result.bytes.size()},
                   {"losses", std::move(losses)}});
    return;
  }
  session.out << say("{file}：{total} 道试题，写出 {n} 道。", "file"_a = options.out,
                     "total"_a = items.size(), "n"_a = result.written)
              << '\n';
  for (const ExportLoss& loss : result.losses) {
    session.out << (loss.leftOut
                        ? say("没有写出 {n} 道：{what}", "n"_a = loss.items.size(), "what"_a = loss.what)
                        : say("{n} 道：{what}", "n"_a = loss.items.size(), "what"_a = loss.what))
                << '\n';
  }
  if (options.dryRun) session.out << translate("这是试运行，没有写文件。") << '\n';
}

}  // namespace

void addExportAs(CLI::App& program, Session& session) {
  CLI::App* verb =
      program.add_subcommand("export-as", translate("把理论试题写成其他系统的格式；写不下的逐条说明。"));
  auto options = std::make_shared<Options>();
  verb->add_option("FORMAT", options->exported.format,
                   translate("格式：Word word、Excel excel，Moodle XML moodle、gift、aiken，QTI 包 "
                             "qti22、qti3，统计用的 csv、json。"))
      ->required()
      ->transform(
          CLI::CheckedTransformer(kFormats).description("word|excel|moodle|gift|aiken|qti22|qti3|csv|json"));
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--out", options->out, translate("要写的文件。"))->required();
  verb->add_option(
          "--what", options->what,
          translate("写什么：试题 items（缺省）；word、excel 还能写要素细目表 elements、"
                    "组卷方案和结构表 plan，word 能写操作技能试题 skills、试卷 papers、职业标准 standard。"))
      ->transform(
          CLI::CheckedTransformer(kContents).description("items|elements|plan|skills|papers|standard"));
  auto* level = verb->add_option("--level", options->level, translate("只写这个等级。"));
  auto* types = verb->add_option("--type", options->types, translate("只写这个题型，可以多次给出。"));
  verb->add_option("--paper", options->paper, translate("只写这套试卷的试题，按卷中次序。"))
      ->excludes(level)
      ->excludes(types);
  verb->add_flag("--all-or-nothing", options->exported.allOrNothing,
                 translate("Moodle：多选题用 multichoiceset 插件的题型，全部选对才得分。"));
  verb->add_flag("--bom", options->exported.byteOrderMark, translate("csv：加上 Excel 认 UTF-8 用的标记。"));
  verb->add_flag("--dry-run", options->dryRun, translate("只报告，不写文件。"));
  verb->add_flag("--force", options->force, translate("已有同名文件时替换它。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
