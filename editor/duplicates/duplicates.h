#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

/// 相近试题: every pair of items of the bank that are alike, side by side with the words marked, to be judged
/// 相同, 变式 or 不同.
void judgeDuplicates(wxWindow* parent, Host& host);

}  // namespace tiku::editor
