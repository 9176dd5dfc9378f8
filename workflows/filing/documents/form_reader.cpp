#include <algorithm>
#include <functional>

#include "formats/base/say.h"
#include "formats/base/xml.h"
#include "workflows/filing/documents/form.h"

namespace tiku::workflows {

using formats::operator""_a;
using formats::say;
using formats::XmlElement;

namespace {

/// Column of the level's name in a levels table.
constexpr int kLevelNameColumns = 2;

const std::vector<std::string_view>& personValues() {
  static const std::vector<std::string_view> kValues{"name", "institution", "qualification", "kind", "duty"};
  return kValues;
}

/// Whether every level and the whole bank have such a figure: those of a bank that has nothing but a level.
bool isFigure(const std::string& name) {
  static const Figures kFigures = [] {
    formats::BankInfo info;
    info.levels = {*formats::Level::of(5)};
    const formats::Bank bank(info);
    return figuresOf(BankView(bank), Sample());
  }();
  return kFigures.contains("total/" + name) && kFigures.contains("level-5/" + name);
}

class FormReader {
 public:
  FormReader(std::string_view xml, std::string file)
      : file_(std::move(file)), document_(formats::XmlDocument::parse(xml, file_)) {}

  Form read() {
    const XmlElement root = document_.root();
    if (root.name() != "form") fail(root, say("表格模板的根元素应是 form。"));
    Form form;
    for (XmlElement child = root.first(); child; child = child.next()) {
      if (child.name() == "section") {
        form.sections.push_back(readSection(child));
      } else if (child.name() == "note") {
        form.notes.push_back(child.text());
      } else {
        unknown(child);
      }
    }
    if (form.sections.empty()) fail(root, say("表格模板里没有 section。"));
    return form;
  }

 private:
  [[noreturn]] void fail(XmlElement at, const std::string& message) const {
    throw formats::FormatError(formats::ErrorCode::kNotUnderstood, message,
                               {file_, at.line(), std::string(at.name())}, say("写法见 docs/forms.md。"));
  }

  [[noreturn]] void unknown(XmlElement element) const {
    fail(element, say("表格模板里不能有元素“{name}”。", "name"_a = std::string(element.name())));
  }

  std::string need(XmlElement element, const char* name) const {
    std::string value = element.attribute(name);
    if (value.empty()) fail(element, say("缺少属性“{name}”。", "name"_a = name));
    return value;
  }

  int number(XmlElement element, const char* name, int otherwise, int most) const {
    const std::string text = element.attribute(name);
    if (text.empty()) return otherwise;
    const auto value = formats::Marks::parse(text);
    if (!value || value->hundredths() % 100 != 0 || value->hundredths() > most * 100LL) {
      fail(element, say("属性“{name}”应是 0 到 {most} 的整数，却是“{found}”。", "name"_a = name,
                        "most"_a = most, "found"_a = text));
    }
    return static_cast<int>(value->hundredths() / 100);
  }

  FormSection readSection(XmlElement element) const {
    FormSection section;
    section.title = need(element, "title");
    for (XmlElement child = element.first(); child; child = child.next()) {
      if (child.name() == "row") {
        section.parts.emplace_back(readRow(child));
      } else if (child.name() == "levels") {
        section.parts.emplace_back(
            FormLevels{readColumns(child, "figure", kFormColumns - kLevelNameColumns)});
      } else if (child.name() == "people") {
        section.parts.emplace_back(
            FormPeople{readColumns(child, "value", kFormColumns), number(child, "rows", 0, 100)});
      } else if (child.name() == "sign") {
        section.parts.emplace_back(FormSign{child.attribute("text"), need(child, "signer"),
                                            child.attribute("stamp"), number(child, "lines", 0, 40)});
      } else {
        unknown(child);
      }
    }
    if (section.parts.empty()) fail(element, say("表格的这一部分是空的。"));
    return section;
  }

  FormRow readRow(XmlElement element) const {
    FormRow row;
    int width = 0;
    for (XmlElement child = element.first(); child; child = child.next()) {
      if (child.name() != "field") unknown(child);
      row.fields.push_back(readField(child));
      width += row.fields.back().width;
    }
    checkWidth(element, width, kFormColumns);
    return row;
  }

  FormField readField(XmlElement element) const {
    FormField field;
    field.label = need(element, "label");
    field.id = need(element, "id");
    field.data = element.attribute("data");
    field.width = number(element, "width", kFormColumns, kFormColumns);
    field.lines = number(element, "lines", 0, 40);
    if (!field.data.empty() && !isFormData(field.data))
      fail(element, say("没有名为“{name}”的数据。", "name"_a = field.data));
    std::string choices = element.attribute("choices");
    while (!choices.empty()) {
      const std::size_t end = std::min(choices.find('|'), choices.size());
      field.choices.push_back(choices.substr(0, end));
      choices.erase(0, end + 1);
    }
    if (field.width < 4) fail(element, say("一个栏目至少要占 4 列。"));
    return field;
  }

  std::vector<FormColumn> readColumns(XmlElement element, const char* attribute, int total) const {
    std::vector<FormColumn> columns;
    int width = 0;
    for (XmlElement child = element.first(); child; child = child.next()) {
      if (child.name() != "column") unknown(child);
      FormColumn column{need(child, "label"), need(child, attribute), number(child, "width", 1, total)};
      const bool known =
          std::string_view(attribute) == "figure"
              ? isFigure(column.value)
              : std::find(personValues().begin(), personValues().end(), column.value) != personValues().end();
      if (!known) fail(child, say("没有名为“{name}”的数据。", "name"_a = column.value));
      width += column.width;
      columns.push_back(std::move(column));
    }
    checkWidth(element, width, total);
    return columns;
  }

  void checkWidth(XmlElement element, int width, int total) const {
    if (width == total) return;
    fail(element,
         say("这一行各栏宽度之和应是 {total}，却是 {width}。", "total"_a = total, "width"_a = width));
  }

  std::string file_;
  formats::XmlDocument document_;
};

}  // namespace

Form parseForm(std::string_view xml, const std::string& file) {
  return FormReader(xml, file).read();
}

}  // namespace tiku::workflows
