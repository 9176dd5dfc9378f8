#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::editor {

/// Whether the bank has the object, with something else in the field than this version of it.
bool fieldDiffersNow(const formats::Bank& bank, const formats::Object& version, const std::string& field);

/// The edit by which the bank has these objects as they were, as one step.
formats::Edit restoreAllEdit(const formats::Bank& bank, const std::vector<formats::Object>& versions);

/// The edit by which the object has one field as it was, and what only makes sense together with it.
formats::Edit restoreFieldEdit(const formats::Bank& bank, const formats::Object& version,
                               const std::string& field);

}  // namespace tiku::editor
