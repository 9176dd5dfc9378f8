// 10,000 items into a package of QTI and back, with the most memory that each took. The peer reads the same
// package with what Python brings along (zipfile, ElementTree) and keeps the words and keys, no more.
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <stdlib.h>
#include <string>

#include <benchmark/benchmark.h>

#include "bench/generated_bank.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"

namespace {

using namespace tiku::formats;
namespace fs = std::filesystem;

constexpr int kQtiItems = 10'000;

// The most memory of this process since begin(), which the kernel counts.
class PeakMemory {
 public:
  static void begin() { std::ofstream("/proc/self/clear_refs") << "5"; }
  static double mebibytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
      if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
  }
};

// A bank and its package of each version on the disk.
class QtiPlace {
 public:
  QtiPlace() : bank(tiku::bench::generatedBank(kQtiItems, 1)), items(chosenItems(bank, {})) {
    std::string name = (fs::temp_directory_path() / "tiku-qti-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    root_ = name;
    for (const ExportFormat format : {ExportFormat::kQti22, ExportFormat::kQti3})
      std::ofstream(package(format), std::ios::binary) << exportItems(bank, items, {.format = format}).bytes;
    Edit none("");
    for (const auto& item : items) none.remove(item->id);
    emptied = bank;
    emptied.apply(none);
  }
  QtiPlace(const QtiPlace&) = delete;
  QtiPlace& operator=(const QtiPlace&) = delete;
  ~QtiPlace() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  [[nodiscard]] fs::path package(ExportFormat format) const {
    return root_ / (format == ExportFormat::kQti22 ? "qti22.zip" : "qti3.zip");
  }
  [[nodiscard]] fs::path said() const { return root_ / "said"; }

  Bank bank;
  TheoryItems items;
  Bank emptied;

 private:
  fs::path root_;
};

QtiPlace& qtiPlace() {
  static QtiPlace place;
  return place;
}

void qtiOut(benchmark::State& state, ExportFormat format) {
  const QtiPlace& place = qtiPlace();
  PeakMemory::begin();
  for (auto _ : state) benchmark::DoNotOptimize(exportItems(place.bank, place.items, {.format = format}));
  state.counters["peak_MiB"] = PeakMemory::mebibytes();
}

void qtiIn(benchmark::State& state, ExportFormat format) {
  const QtiPlace& place = qtiPlace();
  PeakMemory::begin();
  for (auto _ : state) {
    const ImportResult result = importFile(place.emptied, place.package(format), {});
    if (result.items.size() != kQtiItems) state.SkipWithError("not all items came back");
  }
  state.counters["peak_MiB"] = PeakMemory::mebibytes();
}

void qtiInByPython(benchmark::State& state) {
  const QtiPlace& place = qtiPlace();
  const fs::path peer = fs::path(__FILE__).parent_path() / "qti_peer.py";
  const std::string command = "python3 '" + peer.string() + "' '" +
                              place.package(ExportFormat::kQti22).string() + "' >'" + place.said().string() +
                              "'";
  for (auto _ : state) {
    if (std::system(command.c_str()) != 0) state.SkipWithError("python3 failed");
  }
  std::ifstream said(place.said());
  double items = 0;
  double peak = 0;
  said >> items >> peak;
  state.counters["items"] = items;
  state.counters["peak_MiB"] = peak;
}

BENCHMARK_CAPTURE(qtiOut, 2.2, ExportFormat::kQti22)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(qtiOut, 3.0, ExportFormat::kQti3)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(qtiIn, 2.2, ExportFormat::kQti22)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(qtiIn, 3.0, ExportFormat::kQti3)->Unit(benchmark::kMillisecond);
BENCHMARK(qtiInByPython)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
