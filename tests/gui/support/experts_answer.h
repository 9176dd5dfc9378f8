#pragma once

#include <filesystem>
#include <string>

#include "formats/package/review_file.h"

namespace tiku::tests {

/// Five experts of other institutions, as somebody has them in a spreadsheet: name and institution apart by a
/// tab, the chair first.
std::string panelWords();

/// The experts sit down to the files in `sent`, each on his own machine, say what they think of everything
/// and put what they return into `returned`: the same words for the same bank on every machine.
void expertsAnswer(const std::filesystem::path& sent, const std::filesystem::path& returned,
                   const formats::Date& on);

/// The file with one score of it altered by another program.
void tamperWith(const std::filesystem::path& file);

formats::ReviewFile readReviewFile(const std::filesystem::path& file);

}  // namespace tiku::tests
