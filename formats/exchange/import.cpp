// Which importer reads which file: the content decides, never the name.
#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <variant>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/convert/office_converter.h"
#include "formats/exchange/html/html_document.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "formats/exchange/itemsheet/item_sheet.h"
#include "formats/exchange/json/read_json.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/sheet_document.h"
#include "formats/exchange/sniff.h"
#include "formats/exchange/source_words.h"
#include "formats/exchange/text/text_document.h"
#include "formats/exchange/text/text_items.h"
#include "formats/exchange/text_encoding.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats {
namespace {

using Contents = std::variant<Document, Workbook>;

[[noreturn]] void refuse(const std::string& name, const std::string& message, const std::string& advice) {
  throw FormatError(ErrorCode::kNotUnderstood, message, {name, 0, {}}, advice);
}

std::string extensionOf(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  std::string extension = dot == std::string::npos ? "" : name.substr(dot + 1);
  std::ranges::transform(extension, extension.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  });
  return extension;
}

// What an old format is turned into, and the extension by which LibreOffice knows it.
struct Conversion {
  std::string extension;
  std::string target;
};

std::optional<Conversion> conversionOf(FileLook look, const std::string& bytes) {
  switch (look) {
    case FileLook::kOldWord:
      return Conversion{"doc", "docx"};
    case FileLook::kOldExcel:
      return Conversion{"xls", "xlsx"};
    case FileLook::kRtf:
      return Conversion{"rtf", "docx"};
    case FileLook::kOfficeXml2003:
      return bytes.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos
                 ? Conversion{"xls", "xlsx"}
                 : Conversion{"doc", "docx"};
    default:
      return std::nullopt;
  }
}

Contents readAs(const std::string& target, const std::string& bytes, const std::string& name) {
  if (target == "xlsx") return readXlsxBytes(bytes, name);
  return readDocxBytes(bytes, name);
}

using Waiting = std::function<void()>;

Contents converted(const Conversion& conversion, const std::string& what, const std::string& bytes,
                   const std::string& name, const Waiting& waiting) {
  const auto office = OfficeConverter::find();
  if (!office) {
    refuse(name, say("这是{look}，要装有 LibreOffice 才能读取。", "look"_a = what),
           say("请在 Word、WPS 或 Excel 中打开它，另存为 .{target} 后再导入；或者安装 LibreOffice。",
               "target"_a = conversion.target));
  }
  Contents source =
      readAs(conversion.target,
             office->convert(bytes, conversion.extension, conversion.target, name, waiting), name);
  std::visit(
      [&](auto& read) {
        read.notes.insert(read.notes.begin(),
                          say("文件由 LibreOffice 从{look}转换后读入。", "look"_a = what));
      },
      source);
  return source;
}

// A zip is a Word file, a workbook, an OpenDocument file, or a mere archive.
Contents readZip(const std::string& bytes, const std::string& name, const Waiting& waiting) {
  const ZipParts parts = ZipParts::open(bytes, name);
  if (parts.has("mimetype")) {
    const std::string type = parts.read("mimetype");
    if (type.starts_with("application/vnd.oasis.opendocument.text")) {
      return converted({"odt", "docx"}, say("OpenDocument 文本（.odt）"), bytes, name, waiting);
    }
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) {
      return converted({"ods", "xlsx"}, say("OpenDocument 表格（.ods）"), bytes, name, waiting);
    }
    if (type.find("tiku") != std::string::npos) {
      refuse(name, say("这是题库包，不是要导入的文件。"), say("请当作题库打开它。"));
    }
  }
  const std::string main = parts.mainPart();
  if (main.empty()) {
    refuse(name, say("这是压缩包。"), say("请先解压，再导入里面的文件。"));
  }
  if (main.ends_with(".bin")) return readXlsxBytes(bytes, name);  // Which says what it is.
  return parts.readXml(main).root().name() == "workbook" ? Contents(readXlsxBytes(bytes, name))
                                                         : Contents(readDocxBytes(bytes, name));
}

/// Refuses what cannot be read and is often given.
void refuseForeign(const std::string& bytes, const std::string& name) {
  if (name.starts_with("~$") || name.starts_with(".~")) {
    refuse(name, say("这是 Word 或 WPS 打开文件时留下的临时文件，里面没有内容。"),
           say("请选择名称前面没有“{prefix}”的那个文件。", "prefix"_a = name.substr(0, 2)));
  }
  // The look takes the beginning of a file for text when it has no NUL, so archives and pictures come first;
  // but "BM" and "<svg" begin words and tags of texts as well.
  const FileLook look = lookOf(bytes);
  if (bytes.starts_with("Rar!") || bytes.starts_with("7z\xBC\xAF")) {
    refuse(name, say("这是压缩包。"), say("请先解压，再导入里面的文件。"));
  }
  const bool postScript = bytes.starts_with("%!PS") || bytes.starts_with("\xC5\xD0\xD3\xC6");
  const std::string picture = postScript ? "eps" : pictureExtension(bytes);
  const bool words = look == FileLook::kText || look == FileLook::kHtml;
  if (!picture.empty() && !(words && (picture == "bmp" || picture == "svg"))) {
    refuse(name, say("这是图片。"), say("请向提供者索取 Word 或 Excel 原文件。"));
  }
}

Contents readSource(const std::string& bytes, const std::string& name, const Waiting& waiting) {
  const FileLook look = lookOf(bytes);
  if (look == FileLook::kZip) return readZip(bytes, name, waiting);
  if (const auto conversion = conversionOf(look, bytes))
    return converted(*conversion, nameOf(look), bytes, name, waiting);
  throw notReadableAs(".docx、.xlsx、.csv、.txt", bytes, name);
}

ImportResult importJson(const Bank& bank, const std::string& text, const std::string& name,
                        const ImportOptions& options) {
  const Workbook workbook = readJsonText(text, name);
  ImportResult result = importItems(bank, workbook, options);
  addWords(result.report, workbook);
  return result;
}

/// What stands in tables, of a document or of a workbook.
ImportResult importTables(const Bank& bank, const Document& document, const ImportOptions& options) {
  if (options.kind == ImportKind::kStandard) return importStandard(bank, document, options);
  return options.kind == ImportKind::kPlan ? importPlan(bank, document, options)
                                           : importElementTable(bank, document, options);
}

ImportResult importSheets(const Bank& bank, const Workbook& workbook, const ImportOptions& options) {
  if (options.kind == ImportKind::kItems) {
    const bool ours = options.columns.empty() && isItemWorkbook(workbook);
    ImportResult result =
        ours ? importItemWorkbook(bank, workbook, options) : importItems(bank, workbook, options);
    addWords(result.report, workbook);
    return result;
  }
  if (options.kind == ImportKind::kSkillsItems) {
    refuse(workbook.file, say("操作技能试题要从 Word 文件导入，这是表格文件。"),
           say("请提供含试题单和评分表的 .docx 文件。"));
  }
  if (options.kind == ImportKind::kExperts) {
    if (options.columns.empty()) return importExperts(bank, workbook);
    throw FormatError(ErrorCode::kUsage, say("导入专家名单时不能指定列。"), {workbook.file, 0, {}},
                      say("请把表头写成“姓名”“类别”“工作单位”等。"));
  }
  const SheetDocument sheets = documentOf(workbook);
  ImportResult result = importTables(bank, sheets.document, options);
  addWords(result.report, sheets.document);
  for (SourceVerdict& row : result.report.rows) {
    const auto place = sheets.places.find(row.at);
    if (place != sheets.places.end()) row.at = place->second;
  }
  return result;
}

ImportResult importBlocks(const Bank& bank, const Document& document, const ImportOptions& options) {
  switch (options.kind) {
    case ImportKind::kItems:
      return isItemDocument(document) ? importItemDocument(bank, document, options)
                                      : importItems(bank, document, options);
    case ImportKind::kSkillsItems:
      return importSkillItems(bank, document, options);
    case ImportKind::kExperts:
      refuse(document.file, say("专家名单要从表格文件导入，这是 Word 文件。"),
             say("请把名单另存为 .xlsx，表头有“姓名”“类别”“工作单位”。"));
    case ImportKind::kElementTable:
    case ImportKind::kPlan:
    case ImportKind::kStandard:
      break;
  }
  return importTables(bank, document, options);
}

ImportResult importDocument(const Bank& bank, const Document& document, const ImportOptions& options) {
  if (!options.columns.empty()) {
    throw FormatError(ErrorCode::kUsage, say("指定列只对表格文件（.xlsx、.csv）有意义。"),
                      {document.file, 0, {}}, say("请去掉列的指定，或把内容另存为 .xlsx。"));
  }
  ImportResult result = importBlocks(bank, document, options);
  addWords(result.report, document);
  return result;
}

/// Puts what the file is before the reading of its layout.
void tellFile(ImportReport& report, const char* value, const std::string& words,
              const std::string& encoding) {
  report.reading.insert(report.reading.begin(), {"file", value, words, encoding, {}, false});
}

/// Web systems call a page with one table .xls: its lines and rows as those of a sheet.
Workbook sheetOf(const Document& page) {
  Workbook workbook;
  workbook.file = page.file;
  workbook.media = page.media;
  workbook.notes = page.notes;
  Sheet& sheet = workbook.sheets.emplace_back();
  sheet.name = page.file.substr(0, page.file.rfind('.'));
  for (const auto& block : page.blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
      sheet.rows.emplace_back().emplace_back().text = paragraph->line();
      continue;
    }
    for (const std::vector<DocCell>& row : std::get<DocTable>(block).rows) {
      auto& cells = sheet.rows.emplace_back();
      for (const DocCell& cell : row) cells.emplace_back().text = cell.str();
    }
  }
  return workbook;
}

ImportResult importPage(const Bank& bank, const DecodedText& decoded, const std::string& name,
                        const std::filesystem::path& folder, const ImportOptions& options) {
  const Document page = documentOfHtml(decoded.text, name, folder);
  const std::string extension = extensionOf(name);
  const bool isSheet = extension == "xls" || extension == "xlsx" || extension == "et" || extension == "csv";
  if (isSheet) return importSheets(bank, sheetOf(page), options);
  ImportResult result = importDocument(bank, page, options);
  if (!result.report.reading.empty())
    tellFile(result.report, "html", say("文件是网页（HTML）"), decoded.encoding);
  return result;
}

/// What is words in some encoding: a page, questions of another system, a table, or lines. All are decoded
/// once and told apart by what they say.
ImportResult importWords(const Bank& bank, const std::string& bytes, const std::string& name,
                         const std::filesystem::path& folder, const ImportOptions& options) {
  const bool items = options.kind == ImportKind::kItems;
  const DecodedText decoded =
      lookOf(bytes) == FileLook::kHtml ? decodePage(bytes, name) : decodeText(bytes, name);
  ImportResult result;
  // Questions in GIFT hold HTML, and may be taken for a page.
  if (items && looksLikeJson(decoded.text)) {
    result = importJson(bank, decoded.text, name, options);
  } else if (items && looksLikeAiken(decoded.text)) {
    result = importAiken(bank, decoded.text, name, options);
  } else if (items && looksLikeGift(decoded.text)) {
    result = importGift(bank, decoded.text, name, options);
  } else if (looksLikePage(decoded.text)) {
    result = importPage(bank, decoded, name, folder, options);
  } else if (items) {
    result = importItemsText(bank, decoded.text, name, options);
    if (!result.report.reading.empty())
      tellFile(result.report, "text", say("文件是纯文本"), decoded.encoding);
  } else if (options.kind == ImportKind::kStandard) {
    result = importDocument(bank, documentOfText(decoded.text, name), options);
    tellFile(result.report, "text", say("文件是纯文本"), decoded.encoding);
  } else {
    result = importSheets(bank, readCsvBytes(decoded.text, name), options);
  }
  if (decoded.encoding != "UTF-8") {
    result.report.notes.push_back(say("文件按 {encoding} 编码读入。", "encoding"_a = decoded.encoding));
  }
  return result;
}

ImportResult importBytes(const Bank& bank, const std::string& bytes, const std::string& name,
                         const std::filesystem::path& folder, const ImportOptions& options,
                         const std::function<void(double)>& tell) {
  constexpr double kRead = 0.1;
  constexpr double kUnderstood = 0.4;
  refuseForeign(bytes, name);
  tell(kRead);
  if (options.kind == ImportKind::kItems && looksLikeMoodle(bytes))
    return importMoodle(bank, bytes, name, options);
  const FileLook look = lookOf(bytes);
  if (options.kind == ImportKind::kItems && look == FileLook::kZip && isQtiPackage(bytes, name))
    return importQtiPackage(bank, bytes, name, options);
  if (options.kind == ImportKind::kItems && looksLikeQti(bytes))
    return importQtiItem(bank, bytes, name, options);
  if (look == FileLook::kText || look == FileLook::kHtml)
    return importWords(bank, bytes, name, folder, options);
  const Contents source = readSource(bytes, name, [&tell] { tell(kRead); });
  tell(kUnderstood);
  if (const auto* workbook = std::get_if<Workbook>(&source)) return importSheets(bank, *workbook, options);
  ImportResult result = importDocument(bank, std::get<Document>(source), options);
  if (!result.report.reading.empty()) tellFile(result.report, "word", say("文件是 Word 文档"), {});
  return result;
}

}  // namespace

ImportResult importFile(const Bank& bank, const std::filesystem::path& file, const ImportOptions& options) {
  const auto tell = [&options](double share) {
    if (options.progress) options.progress(share);
  };
  tell(0);
  const std::string name = fileNameOf(file);
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  const std::filesystem::path manifest = name == kQtiManifest ? file : file / kQtiManifest;
  std::error_code none;
  const bool unpacked =
      options.kind == ImportKind::kItems && std::filesystem::is_regular_file(manifest, none);
  ImportResult result = unpacked ? importQtiFolder(bank, manifest, options)
                                 : importBytes(bank, readWholeFile(file), name, folder, options, tell);
  // Only where the layout was inferred is there a reading to correct.
  if (!options.corrections.empty() && result.report.reading.empty()) {
    throw FormatError(ErrorCode::kUsage, say("这份文件的读法不是推断出来的，没有可以更正的项目。"),
                      {name, 0, {}}, say("请去掉对读法的更正。"));
  }
  tell(1);
  return result;
}

}  // namespace tiku::formats
