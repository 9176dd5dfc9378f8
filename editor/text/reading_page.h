#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::editor {

/// An object of a bank as one text to be read: with its place in the table, key and rationale, tables as
/// lines, pictures where they stand. It knows which of its characters are the words of which field, so that a
/// remark can be put on what somebody has marked, and shown where it belongs.
///
/// Positions count characters (Unicode code points).
class ReadingPage {
 public:
  enum class Look { kTitle, kLabel, kQuiet, kSubscript, kSuperscript, kEmphasis, kFormula };
  struct Stretch {
    int from = 0;
    int length = 0;
    Look look = Look::kQuiet;
    bool operator==(const Stretch&) const = default;
  };
  /// The character at `at`, U+FFFC, stands for a picture.
  struct Picture {
    int at = 0;
    std::string media;  ///< File name.
  };
  struct FieldAt {
    std::string field;  ///< As an anchor names it: "options/2".
    std::string word;   ///< 选项 C
    int from = 0;
    int length = 0;
  };
  /// Characters of a field's words, as workflows::fieldWords() gives them.
  struct Words {
    std::string field;
    int from = 0;
    int length = 0;
    bool operator==(const Words&) const = default;
  };

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] int size() const { return static_cast<int>(spots_.size()); }
  [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }
  [[nodiscard]] const std::vector<Picture>& pictures() const { return pictures_; }
  [[nodiscard]] const std::vector<FieldAt>& fields() const { return fields_; }

  /// What of which field is in this stretch: of the first field in it. Nothing where there is none.
  [[nodiscard]] std::optional<Words> wordsIn(int from, int length) const;
  /// The field at a position, or the nearest before it; null where there is none.
  [[nodiscard]] const FieldAt* fieldAt(int position) const;
  [[nodiscard]] const FieldAt* field(const std::string& name) const;
  /// Where these characters of a field stand, from and length; the whole field where `length` is 0. Nothing
  /// when the page does not show it.
  [[nodiscard]] std::optional<std::pair<int, int>> rangeOf(const Words& words) const;

 private:
  friend class PageWriter;
  struct Spot {
    int field = -1;  ///< Index into fields_.
    int at = 0;      ///< In its words.
    int length = 1;  ///< How many of them it stands for.
  };
  std::string text_;
  std::vector<Spot> spots_;  ///< One for each character.
  std::vector<Stretch> stretches_;
  std::vector<Picture> pictures_;
  std::vector<FieldAt> fields_;
};

/// The page of an object; of no object, an empty one. `bank` has its blueprint.
ReadingPage readingPage(const formats::Bank& bank, formats::Id object);

/// What a field of an object is called there: "选项 C", "题干"; the whole for the empty field.
std::string fieldWord(const formats::Bank& bank, formats::Id object, const std::string& field);

}  // namespace tiku::editor
