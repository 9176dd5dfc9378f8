#include "workflows/filing/bundle.h"

#include <algorithm>
#include <set>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/zip_writer.h"
#include "formats/model/pictures.h"
#include "formats/package/package.h"
#include "workflows/filing/checked_in.h"
#include "workflows/filing/documents.h"

namespace tiku::workflows {
namespace {

using namespace tiku::formats;

using Files = std::vector<std::pair<std::string, std::string>>;

void addMedia(const Bank& bank, const Object& object, std::set<Id>& wanted) {
  for (const std::string& name : picturesOf(object)) {
    if (const Media* media = mediaNamed(bank, name)) wanted.insert(media->id);
  }
}

// Sets of which an item is wanted.
void addSets(const Bank& bank, std::set<Id>& wanted) {
  std::vector<Id> sets;
  bank.forEach<ItemSet>([&](const std::shared_ptr<const ItemSet>& set) {
    if (std::ranges::any_of(set->items, [&](Id item) { return wanted.contains(item); }))
      sets.push_back(set->id);
  });
  wanted.insert(sets.begin(), sets.end());
}

// A drawn paper brings its items.
std::set<Id> drawnWithItems(const Bank& bank, const Sample& sample) {
  std::set<Id> ids;
  for (const Id id : sample.drawn()) {
    ids.insert(id);
    if (const auto* paper = bank.find<Paper>(id)) {
      for (const PaperSection& section : paper->sections) {
        for (const PaperEntry& entry : section.entries) ids.insert(entry.item);
      }
    }
  }
  return ids;
}

Files dataFiles(const Bank& part) {
  Files files{{"data/tiku.xml", writeManifest(part.info().packageId)}};
  for (const auto& [id, object] : part.objects()) files.emplace_back("data/" + pathOf(object), write(object));
  std::ranges::sort(files);
  return files;
}

Files attachmentFiles(const FilingContext& context) {
  Files files;
  for (const Attachment& attachment : attachmentsOf(context)) {
    if (attachment.media != nullptr) files.emplace_back(attachment.path, attachment.media->bytes);
  }
  return files;
}

void describeBank(const Bank& bank, const validators::Profile& profile, Manifest& manifest) {
  const BankInfo& info = bank.info();
  manifest.packageId = info.packageId.str();
  manifest.title = info.title;
  manifest.occupation = info.occupation ? info.occupation->str() : "";
  manifest.institution = info.institution.name;
  manifest.levels = info.levels;
  manifest.profileId = profile.id();
  manifest.profileTitle = profile.title();
  manifest.profileDigest = profile.digest();
}

void refuseErrors(const validators::Summary& summary, bool draft) {
  if (summary.errors == 0 || draft) return;
  throw FormatError(ErrorCode::kConflict,
                    say("题库还有 {n} 个错误，不能导出正式的报备材料包。", "n"_a = summary.errors), {},
                    translate("请先用 tiku check 查看并改正；要先看样子，可用 --draft 导出草稿。"));
}

}  // namespace

Bank sampledPart(const Bank& bank, const Sample& sample) {
  std::set<Id> wanted = drawnWithItems(bank, sample);
  addSets(bank, wanted);
  for (const Id id : std::set<Id>(wanted)) {
    if (const Object* object = bank.object(id)) addMedia(bank, *object, wanted);
  }
  Bank part(bank.info());
  Edit edit;
  for (const auto& [id, object] : bank.objects()) {
    const bool isContent = std::holds_alternative<std::shared_ptr<const TheoryItem>>(object) ||
                           std::holds_alternative<std::shared_ptr<const SkillItem>>(object) ||
                           std::holds_alternative<std::shared_ptr<const Paper>>(object) ||
                           std::holds_alternative<std::shared_ptr<const ItemSet>>(object) ||
                           std::holds_alternative<std::shared_ptr<const Media>>(object);
    if (!isContent || wanted.contains(id)) edit.putObject(object);
  }
  part.apply(edit);
  return part;
}

Bundle makeBundle(const Bank& bank, const validators::Profile& profile, const BundleOptions& options) {
  if (profile.bundle().empty()) {
    throw FormatError(ErrorCode::kUsage,
                      say("规则文件“{profile}”没有规定报备材料。", "profile"_a = profile.id()));
  }
  Bundle bundle;
  Manifest& manifest = bundle.manifest;
  manifest.check = validators::summarise(validators::check(bank, profile));
  refuseErrors(manifest.check, options.draft);
  manifest.program = options.program;
  manifest.date = options.date;
  manifest.draft = options.draft;
  describeBank(bank, profile, manifest);
  manifest.sample = drawSample(bank, sampleShares(profile), options.tree, options.nonce);

  const FilingContext context{bank, profile, manifest.sample, options.date, options.draft, options.forms};
  manifest.figures = figuresOf(context);
  Files files;
  for (DocumentFile& document : makeDocuments(context))
    files.emplace_back(document.path, std::move(document.bytes));
  for (auto& file : attachmentFiles(context)) files.push_back(std::move(file));
  for (auto& file : dataFiles(sampledPart(bank, manifest.sample))) files.push_back(std::move(file));
  std::ranges::sort(files);
  for (const auto& [path, bytes] : files) {
    manifest.files.push_back({path, bytes.size(), sha256(bytes), sm3(bytes)});
  }
  files.insert(files.begin(), {std::string(kManifestName), manifest.write()});
  bundle.bytes = zipParts(files);
  return bundle;
}

}  // namespace tiku::workflows
