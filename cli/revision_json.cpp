#include "cli/revision_json.h"

#include <ctime>

#include <fmt/format.h>

namespace tiku::cli {

using formats::Revision;

std::string revisionTime(const Revision& revision) {
  const std::time_t shifted = revision.time + revision.offsetMinutes * 60;
  std::tm parts{};
  gmtime_r(&shifted, &parts);
  const int offset = std::abs(revision.offsetMinutes);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", parts.tm_year + 1900,
                     parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                     revision.offsetMinutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

Json revisionJson(const Revision& revision) {
  return {{"commit", revision.commit},
          {"tree", revision.tree},
          {"author", {{"name", revision.author.name}, {"email", revision.author.email}}},
          {"time", revisionTime(revision)},
          {"message", revision.message},
          {"tags", revision.tags}};
}

}  // namespace tiku::cli
