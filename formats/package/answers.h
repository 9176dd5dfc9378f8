#pragma once

#include <string>

#include "formats/model/review.h"
#include "formats/package/file_tree.h"

namespace tiku::formats {

/// The canonical document of an expert's answers.
std::string writeAnswers(const ExpertAnswers& answers);

/// Reads such a document. Throws FormatError kNotUnderstood, kOverLimit.
ExpertAnswers readAnswers(const std::string& content, const std::string& file, const Limits& limits = {});

}  // namespace tiku::formats
