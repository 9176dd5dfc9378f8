#pragma once

#include <map>
#include <optional>
#include <string>

class wxWindow;

namespace tiku::editor {

/// Column of a sheet by field: ImportOptions::columns.
using ColumnsByField = std::map<std::string, std::string>;

/// Asks which column of a sheet says what, where its head does not say it in the usual words. Empty when the
/// user thought better of it.
std::optional<ColumnsByField> askColumns(wxWindow* parent, const ColumnsByField& before);

}  // namespace tiku::editor
