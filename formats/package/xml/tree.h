#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/package/file_tree.h"

/// XML as a small tree of our own: what the package's reader and the migrations work on.
namespace tiku::formats::xml {

/// Namespace of every element of a package of major version 1.
inline constexpr std::string_view kTikuNamespace = "urn:tiku:1";

struct Attribute {
  std::string name;    ///< Without the prefix.
  std::string prefix;  ///< As written; empty without one.
  std::string space;   ///< Namespace of the prefix; empty without one.
  std::string value;
};

/// `xmlns:prefix="space"`; an empty prefix is the default namespace.
struct Declaration {
  std::string prefix;
  std::string space;
};

struct Element;

/// A piece of an element's content: an element, or the text when there is none.
struct Node {
  std::string text;
  std::unique_ptr<Element> element;
};

struct Element {
  std::string name;
  std::string prefix;
  std::string space;
  std::vector<Declaration> declarations;  ///< Those that stand at this element.
  std::vector<Attribute> attributes;
  std::vector<Node> content;  ///< Adjacent text is one node; comments and instructions are left out.
  int line = 0;               ///< Where its start tag ends, 1-based.

  /// Value of the attribute without a prefix, or null.
  [[nodiscard]] const std::string* attribute(std::string_view attributeName) const;
  /// Sets or adds an attribute without a prefix.
  void setAttribute(std::string_view attributeName, std::string value);
  /// Child elements with this name and the element's own namespace.
  [[nodiscard]] std::vector<Element*> children(std::string_view childName);
  /// The text of the content, without that of child elements.
  [[nodiscard]] std::string text() const;
};

/// Reads XML documents under limits: UTF-8 only, no DOCTYPE, no entities but the five, nothing fetched. One
/// Parser may read many documents, one after the other.
class Parser {
 public:
  explicit Parser(const Limits& limits);
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser();

  /// The root element. `file` is for messages. Throws FormatError kNotUnderstood, kOverLimit.
  std::unique_ptr<Element> parse(std::string_view content, const std::string& file);

 private:
  struct State;
  Limits limits_;
  std::unique_ptr<State> state_;
};

/// Appends the element as XML that stands by itself within the default namespace urn:tiku:1: every other
/// namespace that it uses is declared in it. Text is kept as it is, white space included.
void serialise(const Element& element, std::string& out);

/// A whole document with the XML declaration and a final newline.
std::string document(const Element& root);

/// Appends text with the escapes that keep every character through a reading: & < > and the quote, and line
/// feed, carriage return and tab as references, so that a text never spreads over lines. A character that
/// XML 1.0 cannot hold (most controls, U+FFFE, U+FFFF) and every broken UTF-8 byte becomes U+FFFD.
void escape(std::string_view text, std::string& out);

}  // namespace tiku::formats::xml
