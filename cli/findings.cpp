#include "cli/findings.h"

#include <fnmatch.h>
#include <map>
#include <ostream>

#include "formats/base/say.h"
#include "formats/package/package.h"
#include "validators/checker/checker.h"

namespace tiku::cli {

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

constexpr std::size_t kShownConsequences = 5;
constexpr std::size_t kShownOfRule = 10;

const char* name(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    default:
      return "info";
  }
}

std::string label(const Finding& finding) {
  if (finding.waived) return translate("豁免");
  switch (finding.severity) {
    case Severity::kError:
      return translate("错误");
    case Severity::kWarning:
      return translate("警告");
    default:
      return translate("提示");
  }
}

Json sarifResult(const Bank& bank, const Finding& finding) {
  Json result{{"ruleId", finding.rule},
              {"level", finding.severity == Severity::kInfo ? "note" : name(finding.severity)},
              {"message", {{"text", finding.message + (finding.advice.empty() ? "" : " " + finding.advice)}}},
              {"partialFingerprints", {{"tikuFindingKey/v1", finding.key().str()}}}};
  const std::string path = pathOfSubject(bank, finding.subject);
  if (!path.empty()) {
    result["locations"] = Json::array(
        {{{"physicalLocation", {{"artifactLocation", {{"uri", path}, {"uriBaseId", "PACKAGE"}}}}},
          {"logicalLocations",
           Json::array({{{"fullyQualifiedName",
                          finding.subject.id.str() +
                              (finding.subject.field.empty() ? "" : "#" + finding.subject.field)}}})}}});
  }
  if (finding.waived) result["suppressions"] = Json::array({{{"kind", "external"}, {"status", "accepted"}}});
  result["properties"] = {
      {"clause", finding.clause}, {"measured", finding.measured}, {"required", finding.required}};
  if (finding.cause) result["properties"]["cause"] = finding.cause->str();
  return result;
}

/// {"title","changes":[{"field","range","before","after","as"}]} or {"title","order":[...]}; null without
/// one.
Json fixJson(const std::optional<Fix>& fix) {
  if (!fix) return nullptr;
  if (const auto* order = std::get_if<OptionOrder>(&fix->what)) {
    return {{"title", fix->title}, {"order", order->order}};
  }
  Json changes = Json::array();
  for (const TextChange& change : std::get<std::vector<TextChange>>(fix->what)) {
    const char* as = change.as == Inline::Kind::kBlank      ? "blank"
                     : change.as == Inline::Kind::kEmphasis ? "emphasis"
                                                            : "text";
    changes.push_back({{"field", change.field},
                       {"range", {{"from", change.range.from}, {"length", change.range.length}}},
                       {"before", change.before},
                       {"after", change.after},
                       {"as", as}});
  }
  return {{"title", fix->title}, {"changes", std::move(changes)}};
}

void printOne(const Finding& finding, const std::string& indent, Session& session) {
  session.out << indent << label(finding) << "  " << finding.message;
  if (!finding.advice.empty()) session.out << ' ' << finding.advice;
  session.out << "  [" << finding.rule << "]\n";
}

}  // namespace

void refuseUnknownRules(const Profile& profile, const std::string& pattern) {
  if (pattern.empty() || std::ranges::any_of(profile.rules(), [&](const auto& entry) {
        return fnmatch(pattern.c_str(), entry.first.c_str(), 0) == 0;
      })) {
    return;
  }
  throw FormatError(ErrorCode::kUsage, say("规则文件“{profile}”里没有符合“{rule}”的规则。",
                                           "profile"_a = profile.id(), "rule"_a = pattern));
}

std::string pathOfSubject(const Bank& bank, const Subject& subject) {
  const Object* object = bank.object(subject.object);
  return object == nullptr ? std::string() : pathOf(*object);
}

Json findingJson(const Bank& bank, const Finding& finding) {
  Json subject{{"id", finding.subject.id.str()},
               {"path", pathOfSubject(bank, finding.subject)},
               {"field", finding.subject.field}};
  if (finding.subject.level) subject["level"] = finding.subject.level->number();
  if (finding.subject.range) {
    subject["range"] = {{"from", finding.subject.range->from}, {"length", finding.subject.range->length}};
  }
  return {{"rule", finding.rule},
          {"severity", name(finding.severity)},
          {"clause", finding.clause},
          {"subject", std::move(subject)},
          {"measured", finding.measured},
          {"required", finding.required},
          {"message", finding.message},
          {"advice", finding.advice},
          {"cause", finding.cause ? Json(finding.cause->str()) : Json(nullptr)},
          {"key", finding.key().str()},
          {"waived", finding.waived},
          {"fix", fixJson(finding.fix)}};
}

Json summaryJson(const std::vector<Finding>& findings) {
  const Summary summary = summarise(findings);
  return {{"errors", summary.errors},
          {"warnings", summary.warnings},
          {"infos", summary.infos},
          {"waived", summary.waived}};
}

Json sarifLog(const Bank& bank, const Profile& profile, const std::vector<Finding>& findings) {
  Json rules = Json::array();
  for (const auto& [id, settings] : profile.rules()) {
    rules.push_back({{"id", id}, {"shortDescription", {{"text", settings.clause}}}});
  }
  Json results = Json::array();
  for (const Finding& finding : findings) results.push_back(sarifResult(bank, finding));
  Json run{{"tool",
            {{"driver", {{"name", "tiku"}, {"semanticVersion", TIKU_VERSION}, {"rules", std::move(rules)}}}}},
           {"columnKind", "unicodeCodePoints"},
           {"properties", {{"profile", profile.id()}, {"profileDigest", profile.digest()}}},
           {"results", std::move(results)}};
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", Json::array({std::move(run)})}};
}

void printFindings(const Bank& bank, const std::vector<Finding>& findings, bool all, Session& session) {
  std::map<FindingKey, std::vector<const Finding*>> consequences;
  for (const Finding& finding : findings) {
    if (finding.cause) consequences[*finding.cause].push_back(&finding);
  }
  const auto printBelow = [&](const auto& self, const Finding& finding, const std::string& indent) -> void {
    const auto below = consequences.find(finding.key());
    if (below == consequences.end()) return;
    const std::size_t shown = all ? below->second.size() : std::min(kShownConsequences, below->second.size());
    for (std::size_t i = 0; i < shown; ++i) {
      printOne(*below->second[i], indent, session);
      self(self, *below->second[i], indent + "    ");
    }
    if (shown < below->second.size()) {
      session.out << indent
                  << say("……另有 {n} 处由此引起，用 --all 列出。", "n"_a = below->second.size() - shown)
                  << '\n';
    }
  };
  std::optional<Level> level;
  std::string rule;
  std::size_t ofRule = 0;  // Root findings of the rule at the level so far.
  bool first = true;
  const auto closeRule = [&] {
    if (ofRule > kShownOfRule && !all) {
      session.out << "  " << say("……同一规则另有 {n} 处，用 --all 列出。", "n"_a = ofRule - kShownOfRule)
                  << '\n';
    }
    ofRule = 0;
  };
  for (const Finding& finding : findings) {
    if (finding.cause) continue;
    const bool newLevel = first || finding.subject.level != level;
    if (newLevel || finding.rule != rule) closeRule();
    rule = finding.rule;
    if (newLevel) {
      level = finding.subject.level;
      session.out << (first ? "" : "\n") << (level ? std::string(level->longName()) : bank.info().title)
                  << '\n';
      first = false;
    }
    if (++ofRule > kShownOfRule && !all) continue;
    printOne(finding, "  ", session);
    printBelow(printBelow, finding, "      ");
  }
  closeRule();
}

std::string summaryText(const std::vector<Finding>& findings) {
  const Summary summary = summarise(findings);
  std::string text = say("{errors} 个错误，{warnings} 个警告，{infos} 个提示", "errors"_a = summary.errors,
                         "warnings"_a = summary.warnings, "infos"_a = summary.infos);
  if (summary.waived > 0) text += say("（另有 {n} 个已豁免）", "n"_a = summary.waived);
  return text;
}

}  // namespace tiku::cli
