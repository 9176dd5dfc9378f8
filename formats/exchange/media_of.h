#pragma once

#include <map>
#include <set>
#include <string>

#include "formats/model/bank.h"

namespace tiku::formats {

/// Puts into the edit the pictures that its objects show and the bank does not have. `media` is that of a
/// Document or Workbook: file name -> bytes. `names` are put likewise, whatever shows them.
void putMediaOf(const Bank& bank, const std::map<std::string, std::string>& media, Edit& edit,
                std::set<std::string> names = {});

}  // namespace tiku::formats
