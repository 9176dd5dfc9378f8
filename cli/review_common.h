#pragma once

#include <string>

#include "formats/model/bank.h"

/// What the subcommands of `tiku review` share.
namespace tiku::cli {

/// The draw of that id, or the latest where `name` is empty. Throws kUsage.
const formats::PanelDraw& drawNamed(const formats::Bank& bank, const std::string& name);

/// The expert of the pool by id or name. Throws kUsage when nobody or more than one has that name.
const formats::Expert& expertNamed(const formats::Experts& pool, const std::string& name);

/// The pool. Throws kConflict when the bank has none.
const formats::Experts& poolOf(const formats::Bank& bank);

}  // namespace tiku::cli
