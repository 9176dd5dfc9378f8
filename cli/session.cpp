#include "cli/session.h"

#include <condition_variable>
#include <iostream>
#include <map>
#include <mutex>
#include <unistd.h>

#include "formats/base/say.h"

namespace tiku::cli {

using formats::say;
using formats::translate;
using formats::operator""_a;

void Session::print(const Json& document) const {
  // Text from a hostile file may hold broken UTF-8; it must not stop the report.
  out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void addFormat(CLI::App& verb, Session& session, bool sarif) {
  std::map<std::string, Format> names{{"text", Format::kText}, {"json", Format::kJson}};
  if (sarif) names.emplace("sarif", Format::kSarif);
  verb.add_option("--format", session.format, translate("输出格式。"))
      ->transform(CLI::CheckedTransformer(names).description(sarif ? "text|json|sarif" : "text|json"));
}

Progress::Progress(std::string what) {
  if (isatty(STDERR_FILENO) == 0) return;
  thread_ = std::jthread([what = std::move(what)](const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    for (int seconds = 1; !wake.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
         ++seconds) {
      if (stop.stop_requested()) {
        if (seconds > 1) std::cerr << "\r\033[K" << std::flush;
        return;
      }
      std::cerr << '\r' << say("{what}……{seconds} 秒", "what"_a = what, "seconds"_a = seconds) << std::flush;
    }
  });
}

Json errorJson(const formats::FormatError& error) {
  const formats::Place& place = error.place();
  return {{"error",
           {{"code", static_cast<int>(error.code())},
            {"message", error.what()},
            {"advice", error.advice()},
            {"place", {{"file", place.file}, {"line", place.line}, {"object", place.object}}}}}};
}

}  // namespace tiku::cli
