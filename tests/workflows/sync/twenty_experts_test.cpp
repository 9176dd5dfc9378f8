// Twenty people work on one bank for a day, each at a desk of his own. Most share a server; three never see a
// network. They sync and hand each other discs when it occurs to them, and a disc may lie in a bag for hours,
// so that their histories cross.
#include <algorithm>
#include <functional>
#include <memory>

#include <catch2/catch.hpp>

#include "formats/history/remote.h"
#include "formats/package/package.h"
#include "tests/support/bank_edits.h"
#include "tests/support/folder.h"
#include "tests/support/shell.h"
#include "workflows/exchange_disc/exchange_disc.h"
#include "workflows/sync/sync.h"

namespace {

using namespace tiku::formats;
using namespace tiku::workflows;
namespace fs = std::filesystem;
using tiku::test::BankEdits;
using tiku::test::Folder;
using tiku::test::marksIn;
using tiku::test::shell;
using Words = std::set<std::string>;

std::string git(const fs::path& directory, const std::string& arguments) {
  const auto result = shell("git -C '" + directory.string() + "' " + arguments);
  INFO(arguments << ": " << result.output);
  REQUIRE(result.status == 0);
  return result.output;
}

Words marksOf(const Bank& bank) {
  Words marks;
  for (const auto& [id, object] : bank.objects()) {
    if (as<Media>(object) == nullptr) marks.merge(marksIn(write(object)));
  }
  return marks;
}

Words lackingOf(const Words& all, const Words& other) {
  Words left;
  std::set_difference(all.begin(), all.end(), other.begin(), other.end(), std::inserter(left, left.begin()));
  return left;
}

/// What became of every text that anybody wrote.
struct Account {
  Words written;
  Words removed;   ///< By somebody's own edit.
  Words declined;  ///< In a question whose answer was another one.
  int merges = 0;
  int questions = 0;
  int crossed = 0;  ///< Merges over several common ancestors.
  int discs = 0;
  int tooEarly = 0;  ///< Discs that build on one that is still on its way.
};

class Author {
 public:
  Author(const fs::path& hub, const fs::path& directory, int number)
      : directory_(directory),
        name_("人" + std::to_string(number)),
        edits_(static_cast<std::uint64_t>(number) + 77, name_ + "·") {
    clone(hub.string(), directory);
    git(directory_, "config user.name " + name_);
    git(directory_, "config user.email x@example.org");
    bank_ = loadBank(directory_).bank;
  }

  void work(int edits, Account& account) {
    const Words before = marksOf(bank_);
    edits_.edit(bank_, edits);
    const Words after = marksOf(bank_);
    account.written.merge(lackingOf(after, before));
    account.removed.merge(lackingOf(before, after));
    saveAll(bank_, directory_);
  }

  void sync(Account& account, std::mt19937_64& dice) {
    settle(account, dice, [this](const MergeAnswers& answers) {
      SyncResult result = tiku::workflows::sync(directory_, {.answers = answers});
      REQUIRE(result.state != SyncResult::State::kOffline);
      return Attempt{std::move(result.preview), std::move(result.merge)};
    });
  }

  /// What the colleague lacks, as far as is known here; it gets there when he empties his bag.
  void giveDisc(Author& colleague, Account& account) {
    checkInDirty(directory_, {}, {});
    const fs::path disc = directory_.parent_path() / ("disc" + std::to_string(account.discs) + ".bundle");
    if (!exchangeOut(directory_, disc, {.partner = colleague.name_})) return;
    ++account.discs;
    colleague.bag_.emplace_back(disc, name_);
  }

  /// Reads what is in his bag as it comes to hand; what builds on another disc is read after it.
  void readDiscs(Account& account, std::mt19937_64& dice) {
    std::ranges::shuffle(bag_, dice);
    std::vector<std::pair<fs::path, std::string>> left;
    for (const auto& [disc, from] : bag_) {
      try {
        settle(account, dice, [&](const MergeAnswers& answers) {
          DiscIn result = exchangeIn(directory_, disc, {.partner = from, .answers = answers});
          CHECK(result.slipChecked);
          return Attempt{std::move(result.preview), std::move(result.merge)};
        });
      } catch (const FormatError& error) {
        REQUIRE(error.code() == ErrorCode::kConflict);
        left.emplace_back(disc, from);
        ++account.tooEarly;
      }
    }
    const bool some = left.size() < bag_.size();
    bag_ = std::move(left);
    if (some && !bag_.empty()) readDiscs(account, dice);
  }

  [[nodiscard]] bool bagIsEmpty() const { return bag_.empty(); }
  [[nodiscard]] const fs::path& directory() const { return directory_; }
  [[nodiscard]] const Bank& bank() const { return bank_; }

 private:
  struct Attempt {
    std::optional<MergeResult> preview;
    std::optional<Revision> merge;
  };

  /// Answers by lot what is asked, and settles who lost which words.
  void settle(Account& account, std::mt19937_64& dice,
              const std::function<Attempt(const MergeAnswers&)>& attempt) {
    MergeAnswers answers;
    Words asked;
    Attempt result = attempt(answers);
    while (result.preview) {
      REQUIRE(answers.size() < 1000);
      for (const MergeQuestion& question : result.preview->questions) {
        for (const std::string* text : {&question.base, &question.mine, &question.theirs}) {
          asked.merge(marksIn(*text));
        }
        answers[question.address] = {dice() % 2 == 0 ? MergeAnswer::Take::kMine : MergeAnswer::Take::kTheirs};
      }
      result = attempt(answers);
    }
    const Words before = marksOf(bank_);
    bank_ = loadBank(directory_).bank;
    account.declined.merge(lackingOf(asked, marksOf(bank_)));
    // Nothing of mine goes that nobody took out or was asked about.
    const Words lost = lackingOf(lackingOf(before, marksOf(bank_)), account.removed);
    CHECK(lackingOf(lost, account.declined) == Words());
    account.questions += static_cast<int>(answers.size());
    if (!result.merge) return;
    ++account.merges;
    const Repository repository = Repository::open(directory_);
    const auto parents = repository.parents(result.merge->commit);
    if (parents.size() == 2 && repository.mergeBases(parents[0], parents[1]).size() > 1) ++account.crossed;
  }

  fs::path directory_;
  std::string name_;
  BankEdits edits_;
  Bank bank_;
  std::vector<std::pair<fs::path, std::string>> bag_;  ///< Discs not read yet, and from whom.
};

}  // namespace

TEST_CASE("twenty experts work a day on one bank and end with the same bytes and every edit",
          "[merge][random]") {
  constexpr int kExperts = 20;
  constexpr int kWithoutNetwork = 3;
  const Folder folder;
  tiku::test::RandomSize size;
  size.levels = 1;
  size.topsPerTable = 1;
  size.theoryItems = 12;
  size.skillItems = 3;
  size.awkward = false;
  saveNew(tiku::test::randomBank(20, size), folder / "first");
  Repository::init(folder / "first").checkIn("新建", Signature{"新建", "x@example.org"});
  const auto hub = folder / "hub.git";
  createShared(hub);
  setRemote(folder / "first", {"origin", hub.string()});
  REQUIRE(tiku::workflows::sync(folder / "first").state == SyncResult::State::kDone);

  std::mt19937_64 dice(7);
  Account account;
  std::vector<std::unique_ptr<Author>> authors;
  for (int n = 0; n < kExperts; ++n)
    authors.push_back(std::make_unique<Author>(hub, folder / std::to_string(n), n));
  const auto some = [&] { return static_cast<std::size_t>(dice() % kExperts); };
  const auto isOnline = [](std::size_t n) { return n < kExperts - kWithoutNetwork; };
  for (int step = 0; step < 120; ++step) {
    const std::size_t who = some();
    Author& author = *authors[who];
    author.work(1 + static_cast<int>(dice() % 4), account);
    const auto what = dice() % 4;
    if (what == 0 || (what == 1 && !isOnline(who))) {
      // To one of two neighbours: so a second disc is often on its way before the first was read.
      author.giveDisc(*authors[(who + 1 + some() % 2) % kExperts], account);
    } else if (what == 1) {
      author.sync(account, dice);
    } else if (what == 2) {
      author.readDiscs(account, dice);
    }
  }
  // In the evening everybody empties his bag. Who has no network hands in on a disc, and gets one back.
  for (const auto& author : authors) author->readDiscs(account, dice);
  Author& office = *authors.front();
  for (std::size_t n = kExperts - kWithoutNetwork; n < kExperts; ++n) authors[n]->giveDisc(office, account);
  office.readDiscs(account, dice);
  for (int round = 0; round < 2; ++round) {
    for (std::size_t n = 0; isOnline(n); ++n) authors[n]->sync(account, dice);
  }
  office.sync(account, dice);
  for (std::size_t n = kExperts - kWithoutNetwork; n < kExperts; ++n) {
    office.giveDisc(*authors[n], account);
    authors[n]->readDiscs(account, dice);
  }

  const std::string head = git(office.directory(), "rev-parse HEAD");
  const std::string tree = treeIdOf(*openDirectory(office.directory()));
  for (const auto& author : authors) {
    CHECK(author->bagIsEmpty());
    CHECK(git(author->directory(), "rev-parse HEAD") == head);
    CHECK(treeIdOf(*openDirectory(author->directory())) == tree);
    CHECK(git(author->directory(), "status --porcelain").empty());
    CHECK(git(author->directory(), "fsck --full --strict --no-dangling --no-progress").empty());
  }
  const Words end = marksOf(office.bank());
  const Words lost = lackingOf(lackingOf(lackingOf(account.written, end), account.removed), account.declined);
  CHECK(lost == Words());
  CHECK(git(hub, "fsck --full --strict --no-dangling --no-progress").empty());
  CHECK(account.crossed > 0);
  CHECK(account.discs > 0);
  CHECK(account.tooEarly > 0);
  WARN(account.written.size() << " texts written, " << account.removed.size() << " taken out again, "
                              << account.questions << " questions in " << account.merges << " merges, "
                              << account.crossed << " of them crosswise; " << account.discs << " discs, "
                              << account.tooEarly << " times one was too early");
}
