#include "formats/history/known_hosts.h"

#include <catch2/catch.hpp>

#include "formats/base/secret.h"
#include "tests/formats/history/work_tree.h"
#include "tests/support/servers/server.h"

using namespace tiku::formats;
using namespace tiku::formats::git;

namespace {

HostKey keyOf(const std::string& type, const std::string& rest) {
  std::string bytes{'\0', '\0', '\0', static_cast<char>(type.size())};
  return {bytes + type + rest};
}

std::string lineFor(const std::string& hosts, const HostKey& key) {
  return hosts + " " + key.type() + " " + toBase64(key.bytes) + "\n";
}

}  // namespace

TEST_CASE("a host is known by its key, whatever the spelling of the line", "[remote]") {
  const HostKey key = keyOf("ssh-ed25519", "the key");
  const HostKey other = keyOf("ssh-ed25519", "another key");
  const HostKey ecdsa = keyOf("ecdsa-sha2-nistp256", "a third key");
  for (const std::string hosts :
       {"git.example.cn", "10.0.0.1,git.example.cn", "*.example.cn", "GIT.example.cn", "g?t.example.cn,!x"}) {
    INFO(hosts);
    CHECK(lookUpHost(lineFor(hosts, key), "git.example.cn", 0, key) == HostState::kKnown);
    CHECK(lookUpHost(lineFor(hosts, key), "git.example.cn", 22, other) == HostState::kChanged);
    CHECK(lookUpHost(lineFor(hosts, key), "git.example.cn", 22, ecdsa) == HostState::kOtherKindKnown);
    CHECK(lookUpHost(lineFor(hosts, key), "git.example.cn", 2222, key) == HostState::kUnknown);
    CHECK(lookUpHost(lineFor(hosts, key), "git.example.org", 0, key) == HostState::kUnknown);
  }
  CHECK(lookUpHost(lineFor("[git.example.cn]:2222", key), "git.example.cn", 2222, key) == HostState::kKnown);
  CHECK(lookUpHost(lineFor("*,!git.example.cn", key), "git.example.cn", 0, key) == HostState::kUnknown);
  CHECK(lookUpHost(lineFor("@revoked *", key) + lineFor("*", key), "h", 0, key) == HostState::kRevoked);
  CHECK(lookUpHost(lineFor("@cert-authority *", key), "h", 0, key) == HostState::kUnknown);
  CHECK(lookUpHost(lineFor("h", other) + lineFor("h", key), "h", 0, key) == HostState::kKnown);
  CHECK(lookUpHost("# h\n\nh\nh ssh-ed25519\n|1|x\n|1|a|b ssh-ed25519 x\n", "h", 0, key) ==
        HostState::kUnknown);
}

TEST_CASE("names that ssh-keygen has hashed are found", "[remote]") {
  if (!tiku::test::haveTools({"ssh-keygen"})) return;
  const tiku::test::Folder folder;
  const HostKey key = keyOf("ssh-ed25519", std::string{'\0', '\0', '\0', ' '} + std::string(32, 'k'));
  std::ofstream(folder / "known_hosts")
      << lineFor("git.example.cn", key) << lineFor("[git.example.cn]:2222", key);
  REQUIRE(tiku::test::shell("ssh-keygen -H -f '" + (folder / "known_hosts").string() + "'").status == 0);
  const std::string hashed = tiku::test::bytesOf(folder / "known_hosts");
  REQUIRE(hashed.starts_with("|1|"));
  CHECK(lookUpHost(hashed, "git.example.cn", 22, key) == HostState::kKnown);
  CHECK(lookUpHost(hashed, "git.example.cn", 2222, key) == HostState::kKnown);
  CHECK(lookUpHost(hashed, "git.example.cn", 2223, key) == HostState::kUnknown);
  CHECK(tiku::test::shell("ssh-keygen -l -f '" + (folder / "known_hosts").string() + "'")
            .output.find(key.fingerprint()) != std::string::npos);
}
