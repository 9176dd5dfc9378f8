#include "formats/exchange/docx/math_text.h"

#include <cctype>
#include <vector>

namespace tiku::formats {
namespace {

std::string children(XmlElement element);

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

std::string nary(XmlElement element) {
  const std::string sign = character(element, "naryPr", "chr", "∫");
  std::string text = sign == "∑" ? "\\sum" : sign == "∏" ? "\\prod" : sign == "∫" ? "\\int" : sign;
  const std::string low = part(element, "sub");
  const std::string high = part(element, "sup");
  if (!low.empty()) text += "_" + braced(low);
  if (!high.empty()) text += "^" + braced(high);
  return text + " " + part(element, "e");
}

std::string delimited(XmlElement element) {
  const std::string separator = character(element, "dPr", "sepChr", "|");
  std::string inside;
  for (XmlElement e = element.first("e"); e; e = e.next("e")) {
    if (!inside.empty()) inside += separator;
    inside += children(e);
  }
  const auto fence = [](std::string sign) {
    if (sign.empty()) return std::string(".");
    if (sign == "{" || sign == "}") return "\\" + sign;
    return sign;
  };
  return "\\left" + fence(character(element, "dPr", "begChr", "(")) + " " + inside + " \\right" +
         fence(character(element, "dPr", "endChr", ")"));
}

std::string rows(XmlElement element, std::string_view rowName, std::string_view environment) {
  std::string text;
  for (XmlElement row = element.first(rowName); row; row = row.next(rowName)) {
    if (!text.empty()) text += " \\\\ ";
    if (rowName == "e") {
      text += children(row);
      continue;
    }
    for (XmlElement cell = row.first("e"); cell; cell = cell.next("e")) {
      if (cell != row.first("e")) text += " & ";
      text += children(cell);
    }
  }
  const std::string name = braced(std::string(environment));
  return "\\begin" + name + " " + text + " \\end" + name;
}

std::string radical(XmlElement element) {
  const std::string degree = part(element, "deg");
  return "\\sqrt" + (degree.empty() ? "" : "[" + degree + "]") + braced(part(element, "e"));
}

std::string fraction(XmlElement element) {
  const std::string numerator = part(element, "num");
  const std::string denominator = part(element, "den");
  if (element.first("fPr").first("type").attribute("val") == "lin") return numerator + "/" + denominator;
  return "\\frac" + braced(numerator) + braced(denominator);
}

std::string accent(XmlElement element) {
  const std::string sign = character(element, "accPr", "chr", "̂");
  const std::string inside = braced(part(element, "e"));
  if (sign == "̅" || sign == "¯") return "\\overline" + inside;
  if (sign == "⃗" || sign == "→") return "\\vec" + inside;
  if (sign == "̇") return "\\dot" + inside;
  if (sign == "̃") return "\\tilde" + inside;
  return "\\hat" + inside;
}

std::string one(XmlElement element) {
  const std::string_view name = element.name();
  if (name == "t") return element.text();
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
  if (name == "func") return part(element, "fName") + " " + part(element, "e");
  if (name == "limLow") return braced(part(element, "e")) + "_" + braced(part(element, "lim"));
  if (name == "limUpp") return braced(part(element, "e")) + "^" + braced(part(element, "lim"));
  if (name == "acc") return accent(element);
  if (name == "bar") return "\\overline" + braced(part(element, "e"));
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
