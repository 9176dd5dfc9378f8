#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/package/xml/tree.h"
#include "formats/package/xml/value.h"

namespace tiku::formats::xml {

/// What every element of a file shares.
struct ReadContext {
  std::string file;           ///< For messages.
  bool keepsUnknown = false;  ///< The file is of a newer minor version: what is unknown goes to the extras.
};

/// An empty object to be read into; a type without a default constructor says how to make one.
template <typename T>
struct Blank {
  static T make() { return T{}; }
};

/// Reads one element. `fields(ElementReader&, T&)` describes each type, with the same calls as for the
/// writer; what no call asked for is unknown: an error that names it, or kept in the extras.
class ElementReader {
 public:
  static constexpr bool kWrites = false;

  ElementReader(Element& element, const ReadContext& context);

  template <typename T>
  void required(std::string_view name, T& value) {
    Attribute* found = take(name);
    if (found == nullptr) missing(name, Value<T>::expected());
    set(name, *found, value);
  }
  template <typename T>
  void optional(std::string_view name, T& value) {
    if (Attribute* found = take(name)) set(name, *found, value);
  }
  template <typename T>
  void optional(std::string_view name, std::optional<T>& value) {
    Attribute* found = take(name);
    if (found == nullptr) return;
    value = Value<T>::parse(found->value);
    if (!value) wrong(name, found->value, Value<T>::expected());
  }

  void extras(Extras& extras) { extras_ = &extras; }

  void texts(std::string_view name, std::vector<std::string>& values);
  void rich(std::string_view name, RichText& text);
  void riches(std::string_view name, std::vector<RichText>& texts);
  void content(RichText& text);
  void content(std::string& text);
  template <typename T>
  void content(T& value) {
    std::string text;
    content(text);
    auto parsed = Value<T>::parse(text);
    if (!parsed) wrong({}, text, Value<T>::expected());
    value = std::move(*parsed);
  }

  template <typename T>
  void children(std::string_view name, std::vector<T>& objects) {
    each(name, [&](ElementReader& child) {
      objects.push_back(Blank<T>::make());
      fields(child, objects.back());
    });
  }
  template <typename T>
  void child(std::string_view name, T& object) {
    bool seen = false;
    each(name, [&](ElementReader& child) {
      if (seen) child.repeated();
      seen = true;
      fields(child, object);
    });
  }
  template <typename K, typename V>
  void entries(std::string_view name, std::string_view key, std::map<K, V>& entries) {
    each(name, [&](ElementReader& child) {
      std::optional<K> k;
      child.optional(key, k);
      if (!k) child.missing(key, Value<K>::expected());
      const auto [entry, isNew] = entries.try_emplace(std::move(*k), Blank<V>::make());
      if (!isNew) child.repeated();
      child.content(entry->second);
    });
  }

  /// Must be the last call: judges what was not asked for.
  void close();

  [[noreturn]] void fail(const std::string& message) const;

 private:
  template <typename Visit>
  void each(std::string_view name, const Visit& visit) {
    knownElements_.push_back(name);
    for (Node& node : element_->content) {
      if (!node.element || node.element->name != name || node.element->space != kTikuNamespace) continue;
      ElementReader child(*node.element, *context_);
      visit(child);
      child.close();
      node.element.reset();
    }
  }
  template <typename T>
  void set(std::string_view name, Attribute& found, T& value) {
    auto parsed = Value<T>::parse(found.value);
    if (!parsed) wrong(name, found.value, Value<T>::expected());
    value = std::move(*parsed);
  }
  void set(std::string_view, Attribute& found, std::string& value) { value = std::move(found.value); }

  Attribute* take(std::string_view name);
  [[noreturn]] void missing(std::string_view attribute, const std::string& expected) const;
  [[noreturn]] void wrong(std::string_view attribute, const std::string& found,
                          const std::string& expected) const;
  [[noreturn]] void repeated() const;
  [[noreturn]] void failAt(int line, const std::string& message) const;
  void judgeAttributes();
  void judgeElements();
  void readBlocks(Element& element, std::vector<RichText::Block>& blocks) const;
  [[nodiscard]] std::vector<Element*> onlyChildren(Element& element, std::string_view name) const;
  [[nodiscard]] Paragraph readParagraph(Element& element) const;
  [[nodiscard]] Inline readInline(Element& element) const;
  void onlyAttributes(const Element& element, std::initializer_list<std::string_view> names) const;
  [[nodiscard]] std::string onlyText(Element& element) const;

  Element* element_;
  const ReadContext* context_;
  Extras* extras_ = nullptr;
  bool contentTaken_ = false;
  std::vector<std::string_view> knownAttributes_;
  std::vector<std::string_view> knownElements_;
};

}  // namespace tiku::formats::xml
