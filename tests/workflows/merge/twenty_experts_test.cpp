// Twenty people work on one bank for a day, each in his own clone, and sync when it occurs to them: with the
// server, or straight with a colleague, so that their histories cross.
#include <map>
#include <memory>

#include <catch2/catch.hpp>

#include "formats/package/package.h"
#include "tests/support/bank_edits.h"
#include "tests/support/folder.h"
#include "tests/support/shell.h"
#include "workflows/merge/merge.h"

namespace {

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::BankEdits;
using tiku::test::Folder;
using tiku::test::marksIn;
using tiku::test::shell;
using Words = std::set<std::string>;

std::string git(const std::filesystem::path& directory, const std::string& arguments) {
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
};

class Author {
 public:
  Author(const std::filesystem::path& hub, const std::filesystem::path& directory, int number)
      : directory_(directory),
        edits_(static_cast<std::uint64_t>(number) + 77, "人" + std::to_string(number) + "·") {
    shell("git clone -q '" + hub.string() + "' '" + directory.string() + "'");
    git(directory_, "config user.name 人" + std::to_string(number));
    git(directory_, "config user.email x@example.org");
    bank_ = loadBank(directory_).bank;
  }

  void work(int edits, Account& account) {
    const Words before = marksOf(bank_);
    std::vector<Change> changes;
    {
      const auto listening = bank_.listen(
          [&](std::span<const Change> made) { changes.insert(changes.end(), made.begin(), made.end()); });
      edits_.edit(bank_, edits);
    }
    const Words after = marksOf(bank_);
    account.written.merge(lackingOf(after, before));
    account.removed.merge(lackingOf(before, after));
    std::vector<std::string> paths;
    const std::vector<FileChange> files = filesFor(changes);
    if (files.empty()) return;
    for (const FileChange& file : files) paths.push_back(file.path);
    saveFiles(directory_, files);
    Repository::open(directory_).checkIn(paths, "改动");
  }

  void merge(const std::filesystem::path& from, Account& account, std::mt19937_64& dice) {
    git(directory_, "fetch -q '" + from.string() + "' +main:refs/remotes/other/main");
    Repository repository = Repository::open(directory_);
    MergeAnswers answers;
    MergeResult result = mergeRevision(repository, "refs/remotes/other/main");
    Words asked;
    while (!result.questions.empty()) {
      REQUIRE(answers.size() < 1000);
      for (const MergeQuestion& question : result.questions) {
        for (const std::string* text : {&question.base, &question.mine, &question.theirs}) {
          asked.merge(marksIn(*text));
        }
        answers[question.address] = {dice() % 2 == 0 ? MergeAnswer::Take::kMine : MergeAnswer::Take::kTheirs};
      }
      result = mergeRevision(repository, "refs/remotes/other/main", answers);
    }
    const Words before = marksOf(bank_);
    writeMerge(repository, directory_, result, "合并");
    bank_.apply(result.edit);
    account.declined.merge(lackingOf(asked, marksOf(bank_)));
    // Nothing of mine goes that nobody took out or was asked about.
    const Words lost = lackingOf(lackingOf(before, marksOf(bank_)), account.removed);
    CHECK(lackingOf(lost, account.declined).empty());
    account.merges += result.nothingNew || result.fastForward ? 0 : 1;
    account.questions += static_cast<int>(answers.size());
    account.crossed += result.bases.size() > 1 ? 1 : 0;
  }

  [[nodiscard]] bool push() const {
    return shell("git -C '" + directory_.string() + "' push -q origin main").status == 0;
  }
  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
  [[nodiscard]] const Bank& bank() const { return bank_; }

 private:
  std::filesystem::path directory_;
  BankEdits edits_;
  Bank bank_;
};

}  // namespace

TEST_CASE("twenty experts work a day on one bank and end with the same bytes and every edit",
          "[merge][random]") {
  const Folder folder;
  tiku::test::RandomSize size;
  size.levels = 1;
  size.topsPerTable = 1;
  size.theoryItems = 12;
  size.skillItems = 3;
  size.awkward = false;
  saveNew(tiku::test::randomBank(20, size), folder / "first");
  Repository::init(folder / "first").checkIn("新建");
  const auto hub = folder / "hub.git";
  git(folder.path(), "clone -q --bare '" + (folder / "first").string() + "' '" + hub.string() + "'");

  std::mt19937_64 dice(7);
  Account account;
  std::vector<std::unique_ptr<Author>> authors;
  for (int n = 0; n < 20; ++n)
    authors.push_back(std::make_unique<Author>(hub, folder / std::to_string(n), n));
  const auto sync = [&](Author& author) {
    do author.merge(hub, account, dice);
    while (!author.push());
  };
  for (int step = 0; step < 100; ++step) {
    Author& author = *authors[dice() % authors.size()];
    author.work(1 + static_cast<int>(dice() % 4), account);
    if (dice() % 4 == 0) {
      Author& colleague = *authors[dice() % authors.size()];
      if (&colleague == &author) continue;
      author.merge(colleague.directory(), account, dice);
      if (dice() % 2 == 0) colleague.merge(author.directory(), account, dice);
    } else if (dice() % 2 == 0) {
      sync(author);
    }
  }
  // In the evening everybody hands in, and takes what the others have.
  for (const auto& author : authors) sync(*author);
  for (const auto& author : authors) sync(*author);

  const std::string head = git(authors.front()->directory(), "rev-parse HEAD");
  const std::string tree = treeIdOf(*openDirectory(authors.front()->directory()));
  for (const auto& author : authors) {
    CHECK(git(author->directory(), "rev-parse HEAD") == head);
    CHECK(treeIdOf(*openDirectory(author->directory())) == tree);
    CHECK(git(author->directory(), "status --porcelain").empty());
  }
  const Bank end = loadBank(authors.front()->directory()).bank;
  for (const auto& [id, object] : end.objects())
    CHECK(sameContent(object, *authors.front()->bank().object(id)));
  const Words lost =
      lackingOf(lackingOf(lackingOf(account.written, marksOf(end)), account.removed), account.declined);
  CHECK(lost == Words());
  CHECK(git(hub, "fsck --full --strict").find("error") == std::string::npos);
  CHECK(account.crossed > 0);
  WARN(account.written.size() << " texts written, " << account.removed.size() << " taken out again, "
                              << account.questions << " questions in " << account.merges << " merges, "
                              << account.crossed << " of them crosswise");
}
