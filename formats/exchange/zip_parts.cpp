#include "formats/exchange/zip_parts.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <unordered_map>

#include <zip.h>

#include "formats/base/say.h"
#include "formats/exchange/sniff.h"

namespace tiku::formats {
namespace {

constexpr std::uint64_t kRatioFrom = 1U << 20U;  // A small part may compress as well as it likes.
constexpr int kXmlDepth = 256;                   // As libxml2 itself allows.
constexpr int kXmlAttributes = 256;              // The root of a Word document alone declares 40 namespaces.

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// The entry's name with '/', or nothing when it would lie outside the container. Old .NET writers put '\'.
std::optional<std::string> partName(std::string name) {
  std::ranges::replace(name, '\\', '/');
  if (name.empty() || name.front() == '/' || name.find(':') != std::string::npos) return std::nullopt;
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::size_t slash = rest.find('/');
    if (rest.substr(0, slash) == "..") return std::nullopt;
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  return name;
}

/// A relationship's target as a path: relative to the folder of its part, "." and ".." worked out.
std::string resolve(const std::string& part, const std::string& target) {
  std::string joined = target.starts_with('/') ? target : part.substr(0, part.rfind('/') + 1) + target;
  std::vector<std::string> segments;
  std::size_t at = 0;
  while (at <= joined.size()) {
    const std::size_t slash = std::min(joined.find('/', at), joined.size());
    const std::string segment = joined.substr(at, slash - at);
    if (segment == ".." && !segments.empty()) segments.pop_back();
    if (!segment.empty() && segment != "." && segment != "..") segments.push_back(segment);
    at = slash + 1;
  }
  std::string path;
  for (const std::string& segment : segments) path += (path.empty() ? "" : "/") + segment;
  return path;
}

struct CloseZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct ZipParts::Impl {
  std::string bytes;
  std::string name;
  Limits limits;
  std::unique_ptr<zip_t, CloseZip> zip;
  struct Entry {
    std::string path;
    zip_uint64_t index = 0;
    std::uint64_t size = 0;
  };
  std::unordered_map<std::string, Entry> entries;  // By lower-case path.
  bool backslashes = false;

  [[noreturn]] void refuse(ErrorCode code, const std::string& message, const std::string& path = {},
                           const std::string& advice = {}) const {
    throw FormatError(code, message, {path.empty() ? name : name + "!" + path, 0, {}}, advice);
  }

  void openZip() {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (source != nullptr && !zip) zip_source_free(source);
    zip_error_fini(&error);
    if (!zip) {
      refuse(ErrorCode::kNotUnderstood, say("压缩包已损坏或不完整，无法打开。"), {},
             say("请重新获取这个文件，或在原程序中打开后另存一份。"));
    }
  }

  void addEntry(zip_uint64_t index, std::uint64_t& total) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip.get(), index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0) {
      refuse(ErrorCode::kNotUnderstood, say("压缩包的目录已损坏。"));
    }
    const std::optional<std::string> path = partName(stat.name);
    backslashes = backslashes || std::string_view(stat.name).find('\\') != std::string_view::npos;
    if (!path) {
      refuse(ErrorCode::kNotUnderstood, say("压缩包中有越出文件夹的路径“{path}”，出于安全不予读取。",
                                            "path"_a = std::string(stat.name)));
    }
    if (path->ends_with('/')) return;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      refuse(ErrorCode::kNotUnderstood, say("压缩包设有密码，无法读取。"), *path,
             say("请取消密码后再导入。"));
    }
    if (isLink(index)) {
      refuse(ErrorCode::kNotUnderstood, say("压缩包中含有链接，出于安全不予读取。"), *path);
    }
    total += stat.size;
    const std::uint64_t limit = limitOf(*path);
    if (stat.size > limit) {
      refuse(ErrorCode::kOverLimit, say("解压后超过安全上限 {limit} MiB。", "limit"_a = limit >> 20U), *path);
    }
    if (total > limits.totalBytes) {
      refuse(ErrorCode::kOverLimit,
             say("全部内容解压后超过安全上限 {limit} MiB。", "limit"_a = limits.totalBytes >> 20U));
    }
    const std::uint64_t packed = std::max<std::uint64_t>(1, stat.comp_size);
    if (stat.size > kRatioFrom && stat.size / packed > static_cast<std::uint64_t>(limits.compressionRatio)) {
      refuse(ErrorCode::kOverLimit,
             say("压缩比超过安全上限 {limit} 倍。", "limit"_a = limits.compressionRatio), *path);
    }
    if (!entries.emplace(lowered(*path), Entry{*path, index, stat.size}).second) {
      refuse(ErrorCode::kNotUnderstood, say("压缩包中有重名的内容。"), *path);
    }
  }

  [[nodiscard]] bool isLink(zip_uint64_t index) const {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip.get(), index, 0, &system, &attributes) != 0) return false;
    return system == ZIP_OPSYS_UNIX && ((attributes >> 16U) & 0170000U) == 0120000U;
  }

  [[nodiscard]] std::uint64_t limitOf(const std::string& path) const {
    const std::string lower = lowered(path);
    return lower.ends_with(".xml") || lower.ends_with(".rels") ? limits.fileBytes : limits.mediaBytes;
  }

  [[nodiscard]] const Entry* find(const std::string& path) const {
    const auto found = entries.find(lowered(path));
    return found == entries.end() ? nullptr : &found->second;
  }
};

ZipParts::ZipParts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipParts::ZipParts(ZipParts&&) noexcept = default;
ZipParts& ZipParts::operator=(ZipParts&&) noexcept = default;
ZipParts::~ZipParts() = default;

ZipParts ZipParts::open(std::string bytes, const std::string& name, const Limits& limits) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = std::move(bytes);
  impl->name = name;
  impl->limits = limits;
  impl->openZip();
  const zip_int64_t count = zip_get_num_entries(impl->zip.get(), 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > limits.fileCount) {
    impl->refuse(ErrorCode::kOverLimit,
                 say("压缩包中的文件超过安全上限 {limit} 个。", "limit"_a = limits.fileCount));
  }
  std::uint64_t total = 0;
  for (zip_int64_t index = 0; index < count; ++index) {
    impl->addEntry(static_cast<zip_uint64_t>(index), total);
  }
  return ZipParts(std::move(impl));
}

std::vector<std::string> ZipParts::list() const {
  std::vector<std::string> paths;
  for (const auto& [key, entry] : impl_->entries) paths.push_back(entry.path);
  std::ranges::sort(paths);
  return paths;
}

bool ZipParts::hasBackslashes() const {
  return impl_->backslashes;
}

bool ZipParts::has(const std::string& path) const {
  return impl_->find(path) != nullptr;
}

std::string ZipParts::read(const std::string& path) const {
  const Impl::Entry* entry = impl_->find(path);
  if (entry == nullptr) impl_->refuse(ErrorCode::kIo, say("文件中缺少这一部分。"), path);
  const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(impl_->zip.get(), entry->index, 0));
  // One byte more than declared: a part that unpacks to more than it says is refused, not followed.
  std::string content(entry->size + 1, '\0');
  std::size_t size = 0;
  while (file && size < content.size()) {
    const zip_int64_t got = zip_fread(file.get(), content.data() + size, content.size() - size);
    if (got < 0) size = content.size();
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (!file || size != entry->size) {
    impl_->refuse(ErrorCode::kNotUnderstood, say("这一部分已损坏，无法解压。"), path,
                  say("请重新获取这个文件，或在原程序中打开后另存一份。"));
  }
  content.resize(size);
  return content;
}

XmlDocument ZipParts::readXml(const std::string& path) const {
  const std::string content = read(path);
  return XmlDocument::parse(content, placeOf(path), {impl_->limits.fileBytes, kXmlDepth, kXmlAttributes});
}

std::map<std::string, Relationship> ZipParts::relationships(const std::string& path) const {
  const std::size_t slash = path.rfind('/');
  const std::size_t cut = slash == std::string::npos ? 0 : slash + 1;
  const std::string part = path.substr(0, cut) + "_rels/" + path.substr(cut) + ".rels";
  std::map<std::string, Relationship> found;
  if (!has(part)) return found;
  const XmlDocument document = readXml(part);
  for (XmlElement link = document.root().first("Relationship"); link; link = link.next("Relationship")) {
    Relationship relationship;
    relationship.id = link.attribute("Id");
    const std::string type = link.attribute("Type");
    relationship.type = type.substr(type.rfind('/') + 1);
    relationship.external = link.attribute("TargetMode") == "External";
    relationship.target = link.attribute("Target");
    if (!relationship.external) relationship.target = resolve(path, relationship.target);
    found.emplace(relationship.id, std::move(relationship));
  }
  return found;
}

std::string ZipParts::mainPart() const {
  for (const auto& [id, link] : relationships({})) {
    if (link.type == "officeDocument" && !link.external && has(link.target)) return link.target;
  }
  return {};
}

std::string ZipParts::placeOf(const std::string& path) const {
  return impl_->name + "!" + path;
}

std::string readWholeFile(const std::filesystem::path& file, std::uint64_t limit) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) {
    throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {file.string(), 0, {}}, say("请核对路径。"));
  }
  if (!std::filesystem::is_regular_file(status)) {
    throw FormatError(ErrorCode::kIo, say("这不是一个文件。"), {file.string(), 0, {}}, say("请核对路径。"));
  }
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (!error && size > limit) {
    throw FormatError(ErrorCode::kOverLimit,
                      say("文件大小超过安全上限 {limit} MiB。", "limit"_a = limit >> 20U),
                      {file.string(), 0, {}});
  }
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  if (stream) stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (error || !stream || static_cast<std::size_t>(stream.gcount()) != bytes.size()) {
    throw FormatError(ErrorCode::kIo, say("读不了这个文件。"), {file.string(), 0, {}},
                      say("请检查读取权限。"));
  }
  return bytes;
}

std::string fileNameOf(const std::filesystem::path& file) {
  const std::u8string name = file.filename().u8string();
  return {reinterpret_cast<const char*>(name.data()), name.size()};
}

}  // namespace tiku::formats
