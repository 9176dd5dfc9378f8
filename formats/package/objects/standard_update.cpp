// `updates/<uuid>.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {

template <typename Io>
void fields(Io& io, Side<Io, EntryChange>& change) {
  io.optional("entry", change.entry);
  io.required("kind", change.kind);
  io.optional("place", change.place);
  io.optional("before", change.before);
  io.optional("after", change.after);
  io.extras(change.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, UpdateTask>& task) {
  io.required("object", task.object);
  io.required("kind", task.kind);
  io.optional("entries", task.entries);
  io.optional("judged", task.judged);
  io.optional("reason", task.reason);
  io.optional("person", task.person);
  io.optional("date", task.date);
  io.extras(task.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, StandardUpdate>& update) {
  io.required("id", update.id);
  io.optional("title", update.title);
  io.optional("edition", update.edition);
  io.optional("previous", update.previous);
  io.optional("effective", update.effective);
  io.optional("begun", update.begun);
  io.optional("by", update.by);
  io.extras(update.extras);
  io.children("change", update.changes);
  io.children("task", update.tasks);
}

namespace {

void checkTaskIds(const StandardUpdate& update, const std::string& file) {
  UniqueIds ids(file);
  for (const UpdateTask& task : update.tasks) ids.add(task.object, "task");
}

}  // namespace

std::string write(const StandardUpdate& update) {
  checkTaskIds(update, {});
  return writeDocument("standard-update", update);
}

StandardUpdate readStandardUpdate(Element& root, const ReadContext& context) {
  auto update = readDocument<StandardUpdate>(root, "standard-update", context);
  checkTaskIds(update, context.file);
  return update;
}

}  // namespace tiku::formats::xml
