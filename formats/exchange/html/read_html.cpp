#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include <libxml/tree.h>

#include "formats/base/html.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/base/xml_guard.h"
#include "formats/exchange/docx/number_format.h"
#include "formats/exchange/html/html_text.h"

namespace tiku::formats {
namespace {

constexpr std::size_t kMostSpread = 100'000;  // Empty cells of spanning ones: a page may claim any number.
constexpr int kDeepest = 200;                 // What lies deeper is read as if it stood there.

template <std::size_t N>
bool isOneOfNames(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 34> kBlocks{
    "p",      "div",    "h1",         "h2",         "h3",      "h4",      "h5",    "h6",     "li",
    "dt",     "dd",     "address",    "center",     "section", "article", "pre",   "ul",     "ol",
    "dl",     "hr",     "blockquote", "figcaption", "body",    "caption", "main",  "header", "form",
    "figure", "legend", "fieldset",   "details",    "summary", "aside",   "footer"};
constexpr std::array<std::string_view, 5> kEmphasis{"b", "strong", "em", "i", "u"};
constexpr std::array<std::string_view, 7> kSilent{"script", "style", "head",    "title",
                                                  "link",   "meta",  "colgroup"};
constexpr std::array<std::string_view, 8> kSiteFurniture{"nav",    "footer", "input",    "button",
                                                         "select", "option", "textarea", "iframe"};
constexpr std::array<std::string_view, 12> kLost{"audio",  "video", "object", "iframe",
                                                 "embed",  "input", "select", "textarea",
                                                 "button", "svg",   "canvas", "applet"};

std::string attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* found = node->properties; found != nullptr; found = found->next) {
    if (xmlWords(found->name) != name) continue;
    std::string value;
    for (const xmlNode* part = found->children; part != nullptr; part = part->next)
      value += xmlWords(part->content);
    return value;
  }
  return {};
}

bool hasClass(const xmlNode* node, std::string_view wanted) {
  const std::string classes = " " + attribute(node, "class") + " ";
  return classes.find(" " + std::string(wanted) + " ") != std::string::npos;
}

bool keepsSpaces(const xmlNode* node) {
  return xmlWords(node->name) == "pre" || hasClass(node, "tiku-spaces") ||
         attribute(node, "style").find("white-space:pre") != std::string::npos;
}

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// How the words at a place of the page are set.
struct Setting {
  Inline::Kind kind = Inline::Kind::kText;
  bool keepsSpaces = false;
  bool isWords = false;  ///< A formula's marks in it are words.
  int depth = 0;
};

/// How many columns or rows a cell covers. A page may claim any number.
std::size_t spanOf(const xmlNode* cell, const char* name) {
  constexpr std::size_t kMost = 100;
  const std::string words = attribute(cell, name);
  std::size_t span = 0;
  for (const char c : words) {
    if (c < '0' || c > '9' || span > kMost) break;
    span = span * 10 + static_cast<std::size_t>(c - '0');
  }
  return std::clamp<std::size_t>(span, 1, kMost);
}

int numberIn(const std::string& words, int usual) {
  constexpr int kMost = 1'000'000;
  int number = usual;
  std::from_chars(words.data(), words.data() + words.size(), number);
  return std::clamp(number, -kMost, kMost);
}

/// What stands before an entry with this number of a numbered list, with a space: "3. ", "C. ", "iii. ".
std::string listLabel(const xmlNode* list, int number) {
  constexpr int kMost = 3000;
  number = std::clamp(number, -kMost, kMost);
  const std::string style = attribute(list, "style");
  const std::string type = attribute(list, "type");
  const auto is = [&](std::string_view letter, std::string_view name, std::string_view other) {
    return type == letter || style.find(name) != std::string::npos || style.find(other) != std::string::npos;
  };
  if (style.find("list-style-type:none") != std::string::npos ||
      style.find("list-style:none") != std::string::npos)
    return {};
  const std::string_view format = number < 1                              ? "decimal"
                                  : is("A", "upper-alpha", "upper-latin") ? "upperLetter"
                                  : is("a", "lower-alpha", "lower-latin") ? "lowerLetter"
                                  : is("i", "lower-roman", "lower-roman") ? "lowerRoman"
                                  : is("I", "upper-roman", "upper-roman") ? "upperRoman"
                                                                          : "decimal";
  return formatNumber(number, format) + ". ";
}

class PageReader {
 public:
  explicit PageReader(HtmlReading& reading) : reading_(reading) {}

  void children(const xmlNode* parent, const Setting& setting) {
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        words(xmlWords(node->content), setting);
      } else if (node->type == XML_ELEMENT_NODE) {
        element(node, setting);
      }
    }
  }

  RichText take() && {
    endParagraph(false);
    return RichText(std::move(blocks_));
  }

 private:
  void element(const xmlNode* node, const Setting& outer) {
    const std::string_view name = xmlWords(node->name);
    Setting setting = outer;
    setting.depth += 1;
    if (setting.depth > kDeepest) {
      reading_.losses.insert(say("网页的层次太深，深处的内容没有读。"));
      return;
    }
    setting.keepsSpaces = setting.keepsSpaces || keepsSpaces(node);
    if (isOneOfNames(name, kSilent)) return;
    if (reading_.isPage && isOneOfNames(name, kSiteFurniture)) return;
    if (isOneOfNames(name, kLost)) {
      reading_.losses.insert(say("页面里的 <{name}> 不能收进题库。", "name"_a = name));
      return;
    }
    if (name == "br") return object({Inline::Kind::kLineBreak, {}, {}});
    if (name == "img") return picture(node);
    if (name == "table") return table(node, setting);
    if (isOneOfNames(name, kBlocks)) return block(node, name, setting);
    if (name == "math") return math(node);
    inlineElement(node, name, setting);
  }

  void block(const xmlNode* node, std::string_view name, const Setting& setting) {
    endParagraph(false);
    if (name == "li") mark(node);
    children(node, setting);
    // An empty paragraph that was written as one is kept; an empty division is nothing.
    endParagraph(name == "p" && node->children == nullptr);
  }

  // The number or dot that a browser prints before a line of a list.
  void mark(const xmlNode* node) {
    const bool ordered = node->parent != nullptr && xmlWords(node->parent->name) == "ol";
    std::string label = reading_.isPage ? "" : "• ";
    if (ordered) {
      const auto [counted, isFirst] = counted_.try_emplace(node->parent, 1);
      if (isFirst) counted->second = numberIn(attribute(node->parent, "start"), 1);
      const int number = numberIn(attribute(node, "value"), counted->second);
      counted->second = number + 1;
      label = listLabel(node->parent, number);
    }
    if (!label.empty()) pieces_.push_back({Inline::Kind::kText, label, {}});
    pendingSpace_ = false;
  }

  void inlineElement(const xmlNode* node, std::string_view name, Setting setting) {
    if (hasClass(node, "tiku-blank")) return object({Inline::Kind::kBlank, {}, {}});
    if (hasClass(node, "tiku-math")) return formula(node);
    setting.isWords = setting.isWords || hasClass(node, "tiku-text");
    const bool lowered = name == "sub";
    const bool raised = name == "sup";
    if (lowered || raised || isOneOfNames(name, kEmphasis)) {
      setting.kind = lowered  ? Inline::Kind::kSubscript
                     : raised ? Inline::Kind::kSuperscript
                              : Inline::Kind::kEmphasis;
      startsAnew_ = true;
      const std::size_t before = pieces_.size();
      if (node->children == nullptr) pieces_.push_back({setting.kind, {}, {}});
      children(node, setting);
      startsAnew_ = startsAnew_ || pieces_.size() > before;
      return;
    }
    children(node, setting);
  }

  void words(std::string_view text, const Setting& setting) {
    if (setting.kind == Inline::Kind::kText && !setting.isWords) {
      if (const std::size_t from = text.find("\\("); from != std::string_view::npos) {
        if (const std::size_t to = text.find("\\)", from); to != std::string_view::npos) {
          add(text.substr(0, from), setting);
          object({Inline::Kind::kMath, std::string(trimmed(text.substr(from + 2, to - from - 2))), {}});
          words(text.substr(to + 2), setting);
          return;
        }
      }
    }
    add(text, setting);
  }

  void add(std::string_view text, const Setting& setting) {
    if (setting.keepsSpaces) {
      put(text, setting.kind);
      return;
    }
    for (std::size_t at = 0; at < text.size();) {
      if (isSpace(text[at])) {
        pendingSpace_ = true;
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text.size() && !isSpace(text[end])) ++end;
      put(text.substr(at, end - at), setting.kind);
      at = end;
    }
  }

  void put(std::string_view text, Inline::Kind kind) {
    if (text.empty()) return;
    std::string words;
    // White space counts between words only, not at the beginning of a line.
    if (pendingSpace_ && !pieces_.empty() && pieces_.back().kind != Inline::Kind::kLineBreak) {
      if (kind == pieces_.back().kind && !startsAnew_) {
        words = " ";
      } else if (pieces_.back().kind == Inline::Kind::kText) {
        pieces_.back().text += ' ';
      } else if (kind == Inline::Kind::kText) {
        words = " ";
      } else {
        pieces_.push_back({Inline::Kind::kText, " ", {}});
      }
    }
    pendingSpace_ = false;
    words += text;
    const bool joins =
        !pieces_.empty() && pieces_.back().kind == kind && (kind == Inline::Kind::kText || !startsAnew_);
    if (joins) {
      pieces_.back().text += words;
    } else {
      pieces_.push_back({kind, std::move(words), {}});
    }
    startsAnew_ = false;
  }

  void object(Inline piece) {
    if (pendingSpace_ && !pieces_.empty() && piece.kind != Inline::Kind::kLineBreak) {
      if (pieces_.back().kind == Inline::Kind::kText) {
        pieces_.back().text += ' ';
      } else if (pieces_.back().kind != Inline::Kind::kLineBreak) {
        pieces_.push_back({Inline::Kind::kText, " ", {}});
      }
    }
    pendingSpace_ = false;
    pieces_.push_back(std::move(piece));
  }

  void picture(const xmlNode* node) {
    const std::string address = attribute(node, "src");
    const std::string media = reading_.picture ? reading_.picture(address) : std::string();
    const std::string alternative = attribute(node, "alt");
    if (!media.empty()) return object({Inline::Kind::kImage, alternative, media});
    reading_.losses.insert(say("图片“{address}”不在文件里，没有收入。", "address"_a = address.substr(0, 80)));
    if (!alternative.empty()) put(alternative, Inline::Kind::kText);
  }

  void formula(const xmlNode* node) {
    std::string words;
    for (const xmlNode* part = node->children; part != nullptr; part = part->next)
      words += xmlWords(part->content);
    if (words.starts_with("\\(") && words.ends_with("\\)") && words.size() >= 4)
      words = words.substr(2, words.size() - 4);
    object({Inline::Kind::kMath, std::move(words), {}});
  }

  // MathML says its TeX in an annotation, or in its alternative text; else its signs are all there is.
  void math(const xmlNode* node) {
    const XmlElement math(const_cast<xmlNode*>(node));
    const bool ours = hasClass(node, "tiku-math");
    for (XmlElement note = math.first("semantics").first("annotation"); note;
         note = note.next("annotation")) {
      if (note.attribute("encoding").find("tex") != std::string::npos)
        return object({Inline::Kind::kMath, ours ? note.text() : std::string(trimmed(note.text())), {}});
    }
    const std::string alternative = attribute(node, "alttext");
    if (!alternative.empty()) return object({Inline::Kind::kMath, alternative, {}});
    reading_.losses.insert(say("公式没有 TeX 写法，只收入了其中的字符。"));
    put(math.text(), Inline::Kind::kText);
  }

  void table(const xmlNode* node, const Setting& setting) {
    if (inTable_) {  // Tables do not nest: the words of its cells, a line for each row.
      reading_.losses.insert(say("表格里的表格拆成了段落。"));
      for (const xmlNode* row : rowsOf(node)) {
        endParagraph(false);
        for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next)
          if (cell->type == XML_ELEMENT_NODE) children(cell, setting);
      }
      endParagraph(false);
      return;
    }
    endParagraph(false);
    TextTable made;
    const std::vector<const xmlNode*> rows = rowsOf(node);
    std::set<std::pair<std::size_t, std::size_t>> covered;  // Row and column, by a cell above.
    for (std::size_t row = 0; row < rows.size(); ++row) {
      auto& cells = made.rows.emplace_back();
      for (const xmlNode* cell = rows[row]->children; cell != nullptr; cell = cell->next) {
        if (cell->type != XML_ELEMENT_NODE || hasClass(cell, "tiku-none")) continue;
        while (covered.contains({row, cells.size()})) cells.emplace_back();
        const bool maySpread = spread_ < kMostSpread;
        const std::size_t wide = maySpread ? spanOf(cell, "colspan") : 1;
        const std::size_t high = maySpread ? spanOf(cell, "rowspan") : 1;
        spread_ += wide * high - 1;
        if (wide > 1 || high > 1) reading_.losses.insert(say("表格里合并的单元格拆开了。"));
        for (std::size_t down = 1; down < high && row + down < rows.size(); ++down) {
          for (std::size_t right = 0; right < wide; ++right)
            covered.insert({row + down, cells.size() + right});
        }
        PageReader inner(reading_);
        inner.inTable_ = true;
        inner.children(cell, setting);
        cells.push_back(std::move(inner).take());
        for (std::size_t right = 1; right < wide; ++right) cells.emplace_back();
      }
      while (covered.contains({row, cells.size()})) cells.emplace_back();
    }
    blocks_.emplace_back(std::move(made));
  }

  static std::vector<const xmlNode*> rowsOf(const xmlNode* table) {
    std::vector<const xmlNode*> rows;
    for (const xmlNode* part = table->children; part != nullptr; part = part->next) {
      if (part->type != XML_ELEMENT_NODE) continue;
      if (xmlWords(part->name) == "tr") {
        rows.push_back(part);
        continue;
      }
      for (const xmlNode* row = part->children; row != nullptr; row = row->next)
        if (row->type == XML_ELEMENT_NODE && xmlWords(row->name) == "tr" && !hasClass(row, "tiku-none"))
          rows.push_back(row);
    }
    return rows;
  }

  void endParagraph(bool evenEmpty) {
    pendingSpace_ = false;
    startsAnew_ = false;
    if (pieces_.empty() && !evenEmpty) return;
    blocks_.emplace_back(Paragraph{std::move(pieces_)});
    pieces_.clear();
  }

  HtmlReading& reading_;
  std::vector<RichText::Block> blocks_;
  std::vector<Inline> pieces_;  ///< Of the paragraph under way.
  bool pendingSpace_ = false;   ///< White space was met since the last word.
  bool startsAnew_ = false;     ///< The next word begins a piece even where the last is of its kind.
  bool inTable_ = false;
  std::size_t spread_ = 0;                 ///< Empty cells that spanning ones have made.
  std::map<const xmlNode*, int> counted_;  ///< Next number of each list.
};

}  // namespace

RichText fromHtml(XmlElement parent, HtmlReading& reading) {
  PageReader reader(reading);
  if (parent) reader.children(parent.node(), {});
  return std::move(reader).take();
}

RichText fromHtml(std::string_view html, const std::string& name, HtmlReading& reading) {
  return fromHtml(HtmlDocument::parse(html, name).body(), reading);
}

}  // namespace tiku::formats
