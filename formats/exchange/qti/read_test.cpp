#include "formats/exchange/qti/read_test.h"

#include <cstdlib>

#include "formats/base/say.h"
#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/qti/package_files.h"

namespace tiku::formats::qti {
namespace {

// QTI wants a title; where there is none, writers give the identifier again.
std::string titleOf(XmlElement element) {
  const std::string identifier = attributeOf(element, "identifier");
  std::string title = attributeOf(element, "title");
  return title == identifier || identifier == "tiku-" + title ? std::string() : title;
}

class TestReader {
 public:
  explicit TestReader(const std::string& from) : from_(from) {}

  ReadTest read(XmlElement root) && {
    test_.identifier = attributeOf(root, "identifier");
    test_.title = titleOf(root);
    constexpr int kMinute = 60;
    constexpr int kLongest = 9'999;
    const double seconds = std::strtod(attributeOf(firstOf(root, "timeLimits"), "maxTime").c_str(), nullptr);
    if (seconds > 0 && seconds <= kLongest * kMinute) test_.minutes = static_cast<int>(seconds) / kMinute;
    for (XmlElement part = firstOf(root, "testPart"); part; part = nextOf(part, "testPart"))
      sections(part, 0);
    if (test_.sections.empty() && test_.notFixed.empty()) test_.notFixed = say("试卷里没有试题。");
    return std::move(test_);
  }

 private:
  void sections(XmlElement parent, int depth) {
    constexpr int kDeepest = 20;
    for (XmlElement child = parent.first(); child && depth < kDeepest; child = child.next()) {
      const std::string name = plainName(child);
      if (name == "assessmentSection") {
        section(child, depth);
      } else if (name == "assessmentSectionRef") {
        test_.notFixed = say("试卷的大题在另外的文件里。");
      }
    }
  }

  void section(XmlElement element, int depth) {
    if (firstOf(element, "selection")) test_.notFixed = say("试卷按规则抽题，没有固定的试题。");
    ReadTest::Section made{titleOf(element), {}};
    for (XmlElement one = firstOf(element, "assessmentItemRef"); one;
         one = nextOf(one, "assessmentItemRef")) {
      ReadTest::Entry entry{pathOf(from_, attributeOf(one, "href")).value_or(""), {}};
      if (const XmlElement weight = firstOf(one, "weight"))
        entry.weight = std::strtod(attributeOf(weight, "value").c_str(), nullptr);
      made.entries.push_back(std::move(entry));
    }
    if (!made.entries.empty() || !firstOf(element, "assessmentSection"))
      test_.sections.push_back(std::move(made));
    sections(element, depth + 1);
  }

  const std::string& from_;
  ReadTest test_;
};

}  // namespace

bool isTest(XmlElement root) {
  return root && plainName(root) == "assessmentTest";
}

ReadTest readTest(XmlElement root, const std::string& from) {
  return TestReader(from).read(root);
}

}  // namespace tiku::formats::qti
