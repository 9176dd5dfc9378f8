#pragma once

#include <optional>
#include <vector>

#include "formats/exchange/items/document_items.h"
#include "formats/exchange/reading.h"

namespace tiku::formats {

/// What became of one draft: for the evidence.
struct DraftOutcome {
  std::optional<ItemType> type;  ///< Empty when no item came of it.
  AnswerAt answerAt = AnswerAt::kNone;
  bool hasKey = false;
};

/// How the document was understood, in plain words: numbers, options, answers, the code of judgements, each
/// section's type, what was passed over as page furniture. `outcomes` has one entry per draft. Throws
/// FormatError kUsage when a correction speaks of a section that there is not.
std::vector<ReadingLine> readingOf(const DocumentItems& read, const std::vector<DraftOutcome>& outcomes,
                                   const std::string& file);

}  // namespace tiku::formats
