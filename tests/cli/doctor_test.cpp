// A damaged bank at the command line: the doctor says what is wrong, mends it, and the other verbs say what
// they cannot do meanwhile.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

struct Clinic {
  Clinic() {
    fs::copy(samples() / "liangju", folder / "bank", fs::copy_options::recursive);
    REQUIRE(run({"commit", "bank", "-m", "第一次"}).exitCode == 0);
  }
  [[nodiscard]] Run run(const std::vector<std::string>& arguments) const {
    return runTiku(arguments, folder.path());
  }
  void write(const std::string& file, const std::string& content) const {
    std::ofstream(folder / ("bank/" + file), std::ios::binary) << content;
  }
  Folder folder;
};

}  // namespace

TEST_CASE("a sound bank has nothing wrong with it") {
  const Clinic clinic;
  const Run sound = clinic.run({"doctor", "bank"});
  CHECK(sound.exitCode == 0);
  CHECK(sound.out == "没有妨碍使用的问题。\n");
  CHECK(clinic.run({"doctor", "nothing"}).exitCode == 30);
}

TEST_CASE("an index that is half written is told by every verb that needs it, and mended by the doctor") {
  const Clinic clinic;
  fs::resize_file(clinic.folder / "bank/.git/index", 100);
  clinic.write("说明.txt", "一\n");
  const Run commit = clinic.run({"commit", "bank", "-m", "第二次"});
  CHECK(commit.exitCode == 10);
  CHECK(commit.err.find("索引") != std::string::npos);
  CHECK(clinic.run({"log", "bank"}).exitCode == 0);

  const Run found = clinic.run({"doctor", "bank", "--format", "json"});
  CHECK(found.exitCode == 1);
  REQUIRE(found.json()["found"].size() >= 1);
  CHECK(found.json()["found"][0]["kind"] == "broken-index");
  CHECK(found.json()["found"][0]["grave"] == true);
  const Run mended = clinic.run({"doctor", "bank", "--mend", "--format", "json"});
  CHECK(mended.exitCode == 0);
  CHECK(mended.json()["mended"][0]["kind"] == "broken-index");
  CHECK(clinic.run({"commit", "bank", "-m", "第二次"}).exitCode == 0);
}

TEST_CASE("what cannot be mended stays as it is, and each verb says why it stops") {
  const Clinic clinic;
  SECTION("objects that are gone") {
    fs::remove_all(clinic.folder / "bank/.git/objects");
    fs::create_directory(clinic.folder / "bank/.git/objects");
  }
  SECTION("a branch whose record is gone, too") {
    clinic.write(".git/refs/heads/main", "");
    fs::remove_all(clinic.folder / "bank/.git/logs");
  }
  SECTION("a configuration with a line of nonsense") {
    clinic.write(".git/config", "[core\n");
  }
  const auto before = contentOf(clinic.folder / "bank");
  for (const std::vector<std::string>& verb :
       {std::vector<std::string>{"log", "bank"}, {"commit", "bank", "-m", "x"}}) {
    const Run stopped = clinic.run(verb);
    INFO(verb[0] << ": " << stopped.err);
    CHECK(stopped.exitCode == 10);
    CHECK(stopped.err.starts_with("tiku: "));
  }
  const Run told = clinic.run({"doctor", "bank", "--mend"});
  CHECK(told.exitCode == 1);
  CHECK(contentOf(clinic.folder / "bank") == before);
}

TEST_CASE("a lock in the way is named by a check-in, and moved aside by the doctor") {
  const Clinic clinic;
  clinic.write(".git/index.lock", "");
  clinic.write("说明.txt", "一\n");
  CHECK(clinic.run({"commit", "bank", "-m", "第二次"}).exitCode == 20);
  CHECK(clinic.run({"doctor", "bank", "--mend"}).exitCode == 0);
  CHECK(clinic.run({"commit", "bank", "-m", "第二次"}).exitCode == 0);
}
