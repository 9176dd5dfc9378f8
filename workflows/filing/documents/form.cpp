#include "workflows/filing/documents/form.h"

#include <algorithm>

#include <fmt/format.h>

#include "formats/base/resources.h"

namespace tiku::workflows {

using formats::DocxAlign;
using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;

namespace {

constexpr int kTitleWidth = 2;  ///< Of the section's title, in the unit of the grid columns.
constexpr int kRowHeight = 9;   ///< Millimetres.
constexpr int kLineHeight = 7;

/// Width of a field's label: wide enough for its words in two lines, four to six columns.
int labelWidth(const FormField& field) {
  return field.width >= 12 ? 4 : 3;
}

/// Chinese characters that fit into so many grid columns.
int lettersIn(int columns) {
  constexpr int kTextWidth = 170;  // Millimetres, of the form's page.
  constexpr int kTenthsPerLetter = 37;
  return (kTextWidth * 10 * columns / (kFormColumns + kTitleWidth) - 30) / kTenthsPerLetter;
}

/// Length of the text in Chinese characters; two narrow ones make one.
int letters(std::string_view text) {
  int halves = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U) {
      ++halves;
    } else if (byte >= 0xC0U) {
      halves += 2;
    }
  }
  return (halves + 1) / 2;
}

std::vector<std::string> valuesOf(const DocumentRequest& request, const FormField& field) {
  std::vector<std::string> values = formData(request, field.data);
  const auto& fields = dossierOf(request).fields;
  const auto entered = fields.find(field.id);
  if (values.empty() && entered != fields.end() && !entered->second.empty()) values = {entered->second};
  return values;
}

std::string printed(const FormField& field, const std::vector<std::string>& values) {
  std::string text;
  if (field.choices.empty()) {
    for (const std::string& value : values) text += (text.empty() ? "" : "、") + value;
    return text;
  }
  // A choice is not torn at the end of a line.
  const int room = lettersIn(field.width - labelWidth(field));
  int used = 0;
  for (const std::string& choice : field.choices) {
    const bool chosen = std::find(values.begin(), values.end(), choice) != values.end();
    const int length = letters(choice) + 3;
    const bool wraps = used > 0 && used + length > room;
    if (wraps) used = 0;
    if (!text.empty()) text += wraps ? "\n" : "　";
    text += std::string(chosen ? "☑" : "□") + " " + choice;
    used += length;
  }
  return text;
}

/// Renders the sections into one table: their titles stand merged at the left.
class FormTable {
 public:
  explicit FormTable(const DocumentRequest& request) : request_(request) {
    table_.widths.assign(kFormColumns + 1, 1);
    table_.widths.front() = kTitleWidth;
  }

  void add(const FormSection& section) {
    const std::size_t first = table_.rows.size();
    for (const auto& part : section.parts) {
      std::visit([this](const auto& content) { add(content); }, part);
    }
    const bool several = table_.rows.size() > first + 1;
    for (std::size_t i = first; i < table_.rows.size(); ++i) {
      DocxCell title = headCell(i == first ? section.title : "");
      if (several) title.merge = i == first ? DocxCell::Merge::kStart : DocxCell::Merge::kContinued;
      table_.rows[i].cells.insert(table_.rows[i].cells.begin(), std::move(title));
    }
  }

  DocxTable take() && { return std::move(table_); }

 private:
  DocxRow& newRow(int height = kRowHeight) {
    DocxRow& row = table_.rows.emplace_back();
    row.height = height;
    return row;
  }

  void add(const FormRow& form) {
    DocxRow& row = newRow();
    for (const FormField& field : form.fields) {
      const int label = labelWidth(field);
      row.height = std::max(row.height, field.lines * kLineHeight);
      row.cells.push_back(DocxCell(field.label, DocxStyle::kCell, label));
      row.cells.emplace_back(printed(field, valuesOf(request_, field)), DocxStyle::kCellLeft,
                             field.width - label);
    }
  }

  void add(const FormLevels& levels) {
    DocxRow& head = newRow();
    head.cells.push_back(DocxCell("等级", DocxStyle::kCell, 2));
    for (const FormColumn& column : levels.columns)
      head.cells.emplace_back(column.label, DocxStyle::kCell, column.width);
    for (const LevelView& level : request_.view.levels())
      addFigures(levels, std::string(level.level.name()), fmt::format("level-{}/", level.level.number()));
    addFigures(levels, "合计", "total/");
  }

  void addFigures(const FormLevels& levels, const std::string& name, const std::string& prefix) {
    DocxRow& row = newRow();
    row.cells.push_back(DocxCell(name, DocxStyle::kCell, 2));
    for (const FormColumn& column : levels.columns) {
      DocxCell cell = figureCell(request_, prefix + column.value);
      cell.span = column.width;
      row.cells.push_back(std::move(cell));
    }
  }

  void add(const FormPeople& form) {
    DocxRow& head = newRow();
    for (const FormColumn& column : form.columns)
      head.cells.emplace_back(column.label, DocxStyle::kCell, column.width);
    const auto* people = request_.context.bank.find<formats::People>(formats::People::kId);
    int rows = 0;
    if (people != nullptr) {
      for (const formats::Person& person : people->people) {
        addPerson(form, &person);
        ++rows;
      }
    }
    for (; rows < form.rows; ++rows) addPerson(form, nullptr);
  }

  void addPerson(const FormPeople& form, const formats::Person* person) {
    DocxRow& row = newRow();
    for (const FormColumn& column : form.columns) {
      row.cells.emplace_back(person == nullptr ? "" : personValue(*person, column.value), DocxStyle::kCell,
                             column.width);
    }
  }

  void add(const FormSign& sign) {
    DocxCell cell;
    cell.span = kFormColumns;
    cell.top = true;
    if (!sign.text.empty()) cell.blocks.emplace_back(DocxParagraph(sign.text, DocxStyle::kCellLeft));
    for (int i = 0; i < sign.lines + 1; ++i)
      cell.blocks.emplace_back(DocxParagraph("", DocxStyle::kCellLeft));
    DocxParagraph signer(sign.signer + "　　　　　　　　　　" + sign.stamp, DocxStyle::kCellLeft);
    signer.align = DocxAlign::kRight;
    DocxParagraph date(printedDate(""), DocxStyle::kCellLeft);
    date.align = DocxAlign::kRight;
    cell.blocks.emplace_back(std::move(signer));
    cell.blocks.emplace_back(std::move(date));
    newRow(28).cells.push_back(std::move(cell));
  }

  const DocumentRequest& request_;
  DocxTable table_;
};

}  // namespace

bool hasForm(const FilingContext& context, const std::string& id) {
  if (context.forms.contains(id)) return true;
  const std::string name = "schemas/forms/" + id + ".xml";
  const auto names = formats::resourceNames(name);
  return !names.empty() && names.front() == name;
}

Form formOf(const FilingContext& context, const std::string& id) {
  const auto own = context.forms.find(id);
  if (own != context.forms.end()) return parseForm(own->second, id + ".xml");
  const std::string name = "schemas/forms/" + id + ".xml";
  return parseForm(formats::resource(name), name);
}

std::string personValue(const formats::Person& person, std::string_view value) {
  if (value == "name") return person.name;
  if (value == "institution") return person.institution;
  if (value == "qualification") return person.qualification;
  if (value == "duty") return person.duty;
  switch (person.kind) {
    case formats::Person::Kind::kContentExpert:
      return "试题内容专家";
    case formats::Person::Kind::kMethodExpert:
      return "命题方法专家";
    case formats::Person::Kind::kStaff:
      return "工作人员";
  }
  return {};
}

void makeForm(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  const Form form = formOf(request.context, request.document.id);
  DocxWriter writer = openDocument(request, request.title, Sheet::kForm);
  writer.add(request.title, DocxStyle::kTitle);
  writer.add("申报单位：" + request.context.bank.info().institution.name + "　　　　申报日期：" +
                 printedDate(request.context.date),
             DocxStyle::kFlush);
  FormTable table(request);
  for (const FormSection& section : form.sections) table.add(section);
  writer.add(std::move(table).take());
  for (const std::string& note : form.notes) writer.add(note, DocxStyle::kNote);
  closeDocument(std::move(writer), request.path, files);
}

}  // namespace tiku::workflows
