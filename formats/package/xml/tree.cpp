// The tree itself and its way back into text; parser.cpp makes it.
#include "formats/package/xml/tree.h"

#include <algorithm>

namespace tiku::formats::xml {
namespace {

// Prefixes in force at some element of a fragment, innermost last.
using Scope = std::vector<Declaration>;

const std::string* spaceOf(const Scope& scope, std::string_view prefix) {
  const auto found =
      std::find_if(scope.rbegin(), scope.rend(), [&](const Declaration& d) { return d.prefix == prefix; });
  return found == scope.rend() ? nullptr : &found->space;
}

void appendName(std::string_view prefix, std::string_view name, std::string& out) {
  out += prefix;
  if (!prefix.empty()) out += ':';
  out += name;
}

void declare(const std::string& prefix, const std::string& space, Scope& scope, std::string& out) {
  if (prefix == "xml") return;
  const std::string* known = spaceOf(scope, prefix);
  if (known != nullptr ? *known == space : (prefix.empty() && space.empty())) return;
  scope.push_back({prefix, space});
  out += prefix.empty() ? " xmlns" : " xmlns:";
  out += prefix;
  out += "=\"";
  escape(space, out);
  out += '"';
}

void append(const Element& element, Scope& scope, std::string& out) {
  const std::size_t outer = scope.size();
  out += '<';
  appendName(element.prefix, element.name, out);
  for (const Declaration& declaration : element.declarations) {
    declare(declaration.prefix, declaration.space, scope, out);
  }
  declare(element.prefix, element.space, scope, out);
  for (const Attribute& attribute : element.attributes) {
    if (!attribute.prefix.empty()) declare(attribute.prefix, attribute.space, scope, out);
  }
  for (const Attribute& attribute : element.attributes) {
    out += ' ';
    appendName(attribute.prefix, attribute.name, out);
    out += "=\"";
    escape(attribute.value, out);
    out += '"';
  }
  if (element.content.empty()) {
    out += "/>";
  } else {
    out += '>';
    for (const Node& node : element.content) {
      if (node.element) {
        append(*node.element, scope, out);
        continue;
      }
      // Line feeds between elements are layout and stay readable; escape() would turn them into references.
      std::string_view text = node.text;
      while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        escape(text.substr(0, end), out);
        if (end < text.size()) out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
      }
    }
    out += "</";
    appendName(element.prefix, element.name, out);
    out += '>';
  }
  scope.resize(outer);
}

}  // namespace

const std::string* Element::attribute(std::string_view attributeName) const {
  const auto found = std::ranges::find_if(
      attributes, [&](const Attribute& a) { return a.prefix.empty() && a.name == attributeName; });
  return found == attributes.end() ? nullptr : &found->value;
}

void Element::setAttribute(std::string_view attributeName, std::string value) {
  for (Attribute& attribute : attributes) {
    if (attribute.prefix.empty() && attribute.name == attributeName) {
      attribute.value = std::move(value);
      return;
    }
  }
  attributes.push_back({std::string(attributeName), {}, {}, std::move(value)});
}

std::vector<Element*> Element::children(std::string_view childName) {
  std::vector<Element*> found;
  for (Node& node : content) {
    if (node.element && node.element->name == childName && node.element->space == space) {
      found.push_back(node.element.get());
    }
  }
  return found;
}

std::string Element::text() const {
  std::string text;
  for (const Node& node : content) text += node.text;
  return text;
}

void serialise(const Element& element, std::string& out) {
  Scope scope{{"", std::string(kTikuNamespace)}};
  append(element, scope, out);
}

std::string document(const Element& root) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  Scope scope;
  append(root, scope, out);
  out += '\n';
  return out;
}

}  // namespace tiku::formats::xml
