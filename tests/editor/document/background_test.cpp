#include <thread>

#include <catch2/catch.hpp>

#include "editor/document/document.h"
#include "formats/base/error.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::editor;
using namespace tiku::formats;
using tiku::test::Folder;
using namespace std::chrono_literals;

template <typename Condition>
bool waitFor(Document& document, const Condition& condition) {
  for (int i = 0; i < 1000 && !condition(); ++i) {
    std::this_thread::sleep_for(10ms);
    document.poll();
  }
  return condition();
}

Edit stem(const Document& document, std::size_t which, const std::string& words) {
  TheoryItem item = *document.bank().all<TheoryItem>()[which];
  item.stem = RichText::plain(words);
  return std::move(Edit("修改题干").put(std::move(item)));
}

}  // namespace

TEST_CASE("what is typed while the bank is being saved stays unsaved and in the journal") {
  Folder folder;
  const auto path = folder / (GENERATE(false, true) ? "bank.tiku" : "bank");
  auto document = Document::create(tiku::test::randomBank(1), path);
  document->apply(stem(*document, 0, "先写的"));
  document->apply(stem(*document, 1, "也是先写的"));
  bool done = false;
  SavingHooks hooks;
  hooks.done = [&] { done = true; };
  hooks.failed = [](const FormatError& error) { FAIL(error.full()); };
  document->saveInBackground(hooks);
  CHECK(document->saving());
  CHECK_THROWS_AS(document->save(), FormatError);
  document->apply(stem(*document, 1, "后写的"));
  document->apply(stem(*document, 2, "也是后写的"));
  REQUIRE(waitFor(*document, [&] { return done; }));
  CHECK_FALSE(document->saving());
  CHECK(document->unsaved().size() == 2);
  const Bank saved = loadBank(path).bank;
  CHECK(saved.all<TheoryItem>()[0]->stem.str() == "先写的");
  CHECK(saved.all<TheoryItem>()[1]->stem.str() == "也是先写的");
  CHECK(document->lookAtDisk().taken == 0);

  document.reset();
  document = Document::open(path);
  REQUIRE(document->recovery());
  CHECK(document->recovery()->objects.size() == 2);
  document->takeRecovery();
  CHECK(document->bank().all<TheoryItem>()[1]->stem.str() == "后写的");
  document->save();
  CHECK(filesOf(loadBank(path).bank) == filesOf(document->bank()));
}

TEST_CASE("saving on a thread, too, does not write over what another program wrote") {
  Folder folder;
  const auto path = folder / "bank";
  const auto document = Document::create(tiku::test::randomBank(2), path);
  const Id id = document->bank().all<TheoryItem>()[0]->id;
  document->apply(stem(*document, 0, "我们的"));
  Bank other = loadBank(path).bank;
  TheoryItem theirs = *other.find<TheoryItem>(id);
  const bool clashes = GENERATE(false, true);
  if (clashes) {
    theirs.stem = RichText::plain("他们的");
  } else {
    theirs.reference = "他们的出处";
  }
  other.apply(std::move(Edit().put(theirs)));
  saveAll(other, path);
  std::string end;
  SavingHooks hooks;
  hooks.done = [&] { end = "done"; };
  hooks.failed = [&](const FormatError&) { end = "failed"; };
  document->saveInBackground(hooks);
  REQUIRE(waitFor(*document, [&] { return !end.empty(); }));
  CHECK(end == (clashes ? "failed" : "done"));
  CHECK(document->questions().size() == (clashes ? 1 : 0));
  const TheoryItem saved = *loadBank(path).bank.find<TheoryItem>(id);
  CHECK(saved.stem.str() == (clashes ? "他们的" : "我们的"));
  if (!clashes) CHECK(saved.reference == "他们的出处");
}

TEST_CASE("the files are looked at on a thread, and what changed there is taken") {
  Folder folder;
  const auto path = folder / "bank";
  const auto document = Document::create(tiku::test::randomBank(3), path);
  Bank other = loadBank(path).bank;
  const Id gone = other.all<TheoryItem>()[0]->id;
  other.apply(std::move(Edit().remove(gone)));
  saveAll(other, path);
  std::optional<int> taken;
  document->lookAtDiskInBackground([&](const DiskNews& news) { taken = news.taken; });
  REQUIRE(waitFor(*document, [&] { return taken.has_value(); }));
  CHECK(*taken == 1);
  CHECK(document->bank().find<TheoryItem>(gone) == nullptr);
}

TEST_CASE("a document that goes while its threads work takes them along") {
  Folder folder;
  bool called = false;
  {
    const auto document = Document::create(tiku::test::randomBank(4), folder / "bank");
    TaskHooks<int> hooks;
    hooks.done = [&](int) { called = true; };
    (void)document->worker().run(
        [](TaskControl& control) {
          while (true) {
            control.check();
            std::this_thread::sleep_for(1ms);
          }
          return 1;
        },
        hooks);
    (void)document->similarTo(*document->bank().all<TheoryItem>().front());
  }
  CHECK_FALSE(called);
}

TEST_CASE(
    "a task tells its progress, its result, its failure, or nothing once it is cancelled or out of date") {
  Folder folder;
  const auto document = Document::create(tiku::test::randomBank(5), folder / "bank");
  std::vector<std::string> told;
  TaskHooks<std::size_t> hooks;
  hooks.done = [&](std::size_t n) { told.push_back("done " + std::to_string(n)); };
  hooks.failed = [&](const FormatError& error) { told.emplace_back(error.what()); };
  hooks.progress = [&](double share) { told.push_back(std::to_string(static_cast<int>(share * 10))); };
  Task task = document->worker().run(
      [snapshot = document->bank()](TaskControl& control) {
        control.tell(0.5);
        return snapshot.size();
      },
      hooks);
  REQUIRE(waitFor(*document, [&] { return !task.running(); }));
  CHECK(told == std::vector<std::string>{"5", "done " + std::to_string(document->bank().size())});

  told.clear();
  task = document->worker().run(
      [](TaskControl&) -> std::size_t { throw FormatError(ErrorCode::kIo, "磁盘满了。"); }, hooks);
  REQUIRE(waitFor(*document, [&] { return !task.running(); }));
  CHECK(told == std::vector<std::string>{"磁盘满了。"});

  told.clear();
  hooks.stillWanted = document->ifUnchanged();
  task = document->worker().run([](TaskControl&) { return std::size_t{1}; }, hooks);
  document->apply(stem(*document, 0, "改"));
  REQUIRE(waitFor(*document, [&] { return !task.running(); }));
  Task cancelled = document->worker().run([](TaskControl&) { return std::size_t{1}; }, hooks);
  cancelled.cancel();
  CHECK_FALSE(cancelled.running());
  std::this_thread::sleep_for(50ms);
  document->poll();
  CHECK(told.empty());
}

TEST_CASE("items like the one at hand are found with the words marked, while the bank changes") {
  Folder folder;
  const auto path = folder / "liangju";
  std::filesystem::copy(tiku::tests::sourceRoot() / "samples" / "liangju", path,
                        std::filesystem::copy_options::recursive);
  const auto document = Document::open(path);
  bool ready = false;
  const Listening listening =
      document->listen([&](const DocumentEvent& event) { ready = ready || event.similar; });
  TheoryItem copy = *document->bank().all<TheoryItem>().front();
  const Id original = copy.id;
  copy.id = Id::random();
  CHECK_FALSE(document->similarTo(copy));
  document->apply(Edit("新题").put(copy));  // While the index is being made.
  REQUIRE(waitFor(*document, [&] { return ready; }));

  const auto found = document->similarTo(copy);
  REQUIRE(found);
  REQUIRE_FALSE(found->empty());
  CHECK(found->front().item == original);
  CHECK(found->front().kind == tiku::validators::PairKind::kSame);
  std::string stem;
  for (const MarkedText& piece : found->front().stem) {
    CHECK(piece.mark != tiku::workflows::MarkedPiece::Mark::kDifferent);
    stem += piece.text;
  }
  CHECK(stem == copy.stem.str());
  const auto other = document->similarTo(*document->bank().find<TheoryItem>(original));
  CHECK(other->front().item == copy.id);
  document->undo();
  CHECK(std::ranges::none_of(*document->similarTo(*document->bank().find<TheoryItem>(original)),
                             [&](const SimilarTo& similar) { return similar.item == copy.id; }));
}
