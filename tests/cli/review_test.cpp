// What tiku review refuses before a round has begun. The whole story of a round: review_story_test.cpp.
#include <catch2/catch.hpp>

#include "tests/cli/review_office.h"

using namespace tiku::tests;

namespace fs = std::filesystem;

TEST_CASE("tiku review refuses a bank that is not checked in, a panel too small, and a wrong key",
          "[review]") {
  const Office office;
  CHECK(office.run({"review", "start", "bank", "--title", "一", "--by", "王", "--expert", "甲,乙校"})
            .exitCode == 2);
  CHECK(office.run({"review", "status", "bank"}).exitCode == 2);
  office.step({"start", "bank", "--title", "一", "--key", "one.key", "--expert", "甲,乙校", "--expert",
               "丙,丁校", "--expert", "戊,己校", "--per-item", "2"},
              "王", "2026-03-02");
  // The round itself is not checked in yet, and the next one would not be of a revision.
  CHECK(office.run({"review", "start", "bank", "--title", "二", "--by", "王", "--expert", "甲,乙校"})
            .exitCode == 20);
  CHECK(
      office.run({"review", "invite", "bank", "--by", "王", "--out", "out", "--key", "none.key"}).exitCode ==
      30);
  office.write("bad.key", "no key");
  CHECK(office.run({"review", "invite", "bank", "--by", "王", "--out", "out", "--key", "bad.key"}).exitCode ==
        10);
  CHECK_FALSE(fs::exists(office.folder / "out"));
}
