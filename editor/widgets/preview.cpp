#include "editor/widgets/preview.h"

#include "editor/widgets/heads.h"
#include "editor/widgets/page.h"
#include "formats/base/markup.h"
#include "formats/base/say.h"
#include "formats/model/pictures.h"

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

std::string html(const RichText& text);

std::string html(const Inline& piece) {
  switch (piece.kind) {
    case Inline::Kind::kText:
      return page::words(piece.text);
    case Inline::Kind::kSubscript:
      return "<sub>" + formats::escapedMarkup(piece.text) + "</sub>";
    case Inline::Kind::kSuperscript:
      return "<sup>" + formats::escapedMarkup(piece.text) + "</sup>";
    case Inline::Kind::kEmphasis:
      return "<b>" + page::words(piece.text) + "</b>";
    case Inline::Kind::kBlank:
      return "（　　）";
    case Inline::Kind::kImage:
      return "<img src=\"memory:" + formats::escapedMarkup(piece.target) + "\">";
    case Inline::Kind::kMath:
      return "<tt>" + formats::escapedMarkup(piece.text) + "</tt>";
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
        for (std::size_t i = 0; i < blank.size(); ++i)
          text += (i == 0 ? "" : " / ") + formats::escapedMarkup(blank[i]);
      }
      return text;
    }
    std::string operator()(const formats::ReferenceKey& reference) const { return html(reference.answer); }
  };
  return std::visit(Words{}, item.key);
}

// Options stand at the item, with their letters; here is what is above them.
std::string shared(const formats::ItemSet& set) {
  const std::string word = set.kind == formats::ItemSet::Kind::kSharedStem
                               ? say("共用题干（{n} 道题）", "n"_a = set.items.size())
                               : say("共用备选答案（{n} 道题）", "n"_a = set.items.size());
  return "<p><i>" + formats::escapedMarkup(word) + "</i></p>" +
         (set.stem.empty() ? std::string() : "<p>" + html(set.stem) + "</p><hr>");
}

std::string labelled(const std::string& label, const std::string& words) {
  return words.empty() ? std::string()
                       : "<p><b>" + formats::escapedMarkup(typed(headed(label))) + "</b>　" + words + "</p>";
}

}  // namespace

std::string previewOf(const TheoryItem& item, const formats::ItemSet* set) {
  std::string page = set == nullptr ? std::string() : shared(*set);
  page += "<p>" + (item.stem.empty() ? "<i>" + say("（题干还没有写）") + "</i>" : html(item.stem)) + "</p>";
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    page +=
        (i == 0 ? "<p>" : "<br>") + std::string(1, static_cast<char>('A' + i)) + "．" + html(item.options[i]);
  }
  page += "<hr>" + labelled(say("答案"), keyOf(item));
  if (!item.scoring.empty()) {
    std::string rows;
    for (const auto& point : item.scoring) {
      rows +=
          "<tr><td>" + page::words(point.text) + "</td><td align=right>" + point.marks.str() + "</td></tr>";
    }
    page += labelled(say("评分要点"), "<table border=1 cellspacing=0 cellpadding=3>" + rows + "</table>");
  }
  page += labelled(say("解析"), html(item.rationale));
  page += labelled(say("出处"), page::words(item.reference));
  return page;
}

std::string previewOf(const SkillItem& item) {
  std::string page = "<h3>" + page::words(item.title) + "</h3>";
  page +=
      "<p>" +
      say("考核时间 {minutes} 分钟，{marks} 分", "minutes"_a = item.minutes, "marks"_a = item.marks.str()) +
      "</p>";
  page += labelled(say("场地设备要求"), html(item.venue));
  if (!item.materials.empty()) {
    std::string rows;
    for (const auto& one : item.materials) {
      rows += "<tr><td>" + page::words(one.name) + "</td><td>" + page::words(one.specification) +
              "</td><td>" + page::words(one.quantity) + "</td></tr>";
    }
    page += labelled(say("准备通知单"), "<table border=1 cellspacing=0 cellpadding=3>" + rows + "</table>");
  }
  page += labelled(say("工作任务"), html(item.task)) + labelled(say("考核要求"), html(item.requirements)) +
          labelled(say("质量指标"), html(item.quality));
  std::string vetoes;
  for (const std::string& veto : item.vetoes) vetoes += "<li>" + page::words(veto) + "</li>";
  page += labelled(say("否定项"), vetoes.empty() ? std::string() : "<ul>" + vetoes + "</ul>");
  std::string rows;
  for (const auto& row : item.scores) {
    rows += "<tr><td>" + formats::escapedMarkup(row.number) + "</td><td>" + html(row.content) + "</td><td>" +
            html(row.criterion) + "</td><td align=right>" + row.marks.str() + "</td></tr>";
  }
  if (!rows.empty()) {
    page += labelled(say("评分记录表"), "<table border=1 cellspacing=0 cellpadding=3>" + rows + "</table>");
  }
  return page;
}

wxHtmlWindow* makePreview(wxWindow* parent) {
  return page::makeWindow(parent, say("预览"));
}

void showPreview(wxHtmlWindow* window, const std::string& html, const Bank& bank) {
  constexpr std::string_view kMark = "\"memory:";
  for (std::size_t at = html.find(kMark); at != std::string::npos; at = html.find(kMark, at + 1)) {
    const std::size_t from = at + kMark.size();
    const std::string name = html.substr(from, html.find('"', from) - from);
    if (const Media* media = formats::mediaNamed(bank, name)) page::addFile(name, media->bytes);
  }
  page::show(window, html);
}

}  // namespace tiku::editor
