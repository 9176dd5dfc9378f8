#pragma once

#include <string>
#include <string_view>

#include <fmt/args.h>
#include <fmt/format.h>

/// Words for the user. The source language is Chinese, since the field's terms are; `locale/en/*.po` holds
/// the English, and a test keeps it complete. A message is a whole sentence with named arguments:
///
///     say("第 {line} 行：缺少“{name}”。", "line"_a = 7, "name"_a = "题干")
namespace tiku::formats {

using fmt::literals::operator""_a;

enum class Language { kChinese, kEnglish };

/// Sets the language of every later message of this process; Chinese at start.
void setLanguage(Language language);
Language language();

/// The text in the current language; the Chinese text itself when the catalogue does not have it.
std::string translate(std::string_view chinese);

/// translate() with the named arguments filled in.
template <typename... Args>
std::string say(std::string_view chinese, Args&&... args) {
  return fmt::vformat(translate(chinese), fmt::make_format_args(args...));
}

/// Marks a text for the catalogue where it is translated later, at the place of its use.
constexpr const char* markForTranslation(const char* chinese) {
  return chinese;
}

}  // namespace tiku::formats
