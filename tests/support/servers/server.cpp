#include "tests/support/servers/server.h"

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "formats/base/user.h"
#include "tests/support/places.h"
#include "tests/support/shell.h"

namespace tiku::test {

namespace fs = std::filesystem;

namespace {

std::string output(const std::string& command) {
  const ShellResult result = shell(command);
  if (result.status != 0) throw std::runtime_error(command + ": " + result.output);
  return result.output;
}

std::string inQuotes(const fs::path& path) {
  return "'" + path.string() + "'";
}

std::string word(const std::string& text, int number) {
  std::istringstream words(text);
  std::string one;
  for (int i = 0; i <= number; ++i) words >> one;
  return one;
}

}  // namespace

bool haveTools(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (shell("command -v " + name + " || test -x /usr/sbin/" + name).status == 0) continue;
    WARN(name << " is not there; this was not tried");
    return false;
  }
  return true;
}

Server::Server(const std::vector<std::string>& arguments) {
  rule("");
  std::vector<std::string> all{"python3", (tests::sourceRoot() / "tests/support/servers/serve.py").string(),
                               folder_ / "rules"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  process_ = ::fork();
  if (process_ == 0) {
    // A group of its own, so that what it started goes with it.
    ::setpgid(0, 0);
    ::dup2(pipe[1], STDOUT_FILENO);
    const int log = ::open((folder_ / "log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ::dup2(log, STDERR_FILENO);
    std::vector<char*> raw;
    for (std::string& argument : all) raw.push_back(argument.data());
    raw.push_back(nullptr);
    ::execvp("python3", raw.data());
    ::_exit(127);
  }
  ::close(pipe[1]);
  FILE* from = ::fdopen(pipe[0], "r");
  const bool told = from != nullptr && std::fscanf(from, "%d", &port_) == 1;
  if (from != nullptr) std::fclose(from);
  if (told) return;
  kill();
  throw std::runtime_error("the server did not start: " + bytesOf(folder_ / "log"));
}

Server::~Server() {
  kill();
}

void Server::kill() {
  if (process_ <= 0) return;
  ::kill(-process_, SIGKILL);
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

void Server::rule(const std::string& words) const {
  std::ofstream(folder_ / "rules") << words;
}

GitServer::GitServer(const fs::path& root)
    : Server({"exec", "git", "daemon", "--inetd", "--export-all", "--enable=receive-pack",
              "--base-path=" + root.string()}) {}

std::string GitServer::url(const std::string& name) const {
  return "git://127.0.0.1:" + std::to_string(port()) + "/" + name;
}

HttpServer::HttpServer(const fs::path& root, const std::string& login)
    : Server({"http", root.string(), login}) {}

std::string HttpServer::url(const std::string& name) const {
  return "http://127.0.0.1:" + std::to_string(port()) + "/" + name;
}

HttpsServer::HttpsServer(const fs::path& root, const std::string& login) {
  (void)output("cd " + inQuotes(folder_.path()) +
               " && openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2"
               " -subj /CN=localhost");
  server_.emplace(
      std::vector<std::string>{"http", root.string(), login, folder_ / "cert.pem", folder_ / "key.pem"});
}

std::string HttpsServer::url(const std::string& name) const {
  return "https://127.0.0.1:" + std::to_string(server_->port()) + "/" + name;
}

std::string HttpsServer::fingerprint() const {
  const std::string line =
      output("openssl x509 -noout -fingerprint -sha256 -in " + inQuotes(folder_ / "cert.pem"));
  return line.substr(line.find('=') + 1);
}

SshServer::SshServer(const fs::path& root) : root_(root) {
  (void)output("ssh-keygen -q -t ed25519 -N '' -f " + inQuotes(userKey()));
  fs::copy_file(folder_ / "user_key.pub", folder_ / "authorized_keys");
  (void)output("ssh-keygen -q -t ed25519 -N '' -f " + inQuotes(folder_ / "host_key"));
  // Where sshd leaves its rights when root starts it, as its service makes it.
  if (::getuid() == 0) ::mkdir("/run/sshd", 0755);
  std::ofstream(folder_ / "config") << "HostKey " << (folder_ / "host_key").string()
                                    << "\nAuthorizedKeysFile " << (folder_ / "authorized_keys").string()
                                    << "\nPasswordAuthentication no\nKbdInteractiveAuthentication no"
                                       "\nStrictModes no\nUsePAM no\nPidFile none\nPermitRootLogin yes\n";
  const std::string config = folder_ / "config";
  if (shell("/usr/sbin/sshd -t -f " + inQuotes(fs::path(config))).status != 0) {
    WARN("sshd does not run here; this was not tried");
    return;
  }
  server_.emplace(std::vector<std::string>{"exec", "/usr/sbin/sshd", "-i", "-f", config});
}

std::string SshServer::url(const std::string& name) const {
  return "ssh://" + formats::loginName() + "@127.0.0.1:" + std::to_string(server_->port()) +
         (root_ / name).string();
}

std::string SshServer::fingerprint() const {
  return word(output("ssh-keygen -l -f " + inQuotes(folder_ / "host_key.pub")), 1);
}

std::string SshServer::knownHostLine(const std::string& publicKey) const {
  const std::string key = bytesOf(folder_ / publicKey);
  return "[127.0.0.1]:" + std::to_string(server_->port()) + " " + word(key, 0) + " " + word(key, 1) + "\n";
}

std::string SshServer::knownHost() const {
  return knownHostLine("host_key.pub");
}

std::string SshServer::otherKnownHost() const {
  return knownHostLine("user_key.pub");
}

}  // namespace tiku::test
