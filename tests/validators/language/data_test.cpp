// The data files: what is built in holds together, a user's file adds to it, a mistake has a line.
#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "tests/support/relax_ng.h"
#include "validators/language/characters.h"
#include "validators/language/data/language_data.h"

using namespace tiku::formats;
using namespace tiku::validators::language;

namespace {

std::string refused(const std::string& xml) {
  try {
    LanguageData::load({{"mine.xml", xml}});
  } catch (const FormatError& error) {
    return error.full();
  }
  return {};
}

}  // namespace

TEST_CASE("every built-in word says why, and no right form is itself a wrong one") {
  const LanguageData& data = LanguageData::get();
  CHECK(data.wrongWords().size() > 450);
  CHECK(data.symbols().size() > 40);
  CHECK(data.standards().size() > 50);
  for (const WrongWord& word : data.wrongWords()) {
    INFO(encode(word.wrong));
    CHECK_FALSE(word.reason.empty());
    const std::u32string right = decode(word.right);
    for (std::size_t at = 0; at < right.size(); ++at) {
      const auto match = data.wrongTrie().longestAt(right, at);
      if (match.length == 0) continue;
      const WrongWord& other = data.wrongWords()[static_cast<std::size_t>(match.value)];
      CHECK(isExcepted(right, at, static_cast<std::size_t>(match.length), other.unless));
    }
    for (const std::u32string& longer : word.unless) CHECK(longer.size() > word.wrong.size());
  }
}

TEST_CASE("a user's file adds words and overrides what is built in") {
  const LanguageData data = LanguageData::load(
      {{"mine.xml",
        R"(<language><confusions reason="本厂习惯"><confusion wrong="座标" right="坐标系"/><confusion wrong="滚株" right="滚珠"/>
           </confusions><doubled><double text="阀"/></doubled><latin>Foo bar</latin>
           <units><symbol wrong="Kgm" right="kg·m" reason="k 小写"/></units>
           <standards><standard number="QB/T 1" current="2020" superseded="1999" title="某标准"/></standards>
           <names><same words="滚珠丝杠 滚珠丝杆"/></names><alike>杠扛</alike></language>)"}});
  const auto word = [&data](std::u32string_view text) {
    const auto match = data.wrongTrie().longestAt(text, 0);
    return match.length == 0 ? std::string() : data.wrongWords()[static_cast<std::size_t>(match.value)].right;
  };
  CHECK(word(U"座标") == "坐标系");
  CHECK(word(U"滚株") == "滚珠");
  CHECK(word(U"按装") == "安装");
  CHECK(data.isLatinWord("FOO"));
  CHECK(data.symbols().contains(U"Kgm"));
  CHECK(data.standards().contains("QB 1"));
  CHECK(data.alike(U'杠', U'扛'));
}

TEST_CASE("a mistake in a data file is told with file, line and what it is") {
  CHECK(refused("<languages/>").find("这里应是 <language>") != std::string::npos);
  const std::string wrong =
      refused("<language>\n<confusions>\n<confusion wrong=\"座标\"/></confusions></language>");
  CHECK(wrong.find("mine.xml") != std::string::npos);
  CHECK(wrong.find("3") != std::string::npos);
  CHECK(wrong.find("缺少属性“right”") != std::string::npos);
  CHECK(refused("<language><confusions><confusion wrong=\"座\" right=\"坐\"/></confusions></language>")
            .find("至少要有 2 个字") != std::string::npos);
  CHECK(refused("<language><confusions><confusion wrong=\"座标\" right=\"坐标\" "
                "unless=\"讲台\"/></confusions></language>")
            .find("起不了作用") != std::string::npos);
  CHECK(refused("<language><standards><standard number=\"3100\" title=\"x\"/></standards></language>")
            .find("不是标准号") != std::string::npos);
  CHECK(refused("<language><wrods/></language>").find("不认识 <wrods>") != std::string::npos);
}

TEST_CASE("the built-in data files and a user's keep to schemas/language.rng") {
  const tiku::tests::Grammar grammar(resource("schemas/language.rng"));
  for (const char* name : {"alike", "confusions", "doubled", "latin", "names", "standards", "units"}) {
    INFO(name);
    std::string text(resource("schemas/language/" + std::string(name) + ".xml"));
    CHECK(grammar.allows(text));
    text.replace(text.rfind("</"), 2, "<more/></");
    CHECK_FALSE(grammar.allows(text));
  }
  CHECK(grammar.allows(R"(<language><ranges>贯</ranges><latin>tiku</latin></language>)"));
  CHECK_FALSE(
      grammar.allows(R"(<language><confusions><confusion wrong="座" right="坐"/></confusions></language>)"));
  CHECK_FALSE(grammar.allows(R"(<language><names><same words="量块"/></names></language>)"));
}

TEST_CASE("a user's unit shows that a hyphen stands for a range") {
  const LanguageData data = LanguageData::load({{"mine.xml", "<language><ranges>贯</ranges></language>"}});
  CHECK(data.rangeTrie().longestAt(U"贯", 0).length == 1);
  CHECK(data.rangeTrie().longestAt(U"mm", 0).length == 2);
  CHECK(data.rangeTrie().longestAt(U"号", 0).length == 0);
}
