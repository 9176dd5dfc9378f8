#include "formats/exchange/xlsx/number_format.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

namespace tiku::formats {
namespace {

// The sections of a format, for positive numbers, negative ones, zero and words.
std::vector<std::string_view> sectionsOf(std::string_view code) {
  std::vector<std::string_view> sections;
  std::size_t begin = 0;
  bool literal = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '\\' && !literal) {
      ++i;
    } else if (code[i] == '"') {
      literal = !literal;
    } else if (code[i] == ';' && !literal) {
      sections.push_back(code.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  sections.push_back(code.substr(begin));
  return sections;
}

// A section of a format, without what is not shown: colours and locales in brackets (but [h] is an
// hour), the blank of `_x` and the filling of `*x`. Literals come out between '"'.
std::string shownSection(std::string_view code) {
  std::string section;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') {
      const std::size_t end = std::min(code.find('"', i + 1), code.size());
      section += '"' + std::string(code.substr(i + 1, end - i - 1)) + '"';
      i = end;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) section += inside;
      if (inside.starts_with('$')) {
        const std::string_view symbol = inside.substr(
            1, inside.find('-') == std::string_view::npos ? std::string_view::npos : inside.find('-') - 1);
        if (!symbol.empty()) section += '"' + std::string(symbol) + '"';
      }
      i = end;
    } else if (c == '\\' && i + 1 < code.size()) {
      section += std::string{'"', code[++i], '"'};
    } else if (c == '_' || c == '*') {
      ++i;
    } else {
      section += c;
    }
  }
  return section;
}

std::string withoutLiterals(std::string_view section) {
  std::string rest;
  bool literal = false;
  for (const char c : section) {
    if (c == '"') {
      literal = !literal;
    } else if (!literal) {
      rest += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  }
  return rest;
}

const char* builtInCode(int id) {
  // Ids 27 to 36 and 50 to 58 are those of a Chinese Excel (18.8.30).
  static const std::unordered_map<int, const char*> kCodes{{1, "0"},
                                                           {2, "0.00"},
                                                           {3, "#,##0"},
                                                           {4, "#,##0.00"},
                                                           {5, "#,##0"},
                                                           {6, "#,##0"},
                                                           {7, "#,##0.00"},
                                                           {8, "#,##0.00"},
                                                           {9, "0%"},
                                                           {10, "0.00%"},
                                                           {11, "0.00E+00"},
                                                           {12, "# ?/?"},
                                                           {13,
                                                            "# ?"
                                                            "?/?"
                                                            "?"},
                                                           {14, "yyyy-mm-dd"},
                                                           {15, "yyyy-mm-dd"},
                                                           {16, "m-d"},
                                                           {17, "yyyy-mm"},
                                                           {18, "h:mm AM/PM"},
                                                           {19, "h:mm:ss AM/PM"},
                                                           {20, "h:mm"},
                                                           {21, "h:mm:ss"},
                                                           {22, "yyyy-mm-dd h:mm"},
                                                           {27, "yyyy年m月"},
                                                           {28, "m月d日"},
                                                           {29, "m月d日"},
                                                           {30, "m-d-yy"},
                                                           {31, "yyyy年m月d日"},
                                                           {32, "h时mm分"},
                                                           {33, "h时mm分ss秒"},
                                                           {34, "h:mm AM/PM"},
                                                           {35, "h:mm:ss AM/PM"},
                                                           {36, "yyyy年m月"},
                                                           {37, "#,##0"},
                                                           {38, "#,##0"},
                                                           {39, "#,##0.00"},
                                                           {40, "#,##0.00"},
                                                           {45, "mm:ss"},
                                                           {46, "h:mm:ss"},
                                                           {47, "mm:ss"},
                                                           {48, "0.0E+0"},
                                                           {50, "yyyy年m月"},
                                                           {51, "m月d日"},
                                                           {52, "yyyy年m月"},
                                                           {53, "m月d日"},
                                                           {54, "m月d日"},
                                                           {55, "h:mm AM/PM"},
                                                           {56, "h:mm:ss AM/PM"},
                                                           {57, "yyyy年m月"},
                                                           {58, "m月d日"}};
  const auto found = kCodes.find(id);
  return found == kCodes.end() ? "General" : found->second;
}

}  // namespace

NumberFormat NumberFormat::builtIn(int id) {
  return NumberFormat(builtInCode(id));
}

NumberFormat::NumberFormat(std::string_view code) {
  const std::vector<std::string_view> sections = sectionsOf(code);
  readCondition(sections.front());
  readSection(shownSection(sections.front()));
  constexpr std::size_t kWithZero = 3;  // A fourth one is for words.
  for (std::size_t i = 1; i < std::min(sections.size(), kWithZero); ++i)
    others_.emplace_back(NumberFormat(sections[i]));
  // "0;" shows nothing of a negative number; a format of nothing at all is General.
  if (sections.size() > 1 && sections.front().empty()) style_ = Style::kLiteral;
  for (std::size_t i = 0; i < others_.size(); ++i) {
    if (sections[i + 1].empty()) others_[i].style_ = Style::kLiteral;
  }
}

// "[>=60]": which section counts does not follow from the sign then.
void NumberFormat::readCondition(std::string_view section) {
  for (std::size_t at = section.find('['); at != std::string_view::npos; at = section.find('[', at + 1)) {
    const std::size_t begin = at + 1;
    const std::size_t number = section.find_first_not_of("<>=", begin);
    if (number == begin || number == std::string_view::npos) continue;
    condition_ = section.substr(begin, number - begin);
    limit_ = std::strtod(std::string(section.substr(number)).c_str(), nullptr);
    return;
  }
}

void NumberFormat::readSection(const std::string& section) {
  const std::string bare = withoutLiterals(section);
  for (const std::string_view general : {"general", "g/通用格式"}) {
    const std::size_t at = bare.find(general);
    if (at == std::string::npos) continue;
    // What stands around it: General"元".
    bool before = true;
    for (std::size_t i = 0; i < section.size(); ++i) {
      if (section[i] == '"') {
        const std::size_t end = std::min(section.find('"', i + 1), section.size());
        (before ? prefix_ : suffix_) += section.substr(i + 1, end - i - 1);
        i = end;
      } else {
        before = false;
      }
    }
    return;
  }
  if (bare.empty() && !section.empty()) {
    style_ = Style::kLiteral;
    for (const char c : section) {
      if (c != '"') prefix_ += c;
    }
    return;
  }
  if (bare.empty() || bare.find('@') != std::string::npos) return;
  if (const auto form = fractionForm(bare)) {
    style_ = Style::kFraction;
    fraction_ = *form;
    return;
  }
  const bool digits = bare.find_first_of("0#?") != std::string::npos;
  const bool seconds = bare.find("ss.0") != std::string::npos || bare.find("s.0") != std::string::npos;
  if (bare.find_first_of("ymdhs") != std::string::npos && (!digits || seconds)) {
    readDate(section);
  } else if (digits) {
    readNumber(section);
  }
}

void NumberFormat::readDate(std::string_view section) {
  style_ = Style::kDate;
  const auto add = [this](Token::Kind kind, std::size_t width) {
    tokens_.push_back({kind, static_cast<int>(width), {}});
  };
  for (std::size_t i = 0; i < section.size();) {
    const char c = static_cast<char>(section[i] | 0x20);
    const std::size_t run =
        std::min(section.find_first_not_of(std::string{section[i], c}, i), section.size()) - i;
    std::size_t used = run;
    if (section[i] == '"') {
      const std::size_t end = std::min(section.find('"', i + 1), section.size() - 1);
      tokens_.push_back({Token::Kind::kLiteral, 0, std::string(section.substr(i + 1, end - i - 1))});
      used = end + 1 - i;
    } else if (c == 'y') {
      add(Token::Kind::kYear, run);
    } else if (c == 'd' && run < 3) {
      add(Token::Kind::kDay, run);
    } else if (c == 'h') {
      add(Token::Kind::kHour, run);
    } else if (c == 's') {
      add(Token::Kind::kSecond, run);
      // Fractions of a second are not shown.
      if (section.substr(i + run).starts_with(".0"))
        used += section.find_first_not_of(".0", i + run) - i - run;
      used = std::min(used, section.size() - i);
    } else if (c == 'm') {
      add(Token::Kind::kMonth, run);
    } else if (section.substr(i, 5) == "AM/PM" || section.substr(i, 5) == "am/pm") {
      add(Token::Kind::kHalf, 0);
      used = 5;
    } else if (section.substr(i).starts_with("上午/下午")) {
      add(Token::Kind::kHalf, 0);
      used = std::string_view("上午/下午").size();
    } else if (c != 'd') {
      tokens_.push_back({Token::Kind::kLiteral, 0, std::string(section.substr(i, run))});
    }
    i += used;
  }
  // An m is minutes right after an hour or right before a second.
  Token* last = nullptr;
  for (Token& token : tokens_) {
    if (token.kind == Token::Kind::kLiteral) continue;
    if (token.kind == Token::Kind::kSecond && last != nullptr && last->kind == Token::Kind::kMonth) {
      last->kind = Token::Kind::kMinute;
    }
    if (token.kind == Token::Kind::kMonth && last != nullptr && last->kind == Token::Kind::kHour) {
      token.kind = Token::Kind::kMinute;
    }
    last = &token;
  }
  useIsoForShortDates();
  hasDay_ = std::ranges::any_of(tokens_, [](const Token& token) {
    return token.kind == Token::Kind::kYear || token.kind == Token::Kind::kMonth ||
           token.kind == Token::Kind::kDay;
  });
}

// "m/d/yyyy" and "yyyy/m/d" are the short date of somebody's settings; a reader elsewhere would take the
// month for the day.
void NumberFormat::useIsoForShortDates() {
  int parts = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const bool ofDay = token.kind == Token::Kind::kYear || token.kind == Token::Kind::kMonth ||
                       token.kind == Token::Kind::kDay;
    const bool between = token.text == "/" || token.text == "-" || token.text == ".";
    if (!ofDay && !between) break;
    parts += ofDay ? 1 : 0;
    last = i;
  }
  if (parts != 3) return;
  const std::vector<Token> iso{{Token::Kind::kYear, 4, {}},
                               {Token::Kind::kLiteral, 0, "-"},
                               {Token::Kind::kMonth, 2, {}},
                               {Token::Kind::kLiteral, 0, "-"},
                               {Token::Kind::kDay, 2, {}}};
  tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  tokens_.insert(tokens_.begin(), iso.begin(), iso.end());
}

void NumberFormat::readNumber(std::string_view section) {
  style_ = Style::kNumber;
  bool literal = false;
  bool afterPoint = false;
  bool begun = false;
  for (std::size_t i = 0; i < section.size(); ++i) {
    const char c = section[i];
    if (c == '"') {
      literal = !literal;
    } else if (literal) {
      (begun ? suffix_ : prefix_) += c;
    } else if (c == '0' || c == '#' || c == '?') {
      begun = true;
      if (afterPoint) ++decimals_;
      if (afterPoint && c == '0') leastDecimals_ = decimals_;
    } else if (c == '.') {
      afterPoint = true;
    } else if (c == ',') {
      thousands_ = true;
    } else if (c == '%') {
      percent_ = true;
    } else if ((c == 'E' || c == 'e') && begun) {
      style_ = Style::kScientific;
      exponentDigits_ = static_cast<int>(std::ranges::count(section.substr(i), '0'));
      return;
    } else {
      (begun ? suffix_ : prefix_) += c;
    }
  }
}

}  // namespace tiku::formats
