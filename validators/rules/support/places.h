#pragma once

#include <vector>

#include "formats/model/records.h"

namespace tiku::validators {

/// Points and scopes, of both tables, that one version of a blueprint has and the other has not, or has under
/// another table, code or name. Either version may be null.
std::vector<formats::Id> placesThatDiffer(const formats::Blueprint* before, const formats::Blueprint* after);

}  // namespace tiku::validators
