// Check-ins on a disc: ours are read by the stock git, the stock git's are read by us, and what is neither is
// refused before anything changes.
#include "formats/history/bundle.h"

#include <sstream>

#include "tests/formats/history/remote_story.h"

using namespace tiku::formats;
using namespace tiku::test;

namespace fs = std::filesystem;

namespace {

struct Discs : Sharing {
  Discs() : disc(root() / "disc.bundle") {
    clone(path().string(), second());
    base = git("rev-parse main");
    mine = change(path(), "bank.xml", "二\n");
    put(path() / "media/picture", noise(40'000));
    mine = change(path(), "items/level-3/theory/b.xml", "乙\n");
    Repository::open(path()).tag("送审", "第二稿");
  }
  [[nodiscard]] std::string secondGit(const std::string& arguments) const {
    return gitIn(second(), arguments);
  }
  [[nodiscard]] std::string quotedDisc() const { return "'" + disc.string() + "'"; }
  fs::path disc;
  std::string base;
  std::string mine;
};

std::string refsOf(const Sharing& sharing, const fs::path& bank) {
  return sharing.gitIn(bank, "for-each-ref") + sharing.gitIn(bank, "count-objects -v");
}

}  // namespace

TEST_CASE("a disc with what the other one lacks goes from one to the other", "[bundle]") {
  const Discs discs;
  const auto written = writeBundle(discs.path(), discs.disc, {discs.base});
  REQUIRE(written);
  CHECK(written->commits.size() == 2);
  CHECK(written->commits.front() == discs.mine);
  CHECK(written->prerequisites == std::vector<std::string>{discs.base});
  CHECK(written->bytes == fs::file_size(discs.disc));
  CHECK(written->bytes < 60'000);

  // The stock git takes it.
  CHECK(discs.secondGit("bundle verify -q " + discs.quotedDisc()).ends_with("is okay"));
  CHECK(discs.secondGit("fetch -q --no-tags " + discs.quotedDisc() + " main:fetched") == "");
  CHECK(discs.secondGit("rev-parse fetched") == discs.mine);
  (void)discs.secondGit("branch -D fetched");

  bool looked = false;
  const BundleTaken taken = readBundle(discs.second(), discs.disc, [&](const FileTree& theirs) {
    looked = theirs.read("bank.xml") == "二\n";
  });
  CHECK(looked);
  CHECK(taken.tip == discs.mine);
  CHECK(taken.tags == std::vector<std::string>{"送审"});
  CHECK(discs.secondGit("rev-parse " + taken.reference) == discs.mine);
  CHECK(discs.secondGit("rev-parse main") == discs.base);
  CHECK(discs.secondGit("fsck --strict --full --no-dangling --no-progress") == "");
  dropBundle(discs.second(), taken);
  CHECK(discs.secondGit("for-each-ref refs/tiku") == "");

  CHECK_FALSE(writeBundle(discs.path(), discs.root() / "none.bundle", {"HEAD"}));
  CHECK_FALSE(fs::exists(discs.root() / "none.bundle"));
  CHECK(errorOf([&] { writeBundle(discs.path(), discs.disc, {}); }).code() == ErrorCode::kConflict);
  CHECK(errorOf([&] { writeBundle(discs.path(), discs.root() / "x", {"nothing"}); }).code() ==
        ErrorCode::kUsage);
}

TEST_CASE("a disc with the whole history becomes a bank where there was none", "[bundle]") {
  const Discs discs;
  const auto written = writeBundle(discs.path(), discs.disc, {});
  REQUIRE(written);
  CHECK(written->prerequisites.empty());
  const fs::path third = discs.root() / "third";
  cloneBundle(discs.disc, third);
  CHECK(treeIdOf(*openDirectory(third)) == treeIdOf(*openDirectory(discs.path())));
  CHECK(discs.gitIn(third, "status --porcelain") == "");
  CHECK(discs.gitIn(third, "for-each-ref refs/tiku") == "");
}

TEST_CASE("discs that the stock git wrote are taken: thin packs, both versions", "[bundle]") {
  const Discs discs;
  const std::string version = GENERATE(std::string("2"), std::string("3"));
  (void)discs.git("bundle create -q --version=" + version + " " + discs.quotedDisc() + " main ^" +
                  discs.base);
  CHECK(readBundle(discs.second(), discs.disc).tip == discs.mine);
  CHECK(discs.secondGit("fsck --strict --full --no-dangling --no-progress") == "");
}

TEST_CASE("a disc for somebody who has more is refused, and says what is missing", "[bundle]") {
  const Discs discs;
  REQUIRE(writeBundle(discs.path(), discs.disc, {"HEAD~1"}));
  const std::string before = refsOf(discs, discs.second());
  const auto error = errorOf([&] { readBundle(discs.second(), discs.disc); });
  CHECK(error.code() == ErrorCode::kConflict);
  CHECK(error.what() == "这里缺少交换文件所依据的 1 次签入：" + discs.git("rev-parse main~1").substr(0, 10) +
                            "“改 bank.xml”。");
  CHECK(error.advice().find(discs.base.substr(0, 10)) != std::string::npos);
  CHECK(refsOf(discs, discs.second()) == before);
}

TEST_CASE("a disc that is cut off, scratched or something else changes nothing", "[bundle]") {
  const Discs discs;
  REQUIRE(writeBundle(discs.path(), discs.disc, {discs.base}));
  const std::string whole = bytesOf(discs.disc);
  const std::string before = refsOf(discs, discs.second());
  const auto refused = [&](const std::string& bytes) {
    std::istringstream stream(bytes);
    const auto error = errorOf([&] { readBundle(discs.second(), stream, "disc"); });
    CHECK_FALSE(error.advice().empty());
    CHECK(refsOf(discs, discs.second()) == before);
    return error.code();
  };
  for (std::size_t size = 0; size < whole.size(); size += 1 + size / 7) {
    INFO("cut after " << size);
    CHECK(refused(whole.substr(0, size)) == ErrorCode::kNotUnderstood);
  }
  for (std::size_t at = whole.find("PACK") + 5; at < whole.size(); at += 1777) {
    std::string scratched = whole;
    scratched[at] = static_cast<char>(scratched[at] ^ 0x40);
    INFO("scratched at " << at);
    CHECK(refused(scratched) == ErrorCode::kNotUnderstood);
  }
  CHECK(refused(whole + "more") == ErrorCode::kNotUnderstood);
  CHECK(refused("PK\x03\x04 something else\n") == ErrorCode::kNotUnderstood);
  CHECK(refused("# v4 git bundle\n\n") == ErrorCode::kNotUnderstood);
  CHECK(refused("# v3 git bundle\n@object-format=sha256\n\n") == ErrorCode::kNotUnderstood);
  CHECK(refused("# v3 git bundle\n@filter=blob:none\n" + discs.mine + " refs/heads/main\n\n") ==
        ErrorCode::kNotUnderstood);
  CHECK(refused("# v2 git bundle\n" + discs.mine + " refs/heads/a\n" + discs.mine + " refs/heads/b\n\n") ==
        ErrorCode::kNotUnderstood);
  CHECK(refused("# v2 git bundle\n" + std::string(40, 'g') + " refs/heads/main\n\n") ==
        ErrorCode::kNotUnderstood);
  CHECK(refused("# v2 git bundle\n" + std::string(100'000, 'a')) == ErrorCode::kOverLimit);
  // A header that promises more than the pack holds.
  const std::size_t pack = whole.find("PACK");
  CHECK(refused("# v2 git bundle\n" + std::string(40, '1') + " refs/heads/main\n\n" + whole.substr(pack)) ==
        ErrorCode::kNotUnderstood);
}

TEST_CASE("a disc that lacks one file of a check-in is refused, and says which", "[bundle]") {
  const Discs discs;
  const std::string blob = discs.git("rev-parse main:media/picture");
  REQUIRE(shell("cd '" + discs.path().string() + "' && { printf '# v2 git bundle\\n" + discs.mine +
                " refs/heads/main\\n\\n'; git rev-list --objects main | grep -v " + blob +
                " | git pack-objects -q --stdout; } > " + discs.quotedDisc())
              .status == 0);
  const std::string before = refsOf(discs, discs.second());
  const auto error = errorOf([&] { readBundle(discs.second(), discs.disc); });
  CHECK(error.code() == ErrorCode::kNotUnderstood);
  CHECK(std::string(error.what()).find(blob.substr(0, 10)) != std::string::npos);
  CHECK(refsOf(discs, discs.second()) == before);
}

TEST_CASE("a history whose newest check-in is lost is not told as nothing to write", "[bundle]") {
  const Discs discs;
  const fs::path lost = discs.path() / ".git/objects" / discs.mine.substr(0, 2) / discs.mine.substr(2);
  REQUIRE(fs::remove(lost));
  CHECK(errorOf([&] { (void)writeBundle(discs.path(), discs.disc, {}); }).code() ==
        ErrorCode::kNotUnderstood);
  CHECK_FALSE(fs::exists(discs.disc));
}

TEST_CASE("a disc that is refused after a look leaves nothing behind", "[bundle]") {
  const Discs discs;
  REQUIRE(writeBundle(discs.path(), discs.disc, {discs.base}));
  const std::string before = refsOf(discs, discs.second());
  const auto refuse = [](const FileTree&) { throw FormatError(ErrorCode::kConflict, "another bank"); };
  CHECK(errorOf([&] { readBundle(discs.second(), discs.disc, refuse); }).what() ==
        std::string("another bank"));
  CHECK(refsOf(discs, discs.second()) == before);
}

TEST_CASE("what a partner has is remembered by name", "[bundle]") {
  const Discs discs;
  CHECK_FALSE(partnerHas(discs.path(), "李老师"));
  rememberPartner(discs.path(), "李老师", "HEAD~1");
  CHECK(partnerHas(discs.path(), "李老师") == discs.git("rev-parse main~1"));
  rememberPartner(discs.path(), "李老师", "HEAD");
  CHECK(partnerHas(discs.path(), "李老师") == discs.mine);
  CHECK(errorOf([&] { rememberPartner(discs.path(), "a b..c", "HEAD"); }).code() == ErrorCode::kUsage);
}
