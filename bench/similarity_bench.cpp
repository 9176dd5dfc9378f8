// Near-duplicates: from a file to all pairs, and what a writer waits for while typing. The peer in the same
// run is MinHash-LSH; databases and Python are the matter of bench/similarity_peers.
//
// The items are generated (generated_items.h); $TIKU_BENCH_ITEMS names a file of real ones (id, type, stem,
// options, key, separated by tabs) to extend instead.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <thread>

#include <benchmark/benchmark.h>

#include "bench/generated_items.h"
#include "bench/minhash_peer.h"
#include "validators/similarity/live_index.h"
#include "validators/similarity/self_join.h"
#include "workflows/duplicates/tsv_items.h"

namespace {

using namespace tiku::validators;
using tiku::formats::Id;
using tiku::workflows::TsvItems;
namespace fs = std::filesystem;

constexpr double kThreshold = 0.7;

/// Generated items as two files: whole, and their stems alone.
class Files {
 public:
  explicit Files(std::size_t items) {
    const char* base = std::getenv("TIKU_BENCH_ITEMS");
    const std::string text = tiku::bench::generatedItems(items, 1, base == nullptr ? "" : base);
    std::string name = (fs::temp_directory_path() / "tiku-bench-items-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    folder_ = name;
    std::ofstream(whole()) << text;
    std::ofstream out(stems());
    out << "id\tstem\n";
    std::size_t number = 0;
    for (const std::string& stem : tiku::bench::stemsOf(text)) out << number++ << '\t' << stem << '\n';
  }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  ~Files() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  [[nodiscard]] fs::path whole() const { return folder_ / "items.tsv"; }
  [[nodiscard]] fs::path stems() const { return folder_ / "stems.tsv"; }

 private:
  fs::path folder_;
};

const Files& files(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<Files>> made;
  std::unique_ptr<Files>& of = made[state.range(0)];
  if (!of) of = std::make_unique<Files>(static_cast<std::size_t>(state.range(0)));
  return *of;
}

void joinFile(benchmark::State& state, const fs::path& path) {
  std::size_t pairs = 0;
  for (auto _ : state) {
    const TsvItems items = TsvItems::read(path);
    JoinSettings settings;
    settings.threshold = kThreshold;
    pairs = selfJoin(items.statements(), settings).size();
  }
  state.counters["pairs"] = static_cast<double>(pairs);
}

void pairsOfStems(benchmark::State& state) {
  joinFile(state, files(state).stems());
}

void pairsOfStatements(benchmark::State& state) {
  joinFile(state, files(state).whole());
}

void pairsOfStemsPeerMinHash(benchmark::State& state) {
  constexpr std::size_t kBands = 20;
  constexpr std::size_t kRows = 5;
  std::size_t pairs = 0;
  for (auto _ : state) {
    const TsvItems items = TsvItems::read(files(state).stems());
    pairs = tiku::bench::minHashJoin(items.statements(), kThreshold, kBands, kRows,
                                     std::max(1U, std::thread::hardware_concurrency()))
                .size();
  }
  const auto complete = selfJoin(TsvItems::read(files(state).stems()).statements()).size();
  state.counters["found"] = static_cast<double>(pairs) / static_cast<double>(complete);
}

/// A bank in memory with its index, and texts that are typed: items of the bank with two characters changed.
struct Typing {
  LiveIndex index;
  StatementList statements;
  std::vector<std::u16string> texts;
};

const Typing& typing(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<Typing>> made;
  std::unique_ptr<Typing>& of = made[state.range(0)];
  if (of) return *of;
  of = std::make_unique<Typing>();
  of->statements = TsvItems::read(files(state).whole()).statements();
  for (std::size_t at = 0; at < of->statements.size(); ++at)
    of->index.put(Id::wellKnown(static_cast<unsigned>(at + 1)), of->statements[at]);
  std::mt19937 random(1);
  while (of->texts.size() < 2000) {
    std::u16string text(of->statements[random() % of->statements.size()]);
    if (text.size() < 8) continue;
    for (int changes = 0; changes < 2; ++changes)
      text[random() % text.size()] = static_cast<char16_t>(0x4E00 + random() % 3000);
    of->texts.push_back(std::move(text));
  }
  return *of;
}

/// Asks for every text once a round; reports the middle and the slow ones in microseconds.
template <typename Ask>
void ask(benchmark::State& state, const Ask& question) {
  const Typing& at = typing(state);
  std::vector<double> times;
  for (auto _ : state) {
    for (const std::u16string& text : at.texts) {
      const auto start = std::chrono::steady_clock::now();
      benchmark::DoNotOptimize(question(at.index, text));
      times.push_back(
          std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
  }
  std::ranges::sort(times);
  state.counters["p50_us"] = times[times.size() / 2];
  state.counters["p99_us"] = times[times.size() * 99 / 100];
  state.counters["max_us"] = times.back();
}

void askAlike60(benchmark::State& state) {
  ask(state, [](const LiveIndex& index, const std::u16string& text) { return index.alike(text, 0.6); });
}

void askAlike70(benchmark::State& state) {
  ask(state, [](const LiveIndex& index, const std::u16string& text) { return index.alike(text, 0.7); });
}

template <std::size_t Length>
void askTyped(benchmark::State& state) {
  ask(state, [](const LiveIndex& index, const std::u16string& text) {
    return index.holding(std::u16string_view(text).substr(0, Length), 0.8, 20);
  });
}

void putOne(benchmark::State& state) {
  Typing& at = const_cast<Typing&>(typing(state));
  std::size_t next = 0;
  for (auto _ : state) {
    const std::size_t item = next++ % at.statements.size();
    at.index.put(Id::wellKnown(static_cast<unsigned>(item + 1)), at.texts[next % at.texts.size()]);
  }
}

constexpr int kSmall = 5'000;
constexpr int kLarge = 100'000;
constexpr int kHuge = 1'000'000;

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(kSmall)->Arg(kLarge)->Arg(kHuge)->Unit(benchmark::kMillisecond)->UseRealTime();
}
void questions(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(kLarge)->Arg(kHuge)->Unit(benchmark::kMillisecond)->Iterations(2);
}

BENCHMARK(pairsOfStems)->Apply(sizes);
BENCHMARK(pairsOfStemsPeerMinHash)->Apply(sizes);
BENCHMARK(pairsOfStatements)->Apply(sizes);
BENCHMARK(askAlike70)->Apply(questions);
BENCHMARK(askAlike60)->Apply(questions);
BENCHMARK(askTyped<6>)->Apply(questions);
BENCHMARK(askTyped<8>)->Apply(questions);
BENCHMARK(askTyped<16>)->Apply(questions);
BENCHMARK(putOne)->Arg(kHuge)->Unit(benchmark::kMicrosecond);

}  // namespace
