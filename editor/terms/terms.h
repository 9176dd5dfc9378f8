#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

/// 术语: the words that the writers of the bank agreed on; listed, proposed, added, banned and removed. One
/// edit, when it is confirmed.
void editTerms(wxWindow* parent, Host& host);

}  // namespace tiku::editor
