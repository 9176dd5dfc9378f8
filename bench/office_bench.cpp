// Writing and reading items as Word and Excel documents, with openpyxl writing the same cells without any
// look of them beside it.
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <stdlib.h>

#include <benchmark/benchmark.h>

#include "bench/generated_bank.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"

namespace {

using namespace tiku::formats;
namespace fs = std::filesystem;

const Bank& bankOf(int items) {
  static std::map<int, Bank> banks;
  const auto known = banks.find(items);
  return known != banks.end() ? known->second
                              : banks.emplace(items, tiku::bench::generatedBank(items, 1)).first->second;
}

// A file of its own for each run of the program.
class OfficeFile {
 public:
  explicit OfficeFile(const std::string& name) {
    std::string folder = (fs::temp_directory_path() / "tiku-office-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("cannot make " + folder);
    folder_ = folder;
    path_ = folder_ / name;
  }
  OfficeFile(const OfficeFile&) = delete;
  OfficeFile& operator=(const OfficeFile&) = delete;
  ~OfficeFile() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path folder_;
  fs::path path_;
};

void writeItems(benchmark::State& state, ExportFormat format) {
  const Bank& bank = bankOf(static_cast<int>(state.range(0)));
  const TheoryItems items = chosenItems(bank, {});
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto round : state) bytes = exportItems(bank, items, {.format = format}).bytes.size();
  state.counters["items"] = static_cast<double>(items.size());
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}

void readItems(benchmark::State& state, ExportFormat format) {
  const Bank& bank = bankOf(static_cast<int>(state.range(0)));
  const OfficeFile file("items");
  std::ofstream(file.path(), std::ios::binary)
      << exportItems(bank, chosenItems(bank, {}), {.format = format}).bytes;
  for ([[maybe_unused]] auto round : state) {
    const ImportResult result = importFile(bank, file.path(), {});
    if (!result.edit.empty()) state.SkipWithError("the items changed");
  }
}

void officeWriteWord(benchmark::State& state) {
  writeItems(state, ExportFormat::kWord);
}
void officeWriteExcel(benchmark::State& state) {
  writeItems(state, ExportFormat::kExcel);
}
void officeReadWord(benchmark::State& state) {
  readItems(state, ExportFormat::kWord);
}
void officeReadExcel(benchmark::State& state) {
  readItems(state, ExportFormat::kExcel);
}

// The cells of the workbook as openpyxl reads them, written again.
void officeWriteExcelOpenpyxl(benchmark::State& state) {
  const Bank& bank = bankOf(static_cast<int>(state.range(0)));
  const OfficeFile file("items.xlsx");
  std::ofstream(file.path(), std::ios::binary)
      << exportItems(bank, chosenItems(bank, {}), {.format = ExportFormat::kExcel}).bytes;
  const std::string script =
      "import openpyxl, time, sys\n"
      "source = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
      "rows = [list(sheet.iter_rows(values_only=True)) for sheet in source]\n"
      "begin = time.perf_counter()\n"
      "book = openpyxl.Workbook(write_only=True)\n"
      "for sheet in rows:\n"
      "  page = book.create_sheet()\n"
      "  for row in sheet: page.append(row)\n"
      "book.save(sys.argv[1] + '.out')\n"
      "print(time.perf_counter() - begin)\n";
  const fs::path program = file.path().parent_path() / "peer.py";
  std::ofstream(program) << script;
  const fs::path figure = file.path().parent_path() / "seconds";
  const std::string command = "/usr/bin/python3 '" + program.string() + "' '" + file.path().string() +
                              "' >'" + figure.string() + "' 2>/dev/null";
  for ([[maybe_unused]] auto round : state) {
    double seconds = 0;
    if (std::system(command.c_str()) != 0 || !(std::ifstream(figure) >> seconds)) {
      state.SkipWithError("python3-openpyxl is not installed");
      break;
    }
    state.SetIterationTime(seconds);
  }
}

BENCHMARK(officeWriteWord)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(officeWriteExcel)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(officeReadWord)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(officeReadExcel)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(officeWriteExcelOpenpyxl)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(1);

}  // namespace
