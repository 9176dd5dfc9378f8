// 10,000 items into documents and out of them, with the most memory of the process that each took. Out: what
// the file does not hold is found by reading it again. In: recognised, checked, compared with the bank, a
// verdict for every line. The peers (bench/exchange_peer.py) read the same files, or write again what they
// read, and do none of that; LibreOffice turns them into plain text or CSV. A peer that is not installed is
// skipped.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <stdlib.h>
#include <string>

#include <benchmark/benchmark.h>

#include "bench/generated_bank.h"
#include "bench/peak_memory.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"

namespace {

using namespace tiku::formats;
using tiku::bench::PeakMemory;
namespace fs = std::filesystem;

constexpr int kItems = 10'000;

std::string keyWords(const Key& key) {
  std::string words;
  if (const auto* choice = std::get_if<ChoiceKey>(&key)) {
    for (const int option : choice->options) words += static_cast<char>('A' + option);
  } else if (const auto* judgement = std::get_if<JudgementKey>(&key)) {
    words = judgement->correct ? "正确" : "错误";
  }
  return words;
}

/// The items as people type them: a heading for each type, numbers, options and answers on lines of their
/// own.
std::string typed(const TheoryItems& items) {
  std::map<ItemType, std::string> sections;
  std::map<ItemType, int> numbers;
  for (const auto& item : items) {
    if (!isObjective(item->type)) continue;
    std::string& text = sections[item->type];
    if (text.empty()) text = std::string(itemTypeName(item->type)) + "题\n";
    text += std::to_string(++numbers[item->type]) + ". " + item->stem.str() + "\n";
    for (std::size_t i = 0; i < item->options.size(); ++i)
      text += std::string(1, static_cast<char>('A' + i)) + ". " + item->options[i].str() + "\n";
    text += "答案：" + keyWords(item->key) + "\n\n";
  }
  std::string whole;
  for (const auto& [type, text] : sections) whole += text;
  return whole;
}

/// A bank, the same without its items, and a file of every kind on the disk.
class ExchangePlace {
 public:
  ExchangePlace() : bank(tiku::bench::generatedBank(kItems, 1)), items(chosenItems(bank, {})) {
    std::string name = (fs::temp_directory_path() / "tiku-exchange-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    root_ = name;
    for (const auto& [file, format] : {std::pair{"items.docx", ExportFormat::kWord},
                                       {"items.xlsx", ExportFormat::kExcel},
                                       {"items22.zip", ExportFormat::kQti22},
                                       {"items3.zip", ExportFormat::kQti3},
                                       {"items.csv", ExportFormat::kCsv},
                                       {"items.json", ExportFormat::kJson},
                                       {"items.xml", ExportFormat::kMoodle}}) {
      write(file, exportItems(bank, items, {.format = format}).bytes);
    }
    write("items.txt", typed(items));
    Edit none("");
    for (const auto& item : items) none.remove(item->id);
    emptied = bank;
    emptied.apply(none);
  }
  ExchangePlace(const ExchangePlace&) = delete;
  ExchangePlace& operator=(const ExchangePlace&) = delete;
  ~ExchangePlace() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  [[nodiscard]] fs::path file(const std::string& name) const { return root_ / name; }

  Bank bank;
  TheoryItems items;
  Bank emptied;

 private:
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(file(name), std::ios::binary) << bytes;
  }

  fs::path root_;
};

const ExchangePlace& place() {
  static const ExchangePlace one;
  return one;
}

void exchangeOut(benchmark::State& state, ExportFormat format) {
  const ExchangePlace& from = place();
  PeakMemory::begin();
  for ([[maybe_unused]] auto round : state)
    benchmark::DoNotOptimize(exportItems(from.bank, from.items, {.format = format}));
  state.counters["peak_MiB"] = PeakMemory::mebibytes();
}

void exchangeIn(benchmark::State& state, const std::string& name) {
  const ExchangePlace& from = place();
  ImportOptions options;
  if (name == "items.txt") options.level = Level::of(3);  // A typed list does not say.
  PeakMemory::begin();
  double items = 0;
  for ([[maybe_unused]] auto round : state) {
    const ImportResult result = importFile(from.emptied, from.file(name), options);
    items = static_cast<double>(result.items.size());
  }
  state.counters["items"] = items;
  state.counters["peak_MiB"] = PeakMemory::mebibytes();
}

void exchangeByPython(benchmark::State& state, const std::string& verb, const std::string& name) {
  const fs::path peer = fs::path(TIKU_BENCH_FOLDER) / "exchange_peer.py";
  const std::string kind = name.ends_with(".zip") ? "qti" : name.substr(name.find('.') + 1);
  const fs::path said = place().file("said");
  // Debian's own Python: it is the one that has Debian's libraries.
  const std::string command = "/usr/bin/python3 '" + peer.string() + "' " + verb + " " + kind + " '" +
                              place().file(name).string() + "' >'" + said.string() + "' 2>/dev/null";
  double counted = 0;
  double peak = 0;
  for ([[maybe_unused]] auto round : state) {
    double seconds = 0;
    if (std::system(command.c_str()) != 0 || !(std::ifstream(said) >> counted >> seconds >> peak)) {
      state.SkipWithError("not installed");
      return;
    }
    state.SetIterationTime(seconds);
  }
  state.counters["counted"] = counted;
  state.counters["peak_MiB"] = peak;
}

void exchangeByLibreOffice(benchmark::State& state, const std::string& name, const std::string& to) {
  const std::string folder = place().file("office").string();
  const std::string command = "soffice -env:UserInstallation=file://" + folder + " --headless --convert-to " +
                              to + " --outdir '" + folder + "' '" + place().file(name).string() +
                              "' >/dev/null 2>&1 </dev/null";
  for ([[maybe_unused]] auto round : state) {
    if (std::system(command.c_str()) != 0) {
      state.SkipWithError("not installed");
      return;
    }
  }
}

#define EXCHANGE(function, ...) BENCHMARK_CAPTURE(function, __VA_ARGS__)->Unit(benchmark::kMillisecond)

EXCHANGE(exchangeIn, docx, "items.docx");
EXCHANGE(exchangeByPython, docx, "read", "items.docx")->UseManualTime()->Iterations(1);
EXCHANGE(exchangeByLibreOffice, docx, "items.docx", "txt:Text")->UseRealTime()->Iterations(1);
EXCHANGE(exchangeIn, xlsx, "items.xlsx");
EXCHANGE(exchangeByPython, xlsx, "read", "items.xlsx")->UseManualTime()->Iterations(1);
EXCHANGE(exchangeByLibreOffice, xlsx, "items.xlsx", "csv")->UseRealTime()->Iterations(1);
EXCHANGE(exchangeIn, text, "items.txt");
EXCHANGE(exchangeByPython, text, "read", "items.txt")->UseManualTime()->Iterations(1);
EXCHANGE(exchangeIn, qti22, "items22.zip");
EXCHANGE(exchangeIn, qti3, "items3.zip");
EXCHANGE(exchangeByPython, qti22, "read", "items22.zip")->UseManualTime()->Iterations(1);
EXCHANGE(exchangeIn, moodle, "items.xml");
EXCHANGE(exchangeIn, csv, "items.csv");
EXCHANGE(exchangeByPython, csv, "read", "items.csv")->UseManualTime()->Iterations(1);
EXCHANGE(exchangeIn, json, "items.json");
EXCHANGE(exchangeByPython, json, "read", "items.json")->UseManualTime()->Iterations(1);

EXCHANGE(exchangeOut, docx, ExportFormat::kWord);
EXCHANGE(exchangeByPython, docxAgain, "write", "items.docx")->UseManualTime()->Iterations(1);
EXCHANGE(exchangeOut, xlsx, ExportFormat::kExcel);
EXCHANGE(exchangeByPython, xlsxAgain, "write", "items.xlsx")->UseManualTime()->Iterations(1);
EXCHANGE(exchangeOut, qti22, ExportFormat::kQti22);
EXCHANGE(exchangeOut, qti3, ExportFormat::kQti3);
EXCHANGE(exchangeOut, moodle, ExportFormat::kMoodle);
EXCHANGE(exchangeOut, csv, ExportFormat::kCsv);

#undef EXCHANGE

}  // namespace
