#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "formats/model/values.h"

namespace tiku::validators {

/// The statements of a bank while it is being written: put and remove cost microseconds, a query tells what
/// the bank already says. Complete at the threshold that is asked for. Not thread-safe by itself.
class LiveIndex {
 public:
  LiveIndex();
  ~LiveIndex();
  LiveIndex(LiveIndex&&) noexcept;
  LiveIndex& operator=(LiveIndex&&) noexcept;

  /// Adds the statement, or replaces the one with this id. An empty statement is kept and like nothing.
  void put(formats::Id id, std::u16string_view statement);
  void remove(formats::Id id);
  [[nodiscard]] std::size_t size() const;
  /// Empty when the index does not have the id.
  [[nodiscard]] std::u16string_view statement(formats::Id id) const;

  struct Match {
    formats::Id id;
    double similarity = 0;
    bool operator==(const Match&) const = default;
  };
  /// All statements whose Jaccard similarity with the text is at least the threshold (above 0, up to 1), the
  /// most similar first, then by id.
  [[nodiscard]] std::vector<Match> alike(std::u16string_view text, double threshold) const;

  static constexpr std::size_t kFewest = 5;
  struct Matches {
    std::vector<Match> best;  ///< `similarity` is the share of the text's bigrams that the statement has.
    std::size_t total = 0;    ///< How many reach the share; may be more than `best` holds.
  };
  /// For a sentence whose end is not typed yet: the statements that have at least the share of the text's
  /// bigrams, best share first, then the shorter statement, then by id; the first `limit` of them. Fewer than
  /// kFewest bigrams are the beginning of everything, and nothing is told of them.
  [[nodiscard]] Matches holding(std::u16string_view text, double share, std::size_t limit) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tiku::validators
