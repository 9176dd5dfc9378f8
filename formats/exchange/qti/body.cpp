#include "formats/exchange/qti/body.h"

#include <libxml/tree.h>

#include "formats/exchange/qti/dialect.h"

namespace tiku::formats::qti {
namespace {

const xmlChar* words(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

void rename(XmlElement element, const char* name) {
  xmlNodeSetName(element.node(), words(name));
}

void setAttribute(XmlElement element, const char* name, const std::string& value) {
  xmlSetProp(element.node(), words(name), words(value.c_str()));
}

bool isChoice(const std::string& name) {
  return name == "simpleChoice" || name == "inlineChoice";
}

// Words of other interactions' parts, each on a line of its own.
bool isOtherPart(const std::string& name) {
  return name == "simpleAssociableChoice" || name == "gapText" || name == "gapImg" ||
         name == "simpleMatchSet" || name == "prompt" || name == "templateBlock" || name == "feedbackBlock";
}

bool isFeedback(const std::string& name) {
  return name == "feedbackInline" || name == "modalFeedback" || name == "feedbackBlock";
}

bool isDivision(XmlElement element, std::string_view look) {
  return element.name() == "div" && element.attribute("class") == look;
}

}  // namespace

BodyParts::BodyParts(XmlElement document, std::string_view name) {
  const XmlElement whole = firstOf(document, name);
  if (!whole) return;
  body_.text = whole;
  walk(whole, 0);
  for (XmlElement part = whole.first(); part; part = part.next()) {
    if (isDivision(part, "tiku-shared")) body_.shared = part;
    if (!isDivision(part, "tiku-stem") || body_.ours) continue;
    body_.text = part;
    body_.ours = true;
  }
}

BodyParts::~BodyParts() {
  for (const XmlElement element : taken_) xmlFreeNode(element.node());
}

void BodyParts::takeOut(XmlElement element) {
  xmlUnlinkNode(element.node());
  taken_.push_back(element);
}

void BodyParts::walk(XmlElement parent, int depth) {
  constexpr int kDeepest = 200;
  if (depth > kDeepest) return;
  for (XmlElement child = parent.first(); child;) {
    const XmlElement following = child.next();
    const std::string name = plainName(child);
    if (name == "rubricBlock") {
      const XmlElement content = firstOf(child, "contentBody");
      body_.rubrics.push_back({attributeOf(child, "view"), content ? content : child});
      takeOut(child);
    } else if (isFeedback(name)) {
      body_.hasFeedback = true;
      takeOut(child);
    } else if (name == "stylesheet" || name == "infoControl" || name == "catalogInfo") {
      takeOut(child);
    } else if (name == "object") {
      picture(child);
    } else {
      const bool asks = name.ends_with("Interaction");
      if (asks) interaction(child, name);
      if (isOtherPart(name)) rename(child, "div");
      walk(child, depth + 1);
    }
    child = following;
  }
}

void BodyParts::interaction(XmlElement element, const std::string& name) {
  Interaction made{name, attributeOf(element, "responseIdentifier"), {}};
  for (XmlElement child = element.first(); child;) {
    const XmlElement following = child.next();
    if (isChoice(plainName(child))) {
      walk(child, 1);  // What is no word of the choice goes.
      made.choices.push_back({attributeOf(child, "identifier"), child});
      takeOut(child);
    }
    child = following;
  }
  if (name == "textEntryInteraction" || name == "inlineChoiceInteraction") {
    rename(element, "span");
    setAttribute(element, "class", "tiku-blank");
  } else if (name == "hottextInteraction" || name == "gapMatchInteraction") {
    rename(element, "section");
  } else {
    rename(element, "div");
  }
  body_.interactions.push_back(std::move(made));
}

// QTI 2 shows pictures as objects, too; what stands in one is shown where it cannot be.
void BodyParts::picture(XmlElement object) {
  if (!object.attribute("type").starts_with("image/")) return;
  const std::string alternative = object.text();
  const std::string address = object.attribute("data");
  rename(object, "img");
  setAttribute(object, "src", address);
  setAttribute(object, "alt", alternative);
}

}  // namespace tiku::formats::qti
