#pragma once

#include <string>
#include <vector>

#include "formats/base/xml.h"

/// The body of an item's document, taken apart: what is left is a text that fromHtml() reads.
namespace tiku::formats::qti {

/// One place for an answer. Its element is the body's no more.
struct Interaction {
  struct Choice {
    std::string identifier;
    XmlElement element;  ///< Off the document's tree; lives as long as the document.
  };
  std::string name;      ///< "choiceInteraction"
  std::string response;  ///< Identifier of its response.
  std::vector<Choice> choices;
};

struct Rubric {
  std::string view;  ///< "author scorer tutor"
  XmlElement content;
};

struct Body {
  XmlElement text;    ///< The stem: words, and marks where the answers go.
  XmlElement shared;  ///< Of ours, what its set's items share; nothing where they share nothing.
  std::vector<Interaction> interactions;  ///< In reading order.
  std::vector<Rubric> rubrics;
  bool ours = false;         ///< The stem stands in a <div class="tiku-stem">.
  bool hasFeedback = false;  ///< Words shown after an answer; they are not part of the text.
};

/// Owns what it took out of the document. The document must outlive it.
class BodyParts {
 public:
  /// Of an item's document; of a stimulus's with "stimulusBody".
  explicit BodyParts(XmlElement document, std::string_view name = "itemBody");
  BodyParts(const BodyParts&) = delete;
  BodyParts& operator=(const BodyParts&) = delete;
  ~BodyParts();

  [[nodiscard]] const Body& body() const { return body_; }

 private:
  void walk(XmlElement parent, int depth);
  void takeOut(XmlElement element);
  void interaction(XmlElement element, const std::string& name);
  void picture(XmlElement object);

  Body body_;
  std::vector<XmlElement> taken_;
};

}  // namespace tiku::formats::qti
