#pragma once

#include <stdexcept>
#include <string>

namespace tiku::formats {

/// What kind of failure stopped the work. The numbers are the exit codes of the `tiku` command (docs/cli.md).
enum class ErrorCode {
  kUsage =
      2,  ///< The request itself makes no sense (an unknown profile, a level that the bank does not have).
  kNotUnderstood = 10,  ///< The input was read and is not what it should be.
  kNotAPackage = 11,    ///< Not a package, or one that a newer program wrote.
  kOverLimit = 12,      ///< A safety limit was passed: depth, size, count, ratio.
  kConflict = 20,       ///< The target exists, or changed since it was read.
  kIo = 30,             ///< Could not read or write: rights, full disk, missing file.
};

/// Where a failure lies, as far as it is known.
struct Place {
  std::string file;    ///< Path as the user gave it; inside a package or archive `outer!inner`.
  int line = 0;        ///< 1-based; 0 when there is no line.
  std::string object;  ///< For people: an element, a cell ("Sheet1!C7"), an item's code.
};

/// The one exception of the formats layer. `what()` is a whole sentence in the user's language, without the
/// place; `advice()` says what to do next and may be empty.
class FormatError : public std::runtime_error {
 public:
  FormatError(ErrorCode code, const std::string& message, Place place = {}, std::string advice = {})
      : std::runtime_error(message), code_(code), place_(std::move(place)), advice_(std::move(advice)) {}

  [[nodiscard]] ErrorCode code() const { return code_; }
  [[nodiscard]] const Place& place() const { return place_; }
  [[nodiscard]] const std::string& advice() const { return advice_; }

  /// "file:line: object: message advice" with the parts that are known.
  [[nodiscard]] std::string full() const;

 private:
  ErrorCode code_;
  Place place_;
  std::string advice_;
};

}  // namespace tiku::formats
