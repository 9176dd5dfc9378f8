// `items/level-N/skills/<uuid>.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {

template <>
struct Blank<SkillItem> {
  static SkillItem make() { return {Id{}, *Level::of(5)}; }
};

template <typename Io>
void fields(Io& io, Side<Io, Material>& material) {
  io.required("provider", material.provider);
  io.optional("name", material.name);
  io.optional("specification", material.specification);
  io.optional("quantity", material.quantity);
  io.optional("note", material.note);
  io.extras(material.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, ScoreRow>& row) {
  io.optional("number", row.number);
  io.required("marks", row.marks);
  io.optional("nominal", row.nominal);
  io.optional("note", row.note);
  io.extras(row.extras);
  io.rich("content", row.content);
  io.rich("criterion", row.criterion);
}

template <typename Io>
void fields(Io& io, Side<Io, SkillItem>& item) {
  io.required("id", item.id);
  io.required("level", item.level);
  io.required("status", item.status);
  io.optional("code", item.code);
  io.optional("title", item.title);
  io.optional("module", item.module);
  io.optional("points", item.points);
  io.optional("minutes", item.minutes);
  io.required("marks", item.marks);
  io.optional("difficulty", item.difficulty);
  io.optional("author", item.author);
  io.extras(item.extras);
  io.rich("venue", item.venue);
  io.children("material", item.materials);
  io.rich("task", item.task);
  io.rich("requirements", item.requirements);
  io.rich("quality", item.quality);
  io.texts("veto", item.vetoes);
  io.children("score", item.scores);
  io.child("source", item.source);
}

std::string write(const SkillItem& item) {
  return writeDocument("skills-item", item);
}

SkillItem readSkillItem(Element& root, const ReadContext& context) {
  return readDocument<SkillItem>(root, "skills-item", context);
}

}  // namespace tiku::formats::xml
