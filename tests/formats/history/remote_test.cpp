// Check-ins go to a server and come back, by every way that there is, and meet others on it.
#include "tests/formats/history/remote_story.h"

using namespace tiku::formats;
using namespace tiku::test;

namespace fs = std::filesystem;
using Trouble = TransferError::Trouble;

namespace {

// The first one sends, the second one copies, both go on, and the slower one is told to fetch first.
void share(const Sharing& sharing, const std::string& url, const Transfer& how) {
  const fs::path first = sharing.path();
  const fs::path second = sharing.second();
  Repository::open(first).tag("送审", "第一稿");
  setRemote(first, {"origin", url});
  const PushResult sent = push(first, "origin", how);
  CHECK(sent.state == PushResult::State::kPushed);
  CHECK(sent.tags == std::vector<std::string>{"送审"});
  CHECK(sent.objects > 5);
  CHECK(push(first, "origin", how).state == PushResult::State::kNothingNew);
  CHECK(sharing.hubGit("rev-parse main") == sharing.git("rev-parse main"));
  CHECK(sharing.hubGit("fsck --strict --full --no-dangling --no-progress") == "");

  std::size_t heard = 0;
  Transfer listening = how;
  listening.progress = [&](const TransferProgress&) { ++heard; };
  clone(url, second, listening);
  CHECK(heard > 1);
  CHECK(treeIdOf(*openDirectory(second)) == treeIdOf(*openDirectory(first)));
  CHECK(Repository::open(second).dirty().empty());
  CHECK(sharing.gitIn(second, "status --porcelain") == "");
  CHECK(sharing.gitIn(second, "fsck --strict --full --no-dangling --no-progress") == "");
  CHECK(sharing.gitIn(second, "tag") == "送审");

  const std::string theirs = Sharing::change(second, "items/level-3/theory/b.xml", "乙\n");
  CHECK(push(second, "origin", how).state == PushResult::State::kPushed);
  const std::string mine = Sharing::change(first, "bank.xml", "二\n");
  CHECK(push(first, "origin", how).state == PushResult::State::kBehind);
  CHECK(sharing.hubGit("rev-parse main") == theirs);

  const FetchResult fetched = fetch(first, "origin", how);
  CHECK(fetched.after == theirs);
  CHECK(fetched.before == sharing.git("rev-parse main~1"));
  CHECK_FALSE(fetched.rewritten);
  CHECK(sharing.git("rev-parse main") == mine);
  CHECK(sharing.git("rev-parse refs/remotes/origin/main") == theirs);
  CHECK_FALSE(fs::exists(first / "items/level-3/theory/b.xml"));

  sharing.write("items/level-3/theory/b.xml", "乙\n");
  Repository::open(first).checkInMerge({"items/level-3/theory/b.xml"}, theirs, "合并");
  CHECK(push(first, "origin", how).state == PushResult::State::kPushed);
  CHECK(fetch(second, "origin", how).after == sharing.git("rev-parse main"));
  CHECK(fetch(second, "origin", how).objects == 0);
  sharing.requireSound();
}

}  // namespace

TEST_CASE("two people share a bank through a folder", "[remote]") {
  const Sharing sharing;
  share(sharing, (sharing.hub() / "bank.git").string(), {});
  CHECK(sharing.hubGit("count-objects") != "0 objects, 0 kilobytes");
}

TEST_CASE("two people share a bank through a git daemon", "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Sharing sharing;
  const GitServer server(sharing.hub());
  share(sharing, server.url("bank.git"), {});
}

TEST_CASE("two people share a bank through a web server that asks who they are", "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Sharing sharing;
  const HttpServer server(sharing.hub(), "zhang:min");
  Keyboard person;
  for (int i = 0; i < 20; ++i) person.logins.push_back({"zhang", "min", false});
  Transfer how;
  how.credentials = &person;
  share(sharing, server.url("bank.git"), how);
  REQUIRE_FALSE(person.asked.empty());
  CHECK(person.asked.front().address == server.url("bank.git"));
  CHECK(person.asked.front().open);
  CHECK(bytesOf(sharing.path() / ".git/config").find("zhang") == std::string::npos);
}

TEST_CASE("a certificate that nobody vouches for is asked about once, and another one is no longer trusted",
          "[remote]") {
  if (!haveTools({"python3", "git", "openssl"})) return;
  const Sharing sharing;
  const HttpsServer server(sharing.hub());
  setRemote(sharing.path(), {"origin", server.url("bank.git")});
  const auto error = troubleOf([&] { push(sharing.path(), "origin"); });
  CHECK(error.trouble() == Trouble::kUntrusted);
  CHECK(std::string(error.what()).find(server.fingerprint()) != std::string::npos);

  Keyboard person;
  person.trusting = true;
  Transfer how;
  how.credentials = &person;
  share(sharing, server.url("bank.git"), how);
  REQUIRE(person.doubts.size() == 1);
  CHECK(person.doubts[0].about == TrustQuestion::About::kCertificate);
  CHECK(person.doubts[0].fingerprint == server.fingerprint());
  CHECK_FALSE(person.doubts[0].knownOtherwise);

  // Somebody else answers at the same address.
  const fs::path kept = sharing.home() / ".config/tiku/certificates";
  std::string line = bytesOf(kept);
  REQUIRE(line.find(server.fingerprint()) != std::string::npos);
  line[line.size() - 2] = line[line.size() - 2] == 'A' ? 'B' : 'A';
  Sharing::put(kept, line);
  person.trusting = false;
  CHECK(troubleOf([&] { fetch(sharing.path(), "origin", how); }).trouble() == Trouble::kUntrusted);
  CHECK(person.doubts.back().knownOtherwise);
}

TEST_CASE("two people share a bank through ssh, with the key that lies in their home", "[remote]") {
  if (!haveTools({"python3", "git", "sshd", "ssh-keygen"})) return;
  const Sharing sharing;
  SshServer server(sharing.hub());
  if (!server.works()) return;
  const std::string url = server.url("bank.git");
  Keyboard person;
  Transfer how;
  how.credentials = &person;
  setRemote(sharing.path(), {"origin", url});

  // Nobody knows the host yet.
  CHECK(troubleOf([&] { push(sharing.path(), "origin", how); }).trouble() == Trouble::kUntrusted);
  REQUIRE(person.doubts.size() == 1);
  CHECK(person.doubts[0].fingerprint == server.fingerprint());
  CHECK(person.doubts[0].kind == "ED25519");
  CHECK_FALSE(fs::exists(sharing.home() / ".ssh/known_hosts"));

  // Trusted, but without a key.
  person.trusting = true;
  const auto denied = troubleOf([&] { push(sharing.path(), "origin", how); });
  CHECK(denied.trouble() == Trouble::kDenied);
  CHECK(denied.advice() == "这台电脑还没有密钥，用 ssh-keygen -t ed25519 做一把，把公钥交给对方。");
  CHECK(bytesOf(sharing.home() / ".ssh/known_hosts") == server.knownHost());

  fs::copy_file(server.userKey(), sharing.home() / ".ssh/id_ed25519");
  fs::copy_file(server.userKey().string() + ".pub", sharing.home() / ".ssh/id_ed25519.pub");
  fs::permissions(sharing.home() / ".ssh/id_ed25519", fs::perms::owner_read | fs::perms::owner_write);
  share(sharing, url, how);
  CHECK(person.doubts.size() == 2);

  Sharing::put(sharing.home() / ".ssh/known_hosts", server.otherKnownHost());
  const auto changed = troubleOf([&] { fetch(sharing.path(), "origin", how); });
  CHECK(changed.trouble() == Trouble::kUntrusted);
  CHECK(std::string(changed.what()).find(server.fingerprint()) != std::string::npos);
  CHECK(person.doubts.size() == 2);
}

TEST_CASE("a key with a passphrase, or one of RSA, is not used but explained", "[remote]") {
  if (!haveTools({"python3", "git", "sshd", "ssh-keygen"})) return;
  const Sharing sharing;
  SshServer server(sharing.hub());
  if (!server.works()) return;
  Sharing::put(sharing.home() / ".ssh/known_hosts", server.knownHost());
  setRemote(sharing.path(), {"origin", server.url("bank.git")});
  const std::string home = sharing.home().string();
  (void)shell("ssh-keygen -q -t rsa -N '' -f '" + home + "/.ssh/id_rsa'");
  CHECK(troubleOf([&] { push(sharing.path(), "origin"); }).advice() ==
        "RSA 密钥不能使用，用 ssh-keygen -t ed25519 另做一把，把公钥交给对方。");
  (void)shell("ssh-keygen -q -t ed25519 -N secret -f '" + home + "/.ssh/id_ed25519'");
  CHECK(troubleOf([&] { push(sharing.path(), "origin"); }).advice() ==
        "密钥 " + home + "/.ssh/id_ed25519 设有口令，先用 ssh-add 交给 ssh-agent。");
}

TEST_CASE("a key that the ssh agent holds opens the way", "[remote]") {
  if (!haveTools({"python3", "git", "sshd", "ssh-agent", "ssh-add"})) return;
  const Sharing sharing;
  SshServer server(sharing.hub());
  if (!server.works()) return;
  Sharing::put(sharing.home() / ".ssh/known_hosts", server.knownHost());
  const std::string socket = sharing.root() / "agent";
  const std::string started = shell("ssh-agent -s -a '" + socket + "'").output;
  const std::string process = started.substr(started.find("AGENT_PID=") + 10);
  setenv("SSH_AUTH_SOCK", socket.c_str(), 1);
  CHECK(shell("ssh-add -q '" + server.userKey().string() + "'").status == 0);
  setRemote(sharing.path(), {"origin", server.url("bank.git")});
  CHECK(push(sharing.path(), "origin").state == PushResult::State::kPushed);
  unsetenv("SSH_AUTH_SOCK");
  (void)shell("kill " + process.substr(0, process.find(';')));
}

TEST_CASE("a wrong password is asked for again, three times, and then it is enough", "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Sharing sharing;
  const HttpServer server(sharing.hub(), "zhang:min");
  setRemote(sharing.path(), {"origin", server.url("bank.git")});
  Keyboard person;
  for (int i = 0; i < 9; ++i) person.logins.push_back({"zhang", "wrong" + std::to_string(i), false});
  Transfer how;
  how.credentials = &person;
  CHECK(troubleOf([&] { push(sharing.path(), "origin", how); }).trouble() == Trouble::kDenied);
  REQUIRE(person.asked.size() == 3);
  CHECK(person.asked[2].refused == 2);

  Keyboard nobody;
  how.credentials = &nobody;
  CHECK(troubleOf([&] { push(sharing.path(), "origin", how); }).trouble() == Trouble::kCancelled);
  CHECK(troubleOf([&] { push(sharing.path(), "origin"); }).what() == std::string("对方要求用户名和密码。"));
}
