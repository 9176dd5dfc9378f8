#include "formats/exchange/docx/math_text.h"

#include <cctype>
#include <map>
#include <set>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include "formats/base/trim.h"

namespace tiku::formats {
namespace {

std::string children(XmlElement element);
std::string rows(XmlElement element, std::string_view rowName, std::string_view environment);

std::string part(XmlElement element, std::string_view name) {
  return children(element.first(name));
}

std::string braced(const std::string& text) {
  return "{" + text + "}";
}

/// The character that a property names (m:chr, m:begChr ...); `usual` when the property is absent.
std::string character(XmlElement element, std::string_view properties, std::string_view name,
                      std::string_view usual) {
  const XmlElement property = element.first(properties).first(name);
  return property ? property.attribute("val") : std::string(usual);
}

bool isOn(XmlElement element, std::string_view properties, std::string_view name) {
  const XmlElement property = element.first(properties).first(name);
  if (!property) return false;
  const std::string value = property.attribute("val");
  return value != "0" && value != "off" && value != "false";
}

/// Without the spaces at the ends, which a formula written out again would have twice.
std::string bare(const std::string& words) {
  return std::string(trimmed(words));
}

using MathSigns = std::map<std::string_view, std::string_view>;

std::string nary(XmlElement element) {
  static const MathSigns kSigns{{"∑", "\\sum"},    {"∏", "\\prod"},   {"∐", "\\coprod"},  {"∫", "\\int"},
                                {"∬", "\\iint"},   {"∭", "\\iiint"},  {"∮", "\\oint"},    {"⋃", "\\bigcup"},
                                {"⋂", "\\bigcap"}, {"⋁", "\\bigvee"}, {"⋀", "\\bigwedge"}};
  const std::string sign = character(element, "naryPr", "chr", "∫");
  const auto known = kSigns.find(sign);
  std::string text = known == kSigns.end() ? sign : std::string(known->second);
  const std::string low = isOn(element, "naryPr", "subHide") ? std::string() : part(element, "sub");
  const std::string high = isOn(element, "naryPr", "supHide") ? std::string() : part(element, "sup");
  if (!low.empty()) text += "_" + braced(low);
  if (!high.empty()) text += "^" + braced(high);
  return text + " " + part(element, "e");
}

/// The only child of the element with this name, when it has no other but properties.
XmlElement only(XmlElement element, std::string_view name) {
  XmlElement found;
  for (XmlElement child = element.first(); child; child = child.next()) {
    if (child.name() == "ctrlPr") continue;
    if (found || child.name() != name) return {};
    found = child;
  }
  return found;
}

std::string delimited(XmlElement element) {
  static const MathSigns kFences{{"{", "\\{"},       {"}", "\\}"},       {"⟨", "\\langle"}, {"⟩", "\\rangle"},
                                 {"〈", "\\langle"}, {"〉", "\\rangle"}, {"‖", "\\|"},      {"⌊", "\\lfloor"},
                                 {"⌋", "\\rfloor"},  {"⌈", "\\lceil"},   {"⌉", "\\rceil"}};
  const std::string separator = character(element, "dPr", "sepChr", "|");
  const std::string open = character(element, "dPr", "begChr", "(");
  const std::string close = character(element, "dPr", "endChr", ")");
  const XmlElement array = only(element.first("e"), "eqArr");
  if (array && open == "{" && close.empty() && !element.first("e").next("e"))
    return rows(array, "e", "cases");
  std::string inside;
  for (XmlElement e = element.first("e"); e; e = e.next("e")) {
    if (!inside.empty()) inside += separator;
    inside += bare(children(e));
  }
  const auto fence = [](const std::string& sign) {
    if (sign.empty()) return std::string(".");
    const auto known = kFences.find(sign);
    return known == kFences.end() ? sign : std::string(known->second);
  };
  return "\\left" + fence(open) + " " + inside + " \\right" + fence(close);
}

std::string rows(XmlElement element, std::string_view rowName, std::string_view environment) {
  std::string text;
  for (XmlElement row = element.first(rowName); row; row = row.next(rowName)) {
    if (!text.empty()) text += " \\\\ ";
    if (rowName == "e") {
      text += bare(children(row));
      continue;
    }
    for (XmlElement cell = row.first("e"); cell; cell = cell.next("e")) {
      if (cell != row.first("e")) text += " & ";
      text += bare(children(cell));
    }
  }
  const std::string name = braced(std::string(environment));
  return "\\begin" + name + " " + text + " \\end" + name;
}

std::string radical(XmlElement element) {
  const std::string degree = isOn(element, "radPr", "degHide") ? std::string() : part(element, "deg");
  return "\\sqrt" + (degree.empty() ? "" : "[" + degree + "]") + braced(part(element, "e"));
}

std::string fraction(XmlElement element) {
  const std::string numerator = part(element, "num");
  const std::string denominator = part(element, "den");
  const std::string type = element.first("fPr").first("type").attribute("val");
  if (type == "lin" || type == "skw") {
    const auto whole = [](const std::string& words) { return words.size() > 1 ? braced(words) : words; };
    return whole(numerator) + "/" + whole(denominator);
  }
  if (type == "noBar") return "{" + numerator + " \\atop " + denominator + "}";
  return "\\frac" + braced(numerator) + braced(denominator);
}

std::string accent(XmlElement element) {
  static const MathSigns kAccents{{"̅", "\\overline"}, {"¯", "\\overline"},     {"⃗", "\\vec"},
                                  {"→", "\\vec"},     {"⃖", "\\overleftarrow"}, {"⃡", "\\overleftrightarrow"},
                                  {"̇", "\\dot"},      {"̈", "\\ddot"},          {"⃛", "\\dddot"},
                                  {"̃", "\\tilde"},    {"~", "\\tilde"},        {"̌", "\\check"},
                                  {"́", "\\acute"},    {"̀", "\\grave"},         {"̆", "\\breve"}};
  const auto known = kAccents.find(character(element, "accPr", "chr", "̂"));
  return (known == kAccents.end() ? "\\hat" : std::string(known->second)) + braced(part(element, "e"));
}

std::string group(XmlElement element) {
  const std::string sign = character(element, "groupChrPr", "chr", "⏟");
  const bool above = character(element, "groupChrPr", "pos", "bot") == "top";
  const std::string inside = braced(part(element, "e"));
  if (sign == "⏟") return "\\underbrace" + inside;
  if (sign == "⏞") return "\\overbrace" + inside;
  if (sign == "→" || sign == "←") {
    const std::string arrow = sign == "→" ? "rightarrow" : "leftarrow";
    return (above ? "\\over" : "\\under") + arrow + inside;
  }
  return (above ? "\\overset" : "\\underset") + braced(sign) + inside;
}

/// Names of functions stand upright: sin is \sin.
std::string functionName(const std::string& words) {
  static const std::set<std::string_view> kNames{"sin",    "cos",    "tan", "cot", "sec", "csc", "ln",
                                                 "lg",     "log",    "lim", "max", "min", "exp", "arcsin",
                                                 "arccos", "arctan", "det", "sup", "inf"};
  std::string solid = words;
  std::erase(solid, ' ');
  return kNames.contains(solid) ? "\\" + solid : words;
}

/// lim with x→0 below it, or anything with something above or below.
std::string limit(XmlElement element, bool below) {
  const std::string base = functionName(part(element, "e"));
  const std::string mark = part(element, "lim");
  const bool isName = base.starts_with("\\") && base.find_first_of("{ ") == std::string::npos;
  const bool isBrace = base.starts_with("\\underbrace") || base.starts_with("\\overbrace");
  if (isName || isBrace) return base + (below ? "_" : "^") + braced(mark);
  return (below ? "\\underset" : "\\overset") + braced(mark) + braced(base);
}

std::string function(XmlElement element) {
  return functionName(part(element, "fName")) + " " + part(element, "e");
}

/// The letters of a formula that Word styled by their code (𝑥), and what LaTeX would take for its own.
std::string letters(const std::string& words) {
  constexpr UChar32 kFirstStyled = 0x1D400;
  constexpr UChar32 kLastStyled = 0x1D7FF;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(status);
  std::string text;
  const auto length = static_cast<int32_t>(words.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(words.data(), at, length, c);
    icu::UnicodeString sign(c);
    if (c >= kFirstStyled && c <= kLastStyled && U_SUCCESS(status))
      sign = compatible->normalize(sign, status);
    if (c < 0x80 && std::string_view("#$%&_{}").find(static_cast<char>(c)) != std::string_view::npos)
      text += '\\';
    std::string bytes;
    sign.toUTF8String(bytes);
    text += bytes;  // A command that an equation of ours could not say stands there as text.
  }
  return text;
}

std::string one(XmlElement element) {
  const std::string_view name = element.name();
  if (name == "t") return letters(element.text());
  if (name == "f") return fraction(element);
  if (name == "sSup") return braced(part(element, "e")) + "^" + braced(part(element, "sup"));
  if (name == "sSub") return braced(part(element, "e")) + "_" + braced(part(element, "sub"));
  if (name == "sSubSup" || name == "sPre") {
    const std::string marks = "_" + braced(part(element, "sub")) + "^" + braced(part(element, "sup"));
    return name == "sPre" ? "{}" + marks + part(element, "e") : braced(part(element, "e")) + marks;
  }
  if (name == "rad") return radical(element);
  if (name == "nary") return nary(element);
  if (name == "d") return delimited(element);
  if (name == "m") return rows(element, "mr", "matrix");
  if (name == "eqArr") return rows(element, "e", "aligned");
  if (name == "func") return function(element);
  if (name == "limLow" || name == "limUpp") return limit(element, name == "limLow");
  if (name == "acc") return accent(element);
  if (name == "bar")
    return (character(element, "barPr", "pos", "top") == "bot" ? "\\underline" : "\\overline") +
           braced(part(element, "e"));
  if (name == "groupChr") return group(element);
  if (name == "borderBox") return "\\boxed" + braced(part(element, "e"));
  if (name == "phant" && !isOn(element, "phantPr", "show") && element.first("phantPr").first("show"))
    return "\\phantom" + braced(part(element, "e"));
  if (name == "del" || name == "moveFrom" || name == "rPr" || name == "ctrlPr") return {};
  return children(element);
}

std::string children(XmlElement element) {
  std::string text;
  for (XmlElement child = element.first(); child; child = child.next()) text += one(child);
  return text;
}

/// Reads the little language of EQ fields: \f(a,b), \r(n,x), \s\up(x), \o(..) ...
class EqField {
 public:
  explicit EqField(std::string_view text) : text_(text) {}

  std::string read(bool inside, int depth) {
    std::string result;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (inside && (c == ')' || c == ',' || c == ';')) break;
      if (c != '\\') {
        result += c;
        ++at_;
        continue;
      }
      ++at_;
      result += command(depth);
    }
    return result;
  }

 private:
  static constexpr int kDeepest = 32;

  std::string word() {
    std::string word;
    while (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0)
      word += text_[at_++];
    return word;
  }

  std::vector<std::string> arguments(int depth) {
    std::vector<std::string> arguments;
    if (at_ >= text_.size() || text_[at_] != '(' || depth > kDeepest) return arguments;
    do {
      ++at_;
      arguments.push_back(read(true, depth + 1));
    } while (at_ < text_.size() && text_[at_] != ')');
    if (at_ < text_.size()) ++at_;
    return arguments;
  }

  std::string command(int depth) {
    const std::string name = word();
    if (name.empty()) return at_ < text_.size() ? std::string(1, text_[at_++]) : std::string();
    std::string options;
    while (at_ < text_.size() && text_[at_] == '\\') {
      ++at_;
      options = word();
      while (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    }
    const std::vector<std::string> parts = arguments(depth);
    std::string joined;
    for (const std::string& p : parts) joined += p;
    if (name == "f" && parts.size() == 2) return "\\frac" + braced(parts[0]) + braced(parts[1]);
    if (name == "r") {
      return parts.size() == 2 ? "\\sqrt[" + parts[0] + "]" + braced(parts[1]) : "\\sqrt" + braced(joined);
    }
    if (name == "s") return (options == "do" ? "_" : "^") + braced(joined);
    if (name == "x") return "\\overline" + braced(joined);
    if (name == "b") return "\\left( " + joined + " \\right)";
    return joined;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string mathText(XmlElement math) {
  return children(math);
}

std::string eqFieldText(std::string_view instruction) {
  const std::size_t from = instruction.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  std::string_view text = instruction.substr(from);
  if (text.size() < 3 || (text[0] != 'E' && text[0] != 'e') || (text[1] != 'Q' && text[1] != 'q') ||
      text[2] != ' ') {
    return {};
  }
  text.remove_prefix(3);
  const std::size_t end = text.find_last_not_of(' ');
  return EqField(text.substr(0, end + 1)).read(false, 0);
}

}  // namespace tiku::formats
