#pragma once

#include <functional>
#include <string>
#include <vector>

#include "formats/exchange/docx/writer.h"
#include "formats/model/standard.h"

namespace tiku::workflows {

/// A cell with a line for each requirement, ★ before what is critical. `number` tells what the n-th, from 1,
/// starts with.
formats::DocxCell requirementsCell(const std::vector<formats::Requirement>& entries,
                                   const std::function<std::string(std::size_t n)>& number);

}  // namespace tiku::workflows
