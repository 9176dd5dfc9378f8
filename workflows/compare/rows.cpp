#include "workflows/compare/rows.h"

#include <type_traits>

#include <fmt/format.h>

#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/members.h"
#include "formats/compare/merge_keys.h"
#include "formats/compare/print.h"

namespace tiku::workflows {

using namespace formats;

namespace {

std::string joined(const std::vector<TableCell>& cells, bool withCode) {
  std::string text;
  for (const TableCell& one : cells) {
    if (one.text.empty() || (one.code && !withCode)) continue;
    text += (text.empty() ? "" : "　") + one.text;
  }
  return text;
}

TableRow oneText(std::string key, std::string text) {
  TableRow row;
  row.key = std::move(key);
  row.cells = {{"text", {}, std::move(text), false}};
  return row;
}

// Two things of a list may have been given one name.
void nameOnce(FieldRows& into) {
  std::map<std::string, int> seen;
  for (TableRow& row : into.rows) {
    const int n = ++seen[row.key];
    if (n > 1) row.key += fmt::format("#{}", n);
  }
}

template <typename T>
FieldRows listRows(const std::vector<T>& list) {
  FieldRows into;
  for (const T& thing : list) {
    if constexpr (merging::Keyed<T>) {
      into.rows.push_back(oneText(merging::keyOf(thing), print::text(thing)));
    } else {
      into.keyed = false;
      into.rows.push_back(oneText(std::to_string(into.rows.size()), print::text(thing)));
    }
  }
  nameOnce(into);
  return into;
}

template <typename V>
FieldRows listRows(const std::map<std::string, V>& map) {
  FieldRows into;
  for (const auto& [key, value] : map) {
    into.rows.push_back(oneText(key, print::text(value)));
    into.rows.back().name = key;
  }
  return into;
}

// A list of levels reads better as a text.
template <typename T>
concept Listed = !std::is_same_v<T, std::vector<Level>> && requires(const T& value) { listRows(value); };

}  // namespace

std::string TableRow::text() const {
  return joined(cells, true);
}

std::string TableRow::textWithoutCode() const {
  return joined(cells, false);
}

std::string TableRow::title() const {
  return word + (word.empty() || name.empty() ? "" : " ") + name;
}

std::optional<FieldRows> rowsOf(const Object& object, const std::string& field) {
  std::optional<FieldRows> found;
  std::visit(
      [&](const auto& pointer) {
        using Pointer = std::decay_t<decltype(pointer)>;
        if constexpr (!std::is_same_v<Pointer, std::monostate>) {
          using T = std::remove_const_t<typename Pointer::element_type>;
          members::each(static_cast<const T*>(nullptr),
                        [&](const char* name, const char*, auto member, auto...) {
                          if (name != field) return;
                          const auto& value = (*pointer).*member;
                          using Value = std::decay_t<decltype(value)>;
                          if constexpr (requires { tableRows(value); }) {
                            found = tableRows(value);
                          } else if constexpr (Listed<Value>) {
                            found = listRows(value);
                          }
                        });
        }
      },
      object);
  return found;
}

}  // namespace tiku::workflows
