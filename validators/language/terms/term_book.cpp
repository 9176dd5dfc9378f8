#include "validators/language/terms/term_book.h"

#include <algorithm>

#include "validators/language/characters.h"
#include "validators/language/terms/slip.h"

namespace tiku::validators::language {

using formats::Term;
using formats::TermVariant;

namespace {

void collectLatin(std::u32string_view text, std::set<std::string, std::less<>>& words) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string word;
    while (isAsciiLetter(charAt(text, at))) {
      word += static_cast<char>(text[at]);
      ++at;
    }
    if (!word.empty()) words.insert(lowered(word));
  }
}

/// The stretch, and those that begin or end one character off: of equally near ones the index tells one.
std::vector<TermIndex::Near> aroundOf(const TermIndex::Near& near, std::size_t size) {
  std::vector<TermIndex::Near> all{near};
  const auto add = [&](std::size_t from, std::size_t length) {
    if (length > 0 && from + length <= size) all.push_back({near.term, from, length, near.off});
  };
  add(near.from, near.length + 1);
  if (near.from > 0) add(near.from - 1, near.length + 1);
  add(near.from, near.length - 1);
  add(near.from + 1, near.length - 1);
  return all;
}

}  // namespace

TermBook::TermBook(const formats::Terms* terms) {
  if (terms != nullptr) {
    for (const Term& term : terms->terms) addTerm(term);
    index_.emplace(preferred_);
  }
  for (const NameGroup& group : LanguageData::get().names()) {
    Group made;
    for (const std::u32string& name : group.names) made.names.push_back(encode(name));
    made.reason = group.reason;
    // What the bank has agreed on goes before the list.
    const auto isDeclared = [this](const std::string& name) {
      return std::ranges::any_of(groups_, [&name](const Group& other) {
        return other.declared && std::ranges::find(other.names, name) != other.names.end();
      });
    };
    if (std::ranges::any_of(made.names, isDeclared)) continue;
    addGroup(std::move(made), group.names);
    unless_.back() = group.unless;
  }
}

void TermBook::addTerm(const Term& term) {
  const std::u32string preferred = decode(term.preferred);
  // Of two entries for one word the first counts.
  if (preferred.empty() || std::ranges::find(preferred_, preferred) != preferred_.end()) return;
  preferred_.push_back(preferred);
  sources_.push_back(term.source);
  trie_.add(preferred, static_cast<int>(preferred_.size()) - 1);
  collectLatin(preferred, latin_);
  Group group{{term.preferred}, term.note, true};
  std::vector<std::u32string> names{preferred};
  for (const TermVariant& variant : term.variants) {
    const std::u32string text = decode(variant.text);
    if (text.empty() || text == preferred) continue;
    if (variant.use == TermVariant::Use::kBanned) {
      bannedTrie_.add(text, static_cast<int>(banned_.size()));
      banned_.push_back({term.preferred, term.note});
      continue;
    }
    trie_.add(text, static_cast<int>(preferred_.size()) - 1);
    collectLatin(text, latin_);
    group.names.push_back(variant.text);
    names.push_back(text);
  }
  if (names.size() > 1) addGroup(std::move(group), names);
}

void TermBook::addGroup(Group group, const std::vector<std::u32string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    nameTrie_.add(names[i], static_cast<int>(nameOf_.size()));
    nameOf_.emplace_back(static_cast<int>(groups_.size()), static_cast<int>(i));
  }
  groups_.push_back(std::move(group));
  unless_.emplace_back();
}

bool TermBook::isInsideWord(std::u32string_view text, std::size_t from, std::size_t length) const {
  // A longer right word that covers the stretch: the term 三爪自定心卡盘 covers a banned 卡盘.
  for (std::size_t at = from < 32 ? 0 : from - 32; at <= from; ++at) {
    const auto longest = static_cast<std::size_t>(trie_.longestAt(text, at).length);
    if (longest > length && at + longest >= from + length) return true;
  }
  return false;
}

std::vector<TermBook::Banned> TermBook::bannedIn(std::u32string_view text) const {
  std::vector<Banned> found;
  if (bannedTrie_.empty()) return found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const WordTrie::Match match = bannedTrie_.longestAt(text, at);
    const auto length = static_cast<std::size_t>(match.length);
    if (length == 0 || isInsideWord(text, at, length)) continue;
    const BannedWord& word = banned_[static_cast<std::size_t>(match.value)];
    found.push_back({at, length, word.preferred, word.note});
    at += length - 1;
  }
  return found;
}

std::vector<TermBook::Slip> TermBook::slipsIn(std::u32string_view text) const {
  std::vector<Slip> found;
  if (!index_) return found;
  for (const TermIndex::Near& near : index_->near(text)) {
    if (!found.empty() && near.from < found.back().from + found.back().length) continue;
    const auto term = static_cast<std::size_t>(near.term);
    for (const TermIndex::Near& one : aroundOf(near, text.size())) {
      if (!isSlip(text, one)) continue;
      found.push_back({one.from, one.length, encode(preferred_[term]), sources_[term]});
      break;
    }
  }
  return found;
}

bool TermBook::isSlip(std::u32string_view text, const TermIndex::Near& near) const {
  const std::u32string_view written = text.substr(near.from, near.length);
  if (std::ranges::any_of(written, [](char32_t c) { return isSpace(c) || c == kOpaque; })) return false;
  // Where a right or a banned word begins or ends inside the stretch, that is what was meant.
  for (std::size_t at = near.from; at < near.end(); ++at) {
    const auto right = static_cast<std::size_t>(trie_.longestAt(text, at).length);
    const auto banned = static_cast<std::size_t>(bannedTrie_.longestAt(text, at).length);
    if (std::max(right, banned) >= TermIndex::kShortest) return false;
  }
  if (isInsideWord(text, near.from, near.length)) return false;
  return isSlipOfPen(preferred_[static_cast<std::size_t>(near.term)], text, near.from, near.length);
}

std::vector<TermBook::Use> TermBook::usesIn(std::u32string_view text) const {
  std::vector<Use> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const WordTrie::Match match = nameTrie_.longestAt(text, at);
    if (match.length == 0) continue;
    const auto length = static_cast<std::size_t>(match.length);
    const auto [group, name] = nameOf_[static_cast<std::size_t>(match.value)];
    if (isExcepted(text, at, length, unless_[static_cast<std::size_t>(group)])) continue;
    found.push_back({group, name, at, length});
    at += length - 1;
  }
  return found;
}

}  // namespace tiku::validators::language
