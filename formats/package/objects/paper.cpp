// `papers/level-N/<uuid>.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {

template <>
struct Blank<Paper> {
  static Paper make() { return {Id{}, *Level::of(5), Paper::Kind::kTheory}; }
};

template <typename Io>
void fields(Io& io, Side<Io, PaperEntry>& entry) {
  io.required("item", entry.item);
  io.required("marks", entry.marks);
  io.extras(entry.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, PaperSection>& section) {
  io.optional("title", section.title);
  io.extras(section.extras);
  io.children("entry", section.entries);
}

template <typename Io>
void fields(Io& io, Side<Io, Paper>& paper) {
  io.required("id", paper.id);
  io.required("level", paper.level);
  io.required("kind", paper.kind);
  io.required("status", paper.status);
  io.optional("number", paper.number);
  io.optional("title", paper.title);
  io.optional("minutes", paper.minutes);
  io.extras(paper.extras);
  io.children("section", paper.sections);
  io.child("source", paper.source);
}

std::string write(const Paper& paper) {
  return writeDocument("paper", paper);
}

Paper readPaper(Element& root, const ReadContext& context) {
  return readDocument<Paper>(root, "paper", context);
}

}  // namespace tiku::formats::xml
