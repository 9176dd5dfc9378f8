#include "formats/history/index_file.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>
#include <tuple>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"

// An entry: ten numbers of four bytes (ctime, mtime, device, inode, mode, user, group, size), the id, two
// bytes of flags, two more when the flags say so, the path, and one to eight NULs up to a multiple of eight.
namespace tiku::formats::git {
namespace {

constexpr std::size_t kHeader = 12;
constexpr std::size_t kMode = 24;
constexpr std::size_t kSize = 36;
constexpr std::size_t kId = 40;
constexpr std::size_t kFlags = 60;
constexpr std::size_t kPath = 62;
constexpr std::size_t kChecksum = 20;
constexpr std::uint32_t kExtended = 0x4000;
constexpr std::uint32_t kIntentToAdd = 0x2000;
constexpr std::uint32_t kStageBits = 0x3000;
constexpr std::uint32_t kNameBits = 0x0FFF;

std::uint32_t word(const char* at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(at);
  return static_cast<std::uint32_t>(bytes[0]) << 24U | static_cast<std::uint32_t>(bytes[1]) << 16U |
         static_cast<std::uint32_t>(bytes[2]) << 8U | bytes[3];
}

std::uint32_t half(const char* at) {
  return word(at) >> 16U;
}

void append(std::string& to, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) to += static_cast<char>(value >> shift & 0xFFU);
}

void setWord(std::string& bytes, std::size_t at, std::uint32_t value) {
  std::string text;
  append(text, value);
  bytes.replace(at, 4, text);
}

std::size_t padded(std::size_t length) {
  return (length + 8) & ~std::size_t{7};
}

std::size_t pathStart(const char* entry) {
  return kPath + ((half(entry + kFlags) & kExtended) != 0 ? 2 : 0);
}

std::string makeEntry(const std::string& path, const git_oid& id, const IndexStamp& s) {
  std::string bytes;
  for (const std::uint32_t value : {s.ctimeSeconds, s.ctimeNanoseconds, s.mtimeSeconds, s.mtimeNanoseconds,
                                    s.device, s.inode, std::uint32_t{0100644}, s.user, s.group, s.size}) {
    append(bytes, value);
  }
  bytes.append(reinterpret_cast<const char*>(id.id), GIT_OID_RAWSZ);
  const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(path.size(), kNameBits));
  bytes += static_cast<char>(length >> 8U);
  bytes += static_cast<char>(length & 0xFFU);
  bytes += path;
  bytes.resize(padded(bytes.size()), '\0');
  return bytes;
}

// The cached trees (extension TREE): lines "name NUL count SP children LF", then an id when the count is not
// negative, then the children. What lies on the way to an edit is not known any more.
class CachedTrees {
 public:
  CachedTrees(std::string_view data, std::set<std::string> touched)
      : data_(data), touched_(std::move(touched)) {}

  // Nothing when the extension cannot be read; then it is left out, as git allows.
  std::optional<std::string> rewritten() {
    constexpr int kDeepest = 256;
    if (!tree("", kDeepest) || !data_.empty()) return std::nullopt;
    return out_;
  }

 private:
  bool tree(const std::string& parent, int depth) {
    const std::size_t nul = data_.find('\0');
    const std::size_t space = nul == std::string_view::npos ? nul : data_.find(' ', nul);
    const std::size_t line = space == std::string_view::npos ? space : data_.find('\n', space);
    if (line == std::string_view::npos || depth == 0) return false;
    const std::string name(data_.substr(0, nul));
    const int count = std::atoi(std::string(data_.substr(nul + 1, space - nul - 1)).c_str());
    const int children = std::atoi(std::string(data_.substr(space + 1, line - space - 1)).c_str());
    const std::string path = parent.empty() ? name : parent + "/" + name;
    const std::size_t idLength = count < 0 ? 0 : GIT_OID_RAWSZ;
    if (data_.size() < line + 1 + idLength || children < 0) return false;
    const std::string_view id = data_.substr(line + 1, idLength);
    const bool kept = count >= 0 && !touched_.contains(path);
    out_ += name + '\0' + std::to_string(kept ? count : -1) + " " + std::to_string(children) + "\n";
    if (kept) out_ += id;
    data_.remove_prefix(line + 1 + idLength);
    for (int i = 0; i < children; ++i) {
      if (!tree(path, depth - 1)) return false;
    }
    return true;
  }

  std::string_view data_;
  std::set<std::string> touched_;
  std::string out_;
};

}  // namespace

IndexFile::IndexFile(std::string bytes, std::filesystem::path directory)
    : directory_(std::move(directory)), bytes_(std::move(bytes)) {
  if (bytes_.empty()) {
    bytes_ = "DIRC";
    append(bytes_, 2);
    append(bytes_, 0);
    bytes_.append(kChecksum, '\0');
  }
  if (bytes_.size() < kHeader + kChecksum || !bytes_.starts_with("DIRC")) throwDamaged();
  if (bytes_.size() > std::numeric_limits<std::uint32_t>::max()) throwDamaged();
  const std::uint32_t version = word(bytes_.data() + 4);
  const std::size_t count = word(bytes_.data() + 8);
  if (version < 2 || version > 4 || count > bytes_.size() / 8) throwDamaged();
  if (version == 4) expandVersion4(count);
  readEntries(count);
  (void)extensions();
}

void IndexFile::throwDamaged() const {
  throw FormatError(ErrorCode::kNotUnderstood, say("git 的索引文件（.git/index）不完好。"),
                    {directory_.string(), 0, {}},
                    say("用 tiku doctor --mend 重建它；工作目录里的文件不会被改动。"));
}

// Version 4 leaves out of each path what it shares with the one before, and the NULs. It is turned into
// version 3 here and stays so: git reads either.
void IndexFile::expandVersion4(std::size_t count) {
  std::string expanded = "DIRC";
  append(expanded, 3);
  append(expanded, static_cast<std::uint32_t>(count));
  const std::size_t limit = bytes_.size() - kChecksum;
  std::size_t at = kHeader;
  std::string path;
  for (std::size_t i = 0; i < count; ++i) {
    if (at + kPath + 3 > limit) throwDamaged();
    const std::size_t fixed = pathStart(bytes_.data() + at);
    std::string entry = bytes_.substr(at, fixed);
    at += fixed;
    std::size_t drop = 0;
    for (bool more = true, first = true; more; first = false) {
      if (at >= limit) throwDamaged();
      const auto byte = static_cast<unsigned char>(bytes_[at++]);
      drop = (first ? 0 : (drop + 1) << 7U) | (byte & 0x7FU);
      more = (byte & 0x80U) != 0;
    }
    const std::size_t end = bytes_.find('\0', at);
    if (drop > path.size() || end == std::string::npos || end >= limit) throwDamaged();
    path.resize(path.size() - drop);
    path.append(bytes_, at, end - at);
    at = end + 1;
    entry += path;
    entry.resize(padded(entry.size()), '\0');
    expanded += entry;
  }
  bytes_ = expanded.append(bytes_, at);
}

void IndexFile::readEntries(std::size_t count) {
  const std::size_t limit = bytes_.size() - kChecksum;
  std::size_t at = kHeader;
  entries_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (at + kPath > limit) throwDamaged();
    const char* entry = bytes_.data() + at;
    const std::uint32_t flags = half(entry + kFlags);
    const std::size_t start = pathStart(entry);
    std::size_t length = flags & kNameBits;
    if (length == kNameBits && at + start < limit) length = strnlen(entry + start, limit - at - start);
    const std::size_t size = padded(start + length);
    if (at + size > limit || entry[start + length] != '\0') throwDamaged();
    conflicts_ = conflicts_ || (flags & kStageBits) != 0;
    entries_.push_back(static_cast<std::uint32_t>(at));
    at += size;
  }
  end_ = at;
}

std::string_view IndexFile::bytesOf(std::size_t entry) const {
  const std::size_t end = entry + 1 < entries_.size() ? entries_[entry + 1] : end_;
  return {bytes_.data() + entries_[entry], end - entries_[entry]};
}

std::string_view IndexFile::pathOf(std::size_t entry) const {
  const char* bytes = bytes_.data() + entries_[entry];
  const std::size_t length = half(bytes + kFlags) & kNameBits;
  const char* path = bytes + pathStart(bytes);
  return length < kNameBits ? std::string_view(path, length) : std::string_view(path);
}

std::size_t IndexFile::lowerBound(std::string_view path) const {
  std::size_t from = 0;
  std::size_t to = entries_.size();
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    if (pathOf(middle) < path) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

std::optional<IndexFile::Entry> IndexFile::find(std::string_view path) const {
  const std::size_t at = lowerBound(path);
  if (at == entries_.size() || pathOf(at) != path) return std::nullopt;
  return entryAt(at);
}

std::optional<IndexFile::Entry> IndexFile::InOrder::find(std::string_view path) {
  while (at_ < index_.size() && index_.pathOf(at_) < path) passed_(index_.pathOf(at_++));
  if (at_ == index_.size() || index_.pathOf(at_) != path) return std::nullopt;
  return index_.entryAt(at_++);
}

void IndexFile::InOrder::finish() {
  while (at_ < index_.size()) passed_(index_.pathOf(at_++));
}

IndexFile::Entry IndexFile::entryAt(std::size_t at) const {
  const char* bytes = bytes_.data() + entries_[at];
  Entry entry;
  std::copy_n(bytes + kId, GIT_OID_RAWSZ, reinterpret_cast<char*>(entry.id.id));
  entry.mode = word(bytes + kMode);
  entry.stamp = {word(bytes),      word(bytes + 4),  word(bytes + 8),  word(bytes + 12),   word(bytes + 16),
                 word(bytes + 20), word(bytes + 28), word(bytes + 32), word(bytes + kSize)};
  entry.intentOnly = (half(bytes + kFlags) & kExtended) != 0 && (half(bytes + kPath) & kIntentToAdd) != 0;
  return entry;
}

void IndexFile::put(const std::string& path, const git_oid& id, const IndexStamp& stamp) {
  edits_[path] = makeEntry(path, id, stamp);
}

void IndexFile::remove(const std::string& path) {
  edits_[path] = std::nullopt;
}

// Of the extensions only the cached trees are kept: they save the stock git time. The others describe
// positions that have moved or state of other programs, and each may be left out.
std::string IndexFile::extensions() const {
  std::set<std::string> touched{""};
  for (const auto& [path, entry] : edits_) {
    for (std::size_t slash = path.rfind('/'); slash != std::string::npos;
         slash = path.rfind('/', slash - 1)) {
      if (!touched.insert(path.substr(0, slash)).second || slash == 0) break;
    }
  }
  std::string kept;
  const std::size_t limit = bytes_.size() - kChecksum;
  for (std::size_t at = end_; at < limit;) {
    if (at + 8 > limit || word(bytes_.data() + at + 4) > limit - at - 8) throwDamaged();
    const std::string name = bytes_.substr(at, 4);
    const std::string_view data(bytes_.data() + at + 8, word(bytes_.data() + at + 4));
    if (name[0] < 'A' || name[0] > 'Z') {
      throw FormatError(ErrorCode::kConflict,
                        say("git 的索引是拆分的或稀疏的（{name}），本程序不能使用。", "name"_a = name),
                        {directory_.string(), 0, {}},
                        say("先运行 git update-index --no-split-index 和 git sparse-checkout disable。"));
    }
    if (name == "TREE") {
      if (const auto trees = CachedTrees(data, touched).rewritten()) {
        kept = name;
        append(kept, static_cast<std::uint32_t>(trees->size()));
        kept += *trees;
      }
    }
    at += 8 + data.size();
  }
  return kept;
}

std::vector<std::string_view> IndexFile::serialize(std::uint32_t seconds, std::uint32_t nanoseconds) {
  std::vector<std::string_view> pieces{{}};
  const auto own = [this](std::string text) -> std::string_view {
    return *made_.emplace_back(std::make_unique<std::string>(std::move(text)));
  };
  std::size_t count = 0;
  std::size_t from = 0;  // The first entry that is not in `pieces` yet.
  const auto copyUpTo = [&](std::size_t to) {
    if (to > from)
      pieces.emplace_back(bytes_.data() + entries_[from],
                          (to < entries_.size() ? entries_[to] : end_) - entries_[from]);
    count += to - from;
    from = to;
  };
  const auto copyMarkingYoung = [&](std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const char* bytes = bytes_.data() + entries_[i];
      if (std::tuple(word(bytes + 8), word(bytes + 12)) < std::tuple(seconds, nanoseconds)) continue;
      copyUpTo(i);
      std::string young(bytesOf(i));
      setWord(young, kSize, 0);
      pieces.push_back(own(std::move(young)));
      ++count;
      from = i + 1;
    }
    copyUpTo(to);
  };
  for (const auto& [path, entry] : edits_) {
    const std::size_t at = lowerBound(path);
    copyMarkingYoung(at);
    if (at < entries_.size() && pathOf(at) == path) from = at + 1;
    if (!entry) continue;
    pieces.emplace_back(*entry);
    ++count;
  }
  copyMarkingYoung(entries_.size());
  pieces.push_back(own(extensions()));
  std::string header = bytes_.substr(0, 8);
  append(header, static_cast<std::uint32_t>(count));
  pieces.front() = own(std::move(header));
  git_oid sum{};
  git_oid_fromstr(&sum, digest(Hash::kSha1, pieces).c_str());
  pieces.push_back(own(std::string(reinterpret_cast<const char*>(sum.id), GIT_OID_RAWSZ)));
  return pieces;
}

}  // namespace tiku::formats::git
