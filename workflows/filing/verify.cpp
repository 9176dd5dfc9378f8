#include "workflows/filing/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/package.h"
#include "validators/checker/profile.h"
#include "workflows/filing/bundle.h"
#include "workflows/filing/checked_in.h"
#include "workflows/filing/documents.h"

namespace tiku::workflows {
namespace {

using namespace tiku::formats;

// One verification: each step reads what the former left and adds to the report.
class Verification {
 public:
  Verification(ZipParts parts, std::string fileName)
      : parts_(std::move(parts)), fileName_(std::move(fileName)) {}

  VerifyReport run(const std::optional<AgainstBank>& against) {
    if (!parts_.has(std::string(kManifestName))) {
      throw FormatError(ErrorCode::kNotAPackage,
                        translate("压缩包里没有清单 manifest.json，它不是报备材料包。"), {fileName_, 0, {}},
                        translate("请选择 tiku export 导出的 zip 文件。"));
    }
    report_.manifest = Manifest::parse(parts_.read(std::string(kManifestName)),
                                       fileName_ + "!" + std::string(kManifestName));
    checkIntegrity();
    loadProfile();
    checkCompleteness();
    checkDraw();
    checkData();
    checkFigures();
    if (against) {
      checkBank(*against);
    } else {
      report_.notJudged.push_back(translate("没有给出题库（--against），未与题库本身核对。"));
    }
    return std::move(report_);
  }

 private:
  [[nodiscard]] const Manifest& manifest() const { return report_.manifest; }

  void problem(VerifyStep step, std::string path, std::string message) {
    report_.problems.push_back({step, std::move(path), std::move(message)});
  }

  void checkIntegrity() {
    std::set<std::string> listed{std::string(kManifestName)};
    int right = 0;
    for (const BundleFile& file : manifest().files) {
      if (!listed.insert(file.path).second) {
        problem(VerifyStep::kIntegrity, file.path, translate("清单把这个文件列了两次。"));
        continue;
      }
      right += checkFile(file) ? 1 : 0;
    }
    for (const std::string& path : parts_.list()) {
      if (!listed.contains(path)) problem(VerifyStep::kIntegrity, path, translate("清单里没有这个文件。"));
    }
    report_.confirmed.push_back(say("{n} 个文件与清单的 SHA-256 和 SM3 一致。", "n"_a = right));
  }

  bool checkFile(const BundleFile& file) {
    if (!parts_.has(file.path)) {
      problem(VerifyStep::kIntegrity, file.path, translate("清单里的这个文件不在包中。"));
      return false;
    }
    try {
      std::string bytes = parts_.read(file.path);
      if (sha256(bytes) != file.sha256 || sm3(bytes) != file.sm3) {
        problem(VerifyStep::kIntegrity, file.path, translate("文件的内容与清单不一致，导出之后被改动过。"));
        return false;
      }
      files_.emplace(file.path, std::move(bytes));
      return true;
    } catch (const FormatError& error) {
      problem(VerifyStep::kIntegrity, file.path, error.what());
      return false;
    }
  }

  void loadProfile() {
    try {
      profile_ = validators::Profile::load(manifest().profileId);
    } catch (const FormatError&) {
      report_.notJudged.push_back(say("本机没有规则文件“{id}”，未核对材料是否齐全、样本比例是否足够。",
                                      "id"_a = manifest().profileId));
      return;
    }
    if (profile_->digest() != manifest().profileDigest) {
      problem(
          VerifyStep::kCompleteness, {},
          say("材料包所用的规则文件“{id}”与本机的内容不同（摘要不一致）。", "id"_a = manifest().profileId));
    }
  }

  void checkCompleteness() {
    if (!profile_) return;
    int found = 0;
    for (const validators::BundleDocument& document : profile_->bundle()) {
      const std::string prefix = fmt::format("{:02}-", document.number);
      const int levels =
          static_cast<int>(std::ranges::count_if(manifest().files, [&](const BundleFile& file) {
            return file.path.starts_with(prefix) && file.path.ends_with(".docx");
          }));
      const int wanted = document.perLevel ? static_cast<int>(manifest().levels.size()) : 1;
      if (levels < wanted) {
        problem(VerifyStep::kCompleteness, {},
                say("缺少第 {number} 项材料《{title}》：应有 {wanted} 份，实有 {found} 份。",
                    "number"_a = document.number, "title"_a = document.title, "wanted"_a = wanted,
                    "found"_a = levels));
      } else {
        ++found;
      }
    }
    report_.confirmed.push_back(say("规定的 {n} 项材料，齐全的有 {found} 项。",
                                    "n"_a = profile_->bundle().size(), "found"_a = found));
    if (manifest().draft) problem(VerifyStep::kCompleteness, {}, translate("这是草稿，不能用于报备。"));
    if (manifest().check.errors > 0) {
      problem(VerifyStep::kCompleteness, {},
              say("导出时题库还有 {n} 个错误。", "n"_a = manifest().check.errors));
    }
  }

  // What can be judged of the draw without the bank: the ids of all candidates stand in the manifest.
  void checkDraw() {
    const Sample& sample = manifest().sample;
    if (sample.seed != sampleSeed(sample.tree, sample.nonce)) {
      problem(VerifyStep::kSample, {}, translate("种子不是由版本号和随机数算出来的。"));
    }
    for (const Draw& draw : sample.draws) checkOneDraw(draw);
    std::set<Level> drawnLevels;
    for (const Draw& draw : sample.draws) drawnLevels.insert(draw.level);
    for (const Level level : manifest().levels) {
      if (!drawnLevels.contains(level)) {
        problem(VerifyStep::kSample, {}, say("没有抽取{level}的样本。", "level"_a = level.name()));
      }
    }
    report_.confirmed.push_back(say("抽样按种子 {seed} 核算。", "seed"_a = sample.seed));
  }

  void checkOneDraw(const Draw& draw) {
    const std::string place =
        say("{level} {kind}", "level"_a = draw.level.name(), "kind"_a = drawKindName(draw.kind));
    int population = 0;
    std::vector<int> sizes;
    std::set<Id> seen;
    for (const Stratum& stratum : draw.strata) {
      population += static_cast<int>(stratum.candidates.size());
      sizes.push_back(static_cast<int>(stratum.candidates.size()));
      for (std::size_t i = 0; i < stratum.candidates.size(); ++i) {
        const Candidate& candidate = stratum.candidates[i];
        if (!seen.insert(candidate.id).second) {
          problem(VerifyStep::kSample, {},
                  say("{place}：{id} 列了两次。", "place"_a = place, "id"_a = candidate.id.str()));
        }
        if (i > 0 && stratum.candidates[i - 1].rank > candidate.rank) {
          problem(VerifyStep::kSample, {},
                  say("{place}：{stratum} 没有按名次排列。", "place"_a = place, "stratum"_a = stratum.title));
          break;
        }
      }
    }
    if (population != draw.population) {
      problem(VerifyStep::kSample, {},
              say("{place}：总数写作 {stated}，实列 {found}。", "place"_a = place,
                  "stated"_a = draw.population, "found"_a = population));
    }
    const std::vector<int> quotas = shareQuota(std::min(draw.quota, population), sizes);
    for (std::size_t i = 0; i < quotas.size(); ++i) {
      if (quotas[i] == draw.strata[i].quota) continue;
      problem(
          VerifyStep::kSample, {},
          say("{place}：{stratum} 应抽 {wanted}，写作 {stated}。", "place"_a = place,
              "stratum"_a = draw.strata[i].title, "wanted"_a = quotas[i], "stated"_a = draw.strata[i].quota));
    }
    checkQuota(draw, place);
  }

  void checkQuota(const Draw& draw, const std::string& place) {
    if (!profile_ || !profile_->sample()) return;
    const validators::SampleShares& shares = *profile_->sample();
    const bool papers = draw.kind == Draw::Kind::kTheoryPapers || draw.kind == Draw::Kind::kSkillPapers;
    const int percent = draw.kind == Draw::Kind::kTheoryItems ? shares.theoryPercent : shares.skillsPercent;
    const int wanted =
        papers ? std::min(shares.papers, draw.population) : sampleQuota(draw.population, percent);
    if (draw.quota < wanted) {
      problem(VerifyStep::kSample, {},
              say("{place}：按{clause}应抽 {wanted}，只抽了 {found}。", "place"_a = place,
                  "clause"_a = shares.clause, "wanted"_a = wanted, "found"_a = draw.quota));
    }
  }

  // The data are a package of their own and must hold what was drawn.
  void checkData() {
    std::vector<std::pair<std::string, std::string>> inner;
    for (const auto& [path, bytes] : files_) {
      if (path.starts_with("data/")) inner.emplace_back(path.substr(5), bytes);
    }
    try {
      data_ = readBank(*memoryTree(fileName_ + "!data", std::move(inner))).bank;
    } catch (const FormatError& error) {
      problem(VerifyStep::kSample, "data/", error.full());
      return;
    }
    int held = 0;
    for (const Id id : manifest().sample.drawn()) {
      if (data_->object(id) == nullptr) {
        problem(VerifyStep::kSample, "data/", say("抽到的 {id} 不在数据里。", "id"_a = id.str()));
      } else {
        ++held;
      }
    }
    if (data_->info().packageId.str() != manifest().packageId) {
      problem(VerifyStep::kSample, "data/bank.xml", translate("数据属于另一个题库。"));
    }
    report_.confirmed.push_back(say("抽到的题（卷）有 {n} 项在数据里。", "n"_a = held));
  }

  void checkFigures() {
    int compared = 0;
    for (const auto& [path, bytes] : files_) {
      if (!path.ends_with(".docx") || path.starts_with("data/") || path.find('/') != std::string::npos)
        continue;
      try {
        for (const auto& [key, value] : readFigures(bytes)) {
          ++compared;
          compare(path, key, value);
        }
      } catch (const FormatError& error) {
        problem(VerifyStep::kFigures, path, error.what());
      }
    }
    checkTableFigures();
    report_.confirmed.push_back(say("已把文档里的 {n} 个数字与清单核对。", "n"_a = compared));
  }

  void compare(const std::string& path, const std::string& key, const std::string& value) {
    const auto known = manifest().figures.find(key);
    if (known == manifest().figures.end()) {
      problem(VerifyStep::kFigures, path, say("文档里的数字“{key}”清单没有。", "key"_a = key));
    } else if (known->second != value) {
      problem(VerifyStep::kFigures, path,
              say("文档里的“{key}”是 {value}，清单是 {known}。", "key"_a = key, "value"_a = value,
                  "known"_a = known->second));
    }
  }

  // The tables are whole in the data, so what they count can be counted again without the bank.
  void checkTableFigures() {
    if (!data_) return;
    for (const Level level : manifest().levels) {
      const Blueprint* blueprint = data_->blueprint(level);
      const std::string prefix = fmt::format("level-{}/", level.number());
      compare("data/", prefix + "points",
              std::to_string(blueprint == nullptr ? 0 : blueprint->theory.pointCount()));
      compare("data/", prefix + "skills-points",
              std::to_string(blueprint == nullptr ? 0 : blueprint->skills.pointCount()));
    }
  }

  void checkBank(const AgainstBank& against) {
    const Bank& bank = against.bank;
    if (bank.info().packageId.str() != manifest().packageId) {
      problem(VerifyStep::kBank, {}, translate("给出的是另一个题库，不是导出这个材料包的题库。"));
      return;
    }
    if (against.tree != manifest().sample.tree) {
      problem(VerifyStep::kBank, {},
              say("题库现在的版本是 {now}，材料包是从 {then} 导出的。", "now"_a = against.tree,
                  "then"_a = manifest().sample.tree));
    }
    checkContent(bank);
    if (!profile_) return;
    redraw(bank);
    const validators::Summary summary = validators::summarise(validators::check(bank, *profile_));
    if (!(summary == manifest().check)) {
      problem(
          VerifyStep::kBank, {},
          say("重新检查题库得到 {errors} 个错误、{warnings} 个警告，清单写作 {statedErrors} "
              "个、{statedWarnings} 个。",
              "errors"_a = summary.errors, "warnings"_a = summary.warnings,
              "statedErrors"_a = manifest().check.errors, "statedWarnings"_a = manifest().check.warnings));
    }
  }

  void checkContent(const Bank& bank) {
    if (!data_) return;
    int same = 0;
    for (const auto& [id, object] : data_->objects()) {
      const Object* original = bank.object(id);
      if (original != nullptr && sameContent(*original, object)) {
        ++same;
        continue;
      }
      problem(VerifyStep::kBank, "data/" + pathOf(object),
              original == nullptr ? translate("题库里没有这一项。") : translate("与题库里的内容不同。"));
    }
    report_.confirmed.push_back(say("数据里的 {n} 项与题库完全相同。", "n"_a = same));
  }

  void redraw(const Bank& bank) {
    const Sample again =
        drawSample(bank, sampleShares(*profile_), manifest().sample.tree, manifest().sample.nonce);
    if (again.drawn() != manifest().sample.drawn()) {
      problem(VerifyStep::kBank, {}, translate("从题库重新抽取得到的样本与材料包不同。"));
    } else {
      report_.confirmed.push_back(translate("从题库重新抽取，得到同样的样本。"));
    }
    const FilingContext context{bank, *profile_, again, manifest().date, manifest().draft, {}};
    for (const auto& [key, value] : figuresOf(context)) {
      const auto stated = manifest().figures.find(key);
      if (stated != manifest().figures.end() && stated->second == value) continue;
      problem(VerifyStep::kBank, {},
              say("“{key}”按题库是 {value}，清单写作 {stated}。", "key"_a = key, "value"_a = value,
                  "stated"_a = stated == manifest().figures.end() ? std::string("—") : stated->second));
    }
  }

  ZipParts parts_;
  std::string fileName_;
  VerifyReport report_;
  std::map<std::string, std::string> files_;  // Those that agree with the manifest.
  std::optional<validators::Profile> profile_;
  std::optional<Bank> data_;
};

}  // namespace

VerifyReport verifyBundle(const std::filesystem::path& file, const std::optional<AgainstBank>& against) {
  const std::string name = fileNameOf(file);
  return Verification(ZipParts::open(readWholeFile(file, 4ULL << 30U), name), name).run(against);
}

}  // namespace tiku::workflows
