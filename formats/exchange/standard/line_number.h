#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/values.h"

/// The printed numbers of a standard, as people and Word write them.
namespace tiku::formats::standards {

/// "1.1.2" in front of some words; also with full-width digits and dots, and with blanks after the dots.
struct DottedNumber {
  std::vector<int> parts;
  bool marked = false;     ///< A dot, comma or blank stands behind it: "3." and "3 ", not "3个".
  std::size_t length = 0;  ///< Bytes up to the words, with the blanks between.
};

/// The dotted number at that place of the text; nothing when there is none. A figure with a unit behind it
/// ("0.02mm") is none.
[[nodiscard]] std::optional<DottedNumber> dottedNumberAt(std::string_view text, std::size_t at = 0);

/// "1.1.2"
[[nodiscard]] std::string printed(const std::vector<int>& parts);

/// A line without the number in front of it, whatever its kind: "1.1", "一、", "（2）", "①", "第一章".
[[nodiscard]] std::string unnumbered(std::string_view line);

/// "（3）", "(3)", "3.", "3、", "③" in front of an entry: its number, and where the words begin.
struct EntryNumber {
  int number = 0;
  bool bracketed = false;
  std::size_t length = 0;
};
[[nodiscard]] std::optional<EntryNumber> entryNumberAt(std::string_view text, std::size_t at = 0);

/// A name as a cell or heading shows it: lines joined, no number, no full stop at its end, and none of the
/// blanks that spread it over the width.
[[nodiscard]] std::string nameOf(std::string_view text);

/// The level that a heading or a column head names and nothing else: "五级/初级工", "3.1 初级工（五级）",
/// "初级（国家职业资格五级）", "三级/高级工（%）". The three levels of standards before 2018, 初级, 中级 and
/// 高级, are 五级, 四级 and 三级.
[[nodiscard]] std::optional<Level> levelOf(std::string_view heading);

}  // namespace tiku::formats::standards
