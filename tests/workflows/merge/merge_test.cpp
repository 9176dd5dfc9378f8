// Two branches of one bank, written by our own check-ins and moved about by the stock git.
#include "workflows/merge/merge.h"

#include <fstream>
#include <functional>

#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/package/package.h"
#include "tests/support/folder.h"
#include "tests/support/shell.h"

namespace {

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::bytesOf;
using tiku::test::Folder;
using tiku::test::shell;
using Take = MergeAnswer::Take;
using About = MergeQuestion::About;

Id itemId(int n) {
  return *Id::parse("10000000-0000-4000-8000-00000000000" + std::to_string(n));
}

TheoryItem itemOf(int n, const std::string& stem) {
  TheoryItem item(itemId(n), *Level::of(3), ItemType::kShortAnswer);
  item.stem = RichText::plain(stem);
  return item;
}

/// A bank in a work tree, with three items on branch main.
class Branches {
 public:
  explicit Branches(Id package = *Id::parse("20000000-0000-4000-8000-000000000000")) {
    BankInfo info;
    info.packageId = package;
    info.title = "车工题库";
    info.levels = {*Level::of(4), *Level::of(3)};
    Bank bank(info);
    Edit edit;
    for (int n = 1; n <= 3; ++n) edit.put(itemOf(n, "第" + std::to_string(n) + "题"));
    bank.apply(edit);
    saveNew(bank, folder_ / "bank");
    Repository::init(path()).checkIn("新建", Signature{"林晓", "lin@example.org"});
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_ / "bank"; }
  std::string git(const std::string& arguments) const {
    const auto result =
        shell("git -C '" + path().string() + "' -c user.name=x -c user.email=x@x " + arguments);
    INFO(arguments << ": " << result.output);
    REQUIRE(result.status == 0);
    return result.output;
  }
  void on(const std::string& branch) const { git("checkout -q " + branch); }
  void branch(const std::string& name, const std::string& from = "main") const {
    git("checkout -q -b " + name + " " + from);
  }
  /// A day's work on the branch that is checked out.
  void work(const std::string& by, const std::function<void(const Bank&, Edit&)>& change) const {
    Bank bank = loadBank(path()).bank;
    Edit edit;
    change(bank, edit);
    bank.apply(edit);
    saveAll(bank, path());
    Repository::open(path()).checkIn(by + "的一天", Signature{by, "x@example.org"});
  }
  void changeItem(const std::string& by, int n, const std::function<void(TheoryItem&)>& change) const {
    work(by, [&](const Bank& bank, Edit& edit) {
      TheoryItem item = *bank.find<TheoryItem>(itemId(n));
      change(item);
      edit.put(std::move(item));
    });
  }
  void write(const std::string& file, const std::string& content) const {
    std::ofstream(path() / file, std::ios::binary) << content;
  }
  [[nodiscard]] MergeResult merge(const std::string& theirs, const MergeAnswers& answers = {}) const {
    return mergeRevision(Repository::open(path()), theirs, answers);
  }
  [[nodiscard]] Revision finish(const MergeResult& result, const std::string& message = "合并") const {
    Repository repository = Repository::open(path());
    return writeMerge(repository, path(), result, message);
  }
  [[nodiscard]] TheoryItem item(int n) const { return *loadBank(path()).bank.find<TheoryItem>(itemId(n)); }

 private:
  Folder folder_;
};

std::vector<std::string> addressesOf(const MergeResult& result) {
  std::vector<std::string> addresses;
  for (const MergeQuestion& question : result.questions) addresses.push_back(question.address);
  return addresses;
}

}  // namespace

TEST_CASE("two people's days come together as one check-in with both before it", "[merge]") {
  const Branches bank;
  bank.branch("zhou");
  bank.changeItem("周平", 1, [](TheoryItem& item) { item.reference = "车工工艺学"; });
  bank.work("周平", [](const Bank&, Edit& edit) { edit.put(itemOf(4, "周平的新题")); });
  bank.on("main");
  bank.changeItem("林晓", 1, [](TheoryItem& item) { item.difficulty = 2; });
  bank.work("林晓", [](const Bank&, Edit& edit) { edit.remove(itemId(2)); });

  const MergeResult result = bank.merge("zhou");
  CHECK(result.questions.empty());
  CHECK_FALSE(result.fastForward);
  CHECK(result.incoming.size() == 2);
  Bank before = loadBank(bank.path()).bank;
  CHECK(bank.item(1).reference.empty());  // Nothing is written yet.
  CHECK(mergeMessage(Repository::open(bank.path()), result) ==
        "合并周平的改动：新增理论试题 1 道；修改理论试题 1 道");

  const Revision made = bank.finish(result);
  CHECK(bank.item(1).reference == "车工工艺学");
  CHECK(bank.item(1).difficulty == 2);
  CHECK(bank.item(4).stem.str() == "周平的新题");
  CHECK_FALSE(
      std::filesystem::exists(bank.path() / pathOf(std::make_shared<const TheoryItem>(itemOf(2, "")))));
  CHECK(bank.git("rev-list --parents -n 1 HEAD").size() == 40 * 3 + 2);
  CHECK(bank.git("status --porcelain").empty());
  CHECK(bank.git("fsck --strict --full").find("error") == std::string::npos);
  CHECK(bank.merge("zhou").nothingNew);

  // The edit brings a bank that is open to the same state.
  before.apply(result.edit);
  const Bank after = loadBank(bank.path()).bank;
  CHECK(before.size() == after.size());
  for (const auto& [id, object] : after.objects()) CHECK(sameContent(object, *before.object(id)));
  CHECK(bank.finish(bank.merge("zhou")).commit == made.commit);
}

TEST_CASE("a clash is one question that names the item, both people and when", "[merge]") {
  const Branches bank;
  bank.branch("zhou");
  bank.changeItem("周平", 1, [](TheoryItem& item) { item.stem = RichText::plain("周平的题干"); });
  bank.changeItem("周平", 3, [](TheoryItem& item) { item.difficulty = 5; });
  bank.on("main");
  bank.changeItem("林晓", 1, [](TheoryItem& item) { item.stem = RichText::plain("林晓的题干"); });
  bank.changeItem("林晓", 2, [](TheoryItem& item) { item.difficulty = 1; });

  const std::string address = itemId(1).str() + "/stem";
  const MergeResult result = bank.merge("zhou");
  REQUIRE(addressesOf(result) == std::vector<std::string>{address});
  CHECK(result.questions[0].fieldWord == "题干");
  CHECK(result.questions[0].base == "第1题");
  CHECK(result.questions[0].typed);
  CHECK(result.names.at(itemId(1)).find("林晓的题干") != std::string::npos);
  const auto changes = lastChangesOf(Repository::open(bank.path()), result);
  REQUIRE(changes.at(address).mine);
  CHECK(changes.at(address).mine->author.name == "林晓");
  CHECK(changes.at(address).mine->message == "林晓的一天");
  CHECK(changes.at(address).theirs->author.name == "周平");

  (void)bank.finish(bank.merge("zhou", {{address, {Take::kText, "两人商定的题干"}}}));
  CHECK(bank.item(1).stem.str() == "两人商定的题干");
  CHECK(bank.item(2).difficulty == 1);
  CHECK(bank.item(3).difficulty == 5);
}

TEST_CASE("a branch that only goes on from mine is taken to the byte, and no check-in is made", "[merge]") {
  const Branches bank;
  bank.branch("zhou");
  bank.changeItem("周平", 1, [](TheoryItem& item) { item.difficulty = 4; });
  // As a person with a text editor would have left it.
  const std::string path = pathOf(std::make_shared<const TheoryItem>(itemOf(2, "")));
  bank.write(path, bytesOf(bank.path() / path) + "\n");
  Repository::open(bank.path()).checkIn("手工");
  const std::string theirs = bank.git("rev-parse HEAD");
  bank.on("main");
  const MergeResult result = bank.merge("zhou");
  CHECK(result.fastForward);
  CHECK(bank.finish(result).commit == theirs);
  CHECK(bank.git("rev-parse main") == theirs);
  CHECK(bank.git("status --porcelain").empty());
}

TEST_CASE("an item that they moved to another level and I reworded is one item at its new level", "[merge]") {
  const Branches bank;
  bank.branch("zhou");
  bank.changeItem("周平", 1, [](TheoryItem& item) { item.level = *Level::of(4); });
  bank.on("main");
  bank.changeItem("林晓", 1, [](TheoryItem& item) { item.stem = RichText::plain("改过的题干"); });
  (void)bank.finish(bank.merge("zhou"));
  CHECK(bank.item(1).level == *Level::of(4));
  CHECK(bank.item(1).stem.str() == "改过的题干");
  CHECK(loadBank(bank.path()).bank.size() == 4);
}

TEST_CASE("an item that they removed and I changed is asked about", "[merge]") {
  const Branches bank;
  bank.branch("zhou");
  bank.work("周平", [](const Bank&, Edit& edit) { edit.remove(itemId(1)).remove(itemId(2)); });
  bank.on("main");
  bank.changeItem("林晓", 1, [](TheoryItem& item) { item.difficulty = 3; });
  const MergeResult result = bank.merge("zhou");
  REQUIRE(addressesOf(result) == std::vector<std::string>{itemId(1).str()});
  CHECK(result.questions[0].about == About::kRemovedByThem);
  CHECK(result.questions[0].mine == "难度：3");
  (void)bank.finish(bank.merge("zhou", {{itemId(1).str(), {Take::kMine}}}));
  const Bank merged = loadBank(bank.path()).bank;
  CHECK(merged.find<TheoryItem>(itemId(1)) != nullptr);
  CHECK(merged.find<TheoryItem>(itemId(2)) == nullptr);
}

TEST_CASE("files that are no objects come together by the file, and a clash of them is asked", "[merge]") {
  const Branches bank;
  bank.write("说明.txt", "原来的说明\n");
  Repository::open(bank.path()).checkIn("说明");
  bank.branch("zhou");
  bank.write("周平.txt", "周平的附件\n");
  bank.write("说明.txt", "周平的说明\n");
  Repository::open(bank.path()).checkIn("周平");
  bank.on("main");
  bank.write("说明.txt", "林晓的说明\n");
  Repository::open(bank.path()).checkIn("林晓");
  const MergeResult result = bank.merge("zhou");
  REQUIRE(addressesOf(result) == std::vector<std::string>{"说明.txt"});
  CHECK(result.questions[0].about == About::kFile);
  CHECK(result.questions[0].theirs == "周平的说明\n");
  (void)bank.finish(bank.merge("zhou", {{"说明.txt", {Take::kTheirs}}}));
  CHECK(bytesOf(bank.path() / "说明.txt") == "周平的说明\n");
  CHECK(bytesOf(bank.path() / "周平.txt") == "周平的附件\n");
}

TEST_CASE("a picture that they removed stays where I have begun to show it", "[merge]") {
  const Branches bank;
  const std::string name = sha256("png") + ".png";
  bank.work("林晓",
            [&](const Bank&, Edit& edit) { edit.put(Media{*Id::ofDigest(sha256("png")), name, "png"}); });
  bank.branch("zhou");
  bank.work("周平", [](const Bank&, Edit& edit) { edit.remove(*Id::ofDigest(sha256("png"))); });
  bank.on("main");
  bank.changeItem("林晓", 1, [&](TheoryItem& item) {
    item.stem =
        RichText({Paragraph{{{Inline::Kind::kText, "见图", {}}, {Inline::Kind::kImage, "图", name}}}});
  });
  (void)bank.finish(bank.merge("zhou"));
  CHECK(bytesOf(bank.path() / "media" / name) == "png");

  // And seen from the other side it comes back.
  bank.git("checkout -q -B again zhou");
  (void)bank.finish(bank.merge("main~1"));
  CHECK(bytesOf(bank.path() / "media" / name) == "png");
}

TEST_CASE("people who merged crosswise and settled a clash each in his own way are asked again", "[merge]") {
  const Branches bank;
  bank.branch("lin");
  bank.changeItem("林晓", 1, [](TheoryItem& item) { item.stem = RichText::plain("林晓的"); });
  bank.branch("zhou");
  bank.git("reset -q --hard main");
  bank.changeItem("周平", 1, [](TheoryItem& item) { item.stem = RichText::plain("周平的"); });
  bank.changeItem("周平", 2, [](TheoryItem& item) { item.difficulty = 2; });
  // Each merges the other's and keeps what the other one wrote.
  const std::string address = itemId(1).str() + "/stem";
  bank.git("branch zhou-1");
  bank.git("branch lin-1 lin");
  (void)bank.finish(bank.merge("lin-1", {{address, {Take::kTheirs}}}));
  bank.on("lin");
  (void)bank.finish(bank.merge("zhou-1", {{address, {Take::kTheirs}}}));
  bank.changeItem("林晓", 3, [](TheoryItem& item) { item.difficulty = 3; });

  const MergeResult result = bank.merge("zhou");
  CHECK(result.bases.size() == 2);
  REQUIRE(addressesOf(result) == std::vector<std::string>{address});
  CHECK(result.questions[0].mine == "周平的");
  CHECK(result.questions[0].theirs == "林晓的");
  (void)bank.finish(bank.merge("zhou", {{address, {Take::kMine}}}));
  CHECK(bank.item(1).stem.str() == "周平的");
  CHECK(bank.item(2).difficulty == 2);
  CHECK(bank.item(3).difficulty == 3);

  // Who settled it alike is not asked.
  bank.on("zhou");
  CHECK(bank.merge("lin").fastForward);
}

TEST_CASE("histories of one bank that share nothing merge where they are equal", "[merge]") {
  const Branches bank;
  bank.git("checkout -q --orphan other");
  bank.changeItem("周平", 2, [](TheoryItem& item) { item.stem = RichText::plain("另一份的题干"); });
  bank.work("周平", [](const Bank&, Edit& edit) { edit.put(itemOf(5, "另一份的新题")); });
  bank.on("main");
  const MergeResult result = bank.merge("other");
  CHECK(result.bases.empty());
  CHECK(addressesOf(result) == std::vector<std::string>{itemId(2).str() + "/stem"});
  (void)bank.finish(bank.merge("other", {{itemId(2).str() + "/stem", {Take::kTheirs}}}));
  CHECK(bank.item(2).stem.str() == "另一份的题干");
  CHECK(bank.item(5).stem.str() == "另一份的新题");
  CHECK(loadBank(bank.path()).bank.size() == 5);
}

TEST_CASE("another bank, a newer format and an item that cannot be read are refused, and nothing changes",
          "[merge]") {
  const Branches bank;
  const auto refused = [&](const std::string& branch) {
    bank.on("main");
    try {
      (void)bank.merge(branch);
    } catch (const FormatError& error) {
      CHECK_FALSE(error.advice().empty());
      CHECK(bank.git("status --porcelain").empty());
      return error.code();
    }
    FAIL("not refused");
    return ErrorCode::kUsage;
  };
  const Branches other(*Id::parse("30000000-0000-4000-8000-000000000000"));
  bank.git("fetch -q '" + other.path().string() + "' main:other");
  CHECK(refused("other") == ErrorCode::kConflict);

  bank.branch("newer");
  std::string manifest = bytesOf(bank.path() / "tiku.xml");
  manifest.replace(manifest.find("version=\"1.0\"", 40), 13, "version=\"2.0\"");
  bank.write("tiku.xml", manifest);
  Repository::open(bank.path()).checkIn("新版");
  CHECK(refused("newer") == ErrorCode::kNotAPackage);

  bank.branch("broken");
  bank.write(pathOf(std::make_shared<const TheoryItem>(itemOf(1, ""))), "<theory-item");
  Repository::open(bank.path()).checkIn("坏了");
  bank.on("main");
  CHECK_THROWS_AS(bank.merge("broken"), FormatError);
  CHECK_THROWS_AS(bank.merge("没有这个分支"), FormatError);
}

TEST_CASE("changes that are not checked in are left alone and said", "[merge]") {
  const Branches bank;
  bank.branch("zhou");
  bank.changeItem("周平", 1, [](TheoryItem& item) { item.difficulty = 4; });
  bank.on("main");
  bank.changeItem("林晓", 2, [](TheoryItem& item) { item.difficulty = 4; });
  const MergeResult result = bank.merge("zhou");
  bank.write("新文件.txt", "还没签入\n");
  CHECK_THROWS_AS(bank.finish(result), FormatError);
  CHECK_FALSE(bank.item(1).difficulty.has_value());
  CHECK(bytesOf(bank.path() / "新文件.txt") == "还没签入\n");
  std::filesystem::remove(bank.path() / "新文件.txt");

  SECTION("what a merge that was cut off has left is finished") {
    saveFiles(bank.path(), result.files);
    (void)bank.finish(result);
    CHECK(bank.git("status --porcelain").empty());
    CHECK(bank.item(1).difficulty == 4);
  }
  SECTION("nor is a merge written over a newer check-in") {
    bank.changeItem("林晓", 3, [](TheoryItem& item) { item.difficulty = 1; });
    CHECK_THROWS_AS(bank.finish(result), FormatError);
  }
}
