// tiku suggest: what may be meant by a word.
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/language/suggestions.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using validators::language::Suggestions;
using validators::language::suggestionsFor;

struct Options {
  std::vector<std::string> words;
  std::string bank;
};

void run(const Options& options, Session& session) {
  std::optional<OpenBank> open;
  if (!options.bank.empty()) open.emplace(openBank(options.bank, session));
  const Terms* terms = open ? open->bank.find<Terms>(Terms::kId) : nullptr;
  Json list = Json::array();
  for (const std::string& word : options.words) {
    const Suggestions found = suggestionsFor(word, terms);
    if (session.json()) {
      list.push_back({{"word", word}, {"known", found.known}, {"suggestions", found.words}});
      continue;
    }
    std::string words;
    for (const std::string& one : found.words) words += (words.empty() ? "" : "、") + one;
    session.out << (found.known     ? say("{word}：没有错。", "word"_a = word)
                    : words.empty() ? say("{word}：没有可以提议的。", "word"_a = word)
                                    : say("{word}：{words}", "word"_a = word, "words"_a = words))
                << '\n';
  }
  if (session.json()) session.print({{"words", std::move(list)}});
  const std::string note = validators::language::spellingNote();
  if (!note.empty()) session.err << note << '\n';
}

}  // namespace

void addSuggest(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("suggest", translate("一个词可能想写的是什么。"));
  auto options = std::make_shared<Options>();
  verb->add_option("WORD", options->words, translate("要查的词。"))->required();
  verb->add_option("--bank", options->bank, translate("连同这个题库的术语。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
