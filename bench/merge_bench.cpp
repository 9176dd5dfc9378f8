// Two branches of a bank with a thousand changes each come together, with the stock `git merge` beside it on
// the same trees: it merges the lines of files, and stops with what it cannot (here at the items that both
// sides changed), which leaves less to do than a merge to its end.
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <stdlib.h>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "bench/generated_bank.h"
#include "formats/package/save.h"
#include "workflows/merge/merge.h"

namespace {

using namespace tiku::formats;
namespace fs = std::filesystem;

constexpr int kChanges = 1000;
constexpr int kShared = 100;  ///< Items that both sides change, each another field.

void runShell(const std::string& command) {
  if (std::system(("{ " + command + "; } >/dev/null 2>&1 </dev/null").c_str()) != 0) {
    throw std::runtime_error(command);
  }
}

class TwoBranches {
 public:
  explicit TwoBranches(int items) {
    std::string name = (fs::temp_directory_path() / "tiku-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    root_ = name;
    const Bank bank = tiku::bench::generatedBank(items, 1);
    saveNew(bank, directory());
    Repository::init(directory()).checkIn("生成", author());
    git("branch theirs");
    change(bank, kChanges, [](TheoryItem& item, int i) {
      item.stem = RichText::plain(fmt::format("我方第 {} 次修改：水泵启动前应当检查哪些内容？", i));
    });
    git("branch mine");
    git("checkout -q theirs");
    change(bank, 2 * kChanges - kShared, [](TheoryItem& item, int i) {
      if (i >= kChanges - kShared) item.reference = fmt::format("对方第 {} 次修改", i);
    });
    git("checkout -q main");
    // The packing that is due after so many objects belongs to no merge, and git's own is off as well.
    git("config gc.auto 0");
  }
  TwoBranches(const TwoBranches&) = delete;
  TwoBranches& operator=(const TwoBranches&) = delete;
  ~TwoBranches() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  [[nodiscard]] fs::path directory() const { return root_ / "bank"; }
  void git(const std::string& arguments) const {
    runShell("git -C '" + directory().string() +
             "' -c gc.auto=0 -c user.name=bench -c user.email=bench@example.cn " + arguments);
  }
  void backToMine() const { git("reset -q --hard mine"); }

 private:
  static Signature author() { return {"bench", "bench@example.cn"}; }

  template <typename Change>
  void change(Bank bank, int upTo, const Change& each) const {
    std::vector<Id> ids;
    bank.forEach<TheoryItem>([&](const auto& item) { ids.push_back(item->id); });
    std::ranges::sort(ids);
    Edit edit;
    for (int i = 0; i < upTo; ++i) {
      TheoryItem item = *bank.find<TheoryItem>(ids[static_cast<std::size_t>(i)]);
      each(item, i);
      edit.put(std::move(item));
    }
    std::vector<FileChange> files;
    const auto listening =
        bank.listen([&](std::span<const tiku::formats::Change> changes) { files = filesFor(changes); });
    bank.apply(edit);
    saveFiles(directory(), files);
    std::vector<std::string> paths;
    for (const FileChange& file : files) paths.push_back(file.path);
    Repository::open(directory()).checkIn(paths, "修改", author());
  }

  fs::path root_;
};

TwoBranches& branches(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<TwoBranches>> all;
  auto& found = all[state.range(0)];
  if (!found) found = std::make_unique<TwoBranches>(static_cast<int>(state.range(0)));
  return *found;
}

void mergeRevision(benchmark::State& state) {
  const TwoBranches& at = branches(state);
  at.backToMine();
  const Repository repository = Repository::open(at.directory());
  for (auto _ : state) {
    const auto result = tiku::workflows::mergeRevision(repository, "theirs");
    if (!result.questions.empty() || result.files.size() != kChanges)
      throw std::logic_error("not that merge");
  }
}

void mergeAndWrite(benchmark::State& state) {
  const TwoBranches& at = branches(state);
  for (auto _ : state) {
    state.PauseTiming();
    at.backToMine();
    state.ResumeTiming();
    Repository repository = Repository::open(at.directory());
    const auto result = tiku::workflows::mergeRevision(repository, "theirs");
    tiku::workflows::writeMerge(repository, at.directory(), result, "合并",
                                Signature{"bench", "b@example.cn"});
  }
}

void mergePeerGit(benchmark::State& state) {
  const TwoBranches& at = branches(state);
  at.git("config --remove-section merge.tiku || true");
  for (auto _ : state) {
    state.PauseTiming();
    at.git("merge --abort || true");
    at.backToMine();
    state.ResumeTiming();
    at.git("merge -q -m x theirs || test -f '" + (at.directory() / ".git" / "MERGE_HEAD").string() + "'");
  }
}

constexpr std::int64_t kSmall = 10'000;
constexpr std::int64_t kLarge = 100'000;

BENCHMARK(mergeRevision)->Arg(kSmall)->Arg(kLarge)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(mergeAndWrite)->Arg(kSmall)->Arg(kLarge)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(mergePeerGit)->Arg(kSmall)->Arg(kLarge)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
