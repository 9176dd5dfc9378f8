// `tiku.xml`
#include <charconv>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "formats/package/xml/tree.h"

namespace tiku::formats {
namespace {

std::optional<FormatVersion> parseVersion(std::string_view text) {
  FormatVersion version;
  const char* end = text.data() + text.size();
  const auto [dot, majorError] = std::from_chars(text.data(), end, version.major);
  if (majorError != std::errc{} || dot == end || *dot != '.') return std::nullopt;
  const auto [rest, minorError] = std::from_chars(dot + 1, end, version.minor);
  if (minorError != std::errc{} || rest != end || version.major < 0 || version.minor < 0) return std::nullopt;
  return version;
}

}  // namespace

std::string FormatVersion::str() const {
  return std::to_string(major) + "." + std::to_string(minor);
}

std::string writeManifest(const Id& packageId, FormatVersion version) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tiku xmlns=\"" + std::string(xml::kTikuNamespace) +
         "\" version=\"" + version.str() + "\" package=\"" + packageId.str() + "\"/>\n";
}

std::string writeManifest(const BankInfo& info) {
  return writeManifest(info.packageId,
                       {kFormatVersion.major, std::max(kFormatVersion.minor, info.formatMinor)});
}

Manifest readManifest(const std::string& content, const std::string& file, const Limits& limits) {
  std::unique_ptr<xml::Element> root;
  try {
    root = xml::Parser(limits).parse(content, file);
  } catch (const FormatError& error) {
    throw FormatError(
        ErrorCode::kNotAPackage,
        say("题库的版本文件 {file} 读不懂：{reason}", "file"_a = "tiku.xml", "reason"_a = error.what()),
        error.place());
  }
  // The namespace may differ in another major version; the root's name and these two attributes do not.
  const std::string* version = root->attribute("version");
  const std::string* package = root->attribute("package");
  const auto parsed = version == nullptr ? std::nullopt : parseVersion(*version);
  const auto id = package == nullptr ? std::nullopt : Id::parse(*package);
  if (root->name != "tiku" || !parsed || !id) {
    throw FormatError(ErrorCode::kNotAPackage,
                      say("题库的版本文件 {file} 应为 <tiku version=\"主版本.次版本\" package=\"UUID\">。",
                          "file"_a = "tiku.xml"),
                      {file, root->line, {}});
  }
  return {*parsed, *id};
}

}  // namespace tiku::formats
