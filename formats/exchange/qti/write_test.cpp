#include "formats/exchange/qti/write_test.h"

#include <array>
#include <cstdio>

#include "formats/exchange/qti/package_files.h"
#include "formats/exchange/qti/write_item.h"

namespace tiku::formats::qti {
namespace {

constexpr const char* kMarks = "MARKS";

// Where the item's own SCORE goes up to its marks, the share of them that the paper gives; else SCORE goes up
// to 1 and the paper's marks are the weight.
std::string weightOf(const TheoryItem& item, Marks marks) {
  const bool human = !isObjective(item.type) && item.type != ItemType::kFillIn;
  if (!human || !item.marks || item.marks->isZero()) return marks.str();
  if (*item.marks == marks) return "1";
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.6g",
                static_cast<double>(marks.hundredths()) / static_cast<double>(item.marks->hundredths()));
  return digits.data();
}

class PaperTest {
 public:
  PaperTest(const Bank& bank, const std::map<Id, std::string>& hrefs, Version version)
      : bank_(bank), hrefs_(hrefs), version_(version) {}

  std::string write(const Paper& paper) {
    const Dialect& dialect = dialectOf(version_);
    const std::string space(dialect.itemSpace);
    const std::string title = paper.title.empty() ? paper.id.str() : paper.title;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" +
                      elementName(version_, "assessmentTest") + " xmlns=\"" + space +
                      "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" +
                      space + " " + std::string(dialect.itemSchema) + "\" identifier=\"" +
                      identifierOf(paper.id) + "\" title=\"" + escapedText(title) + "\">\n";
    out += start("outcomeDeclaration",
                 {{"identifier", "SCORE"}, {"cardinality", "single"}, {"baseType", "float"}}) +
           end("outcomeDeclaration") + "\n";
    if (paper.minutes > 0)
      out += emptyTag(version_, "timeLimits", {{"maxTime", std::to_string(paper.minutes * 60)}}) + "\n";
    out += start("testPart", {{"identifier", "part-1"},
                              {"navigationMode", "nonlinear"},
                              {"submissionMode", "simultaneous"}}) +
           "\n";
    int number = 0;
    for (const PaperSection& one : paper.sections) out += section(one, ++number);
    if (number == 0) out += section({}, 1);
    return out + end("testPart") + "\n" + total() + end("assessmentTest") + "\n";
  }

 private:
  [[nodiscard]] std::string start(std::string_view name, Attributes attributes = {}) const {
    return startTag(version_, name, attributes);
  }
  [[nodiscard]] std::string end(std::string_view name) const { return endTag(version_, name); }

  std::string section(const PaperSection& section, int number) {
    const std::string name = "section-" + std::to_string(number);
    std::string out = start("assessmentSection", {{"identifier", name},
                                                  {"title", section.title.empty() ? name : section.title},
                                                  {"visible", "true"}}) +
                      "\n";
    for (const PaperEntry& entry : section.entries) {
      const auto href = hrefs_.find(entry.item);
      const auto* item = bank_.find<TheoryItem>(entry.item);
      if (href == hrefs_.end() || item == nullptr) continue;
      // An item that stands twice needs two names.
      const int time = ++used_[entry.item];
      out += start("assessmentItemRef",
                   {{"identifier", identifierOf(entry.item) + (time > 1 ? "-" + std::to_string(time) : "")},
                    {"href", "../" + hrefOf(href->second)}}) +
             emptyTag(version_, "weight", {{"identifier", kMarks}, {"value", weightOf(*item, entry.marks)}}) +
             end("assessmentItemRef") + "\n";
    }
    return out + end("assessmentSection") + "\n";
  }

  [[nodiscard]] std::string total() const {
    return start("outcomeProcessing") + start("setOutcomeValue", {{"identifier", "SCORE"}}) + start("sum") +
           emptyTag(version_, "testVariables",
                    {{"variableIdentifier", "SCORE"}, {"weightIdentifier", kMarks}}) +
           end("sum") + end("setOutcomeValue") + end("outcomeProcessing") + "\n";
  }

  const Bank& bank_;
  const std::map<Id, std::string>& hrefs_;
  Version version_;
  std::map<Id, int> used_;
};

}  // namespace

std::string writeTest(const Bank& bank, const Paper& paper, const std::map<Id, std::string>& hrefs,
                      Version version) {
  return PaperTest(bank, hrefs, version).write(paper);
}

}  // namespace tiku::formats::qti
