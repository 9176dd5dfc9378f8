#pragma once

#include <string>

#include "cli/session.h"
#include "workflows/merge/merge.h"

/// What two people changed to different things, for verbs that merge on the way (docs/cli.md).
namespace tiku::cli {

/// [{"address","about","object","name","field","typed","base","mine":{"text","by"},"theirs":{"text","by"},
/// "answer"}], where each answer is what was given or null: filled in with "mine", "theirs" or
/// {"text":"..."}, a document that has it under "questions" is one that answersFrom() reads.
Json questionsJson(const std::string& bank, const workflows::MergeResult& result,
                   const formats::MergeAnswers& answers);

/// The same for people, and what to do next.
void printOpenQuestions(const std::string& bank, const workflows::MergeResult& result, Session& session);

/// The answers in such a document; none for an empty name. Throws FormatError kIo, kNotUnderstood.
formats::MergeAnswers answersFrom(const std::string& file);

}  // namespace tiku::cli
