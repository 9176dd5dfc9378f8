#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/base/xml.h"

namespace tiku::formats {

/// The list that a paragraph belongs to (w:numPr). Either half may be inherited.
struct NumberingRef {
  std::optional<int> numId;
  std::optional<int> level;
};

/// What of a run's properties matters to an importer.
struct RunLook {
  std::optional<bool> bold;
  std::optional<bool> emphasised;  ///< Emphasis dots (w:em).
  std::optional<bool> underlined;
  std::optional<bool> hidden;
  std::string vertical;  ///< "subscript", "superscript", "baseline" or empty.
  std::string font;

  /// Takes over from `base` what this one does not say.
  void inherit(const RunLook& base);
  /// From w:rPr.
  static RunLook of(XmlElement properties);
};

/// w:numPr of w:pPr.
NumberingRef numberingOf(XmlElement paragraphProperties);

/// An on/off property: present without a value is on.
std::optional<bool> toggle(XmlElement properties, std::string_view name);

/// styles.xml: names, and what a style and its ancestors (basedOn) say.
class Styles {
 public:
  Styles() = default;
  explicit Styles(XmlElement root);

  /// As shown in Word; the id itself when the style is not defined.
  [[nodiscard]] std::string nameOf(const std::string& id) const;
  [[nodiscard]] RunLook lookOf(const std::string& id) const;
  [[nodiscard]] NumberingRef numberingOf(const std::string& id) const;
  /// The style and its ancestors, nearest first.
  [[nodiscard]] std::vector<std::string> chain(const std::string& id) const;
  /// The default paragraph style's id; empty without one.
  [[nodiscard]] const std::string& defaultParagraph() const { return defaultParagraph_; }

 private:
  struct Style {
    std::string name;
    std::string basedOn;
    RunLook look;
    NumberingRef numbering;
  };
  std::unordered_map<std::string, Style> styles_;
  std::string defaultParagraph_;
};

}  // namespace tiku::formats
