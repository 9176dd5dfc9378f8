// What a keystroke costs below the window: the edit, the undo step, the journal's note, the check, and the
// findings of the item at hand; on a bank of 10,000 items and on one ten times as large.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <stdlib.h>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "bench/generated_bank.h"
#include "editor/document/document.h"

namespace {

using namespace tiku::formats;
using tiku::editor::Document;
namespace fs = std::filesystem;

class OpenBank {
 public:
  explicit OpenBank(int items) {
    std::string name = (fs::temp_directory_path() / "tiku-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    root_ = name;
    // One file: a hundred thousand would take longer to make than all the rest.
    document = Document::create(tiku::bench::generatedBank(items, 1), root_ / "bank.tiku");
    document->bank().forEach<TheoryItem>([this](const auto& item) {
      if (this->items.size() < 1000) this->items.push_back(item->id);
    });
  }
  OpenBank(const OpenBank&) = delete;
  OpenBank& operator=(const OpenBank&) = delete;
  ~OpenBank() {
    document->discardUnsaved();
    document.reset();
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  std::unique_ptr<Document> document;
  std::vector<Id> items;

 private:
  fs::path root_;
};

OpenBank& bankOf(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<OpenBank>> banks;
  auto& found = banks[state.range(0)];
  if (!found) found = std::make_unique<OpenBank>(static_cast<int>(state.range(0)));
  return *found;
}

// Times each call by itself, since the slowest ones are what a user feels.
template <typename Work>
void timedEach(benchmark::State& state, const Work& work) {
  std::vector<double> times;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    state.SetIterationTime(seconds);
    times.push_back(seconds * 1000);
  }
  std::ranges::sort(times);
  state.counters["median_ms"] = times[times.size() / 2];
  state.counters["p99_ms"] = times[times.size() * 99 / 100];
}

void editorKeystroke(benchmark::State& state) {
  OpenBank& at = bankOf(state);
  std::size_t next = 0;
  timedEach(state, [&] {
    // Twenty letters at one item, then on to the next.
    const Id id = at.items[(next / 20) % at.items.size()];
    TheoryItem item = *at.document->bank().find<TheoryItem>(id);
    std::string words = item.stem.str();
    item.stem = RichText::plain(words + (next % 20 == 0 ? "水" : "泵"));
    at.document->apply(Edit("修改题干").put(std::move(item)), "stem@" + id.str());
    benchmark::DoNotOptimize(at.document->checker().findingsOf(id));
    ++next;
  });
}

void editorUndo(benchmark::State& state) {
  OpenBank& at = bankOf(state);
  TheoryItem item = *at.document->bank().find<TheoryItem>(at.items.back());
  item.stem = RichText::plain("撤销和重做的题干");
  at.document->apply(Edit("修改题干").put(std::move(item)));
  bool undone = false;
  timedEach(state, [&] {
    undone ? at.document->redo() : at.document->undo();
    undone = !undone;
  });
}

void editorSimilarItems(benchmark::State& state) {
  OpenBank& at = bankOf(state);
  while (!at.document->similarTo(*at.document->bank().find<TheoryItem>(at.items[0]))) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    at.document->poll();
  }
  std::size_t next = 0;
  timedEach(state, [&] {
    const Id id = at.items[next++ % at.items.size()];
    benchmark::DoNotOptimize(at.document->similarTo(*at.document->bank().find<TheoryItem>(id)));
  });
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(2000);
}

BENCHMARK(editorKeystroke)->Apply(sizes);
BENCHMARK(editorUndo)->Apply(sizes);
BENCHMARK(editorSimilarItems)->Apply(sizes);

}  // namespace
