// Reads a profile file. Whatever it does not know is an error with its line: a mistyped rule or figure must
// not silently switch a clause off.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <sstream>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "formats/base/say.h"
#include "formats/base/xml.h"
#include "validators/checker/profile.h"
#include "validators/checker/rule.h"

namespace tiku::validators {
namespace {

using formats::ErrorCode;
using formats::ExpertTitle;
using formats::FormatError;
using formats::ItemType;
using formats::Level;
using formats::Marks;
using formats::Period;
using formats::say;
using formats::Weight;
using formats::XmlDocument;
using formats::XmlElement;
using formats::operator""_a;

constexpr std::size_t kMostBytes = 4U << 20U;

constexpr std::string_view kFolder = "schemas/profiles/";
constexpr std::string_view kSuffix = ".xml";

/// As in the items of a package.
constexpr std::pair<std::string_view, ItemType> kTypeNames[] = {
    {"single-choice", ItemType::kSingleChoice},
    {"multiple-choice", ItemType::kMultipleChoice},
    {"true-false", ItemType::kTrueFalse},
    {"fill-in", ItemType::kFillIn},
    {"short-answer", ItemType::kShortAnswer},
    {"calculation", ItemType::kCalculation},
    {"essay", ItemType::kEssay},
    {"drawing", ItemType::kDrawing},
    {"case-analysis", ItemType::kCaseAnalysis},
    {"comprehensive", ItemType::kComprehensive}};

constexpr std::pair<std::string_view, ExpertTitle> kTitles[] = {{"junior", ExpertTitle::kJunior},
                                                                {"intermediate", ExpertTitle::kIntermediate},
                                                                {"associate", ExpertTitle::kAssociate},
                                                                {"senior", ExpertTitle::kSenior}};

constexpr std::pair<std::string_view, Period::Unit> kUnits[] = {{"working-days", Period::Unit::kWorkingDays},
                                                                {"days", Period::Unit::kDays},
                                                                {"months", Period::Unit::kMonths},
                                                                {"years", Period::Unit::kYears}};

constexpr std::string_view kDeadlines[] = {"evaluation", "rectification", "standard-update"};

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

}  // namespace

class ProfileReader {
 public:
  ProfileReader(const std::string& xml, std::string file)
      : file_(std::move(file)), document_(XmlDocument::parse(xml, file_, {.bytes = kMostBytes})) {
    profile_.digest_ = formats::sha256(xml);
  }

  Profile read() {
    const XmlElement root = document_.root();
    if (root.name() != "profile") {
      fail(root, say("这里应是 <profile>，却是 <{found}>。", "found"_a = root.name()));
    }
    allowAttributes(root, {"id", "version", "point-word"});
    profile_.id_ = need(root, "id");
    profile_.version_ = need(root, "version");
    profile_.pointWord_ = need(root, "point-word");
    forChildren(root, {{"title", [this](XmlElement e) { profile_.title_ = needText(e); }},
                       {"regulation", [this](XmlElement e) { profile_.regulation_ = needText(e); }},
                       {"rules", [this](XmlElement e) { readRules(e); }},
                       {"paper-shapes", [this](XmlElement e) { readShapes(e); }},
                       {"sample", [this](XmlElement e) { readSample(e); }},
                       {"panel", [this](XmlElement e) { readPanel(e); }},
                       {"deadlines", [this](XmlElement e) { readDeadlines(e); }},
                       {"bundle", [this](XmlElement e) { readBundle(e); }}});
    if (profile_.title_.empty()) fail(root, say("规则档没有 <title>。"));
    if (profile_.regulation_.empty()) fail(root, say("规则档没有 <regulation>。"));
    return std::move(profile_);
  }

 private:
  using Handler = std::pair<std::string_view, std::function<void(XmlElement)>>;

  [[noreturn]] void fail(XmlElement at, const std::string& message, const std::string& advice = {}) const {
    throw FormatError(ErrorCode::kNotUnderstood, message, {file_, at.line(), std::string(at.name())}, advice);
  }

  void forChildren(XmlElement parent, std::initializer_list<Handler> handlers) const {
    for (XmlElement child = parent.first(); child; child = child.next()) {
      const auto handler = std::ranges::find(handlers, child.name(), &Handler::first);
      if (handler != handlers.end()) {
        handler->second(child);
        continue;
      }
      std::vector<std::string> known;
      for (const Handler& one : handlers) known.emplace_back(one.first);
      fail(child,
           say("<{parent}> 里不认识 <{found}>。", "parent"_a = parent.name(), "found"_a = child.name()),
           say("这里可以有：{known}。", "known"_a = join(known)));
    }
  }

  void allowAttributes(XmlElement element, std::initializer_list<std::string_view> known) const {
    for (const std::string_view name : element.attributeNames()) {
      if (std::ranges::find(known, name) != known.end()) continue;
      fail(element, say("不认识属性“{name}”。", "name"_a = name),
           say("这里可以有：{known}。", "known"_a = join({known.begin(), known.end()})));
    }
  }

  std::string need(XmlElement element, std::string_view name) const {
    std::string value = element.attribute(name);
    if (value.empty()) fail(element, say("缺少属性“{name}”。", "name"_a = name));
    return value;
  }

  std::string needText(XmlElement element) const {
    allowAttributes(element, {});
    if (element.first()) {
      fail(element.first(), say("<{parent}> 里不认识 <{found}>。", "parent"_a = element.name(),
                                "found"_a = element.first().name()));
    }
    std::string text = element.text();
    if (text.empty()) fail(element, say("<{name}> 是空的。", "name"_a = element.name()));
    return text;
  }

  int needNumber(XmlElement element, std::string_view name, int most) const {
    const std::string text = need(element, name);
    const bool digits =
        text.size() <= 6 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const int value = digits ? std::stoi(text) : -1;
    if (value < 0 || value > most) {
      fail(element, say("“{name}”应是 0 到 {most} 的整数，却是“{found}”。", "name"_a = name, "most"_a = most,
                        "found"_a = text));
    }
    return value;
  }

  /// "5 4 3"
  std::vector<Level> levels(XmlElement element, std::string_view attribute) const {
    std::istringstream words(element.attribute(attribute));
    std::vector<Level> found;
    for (std::string word; words >> word;) {
      const auto level = Level::parse(word);
      if (!level) {
        fail(element, say("“{name}”应是 1 到 5 的等级，用空格分开，却有“{found}”。", "name"_a = attribute,
                          "found"_a = word));
      }
      found.push_back(*level);
    }
    return found;
  }

  void readRules(XmlElement rules) {
    allowAttributes(rules, {});
    forChildren(rules, {{"rule", [this](XmlElement e) { readRule(e); }}});
  }

  void readRule(XmlElement element) {
    allowAttributes(element, {"id", "severity", "clause"});
    const std::string id = need(element, "id");
    const RuleEntry* known = findRule(id);
    if (known == nullptr) {
      std::vector<std::string> ids;
      for (const RuleEntry& one : allRules()) ids.emplace_back(one.id);
      fail(element, say("没有规则“{id}”。", "id"_a = id),
           say("现有的规则：{known}。", "known"_a = join(ids)));
    }
    RuleSettings settings;
    settings.clause = need(element, "clause");
    settings.severity = severity(element);
    forChildren(element, {{"figure", [&](XmlElement e) { readFigure(e, *known, settings); }},
                          {"clause", [&](XmlElement e) { readClause(e, settings); }}});
    if (!profile_.rules_.emplace(id, std::move(settings)).second) {
      fail(element, say("规则“{id}”写了两次。", "id"_a = id));
    }
  }

  Severity severity(XmlElement element) const {
    const std::string text = need(element, "severity");
    if (text == "error") return Severity::kError;
    if (text == "warning") return Severity::kWarning;
    if (text == "info") return Severity::kInfo;
    fail(element, say("severity 应是 error、warning 或 info，却是“{found}”。", "found"_a = text));
  }

  void readClause(XmlElement element, RuleSettings& settings) const {
    allowAttributes(element, {"levels"});
    need(element, "levels");
    if (element.text().empty()) fail(element, say("<{name}> 是空的。", "name"_a = element.name()));
    for (const Level level : levels(element, "levels")) {
      if (!settings.levelClauses.emplace(level, element.text()).second) {
        fail(element, say("{level}的条款写了两次。", "level"_a = level.name()));
      }
    }
  }

  void readFigure(XmlElement element, const RuleEntry& rule, RuleSettings& settings) const {
    allowAttributes(element, {"name", "levels", "value"});
    forChildren(element, {});
    const std::string name = need(element, "name");
    if (std::ranges::find(rule.figures, name) == rule.figures.end()) {
      const std::vector<std::string> known(rule.figures.begin(), rule.figures.end());
      fail(element, say("规则“{rule}”没有数值“{name}”。", "rule"_a = rule.id, "name"_a = name),
           known.empty() ? say("这条规则没有数值。") : say("它的数值有：{known}。", "known"_a = join(known)));
    }
    const auto value = Weight::parse(need(element, "value"));
    if (!value) {
      fail(element, say("“{name}”应是不小于 0、最多两位小数的数，却是“{found}”。", "name"_a = "value",
                        "found"_a = element.attribute("value")));
    }
    const std::vector<Level> at = levels(element, "levels");
    const auto add = [&](std::optional<Level> level) {
      for (const RuleSettings::Figure& other : settings.figures) {
        if (other.name == name && other.level == level) {
          fail(element, say("数值“{name}”对同一等级写了两次。", "name"_a = name));
        }
      }
      settings.figures.push_back({name, level, *value});
    };
    if (at.empty()) add(std::nullopt);
    for (const Level level : at) add(level);
  }

  void readShapes(XmlElement element) {
    allowAttributes(element, {});
    forChildren(element, {{"shape", [this](XmlElement e) { readShape(e); }}});
  }

  void readShape(XmlElement element) {
    allowAttributes(element, {"levels", "minutes"});
    need(element, "levels");
    PaperShape shape;
    shape.levels = levels(element, "levels");
    shape.minutes = needNumber(element, "minutes", 1000);
    Marks total;
    forChildren(element, {{"section", [&](XmlElement e) {
                             shape.sections.push_back(section(e));
                             total += shape.sections.back().each * shape.sections.back().count;
                           }}});
    if (total != Marks::whole(100)) {
      fail(element, say("这个试卷结构合计 {total} 分，应为 100 分。", "total"_a = total.str()));
    }
    profile_.shapes_.push_back(std::move(shape));
  }

  formats::PlanSection section(XmlElement element) const {
    allowAttributes(element, {"type", "count", "each"});
    const std::string type = need(element, "type");
    const auto known = std::ranges::find(kTypeNames, type, [](const auto& pair) { return pair.first; });
    if (known == std::end(kTypeNames)) {
      std::vector<std::string> names;
      for (const auto& [name, value] : kTypeNames) names.emplace_back(name);
      fail(element, say("不认识题型“{type}”。", "type"_a = type),
           say("可以是：{known}。", "known"_a = join(names)));
    }
    const auto each = Marks::parse(need(element, "each"));
    if (!each || each->isZero()) {
      fail(element, say("每题分值应大于 0，却是“{found}”。", "found"_a = element.attribute("each")));
    }
    return {known->second, needNumber(element, "count", 1000), *each};
  }

  void readSample(XmlElement element) {
    allowAttributes(element, {"clause", "theory", "skills", "papers"});
    forChildren(element, {});
    profile_.sample_ = SampleShares{need(element, "clause"), needNumber(element, "theory", 100),
                                    needNumber(element, "skills", 100), needNumber(element, "papers", 1000)};
  }

  /// One of a list of words.
  template <typename T, std::size_t N>
  T needWord(XmlElement element, std::string_view name,
             const std::pair<std::string_view, T> (&words)[N]) const {
    const std::string text = need(element, name);
    std::vector<std::string> known;
    for (const auto& [word, value] : words) {
      if (word == text) return value;
      known.emplace_back(word);
    }
    fail(element, say("不认识“{name}”的值“{found}”。", "name"_a = name, "found"_a = text),
         say("可以是：{known}。", "known"_a = join(known)));
  }

  void readPanel(XmlElement element) {
    allowAttributes(element,
                    {"clause", "experts", "content", "method", "per-item", "term-years", "title", "level"});
    forChildren(element, {});
    PanelRules panel;
    panel.clause = need(element, "clause");
    panel.experts = needNumber(element, "experts", 99);
    panel.contentExperts = needNumber(element, "content", 99);
    panel.methodExperts = needNumber(element, "method", 99);
    panel.perItem = element.has("per-item") ? needNumber(element, "per-item", 99) : panel.experts;
    panel.termYears = needNumber(element, "term-years", 99);
    if (element.has("title")) panel.title = needWord(element, "title", kTitles);
    if (element.has("level")) {
      const std::vector<Level> one = levels(element, "level");
      if (one.size() != 1) fail(element, say("“{name}”只写一个等级。", "name"_a = "level"));
      panel.level = one.front();
    }
    if (panel.experts < 1 || panel.contentExperts + panel.methodExperts > panel.experts) {
      fail(element, say("两类专家的最少人数之和不能多于专家组的人数。"));
    }
    if (panel.perItem < 1 || panel.perItem > panel.experts) {
      fail(element, say("评每道题的人数（per-item）至少 1 人，不多于专家组的人数。"));
    }
    profile_.panel_ = std::move(panel);
  }

  void readDeadlines(XmlElement element) {
    allowAttributes(element, {});
    forChildren(element, {{"deadline", [this](XmlElement e) { readDeadline(e); }}});
  }

  void readDeadline(XmlElement element) {
    allowAttributes(element, {"id", "count", "unit", "clause"});
    forChildren(element, {});
    const std::string id = need(element, "id");
    if (std::ranges::find(kDeadlines, id) == std::end(kDeadlines)) {
      fail(element, say("没有期限“{id}”。", "id"_a = id),
           say("可以是：{known}。", "known"_a = join({std::begin(kDeadlines), std::end(kDeadlines)})));
    }
    if (profile_.deadline(id) != nullptr) fail(element, say("期限“{id}”写了两次。", "id"_a = id));
    profile_.deadlines_.push_back({id,
                                   {needNumber(element, "count", 9999), needWord(element, "unit", kUnits)},
                                   need(element, "clause")});
  }

  void readBundle(XmlElement element) {
    allowAttributes(element, {});
    forChildren(element, {{"document", [this](XmlElement e) { readDocument(e); }}});
  }

  void readDocument(XmlElement element) {
    allowAttributes(element, {"number", "id", "title", "per-level"});
    forChildren(element, {});
    BundleDocument document{needNumber(element, "number", 99), need(element, "id"), need(element, "title"),
                            false};
    const std::string perLevel = element.attribute("per-level");
    if (!perLevel.empty() && perLevel != "yes" && perLevel != "no") {
      fail(element, say("per-level 应是 yes 或 no，却是“{found}”。", "found"_a = perLevel));
    }
    document.perLevel = perLevel == "yes";
    for (const BundleDocument& other : profile_.bundle_) {
      if (other.id == document.id || other.number == document.number) {
        fail(element, say("材料“{id}”的编号或 id 与另一份相同。", "id"_a = document.id));
      }
    }
    profile_.bundle_.push_back(std::move(document));
  }

  std::string file_;
  XmlDocument document_;
  Profile profile_;
};

Profile Profile::parse(const std::string& xml, const std::string& fileName) {
  return ProfileReader(xml, fileName).read();
}

std::vector<std::string> Profile::builtIn() {
  std::vector<std::string> ids;
  for (std::string_view name : formats::resourceNames(kFolder)) {
    if (!name.ends_with(kSuffix)) continue;
    name.remove_prefix(kFolder.size());
    name.remove_suffix(kSuffix.size());
    ids.emplace_back(name);
  }
  return ids;
}

Profile Profile::load(const std::string& idOrFile) {
  const std::vector<std::string> known = builtIn();
  if (std::ranges::find(known, idOrFile) != known.end()) {
    const std::string name = std::string(kFolder) + idOrFile + std::string(kSuffix);
    return parse(std::string(formats::resource(name)), name);
  }
  std::error_code error;
  if (!std::filesystem::is_regular_file(idOrFile, error)) {
    throw FormatError(
        ErrorCode::kUsage, say("没有规则档“{id}”。", "id"_a = idOrFile), {},
        say("用随程序提供的规则档（{known}），或者给出规则档文件的路径。", "known"_a = join(known)));
  }
  std::ifstream file(idOrFile, std::ios::binary);
  std::string content(kMostBytes + 1, '\0');
  file.read(content.data(), static_cast<std::streamsize>(content.size()));
  content.resize(static_cast<std::size_t>(file.gcount()));
  if (content.empty() || file.bad()) {
    throw FormatError(ErrorCode::kIo, say("读不出规则档。"), {idOrFile, 0, {}}, say("检查文件和读取权限。"));
  }
  return parse(content, idOrFile);
}

}  // namespace tiku::validators
