#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The small grey line below each item of a Word document, with what has no place in its text:
///
///     〔题号 B-A-B-C-001-002 ｜ 考评点 A-B-C-001 职业道德 ｜ 难度 3 ｜ 标识 0b4c...〕
///
/// It is text, since text survives every editor. Within a value a backslash stands before ｜ and itself; \n,
/// \r and \t are line ends and tabs, \s a space at either end.
namespace tiku::formats::itemdoc {

namespace tags {
inline constexpr std::string_view kExample = "示例";  ///< Has no value: the item is not imported.
inline constexpr std::string_view kPaper = "试卷";    ///< A paper of the bank, printed: no items to be read.
inline constexpr std::string_view kCode = "题号";
inline constexpr std::string_view kPoint = "考评点";
inline constexpr std::string_view kDifficulty = "难度";
inline constexpr std::string_view kConsistency = "一致性";
inline constexpr std::string_view kMarks = "题分";
inline constexpr std::string_view kStatus = "状态";
inline constexpr std::string_view kAuthor = "命题人";
inline constexpr std::string_view kFile = "来源";
inline constexpr std::string_view kPlace = "位置";
inline constexpr std::string_view kSet = "题组";  ///< Of an item the id of its set, of a set its kind.
inline constexpr std::string_view kId = "标识";   ///< The id and, behind a slash, the print.
}  // namespace tags

/// Behind the id of an item's set: the item is printed without its options, which are the set's.
inline constexpr std::string_view kSharesOptions = " 选项同上";

using TagFields = std::map<std::string, std::string, std::less<>>;

/// The line; fields without a value are left out.
std::string tagLine(const std::vector<std::pair<std::string_view, std::string>>& fields);
/// The fields of such a line, whatever spaces a person put around its marks; nothing for any other line.
std::optional<TagFields> tagFields(std::string_view line);

}  // namespace tiku::formats::itemdoc
