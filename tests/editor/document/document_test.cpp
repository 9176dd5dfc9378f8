#include "editor/document/document.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::editor;
using namespace tiku::formats;
using tiku::test::Folder;

std::filesystem::path sampleIn(const Folder& folder) {
  const auto path = folder / "liangju";
  std::filesystem::copy(tiku::tests::sourceRoot() / "samples" / "liangju", path,
                        std::filesystem::copy_options::recursive);
  return path;
}

Edit newStem(const Document& document, Id item, const std::string& words) {
  TheoryItem changed = *document.bank().find<TheoryItem>(item);
  changed.stem = RichText::plain(words);
  return std::move(Edit("修改题干").put(std::move(changed)));
}

}  // namespace

TEST_CASE("a bank is opened checked, changed, saved, and found changed") {
  Folder folder;
  const auto path = sampleIn(folder);
  if (GENERATE(false, true)) packTree(*openDirectory(path), folder / "bank.tiku");
  const auto place = std::filesystem::exists(folder / "bank.tiku") ? folder / "bank.tiku" : path;
  std::vector<Phase> phases;
  DocumentOptions options;
  options.watch = [&](const Progress& progress) {
    if (phases.empty() || phases.back() != progress.phase) phases.push_back(progress.phase);
    return true;
  };
  const auto document = Document::open(place, options);
  CHECK(phases == std::vector{Phase::kReading, Phase::kChecking});
  CHECK(document->isArchive() == (place.extension() == ".tiku"));
  CHECK(document->profileProblem().empty());
  CHECK(document->checker().summary().errors == 0);
  CHECK_FALSE(document->modified());

  const Id item = document->bank().all<TheoryItem>().front()->id;
  std::vector<std::string> told;
  const Listening listening = document->listen([&](const DocumentEvent& event) {
    for (const Change& change : event.changes) told.push_back("改 " + change.id.str());
    for (const Id id : event.judged) told.push_back("查 " + id.str());
    if (event.saved && event.changes.empty()) told.emplace_back("存");
  });
  document->apply(newStem(*document, item, ""));
  CHECK(document->modified());
  CHECK(document->isUnsaved(item));
  CHECK(document->checker().summaryOf(item).errors == 1);
  REQUIRE(told.size() >= 2);
  CHECK(told.front() == "改 " + item.str());
  CHECK(std::ranges::count(told, "查 " + item.str()) == 1);

  document->save();
  CHECK(told.back() == "存");
  CHECK_FALSE(document->modified());
  CHECK(document->canUndo());
  CHECK(filesOf(loadBank(place).bank) == filesOf(document->bank()));
}

TEST_CASE("opening stops when the user says so") {
  Folder folder;
  DocumentOptions options;
  options.watch = [](const Progress& progress) { return progress.share < 0.5; };
  CHECK_THROWS_AS(Document::open(sampleIn(folder), options), Cancelled);
}

TEST_CASE("what is no bank, or not there, is refused in words") {
  Folder folder;
  CHECK_THROWS_AS(Document::open(folder / "nothing"), FormatError);
  std::ofstream(folder / "letter.tiku") << "no bank";
  CHECK_THROWS_AS(Document::open(folder / "letter.tiku"), FormatError);
  CHECK_THROWS_AS(Document::open(folder.path()), FormatError);
  Document::create(Bank{}, folder / "new.tiku");
  CHECK_THROWS_AS(Document::create(Bank{}, folder / "new.tiku"), FormatError);
}

TEST_CASE("a bank whose profile is not there can be edited, says so, and is checked once it names another") {
  Folder folder;
  BankInfo info;
  info.levels = {*Level::of(3)};
  info.profile = "某省";
  const auto document = Document::create(Bank(info), folder / "bank");
  CHECK(document->profileProblem().find("某省") != std::string::npos);
  CHECK(document->checker().findings().empty());
  bool everything = false;
  const Listening listening =
      document->listen([&](const DocumentEvent& event) { everything = event.everythingJudged; });
  BankInfo named = document->bank().info();
  named.profile = "guizhou";
  document->apply(Edit("选定规则文件").put(named));
  CHECK(everything);
  CHECK(document->profileProblem().empty());
  CHECK(document->checker().summary().errors > 0);
  document->undo();
  CHECK(document->checker().findings().empty());
}
