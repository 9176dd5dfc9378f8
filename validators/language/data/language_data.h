#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "validators/language/word_trie.h"

namespace tiku::validators::language {

/// A word that is wrong wherever it stands, but for what its entry excepts.
struct WrongWord {
  std::u32string wrong;
  std::string right;
  std::string reason;
  std::vector<std::u32string> unless;   ///< Longer words that hold it and are right.
  std::vector<std::u32string> notWith;  ///< Words that, in the same text, leave it open what is meant.
  bool afterNumber = false;             ///< Wrong only after a number: 5 公分, but not 办公分.
  bool alone = false;                   ///< A unit symbol that is wrong as a whole text as well.
  bool certain = true;                  ///< `right` can take its place without a second look.
};

/// Characters or words that nobody doubles on purpose.
struct DoubledWord {
  std::u32string text;
  std::vector<std::u32string> unless;
};

/// A national standard of which older editions are still cited.
struct CitedStandard {
  std::string number;                ///< As printed: "GB/T 3100".
  std::string current;               ///< "1993"; empty where only the old ones are known.
  std::set<std::string> superseded;  ///< "1982"
  std::string replacedBy;            ///< "GB 50016": no edition is in force.
  std::string title;
};

/// Words for one thing that a bank should not mix.
struct NameGroup {
  std::vector<std::u32string> names;  ///< The first is the one to prefer.
  std::vector<std::u32string> unless;
  std::string reason;
};

/// The data files of the language checks: those built in (schemas/language) and the user's
/// ($XDG_DATA_HOME/tiku/language/*.xml, by default ~/.local/share/tiku/language), described in
/// docs/language.md.
class LanguageData {
 public:
  /// Loaded on the first call; the same for the whole run. Throws FormatError with file and line for a user's
  /// file that cannot be read.
  static const LanguageData& get();
  /// The built-in files with the user's, given as name and content.
  static LanguageData load(const std::vector<std::pair<std::string, std::string>>& more);

  [[nodiscard]] const std::vector<WrongWord>& wrongWords() const { return wrongWords_; }
  [[nodiscard]] const WordTrie& wrongTrie() const { return wrongTrie_; }  ///< Values: positions above.
  [[nodiscard]] const std::vector<WrongWord>& units() const { return units_; }
  [[nodiscard]] const WordTrie& unitTrie() const { return unitTrie_; }
  /// By the whole wrong symbol.
  [[nodiscard]] const std::map<std::u32string, WrongWord, std::less<>>& symbols() const { return symbols_; }
  /// Units after which 5-10 is a range and the hyphen no minus.
  [[nodiscard]] const WordTrie& rangeTrie() const { return rangeTrie_; }
  [[nodiscard]] const std::vector<DoubledWord>& doubled() const { return doubled_; }
  [[nodiscard]] const WordTrie& doubledTrie() const { return doubledTrie_; }
  /// By the number without "/T".
  [[nodiscard]] const std::map<std::string, CitedStandard, std::less<>>& standards() const {
    return standards_;
  }
  [[nodiscard]] const std::vector<NameGroup>& names() const { return names_; }
  /// Whether the word, in whatever case, is one of trades and products that no general dictionary has.
  [[nodiscard]] bool isLatinWord(std::string_view word) const;
  /// Whether the two characters look alike, sound alike or are otherwise taken for each other.
  [[nodiscard]] bool alike(char32_t a, char32_t b) const;

 private:
  friend class LanguageDataReader;
  std::vector<WrongWord> wrongWords_;
  WordTrie wrongTrie_;
  std::vector<WrongWord> units_;
  WordTrie unitTrie_;
  std::map<std::u32string, WrongWord, std::less<>> symbols_;
  WordTrie rangeTrie_;
  std::vector<DoubledWord> doubled_;
  WordTrie doubledTrie_;
  std::map<std::string, CitedStandard, std::less<>> standards_;
  std::vector<NameGroup> names_;
  std::set<std::string, std::less<>> latinWords_;            ///< In lower case.
  std::unordered_map<char32_t, std::vector<int>> groupsOf_;  ///< Of characters that are alike.
  int groups_ = 0;
};

/// Whether one of the longer words covers the stretch: 不锈钢度 covers 钢度.
bool isExcepted(std::u32string_view text, std::size_t from, std::size_t length,
                const std::vector<std::u32string>& unless);

/// The folder of the user below $XDG_DATA_HOME/tiku: "language", "dictionaries". Empty without a home.
std::string userFolder(std::string_view name);

}  // namespace tiku::validators::language
