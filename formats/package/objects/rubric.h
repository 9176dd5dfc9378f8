#pragma once

#include "formats/package/objects/objects.h"

/// A rubric as an element: of a round, of an expert's file, of a template.
namespace tiku::formats::xml {

template <typename Io>
void fields(Io& io, Side<Io, RubricLine>& line) {
  io.required("id", line.id);
  io.optional("dimension", line.dimension);
  io.required("marks", line.marks);
  io.optional("text", line.text);
  io.extras(line.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Rubric>& rubric) {
  io.optional("id", rubric.id);
  io.optional("title", rubric.title);
  io.optional("source", rubric.source);
  io.extras(rubric.extras);
  io.children("line", rubric.lines);
}

}  // namespace tiku::formats::xml
