#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

/// 相近试题: every pair of items of the bank that are alike, or between it and other banks
/// and files, side by side with the words marked, to be judged 相同, 变式 or 不同; to be kept as a page.
void judgeDuplicates(wxWindow* parent, Host& host);

}  // namespace tiku::editor
