// Items read from a workbook, a CSV and JSON into an empty bank: recognised, checked, every row with its
// verdict. Beside it python3-openpyxl, which only walks over the cells of the same workbook, and Python's own
// csv and json, where they are installed.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <stdlib.h>

#include <benchmark/benchmark.h>

#include "bench/generated_bank.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"
#include "formats/exchange/xlsx/writer.h"

namespace {

using namespace tiku::formats;
namespace fs = std::filesystem;

std::string keyWords(const Key& key) {
  std::string words;
  if (const auto* choice = std::get_if<ChoiceKey>(&key)) {
    for (const int option : choice->options) words += static_cast<char>('A' + option);
  } else if (const auto* judgement = std::get_if<JudgementKey>(&key)) {
    words = judgement->correct ? "√" : "×";
  }
  return words;
}

std::string workbookOf(const TheoryItems& items) {
  XlsxBook book;
  XlsxSheet sheet;
  sheet.name = "试题";
  sheet.columns.resize(11);
  sheet.addHead(
      {"序号", "题型", "题干", "选项A", "选项B", "选项C", "选项D", "选项E", "答案", "难度", "解析"});
  std::int64_t number = 0;
  for (const auto& item : items) {
    if (!isObjective(item->type)) continue;
    std::vector<XlsxCell> cells{XlsxCell::ofNumber(++number), std::string(itemTypeName(item->type)),
                                item->stem.str()};
    for (std::size_t i = 0; i < 5; ++i)
      cells.emplace_back(i < item->options.size() ? item->options[i].str() : std::string());
    cells.emplace_back(keyWords(item->key));
    cells.emplace_back(item->difficulty ? std::to_string(*item->difficulty) : std::string());
    cells.emplace_back(item->rationale.str());
    sheet.addRow(std::move(cells));
  }
  book.sheets.push_back(std::move(sheet));
  return writeXlsx(book);
}

/// The same items in a file of each kind.
class SheetFiles {
 public:
  explicit SheetFiles(int items) {
    std::string name = (fs::temp_directory_path() / "tiku-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    root_ = name;
    const Bank bank = tiku::bench::generatedBank(items, 1);
    const TheoryItems chosen = chosenItems(bank, {});
    write("items.xlsx", workbookOf(chosen));
    ExportOptions options;
    options.format = ExportFormat::kCsv;
    write("items.csv", exportItems(bank, chosen, options).bytes);
    options.format = ExportFormat::kJson;
    write("items.json", exportItems(bank, chosen, options).bytes);
  }
  SheetFiles(const SheetFiles&) = delete;
  SheetFiles& operator=(const SheetFiles&) = delete;
  ~SheetFiles() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  [[nodiscard]] fs::path file(const std::string& name) const { return root_ / name; }

 private:
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }

  fs::path root_;
};

const SheetFiles& sheetFiles(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<SheetFiles>> files;
  auto& found = files[state.range(0)];
  if (!found) found = std::make_unique<SheetFiles>(static_cast<int>(state.range(0)));
  return *found;
}

void import(benchmark::State& state, const std::string& name) {
  const fs::path file = sheetFiles(state).file(name);
  ImportOptions options;
  options.level = Level::of(3);
  // The items of a generated bank are of several levels, and CSV and JSON say which.
  if (name != "items.xlsx") options.level.reset();
  int items = 0;
  for (auto _ : state) items = importFile(Bank(), file, options).report.counts.at("items");
  state.counters["items"] = items;
}

void importXlsx(benchmark::State& state) {
  import(state, "items.xlsx");
}

void importCsv(benchmark::State& state) {
  import(state, "items.csv");
}

void importJson(benchmark::State& state) {
  import(state, "items.json");
}

void python(benchmark::State& state, const std::string& program, const std::string& name) {
  const std::string command = "python3 -c '" + program + "' '" + sheetFiles(state).file(name).string() + "'";
  for (auto _ : state) {
    if (std::system(("{ " + command + "; } >/dev/null 2>&1 </dev/null").c_str()) != 0) {
      state.SkipWithError("not installed");
      return;
    }
  }
}

void readPeerOpenpyxl(benchmark::State& state) {
  python(state,
         "import sys, openpyxl\n"
         "sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active\n"
         "print(sum(1 for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None))",
         "items.xlsx");
}

void readPeerPythonCsv(benchmark::State& state) {
  python(state,
         "import csv, sys\nprint(sum(len(row) for row in csv.reader(open(sys.argv[1], newline=\"\"))))",
         "items.csv");
}

void readPeerPythonJson(benchmark::State& state) {
  python(state, "import json, sys\nprint(len(json.load(open(sys.argv[1]))))", "items.json");
}

BENCHMARK(importXlsx)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(readPeerOpenpyxl)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(importCsv)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(readPeerPythonCsv)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(importJson)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(readPeerPythonJson)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
