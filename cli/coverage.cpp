// tiku coverage: the ladder from weights to missing items.
#include <ostream>

#include "cli/bank_files.h"
#include "cli/text_table.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/rules/coverage/table_ladder.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;

struct Options {
  std::string path;
  std::string level;
  std::string profile;
  std::string at;
  bool missing = false;
  bool points = false;
};

Json countsJson(const TypeCounts& counts) {
  Json json = Json::object();
  for (const ItemType type : kItemTypes) {
    if (counts.of(type) > 0) json[std::string(itemTypeKey(type))] = counts.of(type);
  }
  return json;
}

Json rowJson(const LadderRow& row) {
  Json json{{"id", row.id.empty() ? Json(nullptr) : Json(row.id.str())},
            {"kind", row.isPoint ? "point" : "scope"},
            {"depth", row.depth},
            {"code", row.code},
            {"name", row.name},
            {"weight", row.weight ? Json(row.weight->str()) : Json(nullptr)}};
  if (!row.isPoint) {
    json["ratio"] = row.ratio.str();
    json["points"] = {{"needed", row.pointsNeeded ? Json(*row.pointsNeeded) : Json(nullptr)},
                      {"had", row.pointsHad}};
  }
  json["items"] = {{"needed", countsJson(row.itemsNeeded)},
                   {"had", countsJson(row.itemsHad)},
                   {"missing", countsJson(row.itemsMissing)}};
  return json;
}

// "41/50" with a mark when short; only the number where nothing is asked.
std::string share(int had, std::optional<int> needed) {
  if (!needed) return std::to_string(had);
  return std::to_string(had) + "/" + std::to_string(*needed) + (had < *needed ? "!" : "");
}

std::vector<std::string> cells(const LadderRow& row, const TableLadder& ladder) {
  std::vector<std::string> line{std::string(static_cast<std::size_t>(row.depth) * 2, ' ') + row.code,
                                row.name, row.weight ? row.weight->str() : "",
                                row.isPoint ? "" : share(row.pointsHad, row.pointsNeeded)};
  for (const ItemType type : ladder.types) {
    std::string cell = std::to_string(row.itemsHad.of(type));
    if (row.itemsNeeded.of(type) > 0) cell += "/" + std::to_string(row.itemsNeeded.of(type));
    if (row.itemsMissing.of(type) > 0) cell += "!";
    line.push_back(std::move(cell));
  }
  line.push_back(row.itemsMissing.total() == 0 ? "" : std::to_string(row.itemsMissing.total()));
  return line;
}

void printText(const TableLadder& ladder, const Options& options, Session& session) {
  std::vector<TextTable::Align> columns{TextTable::Align::kLeft, TextTable::Align::kLeft};
  columns.resize(5 + ladder.types.size(), TextTable::Align::kRight);
  TextTable table(std::move(columns));
  std::vector<std::string> head{translate("代码"), translate("名称"), translate("权重"), translate("考评点")};
  for (const ItemType type : ladder.types) head.push_back(typeWord(type));
  head.push_back(translate("缺题"));
  table.add(std::move(head));
  for (const LadderRow& row : ladder.rows) {
    if (row.isPoint && !options.points) continue;
    const bool isShort =
        row.itemsMissing.total() > 0 || (row.pointsNeeded && row.pointsHad < *row.pointsNeeded);
    if (!options.missing || isShort) table.add(cells(row, ladder));
  }
  LadderRow total = ladder.total;
  total.name = translate("合计");
  table.add(cells(total, ladder));
  session.out << ladder.level.longName() << '\n' << table.str();
  if (const int loose = ladder.loose.total(); loose > 0) {
    session.out << say("另有 {n} 道题没有挂在考评点上。", "n"_a = loose) << '\n';
  }
}

void run(const Options& options, Session& session) {
  const OpenBank open = openBank(options.path, session, options.at);
  const TableLadder ladder =
      tableLadder(open.bank, profileFor(open.bank, options.profile), levelOf(open.bank, options.level));
  if (!session.json()) {
    printText(ladder, options, session);
    return;
  }
  Json rows = Json::array();
  for (const LadderRow& row : ladder.rows) rows.push_back(rowJson(row));
  session.print({{"level", ladder.level.number()},
                 {"total", rowJson(ladder.total)},
                 {"itemsWithoutPoint", countsJson(ladder.loose)},
                 {"rows", std::move(rows)}});
}

}  // namespace

void addCoverage(CLI::App& program, Session& session) {
  CLI::App* verb =
      program.add_subcommand("coverage", translate("覆盖阶梯：权重、考评点、各题型试题的应有与实有。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_option("--level", options->level, translate("等级。"))->required();
  verb->add_option("--profile", options->profile, translate("规则文件的编号或路径；缺省用题库自己的。"));
  verb->add_option("--at", options->at, translate("查看历史上的一个版本：提交号、标签或 HEAD。"));
  verb->add_flag("--points", options->points, translate("列到每个考评点。"));
  verb->add_flag("--missing", options->missing, translate("只列有欠缺的。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
