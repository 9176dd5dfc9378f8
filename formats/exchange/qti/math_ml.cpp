#include "formats/exchange/qti/math_ml.h"

#include <algorithm>
#include <array>

#include "formats/exchange/qti/dialect.h"

namespace tiku::formats::qti {
namespace {

constexpr int kDeepestGroup = 32;

struct Sign {
  std::string_view name;
  std::string_view tag;  ///< "mo" or "mi".
  std::string_view text;
};

constexpr auto kSigns = std::to_array<Sign>({
    {"alpha", "mi", "α"},      {"beta", "mi", "β"},       {"gamma", "mi", "γ"},      {"delta", "mi", "δ"},
    {"epsilon", "mi", "ϵ"},    {"varepsilon", "mi", "ε"}, {"zeta", "mi", "ζ"},       {"eta", "mi", "η"},
    {"theta", "mi", "θ"},      {"kappa", "mi", "κ"},      {"lambda", "mi", "λ"},     {"mu", "mi", "μ"},
    {"nu", "mi", "ν"},         {"xi", "mi", "ξ"},         {"pi", "mi", "π"},         {"rho", "mi", "ρ"},
    {"sigma", "mi", "σ"},      {"tau", "mi", "τ"},        {"phi", "mi", "ϕ"},        {"varphi", "mi", "φ"},
    {"chi", "mi", "χ"},        {"psi", "mi", "ψ"},        {"omega", "mi", "ω"},      {"Gamma", "mi", "Γ"},
    {"Delta", "mi", "Δ"},      {"Theta", "mi", "Θ"},      {"Lambda", "mi", "Λ"},     {"Pi", "mi", "Π"},
    {"Sigma", "mi", "Σ"},      {"Phi", "mi", "Φ"},        {"Psi", "mi", "Ψ"},        {"Omega", "mi", "Ω"},
    {"infty", "mi", "∞"},      {"partial", "mi", "∂"},    {"nabla", "mi", "∇"},      {"ell", "mi", "ℓ"},
    {"times", "mo", "×"},      {"cdot", "mo", "⋅"},       {"div", "mo", "÷"},        {"pm", "mo", "±"},
    {"mp", "mo", "∓"},         {"le", "mo", "≤"},         {"leq", "mo", "≤"},        {"ge", "mo", "≥"},
    {"geq", "mo", "≥"},        {"ne", "mo", "≠"},         {"neq", "mo", "≠"},        {"approx", "mo", "≈"},
    {"equiv", "mo", "≡"},      {"sim", "mo", "∼"},        {"propto", "mo", "∝"},     {"to", "mo", "→"},
    {"rightarrow", "mo", "→"}, {"leftarrow", "mo", "←"},  {"Rightarrow", "mo", "⇒"}, {"in", "mo", "∈"},
    {"cup", "mo", "∪"},        {"cap", "mo", "∩"},        {"subset", "mo", "⊂"},     {"angle", "mo", "∠"},
    {"perp", "mo", "⊥"},       {"parallel", "mo", "∥"},   {"triangle", "mo", "△"},   {"circ", "mo", "∘"},
    {"degree", "mo", "°"},     {"cdots", "mo", "⋯"},      {"ldots", "mo", "…"},      {"dots", "mo", "…"},
    {"int", "mo", "∫"},        {"sum", "mo", "∑"},        {"prod", "mo", "∏"},       {"because", "mo", "∵"},
    {"therefore", "mo", "∴"},  {"%", "mo", "%"},          {"{", "mo", "{"},          {"}", "mo", "}"},
    {"#", "mo", "#"},          {"&", "mo", "&amp;"},
});

constexpr std::array<std::string_view, 14> kFunctions{"sin", "cos", "tan", "cot", "sec", "csc", "log",
                                                      "ln",  "lg",  "exp", "lim", "max", "min", "arctan"};

struct Accent {
  std::string_view name;
  std::string_view sign;
};
constexpr std::array<Accent, 6> kAccents{
    {{"overline", "¯"}, {"bar", "¯"}, {"vec", "→"}, {"hat", "^"}, {"dot", "˙"}, {"tilde", "~"}}};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string element(std::string_view tag, const std::string& inside) {
  return "<" + std::string(tag) + ">" + inside + "</" + std::string(tag) + ">";
}

/// Reads TeX from left to right; `understood` falls at what it does not know.
class TexReader {
 public:
  explicit TexReader(std::string_view tex) : tex_(tex) {}

  std::string all() {
    std::string out = row();
    if (at_ < tex_.size()) understood_ = false;  // A brace that closes nothing.
    return out;
  }
  [[nodiscard]] bool understood() const { return understood_; }

 private:
  [[nodiscard]] char here() const { return at_ < tex_.size() ? tex_[at_] : '\0'; }

  void skipSpaces() {
    while (here() == ' ' || here() == '\n' || here() == '\t') ++at_;
  }

  // Up to the end, a closing brace, a closing bracket where one is awaited, or \right.
  std::string row(char end = '\0') {
    std::string out;
    for (skipSpaces(); understood_ && at_ < tex_.size(); skipSpaces()) {
      if (here() == '}' || (end != '\0' && here() == end) || tex_.substr(at_).starts_with("\\right")) break;
      out += scripted();
    }
    return element("mrow", out);
  }

  // One thing with what stands below and above it.
  std::string scripted() {
    const bool wide = tex_.substr(at_).starts_with("\\sum") || tex_.substr(at_).starts_with("\\prod") ||
                      tex_.substr(at_).starts_with("\\lim");
    const std::string base = here() == '_' || here() == '^' ? "<mrow/>" : one();
    std::string low;
    std::string high;
    for (skipSpaces(); understood_ && (here() == '_' || here() == '^'); skipSpaces()) {
      std::string& place = here() == '_' ? low : high;
      if (!place.empty()) understood_ = false;
      ++at_;
      place = group();
    }
    if (low.empty() && high.empty()) return base;
    if (high.empty()) return element(wide ? "munder" : "msub", base + low);
    if (low.empty()) return element(wide ? "mover" : "msup", base + high);
    return element(wide ? "munderover" : "msubsup", base + low + high);
  }

  // What stands in braces, or one thing.
  std::string group() {
    skipSpaces();
    return one();
  }

  std::string one() {
    if (at_ >= tex_.size()) return fail();
    const char c = here();
    if (c == '{') return braced();
    if (c == '\\') return command();
    if (isDigit(c)) return number();
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) return foreign();
    ++at_;
    if (isLetter(c)) return element("mi", std::string(1, c));
    if (std::string_view("+-=<>()[]|,;:!/*'.\"?").find(c) != std::string_view::npos)
      return element("mo", escapedText(std::string(1, c)));
    return fail();
  }

  std::string braced() {
    if (++depth_ > kDeepestGroup) return fail();
    ++at_;
    std::string out = row();
    if (here() != '}') return fail();
    ++at_;
    --depth_;
    return out;
  }

  std::string number() {
    const std::size_t from = at_;
    while (isDigit(here()) || (here() == '.' && at_ + 1 < tex_.size() && isDigit(tex_[at_ + 1]))) ++at_;
    return element("mn", std::string(tex_.substr(from, at_ - from)));
  }

  // Chinese words and signs that are not ASCII, as they stand.
  std::string foreign() {
    const std::size_t from = at_;
    while (static_cast<unsigned char>(here()) >= 0x80) ++at_;
    return element("mtext", escapedText(tex_.substr(from, at_ - from)));
  }

  std::string command() {
    ++at_;
    const std::size_t from = at_;
    while (isLetter(here())) ++at_;
    if (at_ == from && at_ < tex_.size()) ++at_;
    const std::string_view name = tex_.substr(from, at_ - from);
    if (name == "frac" || name == "dfrac" || name == "tfrac") {
      const std::string above = group();
      return element("mfrac", above + group());
    }
    if (name == "sqrt") return root();
    if (name == "text" || name == "mathrm" || name == "mathbf" || name == "textrm") return plain();
    if (name == "left") return fenced();
    if (name == "," || name == ";" || name == ":" || name == " " || name == "quad" || name == "qquad")
      return "<mspace width=\"0.3em\"/>";
    if (name == "!") return "<mrow/>";
    return named(name);
  }

  std::string named(std::string_view name) {
    if (const auto* sign = std::ranges::find(kSigns, name, &Sign::name); sign != kSigns.end())
      return element(sign->tag, std::string(sign->text));
    if (std::ranges::find(kFunctions, name) != kFunctions.end()) return element("mi", std::string(name));
    if (const auto* accent = std::ranges::find(kAccents, name, &Accent::name); accent != kAccents.end()) {
      const std::string base = group();
      return element("mover", base + element("mo", std::string(accent->sign)));
    }
    return fail();
  }

  std::string root() {
    skipSpaces();
    if (here() != '[') return element("msqrt", group());
    ++at_;
    const std::string degree = row(']');
    if (here() != ']') return fail();
    ++at_;
    return element("mroot", group() + degree);
  }

  std::string plain() {
    skipSpaces();
    const std::size_t end = tex_.find('}', at_);
    if (here() != '{' || end == std::string_view::npos) return fail();
    const std::string_view words = tex_.substr(at_ + 1, end - at_ - 1);
    if (words.find_first_of("{\\$") != std::string_view::npos) return fail();
    at_ = end + 1;
    return element("mtext", escapedText(words));
  }

  std::string fenced() {
    if (++depth_ > kDeepestGroup) return fail();
    const std::string open = fence();
    const std::string inside = row();
    if (!tex_.substr(at_).starts_with("\\right")) return fail();
    at_ += std::string_view("\\right").size();
    --depth_;
    return element("mrow", open + inside + fence());
  }

  std::string fence() {
    skipSpaces();
    if (here() == '\\' && at_ + 1 < tex_.size() && (tex_[at_ + 1] == '{' || tex_[at_ + 1] == '}')) ++at_;
    const char c = here();
    if (c == '\0' || std::string_view("()[]{}|./").find(c) == std::string_view::npos) return fail();
    ++at_;
    return c == '.' ? "" : element("mo", std::string(1, c));
  }

  std::string fail() {
    understood_ = false;
    return {};
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool understood_ = true;
};

}  // namespace

MathMl mathMlOf(std::string_view latex) {
  TexReader reader(latex);
  const std::string shown = reader.all();
  const bool whole = reader.understood();
  return {R"(<math xmlns="http://www.w3.org/1998/Math/MathML" class="tiku-math"><semantics>)" +
              (whole ? shown : element("mtext", escapedText(latex))) +
              R"(<annotation encoding="application/x-tex">)" + escapedText(latex) +
              "</annotation></semantics></math>",
          whole};
}

}  // namespace tiku::formats::qti
