#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/base/error.h"

struct _xmlDoc;
struct _xmlNode;

/// XML from outside, read safely: the one place that lets libxml2 parse. No DOCTYPE (so no entities), no
/// network, no second file; size, depth and number of attributes are bounded before the parser sees the text.
namespace tiku::formats {

struct XmlLimits {
  std::uint64_t bytes = 32U << 20U;
  int depth = 64;
  int attributes = 64;  ///< Of one element, namespace declarations included.
};

/// An element of a document, or nothing. A view: the document must outlive it.
class XmlElement {
 public:
  XmlElement() = default;
  explicit XmlElement(_xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const XmlElement&) const = default;

  /// Name without prefix.
  [[nodiscard]] std::string_view name() const;
  /// Namespace URI; empty without one.
  [[nodiscard]] std::string_view space() const;
  [[nodiscard]] int line() const;

  [[nodiscard]] XmlElement parent() const;
  /// First child element, or the first with that local name, whatever its namespace.
  [[nodiscard]] XmlElement first() const;
  [[nodiscard]] XmlElement first(std::string_view name) const;
  /// Next sibling element, or the next with that local name.
  [[nodiscard]] XmlElement next() const;
  [[nodiscard]] XmlElement next(std::string_view name) const;

  /// Value of the attribute with that local name, whatever its namespace; empty when there is none.
  [[nodiscard]] std::string attribute(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  /// Value of the attribute with that local name and namespace ("" is none).
  [[nodiscard]] std::optional<std::string> attribute(std::string_view name, std::string_view space) const;

  /// Local names of all attributes, in document order.
  [[nodiscard]] std::vector<std::string_view> attributeNames() const;

  /// All text in and below the element.
  [[nodiscard]] std::string text() const;

  /// The libxml2 node, for code that validates or serialises.
  [[nodiscard]] _xmlNode* node() const { return node_; }

 private:
  _xmlNode* node_ = nullptr;
};

/// A parsed document.
class XmlDocument {
 public:
  /// Reads UTF-8, UTF-16 with byte order mark, or GB18030/GBK as declared. Throws FormatError with `name` and
  /// the line: kNotUnderstood for what is not well-formed or has a DOCTYPE, kOverLimit.
  static XmlDocument parse(std::string_view content, const std::string& name, const XmlLimits& limits = {});

  XmlDocument(XmlDocument&&) noexcept;
  XmlDocument& operator=(XmlDocument&&) noexcept;
  ~XmlDocument();

  [[nodiscard]] XmlElement root() const;
  [[nodiscard]] _xmlDoc* doc() const { return doc_.get(); }

 private:
  struct Free {
    void operator()(_xmlDoc* doc) const;
  };
  explicit XmlDocument(_xmlDoc* doc) : doc_(doc) {}
  std::unique_ptr<_xmlDoc, Free> doc_;
};

}  // namespace tiku::formats
