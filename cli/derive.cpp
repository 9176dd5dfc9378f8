// tiku derive: the scopes and weights of a level's element tables, from the standard.
#include "workflows/blueprint/derive.h"

#include <ostream>

#include "cli/bank_files.h"
#include "cli/text_table.h"
#include "cli/verbs.h"
#include "formats/base/say.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::workflows;
using Kind = DerivedRow::Kind;

struct Options {
  std::string path;
  std::string level;
  bool dryRun = false;
};

std::string kindKey(Kind kind) {
  switch (kind) {
    case Kind::kAdded:
      return "added";
    case Kind::kChanged:
      return "changed";
    case Kind::kKept:
      return "kept";
    case Kind::kForeign:
      break;
  }
  return "foreign";
}

Json toJson(const DerivedRow& row) {
  const auto weight = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  return {{"table", row.half == TableHalf::kTheory ? "theory" : "skills"},
          {"change", kindKey(row.kind)},
          {"id", row.scope.str()},
          {"depth", row.depth},
          {"code", row.code},
          {"name", row.name},
          {"weight", {{"before", weight(row.weightBefore)}, {"after", weight(row.weightAfter)}}},
          {"linked", row.linked}};
}

void printText(const Derivation& derived, bool dryRun, Session& session) {
  for (const TableHalf half : {TableHalf::kTheory, TableHalf::kSkills}) {
    TextTable table({TextTable::Align::kLeft, TextTable::Align::kLeft, TextTable::Align::kRight,
                     TextTable::Align::kLeft});
    table.add({translate("代码"), translate("名称"), translate("权重"), translate("改动")});
    for (const DerivedRow& row : derived.rows) {
      if (row.half != half) continue;
      const bool same = row.weightBefore == row.weightAfter || row.kind == Kind::kAdded;
      table.add({std::string(static_cast<std::size_t>(row.depth) * 2, ' ') + row.code, row.name,
                 same ? row.weightAfter : row.weightBefore + " → " + row.weightAfter, kindWords(row)});
    }
    session.out << (half == TableHalf::kTheory ? say("理论知识考评要素细目表")
                                               : say("操作技能考评要素细目表"))
                << '\n'
                << table.str();
  }
  const int added = derived.count(Kind::kAdded);
  const int changed = derived.count(Kind::kChanged);
  session.out << (dryRun ? say("会新增 {added} 个考评范围，改动 {changed} 个。这是试运行，题库没有改动。",
                               "added"_a = added, "changed"_a = changed)
                         : say("新增 {added} 个考评范围，改动 {changed} 个。", "added"_a = added,
                               "changed"_a = changed))
              << '\n';
}

void run(const Options& options, Session& session) {
  OpenBank open = openBank(options.path, session);
  const Derivation derived = deriveBlueprint(open.bank, levelOf(open.bank, options.level));
  const std::size_t files = options.dryRun ? 0 : applyAndSave(open, derived.edit());
  if (!session.json()) {
    printText(derived, options.dryRun, session);
    return;
  }
  Json rows = Json::array();
  for (const DerivedRow& row : derived.rows) rows.push_back(toJson(row));
  session.print({{"dryRun", options.dryRun},
                 {"filesWritten", files},
                 {"added", derived.count(Kind::kAdded)},
                 {"changed", derived.count(Kind::kChanged)},
                 {"rows", std::move(rows)}});
}

}  // namespace

void addDerive(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand(
      "derive",
      translate("按标准的基本要求、工作要求和权重表，生成一个等级的考评范围和权重；不删除已有的。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--level", options->level, translate("等级。"))->required();
  verb->add_flag("--dry-run", options->dryRun, translate("只报告，不改动题库。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
