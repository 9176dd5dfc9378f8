// tiku duplicates: items that are alike, in a bank, a file or between several.
#include "workflows/duplicates/duplicates.h"

#include <filesystem>
#include <map>
#include <ostream>

#include "cli/pair_json.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/rules/duplicates/judged_pairs.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"
#include "validators/similarity/self_join.h"
#include "workflows/duplicates/duplicates_page.h"
#include "workflows/duplicates/open_source.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;
using namespace tiku::workflows;

enum class Shape { kText, kJson, kTsv, kHtml };

struct Options {
  std::string path;
  std::vector<std::string> against;
  std::vector<std::string> kinds;
  std::vector<std::string> columns;
  DuplicateSettings settings;
  SourceOptions source;
  Shape shape = Shape::kText;
  std::size_t limit = 0;
  bool limited = false;
};

constexpr std::size_t kShownAsText = 100;
constexpr double kStemThreshold = 0.6;
constexpr std::size_t kShownOnPage = 2000;

std::set<PairKind> kindsOf(const std::vector<std::string>& names) {
  std::set<PairKind> kinds;
  for (const std::string& name : names) {
    for (int i = 0; i <= static_cast<int>(PairKind::kSimilar); ++i) {
      if (pairKindKey(static_cast<PairKind>(i)) == name) kinds.insert(static_cast<PairKind>(i));
    }
  }
  return kinds;
}

std::vector<std::string> allKinds() {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(PairKind::kSimilar); ++i) {
    names.emplace_back(pairKindKey(static_cast<PairKind>(i)));
  }
  return names;
}

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + '%';
}

void addSource(ItemTable& table, const std::string& path, const Options& options, const Session& session) {
  OpenSource source = openItemSource(path, options.source);
  for (const std::string& note : source.notes) session.err << source.items->name() << ": " << note << '\n';
  table.add(std::move(source.items));
}

/// One column of a list: no tab and no line break.
std::string cell(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

ItemLabel labelOf(const ItemTable& table, std::uint32_t item) {
  const ItemTable::Where where = table.where(item);
  return where.source.label(where.at);
}

void printTsv(const ItemTable& table, const std::vector<DuplicatePair>& pairs, std::ostream& out) {
  out << "a\tb\tsimilarity\tkind\tlikeness\tsource-a\tsource-b\n";
  for (const DuplicatePair& pair : pairs) {
    out << cell(labelOf(table, pair.a).id) << '\t' << cell(labelOf(table, pair.b).id) << '\t'
        << fmt::format("{:.4f}\t{}\t{:.4f}\t", pair.similarity, pairKindKey(pair.kind), pair.likeness)
        << cell(table.where(pair.a).source.name()) << '\t' << cell(table.where(pair.b).source.name()) << '\n';
  }
}

Json itemJson(const ItemTable& table, std::uint32_t number, const PairMarks& marks) {
  const ItemTable::Where where = table.where(number);
  const ItemLabel label = where.source.label(where.at);
  ItemWords words;
  where.source.read(where.at, words);
  Json item{{"id", label.id}, {"source", where.source.name()}};
  if (!label.object.empty()) item["object"] = label.object.str();
  if (label.level) item["level"] = label.level->number();
  item["section"] = label.section;
  item["type"] = itemTypeKey(words.type);
  item["stem"] = words.stem;
  item["options"] = words.options;
  item["marks"] = marksJson(words, marks);
  return item;
}

/// Pair by pair, so that a million pairs need no memory.
void printJson(const ItemTable& table, const std::vector<DuplicatePair>& pairs, std::size_t found,
               double threshold, std::ostream& out) {
  const auto text = [](const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  Json sources = Json::array();
  for (std::size_t i = 0; i < table.sourceCount(); ++i) {
    sources.push_back({{"name", table.source(i).name()}, {"items", table.source(i).size()}});
  }
  out << "{\"threshold\":" << fmt::format("{:g}", threshold) << ",\"sources\":" << text(sources)
      << ",\"found\":" << found << ",\"pairs\":[";
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const DuplicatePair& pair = pairs[i];
    const PairReading reading = readAgain(table, pair);
    Json json{{"a", labelOf(table, pair.a).id},
              {"b", labelOf(table, pair.b).id},
              {"similarity", reading.similarity},
              {"kind", pairKindKey(pair.kind)},
              {"likeness", reading.likeness},
              {"keysDisagree", reading.keysDisagree},
              {"verdict", pair.verdict ? Json(verdictKey(*pair.verdict)) : Json(nullptr)},
              {"items", {itemJson(table, pair.a, reading.a), itemJson(table, pair.b, reading.b)}}};
    out << (i == 0 ? "\n" : ",\n") << text(json);
  }
  out << "\n]}\n";
}

void printItem(const ItemTable& table, std::uint32_t number, const PairMarks& marks, std::ostream& out) {
  const ItemTable::Where where = table.where(number);
  const ItemLabel label = where.source.label(where.at);
  ItemWords words;
  where.source.read(where.at, words);
  out << "    ";
  if (table.sourceCount() > 1) out << where.source.name() << "  ";
  if (label.level) out << levelWord(*label.level) << ' ';
  out << label.type << ' ' << label.id;
  if (!label.section.empty()) out << "  " << label.section;
  out << "\n      " << markedStem(words, marks);
  for (const int option : words.keyed) {
    if (static_cast<std::size_t>(option) < words.options.size()) {
      out << "  " << optionLetter(option) << ' ' << words.options[static_cast<std::size_t>(option)];
    }
  }
  if (words.truth) out << (*words.truth ? "  √" : "  ×");
  for (const std::string_view answer : words.answers) out << "  " << answer;
  out << '\n';
}

void printText(const ItemTable& table, const std::vector<DuplicatePair>& pairs, std::size_t found,
               double threshold, std::ostream& out) {
  std::map<PairKind, int> kinds;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PairReading reading = readAgain(table, pairs[i]);
    out << i + 1 << ". " << pairKindName(pairs[i].kind) << "  " << percent(pairs[i].similarity);
    if (reading.keysDisagree) out << "  " << say("两题的答案互相矛盾");
    if (pairs[i].verdict) {
      out << "  " << say("已判为“{verdict}”", "verdict"_a = verdictName(*pairs[i].verdict));
    }
    out << '\n';
    printItem(table, pairs[i].a, reading.a, out);
    printItem(table, pairs[i].b, reading.b, out);
    ++kinds[pairs[i].kind];
  }
  if (pairs.size() < found) {
    out << say("……另有 {n} 对，用 --limit 0 列出全部。", "n"_a = found - pairs.size()) << '\n';
  }
  out << say("{items} 道题中，相似度不低于 {threshold} 的有 {n} 对。", "items"_a = table.size(),
             "threshold"_a = percent(threshold), "n"_a = found)
      << '\n';
}

std::vector<DuplicatePair> find(const ItemTable& table, const Options& options) {
  const Progress progress(translate("正在比较试题"));
  try {
    return findDuplicates(table, options.settings);
  } catch (const TooManyPairs&) {
    throw FormatError(
        ErrorCode::kOverLimit,
        say("相似度不低于 {threshold} 的超过 {most} 对，没有列出。",
            "threshold"_a = percent(options.settings.threshold), "most"_a = options.settings.limit),
        {options.path, 0, {}}, say("请提高 --threshold，或先去掉内容完全相同的试题。"));
  }
}

void run(Options& options, Session& session) {
  if (options.shape == Shape::kJson) session.format = Format::kJson;
  for (const std::string& pair : options.columns) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw FormatError(ErrorCode::kUsage, say("“{pair}”不是“字段=列”的写法。", "pair"_a = pair), {},
                        translate("例如 --column stem=C 或 --column stem=题目。"));
    }
    options.source.columns[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  options.settings.kinds = kindsOf(options.kinds);
  options.settings.firstAgainstOthers = !options.against.empty();
  ItemTable table;
  {
    const Progress progress(translate("正在读取文件"));
    addSource(table, options.path, options, session);
    for (const std::string& other : options.against) addSource(table, other, options, session);
  }
  std::vector<DuplicatePair> pairs = find(table, options);
  const std::size_t found = pairs.size();
  const std::size_t usual = options.shape == Shape::kText   ? kShownAsText
                            : options.shape == Shape::kHtml ? kShownOnPage
                                                            : 0;
  const std::size_t limit = options.limited ? options.limit : usual;
  if (limit > 0 && pairs.size() > limit) pairs.resize(limit);
  switch (options.shape) {
    case Shape::kText:
      return printText(table, pairs, found, options.settings.threshold, session.out);
    case Shape::kJson:
      return printJson(table, pairs, found, options.settings.threshold, session.out);
    case Shape::kTsv:
      return printTsv(table, pairs, session.out);
    case Shape::kHtml:
      return writeDuplicatesPage(table, pairs, {options.settings.threshold, found}, session.out);
  }
}

}  // namespace

void addDuplicates(CLI::App& program, Session& session) {
  using Across = DuplicateSettings::Across;
  static const std::map<std::string, Across> kAcross{
      {"all", Across::kAll}, {"levels", Across::kLevels}, {"papers", Across::kPapers}};
  static const std::map<std::string, Shape> kShapes{
      {"text", Shape::kText}, {"json", Shape::kJson}, {"tsv", Shape::kTsv}, {"html", Shape::kHtml}};
  static const std::map<std::string, JudgementCode> kCodes{{"usual", JudgementCode::kUsual},
                                                           {"zero-right", JudgementCode::kZeroRight}};
  CLI::App* verb =
      program.add_subcommand("duplicates", translate("找出相同和相近的试题，逐对说明是什么关系。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path,
                   translate("题库（目录或 .tiku），或 .xlsx、.csv、.docx、.tsv 文件。"))
      ->required();
  verb->add_option("--against", options->against,
                   translate("另外的题库或文件，可以多个；只列出 PATH 与它们之间的。"));
  const CLI::Option* threshold =
      verb->add_option("--threshold", options->settings.threshold,
                       translate("相似度的下限，0.3 到 1；缺省 0.7，题干相同的 0.6。"))
          ->check(CLI::Range(0.3, 1.0));
  verb->add_option("--across", options->settings.across,
                   translate("只列出不同等级之间的 levels、不同试卷之间的 papers，或全部 all。"))
      ->transform(CLI::CheckedTransformer(kAcross).description("levels|papers|all"));
  verb->add_option("--kind", options->kinds, translate("只列出这些关系的，可以多个。"))
      ->delimiter(',')
      ->check(CLI::IsMember(allKinds()));
  verb->add_flag("--settled", options->settings.settled, translate("也列出已判为“变式”或“不同”的。"));
  const CLI::Option* limit =
      verb->add_option("--limit", options->limit, translate("最多列出多少对，最像的在前；0 为全部。"));
  verb->add_option("--column", options->columns, translate("指定表格的列：字段=列，可以多次给出。"));
  verb->add_option("--judgement", options->source.judgement,
                   translate("判断题答案的写法：usual 为 1=正确，zero-right 为 0=正确。"))
      ->transform(CLI::CheckedTransformer(kCodes).description("usual|zero-right"));
  verb->add_option("--format", options->shape, translate("输出格式。"))
      ->transform(CLI::CheckedTransformer(kShapes).description("text|json|tsv|html"));
  verb->callback([options, limit, threshold, &session] {
    options->limited = limit->count() > 0;
    // A list for a program is what the threshold says and nothing else.
    const bool isList = std::filesystem::path(options->path).extension() == ".tsv";
    if (threshold->count() == 0 && !isList) options->settings.stemThreshold = kStemThreshold;
    run(*options, session);
  });
}

}  // namespace tiku::cli
