// Two people who never share a network, and a disc that goes between them.
#include "workflows/exchange_disc/exchange_disc.h"

#include "tests/workflows/sync/two_desks.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::bytesOf;
using tiku::test::errorOf;
using tiku::test::shell;
using tiku::test::TwoDesks;

namespace fs = std::filesystem;

namespace {

void checkIn(const fs::path& desk) {
  REQUIRE(checkInDirty(desk, {}, {}));
}

}  // namespace

TEST_CASE("work goes to and fro on a disc, each time only what the other one lacks", "[exchange]") {
  const TwoDesks desks;
  const fs::path disc = desks.root() / "disc";
  fs::create_directories(disc);

  // The first disc holds everything and becomes a bank.
  const auto all = exchangeOut(desks.lin(), disc / "all.bundle", {.partner = "王芳"});
  REQUIRE(all);
  CHECK(all->slip.needed.empty());
  const fs::path wang = desks.root() / "王芳";
  const DiscIn made = exchangeIn(wang, disc / "all.bundle", {.partner = "林晓"});
  CHECK(made.made);
  CHECK(made.slipChecked);
  (void)TwoDesks::git(wang, "config user.name 王芳");
  (void)TwoDesks::git(wang, "config user.email wang@example.org");

  TwoDesks::write(desks.lin(), 1, "林晓的题干");
  checkIn(desks.lin());
  TwoDesks::write(wang, 2, "王芳的题干");

  const auto second = exchangeOut(desks.lin(), disc / "二.bundle", {.partner = "王芳"});
  REQUIRE(second);
  CHECK(second->slip.revisions.size() == 1);
  CHECK(second->slip.needed.size() == 1);
  const DiscIn taken = exchangeIn(wang, disc / "二.bundle", {.partner = "林晓"});
  REQUIRE(taken.checkedIn);
  CHECK(taken.incoming.size() == 1);
  REQUIRE(taken.merge);
  CHECK(TwoDesks::stem(wang, 1) == "林晓的题干");
  CHECK(TwoDesks::stem(wang, 2) == "王芳的题干");

  // She knows what he has from his disc, so hers holds her work alone.
  const auto back = exchangeOut(wang, disc / "back.bundle", {.partner = "林晓"});
  REQUIRE(back);
  CHECK(back->slip.revisions.size() == 2);
  CHECK(exchangeIn(desks.lin(), disc / "back.bundle", {.partner = "王芳"}).incoming.size() == 2);
  CHECK(treeIdOf(*openDirectory(wang)) == treeIdOf(*openDirectory(desks.lin())));
  CHECK(TwoDesks::git(desks.lin(), "for-each-ref refs/tiku/exchange") == "");
  CHECK_FALSE(exchangeOut(desks.lin(), disc / "none.bundle", {.partner = "王芳"}));
  CHECK(exchangeIn(desks.lin(), disc / "back.bundle").nothingNew());
  for (const fs::path& desk : {wang, desks.lin()})
    CHECK(TwoDesks::git(desk, "fsck --strict --full --no-dangling --no-progress") == "");
}

TEST_CASE("the slip says what is on the disc, and its digests are those of sha256sum", "[exchange]") {
  const TwoDesks desks;
  TwoDesks::write(desks.lin(), 4, "林晓的新题");
  checkIn(desks.lin());
  const fs::path file = desks.root() / "交换.bundle";
  const auto out = exchangeOut(desks.lin(), file, {.since = "HEAD~1", .partner = "周平"});
  REQUIRE(out);
  CHECK(out->slipFile == file.string() + ".txt");
  const std::string slip = bytesOf(out->slipFile);
  INFO(slip);
  const std::string sum = shell("sha256sum < '" + file.string() + "'").output.substr(0, 64);
  for (const std::string& words :
       {std::string("题库：车工题库\n"), std::string("文件：交换.bundle（"), "SHA-256: " + sum + "\n",
        std::string("交给：周平\n"), std::string("所含签入 1 次：\n"),
        std::string("林晓  新增理论试题 1 道\n"), std::string("收入的一方应当已有：\n"),
        std::string("林晓 <lin@example.org>")}) {
    INFO(words);
    CHECK(slip.find(words) != std::string::npos);
  }
  CHECK(shell("cd '" + desks.zhou().string() + "' && git bundle verify -q '" + file.string() + "'").status ==
        0);

  // What is not the file that was written is refused; without a slip nothing is compared.
  std::ofstream(file, std::ios::app) << "x";
  const auto error = errorOf([&] { exchangeIn(desks.zhou(), file); });
  CHECK(error.what() == std::string("交换文件与交换单上的摘要不符，不是写出时的那个文件。"));
  fs::resize_file(file, fs::file_size(file) - 1);
  fs::remove(out->slipFile);
  const DiscIn taken = exchangeIn(desks.zhou(), file);
  CHECK_FALSE(taken.slipChecked);
  CHECK(taken.incoming.size() == 1);
}

TEST_CASE("what both changed is asked, and the same disc with the answers ends it", "[exchange]") {
  const TwoDesks desks;
  TwoDesks::write(desks.lin(), 1, "林晓的题干");
  checkIn(desks.lin());
  TwoDesks::write(desks.zhou(), 1, "周平的题干");
  const fs::path file = desks.root() / "x.bundle";
  REQUIRE(exchangeOut(desks.lin(), file, {.since = "HEAD~1"}));
  const DiscIn asked = exchangeIn(desks.zhou(), file);
  REQUIRE(asked.preview);
  CHECK(asked.preview->questions.size() == 1);
  CHECK(TwoDesks::stem(desks.zhou(), 1) == "周平的题干");
  DiscInOptions options;
  options.answers[asked.preview->questions[0].address] = {MergeAnswer::Take::kTheirs, {}};
  CHECK(exchangeIn(desks.zhou(), file, options).merge);
  CHECK(TwoDesks::stem(desks.zhou(), 1) == "林晓的题干");
}

TEST_CASE("another bank's disc, a disc that builds on more, and files in the way are refused", "[exchange]") {
  const TwoDesks desks;
  const fs::path other = desks.root() / "另一个";
  TwoDesks::makeBank(other, "钳工题库", Id::random());
  REQUIRE(exchangeOut(other, desks.root() / "other.bundle"));
  const auto error = errorOf([&] { exchangeIn(desks.lin(), desks.root() / "other.bundle"); });
  CHECK(error.code() == ErrorCode::kConflict);
  CHECK(error.what() == std::string("那里是另一个题库“钳工题库”，不是这里的“车工题库”。"));

  TwoDesks::write(desks.lin(), 1, "一");
  checkIn(desks.lin());
  TwoDesks::write(desks.lin(), 1, "二");
  checkIn(desks.lin());
  const fs::path thin = desks.root() / "thin.bundle";
  REQUIRE(exchangeOut(desks.lin(), thin, {.since = "HEAD~1"}));
  CHECK(errorOf([&] { exchangeIn(desks.zhou(), thin); }).code() == ErrorCode::kConflict);
  CHECK(errorOf([&] { exchangeIn(desks.root() / "nobody", thin); }).code() == ErrorCode::kConflict);
  CHECK_FALSE(fs::exists(desks.root() / "nobody"));
  CHECK(errorOf([&] { exchangeOut(desks.lin(), thin); }).code() == ErrorCode::kConflict);
  REQUIRE(exchangeOut(desks.lin(), thin, {.replace = true}));
}
