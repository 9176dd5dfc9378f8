// `items/level-N/sets/<uuid>.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {

template <>
struct Blank<ItemSet> {
  static ItemSet make() { return {Id{}, *Level::of(5), ItemSet::Kind::kSharedStem}; }
};

template <typename Io>
void fields(Io& io, Side<Io, ItemSet>& set) {
  io.required("id", set.id);
  io.required("level", set.level);
  io.required("kind", set.kind);
  io.optional("items", set.items);
  io.extras(set.extras);
  io.rich("stem", set.stem);
  io.riches("option", set.options);
  io.child("source", set.source);
}

std::string write(const ItemSet& set) {
  return writeDocument("item-set", set);
}

ItemSet readItemSet(Element& root, const ReadContext& context) {
  return readDocument<ItemSet>(root, "item-set", context);
}

}  // namespace tiku::formats::xml
