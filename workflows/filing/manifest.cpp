#include "workflows/filing/manifest.h"

#include <nlohmann/json.hpp>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::workflows {
namespace {

using namespace tiku::formats;
using Json = nlohmann::ordered_json;

Json toJson(const Draw& draw) {
  Json strata = Json::array();
  for (const Stratum& stratum : draw.strata) {
    Json candidates = Json::array();
    for (const Candidate& candidate : stratum.candidates) candidates.push_back(candidate.id.str());
    strata.push_back({{"key", stratum.key},
                      {"title", stratum.title},
                      {"quota", stratum.quota},
                      {"candidatesByRank", std::move(candidates)}});
  }
  return {{"level", draw.level.number()},
          {"kind", drawKindName(draw.kind)},
          {"population", draw.population},
          {"quota", draw.quota},
          {"strata", std::move(strata)}};
}

[[noreturn]] void refuse(const std::string& fileName, const std::string& entry) {
  throw FormatError(ErrorCode::kNotUnderstood, say("清单里的“{entry}”缺失或写法不对。", "entry"_a = entry),
                    {fileName, 0, {}}, translate("请向报备单位索取未经改动的材料包。"));
}

// Typed access that names the entry when it is missing or of another type.
class Reader {
 public:
  Reader(const Json& json, std::string fileName, std::string path = {})
      : json_(json), file_(std::move(fileName)), path_(std::move(path)) {}

  [[nodiscard]] Reader at(const char* name) const {
    if (!json_.is_object() || !json_.contains(name)) refuse(file_, path_ + name);
    return {json_.at(name), file_, path_ + name + "."};
  }
  [[nodiscard]] std::string text(const char* name) const {
    const Reader entry = at(name);
    if (!entry.json_.is_string()) refuse(file_, path_ + name);
    return entry.json_.get<std::string>();
  }
  [[nodiscard]] int number(const char* name) const {
    const Reader entry = at(name);
    if (!entry.json_.is_number_integer()) refuse(file_, path_ + name);
    const auto value = entry.json_.get<std::int64_t>();
    if (value < 0 || value > 1'000'000'000) refuse(file_, path_ + name);
    return static_cast<int>(value);
  }
  [[nodiscard]] bool flag(const char* name) const {
    const Reader entry = at(name);
    if (!entry.json_.is_boolean()) refuse(file_, path_ + name);
    return entry.json_.get<bool>();
  }
  [[nodiscard]] std::vector<Reader> list(const char* name) const {
    const Reader entry = at(name);
    if (!entry.json_.is_array()) refuse(file_, path_ + name);
    std::vector<Reader> entries;
    std::size_t index = 0;
    for (const Json& element : entry.json_) {
      entries.push_back({element, file_, path_ + name + "[" + std::to_string(index++) + "]."});
    }
    return entries;
  }
  [[nodiscard]] Level level(const char* name) const {
    const auto level = Level::of(number(name));
    if (!level) refuse(file_, path_ + name);
    return *level;
  }
  [[nodiscard]] const Json& json() const { return json_; }
  [[noreturn]] void refuseHere() const { refuse(file_, path_.substr(0, path_.size() - 1)); }

 private:
  const Json& json_;
  std::string file_;
  std::string path_;
};

Draw readDraw(const Reader& entry, const std::string& seed) {
  std::optional<Draw::Kind> kind;
  for (const Draw::Kind each : {Draw::Kind::kTheoryItems, Draw::Kind::kSkillItems, Draw::Kind::kTheoryPapers,
                                Draw::Kind::kSkillPapers}) {
    if (drawKindName(each) == entry.text("kind")) kind = each;
  }
  if (!kind) entry.at("kind").refuseHere();
  Draw draw(entry.level("level"), *kind);
  draw.population = entry.number("population");
  draw.quota = entry.number("quota");
  for (const Reader& part : entry.list("strata")) {
    Stratum stratum{part.text("key"), part.text("title"), part.number("quota"), {}};
    for (const Reader& candidate : part.list("candidatesByRank")) {
      if (!candidate.json().is_string()) candidate.refuseHere();
      const auto id = Id::parse(candidate.json().get<std::string>());
      if (!id) candidate.refuseHere();
      const bool drawn = static_cast<int>(stratum.candidates.size()) < stratum.quota;
      stratum.candidates.push_back({*id, sampleRank(seed, *id), drawn});
    }
    draw.strata.push_back(std::move(stratum));
  }
  return draw;
}

Json sampleJson(const Sample& sample) {
  Json draws = Json::array();
  for (const Draw& draw : sample.draws) draws.push_back(toJson(draw));
  return {{"algorithm", kSampleAlgorithm}, {"clause", sample.clause}, {"tree", sample.tree},
          {"nonce", sample.nonce},         {"seed", sample.seed},     {"draws", std::move(draws)}};
}

Sample readSample(const Reader& entry) {
  if (entry.text("algorithm") != kSampleAlgorithm) entry.at("algorithm").refuseHere();
  Sample sample{entry.text("tree"), entry.text("nonce"), entry.text("seed"), entry.text("clause"), {}};
  for (const Reader& draw : entry.list("draws")) sample.draws.push_back(readDraw(draw, sample.seed));
  return sample;
}

}  // namespace

std::string Manifest::write() const {
  Json levelNumbers = Json::array();
  for (const Level level : levels) levelNumbers.push_back(level.number());
  Json fileList = Json::array();
  for (const BundleFile& file : files) {
    fileList.push_back(
        {{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}, {"sm3", file.sm3}});
  }
  const Json document{{"format", kBundleFormat},
                      {"program", program},
                      {"date", date},
                      {"draft", draft},
                      {"bank",
                       {{"package", packageId},
                        {"title", title},
                        {"occupation", occupation},
                        {"institution", institution},
                        {"levels", std::move(levelNumbers)}}},
                      {"profile", {{"id", profileId}, {"title", profileTitle}, {"sha256", profileDigest}}},
                      {"check",
                       {{"errors", check.errors},
                        {"warnings", check.warnings},
                        {"infos", check.infos},
                        {"waived", check.waived}}},
                      {"sample", sampleJson(sample)},
                      {"figures", figures},
                      {"files", std::move(fileList)}};
  return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Manifest Manifest::parse(const std::string& json, const std::string& fileName) {
  const Json document = Json::parse(json, nullptr, false);
  if (document.is_discarded()) {
    throw FormatError(ErrorCode::kNotUnderstood, translate("清单不是有效的 JSON。"), {fileName, 0, {}},
                      translate("请向报备单位索取未经改动的材料包。"));
  }
  const Reader root(document, fileName);
  const std::string format = root.text("format");
  if (format != kBundleFormat) {
    throw FormatError(ErrorCode::kNotAPackage,
                      say("材料包的格式是“{format}”，本程序只认识“{known}”。", "format"_a = format,
                          "known"_a = kBundleFormat),
                      {fileName, 0, {}}, translate("请用较新的题库工作台核验。"));
  }
  Manifest manifest;
  manifest.program = root.text("program");
  manifest.date = root.text("date");
  manifest.draft = root.flag("draft");
  const Reader bank = root.at("bank");
  manifest.packageId = bank.text("package");
  manifest.title = bank.text("title");
  manifest.occupation = bank.text("occupation");
  manifest.institution = bank.text("institution");
  for (const Reader& level : bank.list("levels")) {
    const bool digit = level.json().is_number_integer() && level.json() >= 1 && level.json() <= 5;
    const auto value = digit ? Level::of(level.json().get<int>()) : std::nullopt;
    if (!value) level.refuseHere();
    manifest.levels.push_back(*value);
  }
  const Reader profile = root.at("profile");
  manifest.profileId = profile.text("id");
  manifest.profileTitle = profile.text("title");
  manifest.profileDigest = profile.text("sha256");
  const Reader check = root.at("check");
  manifest.check = {check.number("errors"), check.number("warnings"), check.number("infos"),
                    check.number("waived")};
  manifest.sample = readSample(root.at("sample"));
  const Reader figures = root.at("figures");
  if (!figures.json().is_object()) figures.refuseHere();
  for (const auto& [key, value] : figures.json().items()) {
    if (!value.is_string()) refuse(fileName, "figures." + key);
    manifest.figures.emplace(key, value.get<std::string>());
  }
  for (const Reader& file : root.list("files")) {
    manifest.files.push_back({file.text("path"), static_cast<std::uint64_t>(file.number("bytes")),
                              file.text("sha256"), file.text("sm3")});
  }
  return manifest;
}

}  // namespace tiku::workflows
