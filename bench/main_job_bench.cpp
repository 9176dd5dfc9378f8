// What a user waits for, on a generated bank, with the peers beside it in the same run: `xmllint` for
// loading, `git add` and `git commit` for a check-in. Each peer works on files of its own with the same
// content.
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <stdlib.h>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "bench/generated_bank.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "validators/checker/checker.h"

namespace {

using namespace tiku::formats;
namespace fs = std::filesystem;

void run(const std::string& command) {
  if (std::system(("{ " + command + "; } >/dev/null 2>&1 </dev/null").c_str()) != 0)
    throw std::runtime_error(command);
}

// A bank of one size: in memory, as a directory with its history, and as a clone for the stock git.
class Place {
 public:
  explicit Place(int items) : bank(tiku::bench::generatedBank(items, 1)) {
    std::string name = (fs::temp_directory_path() / "tiku-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    root_ = name;
    saveNew(bank, directory());
    Repository::init(directory()).checkIn("生成", author());
    run("git clone -q '" + directory().string() + "' '" + clone().string() + "'");
    run("git -C '" + clone().string() + "' config user.name bench");
    run("git -C '" + clone().string() + "' config user.email bench@example.cn");
    run("git -C '" + clone().string() + "' config gc.auto 0");
    bank.forEach<TheoryItem>([this](const auto& item) {
      if (item->level == Level::of(3)) items_.push_back(item->id);
    });
    std::sort(items_.begin(), items_.end());
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  [[nodiscard]] fs::path directory() const { return root_ / "bank"; }
  [[nodiscard]] fs::path clone() const { return root_ / "clone"; }
  [[nodiscard]] fs::path archive() const { return root_ / "bank.tiku"; }
  static Signature author() { return {"bench", "bench@example.cn"}; }

  // One item reworded: another one each time.
  std::vector<FileChange> changeOne() {
    TheoryItem item = *bank.find<TheoryItem>(items_[next_ % items_.size()]);
    item.stem = RichText::plain(fmt::format("第 {} 次修改：水泵启动前应当检查哪些内容？", ++next_));
    std::vector<FileChange> files;
    const auto subscription =
        bank.listen([&files](std::span<const Change> changes) { files = filesFor(changes); });
    bank.apply(Edit().put(std::move(item)));
    return files;
  }

  Bank bank;

 private:
  fs::path root_;
  std::vector<Id> items_;
  std::size_t next_ = 0;
};

Place& place(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<Place>> places;
  auto& found = places[state.range(0)];
  if (!found) found = std::make_unique<Place>(static_cast<int>(state.range(0)));
  return *found;
}

void load(benchmark::State& state) {
  const Place& at = place(state);
  for (auto _ : state) benchmark::DoNotOptimize(loadBank(at.directory()));
}

void loadPeerXmllint(benchmark::State& state) {
  const std::string command =
      "find '" + place(state).directory().string() + "' -name '*.xml' -print0 | xargs -0 xmllint --noout";
  for (auto _ : state) run(command);
}

void fullCheck(benchmark::State& state) {
  const Place& at = place(state);
  const auto profile = tiku::validators::Profile::load("guizhou");
  for (auto _ : state) benchmark::DoNotOptimize(tiku::validators::check(at.bank, profile));
}

void changeOneWithLiveCheck(benchmark::State& state) {
  Place& at = place(state);
  Bank bank = at.bank;
  const tiku::validators::Checker checker(bank, tiku::validators::Profile::load("guizhou"));
  std::vector<TheoryItem> items;
  bank.forEach<TheoryItem>([&items](const auto& item) {
    if (items.size() < 1000) items.push_back(*item);
  });
  std::size_t next = 0;
  for (auto _ : state) {
    TheoryItem item = items[next % items.size()];
    item.stem = RichText::plain(fmt::format("第 {} 次按键", ++next));
    bank.apply(Edit().put(std::move(item)));
    benchmark::DoNotOptimize(checker.summary());
  }
}

void saveOne(benchmark::State& state) {
  Place& at = place(state);
  for (auto _ : state) saveFiles(at.directory(), at.changeOne());
}

// Only the part between the marks is timed: a check-in needs a saved file before it.
template <typename Before, typename Timed>
void timed(benchmark::State& state, const Before& before, const Timed& work) {
  for (auto _ : state) {
    const auto prepared = before();
    const auto start = std::chrono::steady_clock::now();
    work(prepared);
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
}

void checkInOne(benchmark::State& state) {
  Place& at = place(state);
  Repository repository = Repository::open(at.directory());
  timed(
      state,
      [&] {
        const auto files = at.changeOne();
        saveFiles(at.directory(), files);
        return files.front().path;
      },
      [&](const std::string& path) { repository.checkIn({path}, "改一题", Place::author()); });
}

void saveAndCheckInOne(benchmark::State& state) {
  Place& at = place(state);
  Repository repository = Repository::open(at.directory());
  for (auto _ : state) {
    const auto files = at.changeOne();
    saveFiles(at.directory(), files);
    repository.checkIn({files.front().path}, "改一题", Place::author());
  }
}

void checkInPeerGit(benchmark::State& state) {
  Place& at = place(state);
  const std::string git = "git -C '" + at.clone().string() + "' ";
  timed(
      state,
      [&] {
        const auto files = at.changeOne();
        writeFileSafely(at.clone() / files.front().path, files.front().content, true);
        return files.front().path;
      },
      [&](const std::string& path) { run(git + "add " + path + " && " + git + "commit -qm 改一题"); });
}

void lookForChanges(benchmark::State& state) {
  const Repository repository = Repository::open(place(state).directory());
  for (auto _ : state) benchmark::DoNotOptimize(repository.dirty());
}

void lookForChangesPeerGit(benchmark::State& state) {
  const std::string command = "git -C '" + place(state).clone().string() + "' status --porcelain";
  for (auto _ : state) run(command);
}

void pack(benchmark::State& state) {
  const Place& at = place(state);
  for (auto _ : state) packTree(*openDirectory(at.directory()), at.archive());
}

void treeId(benchmark::State& state) {
  const auto tree = openDirectory(place(state).directory());
  for (auto _ : state) benchmark::DoNotOptimize(treeIdOf(*tree));
}

constexpr int kLarge = 10'000;
constexpr int kHuge = 100'000;

void wall(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(kLarge)->Unit(benchmark::kMillisecond)->UseRealTime();
}
void manual(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(kLarge)->Unit(benchmark::kMillisecond)->UseManualTime();
}

BENCHMARK(load)->Apply(wall)->MinTime(2);
BENCHMARK(loadPeerXmllint)->Apply(wall)->MinTime(2);
BENCHMARK(fullCheck)->Apply(wall);
BENCHMARK(changeOneWithLiveCheck)->Apply(wall);
BENCHMARK(saveOne)->Apply(wall);
BENCHMARK(checkInOne)->Apply(manual);
BENCHMARK(checkInPeerGit)->Apply(manual);
BENCHMARK(saveAndCheckInOne)->Apply(wall);
BENCHMARK(lookForChanges)->Apply(wall);
BENCHMARK(lookForChangesPeerGit)->Apply(wall);
BENCHMARK(pack)->Apply(wall);
BENCHMARK(treeId)->Apply(wall);

// Ten times as much as the largest bank we know of: what follows the size of the bank shows here.
BENCHMARK(changeOneWithLiveCheck)->Arg(kHuge)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(checkInOne)->Arg(kHuge)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(checkInPeerGit)->Arg(kHuge)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(saveAndCheckInOne)->Arg(kHuge)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
