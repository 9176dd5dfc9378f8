#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "formats/package/objects/objects.h"

/// What the files of this folder share.
namespace tiku::formats::xml {

template <typename Io>
void fields(Io& io, Side<Io, Source>& source) {
  io.optional("file", source.file);
  io.optional("at", source.at);
  io.extras(source.extras);
}

/// A whole file with this root element.
template <typename T>
std::string writeDocument(std::string_view root, const T& object) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  ElementWriter writer(out, root, 0);
  writer.declareNamespace();
  fields(writer, object);
  writer.close();
  return out;
}

/// Throws FormatError unless the document's root is the Tiku element of this name.
void expectRoot(const Element& root, std::string_view name, const ReadContext& context);

template <typename T>
T readDocument(Element& root, std::string_view name, const ReadContext& context) {
  expectRoot(root, name, context);
  T object = Blank<T>::make();
  ElementReader reader(root, context);
  fields(reader, object);
  reader.close();
  return object;
}

/// Refuses a second object of the same id in one file; in both directions, since a file that was written must
/// be read again.
class UniqueIds {
 public:
  explicit UniqueIds(std::string file) : file_(std::move(file)) {}
  void add(Id id, std::string_view element);

 private:
  std::string file_;
  std::unordered_set<Id> ids_;
};

}  // namespace tiku::formats::xml
