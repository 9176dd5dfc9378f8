#include "formats/exchange/standard/limits.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::standards {

void checkCount(std::size_t count, const std::string& at) {
  constexpr std::size_t kMost = 500;
  if (count < kMost) return;
  throw FormatError(ErrorCode::kOverLimit, say("同一处超过 {n} 条，不像职业标准。", "n"_a = kMost),
                    {{}, 0, at}, say("请核对文件是否拿错，或者把标准以外的内容删去。"));
}

bool goOn(std::string& text, std::string_view more) {
  constexpr std::size_t kLongest = 4000;  // Bytes; more than a page of one entry.
  if (text.size() + more.size() > kLongest) return false;
  text = tables::tidy(text + "\n" + std::string(more));
  return true;
}

}  // namespace tiku::formats::standards
