// tiku import: a file of the institution into a bank, with a verdict on every line of it.
#include "formats/exchange/import.h"

#include <map>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

const std::map<std::string, ImportKind> kKinds{{"element-table", ImportKind::kElementTable},
                                               {"items", ImportKind::kItems},
                                               {"skills-items", ImportKind::kSkillsItems},
                                               {"plan", ImportKind::kPlan},
                                               {"experts", ImportKind::kExperts}};
const std::map<std::string, JudgementCode> kJudgementCodes{{"usual", JudgementCode::kUsual},
                                                           {"zero-right", JudgementCode::kZeroRight}};

struct Options {
  std::string file;
  std::string into;
  std::string level;
  std::vector<std::string> columns;
  ImportOptions import;
  bool dryRun = false;
  bool all = false;
};

const char* name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kImported:
      return "imported";
    case Verdict::kSkipped:
      return "skipped";
    default:
      return "unclear";
  }
}

std::string name(ImportKind kind) {
  for (const auto& [text, value] : kKinds) {
    if (value == kind) return text;
  }
  return {};
}

Json toJson(const ImportReport& report, bool dryRun, std::size_t files) {
  Json rows = Json::array();
  for (const SourceVerdict& row : report.rows) {
    rows.push_back(
        {{"at", row.at}, {"verdict", name(row.verdict)}, {"reason", row.reason}, {"words", row.words}});
  }
  return {{"file", report.file},
          {"kind", name(report.kind)},
          {"dryRun", dryRun},
          {"filesWritten", files},
          {"counts", report.counts},
          {"verdicts",
           {{"imported", report.count(Verdict::kImported)},
            {"skipped", report.count(Verdict::kSkipped)},
            {"unclear", report.count(Verdict::kUnclear)}}},
          {"notes", report.notes},
          {"rows", std::move(rows)}};
}

void printText(const ImportReport& report, const Options& options, Session& session) {
  for (const SourceVerdict& row : report.rows) {
    if (row.verdict == Verdict::kUnclear) {
      session.out << say("? {at}：{reason}", "at"_a = row.at, "reason"_a = row.reason) << '\n';
    } else if (options.all) {
      session.out << (row.verdict == Verdict::kImported ? "+ " : "- ") << row.at << "  " << row.reason
                  << '\n';
    }
  }
  session.out << say("{file}：收入 {imported} 处，略过 {skipped} 处，需要人工核对 {unclear} 处。",
                     "file"_a = report.file, "imported"_a = report.count(Verdict::kImported),
                     "skipped"_a = report.count(Verdict::kSkipped),
                     "unclear"_a = report.count(Verdict::kUnclear))
              << '\n';
  for (const std::string& note : report.notes) session.out << "  " << note << '\n';
  for (const auto& [what, count] : report.counts) session.out << "  " << what << ": " << count << '\n';
  if (options.dryRun) session.out << translate("这是试运行，题库没有改动。") << '\n';
}

// "stem=C" names the column of a field.
std::map<std::string, std::string> parseColumns(const std::vector<std::string>& given) {
  std::map<std::string, std::string> columns;
  for (const std::string& pair : given) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw FormatError(ErrorCode::kUsage, say("“{pair}”不是“字段=列”的写法。", "pair"_a = pair), {},
                        translate("例如 --column stem=C 或 --column stem=题目。"));
    }
    columns[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return columns;
}

void run(Options& options, Session& session) {
  OpenBank open = openBank(options.into, session);
  options.import.columns = parseColumns(options.columns);
  if (!options.level.empty()) {
    options.import.level = levelOf(open.bank, options.level);
  } else if (open.bank.info().levels.size() == 1) {
    options.import.level = open.bank.info().levels.front();
  }
  const ImportResult result = [&] {
    const Progress progress(translate("正在读取文件"));
    return importFile(open.bank, options.file, options.import);
  }();
  const std::size_t files = options.dryRun ? 0 : applyAndSave(open, result.edit);
  if (session.json()) {
    session.print(toJson(result.report, options.dryRun, files));
  } else {
    printText(result.report, options, session);
  }
}

}  // namespace

void addImport(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("import", translate("把 Word、Excel 文件收进题库。"));
  auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, translate("要导入的文件。"))->required();
  verb->add_option("--into", options->into, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--as", options->import.kind,
                   translate("文件的内容：要素细目表 element-table、理论试题 items、操作技能试题 "
                             "skills-items、认定方案 plan、专家名单 experts。"))
      ->required()
      ->transform(
          CLI::CheckedTransformer(kKinds).description("element-table|items|skills-items|plan|experts"));
  verb->add_option("--level", options->level, translate("等级；文件里写明时可以不给。"));
  verb->add_option("--column", options->columns, translate("指定表格的列：字段=列，可以多次给出。"));
  verb->add_option("--judgement", options->import.judgement,
                   translate("判断题答案的写法：usual 为 1=正确，zero-right 为 0=正确。"))
      ->transform(CLI::CheckedTransformer(kJudgementCodes).description("usual|zero-right"));
  verb->add_flag("--points-by-order", options->import.pointsByOrder,
                 translate("某一题型的题数与考评点数相同时，按先后次序逐个对应。"));
  verb->add_flag("--dry-run", options->dryRun, translate("只报告，不改动题库。"));
  verb->add_flag("--all", options->all, translate("列出每一处的处理结果，而不只是需要核对的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
