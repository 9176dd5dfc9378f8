#include "validators/language/terms/proposals.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "formats/base/say.h"
#include "validators/language/characters.h"
#include "validators/language/passage.h"
#include "validators/language/word_trie.h"

namespace tiku::validators::language {

using namespace formats;

namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 14;

/// What a heading adds to the name of its subject.
constexpr std::array<std::u32string_view, 57> kEndings{
    U"基本概念", U"基本知识", U"基础知识", U"相关知识", U"有关知识", U"工作原理", U"基本原理", U"使用方法",
    U"操作方法", U"检查方法", U"维护方法", U"保养方法", U"计算方法", U"测量方法", U"注意事项", U"基本要求",
    U"技术要求", U"操作步骤", U"操作规程", U"安全知识", U"主要内容", U"主要特点", U"基本结构", U"使用要求",
    U"基本方法", U"概念",     U"定义",     U"含义",     U"特点",     U"特征",     U"作用",     U"分类",
    U"种类",     U"组成",     U"结构",     U"构成",     U"原理",     U"用途",     U"使用",     U"方法",
    U"要求",     U"步骤",     U"流程",     U"知识",     U"内容",     U"原则",     U"意义",     U"应用",
    U"识别",     U"选用",     U"选择",     U"检查",     U"维护",     U"保养",     U"安装",     U"拆卸",
    U"概述"};

constexpr std::array<std::u32string_view, 8> kBeginnings{U"能够", U"了解", U"掌握", U"熟悉",
                                                         U"正确", U"使用", U"常用", U"常见"};

constexpr std::array<std::u32string_view, 8> kJoints{U"以及", U"、", U"和", U"与",
                                                     U"及",   U"或", U"，", U"；"};

std::vector<std::u32string> partsOf(std::u32string_view name) {
  std::vector<std::u32string> parts(1);
  for (std::size_t at = 0; at < name.size();) {
    const auto joint = std::ranges::find_if(
        kJoints, [&](std::u32string_view one) { return name.substr(at).starts_with(one); });
    const bool bracket =
        !isHan(name[at]) && !isAsciiLetter(name[at]) && !isDigit(name[at]) && name[at] != U'-';
    if (joint != kJoints.end() || bracket) {
      parts.emplace_back();
      at += joint != kJoints.end() ? joint->size() : 1;
    } else {
      parts.back() += name[at++];
    }
  }
  return parts;
}

/// The name of the subject alone; empty when nothing is left that could be a term.
std::u32string subjectOf(std::u32string_view part) {
  for (const std::u32string_view one : kBeginnings) {
    if (part.starts_with(one) && part.size() >= one.size() + kShortest) {
      part.remove_prefix(one.size());
      break;
    }
  }
  for (bool again = true; again;) {
    again = false;
    for (const std::u32string_view one : kEndings) {
      const bool afterOf = part.size() > one.size() && part[part.size() - one.size() - 1] == U'的';
      if (!part.ends_with(one) || (!afterOf && part.size() < one.size() + kShortest + 1)) continue;
      part.remove_suffix(one.size() + (afterOf ? 1 : 0));
      again = true;
      break;
    }
  }
  if (part.size() < kShortest || part.size() > kLongest) return {};
  if (part.find(U'的') != std::u32string_view::npos || !isHan(part.back())) return {};
  return std::u32string(part);
}

class Collector {
 public:
  explicit Collector(const Terms* terms) {
    if (terms == nullptr) return;
    for (const Term& term : terms->terms) {
      known_.insert(decode(term.preferred));
      for (const TermVariant& variant : term.variants) known_.insert(decode(variant.text));
    }
  }

  void add(const std::string& name, const std::string& source) {
    if (name.starts_with("能")) return;  // A sentence of the skills table: 能设计数据采集流程.
    for (const std::u32string& part : partsOf(decode(name))) {
      std::u32string subject = subjectOf(part);
      if (!subject.empty() && !known_.contains(subject)) sources_.try_emplace(std::move(subject), source);
    }
  }

  [[nodiscard]] const std::map<std::u32string, std::string>& found() const { return sources_; }

 private:
  std::set<std::u32string> known_;
  std::map<std::u32string, std::string> sources_;
};

void collect(const Standard& standard, Collector& into) {
  for (const LevelRequirements& level : standard.levels) {
    for (const Function& function : level.functions) {
      into.add(function.name,
               say("{level}职业功能「{name}」", "level"_a = level.level.name(), "name"_a = function.name));
      for (const WorkContent& content : function.contents) {
        into.add(content.name,
                 say("{level}工作内容「{name}」", "level"_a = level.level.name(), "name"_a = content.name));
        for (const Requirement& one : content.knowledge) {
          into.add(one.text,
                   say("{level}相关知识要求「{name}」", "level"_a = level.level.name(), "name"_a = one.text));
        }
      }
    }
  }
}

void collect(const Blueprint& blueprint, Collector& into) {
  for (const ElementTable* table : {&blueprint.theory, &blueprint.skills}) {
    walk(*table, [&](const TablePlace& place) {
      const std::string& name = place.point != nullptr ? place.point->name : place.path.back()->name;
      into.add(name,
               place.point != nullptr
                   ? say("{level}考评点「{name}」", "level"_a = blueprint.level.name(), "name"_a = name)
                   : say("{level}考评范围「{name}」", "level"_a = blueprint.level.name(), "name"_a = name));
    });
  }
}

}  // namespace

std::vector<TermProposal> proposeTerms(const Bank& bank) {
  Collector collector(bank.find<Terms>(Terms::kId));
  if (bank.standard() != nullptr) collect(*bank.standard(), collector);
  for (const auto& blueprint : bank.all<Blueprint>()) collect(*blueprint, collector);

  std::vector<TermProposal> proposals;
  WordTrie trie;
  for (const auto& [word, source] : collector.found()) {
    trie.add(word, static_cast<int>(proposals.size()));
    proposals.push_back({encode(word), source, 0});
  }
  const auto count = [&](const Object& object) {
    for (const Passage& passage : passagesOf(object)) {
      for (std::size_t at = 0; at < passage.text.size(); ++at) {
        const WordTrie::Match match = trie.longestAt(passage.text, at);
        if (match.length == 0) continue;
        ++proposals[static_cast<std::size_t>(match.value)].uses;
        at += static_cast<std::size_t>(match.length) - 1;
      }
    }
  };
  bank.forEach<TheoryItem>([&](const auto& item) { count(item); });
  bank.forEach<SkillItem>([&](const auto& item) { count(item); });
  std::erase_if(proposals, [](const TermProposal& one) { return one.uses == 0; });
  std::ranges::sort(proposals, {}, [](const TermProposal& one) { return std::pair(-one.uses, one.word); });
  return proposals;
}

Terms withProposals(const Bank& bank, const std::vector<TermProposal>& proposals) {
  const Terms* kept = bank.find<Terms>(Terms::kId);
  Terms terms = kept != nullptr ? *kept : Terms();
  for (const TermProposal& one : proposals) terms.terms.push_back({one.word, one.source, {}, {}});
  std::ranges::sort(terms.terms, {}, &Term::preferred);
  return terms;
}

}  // namespace tiku::validators::language
