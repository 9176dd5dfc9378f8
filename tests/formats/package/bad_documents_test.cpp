// Documents that are truncated, huge, hostile or simply wrong: one clear sentence with its place, always.
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "tests/support/corpus.h"

using namespace tiku::formats;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPath = "items/level-3/theory/11111111-1111-4111-8111-111111111111.xml";

std::string item(const std::string& inner, const std::string& attributes = "") {
  return "<theory-item xmlns=\"urn:tiku:1\" id=\"11111111-1111-4111-8111-111111111111\" level=\"3\" "
         "type=\"single-choice\" status=\"draft\"" +
         attributes + ">\n" + inner + "\n</theory-item>\n";
}

std::string failure(const std::string& content, const std::string& path = kPath, const Limits& limits = {}) {
  try {
    read(path, content, "题库", limits);
  } catch (const FormatError& error) {
    return std::to_string(static_cast<int>(error.code())) + " " + error.full();
  }
  return "no failure";
}

std::string at(int line, const std::string& message, int code = 10) {
  return std::to_string(code) + " 题库!" + kPath + ":" + std::to_string(line) + ": " + message;
}

}  // namespace

TEST_CASE("what is wrong in a document is named with its line, what was found and what was expected",
          "[package]") {
  CHECK(failure(item("")) == "no failure");
  CHECK(failure(item("<stem>\n<p>甲</p>\n</stem>\n<steam/>")) ==
        at(5,
           "<theory-item> 里有不认识的元素 <steam>；这里可以有的元素："
           "<stem>、<option>、<key>、<scoring>、<rationale>、<source>。"));
  CHECK(failure(item("", " colour=\"red\"")) ==
        at(1,
           "<theory-item> 有不认识的属性“colour”；这里可以有的属性：id、level、type、status、code、point、"
           "difficulty、consistency、marks、author、reference。"));
  CHECK(failure(item("", " difficulty=\"hard\"")) ==
        at(1, "<theory-item> 的属性 difficulty 的值“hard”不对，应为0 至 99999 的整数。"));
  CHECK(failure(item("", " marks=\"-1\"")) ==
        at(1, "<theory-item> 的属性 marks 的值“-1”不对，应为不小于 0、最多两位小数的数。"));
  CHECK(failure(item("", " point=\"A-B-1\"")) ==
        at(1,
           "<theory-item> 的属性 point 的值“A-B-1”不对，应为一个 UUID（如 "
           "00000000-0000-8000-8000-000000000001）。"));
  CHECK(failure(item("<key/>")) ==
        at(2, "<key> 缺少属性 type，应为choice / judgement / fill-in / reference。"));
  CHECK(failure(item("<key type=\"judgement\" correct=\"no\"/>\n<key type=\"choice\"/>")) ==
        at(3, "<key> 重复了，这里只能有一个。"));
  CHECK(failure(item("甲")) == at(1, "<theory-item> 里不应有文字，却有“甲\n”。"));
  CHECK(failure(item("<stem>甲</stem>")) == at(2, "<stem> 里的文字要放在 <p> 里：“甲”。"));
  CHECK(
      failure(item("<stem><p>甲<b>乙</b></p></stem>")) ==
      at(2,
         "<p> 里有不认识的元素 <b>；这里可以有的元素：<sub>、<sup>、<em>、<math>、<blank>、<br>、<image>。"));
  CHECK(failure(item("<stem><p><blank>x</blank></p></stem>")) == at(2, "<blank> 里不应有文字，却有“x”。"));
  CHECK(failure(item("<stem><p><sub><p/></sub></p></stem>")) == at(2, "<sub> 里只能有文字，却有元素 <p>。"));
  CHECK(failure(item("<x:stem xmlns:x=\"urn:other\"/>")).find("不认识的元素 <x:stem>") != std::string::npos);
}

TEST_CASE("a document in the wrong place is refused", "[package]") {
  CHECK(failure(item(""), "items/level-4/theory/11111111-1111-4111-8111-111111111111.xml")
            .find("文件里的等级是 3，它所在的位置却是等级 4 的。") != std::string::npos);
  CHECK(failure(item(""), "items/level-3/theory/11111111-1111-4111-8111-111111111112.xml")
            .find("文件里的 id 是 11111111-1111-4111-8111-111111111111，文件名却是") != std::string::npos);
  CHECK(
      failure(item(""), "items/level-3/skills/11111111-1111-4111-8111-111111111111.xml")
          .find(
              "根元素应为命名空间 urn:tiku:1 的 <skills-item>，实际是命名空间“urn:tiku:1”的 <theory-item>") !=
      std::string::npos);
  CHECK(failure(item(""), "items/level-3/notes.xml").find("不是题库里某个对象的文件") != std::string::npos);
  CHECK(failure("<theory-item/>").find("实际是命名空间“”的 <theory-item>") != std::string::npos);
}

TEST_CASE("an id that stands twice in one document or in two of them is an error", "[package]") {
  const std::string id = "33333333-3333-4333-8333-333333333333";
  CHECK(failure("<people xmlns=\"urn:tiku:1\"><person id=\"" + id + "\" kind=\"staff\"/><person id=\"" + id +
                    "\" kind=\"staff\"/></people>",
                "people.xml")
            .find("id " + id + " 出现了两次") != std::string::npos);
  const auto tree = [&](const std::string& other) {
    return memoryTree(
        "题库",
        {{"tiku.xml", writeManifest(Id::random())},
         {"bank.xml", "<bank xmlns=\"urn:tiku:1\" class=\"technical\" theory=\"items\" skills=\"items\"/>"},
         {kPath, item("")},
         {other,
          "<skills-item xmlns=\"urn:tiku:1\" id=\"11111111-1111-4111-8111-111111111111\" level=\"3\" "
          "marks=\"1\" status=\"draft\"/>"}});
  };
  try {
    readBank(*tree("items/level-3/skills/11111111-1111-4111-8111-111111111111.xml"));
    FAIL("was read");
  } catch (const FormatError& error) {
    CHECK(error.place().file == std::string("题库!") + kPath);
    CHECK(std::string(error.what()).find("已经用于 items/level-3/skills/") != std::string::npos);
  }
}

TEST_CASE("what is no XML, or no UTF-8, says so and where", "[package]") {
  CHECK(failure("") == at(1, "文件是空的，或者不是 XML。"));
  CHECK(failure("甲乙丙") == at(1, "文件是空的，或者不是 XML。"));
  CHECK(failure("\xD0\xCF\x11\xE0") == at(1, "文件是空的，或者不是 XML。"));
  const std::string whole = item("<stem>\n<p>甲</p>\n</stem>");
  CHECK(failure(whole.substr(0, whole.size() - 20)).find("XML 在这里中断") != std::string::npos);
  CHECK(failure(item("<stem>\n</steam>")) == at(3, "XML 的结束标记与开始标记不一致。"));
  CHECK(failure(item("<stem><p>a\x01</p></stem>")) == at(2, "这里有 XML 不允许的字符。"));
  CHECK(failure(item("<stem><p>\xB2\xE2</p></stem>")) ==
        at(2, "这里的字节不是 UTF-8 文字。 请把文件另存为 UTF-8 编码。"));
  CHECK(failure(item("<stem><p>&nbsp;</p></stem>")).find("没有定义的实体") != std::string::npos);
  CHECK(failure(item("<x:y/>")) == at(2, "这里用了没有声明的命名空间前缀。"));
  const std::string utf8 = "文件不是 UTF-8 编码。 请把文件另存为 UTF-8 编码。";
  CHECK(failure("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n" + item("")) == at(1, utf8));
  CHECK(failure(std::string("<\0t\0", 4)) == at(1, utf8));
  CHECK(failure("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + item("")) == "no failure");
  CHECK(failure("<?xml version=\"1.0\"?><!-- < \" ' --><!-- x -->" + item("<![CDATA[ ]]>")) == "no failure");
}

TEST_CASE("a document over a safety limit is refused quickly, whatever it holds", "[package]") {
  std::string many = "<theory-item ";
  for (int i = 0; i < 200'000; ++i) many += "a" + std::to_string(i) + "='' ";
  CHECK(failure(many + "/>") == at(1, "一个元素有超过 64 个属性。", 12));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<table><row><cell>";
  CHECK(failure(item("<stem>" + deep)) == at(2, "XML 元素嵌套超过 64 层。", 12));
  Limits limits;
  limits.fileBytes = 100;
  CHECK(failure(item(""), kPath, limits).find("12 题库!") == 0);
  CHECK(failure(item(""), kPath, limits).find("超过上限 100 字节") != std::string::npos);
  CHECK(failure(item("", " a=\"" + std::string(11'000'000, 'x') + "\"")).find("10 题库!") == 0);
}

TEST_CASE("nothing outside a document is ever read, and no entity is ever expanded", "[package]") {
  const std::string doctype = "文件里有 DOCTYPE 声明；为了安全，不读这样的文件。";
  CHECK(failure("<!DOCTYPE theory-item SYSTEM \"file:///etc/passwd\">\n" + item("")) == at(1, doctype));
  CHECK(failure("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n" +
                item("<stem><p>&a;</p></stem>")) == at(1, doctype));
  const auto bombs = tiku::tests::corpus("hostile/xml-bombs/xmltestdata");
  if (!bombs) return;
  for (const auto& entry : fs::directory_iterator(*bombs)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(stream), {}};
    INFO(entry.path().filename().string());
    CHECK(failure(content).starts_with("10 题库!"));
    if (content.find("<!DOCTYPE") != std::string::npos)
      CHECK(failure(content).find(doctype) != std::string::npos);
  }
}

TEST_CASE("strings that break other programs survive a writing and a reading", "[package]") {
  const auto list = tiku::tests::corpus("hostile/naughty-strings/blns.txt");
  if (!list) return;
  std::ifstream stream(*list);
  std::string line;
  int count = 0;
  while (std::getline(stream, line)) {
    TheoryItem item(Id::random(), *Level::of(3), ItemType::kShortAnswer);
    item.code = line;
    item.stem = RichText::plain(line);
    item.options.push_back(
        RichText({Paragraph{{{Inline::Kind::kMath, line, {}}, {Inline::Kind::kImage, line, line}}}}));
    item.scoring.push_back({Marks::whole(1), line});
    const Object object = std::make_shared<const TheoryItem>(item);
    const std::string written = write(object);
    const Object again = read(pathOf(object), written, "题库");
    // What XML cannot hold has become U+FFFD; then, and else, nothing changes any more.
    CHECK(write(again) == written);
    if (written.find("\xEF\xBF\xBD") == std::string::npos) CHECK(sameContent(object, again));
    ++count;
  }
  CHECK(count > 500);
}

TEST_CASE("characters that XML cannot hold become replacement characters, and the file stays readable",
          "[package]") {
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kShortAnswer);
  item.code = std::string("a\0b", 3) + "\x01\x1F\xC0\xAF\xED\xA0\x80\xEF\xBF\xBE\xFF\xF4\x90\x80\x80";
  const Object object = std::make_shared<const TheoryItem>(item);
  const Object again = read(pathOf(object), write(object), "题库");
  const std::string r = "\xEF\xBF\xBD";
  std::string expected = "a" + r + "b";
  for (int i = 0; i < 15; ++i) expected += r;
  // Two controls; two, three, three, one and four bytes that are no character.
  CHECK(as<TheoryItem>(again)->code == expected);
}

TEST_CASE("an object that could not be read again is not written", "[package]") {
  const auto refused = [](auto object) {
    try {
      write(std::make_shared<const decltype(object)>(object));
    } catch (const FormatError& error) {
      return error.code() == ErrorCode::kNotUnderstood;
    }
    return false;
  };
  SkillItem negative(Id::random(), *Level::of(3));
  negative.minutes = -5;
  CHECK(refused(negative));
  People twice;
  twice.people.resize(2);
  twice.people[0].id = Id::random();
  CHECK(refused(twice));
  twice.people[1].id = twice.people[0].id;
  CHECK(refused(twice));
  CHECK(refused(Media{Id::random(), "../../evil.png", "x"}));
  TheoryItem choice(Id::random(), *Level::of(3), ItemType::kSingleChoice);
  choice.key = ChoiceKey{{-1}};
  CHECK(refused(choice));

  Blueprint deep(*Level::of(3));
  Scope scope;
  for (int i = 0; i < 70; ++i) {
    Scope outer;
    outer.id = Id::random();
    if (i > 0) outer.scopes.push_back(scope);
    scope = outer;
  }
  deep.theory.tops.push_back({Part::kWork, scope});
  try {
    write(std::make_shared<const Blueprint>(deep));
    FAIL("was written");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kOverLimit);
  }
}
