#include "formats/history/keyring.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

#include "tests/formats/history/remote_story.h"

using namespace tiku::formats;
using namespace tiku::test;

namespace {

// libsecret's own keyring in a file, instead of the one of the person who runs the tests.
struct FileKeyring {
  FileKeyring() {
    setenv("SECRET_BACKEND", "file", 1);
    setenv("SECRET_FILE_TEST_PATH", (folder / "keyring").c_str(), 1);
    setenv("SECRET_FILE_TEST_PASSWORD", "unlocks it", 1);
  }
  Folder folder;
};

}  // namespace

TEST_CASE("a password is kept in the desktop's keyring when the user asks for it, and nowhere else",
          "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const FileKeyring keyring;
  const Sharing sharing;
  const HttpServer server(sharing.hub(), "zhang:min");
  setRemote(sharing.path(), {"origin", server.url("bank.git")});
  Keyboard person;
  person.logins = {{"zhang", "min", false}, {"zhang", "min", true}};
  Transfer how;
  how.credentials = &person;
  CHECK(push(sharing.path(), "origin", how).state == PushResult::State::kPushed);
  CHECK_FALSE(findLogin(server.url("bank.git")));

  (void)fetch(sharing.path(), "origin", how);
  REQUIRE(findLogin(server.url("bank.git")));
  CHECK(findLogin(server.url("bank.git"))->password == "min");
  CHECK(person.asked.size() == 2);
  CHECK(bytesOf(keyring.folder / "keyring").find("min") == std::string::npos);

  // From now on nobody is asked.
  Sharing::change(sharing.path(), "bank.xml", "二\n");
  CHECK(push(sharing.path(), "origin").state == PushResult::State::kPushed);
  CHECK(shell("grep -rl zhang '" + sharing.root().path().string() + "'").output.find(".git/config") ==
        std::string::npos);

  // The other side has another password now: what was kept goes.
  keepLogin(server.url("bank.git"), {"zhang", "old", true});
  CHECK(troubleOf([&] { fetch(sharing.path(), "origin"); }).trouble() == TransferError::Trouble::kDenied);
  CHECK_FALSE(findLogin(server.url("bank.git")));
  CHECK_FALSE(forgetLogin(server.url("bank.git")));
}

TEST_CASE("without a keyring nothing is found and nothing kept", "[remote]") {
  setenv("SECRET_BACKEND", "service", 1);
  setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", 1);
  CHECK_FALSE(findLogin("https://git.example.cn/bank.git"));
  CHECK_FALSE(keepLogin("https://git.example.cn/bank.git", {"zhang", "min", true}));
}
