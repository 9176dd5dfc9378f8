// `standard.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {

template <>
struct Blank<LevelRequirements> {
  static LevelRequirements make() { return LevelRequirements(*Level::of(5)); }
};

template <typename Io>
void fields(Io& io, Side<Io, OverviewSection>& section) {
  io.optional("number", section.number);
  io.optional("title", section.title);
  io.extras(section.extras);
  io.rich("text", section.text);
}

template <typename Io>
void fields(Io& io, Side<Io, BasicTopic>& topic) {
  io.required("id", topic.id);
  io.required("part", topic.part);
  io.optional("title", topic.title);
  io.extras(topic.extras);
  io.texts("entry", topic.entries);
}

template <typename Io>
void fields(Io& io, Side<Io, Requirement>& requirement) {
  io.required("id", requirement.id);
  io.optional("critical", requirement.critical);
  io.optional("text", requirement.text);
  io.extras(requirement.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, WorkContent>& content) {
  io.required("id", content.id);
  io.optional("name", content.name);
  io.extras(content.extras);
  io.children("skill", content.skills);
  io.children("knowledge", content.knowledge);
}

template <typename Io>
void fields(Io& io, Side<Io, Function>& function) {
  io.required("id", function.id);
  io.optional("name", function.name);
  io.extras(function.extras);
  io.children("content", function.contents);
}

template <typename Io>
void fields(Io& io, Side<Io, LevelRequirements>& level) {
  io.required("level", level.level);
  io.extras(level.extras);
  io.children("function", level.functions);
}

template <typename Io>
void fields(Io& io, Side<Io, WeightRow>& row) {
  io.required("kind", row.kind);
  io.optional("name", row.name);
  io.extras(row.extras);
  io.entries("weight", "level", row.weights);
}

template <typename Io>
void fields(Io& io, Side<Io, Standard>& standard) {
  io.required("kind", standard.kind);
  io.optional("title", standard.title);
  io.optional("edition", standard.edition);
  io.optional("issuer", standard.issuer);
  io.extras(standard.extras);
  io.children("overview", standard.overview);
  io.children("basic", standard.basics);
  io.children("requirements", standard.levels);
  io.children("theory-weight", standard.theoryWeights);
  io.children("skills-weight", standard.skillsWeights);
}

namespace {

void checkIds(const Standard& standard, const std::string& file) {
  UniqueIds ids(file);
  for (const BasicTopic& topic : standard.basics) ids.add(topic.id, "basic");
  for (const LevelRequirements& level : standard.levels) {
    for (const Function& function : level.functions) {
      ids.add(function.id, "function");
      for (const WorkContent& content : function.contents) {
        ids.add(content.id, "content");
        for (const Requirement& skill : content.skills) ids.add(skill.id, "skill");
        for (const Requirement& knowledge : content.knowledge) ids.add(knowledge.id, "knowledge");
      }
    }
  }
}

}  // namespace

std::string write(const Standard& standard) {
  checkIds(standard, {});
  return writeDocument("standard", standard);
}

Standard readStandard(Element& root, const ReadContext& context) {
  auto standard = readDocument<Standard>(root, "standard", context);
  checkIds(standard, context.file);
  return standard;
}

}  // namespace tiku::formats::xml
