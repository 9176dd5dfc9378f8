#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/package/xml/value.h"

namespace tiku::formats::xml {

/// A value that cannot be written so that it would be read again (an object without an id, a negative
/// count): the save is refused, since a file that cannot be opened would be worse.
[[noreturn]] void refuseToWrite(std::string_view element, std::string_view attribute,
                                const std::string& text);

/// Writes one element in the canonical form. `fields(ElementWriter&, const T&)` describes each type; see
/// reader.h for the other side of the same description.
class ElementWriter {
 public:
  static constexpr bool kWrites = true;

  ElementWriter(std::string& out, std::string_view name, int depth);

  /// `xmlns="urn:tiku:1"`: of the root.
  void declareNamespace();

  template <typename T>
  void required(std::string_view name, const T& value) {
    value_.clear();
    if (!Value<T>::print(value, value_)) refuseToWrite(name_, name, value_);
    attribute(name, value_);
  }
  /// Left out when it is the type's plain value: an empty text, an empty list, zero, false.
  template <typename T>
  void optional(std::string_view name, const T& value) {
    if (!(value == T{})) required(name, value);
  }
  template <typename T>
  void optional(std::string_view name, const std::optional<T>& value) {
    if (value) required(name, *value);
  }

  /// What a newer version added: its attributes go here, its elements to the end. Call it between the
  /// attributes and the elements.
  void extras(const Extras& extras);

  /// One element per text.
  void texts(std::string_view name, const std::vector<std::string>& values);
  void rich(std::string_view name, const RichText& text);
  void riches(std::string_view name, const std::vector<RichText>& texts);
  /// The element's own content is text.
  void content(const RichText& text);
  void content(const std::string& text);
  template <typename T>
  void content(const T& value) {
    value_.clear();
    if (!Value<T>::print(value, value_)) refuseToWrite(name_, {}, value_);
    content(value_);
  }

  /// One element per object.
  template <typename T>
  void children(std::string_view name, const std::vector<T>& objects) {
    for (const T& object : objects) element(name, object);
  }
  /// An element, left out when the object is as it is made.
  template <typename T>
  void child(std::string_view name, const T& object) {
    if (!(object == T{})) element(name, object);
  }
  /// One element per entry, with the key as an attribute and the value as content.
  template <typename K, typename V>
  void entries(std::string_view name, std::string_view key, const std::map<K, V>& entries) {
    for (const auto& [k, v] : entries) {
      ElementWriter child = open(name);
      child.required(key, k);
      child.content(v);
      child.close();
    }
  }

  /// Writes the end tag. Must be the last call.
  void close();

 private:
  template <typename T>
  void element(std::string_view name, const T& object) {
    ElementWriter child = open(name);
    fields(child, object);
    child.close();
  }
  ElementWriter open(std::string_view name);
  void attribute(std::string_view name, std::string_view value);
  void startTagEnds();
  void indent(int depth);
  void blocks(const RichText& text, int depth);
  void paragraph(const Paragraph& paragraph, int depth);
  template <typename Inner>
  void wrap(std::string_view name, int depth, bool empty, const Inner& inner);

  std::string* out_;
  std::string name_;
  std::string value_;
  const Extras* extras_ = nullptr;
  int depth_;
  bool tagOpen_ = true;
  bool inLine_ = false;  // The content is text on the same line.
};

}  // namespace tiku::formats::xml
