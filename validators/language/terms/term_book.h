#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/terms.h"
#include "validators/language/data/language_data.h"
#include "validators/language/terms/term_index.h"
#include "validators/language/word_trie.h"

namespace tiku::validators::language {

/// The bank's terms, ready to be looked for.
class TermBook {
 public:
  /// `terms` may be null: a bank without terms.xml.
  explicit TermBook(const formats::Terms* terms);

  /// A banned word in a text.
  struct Banned {
    std::size_t from = 0;
    std::size_t length = 0;
    std::string preferred;
    std::string note;
  };
  [[nodiscard]] std::vector<Banned> bannedIn(std::u32string_view text) const;

  /// A term with a slip of the pen.
  struct Slip {
    std::size_t from = 0;
    std::size_t length = 0;
    std::string term;
    std::string source;
  };
  /// What is one or two characters off a term and cannot be meant as it stands.
  ///
  /// Most of what is near a term is another term: 单相异步电动机, 四爪单动卡盘, 从动轴. A stretch is a slip
  /// only when what was written over looks or sounds like the right character and makes no word of its own
  /// where it stands, when two neighbours changed places, when a character was written twice, or when one
  /// inside was left out and the rest falls apart into more single characters than the term does.
  [[nodiscard]] std::vector<Slip> slipsIn(std::u32string_view text) const;

  /// Names of one thing: the bank's terms with their allowed variants, and the groups of the data files.
  struct Group {
    std::vector<std::string> names;
    std::string reason;
    bool declared = false;  ///< By the bank itself.
  };
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  /// Use of a name of a group.
  struct Use {
    int group = 0;
    int name = 0;
    std::size_t from = 0;
    std::size_t length = 0;
  };
  [[nodiscard]] std::vector<Use> usesIn(std::u32string_view text) const;

  /// Latin words of terms and their variants, in lower case: they are spelt right.
  [[nodiscard]] const std::set<std::string, std::less<>>& latinWords() const { return latin_; }
  [[nodiscard]] const WordTrie& trie() const { return trie_; }  ///< All preferred and allowed words.

 private:
  void addTerm(const formats::Term& term);
  void addGroup(Group group, const std::vector<std::u32string>& names);
  [[nodiscard]] bool isSlip(std::u32string_view text, const TermIndex::Near& near) const;
  [[nodiscard]] bool isInsideWord(std::u32string_view text, std::size_t from, std::size_t length) const;

  std::vector<std::u32string> preferred_;
  std::vector<std::string> sources_;
  std::optional<TermIndex> index_;
  WordTrie trie_;
  struct BannedWord {
    std::string preferred;
    std::string note;
  };
  std::vector<BannedWord> banned_;
  WordTrie bannedTrie_;
  std::vector<Group> groups_;
  std::vector<std::vector<std::u32string>> unless_;  ///< By group.
  WordTrie nameTrie_;
  std::vector<std::pair<int, int>> nameOf_;  ///< By the trie's values: group and name.
  std::set<std::string, std::less<>> latin_;
};

}  // namespace tiku::validators::language
