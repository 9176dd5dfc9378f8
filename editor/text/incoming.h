#pragma once

#include <string>
#include <vector>

#include "formats/exchange/import.h"

/// Theory items on their way into a bank, from a file or from pasted words, as a person looks at them before
/// they are taken.
namespace tiku::editor {

struct IncomingItem {
  enum class What {
    kNew,
    kFilledIn,  ///< The bank has it, and it gets what it lacked or what its source corrects.
    kThere,     ///< The bank has it, or it stands earlier in the same source.
  };
  formats::TheoryItem item;  ///< As it will be.
  What what = What::kNew;
  std::vector<std::string> doubts;  ///< What a person should look at, whole sentences.
};

struct IncomingItems {
  std::vector<IncomingItem> items;  ///< In the order of the source.
  /// The unclear rows of the report that belong to no item.
  std::vector<formats::SourceVerdict> elsewhere;
};

/// What `edit` makes of what was read; `edit` is that of the import, or made from it.
IncomingItems incomingItems(const formats::Bank& bank, const formats::Edit& edit,
                            const formats::ImportResult& read);

/// Stem, options by their letters, and the answer, a line each.
std::string wordsOfItem(const formats::TheoryItem& item);
/// "新题" with its printed code, "题库已有，补充缺少的内容" ..., and the doubts, a line each.
std::string resultOf(const IncomingItem& incoming);

}  // namespace tiku::editor
