// tiku similar: what the bank already says that is like a text, also while its end is not typed yet.
#include <ostream>
#include <set>

#include "cli/pair_json.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/duplicates/open_source.h"
#include "workflows/duplicates/similar_items.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using namespace tiku::validators;
using namespace tiku::workflows;

struct Options {
  std::string path;
  std::string text;
  double threshold = 0.5;
  std::size_t limit = 10;
};

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + '%';
}

void run(const Options& options, Session& session) {
  const OpenSource source = [&] {
    const Progress progress(translate("正在读取文件"));
    return openItemSource(options.path);
  }();
  for (const std::string& note : source.notes) session.err << note << '\n';
  const SimilarItems similar(*source.items);
  const std::vector<SimilarItem> found = similar.like(options.text, options.threshold, options.limit);
  Json matches = Json::array();
  for (const SimilarItem& one : found) {
    ItemWords words;
    source.items->read(one.item, words);
    const ItemLabel label = source.items->label(one.item);
    const PairReading reading = similar.read(options.text, one);
    if (session.json()) {
      Json match{{"id", label.id}, {"similarity", one.similarity}, {"share", one.share}};
      if (!label.object.empty()) match["object"] = label.object.str();
      if (label.level) match["level"] = label.level->number();
      match["section"] = label.section;
      match["type"] = itemTypeKey(words.type);
      match["stem"] = words.stem;
      match["options"] = words.options;
      match["marks"] = marksJson(words, reading.b);
      matches.push_back(std::move(match));
      continue;
    }
    session.out << percent(one.similarity) << "  ";
    if (label.level) session.out << levelWord(*label.level) << ' ';
    session.out << label.type << ' ' << label.id;
    if (!label.section.empty()) session.out << "  " << label.section;
    session.out << "\n      " << markedStem(words, reading.b) << '\n';
  }
  if (session.json()) {
    session.print(
        {{"text", options.text}, {"threshold", options.threshold}, {"matches", std::move(matches)}});
  } else if (found.empty()) {
    session.out << say("{n} 道题中没有与它相近的。", "n"_a = source.items->size()) << '\n';
  }
}

}  // namespace

void addSimilar(CLI::App& program, Session& session) {
  CLI::App* verb =
      program.add_subcommand("similar", translate("查题库里有没有与一段文字相近的试题，没写完的也能查。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path,
                   translate("题库（目录或 .tiku），或 .xlsx、.csv、.docx、.tsv 文件。"))
      ->required();
  verb->add_option("--text", options->text, translate("题干，可以连同答案；不必写完。"))->required();
  verb->add_option("--threshold", options->threshold, translate("相似度的下限，0.1 到 1；缺省 0.5。"))
      ->check(CLI::Range(0.1, 1.0));
  verb->add_option("--limit", options->limit, translate("最多列出多少道。"))->check(CLI::Range(1, 1000));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
