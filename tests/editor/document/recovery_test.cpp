#include <csignal>
#include <fstream>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "editor/document/document.h"
#include "editor/document/journal.h"
#include "formats/base/error.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::editor;
using namespace tiku::formats;
using tiku::test::Folder;
namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;

std::int64_t milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count();
}

// One keystroke: two items that always say the same number, so that half a keystroke would show.
Edit keystroke(const Bank& bank, int number) {
  Edit edit("修改题干");
  const auto items = bank.all<TheoryItem>();
  for (const std::size_t which : {0U, 1U}) {
    TheoryItem item = *items[which];
    item.stem = RichText::plain("第 " + std::to_string(number) + " 键");
    edit.put(std::move(item));
  }
  return edit;
}

int numberIn(const Bank& bank, std::size_t which) {
  const std::string words = bank.all<TheoryItem>()[which]->stem.str();
  return words.starts_with("第 ") ? std::stoi(words.substr(4)) : 0;
}

struct Typed {
  int number = 0;
  std::int64_t at = 0;
};

// A session that types until it is killed, and tells each keystroke once it has been made.
[[noreturn]] void typeUntilKilled(const fs::path& path, int pipe) {
  const auto document = Document::open(path);
  for (int number = 1;; ++number) {
    document->apply(keystroke(document->bank(), number), "stem");
    const Typed typed{number, milliseconds()};
    if (::write(pipe, &typed, sizeof typed) != sizeof typed) ::_exit(1);
    ::usleep(3000);
  }
}

struct Session {
  Folder folder;
  fs::path path = folder / "bank";
  pid_t child = 0;
  int pipe = -1;

  void start() {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(ends[0]);
      typeUntilKilled(path, ends[1]);
    }
    ::close(ends[1]);
    pipe = ends[0];
  }

  // Every keystroke that the session told of.
  std::vector<Typed> kill() {
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    std::vector<Typed> typed;
    for (Typed one; ::read(pipe, &one, sizeof one) == sizeof one;) typed.push_back(one);
    ::close(pipe);
    return typed;
  }
};

}  // namespace

TEST_CASE("killed at fifty moments of typing, a session loses at most its last second") {
  std::mt19937 random(7);
  const Bank bank = tiku::test::randomBank(3);
  int recovered = 0;
  for (int batch = 0; batch < 5; ++batch) {
    std::vector<std::unique_ptr<Session>> sessions;
    for (int i = 0; i < 10; ++i) {
      sessions.push_back(std::make_unique<Session>());
      saveNew(bank, sessions.back()->path);
    }
    for (const auto& session : sessions) session->start();
    std::vector<unsigned> moments;
    for (std::size_t i = 0; i < sessions.size(); ++i)
      moments.push_back(random() % (batch < 2 ? 1900U : 600U));
    std::ranges::sort(moments);
    const std::int64_t start = milliseconds();
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      while (milliseconds() < start + moments[i]) ::usleep(1000);
      const std::int64_t killed = milliseconds();
      const std::vector<Typed> typed = sessions[i]->kill();
      int needed = 0;
      for (const Typed& one : typed) {
        if (one.at <= killed - 1000) needed = one.number;
      }
      const auto document = Document::open(sessions[i]->path);
      CHECK(filesOf(document->bank()) == filesOf(bank));
      if (document->recovery()) document->takeRecovery();
      INFO("killed after " << moments[i] << " ms at key " << (typed.empty() ? 0 : typed.back().number));
      CHECK(numberIn(document->bank(), 0) >= needed);
      CHECK(numberIn(document->bank(), 0) == numberIn(document->bank(), 1));
      recovered += numberIn(document->bank(), 0) > 0 ? 1 : 0;
    }
  }
  CHECK(recovered > 10);
}

TEST_CASE("what a dead session had not saved is offered, taken as one step, undone, or put aside") {
  Session session;
  saveNew(tiku::test::randomBank(4), session.path);
  const auto before = filesOf(loadBank(session.path).bank);
  session.start();
  ::usleep(900'000);
  const int last = session.kill().back().number;
  {
    const auto document = Document::open(session.path);
    REQUIRE(document->recovery());
    CHECK(document->recovery()->objects.size() == 2);
    CHECK_FALSE(document->recovery()->otherPackage);
    CHECK(std::chrono::system_clock::now() - document->recovery()->last < std::chrono::seconds(30));
    CHECK_FALSE(document->modified());
    document->apply(Edit("删除试卷").remove(document->bank().all<Paper>().front()->id));
  }  // Closed without an answer, and without saving.
  {
    const auto document = Document::open(session.path);
    REQUIRE(document->recovery());
    CHECK(document->recovery()->objects.size() == 3);
    document->takeRecovery();
    CHECK_FALSE(document->recovery());
    CHECK(document->questions().empty());
    CHECK(document->undoTitle() == "恢复没有保存的修改");
    CHECK(numberIn(document->bank(), 0) > last / 2);
    document->undo();
    CHECK(filesOf(document->bank()) == before);
    document->redo();
    document->save();
  }
  const auto document = Document::open(session.path);
  CHECK_FALSE(document->recovery());
  CHECK(numberIn(document->bank(), 0) > last / 2);
}

TEST_CASE("a dropped recovery is kept aside and not offered again") {
  Session session;
  saveNew(tiku::test::randomBank(4), session.path);
  session.start();
  ::usleep(600'000);
  session.kill();
  {
    const auto document = Document::open(session.path);
    REQUIRE(document->recovery());
    document->dropRecovery();
    CHECK_FALSE(document->recovery());
  }
  CHECK_FALSE(Document::open(session.path)->recovery());
  int dropped = 0;
  for (const auto& entry : fs::directory_iterator(session.path / ".tiku-edit")) {
    if (entry.path().filename().string().starts_with("dropped-")) ++dropped;
  }
  CHECK(dropped == 1);
}

TEST_CASE("closed with what is not saved, a bank offers it, closed by the user's word, it does not") {
  Folder folder;
  const bool archive = GENERATE(false, true);
  const auto path = folder / (archive ? "题库.tiku" : "题库");
  Document::create(tiku::test::randomBank(5), path);
  for (const bool discards : {false, true}) {
    {
      const auto document = Document::open(path);
      document->apply(keystroke(document->bank(), 12));
      if (discards) document->discardUnsaved();
    }
    const auto document = Document::open(path);
    CHECK(document->recovery().has_value() == !discards);
    document->dropRecovery();
  }
  {
    const auto document = Document::open(path);
    document->apply(keystroke(document->bank(), 13));
    document->save();
  }
  CHECK_FALSE(Document::open(path)->recovery());
}

TEST_CASE("a file that changed since the session died is asked about, not written over") {
  Folder folder;
  const auto path = folder / "bank";
  Document::create(tiku::test::randomBank(6), path);
  {
    const auto document = Document::open(path);
    document->apply(keystroke(document->bank(), 5));
  }
  Bank changed = loadBank(path).bank;
  TheoryItem theirs = *changed.all<TheoryItem>().front();
  theirs.stem = RichText::plain("别人写的题干");
  changed.apply(std::move(Edit().put(theirs)));
  saveAll(changed, path);

  const auto document = Document::open(path);
  REQUIRE(document->recovery());
  document->takeRecovery();
  CHECK(numberIn(document->bank(), 1) == 5);
  CHECK(document->bank().find<TheoryItem>(theirs.id)->stem.str() == "别人写的题干");
  REQUIRE(document->questions().size() == 1);
  CHECK(document->questions()[0].object == theirs.id);
  CHECK(document->questions()[0].field == "stem");
  CHECK(document->questions()[0].from == Question::From::kRecovery);
  document->resolve(0, Side::kTheirs);
  CHECK(numberIn(document->bank(), 0) == 5);
  CHECK(document->questions().empty());
  document->undo();
  CHECK(document->bank().find<TheoryItem>(theirs.id)->stem.str() == "别人写的题干");
}

TEST_CASE("a torn or damaged journal gives what is whole, and no journal gives nothing") {
  const Id package = Id::random();
  const JournalRecord one{std::chrono::system_clock::time_point(std::chrono::milliseconds(1234)),
                          {{Id::random(), "abc", "items/x.xml", "一\n二"}, {Id::random(), "", "", ""}}};
  const JournalRecord two{std::chrono::system_clock::time_point(std::chrono::milliseconds(2345)),
                          {{Id::random(), "", "people.xml", ""}}};
  const std::string whole = journalHeader(package) + printRecord(one) + printRecord(two);
  const JournalContent read = parseJournal(whole);
  CHECK(read.packageId == package);
  CHECK(read.records == std::vector{one, two});
  CHECK(read.good == whole.size());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const JournalContent torn = parseJournal(std::string_view(whole).substr(0, length));
    CHECK(torn.known);
    CHECK(torn.records.size() <= 1);
    CHECK(torn.good <= length);
  }
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = whole;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    CHECK(parseJournal(damaged).records.size() <= 2);
  }
  CHECK_FALSE(parseJournal("<xml/>").known);
  CHECK(parseJournal("tiku-journal 1 " + package.str() + "\n99999999999999999999 x\n").records.empty());
}

TEST_CASE("a full disk does not stop the typing, is told once, and what is typed is safe once it has room") {
  Folder folder;
  std::vector<std::string> problems;
  std::atomic<int> reports = 0;
  const Bank bank = tiku::test::randomBank(8);
  const auto items = bank.all<TheoryItem>();
  // A file in the place of the folder: nothing can be written there.
  std::ofstream(folder / "side") << "x";
  Journal journal(folder / "side", bank.info().packageId, [&](const FormatError&) { ++reports; });
  const std::vector<Journal::Note> notes{{items[0]->id, items[0], items[1]}};
  journal.note(notes);
  CHECK_FALSE(journal.flush());
  journal.note(notes);
  CHECK_FALSE(journal.flush());
  CHECK(reports == 1);
  fs::remove(folder / "side");
  CHECK(journal.flush());
  CHECK(fs::file_size(folder / "side" / "journal") > 100);
}

TEST_CASE("a long session does not let the journal grow for ever") {
  Folder folder;
  const Bank bank = tiku::test::randomBank(8);
  TheoryItem item = *bank.all<TheoryItem>().front();
  const auto saved = std::make_shared<const TheoryItem>(item);
  Journal journal(folder / "side", bank.info().packageId, {});
  std::uintmax_t largest = 0;
  for (int i = 0; i < 60; ++i) {
    item.stem = RichText::plain(std::string(400'000, 'a') + std::to_string(i));
    const std::vector<Journal::Note> notes{{item.id, saved, std::make_shared<const TheoryItem>(item)}};
    journal.note(notes);
    REQUIRE(journal.flush());
    largest = std::max(largest, fs::file_size(folder / "side" / "journal"));
  }
  CHECK(largest < 12U << 20U);
  std::ifstream file(folder / "side" / "journal", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const JournalContent content = parseJournal(bytes);
  CHECK(content.good == bytes.size());
  CHECK(content.records.back().objects.front().content == write(std::make_shared<const TheoryItem>(item)));
}
