#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "formats/base/error.h"

/// What every verb of the `tiku` command shares.
namespace tiku::cli {

/// JSON in the order in which it is built, so that output reads as documented.
using Json = nlohmann::ordered_json;

enum class Format { kText, kJson, kSarif };

/// Exit codes beyond those of formats::ErrorCode (docs/cli.md).
inline constexpr int kDone = 0;
inline constexpr int kDoneWithErrors = 1;
inline constexpr int kWaiting = 31;  ///< The other side cannot be reached; nothing was changed.
inline constexpr int kInternalFault = 70;

/// One run of the command. A verb prints its result to `out` and sets `exitCode`; what is not the result
/// (progress, remarks) goes to `err`, so that `--format json` leaves one JSON document on standard output.
struct Session {
  std::ostream& out;
  std::ostream& err;
  Format format = Format::kText;
  int exitCode = kDone;

  [[nodiscard]] bool json() const { return format == Format::kJson; }
  void print(const Json& document) const;
};

/// Adds `--format` with text, json and, where asked for, sarif.
void addFormat(CLI::App& verb, Session& session, bool sarif = false);

/// Shows on a terminal that something takes its time: after one second a line with the seconds gone, wiped
/// when the object goes. Says nothing where standard error is not a terminal.
class Progress {
 public:
  explicit Progress(std::string what);

 private:
  std::jthread thread_;
};

/// The failure as JSON: {"error":{"code","message","advice","place":{"file","line","object"}}}.
Json errorJson(const formats::FormatError& error);

}  // namespace tiku::cli
