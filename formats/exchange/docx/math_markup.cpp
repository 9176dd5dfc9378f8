#include "formats/exchange/docx/math_markup.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <vector>

#include "formats/base/markup.h"
#include "formats/base/xml.h"
#include "formats/exchange/docx/math_text.h"

namespace tiku::formats {
namespace {

constexpr int kDeepestGroup = 12;  // Of groups in groups; what lies deeper is text.

const std::map<std::string, std::string_view, std::less<>>& mathSigns() {
  static const std::map<std::string, std::string_view, std::less<>> kSigns{
      {"alpha", "α"},      {"beta", "β"},       {"gamma", "γ"},  {"delta", "δ"},     {"epsilon", "ε"},
      {"varepsilon", "ε"}, {"zeta", "ζ"},       {"eta", "η"},    {"theta", "θ"},     {"iota", "ι"},
      {"kappa", "κ"},      {"lambda", "λ"},     {"mu", "μ"},     {"nu", "ν"},        {"xi", "ξ"},
      {"pi", "π"},         {"rho", "ρ"},        {"sigma", "σ"},  {"tau", "τ"},       {"upsilon", "υ"},
      {"phi", "φ"},        {"varphi", "φ"},     {"chi", "χ"},    {"psi", "ψ"},       {"omega", "ω"},
      {"Gamma", "Γ"},      {"Delta", "Δ"},      {"Theta", "Θ"},  {"Lambda", "Λ"},    {"Xi", "Ξ"},
      {"Pi", "Π"},         {"Sigma", "Σ"},      {"Phi", "Φ"},    {"Psi", "Ψ"},       {"Omega", "Ω"},
      {"times", "×"},      {"div", "÷"},        {"cdot", "·"},   {"pm", "±"},        {"mp", "∓"},
      {"leq", "≤"},        {"le", "≤"},         {"geq", "≥"},    {"ge", "≥"},        {"neq", "≠"},
      {"ne", "≠"},         {"approx", "≈"},     {"equiv", "≡"},  {"sim", "∼"},       {"propto", "∝"},
      {"infty", "∞"},      {"partial", "∂"},    {"nabla", "∇"},  {"angle", "∠"},     {"perp", "⊥"},
      {"parallel", "∥"},   {"in", "∈"},         {"notin", "∉"},  {"subset", "⊂"},    {"cup", "∪"},
      {"cap", "∩"},        {"rightarrow", "→"}, {"to", "→"},     {"leftarrow", "←"}, {"Rightarrow", "⇒"},
      {"cdots", "⋯"},      {"ldots", "…"},      {"circ", "°"},   {"prime", "′"},     {"because", "∵"},
      {"therefore", "∴"},  {"quad", " "},       {"qquad", "  "}, {"sin", "sin"},     {"cos", "cos"},
      {"tan", "tan"},      {"ln", "ln"},        {"lg", "lg"},    {"log", "log"},     {"lim", "lim"},
      {"max", "max"},      {"min", "min"}};
  return kSigns;
}

/// Signs that have limits.
const std::map<std::string, std::string_view, std::less<>>& mathOperators() {
  static const std::map<std::string, std::string_view, std::less<>> kOperators{
      {"sum", "∑"},  {"prod", "∏"},   {"coprod", "∐"}, {"int", "∫"},    {"iint", "∬"},    {"iiint", "∭"},
      {"oint", "∮"}, {"bigcup", "⋃"}, {"bigcap", "⋂"}, {"bigvee", "⋁"}, {"bigwedge", "⋀"}};
  return kOperators;
}

std::string mathRun(std::string_view text) {
  return text.empty() ? std::string()
                      : R"(<m:r><m:t xml:space="preserve">)" + escapedMarkup(text) + "</m:t></m:r>";
}

std::string mathPart(std::string_view name, const std::string& content) {
  const std::string tag(name);
  return "<m:" + tag + ">" + content + "</m:" + tag + ">";
}

class LatexReader {
 public:
  explicit LatexReader(std::string_view text, int depth = 0) : text_(text), depth_(depth) {}

  /// Up to the closing brace or the end; `stop` also ends it ("\right", "&", "\\", "\end").
  std::string sequence(bool inRows = false) {
    std::string done;
    ++depth_;
    while (at_ < text_.size() && !ends(inRows)) {
      std::string base = atom();
      done += scripted(std::move(base));
    }
    --depth_;
    return done;
  }
  [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }
  /// A closing brace without an opening one is text.
  std::string stray() { return mathRun(text_.substr(at_++, 1)); }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  [[nodiscard]] bool ends(bool inRows) const {
    if (rest().front() == '}' || isCommand("right")) return true;
    return inRows && (rest().front() == '&' || rest().starts_with("\\\\") || isCommand("end"));
  }
  [[nodiscard]] bool isCommand(std::string_view name) const {
    if (!rest().starts_with("\\") || !rest().substr(1).starts_with(name)) return false;
    const std::string_view after = rest().substr(1 + name.size());
    return after.empty() || std::isalpha(static_cast<unsigned char>(after.front())) == 0;
  }

  void spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool skip(std::string_view words) {
    if (!rest().starts_with(words)) return false;
    at_ += words.size();
    return true;
  }

  static std::size_t characterLength(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
  }

  // One character, command or group.
  std::string atom() {
    if (rest().front() == '{' && depth_ < kDeepestGroup) return group();
    if (rest().front() == '\\') return command();
    // Letters and digits that no script follows stand together.
    std::size_t length = characterLength(text_[at_]);
    const auto next = [&] { return at_ + length < text_.size() ? text_[at_ + length] : '\0'; };
    const auto plain = [](char c) {
      return c != '\0' && std::string_view("{}\\_^&").find(c) == std::string_view::npos;
    };
    while (plain(text_[at_]) && plain(next())) {
      const std::size_t more = characterLength(next());
      const std::size_t after = at_ + length + more;
      if (after < text_.size() && (text_[after] == '_' || text_[after] == '^')) break;
      length += more;
    }
    const std::string run = mathRun(rest().substr(0, length));
    at_ = std::min(at_ + length, text_.size());
    return run;
  }

  std::string group() {
    if (!skip("{")) return at_ < text_.size() ? atom() : std::string();
    std::string inside = sequence();
    skip("}");
    return inside;
  }

  std::string scripted(std::string base) {
    std::optional<std::string> low;
    std::optional<std::string> high;
    while (at_ < text_.size() && (text_[at_] == '_' || text_[at_] == '^')) {
      std::optional<std::string>& place = text_[at_] == '_' ? low : high;
      if (place) break;
      ++at_;
      spaces();
      place = argument();
    }
    if (low && high)
      return mathPart("sSubSup", mathPart("e", base) + mathPart("sub", *low) + mathPart("sup", *high));
    if (low) return mathPart("sSub", mathPart("e", base) + mathPart("sub", *low));
    if (high) return mathPart("sSup", mathPart("e", base) + mathPart("sup", *high));
    return base;
  }

  // A group, a command, or one character.
  std::string argument() {
    if (at_ >= text_.size()) return {};
    if (text_[at_] == '{') return group();
    if (text_[at_] == '\\') return command();
    const std::size_t length = characterLength(text_[at_]);
    const std::string run = mathRun(rest().substr(0, length));
    at_ = std::min(at_ + length, text_.size());
    return run;
  }

  std::string name() {
    std::string name;
    while (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0)
      name += text_[at_++];
    return name;
  }

  std::string command() {
    const std::size_t from = at_++;
    const std::string word = name();
    if (word.empty()) {
      if (at_ >= text_.size()) return mathRun("\\");
      const char sign = text_[at_];
      const std::size_t length = characterLength(sign);
      std::string run = std::string_view(",;:! ").find(sign) != std::string_view::npos
                            ? mathRun(" ")
                            : mathRun(text_.substr(at_, length));
      at_ = std::min(at_ + length, text_.size());
      return run;
    }
    if (depth_ < kDeepestGroup) {
      ++depth_;
      auto built = construct(word);
      --depth_;
      if (built) return *built;
    }
    if (const auto sign = mathSigns().find(word); sign != mathSigns().end()) {
      // The space that ends the name is not printed, but after sin x it is.
      const bool isName = sign->second == word;
      if (at_ < text_.size() && text_[at_] == ' ' && !isName) ++at_;
      return mathRun(sign->second);
    }
    return mathRun(text_.substr(from, at_ - from));
  }

  std::optional<std::string> construct(const std::string& word) {
    if (word == "frac" || word == "dfrac" || word == "tfrac") {
      const std::string above = argument();
      return mathPart("f", mathPart("num", above) + mathPart("den", argument()));
    }
    if (word == "sqrt") return root();
    if (mathOperators().contains(word)) return nary(word);
    if ((word == "lim" || word == "max" || word == "min") && rest().starts_with("_")) {
      ++at_;
      return mathPart("limLow", mathPart("e", mathRun(word)) + mathPart("lim", argument()));
    }
    if (word == "underset" || word == "overset") {
      const std::string mark = argument();
      return mathPart(word == "underset" ? "limLow" : "limUpp",
                      mathPart("e", argument()) + mathPart("lim", mark));
    }
    if (word == "underbrace" || word == "overbrace") return brace(word == "overbrace");
    if (word == "boxed") return mathPart("borderBox", mathPart("e", argument()));
    if (word == "underline")
      return mathPart("bar", R"(<m:barPr><m:pos m:val="bot"/></m:barPr>)" + mathPart("e", argument()));
    if (word == "left") return delimited();
    if (word == "begin") return rows();
    if (word == "text" || word == "mathrm" || word == "mathbf" || word == "rm") return argument();
    static const std::map<std::string, std::string_view, std::less<>> kAccents{
        {"vec", "⃗"},   {"hat", "̂"},   {"dot", "̇"},   {"tilde", "̃"}, {"ddot", "̈"},
        {"check", "̌"}, {"acute", "́"}, {"grave", "̀"}, {"breve", "̆"}, {"dddot", "⃛"}};
    if (word == "overline" || word == "bar") {
      return mathPart("bar", R"(<m:barPr><m:pos m:val="top"/></m:barPr>)" + mathPart("e", argument()));
    }
    if (const auto accent = kAccents.find(word); accent != kAccents.end()) {
      return mathPart("acc", R"(<m:accPr><m:chr m:val=")" + std::string(accent->second) + R"("/></m:accPr>)" +
                                 mathPart("e", argument()));
    }
    return std::nullopt;
  }

  std::string root() {
    std::string degree;
    if (rest().starts_with("[")) {
      const std::size_t end = rest().find(']');
      if (end != std::string_view::npos) {
        degree = LatexReader(rest().substr(1, end - 1), depth_).whole();
        at_ += end + 1;
      }
    }
    const std::string hidden = degree.empty() ? R"(<m:radPr><m:degHide m:val="1"/></m:radPr>)" : "";
    return mathPart("rad", hidden + mathPart("deg", degree) + mathPart("e", argument()));
  }

  std::string nary(const std::string& word) {
    const std::string_view sign = mathOperators().find(word)->second;
    std::string low;
    std::string high;
    while (at_ < text_.size() && (text_[at_] == '_' || text_[at_] == '^')) {
      std::string& place = text_[at_] == '_' ? low : high;
      ++at_;
      place = argument();
    }
    spaces();
    std::string look = R"(<m:naryPr><m:chr m:val=")" + std::string(sign) + R"("/>)";
    if (low.empty()) look += R"(<m:subHide m:val="1"/>)";
    if (high.empty()) look += R"(<m:supHide m:val="1"/>)";
    const std::string operand = sequence();
    return mathPart(
        "nary", look + "</m:naryPr>" + mathPart("sub", low) + mathPart("sup", high) + mathPart("e", operand));
  }

  // What a brace spans, with what stands at its point.
  std::string brace(bool above) {
    const std::string look =
        above ? R"(<m:groupChrPr><m:chr m:val="⏞"/><m:pos m:val="top"/></m:groupChrPr>)" : "";
    std::string spanned = mathPart("groupChr", look + mathPart("e", argument()));
    if (!rest().starts_with(above ? "^" : "_")) return spanned;
    ++at_;
    return mathPart(above ? "limUpp" : "limLow", mathPart("e", spanned) + mathPart("lim", argument()));
  }

  std::string fence() {
    spaces();
    if (at_ >= text_.size()) return {};
    if (skip(".")) return {};
    if (skip("\\")) {
      static const std::map<std::string, std::string_view, std::less<>> kFences{
          {"langle", "⟨"}, {"rangle", "⟩"}, {"lfloor", "⌊"}, {"rfloor", "⌋"},
          {"lceil", "⌈"},  {"rceil", "⌉"},  {"lbrace", "{"}, {"rbrace", "}"}};
      if (skip("|")) return "‖";
      if (at_ >= text_.size() || std::isalpha(static_cast<unsigned char>(text_[at_])) == 0)
        return at_ < text_.size() ? std::string(1, text_[at_++]) : std::string();
      const std::string word = name();
      const auto fence = kFences.find(word);
      return fence == kFences.end() ? std::string() : std::string(fence->second);
    }
    const std::size_t length = characterLength(text_[at_]);
    std::string sign(rest().substr(0, length));
    at_ = std::min(at_ + length, text_.size());
    return sign;
  }

  std::string delimited() {
    const std::string open = fence();
    skip(" ");
    std::string inside = sequence();
    std::string close;
    if (skip("\\right")) close = fence();
    return mathPart("d", R"(<m:dPr><m:begChr m:val=")" + escapedMarkup(open) + R"("/><m:endChr m:val=")" +
                             escapedMarkup(close) + R"("/></m:dPr>)" + mathPart("e", inside));
  }

  std::string rows() {
    if (!skip("{")) return mathRun("\\begin");
    const std::string environment = name();
    skip("}");
    std::vector<std::vector<std::string>> cells(1);
    for (;;) {
      spaces();
      cells.back().push_back(sequence(true));
      if (skip("&")) continue;
      if (skip("\\\\")) {
        cells.emplace_back();
        continue;
      }
      if (skip("\\end")) {
        if (skip("{")) name();
        skip("}");
        break;
      }
      if (at_ >= text_.size() || text_[at_] == '}') break;
      ++at_;  // A \right without its \left.
    }
    return environmentMarkup(environment, cells);
  }

  static std::string environmentMarkup(const std::string& environment,
                                       const std::vector<std::vector<std::string>>& cells) {
    std::string lines;
    if (environment == "aligned" || environment == "cases" || environment == "array") {
      for (const auto& row : cells) {
        std::string line;
        for (const std::string& cell : row) line += cell;
        lines += mathPart("e", line);
      }
      const std::string array = mathPart("eqArr", lines);
      if (environment != "cases") return array;
      return mathPart("d",
                      R"(<m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>)" + mathPart("e", array));
    }
    for (const auto& row : cells) {
      std::string line;
      for (const std::string& cell : row) line += mathPart("e", cell);
      lines += mathPart("mr", line);
    }
    const std::string matrix = mathPart("m", lines);
    static const std::map<std::string, std::string_view, std::less<>> kFences{
        {"pmatrix", "()"}, {"bmatrix", "[]"}, {"vmatrix", "||"}};
    const auto fences = kFences.find(environment);
    if (fences == kFences.end()) return matrix;
    return mathPart("d", R"(<m:dPr><m:begChr m:val=")" + std::string(fences->second.substr(0, 1)) +
                             R"("/><m:endChr m:val=")" + std::string(fences->second.substr(1)) +
                             R"("/></m:dPr>)" + mathPart("e", matrix));
  }

 public:
  /// Everything, also behind a brace or fence that closes nothing.
  std::string whole() {
    std::string all;
    while (!atEnd()) {
      all += sequence();
      if (!atEnd()) all += stray();
    }
    return all;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int depth_;
};

}  // namespace

std::string mathMarkup(std::string_view latex) {
  return "<m:oMath>" + LatexReader(latex).whole() + "</m:oMath>";
}

std::string mathAsRead(std::string_view latex) {
  constexpr std::string_view kName = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
  std::string markup = mathMarkup(latex);
  markup.insert(std::string_view("<m:oMath").size(), " " + std::string(kName));
  const XmlLimits limits{1U << 24U, 1000, 64};
  try {
    return mathText(XmlDocument::parse(markup, "formula", limits).root());
  } catch (const FormatError&) {
    return {};  // Beyond the limits: it would not be read.
  }
}

}  // namespace tiku::formats
