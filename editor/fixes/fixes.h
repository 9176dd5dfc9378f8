#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

/// 全部自动修正: lists every repair that needs no judgement, and makes those that stay ticked as one edit.
void fixAll(wxWindow* parent, Host& host);

}  // namespace tiku::editor
