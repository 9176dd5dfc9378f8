#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/docx/writer.h"
#include "formats/exchange/xlsx/writer.h"
#include "workflows/filing/documents.h"
#include "workflows/filing/documents/view.h"

/// What the makers of the single documents share.
namespace tiku::workflows {

/// What the tags of figures begin with in a document.
inline constexpr std::string_view kFigureTag = "tiku:";

/// One document to make.
struct DocumentRequest {
  const FilingContext& context;
  const BankView& view;
  const Figures& figures;
  const validators::BundleDocument& document;
  std::vector<formats::Level> levels;  ///< One for a document per level, else all of the bank.
  std::string title;                   ///< Without 《》 and remarks in brackets: "题库开发说明".
  std::string path;                    ///< In the bundle, without extension: "03-…细目表-三级".

  /// 考评 or 鉴定, as the profile calls it: for 考评点, 考评范围, 考评比重.
  [[nodiscard]] std::string word() const;
};

/// Makes one document and what belongs to it.
using DocumentMaker = void (*)(const DocumentRequest& request, std::vector<DocumentFile>& files);

void makeDevelopment(const DocumentRequest& request, std::vector<DocumentFile>& files);
void makeTheoryTable(const DocumentRequest& request, std::vector<DocumentFile>& files);
void makeSkillsStructure(const DocumentRequest& request, std::vector<DocumentFile>& files);
void makeSkillsTable(const DocumentRequest& request, std::vector<DocumentFile>& files);
void makeSamples(const DocumentRequest& request, std::vector<DocumentFile>& files);
void makeInternalReview(const DocumentRequest& request, std::vector<DocumentFile>& files);
void makeEvidence(const DocumentRequest& request, std::vector<DocumentFile>& files);
/// From the form template of the document's id.
void makeForm(const DocumentRequest& request, std::vector<DocumentFile>& files);

/// figuresOf() of a view that exists already.
Figures figuresOf(const BankView& view, const Sample& sample);

enum class Sheet {
  kPortrait,
  kLandscape,
  kForm,  ///< Portrait with narrow margins.
};

/// An empty document with the request's head, foot and draft mark.
formats::DocxWriter openDocument(const DocumentRequest& request, const std::string& title,
                                 Sheet sheet = Sheet::kPortrait);
/// Puts the finished document, with its figures, among the files.
void closeDocument(formats::DocxWriter&& writer, const std::string& path, std::vector<DocumentFile>& files);

/// The same for a workbook whose pages carry the draft mark.
formats::XlsxBook openBook(const DocumentRequest& request, const std::string& title);
void closeBook(const DocumentRequest& request, formats::XlsxBook book, const std::string& path,
               std::vector<DocumentFile>& files);

/// The figure of that key as a run that readFigures() finds again; "0" for a key that nothing counted.
formats::DocxRun figureRun(const DocumentRequest& request, const std::string& key);
/// The same as a cell, centred.
formats::DocxCell figureCell(const DocumentRequest& request, const std::string& key);
std::string figure(const DocumentRequest& request, const std::string& key);
std::string levelKey(formats::Level level, std::string_view name);

formats::DocxRun textRun(std::string text);
formats::DocxRun boldRun(std::string text);
formats::DocxCell headCell(std::string text, int span = 1);
formats::DocxRow headRow(const std::vector<std::string>& titles);
formats::DocxRow bodyRow(const std::vector<std::string>& texts);

/// "2026年3月1日" of "2026-03-01"; a date to fill in by hand of anything else.
std::string printedDate(std::string_view date);
/// "五级、四级、三级"
std::string levelNames(const std::vector<formats::Level>& levels);
/// "一" to "九十九".
std::string chineseNumber(int number);
/// The lines for a responsible person, a stamp and the date.
void addSignature(formats::DocxWriter& writer, const std::vector<std::string>& lines);
/// The dossier of the bank; an empty one where it has none.
const formats::Dossier& dossierOf(const DocumentRequest& request);
/// A property of a person as printed: "name", "institution", "qualification", "kind" or "duty".
std::string personValue(const formats::Person& person, std::string_view value);
/// 姓名, 工作单位 ... of people, one row each.
formats::DocxTable peopleTable(const std::vector<formats::Person>& people);
/// The standard's title with edition and issuer: "《…》（2021年版，…）"; empty where the bank has none.
std::string standardTitle(const formats::Bank& bank);

}  // namespace tiku::workflows
