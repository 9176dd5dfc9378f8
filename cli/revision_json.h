#pragma once

#include <string>

#include "cli/session.h"
#include "formats/history/repository.h"

namespace tiku::cli {

/// By the author's clock: "2026-03-01T14:05:00+08:00".
std::string revisionTime(const formats::Revision& revision);

/// {"commit","tree","author":{"name","email"},"time","message","tags"}
Json revisionJson(const formats::Revision& revision);

}  // namespace tiku::cli
