// Formulas in MathML, with their TeX beside them.
#include "formats/exchange/qti/math_ml.h"

#include <catch2/catch.hpp>

namespace {

using tiku::formats::qti::mathMlOf;

// What is shown, without the annotation.
std::string shownOf(const std::string& latex) {
  const std::string xml = mathMlOf(latex).xml;
  const std::size_t from = xml.find("<semantics>") + 11;
  return xml.substr(from, xml.find("<annotation") - from);
}

}  // namespace

TEST_CASE("the formulas of instructions and tables become MathML") {
  CHECK(shownOf("x_1^2") == "<mrow><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></mrow>");
  CHECK(shownOf("\\frac{U}{R}") ==
        "<mrow><mfrac><mrow><mi>U</mi></mrow><mrow><mi>R</mi></mrow></mfrac></mrow>");
  CHECK(shownOf("\\sqrt[3]{8}=2") ==
        "<mrow><mroot><mrow><mn>8</mn></mrow><mrow><mn>3</mn></mrow></mroot><mo>=</mo><mn>2</mn></mrow>");
  CHECK(shownOf("\\sum_{i=1}^n 3.5") ==
        "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
        "<mn>3.5</mn></mrow>");
  CHECK(shownOf("\\Delta t \\le 0.02\\,\\text{mm}") ==
        "<mrow><mi>Δ</mi><mi>t</mi><mo>≤</mo><mn>0.02</mn><mspace width=\"0.3em\"/><mtext>mm</mtext></mrow>");
  CHECK(shownOf("\\left( a<b \\right)") ==
        "<mrow><mrow><mo>(</mo><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow><mo>)</mo></mrow></mrow>");
}

TEST_CASE("a formula that is not understood is shown as its TeX, whatever it is") {
  for (const char* latex :
       {"\\begin{matrix}1\\end{matrix}", "{", "}", "\\frac{1}", "x^", "\\unknown", "a^1^2", "\\"}) {
    INFO(latex);
    CHECK_FALSE(mathMlOf(latex).whole);
    CHECK(shownOf(latex) == "<mtext>" + std::string(latex) + "</mtext>");
  }
  CHECK_FALSE(mathMlOf(std::string(10'000, '{')).whole);
  CHECK(mathMlOf("").whole);
}
