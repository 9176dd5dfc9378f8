#include "editor/items/preview.h"

#include <mutex>
#include <set>

#include <wx/filesys.h>
#include <wx/fs_mem.h>
#include <wx/html/htmlwin.h>
#include <wx/html/winpars.h>
#include <wx/settings.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/language/characters.h"

namespace tiku::editor {

using formats::Bank;
using formats::Inline;
using formats::Media;
using formats::Paragraph;
using formats::RichText;
using formats::say;
using formats::SkillItem;
using formats::TextTable;
using formats::TheoryItem;
using formats::translate;
using formats::operator""_a;

namespace {

std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

// wxHtmlWindow breaks lines at spaces alone, and Chinese has none: <wbr> is where a line may end.
constexpr std::u32string_view kNoLineBefore = U"，。、；：？！）》」』】”’％℃…·),.;:?!%]}";
constexpr std::u32string_view kNoLineAfter = U"（《「『【“‘([{";

bool isWide(char32_t c) {
  return c >= 0x2E80 || c == U'“' || c == U'”' || c == U'…' || c == U'—';
}

std::string breakable(const std::string& text) {
  const std::u32string characters = validators::language::decode(text);
  std::string page;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    page += escaped(validators::language::encode(std::u32string(1, c)));
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

class LineEndHandler final : public wxHtmlWinTagHandler {
 public:
  wxString GetSupportedTags() override { return "WBR"; }
  bool HandleTag(const wxHtmlTag&) override {
    m_WParser->GetContainer()->InsertCell(new wxHtmlCell);
    return false;
  }
};

class LineEnds final : public wxHtmlTagsModule {
 public:
  void FillHandlersTable(wxHtmlWinParser* parser) override { parser->AddTagHandler(new LineEndHandler); }
};

std::string html(const RichText& text);

std::string html(const Inline& piece) {
  switch (piece.kind) {
    case Inline::Kind::kText:
      return breakable(piece.text);
    case Inline::Kind::kSubscript:
      return "<sub>" + escaped(piece.text) + "</sub>";
    case Inline::Kind::kSuperscript:
      return "<sup>" + escaped(piece.text) + "</sup>";
    case Inline::Kind::kEmphasis:
      return "<b>" + breakable(piece.text) + "</b>";
    case Inline::Kind::kBlank:
      return "（　　）";
    case Inline::Kind::kImage:
      return "<img src=\"memory:" + escaped(piece.target) + "\">";
    case Inline::Kind::kMath:
      return "<tt>" + escaped(piece.text) + "</tt>";
    case Inline::Kind::kLineBreak:
      break;
  }
  return "<br>";
}

std::string html(const TextTable& table) {
  std::string page = "<table border=1 cellspacing=0 cellpadding=3>";
  for (const auto& row : table.rows) {
    page += "<tr>";
    for (const RichText& cell : row) page += "<td>" + html(cell) + "</td>";
    page += "</tr>";
  }
  return page + "</table>";
}

std::string html(const RichText& text) {
  std::string page;
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* table = std::get_if<TextTable>(&block)) {
      page += html(*table);
      continue;
    }
    if (!page.empty()) page += "<br>";
    for (const Inline& piece : std::get<Paragraph>(block).pieces) page += html(piece);
  }
  return page;
}

std::string keyOf(const TheoryItem& item) {
  struct Words {
    std::string operator()(std::monostate) const { return "<i>" + say("还没有") + "</i>"; }
    std::string operator()(const formats::ChoiceKey& choice) const {
      std::string letters;
      for (const int option : choice.options) letters += static_cast<char>('A' + option);
      return letters;
    }
    std::string operator()(const formats::JudgementKey& judgement) const {
      return judgement.correct ? say("正确") : say("错误");
    }
    std::string operator()(const formats::FillInKey& fillIn) const {
      std::string text;
      for (const auto& blank : fillIn.blanks) {
        if (!text.empty()) text += "；";
        for (std::size_t i = 0; i < blank.size(); ++i) text += (i == 0 ? "" : " / ") + escaped(blank[i]);
      }
      return text;
    }
    std::string operator()(const formats::ReferenceKey& reference) const { return html(reference.answer); }
  };
  return std::visit(Words{}, item.key);
}

std::string labelled(const std::string& label, const std::string& words) {
  return words.empty() ? std::string() : "<p><b>" + escaped(label) + "</b>　" + words + "</p>";
}

}  // namespace

std::string previewOf(const TheoryItem& item) {
  std::string page =
      "<p>" + (item.stem.empty() ? "<i>" + say("（题干还没有写）") + "</i>" : html(item.stem)) + "</p>";
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    page +=
        (i == 0 ? "<p>" : "<br>") + std::string(1, static_cast<char>('A' + i)) + "．" + html(item.options[i]);
  }
  page += "<hr>" + labelled(say("答案"), keyOf(item));
  if (!item.scoring.empty()) {
    std::string rows;
    for (const auto& point : item.scoring) {
      rows += "<tr><td>" + escaped(point.text) + "</td><td align=right>" + point.marks.str() + "</td></tr>";
    }
    page += labelled(say("评分要点"), "<table border=1 cellspacing=0 cellpadding=3>" + rows + "</table>");
  }
  page += labelled(say("解析"), html(item.rationale));
  page += labelled(say("出处"), breakable(item.reference));
  return page;
}

std::string previewOf(const SkillItem& item) {
  std::string page = "<h3>" + escaped(item.title) + "</h3>";
  page +=
      "<p>" +
      say("考核时间 {minutes} 分钟，{marks} 分", "minutes"_a = item.minutes, "marks"_a = item.marks.str()) +
      "</p>";
  page += labelled(say("场地设备要求"), html(item.venue));
  if (!item.materials.empty()) {
    std::string rows;
    for (const auto& one : item.materials) {
      rows += "<tr><td>" + escaped(one.name) + "</td><td>" + escaped(one.specification) + "</td><td>" +
              escaped(one.quantity) + "</td></tr>";
    }
    page += labelled(say("准备通知单"), "<table border=1 cellspacing=0 cellpadding=3>" + rows + "</table>");
  }
  page += labelled(say("工作任务"), html(item.task)) + labelled(say("考核要求"), html(item.requirements)) +
          labelled(say("质量指标"), html(item.quality));
  std::string vetoes;
  for (const std::string& veto : item.vetoes) vetoes += "<li>" + escaped(veto) + "</li>";
  page += labelled(say("否定项"), vetoes.empty() ? std::string() : "<ul>" + vetoes + "</ul>");
  std::string rows;
  for (const auto& row : item.scores) {
    rows += "<tr><td>" + escaped(row.number) + "</td><td>" + html(row.content) + "</td><td>" +
            html(row.criterion) + "</td><td align=right>" + row.marks.str() + "</td></tr>";
  }
  if (!rows.empty()) {
    page += labelled(say("评分记录表"), "<table border=1 cellspacing=0 cellpadding=3>" + rows + "</table>");
  }
  return page;
}

wxHtmlWindow* makePreview(wxWindow* parent) {
  // A window's parser takes the handlers that there are when it is made.
  static std::once_flag first;
  std::call_once(first, [] {
    wxFileSystem::AddHandler(new wxMemoryFSHandler);
    wxHtmlWinParser::AddModule(new LineEnds);
  });
  auto* window = new wxHtmlWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHW_SCROLLBAR_AUTO);
  nameForReaders(window, say("预览"));
  return window;
}

void showPreview(wxHtmlWindow* window, const std::string& page, const Bank& bank) {
  static std::set<std::string> known;
  for (std::size_t at = page.find("\"memory:"); at != std::string::npos;
       at = page.find("\"memory:", at + 1)) {
    const std::size_t from = at + 8;
    const std::string name = page.substr(from, page.find('"', from) - from);
    const auto id = formats::Id::ofDigest(std::string_view(name).substr(0, 64));
    const Media* media = id ? bank.find<Media>(*id) : nullptr;
    if (media == nullptr || !known.insert(name).second) continue;
    wxMemoryFSHandler::AddFile(shown(name), media->bytes.data(), media->bytes.size());
  }
  const auto hex = [](const wxColour& colour) { return colour.GetAsString(wxC2S_HTML_SYNTAX); };
  const wxString body = "<body bgcolor=\"" + hex(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW)) +
                        "\" text=\"" + hex(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT)) + "\">";
  int x = 0;
  int y = 0;
  window->GetViewStart(&x, &y);
  window->SetPage("<html>" + body + shown(page) + "</body></html>");
  window->Scroll(x, y);
}

}  // namespace tiku::editor
