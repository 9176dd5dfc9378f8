#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tiku::validators {

/// Marks the units of folded words that carry content: 1 for these, 0 for the words in which any question is
/// put (下列 说法 正确的是 哪一种) and those that only bind (的 应 一般). Two statements are not alike for
/// sharing the latter, nor do they differ by them. Where nothing else is there, all is content.
void markContent(std::u16string_view words, std::vector<std::uint8_t>& content);

/// How many words of the stretch turn what is said into its contrary: 不 非 禁止 错误 ..., without 不锈钢,
/// 无论 and the like, which only look so.
[[nodiscard]] int negations(std::u16string_view words);

/// Whether one term stands against the other: 串 / 并, 增大 / 减小, 允许 / 禁止.
[[nodiscard]] bool opposed(std::u16string_view a, std::u16string_view b);

/// Whether a word of the one text that covers [aFrom, aTo) means the same as a word of the other that covers
/// [bFrom, bTo): 施行 / 实行, though only 施 / 实 differ. False for an empty stretch.
[[nodiscard]] bool sameMeaning(std::u16string_view a, std::size_t aFrom, std::size_t aTo,
                               std::u16string_view b, std::size_t bFrom, std::size_t bTo);

/// Digits, and Han numerals: 一 二 两 半 百.
[[nodiscard]] bool isNumeral(char16_t unit);
[[nodiscard]] bool isLatin(char16_t unit);

}  // namespace tiku::validators
