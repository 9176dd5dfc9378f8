#pragma once

#include <string>

#include "formats/model/bank.h"

namespace tiku::editor {

/// A true clash: two sides changed one field of one object to different values, or one side removed what the
/// other changed. The bank holds mine until somebody answers.
struct Question {
  formats::Id object;
  std::string field;     ///< As formats::Field names it; empty: the object as a whole.
  std::string word;      ///< 题干: for the user; empty for the object as a whole.
  formats::Object mine;  ///< When the question arose.
  formats::Object theirs;
  enum class From {
    kDisk,      ///< Theirs is what another program wrote.
    kRecovery,  ///< Theirs is what a session that died had not saved.
  };
  From from = From::kDisk;
};

/// The answer to a question.
enum class Side { kMine, kTheirs };

}  // namespace tiku::editor
