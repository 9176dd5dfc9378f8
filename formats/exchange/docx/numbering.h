#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "formats/base/xml.h"
#include "formats/exchange/docx/styles.h"

namespace tiku::formats {

/// Word's automatic numbers, which are nowhere in the text: numbering.xml (ECMA-376 17.9) worked out
/// paragraph by paragraph. Call label() for each paragraph once, in document order.
class Numbering {
 public:
  Numbering() = default;
  Numbering(XmlElement root, const Styles& styles);

  /// The number that Word prints before the paragraph, and empty for a paragraph that is in no list.
  /// `direct` is the paragraph's own numPr, `style` the id of its style.
  std::string label(const NumberingRef& direct, const std::string& style);

 private:
  static constexpr int kLevels = 9;

  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;  ///< "%1." with %n for the number of level n.
    std::string font;  ///< Of the text, for the bullets of symbol fonts.
    std::string style;
    std::optional<int> restartAfter;  ///< 1-based level after which it restarts; 0 is never.
    bool legal = false;               ///< All numbers in decimal digits.
  };
  struct Abstract {
    std::array<Level, kLevels> levels;
    std::string styleLink;  ///< A numbering style that holds the levels instead.
    std::array<std::optional<int>, kLevels> counters;
  };
  struct Num {
    int abstract = 0;
    std::array<std::optional<int>, kLevels> startOverride;
    std::array<std::optional<Level>, kLevels> levelOverride;
  };

  static Level readLevel(XmlElement element);
  void readAbstract(XmlElement element);
  void readNum(XmlElement element);
  void followStyleLinks(const Styles& styles);
  [[nodiscard]] int levelOf(const Abstract& abstract, const NumberingRef& direct,
                            const NumberingRef& inherited, const std::string& style) const;
  [[nodiscard]] const Level& levelAt(const Num& num, const Abstract& abstract, int level) const;
  void count(int numId, const Num& num, Abstract& abstract, int level);
  [[nodiscard]] std::string print(const Num& num, const Abstract& abstract, int level) const;

  const Styles* styles_ = nullptr;
  std::map<int, Abstract> abstracts_;
  std::map<int, Num> nums_;
  std::set<std::pair<int, int>> started_;  ///< (num, level) whose start override was used up.
};

}  // namespace tiku::formats
