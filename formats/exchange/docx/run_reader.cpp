#include "formats/exchange/docx/run_reader.h"

#include <algorithm>
#include <charconv>

#include "formats/exchange/docx/math_text.h"
#include "formats/exchange/docx/symbol_font.h"
#include "formats/exchange/media_type.h"

namespace tiku::formats {
namespace {

constexpr std::size_t kDeepestField = 64;

std::string withoutLineEnds(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\r', ' ');
  return text;
}

bool isMath(XmlElement element) {
  return element.name() == "oMath" || element.name() == "oMathPara";
}

}  // namespace

RunReader::Content RunReader::read(XmlElement paragraph, const std::string& style) {
  content_ = {};
  paragraphLook_ = style.empty() ? RunLook() : context_.styles.lookOf(style);
  if (isMath(paragraph)) {
    child(paragraph);
  } else {
    children(paragraph);
  }
  return std::move(content_);
}

void RunReader::children(XmlElement container) {
  for (XmlElement element = container.first(); element; element = element.next()) child(element);
}

void RunReader::child(XmlElement element) {
  const std::string_view name = element.name();
  if (name == "r" && isWord(element)) {
    run(element);
  } else if (name == "AlternateContent") {
    children(chosenBranch(element));
  } else if (name == "oMathPara") {
    for (XmlElement part = element.first("oMath"); part; part = part.next("oMath")) math(part);
  } else if (name == "oMath") {
    math(element);
  } else if (!isWord(element)) {
    return;
  } else if (name == "del" || name == "moveFrom") {
    context_.notes.add(LeftOut::kDeletedText, context_.at);
  } else if (name == "sdt") {
    children(element.first("sdtContent"));
  } else if (name == "hyperlink" || name == "ins" || name == "moveTo" || name == "smartTag" ||
             name == "fldSimple" || name == "customXml" || name == "dir" || name == "bdo") {
    children(element);
  }
}

void RunReader::run(XmlElement run) {
  const XmlElement properties = run.first("rPr");
  RunLook look = RunLook::of(properties);
  const std::string style = properties.first("rStyle").attribute("val");
  if (!style.empty()) look.inherit(context_.styles.lookOf(style));
  look.inherit(paragraphLook_);
  runChildren(run, look);
}

void RunReader::runChildren(XmlElement container, const RunLook& look) {
  for (XmlElement element = container.first(); element; element = element.next()) runChild(element, look);
}

void RunReader::runChild(XmlElement element, const RunLook& look) {
  const std::string_view name = element.name();
  if (name == "AlternateContent") return runChildren(chosenBranch(element), look);
  if (!isWord(element)) return;
  if (name == "t") return text(withoutLineEnds(element.text()), look);
  if (name == "tab" || name == "ptab") return text("\t", look);
  if (name == "br" || name == "cr") return lineBreak(element, look);
  if (name == "noBreakHyphen") return text("-", look);
  if (name == "sym") return symbol(element, look);
  if (name == "fldChar") return fieldChar(element);
  if (name == "instrText") {
    if (!fields_.empty() && !fields_.back().inResult) fields_.back().instruction += element.text();
  } else if (name == "drawing" || name == "pict" || name == "object") {
    if (!visible()) return;
    if (name == "object") context_.notes.add(LeftOut::kObject, context_.at);
    if (!graphics(element, {})) context_.notes.add(LeftOut::kShape, context_.at);
  } else if (name == "ruby") {
    for (XmlElement base = element.first("rubyBase").first("r"); base; base = base.next("r")) run(base);
  } else if (name == "delText") {
    context_.notes.add(LeftOut::kDeletedText, context_.at);
  } else if (name == "footnoteReference" || name == "endnoteReference") {
    margin(LeftOut::kFootnote, name == "footnoteReference" ? "footnote" : "endnote", element);
  } else if (name == "commentReference") {
    margin(LeftOut::kComment, "comment", element);
  }
}

bool RunReader::visible() const {
  return std::ranges::all_of(fields_, &Field::inResult);
}

void RunReader::text(const std::string& words, const RunLook& look) {
  if (!visible()) return;
  if (look.hidden.value_or(false)) context_.notes.add(LeftOut::kHiddenText, context_.at);
  bool unknown = false;
  content_.pieces.text(withoutPrivateUse(words, look.font, unknown), look);
  if (unknown) context_.notes.add(LeftOut::kSymbol, context_.at);
}

void RunReader::lineBreak(XmlElement element, const RunLook& look) {
  if (!visible()) return;
  const std::string type = element.attribute("type");
  if (type == "page") {
    (content_.pieces.empty() ? content_.pageBreakFirst : content_.pageBreakLast) = true;
  } else if (type != "column") {
    static_cast<void>(look);
    content_.pieces.piece({Inline::Kind::kLineBreak, {}, {}});
  }
}

void RunReader::symbol(XmlElement element, const RunLook& look) {
  const std::string code = element.attribute("char");
  std::uint32_t value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value, 16);
  const std::string sign = symbolText(element.attribute("font"), value);
  if (sign.empty()) context_.notes.add(LeftOut::kSymbol, context_.at);
  text(sign.empty() ? "□" : sign, look);
}

void RunReader::fieldChar(XmlElement element) {
  const std::string type = element.attribute("fldCharType");
  if (type == "begin") {
    if (fields_.size() < kDeepestField) fields_.emplace_back();
    return;
  }
  if (fields_.empty()) return;
  if (type == "separate") fields_.back().inResult = true;
  if (type != "end") return;
  const Field field = std::move(fields_.back());
  fields_.pop_back();
  const std::string equation = field.inResult ? std::string() : eqFieldText(field.instruction);
  if (!equation.empty() && visible()) {
    content_.pieces.piece({Inline::Kind::kMath, equation, {}});
    context_.notes.add(LeftOut::kEqField, context_.at);
  }
}

void RunReader::math(XmlElement element) {
  const std::string formula = mathText(element);
  if (visible() && !formula.empty()) content_.pieces.piece({Inline::Kind::kMath, formula, {}});
}

void RunReader::margin(LeftOut what, const std::string& kind, XmlElement reference) {
  const auto found = context_.margins.find(kind + "/" + reference.attribute("id"));
  context_.notes.add(what, context_.at, found == context_.margins.end() ? std::string() : found->second);
}

bool RunReader::graphics(XmlElement element, const std::string& description) {
  bool found = false;
  std::string words = description;
  for (XmlElement child = element.first(); child; child = child.next()) {
    const std::string_view name = child.name();
    if (name == "AlternateContent") {
      found = graphics(chosenBranch(child), words) || found;
    } else if (name == "docPr") {
      words = child.attribute("descr");
    } else if (name == "txbxContent") {
      content_.textBoxes.push_back(child);
      found = true;
    } else if (name == "blip") {
      picture(relationshipId(child, "embed"), relationshipId(child, "link"), words);
      found = true;
    } else if (name == "imagedata") {
      picture(relationshipId(child, "id"), relationshipId(child, "href"), child.attribute("title"));
      found = true;
    } else if (name == "chart" || name == "relIds" || name == "textpath") {
      context_.notes.add(LeftOut::kObject, context_.at);
      found = true;
    } else {
      found = graphics(child, words) || found;
    }
  }
  return found;
}

void RunReader::picture(const std::string& id, const std::string& linkId, const std::string& description) {
  const auto link = context_.links.find(id.empty() ? linkId : id);
  LeftOut reason = LeftOut::kUnreadablePicture;
  if (link != context_.links.end()) {
    if (link->second.external) {
      reason = LeftOut::kExternalPicture;
    } else if (context_.parts.has(link->second.target)) {
      const std::string name = addPicture(context_.document.media, context_.parts.read(link->second.target));
      if (!name.empty()) {
        content_.pieces.piece({Inline::Kind::kImage, description, name});
        return;
      }
    }
  }
  context_.notes.add(reason, context_.at);
  // The reader of the item must see that something belongs here.
  content_.pieces.text("[图]", {});
}

}  // namespace tiku::formats
