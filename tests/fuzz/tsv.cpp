// Any bytes as a text file of items: read or refused; every row is an item with a statement and may be
// compared.
#include <cstdint>
#include <string_view>

#include "formats/base/error.h"
#include "validators/similarity/self_join.h"
#include "workflows/duplicates/tsv_items.h"

using tiku::workflows::TsvItems;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const TsvItems items = TsvItems::of({reinterpret_cast<const char*>(data), size}, "fuzz.tsv");
    const auto statements = items.statements(1);
    if (statements.size() != items.size()) __builtin_trap();
    tiku::validators::JoinSettings settings;
    settings.threads = 1;
    settings.limit = 1000;
    for (const auto& pair : selfJoin(statements, settings)) {
      if (pair.a >= pair.b || pair.b >= items.size() || pair.similarity < 0.69F) __builtin_trap();
    }
    (void)items.problems(100);
  } catch (const tiku::formats::FormatError&) {
  } catch (const tiku::validators::TooManyPairs&) {
  }
  return 0;
}
