#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "formats/base/large_array.h"
#include "validators/similarity/statement.h"
#include "validators/similarity/statement_list.h"

namespace tiku::workflows {

/// Items of a text file, one a line, fields separated by tabs: `id type stem options key`. Options are joined
/// by `|`; the key of a choice item is letters ("ACD", "A,C"), of a true/false item √ × 对 错 正确 错误 T F,
/// of a fill-in item the answers joined by `|`. A first line that names the columns may put them in another
/// order and leave out all but `stem`. What is read are views of the file's bytes: a million items need no
/// more memory than the file.
class TsvItems {
 public:
  /// Throws FormatError: kIo; kOverLimit beyond 4 GiB; kNotUnderstood for text that is not UTF-8 or a heading
  /// without `stem`.
  static TsvItems read(const std::filesystem::path& path, unsigned threads = 0);
  /// The same of bytes that are here already; `name` stands for the file in errors.
  static TsvItems of(std::string_view bytes, const std::string& name);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// The printed id; empty when the row has none.
  [[nodiscard]] std::string_view id(std::size_t row) const { return field(row, kId); }
  /// Line of the file, from 1.
  [[nodiscard]] std::size_t line(std::size_t row) const { return row + firstLine_; }
  /// Writes the words of a row in place of what `words` holds.
  void item(std::size_t row, validators::ItemWords& words) const;

  /// The filled statements of all rows, made on so many threads (0: one for each processor).
  [[nodiscard]] validators::StatementList statements(unsigned threads = 0) const;

  /// A row that could not be read whole. Its words take part as far as they go.
  struct Problem {
    std::size_t line = 0;
    std::string reason;  ///< A sentence in the user's language.
  };
  /// The first `limit` of them.
  [[nodiscard]] std::vector<Problem> problems(std::size_t limit) const;

 private:
  enum Column { kId, kType, kStem, kOptions, kKey, kColumns };
  static constexpr int kAbsent = -1;

  TsvItems() = default;
  void readRows(const std::string& name, unsigned threads);
  void findRows(std::size_t from, unsigned threads);
  [[nodiscard]] std::string_view rowText(std::size_t row) const;
  [[nodiscard]] std::string_view field(std::size_t row, Column column) const;
  [[nodiscard]] std::array<std::string_view, kColumns> fields(std::string_view text) const;

  formats::LargeArray<char> bytes_;
  std::size_t length_ = 0;
  std::size_t firstLine_ = 1;
  std::array<int, kColumns> columns_{0, 1, 2, 3, 4};  ///< Where each stands in a row, or kAbsent.
  std::vector<std::uint32_t> rows_;                   ///< Where each begins.
};

}  // namespace tiku::workflows
