#include "workflows/filing/documents.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/model/pictures.h"
#include "workflows/filing/documents/form.h"
#include "workflows/filing/documents/page.h"

namespace tiku::workflows {
namespace {

using formats::operator""_a;
using formats::say;

struct MakerEntry {
  std::string_view id;
  DocumentMaker make;
};

/// One line per document that the program makes itself; every other one comes from a form template.
constexpr std::array<MakerEntry, 7> kMakers{{{"development", makeDevelopment},
                                             {"theory-table", makeTheoryTable},
                                             {"skills-structure", makeSkillsStructure},
                                             {"skills-table", makeSkillsTable},
                                             {"samples", makeSamples},
                                             {"internal-review", makeInternalReview},
                                             {"evidence", makeEvidence}}};

DocumentMaker makerOf(const FilingContext& context, const std::string& id) {
  if (hasForm(context, id)) return makeForm;
  for (const MakerEntry& entry : kMakers) {
    if (entry.id == id) return entry.make;
  }
  throw formats::FormatError(
      formats::ErrorCode::kUsage,
      say("规则包要求的报备材料“{id}”没有对应的生成方法，也没有表格模板。", "id"_a = id),
      {context.profile.id(), 0, id}, say("请核对规则包中的材料标识，或者提供同名的表格模板。"));
}

/// Without what a file system forbids.
std::string fileName(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string::npos)
      c = '_';
  }
  return text;
}

std::string basePath(const validators::BundleDocument& document) {
  return fmt::format("{:02}-{}", document.number, fileName(plainTitle(document.title)));
}

}  // namespace

std::string plainTitle(std::string title) {
  title = title.substr(0, title.find("（"));
  for (const std::string_view mark : {"《", "》"}) {
    for (std::size_t at = title.find(mark); at != std::string::npos; at = title.find(mark))
      title.erase(at, mark.size());
  }
  return title;
}

std::vector<Attachment> attachmentsOf(const FilingContext& context) {
  const auto& documents = context.profile.bundle();
  const auto list = std::find_if(documents.begin(), documents.end(),
                                 [](const auto& document) { return document.id == "evidence"; });
  const auto* dossier = context.bank.find<formats::Dossier>(formats::Dossier::kId);
  std::vector<Attachment> attachments;
  if (list == documents.end() || dossier == nullptr) return attachments;
  for (const auto& [name, title] : dossier->attachments) {
    const std::string stem = name.substr(0, name.find('.'));
    const auto id = formats::mediaIdOf(name);
    attachments.push_back({title,
                           fmt::format("{}/{:02}-{}{}", basePath(*list), attachments.size() + 1,
                                       fileName(title), name.substr(stem.size())),
                           id ? context.bank.find<formats::Media>(*id) : nullptr});
  }
  return attachments;
}

std::vector<DocumentFile> makeDocuments(const FilingContext& context) {
  const BankView view(context.bank);
  const Figures figures = figuresOf(view, context.sample);
  std::vector<formats::Level> levels;
  for (const LevelView& level : view.levels()) levels.push_back(level.level);
  std::vector<DocumentFile> files;
  for (const validators::BundleDocument& document : context.profile.bundle()) {
    const DocumentMaker make = makerOf(context, document.id);
    const std::string title = plainTitle(document.title);
    const std::string path = basePath(document);
    if (!document.perLevel || levels.empty()) {
      make({context, view, figures, document, levels, title, path}, files);
      continue;
    }
    for (const formats::Level level : levels) {
      make({context, view, figures, document, {level}, title, fmt::format("{}-{}", path, level.name())},
           files);
    }
  }
  return files;
}

}  // namespace tiku::workflows
