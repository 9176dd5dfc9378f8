#pragma once

#include "workflows/filing/verify.h"

class wxWindow;

namespace tiku::editor {

/// Shows what a verification of a bundle found.
void showVerification(wxWindow* parent, const std::string& file, const workflows::VerifyReport& report);

}  // namespace tiku::editor
