// What Word's equations say, as formulas.
#include <catch2/catch.hpp>

#include "formats/exchange/docx/math_markup.h"
#include "formats/exchange/importers.h"
#include "tests/support/docx_builder.h"

using namespace tiku::formats;

namespace {

std::string r(const std::string& text) {
  return "<m:r><m:t>" + text + "</m:t></m:r>";
}

std::string in(const std::string& name, const std::string& inside) {
  return "<m:" + name + ">" + inside + "</m:" + name + ">";
}

std::string with(const std::string& name, const std::string& value) {
  return "<m:" + name + " m:val=\"" + value + "\"/>";
}

/// The formula that the equation becomes.
std::string formula(const std::string& equation) {
  tiku::tests::DocxBuilder docx;
  docx.body = "<w:p>" + in("oMath", equation) + "</w:p>";
  const Document document = readDocxBytes(docx.bytes(), "x.docx");
  const auto& paragraph = std::get<DocParagraph>(document.blocks.at(0));
  const auto& pieces = std::get<Paragraph>(paragraph.text.blocks().at(0)).pieces;
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].kind == Inline::Kind::kMath);
  return pieces[0].text;
}

}  // namespace

TEST_CASE("fractions stand upright, on a line, skewed or without a bar") {
  const std::string parts = in("num", r("a+b")) + in("den", r("2"));
  CHECK(formula(in("f", parts)) == "\\frac{a+b}{2}");
  CHECK(formula(in("f", in("fPr", with("type", "lin")) + parts)) == "{a+b}/2");
  CHECK(formula(in("f", in("fPr", with("type", "skw")) + parts)) == "{a+b}/2");
  CHECK(formula(in("f", in("fPr", with("type", "noBar")) + parts)) == "{a+b \\atop 2}");
}

TEST_CASE("roots hide their degree or show it") {
  const std::string parts = in("deg", r("3")) + in("e", r("x"));
  CHECK(formula(in("rad", parts)) == "\\sqrt[3]{x}");
  CHECK(formula(in("rad", in("radPr", with("degHide", "1")) + parts)) == "\\sqrt{x}");
}

TEST_CASE("sums, products, integrals and unions have their limits") {
  const std::string limits = in("sub", r("i=1")) + in("sup", r("n")) + in("e", r("x"));
  const auto sign = [](const std::string& chr) { return in("naryPr", with("chr", chr)); };
  CHECK(formula(in("nary", limits)) == "\\int_{i=1}^{n} x");
  CHECK(formula(in("nary", sign("∑") + limits)) == "\\sum_{i=1}^{n} x");
  CHECK(formula(in("nary", sign("∮") + limits)) == "\\oint_{i=1}^{n} x");
  CHECK(formula(in("nary", sign("⋃") + limits)) == "\\bigcup_{i=1}^{n} x");
  CHECK(formula(in("nary", in("naryPr", with("chr", "∏") + with("supHide", "1")) + limits)) ==
        "\\prod_{i=1} x");
}

TEST_CASE("limits and functions are named as LaTeX names them") {
  const std::string below = in("e", r("lim")) + in("lim", r("x→0"));
  CHECK(formula(in("func", in("fName", in("limLow", below)) + in("e", r("f")))) == "\\lim_{x→0} f");
  CHECK(formula(in("func", in("fName", r("sin")) + in("e", r("α")))) == "\\sin α");
  CHECK(formula(in("limLow", in("e", r("a")) + in("lim", r("b")))) == "\\underset{b}{a}");
  CHECK(formula(in("limUpp", in("e", r("=")) + in("lim", r("Δ")))) == "\\overset{Δ}{=}");
}

TEST_CASE("delimiters of every kind, and systems of equations") {
  const auto fenced = [](const std::string& open, const std::string& close, const std::string& inside) {
    return in("d", in("dPr", with("begChr", open) + with("endChr", close)) + in("e", inside));
  };
  CHECK(formula(in("d", in("e", r("x")))) == "\\left( x \\right)");
  CHECK(formula(fenced("{", "}", r("x"))) == "\\left\\{ x \\right\\}");
  CHECK(formula(fenced("⟨", "⟩", r("x"))) == "\\left\\langle x \\right\\rangle");
  CHECK(formula(fenced("⌊", "⌉", r("x"))) == "\\left\\lfloor x \\right\\rceil");
  CHECK(formula(fenced("‖", "‖", r("x"))) == "\\left\\| x \\right\\|");
  CHECK(formula(fenced("", "|", r("x"))) == "\\left. x \\right|");
  const std::string lines = in("eqArr", in("e", r("x=1")) + in("e", r("y=2")));
  CHECK(formula(fenced("{", "", lines)) == "\\begin{cases} x=1 \\\\ y=2 \\end{cases}");
  CHECK(formula(lines) == "\\begin{aligned} x=1 \\\\ y=2 \\end{aligned}");
}

TEST_CASE("matrices keep their rows and columns") {
  const auto row = [](const std::string& a, const std::string& b) {
    return in("mr", in("e", r(a)) + in("e", r(b)));
  };
  CHECK(formula(in("m", row("a", "b") + row("c", "d"))) == "\\begin{matrix} a & b \\\\ c & d \\end{matrix}");
}

TEST_CASE("accents, bars, braces and boxes") {
  const auto accent = [](const std::string& sign) {
    return in("acc", in("accPr", with("chr", sign)) + in("e", r("v")));
  };
  CHECK(formula(in("acc", in("e", r("v")))) == "\\hat{v}");
  CHECK(formula(accent("⃗")) == "\\vec{v}");
  CHECK(formula(accent("̈")) == "\\ddot{v}");
  CHECK(formula(accent("̌")) == "\\check{v}");
  CHECK(formula(in("bar", in("barPr", with("pos", "top")) + in("e", r("v")))) == "\\overline{v}");
  CHECK(formula(in("bar", in("barPr", with("pos", "bot")) + in("e", r("v")))) == "\\underline{v}");
  CHECK(formula(in("groupChr", in("e", r("v")))) == "\\underbrace{v}");
  const std::string over = in("groupChrPr", with("chr", "⏞") + with("pos", "top"));
  CHECK(formula(in("limUpp", in("e", in("groupChr", over + in("e", r("v")))) + in("lim", r("n")))) ==
        "\\overbrace{v}^{n}");
  CHECK(formula(in("borderBox", in("e", r("v")))) == "\\boxed{v}");
}

TEST_CASE("scripts stand before and behind, and signs that LaTeX would take for its own stay signs") {
  CHECK(formula(in("sPre", in("sub", r("1")) + in("sup", r("2")) + in("e", r("H")))) == "{}_{1}^{2}H");
  CHECK(formula(in("sSubSup", in("e", r("x")) + in("sub", r("1")) + in("sup", r("2")))) == "{x}_{1}^{2}");
  CHECK(formula(r("50% {a_b} #1")) == "50\\% \\{a\\_b\\} \\#1");
  CHECK(formula(r("𝑥+𝛼")) == "x+α");
}

TEST_CASE("what an equation of Word says is written as the same equation again") {
  for (const char* latex : {"\\frac{a+b}{2}",
                            "\\sqrt[3]{x}",
                            "\\sum_{i=1}^{n} x",
                            "\\oint_{a}^{b} x",
                            "\\bigcup_{i=1} A",
                            "\\lim_{x→0} f",
                            "\\underset{b}{a}",
                            "\\overset{Δ}{=}",
                            "\\left\\langle x \\right\\rangle",
                            "\\left\\{ x \\right\\}",
                            "\\left\\lfloor x \\right\\rceil",
                            "\\left\\| x \\right\\|",
                            "\\begin{cases} x=1 \\\\ y=2 \\end{cases}",
                            "\\begin{matrix} a & b \\\\ c & d \\end{matrix}",
                            "\\ddot{v}",
                            "\\check{v}",
                            "\\underline{v}",
                            "\\underbrace{v}_{n}",
                            "\\overbrace{v}^{n}",
                            "\\boxed{v}",
                            "{x}_{1}^{2}",
                            "50\\%"}) {
    INFO(latex);
    CHECK(mathAsRead(latex) == latex);
  }
}
