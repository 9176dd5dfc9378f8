#include <charconv>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/sniff.h"
#include "formats/exchange/xlsx/sheet_data.h"
#include "formats/exchange/zip_parts.h"

/// Workbooks after ECMA-376, transitional and strict: names are compared without their namespaces, and links
/// by the last part of their type, in which alone the two forms differ.
namespace tiku::formats {
namespace {

// The parts of a workbook are flat; 256 attributes is what the guard lets a root declare.
constexpr XmlLimits kXmlLimits{32U << 20U, 64, 256};

int numberOf(const std::string& text, int otherwise = 0) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool isTrue(const std::string& text) {
  return text == "1" || text == "true" || text == "on";
}

std::vector<NumberFormat> readStyles(const ZipParts& parts, const std::string& path) {
  const XmlDocument document = parts.readXml(path);
  std::map<int, NumberFormat> custom;
  const XmlElement formats = document.root().first("numFmts");
  for (XmlElement format = formats.first("numFmt"); format; format = format.next("numFmt")) {
    custom.insert_or_assign(numberOf(format.attribute("numFmtId")),
                            NumberFormat(format.attribute("formatCode")));
  }
  std::vector<NumberFormat> byStyle;
  const XmlElement styles = document.root().first("cellXfs");
  for (XmlElement style = styles.first("xf"); style; style = style.next("xf")) {
    const int id = numberOf(style.attribute("numFmtId"));
    const auto found = custom.find(id);
    byStyle.push_back(found == custom.end() ? NumberFormat::builtIn(id) : found->second);
  }
  return byStyle;
}

class Reader {
 public:
  Reader(std::string bytes, const std::string& name)
      : parts_(ZipParts::open(std::move(bytes), name)), name_(name) {
    workbook_.file = name;
  }

  Workbook read();

 private:
  void readTables(const XmlDocument& book, const std::map<std::string, Relationship>& links);
  void readSheet(const XmlElement& entry, const Relationship& link);
  void readDrawing(const std::string& path, Sheet& sheet);
  void readAnchor(const XmlElement& anchor, const std::map<std::string, Relationship>& links, Sheet& sheet);
  void readCellImages(const std::string& bookPath);
  void placeCellImages(Sheet& sheet);
  std::string keepPicture(const std::string& path);
  std::string uniqueName(const std::string& wanted);

  ZipParts parts_;
  std::string name_;
  Workbook workbook_;
  WorkbookTables tables_;
  SheetLimits limits_;
  std::size_t cells_ = 0;
  std::set<std::string> names_;
  std::map<std::string, std::string> cellImages_;  // WPS: picture id -> media file name.
};

Workbook Reader::read() {
  const std::string path = parts_.mainPart();
  if (path.ends_with(".bin")) {
    throw FormatError(ErrorCode::kNotUnderstood, say("这是 Excel 的二进制工作簿（.xlsb），无法读取。"),
                      {name_, 0, {}}, say("请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再导入。"));
  }
  const std::optional<XmlDocument> book =
      path.empty() ? std::nullopt : std::optional<XmlDocument>(parts_.readXml(path));
  if (!book || book->root().name() != "workbook") {
    throw FormatError(ErrorCode::kNotUnderstood, say("压缩包里没有 Excel 工作簿。"), {name_, 0, {}},
                      say("请核对文件是否选对、是否完整。"));
  }
  const std::map<std::string, Relationship> links = parts_.relationships(path);
  readTables(*book, links);
  readCellImages(path);
  for (XmlElement entry = book->root().first("sheets").first("sheet"); entry; entry = entry.next("sheet")) {
    const auto link = links.find(entry.attribute("id"));
    if (link == links.end() || link->second.external || !parts_.has(link->second.target)) {
      throw FormatError(
          ErrorCode::kNotUnderstood,
          say("工作簿里缺少工作表“{name}”的内容，文件可能已损坏。", "name"_a = entry.attribute("name")),
          {parts_.placeOf(path), entry.line(), {}});
    }
    readSheet(entry, link->second);
  }
  if (parts_.has("xl/vbaProject.bin")) workbook_.notes.push_back(say("文件带有宏，未读取，也不会运行。"));
  return std::move(workbook_);
}

void Reader::readTables(const XmlDocument& book, const std::map<std::string, Relationship>& links) {
  const XmlElement properties = book.root().first("workbookPr");
  tables_.date1904 = properties && isTrue(properties.attribute("date1904"));
  for (const auto& [id, link] : links) {
    if (link.external || !parts_.has(link.target)) continue;
    if (link.type == "sharedStrings") {
      tables_.strings = readSharedStrings(parts_.read(link.target), parts_.placeOf(link.target), kXmlLimits);
    } else if (link.type == "styles") {
      tables_.formats = readStyles(parts_, link.target);
    }
  }
}

std::string Reader::uniqueName(const std::string& wanted) {
  std::string name = wanted;
  for (int n = 2; !names_.insert(name).second; ++n) name = wanted + "(" + std::to_string(n) + ")";
  return name;
}

void Reader::readSheet(const XmlElement& entry, const Relationship& link) {
  const std::string title = entry.attribute("name");
  if (link.type != "worksheet") {
    workbook_.notes.push_back(say("“{name}”不是表格而是图表或宏表，已跳过。", "name"_a = title));
    return;
  }
  Sheet sheet;
  sheet.name = uniqueName(title);
  const std::string state = entry.attribute("state");
  sheet.hidden = state == "hidden" || state == "veryHidden";
  const SheetPart part = readSheetData(parts_.read(link.target), parts_.placeOf(link.target), kXmlLimits,
                                       tables_, limits_, cells_, sheet);
  if (part.formulasWithoutValue > 0) {
    workbook_.notes.push_back(say(
        "工作表“{name}”有 {n} 个公式没有保存结果（首个在 {cell}），读作空白；请在 Excel 中打开并"
        "保存一次。",
        "name"_a = sheet.name, "n"_a = part.formulasWithoutValue, "cell"_a = part.firstFormulaWithoutValue));
  }
  for (const auto& [id, other] : parts_.relationships(link.target)) {
    if (other.external) continue;
    if (other.type == "drawing" && id == part.drawing && parts_.has(other.target))
      readDrawing(other.target, sheet);
    if (other.type == "comments" || other.type == "threadedComment") {
      workbook_.notes.push_back(say("工作表“{name}”的批注未导入。", "name"_a = sheet.name));
    }
  }
  placeCellImages(sheet);
  workbook_.sheets.push_back(std::move(sheet));
}

void Reader::readDrawing(const std::string& path, Sheet& sheet) {
  const XmlDocument drawing = parts_.readXml(path);
  const std::map<std::string, Relationship> links = parts_.relationships(path);
  for (XmlElement anchor = drawing.root().first(); anchor; anchor = anchor.next())
    readAnchor(anchor, links, sheet);
}

void Reader::readAnchor(const XmlElement& anchor, const std::map<std::string, Relationship>& links,
                        Sheet& sheet) {
  const XmlElement picture = anchor.first("pic");
  const XmlElement from = anchor.first("from");
  const auto link = links.find(picture.first("blipFill").first("blip").attribute("embed"));
  if (!picture || !from || link == links.end() || link->second.external || !parts_.has(link->second.target)) {
    workbook_.notes.push_back(
        say("工作表“{name}”中有一个图形（图表、文本框或链接的图片）未导入。", "name"_a = sheet.name));
    return;
  }
  const int row = numberOf(from.first("row").text());
  const int column = numberOf(from.first("col").text());
  if (row < 0 || column < 0 || row >= limits_.rows || column >= limits_.columns) return;
  const std::string media = keepPicture(link->second.target);
  if (!media.empty()) sheet.pictures[columnName(column) + std::to_string(row + 1)].push_back(media);
}

// WPS keeps pictures that it calls "embedded in the cell" beside the drawings; the cell holds
// =DISPIMG("ID_...",1).
void Reader::readCellImages(const std::string& bookPath) {
  const std::string path = bookPath.substr(0, bookPath.rfind('/') + 1) + "cellimages.xml";
  if (!parts_.has(path)) return;
  const XmlDocument document = parts_.readXml(path);
  const std::map<std::string, Relationship> links = parts_.relationships(path);
  for (XmlElement image = document.root().first("cellImage"); image; image = image.next("cellImage")) {
    const XmlElement picture = image.first("pic");
    const auto link = links.find(picture.first("blipFill").first("blip").attribute("embed"));
    if (link == links.end() || link->second.external || !parts_.has(link->second.target)) continue;
    const std::string id = picture.first("nvPicPr").first("cNvPr").attribute("name");
    const std::string media = keepPicture(link->second.target);
    if (!media.empty()) cellImages_.emplace(id, media);
  }
}

void Reader::placeCellImages(Sheet& sheet) {
  constexpr std::string_view kCall = "DISPIMG(\"";
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
      SheetCell& cell = sheet.rows[r][c];
      const std::size_t call = cell.text.find(kCall);
      if (call == std::string::npos || call > 8) continue;
      const std::size_t begin = call + kCall.size();
      const auto image = cellImages_.find(cell.text.substr(begin, cell.text.find('"', begin) - begin));
      if (image == cellImages_.end()) continue;
      sheet.pictures[columnName(static_cast<int>(c)) + std::to_string(r + 1)].push_back(image->second);
      cell = {};
    }
  }
}

// The media file name of a picture part; empty, with a note, when it is no picture that a bank can hold.
std::string Reader::keepPicture(const std::string& path) {
  std::string media = addPicture(workbook_.media, parts_.read(path));
  if (media.empty()) workbook_.notes.push_back(say("图片“{path}”的格式不认识，未导入。", "path"_a = path));
  return media;
}

}  // namespace

Workbook readXlsxBytes(const std::string& bytes, const std::string& name) {
  if (lookOf(bytes) != FileLook::kZip) throw notReadableAs(".xlsx", bytes, name);
  return Reader(bytes, name).read();
}

Workbook readXlsx(const std::filesystem::path& file) {
  return readXlsxBytes(readWholeFile(file), fileNameOf(file));
}

}  // namespace tiku::formats
