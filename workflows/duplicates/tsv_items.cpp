#include "workflows/duplicates/tsv_items.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/base/parallel.h"
#include "formats/base/say.h"
#include "formats/exchange/items/type_words.h"
#include "workflows/duplicates/make_statements.h"

namespace tiku::workflows {

using namespace formats;
using validators::ItemWords;
using validators::StatementList;

namespace {

constexpr std::size_t kLargestFile = 0xFFFFFFFFU;

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path) : number_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number_ >= 0) close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void failToRead(const std::filesystem::path& path) {
  throw FormatError(ErrorCode::kIo, say("读不出这个文件：{reason}。", "reason"_a = std::strerror(errno)),
                    {path.string(), 0, {}});
}

/// Reads the bytes from several places at once; returns how many there were, fewer when the file has shrunk.
std::size_t readAll(const OpenFile& file, char* to, std::size_t length, unsigned threads,
                    const std::filesystem::path& path) {
  constexpr std::size_t kPart = std::size_t{4} << 20U;
  std::atomic<std::size_t> got{length};
  std::atomic<bool> failed{false};
  inParallel((length + kPart - 1) / kPart, threads, [&](unsigned /*thread*/, std::size_t part) {
    std::size_t at = part * kPart;
    const std::size_t end = std::min(length, at + kPart);
    while (at < end) {
      const ssize_t count = pread(file.number(), to + at, end - at, static_cast<off_t>(at));
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) failed = true;
      if (count <= 0) break;
      at += static_cast<std::size_t>(count);
    }
    for (std::size_t known = got; at < end && at < known && !got.compare_exchange_weak(known, at);) {
    }
  });
  if (failed) failToRead(path);
  return got;
}

/// Whether the beginning of the file is UTF-8 text; the last characters may be cut.
bool looksLikeUtf8(std::string_view text) {
  constexpr std::size_t kLooked = 1U << 20U;
  text = text.substr(0, kLooked);
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || lead == 0) return false;
    for (std::size_t more = 1; more < length && at + more < text.size(); ++more) {
      if ((static_cast<unsigned char>(text[at + more]) & 0xC0U) != 0x80) return false;
    }
    at += length;
  }
  return true;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

std::optional<bool> truthOf(std::string_view key) {
  if (isOneOf(key, {"√", "✓", "对", "正确", "T", "t", "true", "True", "TRUE", "Y", "是"})) return true;
  if (isOneOf(key, {"×", "✗", "错", "错误", "F", "f", "false", "False", "FALSE", "N", "否"})) return false;
  return std::nullopt;
}

/// Letters A to Z with anything that is no letter between them.
bool readLetters(std::string_view key, std::vector<int>& positions) {
  for (const char c : key) {
    if (c >= 'A' && c <= 'Z') {
      positions.push_back(c - 'A');
    } else if (c >= 'a' && c <= 'z') {
      positions.push_back(c - 'a');
    } else if (c >= '0' && c <= '9') {
      return false;
    }
  }
  return !positions.empty();
}

void split(std::string_view text, std::vector<std::string_view>& parts) {
  if (text.empty()) return;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find('|', from), text.size());
    parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
}

/// The type that a cell says: "single-choice", 单选题, B, and S, J, M of public data sets.
std::optional<ItemType> typeOf(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (const auto type = itemTypeOf(word)) return type;
  if (word == "S") return ItemType::kSingleChoice;
  if (word == "J") return ItemType::kTrueFalse;
  if (word == "M") return ItemType::kMultipleChoice;
  if (word.size() == 1) return itemTypeByLetter(word.front());
  return itemTypeByName(word);
}

/// The type as its options and key show it, for a row that does not say.
ItemType guessedType(const ItemWords& words, std::string_view key) {
  if (!words.options.empty()) {
    std::vector<int> positions;
    readLetters(key, positions);
    return positions.size() > 1 ? ItemType::kMultipleChoice : ItemType::kSingleChoice;
  }
  return key.empty() || truthOf(key) ? ItemType::kTrueFalse : ItemType::kFillIn;
}

}  // namespace

TsvItems TsvItems::read(const std::filesystem::path& path, unsigned threads) {
  const OpenFile file(path);
  struct stat status{};
  if (file.number() < 0 || fstat(file.number(), &status) != 0) failToRead(path);
  if (!S_ISREG(status.st_mode))
    throw FormatError(ErrorCode::kIo, say("这不是一个文件。"), {path.string(), 0, {}});
  const auto length = static_cast<std::size_t>(status.st_size);
  if (length > kLargestFile) {
    throw FormatError(ErrorCode::kOverLimit, say("文件超过 4 GiB。"), {path.string(), 0, {}},
                      say("分成几个文件，用 --against 一起比较。"));
  }
  TsvItems items;
  items.bytes_ = LargeArray<char>(length);
  items.length_ = readAll(file, items.bytes_.data(), length, threads, path);
  items.readRows(path.string(), threads);
  return items;
}

TsvItems TsvItems::of(std::string_view bytes, const std::string& name) {
  TsvItems items;
  items.bytes_ = LargeArray<char>(bytes.size());
  items.length_ = bytes.size();
  std::ranges::copy(bytes, items.bytes_.data());
  items.readRows(name, 1);
  return items;
}

void TsvItems::readRows(const std::string& name, unsigned threads) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  static constexpr std::array<std::string_view, kColumns> kNames{"id", "type", "stem", "options", "key"};
  const std::string_view all(bytes_.data(), length_);
  if (!looksLikeUtf8(all)) {
    throw FormatError(ErrorCode::kNotUnderstood, say("文件不是 UTF-8 编码的文本。"), {name, 0, {}},
                      say("另存为 UTF-8 编码的文本，或者用 .csv、.xlsx 文件。"));
  }
  const std::size_t from = all.starts_with(kMark) ? kMark.size() : 0;
  std::string_view line = all.substr(from, all.find('\n', from) - from);
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t to = std::min(line.find('\t', at), line.size());
    names.push_back(line.substr(at, to - at));
    at = to + 1;
  }
  const bool isHeading = std::ranges::any_of(names, [](std::string_view name) { return name == "stem"; }) ||
                         (!names.empty() && names.front() == "id");
  if (!isHeading) {
    findRows(from, threads);
    return;
  }
  for (std::size_t column = 0; column < kColumns; ++column) {
    const auto place = std::ranges::find(names, kNames[column]);
    columns_[column] = place == names.end() ? kAbsent : static_cast<int>(place - names.begin());
  }
  if (columns_[kStem] == kAbsent) {
    throw FormatError(ErrorCode::kNotUnderstood, say("第一行没有题干一栏（stem）。"), {name, 1, {}},
                      say("第一行写 id、type、stem、options、key，以制表符分隔。"));
  }
  firstLine_ = 2;
  const std::size_t end = all.find('\n', from);
  findRows(end == std::string_view::npos ? length_ : end + 1, threads);
}

void TsvItems::findRows(std::size_t from, unsigned threads) {
  constexpr std::size_t kPart = std::size_t{1} << 20U;
  const std::size_t parts = (length_ - from + kPart - 1) / kPart;
  std::vector<std::vector<std::uint32_t>> starts(parts);
  inParallel(parts, threads, [&](unsigned /*thread*/, std::size_t part) {
    const char* const all = bytes_.data();
    const char* at = all + from + part * kPart;
    const char* const end = std::min(all + length_, at + kPart);
    while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) !=
           nullptr) {
      ++at;
      if (at < all + length_) starts[part].push_back(static_cast<std::uint32_t>(at - all));
      if (at == end) break;
    }
  });
  if (from < length_) rows_.push_back(static_cast<std::uint32_t>(from));
  std::size_t count = rows_.size();
  for (const auto& some : starts) count += some.size();
  rows_.reserve(count);
  for (const auto& some : starts) rows_.insert(rows_.end(), some.begin(), some.end());
}

std::string_view TsvItems::rowText(std::size_t row) const {
  const std::size_t end = row + 1 < rows_.size() ? rows_[row + 1] : length_;
  std::string_view text(bytes_.data() + rows_[row], end - rows_[row]);
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::array<std::string_view, TsvItems::kColumns> TsvItems::fields(std::string_view text) const {
  std::array<std::string_view, kColumns> fields;
  for (int number = 0; !text.empty() || number == 0; ++number) {
    const auto* tab = static_cast<const char*>(std::memchr(text.data(), '\t', text.size()));
    const std::size_t length = tab == nullptr ? text.size() : static_cast<std::size_t>(tab - text.data());
    for (std::size_t column = 0; column < kColumns; ++column) {
      if (columns_[column] == number) fields[column] = text.substr(0, length);
    }
    if (tab == nullptr) break;
    text.remove_prefix(length + 1);
  }
  return fields;
}

std::string_view TsvItems::field(std::size_t row, Column column) const {
  return fields(rowText(row))[column];
}

void TsvItems::item(std::size_t row, ItemWords& words) const {
  words.clear();
  const auto cells = fields(rowText(row));
  words.stem = cells[kStem];
  split(cells[kOptions], words.options);
  words.type = typeOf(cells[kType]).value_or(guessedType(words, cells[kKey]));
  if (cells[kKey].empty()) return;
  if (hasOptions(words.type)) {
    readLetters(cells[kKey], words.keyed);
  } else if (words.type == ItemType::kTrueFalse) {
    words.truth = truthOf(cells[kKey]);
  } else if (words.type == ItemType::kFillIn) {
    split(cells[kKey], words.answers);
  }
}

StatementList TsvItems::statements(unsigned threads) const {
  return makeStatements(size(), threads, [this](std::size_t row, ItemWords& words) { item(row, words); });
}

std::vector<TsvItems::Problem> TsvItems::problems(std::size_t limit) const {
  std::vector<Problem> problems;
  ItemWords words;
  for (std::size_t row = 0; row < size() && problems.size() < limit; ++row) {
    const std::string_view text = rowText(row);
    if (text.empty()) continue;
    const auto cells = fields(text);
    item(row, words);
    if (cells[kStem].empty()) {
      problems.push_back({line(row), say("这一行没有题干。")});
    } else if (!cells[kType].empty() && !typeOf(cells[kType])) {
      problems.push_back({line(row), say("认不出题型“{type}”。", "type"_a = std::string(cells[kType]))});
    } else if (!cells[kKey].empty() && hasOptions(words.type) &&
               !std::ranges::all_of(words.keyed, [&words](int position) {
                 return static_cast<std::size_t>(position) < words.options.size();
               })) {
      problems.push_back(
          {line(row), say("答案“{key}”不是这道题的选项。", "key"_a = std::string(cells[kKey]))});
    } else if (!cells[kKey].empty() && words.type == ItemType::kTrueFalse && !words.truth) {
      problems.push_back(
          {line(row), say("判断题的答案“{key}”既不是对也不是错。", "key"_a = std::string(cells[kKey]))});
    }
  }
  return problems;
}

}  // namespace tiku::workflows
