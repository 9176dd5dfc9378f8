#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace tiku::formats {

/// The address of another place, taken apart as git does.
struct RemoteAddress {
  enum class Kind { kPath, kSsh, kHttp, kHttps, kGit, kOther };
  Kind kind = Kind::kPath;
  std::string user;
  bool hasPassword = false;
  std::string host;
  int port = 0;  ///< 0: the usual one.
  std::string path;

  /// The file path of kPath.
  [[nodiscard]] std::filesystem::path file() const { return path; }
  /// "host", or "host:port" where the port is not the usual one.
  [[nodiscard]] std::string hostAndPort() const;
};

/// Throws FormatError kUsage for what is no address that can be used, with advice.
RemoteAddress parseAddress(const std::string& url);

/// The same without user and password: what a keyring entry is kept under.
std::string withoutUser(const std::string& url);

}  // namespace tiku::formats
