#pragma once

#include "formats/exchange/document.h"
#include "formats/exchange/import.h"
#include "formats/exchange/workbook.h"

/// One importer per kind of content and of source; importFile() picks. Each looks at the bank to recognise
/// what it has.
namespace tiku::formats {

/// True for `PK..` bytes with word/document.xml; looks at content, not at the name.
Document readDocx(const std::filesystem::path& file);
/// The same from bytes; `name` is for messages.
Document readDocxBytes(const std::string& bytes, const std::string& name);
Workbook readXlsx(const std::filesystem::path& file);
Workbook readXlsxBytes(const std::string& bytes, const std::string& name);
/// UTF-8 with or without BOM, UTF-16 with BOM, GB18030; comma, semicolon or tab.
Workbook readCsv(const std::filesystem::path& file);
Workbook readCsvBytes(const std::string& bytes, const std::string& name);

ImportResult importItems(const Bank& bank, const Document& document, const ImportOptions& options);
ImportResult importItems(const Bank& bank, const Workbook& workbook, const ImportOptions& options);
ImportResult importElementTable(const Bank& bank, const Document& document, const ImportOptions& options);
ImportResult importSkillItems(const Bank& bank, const Document& document, const ImportOptions& options);
ImportResult importPlan(const Bank& bank, const Document& document, const ImportOptions& options);
ImportResult importStandard(const Bank& bank, const Document& document, const ImportOptions& options);
ImportResult importExperts(const Bank& bank, const Workbook& workbook);

}  // namespace tiku::formats
