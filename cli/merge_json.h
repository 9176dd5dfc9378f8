#pragma once

#include <string>

#include "cli/session.h"
#include "workflows/merge/merge.h"

/// A merge as JSON, and answers to its questions from it (docs/cli.md).
namespace tiku::cli {

/// {"mine","theirs","bases","nothingNew","fastForward","incoming","questions","answered"}. Each question has
/// an "answer" that is null: filled in with "mine", "theirs" or {"text":"..."} the document is one that
/// answersIn() reads.
Json mergeJson(const workflows::MergeResult& result,
               const std::map<std::string, workflows::LastChanges>& changes,
               const formats::MergeAnswers& answers);

/// The answers in such a document. Throws FormatError kIo, kNotUnderstood with the place.
formats::MergeAnswers answersIn(const std::string& file);

/// "2026-03-01 09:30", by the clock of who made it.
std::string momentOf(const formats::Revision& revision);

}  // namespace tiku::cli
