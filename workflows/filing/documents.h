#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"
#include "workflows/sampling/sample.h"

/// The documents of a filing bundle (第十条（一）) as Word and Excel files, made from the bank alone.
namespace tiku::workflows {

/// Figures by key: "level-3/points" -> "300". A figure without a level is of the whole bank: "total/points".
using Figures = std::map<std::string, std::string>;

/// One file of the bundle.
struct DocumentFile {
  std::string path;  ///< Inside the bundle: "03-理论知识考评要素细目表-三级.docx".
  std::string bytes;
  /// The figures that stand in it, as readFigures() gives them back. Empty for a workbook.
  Figures figures;
};

/// What the documents are made of. The references must outlive it.
struct FilingContext {
  const formats::Bank& bank;
  const validators::Profile& profile;
  const Sample& sample;
  std::string date;    ///< Day of the bundle, "2026-03-01"; a blank to fill in by hand where empty.
  bool draft = false;  ///< Every page says 草稿.
  /// Form templates by document id, instead of the built-in `schemas/forms/<id>.xml`; see docs/forms.md.
  std::map<std::string, std::string> forms;
};

/// All documents that the profile's bundle lists, in its order, each followed by its workbook. The same
/// context gives the same bytes. A document of which the bank has nothing yet says so in words.
/// Throws FormatError: kUsage for a document id that has neither a maker nor a form template,
/// kNotUnderstood for a broken template.
std::vector<DocumentFile> makeDocuments(const FilingContext& context);

/// The name of a document that a profile calls 《A》（remark）: "A".
std::string plainTitle(std::string title);

/// An attachment of the dossier, as document 8 lists it.
struct Attachment {
  std::string title;
  std::string path;                       ///< In the bundle: "08-其他相关佐证材料/01-保密承诺书.pdf".
  const formats::Media* media = nullptr;  ///< Null when the bank does not have the file.
};

/// The attachments in the order of their list. None when the profile's bundle has no "evidence" document.
std::vector<Attachment> attachmentsOf(const FilingContext& context);

/// Every figure of the bank and its sample. What the documents print is taken from here.
///
/// Per level N: `level-N/points`, `/points-x` `-y` `-z`, `/skills-points`, `/modules`, `/theory-items`,
/// `/items-b` (one per type, by its letter in lower case), `/objective`, `/subjective`, `/skills-items`,
/// `/theory-papers`, `/skills-papers`, `/sample-theory`, `/sample-skills`, `/sample-theory-papers`,
/// `/sample-skills-papers`. The same without
/// a level as `total/...`. Retired items and papers are counted nowhere.
Figures figuresOf(const FilingContext& context);

/// The figures that stand in a Word document of ours. A key that stands in several places with different
/// values comes out as all of them joined by " / ", which equals no true figure. Throws FormatError
/// (kNotUnderstood, kOverLimit) for bytes that are not a readable docx.
Figures readFigures(const std::string& docxBytes);

}  // namespace tiku::workflows
