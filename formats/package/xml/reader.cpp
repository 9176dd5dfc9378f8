#include "formats/package/xml/reader.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/utf8.h"

namespace tiku::formats::xml {
namespace {

constexpr std::string_view kWhite = " \t\r\n";

bool isWhite(const std::string& text) {
  return text.find_first_not_of(kWhite) == std::string::npos;
}

// What a message quotes of a text that may be huge.
std::string excerpt(std::string_view text) {
  constexpr std::size_t kMost = 60;
  return shortened(text, kMost);
}

std::string tag(const Element& element) {
  return "<" + (element.prefix.empty() ? "" : element.prefix + ":") + excerpt(element.name) + ">";
}

std::string listed(const std::vector<std::string_view>& names, std::string_view before,
                   std::string_view after) {
  if (names.empty()) return say("没有");
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty()) list += say("、");
    list.append(before).append(name).append(after);
  }
  return list;
}

}  // namespace

ElementReader::ElementReader(Element& element, const ReadContext& context)
    : element_(&element), context_(&context) {}

void ElementReader::texts(std::string_view name, std::vector<std::string>& values) {
  each(name, [&](ElementReader& child) { child.content(values.emplace_back()); });
}

void ElementReader::rich(std::string_view name, RichText& text) {
  bool seen = false;
  each(name, [&](ElementReader& child) {
    if (seen) child.repeated();
    seen = true;
    child.content(text);
  });
}

void ElementReader::riches(std::string_view name, std::vector<RichText>& texts) {
  each(name, [&](ElementReader& child) { child.content(texts.emplace_back()); });
}

void ElementReader::content(RichText& text) {
  std::vector<RichText::Block> blocks;
  readBlocks(*element_, blocks);
  text = RichText(std::move(blocks));
  contentTaken_ = true;
}

void ElementReader::content(std::string& text) {
  text = onlyText(*element_);
  contentTaken_ = true;
}

void ElementReader::close() {
  judgeAttributes();
  if (!contentTaken_) judgeElements();
}

void ElementReader::judgeAttributes() {
  std::vector<std::string_view> declared;
  for (Attribute& attribute : element_->attributes) {
    if (attribute.name.empty()) continue;  // Taken.
    const std::string name = (attribute.prefix.empty() ? "" : attribute.prefix + ":") + attribute.name;
    if (extras_ == nullptr || !context_->keepsUnknown) {
      fail(say("{element} 有不认识的属性“{name}”；这里可以有的属性：{known}。", "element"_a = tag(*element_),
               "name"_a = excerpt(name), "known"_a = listed(knownAttributes_, "", "")));
    }
    const bool needsDeclaration = !attribute.prefix.empty() && attribute.prefix != "xml";
    if (needsDeclaration && std::ranges::find(declared, attribute.prefix) == declared.end()) {
      extras_->attributes.emplace_back("xmlns:" + attribute.prefix, attribute.space);
      declared.push_back(attribute.prefix);
    }
    extras_->attributes.emplace_back(name, attribute.value);
  }
}

void ElementReader::judgeElements() {
  for (Node& node : element_->content) {
    if (!node.element) {
      if (isWhite(node.text)) continue;
      fail(say("{element} 里不应有文字，却有“{text}”。", "element"_a = tag(*element_),
               "text"_a = excerpt(node.text.substr(node.text.find_first_not_of(kWhite)))));
    }
    if (extras_ == nullptr || !context_->keepsUnknown) {
      failAt(node.element->line, say("{element} 里有不认识的元素 {name}；这里可以有的元素：{known}。",
                                     "element"_a = tag(*element_), "name"_a = tag(*node.element),
                                     "known"_a = listed(knownElements_, "<", ">")));
    }
    serialise(*node.element, extras_->elements.emplace_back());
  }
}

Attribute* ElementReader::take(std::string_view name) {
  knownAttributes_.push_back(name);
  for (Attribute& attribute : element_->attributes) {
    if (attribute.prefix.empty() && attribute.name == name) {
      attribute.name.clear();
      return &attribute;
    }
  }
  return nullptr;
}

void ElementReader::readBlocks(Element& element, std::vector<RichText::Block>& blocks) const {
  for (Node& node : element.content) {
    if (!node.element) {
      if (isWhite(node.text)) continue;
      fail(say("{element} 里的文字要放在 <p> 里：“{text}”。", "element"_a = tag(element),
               "text"_a = excerpt(node.text.substr(node.text.find_first_not_of(kWhite)))));
    }
    Element& block = *node.element;
    onlyAttributes(block, {});
    if (block.space == kTikuNamespace && block.name == "p") {
      blocks.emplace_back(readParagraph(block));
      continue;
    }
    if (block.space != kTikuNamespace || block.name != "table") {
      failAt(block.line, say("{element} 里只能有 <p> 和 <table>，却有 {name}。", "element"_a = tag(element),
                             "name"_a = tag(block)));
    }
    TextTable table;
    for (Element* row : onlyChildren(block, "row")) {
      auto& cells = table.rows.emplace_back();
      for (Element* cell : onlyChildren(*row, "cell")) {
        std::vector<RichText::Block> inner;
        readBlocks(*cell, inner);
        cells.emplace_back(std::move(inner));
      }
    }
    blocks.emplace_back(std::move(table));
  }
}

std::vector<Element*> ElementReader::onlyChildren(Element& element, std::string_view name) const {
  std::vector<Element*> children;
  for (Node& node : element.content) {
    if (!node.element && isWhite(node.text)) continue;
    if (!node.element || node.element->space != kTikuNamespace || node.element->name != name) {
      failAt(node.element ? node.element->line : element.line,
             say("{element} 里只能有 <{name}>，却有“{found}”。", "element"_a = tag(element), "name"_a = name,
                 "found"_a = node.element ? tag(*node.element) : excerpt(node.text)));
    }
    onlyAttributes(*node.element, {});
    children.push_back(node.element.get());
  }
  return children;
}

Paragraph ElementReader::readParagraph(Element& element) const {
  Paragraph paragraph;
  paragraph.pieces.reserve(element.content.size());
  for (Node& node : element.content) {
    if (node.element) {
      paragraph.pieces.push_back(readInline(*node.element));
    } else {
      paragraph.pieces.push_back({Inline::Kind::kText, std::move(node.text), {}});
    }
  }
  return paragraph;
}

Inline ElementReader::readInline(Element& element) const {
  using Kind = Inline::Kind;
  static constexpr std::array<std::pair<std::string_view, Kind>, 7> kKinds{{{"sub", Kind::kSubscript},
                                                                            {"sup", Kind::kSuperscript},
                                                                            {"em", Kind::kEmphasis},
                                                                            {"math", Kind::kMath},
                                                                            {"blank", Kind::kBlank},
                                                                            {"br", Kind::kLineBreak},
                                                                            {"image", Kind::kImage}}};
  const auto found = std::ranges::find(kKinds, element.name, &std::pair<std::string_view, Kind>::first);
  if (found == kKinds.end() || element.space != kTikuNamespace) {
    std::vector<std::string_view> names;
    for (const auto& [name, kind] : kKinds) names.push_back(name);
    failAt(element.line, say("<p> 里有不认识的元素 {name}；这里可以有的元素：{known}。",
                             "name"_a = tag(element), "known"_a = listed(names, "<", ">")));
  }
  Inline piece{found->second, {}, {}};
  if (piece.kind == Kind::kImage) {
    onlyAttributes(element, {"target", "alt"});
    const std::string* target = element.attribute("target");
    if (target == nullptr) failAt(element.line, say("<image> 缺少属性 target。"));
    piece.target = *target;
    if (const std::string* alt = element.attribute("alt")) piece.text = *alt;
  } else {
    onlyAttributes(element, {});
  }
  const bool holdsText = found - kKinds.begin() < 4;
  std::string text = onlyText(element);
  if (holdsText) {
    piece.text = std::move(text);
  } else if (!text.empty()) {
    failAt(element.line, say("{element} 里不应有文字，却有“{text}”。", "element"_a = tag(element),
                             "text"_a = excerpt(text)));
  }
  return piece;
}

void ElementReader::onlyAttributes(const Element& element,
                                   std::initializer_list<std::string_view> names) const {
  for (const Attribute& attribute : element.attributes) {
    const bool known = attribute.prefix.empty() && std::ranges::find(names, attribute.name) != names.end();
    if (known) continue;
    failAt(element.line,
           say("{element} 有不认识的属性“{name}”；这里可以有的属性：{known}。", "element"_a = tag(element),
               "name"_a = excerpt(attribute.name), "known"_a = listed(names, "", "")));
  }
}

std::string ElementReader::onlyText(Element& element) const {
  if (element.content.empty()) return {};
  for (const Node& node : element.content) {
    if (!node.element) continue;
    failAt(node.element->line, say("{element} 里只能有文字，却有元素 {name}。", "element"_a = tag(element),
                                   "name"_a = tag(*node.element)));
  }
  return std::move(element.content.front().text);
}

void ElementReader::missing(std::string_view attribute, const std::string& expected) const {
  fail(say("{element} 缺少属性 {name}，应为{expected}。", "element"_a = tag(*element_), "name"_a = attribute,
           "expected"_a = expected));
}

void ElementReader::wrong(std::string_view attribute, const std::string& found,
                          const std::string& expected) const {
  if (attribute.empty()) {
    fail(say("{element} 的内容“{found}”不对，应为{expected}。", "element"_a = tag(*element_),
             "found"_a = excerpt(found), "expected"_a = expected));
  }
  fail(say("{element} 的属性 {name} 的值“{found}”不对，应为{expected}。", "element"_a = tag(*element_),
           "name"_a = attribute, "found"_a = excerpt(found), "expected"_a = expected));
}

void ElementReader::repeated() const {
  fail(say("{element} 重复了，这里只能有一个。", "element"_a = tag(*element_)));
}

void ElementReader::fail(const std::string& message) const {
  failAt(element_->line, message);
}

void ElementReader::failAt(int line, const std::string& message) const {
  throw FormatError(
      ErrorCode::kNotUnderstood, message, {context_->file, line, {}},
      context_->keepsUnknown ? say("这个题库是较新版本的 Tiku 写的，请升级后再打开。") : std::string{});
}

}  // namespace tiku::formats::xml
