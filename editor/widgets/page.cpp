#include "editor/widgets/page.h"

#include <mutex>
#include <set>

#include <wx/filesys.h>
#include <wx/fs_mem.h>
#include <wx/html/htmlwin.h>
#include <wx/html/winpars.h>
#include <wx/settings.h>

#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/markup.h"
#include "validators/language/characters.h"

namespace tiku::editor::page {

namespace {

// wxHtmlWindow breaks lines at spaces alone, and Chinese has none: <wbr> is where a line may end.
constexpr std::u32string_view kNoLineBefore = U"，。、；：？！）》」』】”’％℃…·),.;:?!%]}";
constexpr std::u32string_view kNoLineAfter = U"（《「『【“‘([{";

bool isWide(char32_t c) {
  return c >= 0x2E80 || c == U'“' || c == U'”' || c == U'…' || c == U'—';
}

class LineEndCell final : public wxHtmlCell {
 public:
  [[nodiscard]] bool IsLinebreakAllowed() const override { return true; }
};

class LineEndHandler final : public wxHtmlWinTagHandler {
 public:
  wxString GetSupportedTags() override { return "WBR"; }
  bool HandleTag(const wxHtmlTag&) override {
    m_WParser->GetContainer()->InsertCell(new LineEndCell);
    return false;
  }
};

class LineEnds final : public wxHtmlTagsModule {
 public:
  void FillHandlersTable(wxHtmlWinParser* parser) override { parser->AddTagHandler(new LineEndHandler); }
};

}  // namespace

std::string words(const std::string& text) {
  const std::u32string characters = validators::language::decode(text);
  std::string page;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    page += formats::escapedMarkup(validators::language::encode(std::u32string(1, c)));
    if (i + 1 == characters.size()) {
      if (isWide(c) && kNoLineAfter.find(c) == std::u32string_view::npos) page += "<wbr>";
      break;
    }
    const char32_t next = characters[i + 1];
    if ((isWide(c) || isWide(next)) && kNoLineBefore.find(next) == std::u32string_view::npos &&
        kNoLineAfter.find(c) == std::u32string_view::npos) {
      page += "<wbr>";
    }
  }
  return page;
}

wxHtmlWindow* makeWindow(wxWindow* parent, std::string_view name) {
  // A window's parser takes the handlers that there are when it is made.
  static std::once_flag first;
  std::call_once(first, [] {
    wxFileSystem::AddHandler(new wxMemoryFSHandler);
    wxHtmlWinParser::AddModule(new LineEnds);
  });
  auto* window = new wxHtmlWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHW_SCROLLBAR_AUTO);
  nameForReaders(window, name);
  return window;
}

void addFile(const std::string& name, std::string_view bytes) {
  static std::set<std::string> known;
  if (known.insert(name).second) wxMemoryFSHandler::AddFile(shown(name), bytes.data(), bytes.size());
}

void show(wxHtmlWindow* window, const std::string& body) {
  const auto hex = [](const wxColour& colour) { return colour.GetAsString(wxC2S_HTML_SYNTAX); };
  const wxString head = "<body bgcolor=\"" + hex(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW)) +
                        "\" text=\"" + hex(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT)) + "\">";
  int x = 0;
  int y = 0;
  window->GetViewStart(&x, &y);
  window->SetPage("<html>" + head + shown(body) + "</body></html>");
  window->Scroll(x, y);
}

}  // namespace tiku::editor::page
