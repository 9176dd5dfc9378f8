#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "validators/language/hit.h"
#include "validators/language/spelling/dictionary.h"

namespace tiku::validators::language {

/// The spelling of Latin words: en_US, the user's dictionaries, and the words that data files list.
///
/// In items stand names of products, identifiers and abbreviations that no dictionary has, so a word is not
/// wrong because it is unknown: it is wrong when it is unknown and one letter away from a known one.
class Spelling {
 public:
  /// Where dictionaries are looked for.
  struct Places {
    std::vector<std::filesystem::path> system;  ///< The first that has en_US.aff is taken.
    std::filesystem::path user;  ///< *.dic with a *.aff of the same name, or plain lists: one word a line.
  };
  /// $DICPATH, /usr/share/hunspell, /usr/share/myspell/dicts; $XDG_DATA_HOME/tiku/dictionaries.
  static Places usualPlaces();

  /// Made on the first call, with the usual places; may be used by several threads.
  static Spelling& get();
  explicit Spelling(const Places& places);

  /// Whether there is any dictionary. Without one nothing is ever wrong.
  [[nodiscard]] bool available() const { return !dictionaries_.empty(); }

  [[nodiscard]] bool knows(const std::string& word);
  /// A known word that is one letter off the unknown word; empty for a word that is known or like none.
  [[nodiscard]] std::optional<std::string> slipOf(const std::string& word);
  /// What may be meant, best first; takes tens of milliseconds, so only when someone asks.
  [[nodiscard]] std::vector<std::string> suggest(const std::string& word);

 private:
  [[nodiscard]] bool isKnown(const std::string& word) const;
  [[nodiscard]] std::string neighbourOf(const std::string& word) const;
  void readList(const std::filesystem::path& path);

  std::mutex mutex_;
  std::vector<Dictionary> dictionaries_;
  std::set<std::string, std::less<>> words_;                 ///< Of plain lists, in lower case.
  std::unordered_map<std::string, std::string> neighbours_;  ///< Of words once asked for; "" for none.
};

/// The Latin words of a passage that are wrong. Skipped are words of less than five letters, with capitals
/// beyond the first letter, with a capital outside an English sentence, and all that hangs together with
/// digits or with signs of code: identifiers, file names, addresses, model names, formulas.
void findMisspelt(const Passage& passage, Spelling& spelling, HitList& hits);

}  // namespace tiku::validators::language
