#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "formats/base/xml.h"

/// QTI 2.2 and 3.0 say the same in other words: "itemBody" and "qti-item-body", "baseType" and "base-type".
/// The code speaks 2.2; these turn its words into those of a file, and back.
namespace tiku::formats::qti {

enum class Version { k22, k30 };

/// Namespaces, addresses and words that the versions have of their own.
struct Dialect {
  Version version;
  std::string_view itemSpace;          ///< Namespace of items, tests and stimuli.
  std::string_view itemSchema;         ///< Where its schema is published.
  std::string_view manifestSpace;      ///< Namespace of imsmanifest.xml.
  std::string_view manifestSchema;     ///< Where its schema is published.
  std::string_view schemaName;         ///< What a manifest says that it is.
  std::string_view schemaVersion;      ///< And of which version.
  std::string_view itemType;           ///< Type of an item's resource.
  std::string_view testType;           ///< Of a test's.
  std::string_view stimulusType;       ///< Of a stimulus's.
  std::string_view templates;          ///< Address of the response-processing templates, up to their name.
  std::string_view templateExtension;  ///< What follows the name.
};

const Dialect& dialectOf(Version version);

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

/// "itemBody" as the version names that element.
std::string elementName(Version version, std::string_view name);
/// An opening tag; attributes without a value are left out. Names as in 2.2; those with a colon, and those of
/// HTML, which have no capital, are the same in both.
std::string startTag(Version version, std::string_view name, Attributes attributes = {});
/// The same of an element that holds nothing.
std::string emptyTag(Version version, std::string_view name, Attributes attributes = {});
std::string endTag(Version version, std::string_view name);

/// Words as they stand in an attribute or an element: marks escaped, line ends and tabs kept.
std::string escapedText(std::string_view words);

/// The name of an element of either version as in 2.2: "itemBody".
std::string plainName(XmlElement element);
/// Value of the attribute that 2.2 names so, in either version.
std::string attributeOf(XmlElement element, std::string_view name);
/// The first child of that name (2.2) or the next sibling.
XmlElement firstOf(XmlElement parent, std::string_view name);
XmlElement nextOf(XmlElement element, std::string_view name);

}  // namespace tiku::formats::qti
