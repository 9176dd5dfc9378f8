// tiku terms: the words that the writers of a bank agreed on; proposes, adds and removes them.
#include <algorithm>
#include <ostream>

#include "cli/bank_files.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "validators/language/terms/proposals.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using validators::language::TermProposal;

struct Options {
  std::string path;
  bool propose = false;
  int minUses = 2;
  std::string add;
  std::vector<std::string> ban;
  std::vector<std::string> allow;
  std::string source;
  std::string note;
  std::string remove;
  bool write = false;
};

std::vector<TermProposal> proposalsFor(const Options& options, const Bank& bank) {
  if (!options.propose) return {};
  std::vector<TermProposal> proposals = validators::language::proposeTerms(bank);
  std::erase_if(proposals, [&](const TermProposal& one) { return one.uses < options.minUses; });
  return proposals;
}

void addTerm(const Options& options, Terms& terms) {
  auto place = std::ranges::find(terms.terms, options.add, &Term::preferred);
  if (place == terms.terms.end()) {
    place = std::ranges::lower_bound(terms.terms, options.add, {}, &Term::preferred);
    place = terms.terms.insert(place, Term{options.add, {}, {}, {}, {}});
  }
  Term& term = *place;
  if (!options.source.empty()) term.source = options.source;
  if (!options.note.empty()) term.note = options.note;
  const auto addVariants = [&term](const std::vector<std::string>& words, TermVariant::Use use) {
    for (const std::string& word : words) {
      std::erase_if(term.variants, [&word](const TermVariant& old) { return old.text == word; });
      term.variants.push_back({use, word, {}});
    }
  };
  addVariants(options.ban, TermVariant::Use::kBanned);
  addVariants(options.allow, TermVariant::Use::kAllowed);
}

Terms changed(const Options& options, const Bank& bank, const std::vector<TermProposal>& proposals) {
  Terms terms = validators::language::withProposals(bank, proposals);
  if (!options.add.empty()) addTerm(options, terms);
  if (!options.remove.empty() &&
      std::erase_if(terms.terms, [&](const Term& one) { return one.preferred == options.remove; }) == 0) {
    throw FormatError(ErrorCode::kUsage, say("题库的术语里没有“{word}”。", "word"_a = options.remove));
  }
  return terms;
}

Json termJson(const Term& term) {
  Json variants = Json::array();
  for (const TermVariant& variant : term.variants) {
    variants.push_back(
        {{"use", variant.use == TermVariant::Use::kBanned ? "banned" : "allowed"}, {"text", variant.text}});
  }
  return {{"preferred", term.preferred},
          {"source", term.source},
          {"note", term.note},
          {"variants", std::move(variants)}};
}

void printJson(const Terms& terms, const std::vector<TermProposal>& proposals, bool written,
               const Session& session) {
  Json list = Json::array();
  for (const Term& term : terms.terms) list.push_back(termJson(term));
  Json proposed = Json::array();
  for (const TermProposal& one : proposals) {
    proposed.push_back({{"word", one.word}, {"source", one.source}, {"uses", one.uses}});
  }
  session.print({{"terms", std::move(list)}, {"proposals", std::move(proposed)}, {"written", written}});
}

void printText(const Terms& terms, const std::vector<TermProposal>& proposals, const Session& session) {
  for (const Term& term : terms.terms) {
    session.out << term.preferred;
    for (const TermVariant& variant : term.variants) {
      session.out << "  "
                  << (variant.use == TermVariant::Use::kBanned
                          ? say("禁用“{word}”", "word"_a = variant.text)
                          : say("别称“{word}”", "word"_a = variant.text));
    }
    if (!term.source.empty()) session.out << "  " << say("出自{source}", "source"_a = term.source);
    if (!term.note.empty()) session.out << "  " << term.note;
    session.out << '\n';
  }
  for (const TermProposal& one : proposals) {
    session.out << say("提议“{word}”：试题里用了 {uses} 次，出自{source}", "word"_a = one.word,
                       "uses"_a = one.uses, "source"_a = one.source)
                << '\n';
  }
}

void run(const Options& options, Session& session) {
  const bool changes = options.propose || !options.add.empty() || !options.remove.empty();
  if (options.write && !changes) {
    throw FormatError(ErrorCode::kUsage, say("没有要写的：--write 与 --propose、--add 或 --remove 一起用。"));
  }
  if (options.add.empty() && !(options.ban.empty() && options.allow.empty())) {
    throw FormatError(ErrorCode::kUsage, say("--ban 和 --allow 要与 --add 一起用。"));
  }
  OpenBank open = openBank(options.path, session);
  const std::vector<TermProposal> proposals = proposalsFor(options, open.bank);
  const Terms* kept = open.bank.find<Terms>(Terms::kId);
  Terms terms = kept != nullptr ? *kept : Terms();
  if (changes && (options.write || !options.propose)) terms = changed(options, open.bank, proposals);
  if (options.write) applyAndSave(open, Edit(translate("术语")).put(terms));
  const std::vector<TermProposal> shown = options.write ? std::vector<TermProposal>() : proposals;
  if (session.json()) {
    printJson(terms, shown, options.write, session);
    return;
  }
  printText(terms, shown, session);
  session.out << (options.write
                      ? say("已写入题库，共 {n} 条术语。", "n"_a = terms.terms.size())
                      : say("共 {n} 条术语，{m} 条提议。", "n"_a = terms.terms.size(), "m"_a = shown.size()))
              << '\n';
  if (changes && !options.write) session.err << say("没有改动题库；加上 --write 才写入。") << '\n';
}

}  // namespace

void addTerms(CLI::App& program, Session& session) {
  CLI::App* verb = program.add_subcommand("terms", translate("题库的术语：列出、提议、增删。"));
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->path, translate("题库：目录或 .tiku。"))->required();
  verb->add_flag("--propose", options->propose, translate("从标准和细目表提出术语。"));
  verb->add_option("--min-uses", options->minUses, translate("提议的术语在试题里至少用过几次；缺省 2。"));
  verb->add_option("--add", options->add, translate("增加或修改一条术语。"));
  verb->add_option("--ban", options->ban, translate("这条术语的禁用词，可以有几个。"));
  verb->add_option("--allow", options->allow, translate("这条术语的别称，可以有几个。"));
  verb->add_option("--source", options->source, translate("这条术语的出处。"));
  verb->add_option("--note", options->note, translate("这条术语的说明。"));
  verb->add_option("--remove", options->remove, translate("删去一条术语。"));
  verb->add_flag("--write", options->write, translate("写入题库；不写明就只列出。"));
  addFormat(*verb, session);
  verb->callback([options, &session] { run(*options, session); });
}

}  // namespace tiku::cli
