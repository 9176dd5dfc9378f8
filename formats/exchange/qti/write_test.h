#pragma once

#include <map>
#include <string>

#include "formats/exchange/qti/dialect.h"
#include "formats/model/bank.h"

namespace tiku::formats::qti {

/// A paper as a test: its sections and items in order, those that `hrefs` has. The marks that the paper gives
/// an item weigh its SCORE. `hrefs` is from the root of the package; the test lies one folder below it.
std::string writeTest(const Bank& bank, const Paper& paper, const std::map<Id, std::string>& hrefs,
                      Version version);

}  // namespace tiku::formats::qti
