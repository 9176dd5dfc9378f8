// What a history of 1,000 check-ins costs to read: of one object, field by field, and between two revisions
// that differ in 1,000 items; and a check-in and a look for changes in a bank of 100,000 items. The stock git
// stands beside each on the same repository or on a clone of it.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <stdlib.h>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "bench/generated_bank.h"
#include "formats/base/temp_directory.h"
#include "formats/history/remote.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "workflows/compare/compare_states.h"
#include "workflows/history/blame.h"
#include "workflows/history/changes.h"

namespace {

using namespace tiku::formats;
namespace fs = std::filesystem;

constexpr int kCheckIns = 1000;
constexpr int kOfTheItem = 20;  // So many of them change the item that is asked about.
constexpr int kChangedItems = 1000;

void command(const std::string& words) {
  if (std::system(("{ " + words + "; } >/dev/null 2>&1 </dev/null").c_str()) != 0)
    throw std::runtime_error(words);
}

/// A bank with 1,000 check-ins of one item each, and a last one of 1,000 items.
class LongHistory {
 public:
  explicit LongHistory(int items) : bank(tiku::bench::generatedBank(items, 1)) {
    bank.forEach<TheoryItem>([this](const auto& item) { items_.push_back(item->id); });
    std::sort(items_.begin(), items_.end());
    saveNew(bank, directory());
    Repository repository = Repository::init(directory());
    repository.checkIn("生成", author());
    for (int i = 0; i < kCheckIns; ++i) {
      const bool asked = i % (kCheckIns / kOfTheItem) == 0;
      change({asked ? items_[0] : items_[1 + static_cast<std::size_t>(i) % (items_.size() - 1)]},
             "第 " + std::to_string(i) + " 次", repository);
    }
    change(std::vector<Id>(items_.begin(), items_.begin() + kChangedItems), "改很多", repository);
    command("git clone -q '" + directory().string() + "' '" + clone().string() + "'");
    for (const char* setting : {"user.name bench", "user.email bench@example.cn", "gc.auto 0"})
      command("git -C '" + clone().string() + "' config " + setting);
  }

  [[nodiscard]] fs::path directory() const { return folder_.path() / "bank"; }
  [[nodiscard]] fs::path clone() const { return folder_.path() / "clone"; }
  [[nodiscard]] std::string git() const { return "git -C '" + directory().string() + "' "; }
  [[nodiscard]] const Object& asked() const { return *bank.object(items_[0]); }
  static Signature author() { return {"bench", "bench@example.cn"}; }

  // The next item reworded, and saved; its file.
  FileChange rewordOne() {
    const auto files = reword({items_[next_++ % items_.size()]});
    return files.front();
  }

  Bank bank;

 private:
  std::vector<FileChange> reword(const std::vector<Id>& ids) {
    Edit edit;
    for (const Id id : ids) {
      TheoryItem item = *bank.find<TheoryItem>(id);
      item.stem = RichText::plain(fmt::format("第 {} 次修改：水泵启动前应当检查哪些内容？", ++words_));
      edit.put(std::move(item));
    }
    std::vector<FileChange> files;
    const auto subscription =
        bank.listen([&files](std::span<const Change> changes) { files = filesFor(changes); });
    bank.apply(edit);
    return files;
  }
  void change(const std::vector<Id>& ids, const std::string& message, Repository& repository) {
    const auto files = reword(ids);
    saveFiles(directory(), files);
    std::vector<std::string> paths;
    for (const FileChange& file : files) paths.push_back(file.path);
    repository.checkIn(paths, message, author());
  }

  TempDirectory folder_;
  std::vector<Id> items_;
  std::size_t next_ = 5000;
  int words_ = 0;
};

LongHistory& historyOf(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<LongHistory>> histories;
  auto& found = histories[state.range(0)];
  if (!found) found = std::make_unique<LongHistory>(static_cast<int>(state.range(0)));
  return *found;
}

void historyOfOneItem(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  for (auto _ : state) {
    const Repository repository = Repository::open(at.directory());
    const auto found = tiku::workflows::historyOf(repository, at.asked(), 2000);
    if (found.size() < kOfTheItem) throw std::runtime_error("the history is not whole");
  }
}

void historyOfOneItemPeerGit(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  const std::string words = at.git() + "log -p --format='%H %an %ad %s' -- " + pathOf(at.asked());
  for (auto _ : state) command(words);
}

void blameOfOneItem(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  for (auto _ : state) {
    const Repository repository = Repository::open(at.directory());
    benchmark::DoNotOptimize(
        tiku::workflows::blame(repository, at.asked(), "HEAD", tiku::workflows::Names()));
  }
}

void blameOfOneItemPeerGit(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  const std::string words = at.git() + "blame -- " + pathOf(at.asked());
  for (auto _ : state) command(words);
}

void differenceOfManyItems(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  for (auto _ : state) {
    const Repository repository = Repository::open(at.directory());
    const auto found =
        tiku::workflows::StateComparison::ofRevisions(repository, at.directory(), "HEAD^", "HEAD")
            .difference();
    if (found.objects.size() != kChangedItems) throw std::runtime_error("the difference is not whole");
  }
}

void differenceOfManyItemsPeerGit(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  const std::string words = at.git() + "diff --word-diff HEAD^ HEAD";
  for (auto _ : state) command(words);
}

// Only the check-in itself is timed: it needs a saved file before it. Of a directory whose history does not
// matter any more.
template <typename Work>
void timedCheckIn(benchmark::State& state, LongHistory& at, const fs::path& directory, const Work& work) {
  for (auto _ : state) {
    const FileChange file = at.rewordOne();
    writeFileSafely(directory / file.path, file.content, true);
    const auto start = std::chrono::steady_clock::now();
    work();
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
}

// As the editor and the command do it: every file of the bank is looked at.
void checkInEverything(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  Repository repository = Repository::open(at.directory());
  timedCheckIn(state, at, at.directory(), [&] { repository.checkIn("改一题", LongHistory::author()); });
}

void checkInEverythingPeerGit(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  const std::string git = "git -C '" + at.clone().string() + "' ";
  timedCheckIn(state, at, at.clone(), [&] { command(git + "add -A && " + git + "commit -qm 改一题"); });
}

void status(benchmark::State& state) {
  const Repository repository = Repository::open(historyOf(state).directory());
  for (auto _ : state) benchmark::DoNotOptimize(repository.dirty());
}

void statusPeerGit(benchmark::State& state) {
  const std::string words = historyOf(state).git() + "status --porcelain";
  for (auto _ : state) command(words);
}

// The whole bank with its history from a folder, as from a shared disk.
void cloneOfBank(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  for (auto _ : state) {
    const TempDirectory folder;
    clone(at.directory().string(), folder.path() / "bank");
  }
}

// Copies the objects as we do; without this git would only link to them.
void cloneOfBankPeerGit(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  for (auto _ : state) {
    const TempDirectory folder;
    command("git clone -q --no-local '" + at.directory().string() + "' '" +
            (folder.path() / "bank").string() + "'");
  }
}

double mebibytesBelow(const fs::path& directory, const fs::path& without) {
  std::uintmax_t bytes = 0;
  for (auto at = fs::recursive_directory_iterator(directory); at != fs::recursive_directory_iterator();
       ++at) {
    if (at->path() == without) at.disable_recursion_pending();
    if (at->is_regular_file()) bytes += at->file_size();
  }
  return static_cast<double>(bytes) / (1U << 20U);
}

// What a thousand check-ins add: .git beside the files themselves; what `git gc` makes of it, for which the
// time stands.
void repositorySizePeerGitGc(benchmark::State& state) {
  LongHistory& at = historyOf(state);
  state.counters["files MiB"] = mebibytesBelow(at.directory(), at.directory() / ".git");
  state.counters[".git MiB"] = mebibytesBelow(at.directory() / ".git", {});
  for (auto _ : state) {
    state.PauseTiming();
    const TempDirectory folder;
    const fs::path copy = folder.path() / "bank";
    command("cp -a '" + at.directory().string() + "' '" + copy.string() + "'");
    state.ResumeTiming();
    command("git -C '" + copy.string() + "' gc -q");
    state.PauseTiming();
    state.counters["after gc MiB"] = mebibytesBelow(copy / ".git", {});
    state.ResumeTiming();
  }
}

void large(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
}
void largeByHand(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(100'000)->Unit(benchmark::kMillisecond)->UseManualTime();
}

// Reading first: the check-ins at the end put others on top.
BENCHMARK(historyOfOneItem)->Apply(large);
BENCHMARK(historyOfOneItemPeerGit)->Apply(large);
BENCHMARK(blameOfOneItem)->Apply(large);
BENCHMARK(blameOfOneItemPeerGit)->Apply(large);
BENCHMARK(differenceOfManyItems)->Apply(large);
BENCHMARK(differenceOfManyItemsPeerGit)->Apply(large);
BENCHMARK(cloneOfBank)->Apply(large)->Iterations(1);
BENCHMARK(cloneOfBankPeerGit)->Apply(large)->Iterations(1);
BENCHMARK(repositorySizePeerGitGc)->Apply(large)->Iterations(1);
BENCHMARK(status)->Apply(large);
BENCHMARK(statusPeerGit)->Apply(large);
BENCHMARK(checkInEverything)->Apply(largeByHand);
BENCHMARK(checkInEverythingPeerGit)->Apply(largeByHand);

}  // namespace
