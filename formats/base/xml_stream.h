#pragma once

#include <string>
#include <string_view>

#include "formats/base/xml.h"

namespace tiku::formats {

/// The attributes of the element that is just beginning.
class XmlAttributes {
 public:
  XmlAttributes(const unsigned char** values, int count) : values_(values), count_(count) {}
  /// Value of the attribute with that local name, whatever its namespace; empty when there is none. Valid
  /// only during the call that got the attributes.
  [[nodiscard]] std::string_view get(std::string_view name) const;

 private:
  const unsigned char** values_;
  int count_;
};

/// Told of a document's elements in order. What a member throws ends the reading and reaches the caller.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of character data; one text may come in several pieces.
  virtual void text(std::string_view words) = 0;
};

/// Reads a document too large to be worth a tree, as safely as XmlDocument::parse does and with its errors.
/// Names come without prefix.
void streamXml(std::string_view content, const std::string& name, const XmlLimits& limits, XmlEvents& events);

}  // namespace tiku::formats
