#pragma once

#include <string>
#include <string_view>

class wxHtmlWindow;
class wxWindow;

/// Pages of words to be read: a preview, a pair of items.
namespace tiku::editor::page {

/// The words as HTML that breaks lines where Chinese may break; wxHtmlWindow alone breaks at spaces.
std::string words(const std::string& text);

/// A window for pages; `name` is said by screen readers.
wxHtmlWindow* makeWindow(wxWindow* parent, std::string_view name);

/// Shows the page in the colours of the system, at the place where the window stands scrolled.
void show(wxHtmlWindow* window, const std::string& body);

/// Makes a file that pages name as "memory:<name>" known. A second time does nothing.
void addFile(const std::string& name, std::string_view bytes);

}  // namespace tiku::editor::page
