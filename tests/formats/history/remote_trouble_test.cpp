// What goes wrong on the way changes nothing on either side.
#include <chrono>
#include <thread>

#include "tests/formats/history/remote_story.h"

using namespace tiku::formats;
using namespace tiku::test;

namespace fs = std::filesystem;
using Trouble = TransferError::Trouble;
using namespace std::chrono_literals;

namespace {

// Every name and size below .git, apart from what only reading may touch.
std::vector<std::string> inventory(const fs::path& repository) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(repository)) {
    files.push_back(entry.path().string() +
                    (entry.is_regular_file() ? " " + std::to_string(entry.file_size()) : ""));
  }
  std::sort(files.begin(), files.end());
  return files;
}

// One megabyte, where the system lets us have it.
class SmallDisc {
 public:
  explicit SmallDisc(fs::path path) : path_(std::move(path)) {
    fs::create_directories(path_);
    mounted_ = shell("mount -t tmpfs -o size=1m tmpfs '" + path_.string() + "'").status == 0;
    if (!mounted_) WARN("no small disc can be made here; this was not tried");
  }
  SmallDisc(const SmallDisc&) = delete;
  SmallDisc& operator=(const SmallDisc&) = delete;
  ~SmallDisc() {
    if (mounted_) shell("umount '" + path_.string() + "'");
  }
  [[nodiscard]] bool works() const { return mounted_; }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
  bool mounted_ = false;
};

// The second one has made a large change that the first one has not fetched.
struct Waiting : Sharing {
  explicit Waiting(std::size_t bytes = 3'000'000) {
    setRemote(path(), {"origin", (hub() / "bank.git").string()});
    push(path(), "origin");
    clone((hub() / "bank.git").string(), second());
    put(second() / "media/picture", noise(bytes));
    theirs = change(second(), "bank.xml", "二\n");
  }
  void send() const { push(second(), "origin"); }
  std::string theirs;
};

}  // namespace

TEST_CASE("a connection that is cut in the middle of fetching leaves everything as it was", "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Waiting sharing;
  sharing.send();
  const GitServer server(sharing.hub());
  setRemote(sharing.path(), {"origin", server.url("bank.git")});
  const auto before = inventory(sharing.path() / ".git");
  for (const int bytes : {0, 10, 300, 500, 5'000, 100'000, 2'500'000}) {
    server.rule("cut " + std::to_string(bytes));
    INFO("cut after " << bytes << " bytes");
    CHECK(troubleOf([&] { fetch(sharing.path(), "origin"); }).trouble() == Trouble::kOffline);
    CHECK(inventory(sharing.path() / ".git") == before);
  }
  server.rule("");
  CHECK(fetch(sharing.path(), "origin").after == sharing.theirs);
  sharing.requireSound();
}

TEST_CASE("a connection that is cut in the middle of sending leaves the other side sound", "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Waiting sharing;
  const GitServer server(sharing.hub());
  setRemote(sharing.second(), {"origin", server.url("bank.git")});
  const std::string before = sharing.hubGit("rev-parse main");
  for (const int bytes : {0, 100, 400, 50'000, 2'500'000}) {
    server.rule("cut-up " + std::to_string(bytes));
    INFO("cut after " << bytes << " bytes");
    CHECK(troubleOf([&] { push(sharing.second(), "origin"); }).trouble() == Trouble::kOffline);
    CHECK(sharing.hubGit("rev-parse main") == before);
    CHECK(sharing.gitIn(sharing.second(), "rev-parse origin/main") == before);
  }
  server.rule("");
  CHECK(push(sharing.second(), "origin").state == PushResult::State::kPushed);
  CHECK(sharing.hubGit("fsck --strict --full --no-dangling --no-progress") == "");
}

TEST_CASE("a server that goes silent is given up after a while, and at once when the user says so",
          "[remote]") {
  if (!haveTools({"python3", "git", "sshd"})) return;
  const Waiting sharing;
  sharing.send();
  Transfer how;
  const auto stalled = [&](Server& server, const std::string& url) {
    setRemote(sharing.path(), {"origin", url});
    const auto before = inventory(sharing.path() / ".git");
    server.rule("stall 20000");
    how.silenceTimeout = 600ms;
    const auto silent = troubleOf([&] { fetch(sharing.path(), "origin", how); });
    CHECK(silent.trouble() == Trouble::kOffline);
    CHECK(silent.what() == std::string("对方长时间没有回应，已断开。"));

    how.silenceTimeout = 60s;
    std::stop_source stop;
    how.cancel = stop.get_token();
    std::jthread user([&] {
      std::this_thread::sleep_for(300ms);
      stop.request_stop();
    });
    const auto begun = std::chrono::steady_clock::now();
    CHECK(troubleOf([&] { fetch(sharing.path(), "origin", how); }).trouble() == Trouble::kCancelled);
    CHECK(std::chrono::steady_clock::now() - begun < 10s);
    CHECK(inventory(sharing.path() / ".git") == before);
  };
  SECTION("git") {
    GitServer server(sharing.hub());
    stalled(server, server.url("bank.git"));
  }
  SECTION("http") {
    HttpServer server(sharing.hub());
    stalled(server, server.url("bank.git"));
  }
  SECTION("ssh") {
    SshServer server(sharing.hub());
    if (!server.works()) return;
    Sharing::put(sharing.home() / ".ssh/known_hosts", server.knownHost());
    fs::copy_file(server.userKey(), sharing.home() / ".ssh/id_ed25519");
    stalled(server.server(), server.url("bank.git"));
  }
}

TEST_CASE("a server that dies while it sends leaves everything as it was", "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Waiting sharing(40'000'000);  // More than what is on the way at one moment.
  sharing.send();
  HttpServer server(sharing.hub());
  setRemote(sharing.path(), {"origin", server.url("bank.git")});
  const auto before = inventory(sharing.path() / ".git");
  Transfer how;
  how.progress = [&](const TransferProgress& now) {
    if (now.phase == TransferProgress::Phase::kReceiving) server.kill();
  };
  const auto error = troubleOf([&] { fetch(sharing.path(), "origin", how); });
  CHECK(error.trouble() == Trouble::kOffline);
  CHECK(inventory(sharing.path() / ".git") == before);
  const auto gone = troubleOf([&] { fetch(sharing.path(), "origin"); });
  CHECK(gone.trouble() == Trouble::kOffline);
  CHECK(std::string(gone.what()).starts_with("连不上 127.0.0.1:"));
}

TEST_CASE("stopping between two objects of a folder's history leaves nothing behind", "[remote]") {
  const Waiting sharing;
  sharing.send();
  const auto before = inventory(sharing.path() / ".git");
  std::stop_source stop;
  Transfer how;
  how.cancel = stop.get_token();
  how.progress = [&](const TransferProgress& now) {
    if (now.phase == TransferProgress::Phase::kReceiving) stop.request_stop();
  };
  CHECK(troubleOf([&] { fetch(sharing.path(), "origin", how); }).trouble() == Trouble::kCancelled);
  CHECK(inventory(sharing.path() / ".git") == before);
}

TEST_CASE("what a killed program had half received is cleared by the next one", "[remote]") {
  const Waiting sharing;
  sharing.send();
  const fs::path left = sharing.path() / ".git/objects/tmp_objdir-tiku-0000/pack";
  Sharing::put(left / "pack_half", "PACK");
  CHECK(fetch(sharing.path(), "origin").after == sharing.theirs);
  CHECK_FALSE(fs::exists(left.parent_path()));
}

TEST_CASE("an address without a repository, a missing disc and another bank's open folder are told apart",
          "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Sharing sharing;
  const auto troubleAt = [&](const std::string& url) {
    setRemote(sharing.path(), {"origin", url});
    return troubleOf([&] { push(sharing.path(), "origin"); }).trouble();
  };
  const GitServer daemon(sharing.hub());
  CHECK(troubleAt(daemon.url("nothing.git")) == Trouble::kNotThere);
  const HttpServer web(sharing.hub());
  CHECK(troubleAt(web.url("nothing.git")) == Trouble::kNotThere);
  CHECK(troubleAt((sharing.hub() / "nothing.git").string()) == Trouble::kOffline);
  CHECK(troubleAt(sharing.hub().string()) == Trouble::kNotThere);
  CHECK(troubleAt("http://127.0.0.1:1/bank.git") == Trouble::kOffline);
  CHECK(troubleAt("ssh://127.0.0.1:1/bank.git") == Trouble::kOffline);
  CHECK(troubleAt("git://no-such-host.invalid/bank.git") == Trouble::kOffline);

  clone(sharing.path().string(), sharing.second());
  Sharing::change(sharing.second(), "bank.xml", "二\n");
  const auto refused = troubleOf([&] { push(sharing.second(), "origin"); });
  CHECK(refused.trouble() == Trouble::kRefused);
  CHECK(refused.what() == std::string("对方的文件夹是一个正在编写的题库，不能直接送去。"));
  CHECK(sharing.read("bank.xml") == "一\n");
}

TEST_CASE("a server that takes nothing is quoted", "[remote]") {
  if (!haveTools({"python3", "git"})) return;
  const Waiting sharing;
  const GitServer server(sharing.hub());
  setRemote(sharing.second(), {"origin", server.url("bank.git")});
  const fs::path hook = sharing.hub() / "bank.git/hooks/update";
  Sharing::put(hook, "#!/bin/sh\nexit 1\n");
  fs::permissions(hook, fs::perms::owner_all);
  const auto error = troubleOf([&] { push(sharing.second(), "origin"); });
  CHECK(error.trouble() == Trouble::kRefused);
  CHECK(error.what() == std::string("对方没有接收：hook declined。"));
}

TEST_CASE("a history that was rewritten on the other side is told, and nothing here is lost", "[remote]") {
  const Waiting sharing;
  sharing.send();
  CHECK(fetch(sharing.path(), "origin").after == sharing.theirs);
  const std::string mine = Sharing::change(sharing.path(), "items/level-3/theory/a.xml", "改\n");
  (void)sharing.gitIn(sharing.second(), "commit -q --amend -m 重写");
  (void)sharing.gitIn(sharing.second(), "push -qf origin main");
  const FetchResult fetched = fetch(sharing.path(), "origin");
  CHECK(fetched.rewritten);
  CHECK(fetched.before == sharing.theirs);
  CHECK(fetched.after == sharing.gitIn(sharing.second(), "rev-parse main"));
  CHECK(sharing.git("rev-parse main") == mine);
  CHECK(push(sharing.path(), "origin").state == PushResult::State::kBehind);
}

TEST_CASE("a repository with a hole in it gives nothing away, and nothing here changes", "[remote]") {
  const Waiting sharing;
  sharing.send();
  // The hub loses a file's content. Its packs are unpacked first, so that just one can go.
  const fs::path hub = sharing.hub() / "bank.git";
  (void)shell("cd '" + hub.string() +
              "' && mv objects/pack ../pack && mkdir objects/pack && for p in ../pack/*.pack; do git "
              "unpack-objects -q < $p; done");
  const std::string blob = sharing.gitIn(sharing.second(), "rev-parse main:media/picture");
  REQUIRE(fs::remove(hub / "objects" / blob.substr(0, 2) / blob.substr(2)));
  const auto before = inventory(sharing.path() / ".git");
  CHECK_THROWS_AS(fetch(sharing.path(), "origin"), FormatError);
  CHECK(inventory(sharing.path() / ".git") == before);
}

TEST_CASE("a shallow copy cannot be passed on as if it were the whole history", "[remote]") {
  const Waiting sharing;
  sharing.send();
  const fs::path shallow = sharing.root() / "shallow.git";
  (void)shell("git clone -q --bare --depth 1 'file://" + (sharing.hub() / "bank.git").string() + "' '" +
              shallow.string() + "'");
  CHECK_THROWS_AS(clone(shallow.string(), sharing.root() / "third"), FormatError);
  CHECK_FALSE(fs::exists(sharing.root() / "third"));
}

TEST_CASE("a full disk in the middle of fetching is said, and there is room again", "[remote]") {
  const Waiting sharing;
  sharing.send();
  const SmallDisc disc(sharing.root() / "small");
  if (!disc.works()) return;
  fs::copy(sharing.path(), disc.path() / "bank", fs::copy_options::recursive);
  const auto before = inventory(disc.path() / "bank");
  const auto error = errorOf([&] { fetch(disc.path() / "bank", "origin"); });
  INFO(error.full());
  CHECK(error.code() == ErrorCode::kIo);
  CHECK(inventory(disc.path() / "bank") == before);
}

TEST_CASE("two who send to one folder at the same moment do not overwrite each other", "[remote]") {
  const Waiting sharing;
  const fs::path third = sharing.root() / "third";
  clone((sharing.hub() / "bank.git").string(), third);
  // While the second one is packing, the third one has sent.
  const std::string quicker = Sharing::change(third, "bank.xml", "三\n");
  Transfer how;
  bool once = false;
  how.progress = [&](const TransferProgress&) {
    if (!once) push(third, "origin");
    once = true;
  };
  CHECK(push(sharing.second(), "origin", how).state == PushResult::State::kBehind);
  REQUIRE(once);
  CHECK(sharing.hubGit("rev-parse main") == quicker);
}

TEST_CASE("copying a bank that is none, or to a place that is taken, leaves nothing behind", "[remote]") {
  const Sharing sharing;
  const std::string hub = (sharing.hub() / "bank.git").string();
  CHECK(troubleOf([&] { clone(hub, sharing.second()); }).trouble() == Trouble::kNotThere);
  (void)shell("git clone -q '" + hub + "' '" + (sharing.root() / "other").string() + "'");
  Sharing::put(sharing.root() / "other/readme", "no bank");
  (void)sharing.gitIn(sharing.root() / "other", "add .");
  (void)sharing.gitIn(sharing.root() / "other", "commit -qm other");
  (void)sharing.gitIn(sharing.root() / "other", "push -q origin HEAD:main");
  CHECK(errorOf([&] { clone(hub, sharing.second()); }).code() == ErrorCode::kNotAPackage);
  CHECK(errorOf([&] { clone(hub, sharing.path()); }).code() == ErrorCode::kConflict);
  CHECK_FALSE(fs::exists(sharing.second()));
  for (const auto& entry : fs::directory_iterator(sharing.root().path()))
    CHECK_FALSE(entry.path().filename().string().starts_with("."));
}
