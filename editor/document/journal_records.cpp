#include "editor/document/journal_records.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "formats/base/digest.h"

namespace tiku::editor {

using formats::Id;

namespace {

constexpr std::string_view kMagic = "tiku-journal 1 ";
constexpr std::string_view kNone = "-";

// Takes pieces off the front of a text; once something is missing, everything after it is.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool atEnd() const { return at_ == text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }

  void expect(std::string_view words) {
    if (text_.substr(at_, words.size()) == words) {
      at_ += words.size();
    } else {
      good_ = false;
    }
  }
  // The text before the mark, which is taken too.
  std::string_view until(char mark) {
    const std::size_t end = text_.find(mark, at_);
    if (end == std::string_view::npos) good_ = false;
    if (!good_) return {};
    const std::string_view found = text_.substr(at_, end - at_);
    at_ = end + 1;
    return found;
  }
  std::string_view bytes(std::uint64_t length) {
    if (length > text_.size() - at_) good_ = false;
    if (!good_) return {};
    at_ += length;
    return text_.substr(at_ - length, length);
  }
  template <typename Number>
  Number numberUntil(char mark) {
    const std::string_view digits = until(mark);
    Number number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) good_ = false;
    return good_ ? number : 0;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool good_ = true;
};

std::string_view orNone(const std::string& text) {
  return text.empty() ? kNone : std::string_view(text);
}

std::string fromNone(std::string_view text) {
  return text == kNone ? std::string() : std::string(text);
}

std::optional<JournalRecord> parseRecord(std::string_view payload) {
  Scanner scanner(payload);
  JournalRecord record;
  scanner.expect("time ");
  record.time = std::chrono::system_clock::time_point(
      std::chrono::milliseconds(scanner.numberUntil<std::int64_t>('\n')));
  while (scanner.good() && !scanner.atEnd()) {
    scanner.expect("object ");
    const auto id = Id::parse(scanner.until(' '));
    JournalObject object;
    object.base = fromNone(scanner.until(' '));
    object.path = fromNone(scanner.until(' '));
    object.content = scanner.bytes(scanner.numberUntil<std::uint64_t>('\n'));
    scanner.expect("\n");
    if (!id || !scanner.good()) return std::nullopt;
    object.id = *id;
    record.objects.push_back(std::move(object));
  }
  if (!scanner.good()) return std::nullopt;
  return record;
}

}  // namespace

std::string journalHeader(Id packageId) {
  return fmt::format("{}{}\n", kMagic, packageId.str());
}

std::string printRecord(const JournalRecord& record) {
  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(record.time.time_since_epoch());
  std::string payload = fmt::format("time {}\n", time.count());
  for (const JournalObject& object : record.objects) {
    payload += fmt::format("object {} {} {} {}\n", object.id.str(), orNone(object.base), orNone(object.path),
                           object.content.size());
    payload += object.content;
    payload += '\n';
  }
  return fmt::format("{} {}\n{}\n", payload.size(), formats::sha256(payload), payload);
}

JournalContent parseJournal(std::string_view bytes) {
  JournalContent content;
  content.known = bytes.starts_with(kMagic) || kMagic.starts_with(bytes);
  Scanner scanner(bytes);
  scanner.expect(kMagic);
  const auto packageId = Id::parse(scanner.until('\n'));
  if (!packageId || !scanner.good()) return content;
  content.packageId = *packageId;
  content.good = scanner.at();
  while (!scanner.atEnd()) {
    const auto length = scanner.numberUntil<std::uint64_t>(' ');
    const std::string digest(scanner.until('\n'));
    const std::string_view payload = scanner.bytes(length);
    scanner.expect("\n");
    if (!scanner.good() || formats::sha256(payload) != digest) break;
    auto record = parseRecord(payload);
    if (!record) break;
    content.records.push_back(std::move(*record));
    content.good = scanner.at();
  }
  return content;
}

}  // namespace tiku::editor
