#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "formats/history/remote.h"
#include "formats/history/repository.h"
#include "tests/formats/history/work_tree.h"
#include "tests/support/servers/server.h"

namespace tiku::test {

/// Two people who write one bank, and the place that they share.
struct Sharing : WorkTree {
  Sharing() {
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
      unsetenv(name);
    unsetenv("SSH_AUTH_SOCK");
    // No keyring of the person who runs the tests either.
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", 1);
    write("tiku.xml", "<tiku/>\n");
    write("bank.xml", "一\n");
    write("items/level-3/theory/a.xml", "甲\n");
    formats::Repository::init(path()).checkIn("第一次");
    formats::createShared(hub() / "bank.git");
    (void)shell("git -C '" + (hub() / "bank.git").string() + "' config http.receivepack true");
  }

  [[nodiscard]] std::filesystem::path hub() const { return root() / "hub"; }
  /// Where the second one works.
  [[nodiscard]] std::filesystem::path second() const { return root() / "second"; }

  [[nodiscard]] std::string gitIn(const std::filesystem::path& where, const std::string& arguments) const {
    const ShellResult result = shell("git -C '" + where.string() + "' " + arguments);
    INFO("git " << arguments << ": " << result.output);
    REQUIRE(result.status == 0);
    return result.output;
  }
  [[nodiscard]] std::string hubGit(const std::string& arguments) const {
    return gitIn(hub() / "bank.git", arguments);
  }

  static void put(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
  }
  /// A change, checked in.
  static std::string change(const std::filesystem::path& bank, const std::string& file,
                            const std::string& content) {
    put(bank / file, content);
    const auto revision = formats::Repository::open(bank).checkIn("改 " + file);
    REQUIRE(revision);
    return revision->commit;
  }
  /// What makes the other side's way long enough to be cut.
  static std::string noise(std::size_t bytes) {
    std::string text(bytes, '\0');
    unsigned int state = 12345;
    for (char& c : text) c = static_cast<char>((state = state * 1103515245 + 12345) >> 16U);
    return text;
  }
};

/// A person at the keyboard.
struct Keyboard : formats::CredentialSource {
  std::vector<formats::Login> logins;  ///< Given one after the other.
  bool trusting = false;
  std::vector<formats::LoginQuestion> asked;
  std::vector<formats::TrustQuestion> doubts;

  std::optional<formats::Login> login(const formats::LoginQuestion& question) override {
    asked.push_back(question);
    if (asked.size() > logins.size()) return std::nullopt;
    return logins[asked.size() - 1];
  }
  bool trust(const formats::TrustQuestion& question) override {
    doubts.push_back(question);
    return trusting;
  }
};

inline formats::TransferError troubleOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const formats::TransferError& error) {
    return error;
  }
  FAIL("no trouble");
  throw std::logic_error("unreachable");
}

}  // namespace tiku::test
