// tiku import: a file of the institution into a bank, with a verdict on every line of it.
#include "formats/exchange/import.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "formats/exchange/zip_parts.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "workflows/impact/edition_file.h"
#include "workflows/intake/import_record.h"
#include "workflows/intake/point_proposals.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using workflows::PointEvidence;
using workflows::PointProposal;

const std::map<std::string, ImportKind> kKinds{{"element-table", ImportKind::kElementTable},
                                               {"items", ImportKind::kItems},
                                               {"skills-items", ImportKind::kSkillsItems},
                                               {"plan", ImportKind::kPlan},
                                               {"experts", ImportKind::kExperts},
                                               {"standard", ImportKind::kStandard}};
const std::map<std::string, JudgementCode> kJudgementCodes{{"usual", JudgementCode::kUsual},
                                                           {"zero-right", JudgementCode::kZeroRight}};

const std::map<std::string, PointEvidence> kEvidence{{"code", PointEvidence::kCode},
                                                     {"position", PointEvidence::kPosition},
                                                     {"name", PointEvidence::kName},
                                                     {"similar", PointEvidence::kSimilar}};

struct Options {
  std::string file;
  std::string into;
  std::string level;
  std::vector<std::string> columns;
  std::vector<std::string> corrections;
  std::vector<PointEvidence> link;
  std::string report;
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

std::string name(PointEvidence by) {
  for (const auto& [text, value] : kEvidence) {
    if (value == by) return text;
  }
  return {};
}

Json toJson(const std::vector<ReadingLine>& reading) {
  Json lines = Json::array();
  for (const ReadingLine& line : reading) {
    Json choices = Json::array();
    for (const ReadingChoice& choice : line.choices)
      choices.push_back({{"value", choice.value}, {"words", choice.words}});
    lines.push_back({{"key", line.key},
                     {"value", line.value},
                     {"words", line.words},
                     {"evidence", line.evidence},
                     {"corrected", line.corrected},
                     {"choices", std::move(choices)}});
  }
  return lines;
}

Json toJson(const std::vector<PointProposal>& proposals) {
  Json list = Json::array();
  for (const PointProposal& one : proposals) {
    list.push_back({{"item", one.item.str()},
                    {"point", one.point.str()},
                    {"label", one.label},
                    {"by", name(one.by)},
                    {"likeness", one.likeness},
                    {"evidence", one.evidence}});
  }
  return list;
}

Json toJson(const ImportReport& report, const std::vector<PointProposal>& proposals, bool dryRun,
            std::size_t files) {
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
          {"reading", toJson(report.reading)},
          {"proposedPoints", toJson(proposals)},
          {"notes", report.notes},
          {"rows", std::move(rows)}};
}

void printReading(const ReadingLine& line, Session& session) {
  session.out << "  " << line.key << "=" << line.value << "  " << line.words
              << (line.evidence.empty() ? "" : "（" + line.evidence + "）") << '\n';
}

// Proposals are told in full; those that were not taken can be taken with --link.
void printProposals(const std::vector<PointProposal>& proposals, const Bank& bank, const Options& options,
                    Session& session) {
  if (proposals.empty()) return;
  std::size_t taken = 0;
  for (const PointProposal& one : proposals) {
    const bool isTaken = std::ranges::find(options.link, one.by) != options.link.end();
    taken += isTaken ? 1 : 0;
    if (!options.all && isTaken) continue;
    const auto* item = bank.find<TheoryItem>(one.item);
    session.out << say("考评点 {point} ← “{words}”：{evidence}", "point"_a = one.label,
                       "words"_a = item == nullptr ? one.item.str() : item->stem.str(),
                       "evidence"_a = one.evidence)
                << '\n';
  }
  session.out << say("有 {n} 道题可以对应到考评点，采用了 {taken} 道；用 --link 采用其余的。",
                     "n"_a = proposals.size(), "taken"_a = taken)
              << '\n';
}

void printText(const ImportReport& report, const Options& options, Session& session) {
  for (const ReadingLine& line : report.reading) printReading(line, session);
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

// "stem=C" names the column of a field, "section:3=true-false" corrects a line of the reading.
std::map<std::string, std::string> parsePairs(const std::vector<std::string>& given,
                                              const std::string& message, const std::string& advice) {
  std::map<std::string, std::string> pairs;
  for (const std::string& pair : given) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
      throw FormatError(ErrorCode::kUsage, say(message, "pair"_a = pair), {}, advice);
    pairs[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return pairs;
}

// The edit with the points that the user trusts.
Edit linked(const Edit& edit, const std::vector<PointProposal>& proposals, const Options& options) {
  std::vector<PointProposal> taken;
  for (const PointProposal& one : proposals) {
    if (std::ranges::find(options.link, one.by) != options.link.end()) taken.push_back(one);
  }
  return taken.empty() ? edit : workflows::withPoints(edit, taken);
}

// What a new edition of the standard asks of the bank, and how to keep the list of it.
std::string adviceOn(const workflows::RestingOn& resting, const Options& options) {
  const std::string what = resting.words();
  if (what.empty()) return {};
  if (options.dryRun) {
    return what + say("用 tiku impact {bank} --against {file} --begin 收进新标准，同时记下要核对的清单。",
                      "bank"_a = options.into, "file"_a = options.file);
  }
  if (Repository::isRepository(options.into)) {
    return what + say("旧标准已签入的，用 tiku impact {bank} --against HEAD --begin 记下要核对的清单。",
                      "bank"_a = options.into);
  }
  return what + say("题库没有签入记录，要核对的清单须在收进新标准时一并记下：请恢复旧题库，改用 tiku impact "
                    "{bank} --against {file} --begin。",
                    "bank"_a = options.into, "file"_a = options.file);
}

Json toJson(const workflows::RestingOn& resting, const std::string& advice) {
  return {
      {"changes", resting.changes}, {"points", resting.points}, {"items", resting.items}, {"advice", advice}};
}

void saveRecord(const ImportReport& report, const Options& options) {
  workflows::ReadFile file;
  file.name = fileNameOf(options.file);
  file.report = report;
  writeFileSafely(options.report, workflows::importRecord({std::move(file)}), false);
}

void run(Options& options, Session& session) {
  OpenBank open = openBank(options.into, session);
  options.import.columns = parsePairs(options.columns, markForTranslation("“{pair}”不是“字段=列”的写法。"),
                                      translate("例如 --column stem=C 或 --column stem=题目。"));
  options.import.corrections =
      parsePairs(options.corrections, markForTranslation("“{pair}”不是“项目=读法”的写法。"),
                 translate("例如 --correct section:3=true-false；先用 --dry-run 看有哪些项目。"));
  if (!options.level.empty()) {
    options.import.level = levelOf(open.bank, options.level);
  } else if (open.bank.info().levels.size() == 1) {
    options.import.level = open.bank.info().levels.front();
  }
  const ImportResult result = [&] {
    const Progress progress(translate("正在读取文件"));
    return importFile(open.bank, options.file, options.import);
  }();
  const std::vector<PointProposal> proposals = workflows::proposePoints(open.bank, result);
  const Edit edit = linked(result.edit, proposals, options);
  const workflows::RestingOn resting = workflows::restingOn(open.bank, edit);
  const std::string advice = adviceOn(resting, options);
  if (!options.report.empty()) saveRecord(result.report, options);
  const std::size_t files = options.dryRun ? 0 : applyAndSave(open, edit);
  if (session.json()) {
    Json json = toJson(result.report, proposals, options.dryRun, files);
    if (options.import.kind == ImportKind::kStandard) json["impact"] = toJson(resting, advice);
    session.print(json);
    return;
  }
  if (options.dryRun) open.bank.apply(edit);  // For the words; nothing is saved.
  printProposals(proposals, open.bank, options, session);
  printText(result.report, options, session);
  if (!advice.empty()) session.out << advice << '\n';
}

}  // namespace

void addImport(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("import", translate("把 Word、Excel 文件收进题库。"));
  auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, translate("要导入的文件。"))->required();
  verb->add_option("--into", options->into, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--as", options->import.kind,
                   translate("文件的内容：要素细目表 element-table、理论试题 items、操作技能试题 "
                             "skills-items、认定方案 plan、专家名单 experts、职业标准 standard。"))
      ->required()
      ->transform(CLI::CheckedTransformer(kKinds).description(
          "element-table|items|skills-items|plan|experts|standard"));
  verb->add_option("--level", options->level, translate("等级；文件里写明时可以不给。"));
  verb->add_option("--column", options->columns, translate("指定表格的列：字段=列，可以多次给出。"));
  verb->add_option("--correct", options->corrections,
                   translate("改正对文件的读法：项目=读法，可以多次给出；项目见试运行的输出。"));
  verb->add_option("--link", options->link,
                   translate("没有考评点的试题，采用有这种依据的建议：题号 code、次序 position、名称 "
                             "name、相近试题 similar。"))
      ->delimiter(',')
      ->transform(CLI::CheckedTransformer(kEvidence).description("code|position|name|similar"));
  verb->add_option("--report", options->report, translate("把导入记录另存为 Excel 文件。"));
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
