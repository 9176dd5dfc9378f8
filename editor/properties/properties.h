#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

enum class PropertiesPage { kBank, kInstitution, kPeople };

/// 题库属性: what the bank is, whose it is, who works on it. One edit, when it is confirmed.
void editProperties(wxWindow* parent, Host& host, PropertiesPage page = PropertiesPage::kBank);

}  // namespace tiku::editor
