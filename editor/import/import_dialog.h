#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "editor/import/import_reading.h"
#include "editor/widgets/files.h"

class wxWindow;

namespace tiku::editor {

class Host;

/// What the user takes.
struct Imported {
  ImportReading reading;
  formats::Edit edit;
};

/// The files that can be read, for a dialog that asks for some.
FileKind importableFiles();

/// Shows what the files are understood to be, read anew on a thread whenever what they are to be read as
/// changes, or the bank. Empty when the user thought better of it.
std::optional<Imported> askImport(wxWindow* parent, Host& host, std::vector<std::filesystem::path> files);

}  // namespace tiku::editor
