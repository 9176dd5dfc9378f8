#pragma once

#include <functional>
#include <initializer_list>
#include <string>

#include "formats/base/xml.h"
#include "validators/language/data/language_data.h"

namespace tiku::validators::language {

/// Reads data files into a LanguageData. What it does not know is an error with its line, so that a mistyped
/// word does not silently switch an entry off.
class LanguageDataReader {
 public:
  explicit LanguageDataReader(LanguageData& data) : data_(data) {}

  /// Throws FormatError with `name` and the line.
  void read(const std::string& xml, const std::string& name);

 private:
  using Element = formats::XmlElement;
  using Handler = std::pair<std::string_view, std::function<void(Element)>>;

  [[noreturn]] void fail(Element at, const std::string& message) const;
  void forChildren(Element parent, std::initializer_list<Handler> handlers) const;
  void allowAttributes(Element element, std::initializer_list<std::string_view> known) const;
  std::string need(Element element, std::string_view name) const;
  /// The characters of the attribute, of which there must be at least `least`.
  std::u32string word(Element element, std::string_view name, std::size_t least) const;

  WrongWord wrongWord(Element element, const std::string& reason, std::size_t least) const;
  void readConfusions(Element list);
  void readUnits(Element list);
  void readRanges(Element list);
  void readDoubled(Element list);
  void readStandards(Element list);
  void readNames(Element list);
  void readLatin(Element list);
  void readAlike(Element list);

  LanguageData& data_;
  std::string file_;
};

}  // namespace tiku::validators::language
