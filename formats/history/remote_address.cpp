#include "formats/history/remote_address.h"

#include <array>
#include <charconv>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/remote.h"

namespace tiku::formats {
namespace {

using Kind = RemoteAddress::Kind;

struct Scheme {
  const char* name;
  Kind kind;
};
constexpr std::array kSchemes{Scheme{"https", Kind::kHttps}, Scheme{"http", Kind::kHttp},
                              Scheme{"ssh", Kind::kSsh},     Scheme{"git+ssh", Kind::kSsh},
                              Scheme{"ssh+git", Kind::kSsh}, Scheme{"git", Kind::kGit},
                              Scheme{"file", Kind::kPath}};

[[noreturn]] void throwNoAddress(const std::string& url) {
  throw FormatError(ErrorCode::kUsage, say("“{url}”不是可以同步的地址。", "url"_a = shownAddress(url)), {},
                    say("可以是文件夹的路径，或以 https://、ssh://、git:// 开头的地址，或 用户@主机:路径。"));
}

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size();
    const int high = escape ? hexDigit(text[i + 1]) : -1;
    const int low = escape ? hexDigit(text[i + 2]) : -1;
    if (high >= 0 && low >= 0) {
      plain += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

// Where the user part of "scheme://user:password@host/" begins and ends; both 0 when there is none.
std::pair<std::size_t, std::size_t> userPart(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return {0, 0};
  const std::size_t begin = scheme + 3;
  const std::size_t end = url.find_first_of("/?#", begin);
  const std::size_t at = url.substr(0, end).rfind('@');
  if (at == std::string::npos || at < begin) return {0, 0};
  return {begin, at};
}

void parseHost(const std::string& text, const std::string& url, RemoteAddress& address) {
  const bool bracketed = text.starts_with('[');
  const std::size_t close = bracketed ? text.find(']') : std::string::npos;
  if (bracketed && close == std::string::npos) throwNoAddress(url);
  const std::size_t colon = text.find(':', bracketed ? close : 0);
  address.host = bracketed ? text.substr(1, close - 1) : text.substr(0, colon);
  if (address.host.empty() || address.host.starts_with('-')) throwNoAddress(url);
  if (colon == std::string::npos) return;
  const std::string port = text.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (error != std::errc() || end != port.data() + port.size() || address.port <= 0 || address.port > 65535)
    throwNoAddress(url);
}

int usualPort(Kind kind) {
  switch (kind) {
    case Kind::kSsh:
      return 22;
    case Kind::kHttp:
      return 80;
    case Kind::kHttps:
      return 443;
    case Kind::kGit:
      return 9418;
    case Kind::kPath:
    case Kind::kOther:
      break;
  }
  return 0;
}

RemoteAddress parseUrl(const std::string& url, std::size_t schemeEnd) {
  RemoteAddress address;
  address.kind = Kind::kOther;
  for (const Scheme& scheme : kSchemes) {
    if (url.substr(0, schemeEnd) == scheme.name) address.kind = scheme.kind;
  }
  if (address.kind == Kind::kOther) throwNoAddress(url);
  const auto [userBegin, userEnd] = userPart(url);
  if (userEnd != 0) {
    const std::string user = url.substr(userBegin, userEnd - userBegin);
    address.hasPassword = user.find(':') != std::string::npos;
    address.user = unescaped(user.substr(0, user.find(':')));
    if (address.user.starts_with('-')) throwNoAddress(url);
  }
  const std::size_t host = userEnd != 0 ? userEnd + 1 : schemeEnd + 3;
  const std::size_t path = std::min(url.find('/', host), url.size());
  address.path = address.kind == Kind::kPath ? unescaped(url.substr(path)) : url.substr(path);
  if (address.kind == Kind::kPath) {
    const std::string where = url.substr(host, path - host);
    if ((!where.empty() && where != "localhost") || address.path.empty()) throwNoAddress(url);
  } else {
    parseHost(url.substr(host, path - host), url, address);
  }
  return address;
}

// "user@host:path", as ssh and git have it: the colon comes before any slash.
std::optional<RemoteAddress> parseScp(const std::string& url) {
  const std::size_t bracket = url.find('[') < url.find('/') ? url.find(']') : 0;
  const std::size_t colon = url.find(':', bracket == std::string::npos ? 0 : bracket);
  if (colon == std::string::npos || url.find('/') < colon) return std::nullopt;
  RemoteAddress address;
  address.kind = Kind::kSsh;
  std::string host = url.substr(0, colon);
  if (const std::size_t at = host.rfind('@'); at != std::string::npos) {
    const std::string user = host.substr(0, at);
    address.hasPassword = user.find(':') != std::string::npos;
    address.user = user;
    host = host.substr(at + 1);
  }
  parseHost(host, url, address);
  address.path = url.substr(colon + 1);
  if (address.path.empty() || address.user.starts_with('-')) throwNoAddress(url);
  return address;
}

}  // namespace

std::string RemoteAddress::hostAndPort() const {
  if (port == 0 || port == usualPort(kind)) return host;
  return host + ":" + std::to_string(port);
}

RemoteAddress parseAddress(const std::string& url) {
  const bool strange = url.find_first_of(std::string("\n\r\0", 3)) != std::string::npos;
  if (url.empty() || url.starts_with('-') || strange) throwNoAddress(url);
  const std::size_t scheme = url.find("://");
  if (scheme != std::string::npos) return parseUrl(url, scheme);
  if (auto address = parseScp(url)) return *address;
  RemoteAddress address;
  address.path = url;
  return address;
}

std::string shownAddress(const std::string& url) {
  const auto [begin, end] = userPart(url);
  const std::size_t colon = url.find(':', begin);
  if (end == 0 || colon >= end) return url;
  return url.substr(0, colon) + url.substr(end);
}

std::string absoluteAddress(const std::string& url) {
  const RemoteAddress address = parseAddress(url);
  if (address.kind != Kind::kPath) return url;
  return std::filesystem::absolute(address.file()).lexically_normal().string();
}

std::string withoutUser(const std::string& url) {
  const auto [begin, end] = userPart(url);
  return end == 0 ? url : url.substr(0, begin) + url.substr(end + 1);
}

}  // namespace tiku::formats
