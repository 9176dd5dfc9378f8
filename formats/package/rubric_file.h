#pragma once

#include <string>
#include <vector>

#include "formats/model/review.h"

namespace tiku::formats {

/// The rubric of that name among those of the program (schemas/rubrics), or in the file at that path. Throws
/// FormatError: kUsage naming those that there are, kNotUnderstood with the place of a fault, kIo.
Rubric loadRubric(const std::string& nameOrPath);

/// Names of the program's own rubrics, sorted.
std::vector<std::string> rubricNames();

}  // namespace tiku::formats
