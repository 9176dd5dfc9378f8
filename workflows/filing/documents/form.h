#pragma once

#include <string>
#include <variant>
#include <vector>

#include "workflows/filing/documents/page.h"

/// A form as data: `schemas/forms/<document id>.xml`, described in docs/forms.md.
namespace tiku::workflows {

/// Columns of a form's grid, to the right of the section's title.
inline constexpr int kFormColumns = 24;

/// A label and the place for its value.
struct FormField {
  std::string label;
  std::string id;    ///< In Dossier::fields.
  std::string data;  ///< "institution/name"; what the bank says goes before the dossier's field.
  std::vector<std::string> choices;  ///< Not empty: boxes to tick instead of a text.
  int width = kFormColumns;          ///< Of label and value together, in grid columns.
  int lines = 0;                     ///< Height of at least so many lines.
};

struct FormRow {
  std::vector<FormField> fields;
};

struct FormColumn {
  std::string label;
  std::string value;  ///< Of a levels table the figure's name, of a people table the person's property.
  int width = 1;
};

/// A row per level, with the figures of the level, and the totals.
struct FormLevels {
  std::vector<FormColumn> columns;
};

/// A row per person, and empty ones up to `rows`.
struct FormPeople {
  std::vector<FormColumn> columns;
  int rows = 0;
};

/// Words, empty lines to write on, who signs, where the stamp goes, the date.
struct FormSign {
  std::string text;
  std::string signer;
  std::string stamp;
  int lines = 0;
};

struct FormSection {
  std::string title;
  std::vector<std::variant<FormRow, FormLevels, FormPeople, FormSign>> parts;
};

struct Form {
  std::vector<FormSection> sections;
  std::vector<std::string> notes;  ///< At the foot.
};

/// Throws FormatError (kNotUnderstood) with file and line for what is not a form: an unknown element,
/// attribute, datum or figure, a row whose widths do not make the whole grid.
Form parseForm(std::string_view xml, const std::string& file);

/// Whether the document of this id is made from a form template.
bool hasForm(const FilingContext& context, const std::string& id);
/// Its template: the context's own, else the built-in one. Throws as parseForm().
Form formOf(const FilingContext& context, const std::string& id);

/// What the bank says to a `data` name; several for levels. Empty where it says nothing.
std::vector<std::string> formData(const DocumentRequest& request, const std::string& name);
/// The names that formData() knows.
bool isFormData(std::string_view name);

}  // namespace tiku::workflows
