#include "formats/history/remote_address.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "formats/history/remote.h"
#include "tests/formats/history/remote_story.h"

using namespace tiku::formats;
using namespace tiku::test;
using Kind = RemoteAddress::Kind;

TEST_CASE("addresses are taken apart as git does", "[remote]") {
  struct Row {
    std::string url;
    Kind kind;
    std::string user, host, path;
    int port;
  };
  for (const Row& row : std::vector<Row>{
           {"https://git.example.cn/bank.git", Kind::kHttps, "", "git.example.cn", "/bank.git", 0},
           {"https://zhang@git.example.cn:8443/bank.git", Kind::kHttps, "zhang", "git.example.cn",
            "/bank.git", 8443},
           {"ssh://git@10.0.0.1:2222/srv/bank.git", Kind::kSsh, "git", "10.0.0.1", "/srv/bank.git", 2222},
           {"ssh://git@[::1]:2222/srv/bank.git", Kind::kSsh, "git", "::1", "/srv/bank.git", 2222},
           {"git@git.example.cn:bank.git", Kind::kSsh, "git", "git.example.cn", "bank.git", 0},
           {"git://localhost/bank.git", Kind::kGit, "", "localhost", "/bank.git", 0},
           {"/mnt/盘/题库.git", Kind::kPath, "", "", "/mnt/盘/题库.git", 0},
           {"../题库:一.git", Kind::kPath, "", "", "../题库:一.git", 0},
           {"file:///mnt/a%20b.git", Kind::kPath, "", "", "/mnt/a b.git", 0}}) {
    INFO(row.url);
    const RemoteAddress address = parseAddress(row.url);
    CHECK(address.kind == row.kind);
    CHECK(address.user == row.user);
    CHECK(address.host == row.host);
    CHECK(address.path == row.path);
    CHECK(address.port == row.port);
  }
  for (const std::string url : {"", "ftp://host/x", "https:///x", "https://host:99999/x", "-oProxyCommand=x",
                                "ssh://-oX@host/x", "ssh://-host/x", "a\nb", "file://host/share"}) {
    INFO(url);
    CHECK(errorOf([&] { parseAddress(url); }).code() == ErrorCode::kUsage);
  }
}

TEST_CASE("a password in an address is never kept and never shown", "[remote]") {
  const Sharing sharing;
  const std::string url = "https://zhang:secret@git.example.cn/bank.git";
  const auto error = errorOf([&] { setRemote(sharing.path(), {"origin", url}); });
  CHECK(error.code() == ErrorCode::kUsage);
  CHECK(error.full().find("secret") == std::string::npos);
  CHECK(error.advice().find("https://zhang@git.example.cn/bank.git") != std::string::npos);
  CHECK(bytesOf(sharing.path() / ".git/config").find("secret") == std::string::npos);
  CHECK(shownAddress("https://git.example.cn/a@b:c") == "https://git.example.cn/a@b:c");
}

TEST_CASE("places to sync with are listed, changed and removed, and the stock git knows them", "[remote]") {
  const Sharing sharing;
  CHECK(remotes(sharing.path()).empty());
  CHECK(errorOf([&] { findRemote(sharing.path()); }).code() == ErrorCode::kUsage);
  setRemote(sharing.path(), {"origin", "https://a.example.cn/bank.git"});
  setRemote(sharing.path(), {"usb", "/mnt/usb/bank.git"});
  setRemote(sharing.path(), {"origin", "git@b.example.cn:bank.git"});
  CHECK(findRemote(sharing.path()).url == "git@b.example.cn:bank.git");
  CHECK(remotes(sharing.path()).size() == 2);
  CHECK(sharing.git("remote get-url origin") == "git@b.example.cn:bank.git");
  removeRemote(sharing.path(), "usb");
  CHECK(sharing.git("remote") == "origin");
  CHECK(errorOf([&] { setRemote(sharing.path(), {"a b", "/x"}); }).code() == ErrorCode::kUsage);
}
