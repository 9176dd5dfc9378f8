#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

enum class TemplateKind { kWord, kExcel };

/// Asks for a file and writes a template into it, in which authors write items for the bank's levels.
void saveTemplate(wxWindow* parent, Host& host, TemplateKind kind);

}  // namespace tiku::editor
