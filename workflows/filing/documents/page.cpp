#include "workflows/filing/documents/page.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "formats/exchange/docx/number_format.h"
#include "formats/model/pictures.h"

namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxRun;
using formats::DocxSetup;
using formats::DocxStyle;
using formats::DocxWriter;

namespace {

constexpr std::string_view kDraftMark = "草稿";
constexpr std::string_view kDraftNote = "仅供内部核对，不作为正式报备材料";

std::string versionNote(const DocumentRequest& request) {
  const std::string& tree = request.context.sample.tree;
  return tree.empty() ? std::string() : "题库版本 " + tree.substr(0, 12);
}

}  // namespace

std::string DocumentRequest::word() const {
  constexpr std::string_view kPoint = "点";
  const std::string& word = context.profile.pointWord();
  if (!word.ends_with(kPoint) || word.size() == kPoint.size()) return "考评";
  return word.substr(0, word.size() - kPoint.size());
}

DocxWriter openDocument(const DocumentRequest& request, const std::string& title, Sheet sheet) {
  DocxSetup setup;
  setup.title = title;
  setup.author = request.context.bank.info().institution.name;
  setup.footer = versionNote(request);
  if (request.context.draft) {
    setup.draftMark = kDraftMark;
    setup.draftNote = kDraftNote;
  }
  setup.landscape = sheet == Sheet::kLandscape;
  setup.wide = sheet != Sheet::kPortrait;
  const formats::Bank* bank = &request.context.bank;
  return DocxWriter(std::move(setup), [bank](const std::string& name) -> const std::string* {
    const auto* media = formats::mediaNamed(*bank, name);
    return media == nullptr ? nullptr : &media->bytes;
  });
}

void closeDocument(DocxWriter&& writer, const std::string& path, std::vector<DocumentFile>& files) {
  DocumentFile file;
  file.path = path + ".docx";
  for (const auto& [tag, text] : writer.tagged()) {
    file.figures.insert_or_assign(tag.substr(std::string_view(kFigureTag).size()), text);
  }
  file.bytes = std::move(writer).finish();
  files.push_back(std::move(file));
}

formats::XlsxBook openBook(const DocumentRequest& request, const std::string& title) {
  formats::XlsxBook book;
  book.title = title;
  book.author = request.context.bank.info().institution.name;
  return book;
}

void closeBook(const DocumentRequest& request, formats::XlsxBook book, const std::string& path,
               std::vector<DocumentFile>& files) {
  for (formats::XlsxSheet& sheet : book.sheets) {
    if (request.context.draft) sheet.pageHeader = fmt::format("{}（{}）", kDraftMark, kDraftNote);
    sheet.pageFooter = versionNote(request);
  }
  if (!book.sheets.empty()) files.push_back({path + ".xlsx", formats::writeXlsx(book), {}});
}

std::string figure(const DocumentRequest& request, const std::string& key) {
  const auto found = request.figures.find(key);
  return found == request.figures.end() ? "0" : found->second;
}

DocxRun figureRun(const DocumentRequest& request, const std::string& key) {
  DocxRun run = textRun(figure(request, key));
  if (request.figures.contains(key)) run.tag = std::string(kFigureTag) + key;
  return run;
}

DocxCell figureCell(const DocumentRequest& request, const std::string& key) {
  return DocxCell(DocxParagraph({figureRun(request, key)}, DocxStyle::kCell));
}

std::string levelKey(formats::Level level, std::string_view name) {
  return fmt::format("level-{}/{}", level.number(), name);
}

DocxRun textRun(std::string text) {
  DocxRun run;
  run.text = std::move(text);
  return run;
}

DocxRun boldRun(std::string text) {
  DocxRun run = textRun(std::move(text));
  run.bold = true;
  return run;
}

DocxCell headCell(std::string text, int span) {
  return DocxCell(std::move(text), DocxStyle::kCellHead, span);
}

DocxRow headRow(const std::vector<std::string>& titles) {
  DocxRow row;
  row.head = true;
  for (const std::string& title : titles) row.cells.push_back(headCell(title));
  return row;
}

DocxRow bodyRow(const std::vector<std::string>& texts) {
  DocxRow row;
  for (const std::string& text : texts) row.cells.emplace_back(text);
  return row;
}

std::string printedDate(std::string_view date) {
  const auto day = formats::Date::parse(date);
  if (!day) return "　　　　年　　月　　日";
  const std::string& text = day->str();
  return fmt::format("{}年{}月{}日", text.substr(0, 4), std::stoi(text.substr(5, 2)),
                     std::stoi(text.substr(8, 2)));
}

std::string levelNames(const std::vector<formats::Level>& levels) {
  std::string names;
  for (const formats::Level level : levels) {
    if (!names.empty()) names += "、";
    names += level.name();
  }
  return names;
}

std::string chineseNumber(int number) {
  return formats::formatNumber(number, "chineseCountingThousand");
}

void addSignature(DocxWriter& writer, const std::vector<std::string>& lines) {
  writer.add("", DocxStyle::kFlush);
  for (const std::string& line : lines) {
    DocxParagraph paragraph(line, DocxStyle::kFlush);
    paragraph.align = formats::DocxAlign::kRight;
    paragraph.keepNext = &line != &lines.back();
    writer.add(paragraph);
  }
}

formats::DocxTable peopleTable(const std::vector<formats::Person>& people) {
  formats::DocxTable table;
  table.widths = {14, 22, 46, 36, 34, 28};
  table.rows.push_back(headRow({"序号", "姓名", "工作单位", "职称或职业技能等级", "专家类别", "承担工作"}));
  for (const formats::Person& person : people) {
    table.rows.push_back(bodyRow({std::to_string(table.rows.size()), person.name, person.institution,
                                  person.qualification, personValue(person, "kind"), person.duty}));
  }
  return table;
}

const formats::Dossier& dossierOf(const DocumentRequest& request) {
  return formats::dossierOf(request.context.bank);
}

std::string standardTitle(const formats::Bank& bank) {
  const formats::Standard* standard = bank.standard();
  if (standard == nullptr || standard->title.empty()) return {};
  std::string title = standard->title;
  if (!title.starts_with("《")) title = "《" + title + "》";
  std::string detail = standard->edition;
  if (!detail.empty() && !standard->issuer.empty()) detail += "，";
  detail += standard->issuer;
  return detail.empty() ? title : title + "（" + detail + "）";
}

}  // namespace tiku::workflows
