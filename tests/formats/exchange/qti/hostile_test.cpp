// Packages as they should not be: each is refused, or told of, and nothing outside is read.
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/import.h"
#include "tests/support/folder.h"
#include "tests/support/zip_builder.h"

namespace {

using namespace tiku::formats;

using Files = std::vector<std::pair<std::string, std::string>>;

std::string item(const std::string& picture = {}) {
  const std::string shown = picture.empty() ? "" : "<p><img src=\"" + picture + "\" alt=\"图\"/></p>";
  return R"(<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="a" adaptive="false" )"
         R"(timeDependent="false"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>)"
         "<itemBody>" +
         shown +
         R"(<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><prompt>选</prompt>)"
         R"(<simpleChoice identifier="A">甲项</simpleChoice><simpleChoice identifier="B">乙项</simpleChoice>)"
         "</choiceInteraction></itemBody></assessmentItem>";
}

std::string manifest(const std::string& resources) {
  return R"(<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M"><resources>)" +
         resources + "</resources></manifest>";
}

std::string resource(const std::string& href, const std::string& name = "r") {
  return "<resource identifier=\"" + name + "\" type=\"imsqti_item_xmlv2p1\" href=\"" + href +
         "\"><file href=\"" + href + "\"/></resource>";
}

ImportResult importOf(const Files& files) {
  const tiku::test::Folder folder;
  std::ofstream(folder / "包.zip", std::ios::binary) << tiku::tests::zipOf(files);
  ImportOptions options;
  options.level = Level::of(3);
  return importFile(Bank(), folder / "包.zip", options);
}

std::string refusalOf(const Files& files) {
  try {
    importOf(files);
  } catch (const FormatError& error) {
    return error.what();
  }
  return "taken";
}

// A whole item beside the one at hand, so that the package is not refused for being empty.
Files with(const std::string& resources, Files files) {
  files.insert(files.begin(), {"imsmanifest.xml", manifest(resources + resource("good.xml", "good"))});
  files.emplace_back("good.xml", item());
  return files;
}

std::string verdictOn(const std::string& href, const Files& files = {}) {
  const ImportResult result = importOf(with(resource(href), files));
  CHECK(result.items.size() >= 1);
  return result.report.rows.front().reason;
}

}  // namespace

TEST_CASE("a package whose manifest is missing or lies deeper is refused with the reason") {
  CHECK(refusalOf({{"a.xml", item()}}) == "压缩包里有 QTI 试题，却没有清单 imsmanifest.xml。");
  CHECK(refusalOf({{"导出/imsmanifest.xml", manifest(resource("a.xml"))}, {"导出/a.xml", item()}}) ==
        "imsmanifest.xml 在子文件夹“导出”里，不在包的最上层。");
  CHECK(refusalOf({{"imsmanifest.xml", "<html/>"}}) == "imsmanifest.xml 不是内容包的清单。");
  CHECK(refusalOf({{"imsmanifest.xml", manifest("")}}) == "文件里没有能收进题库的试题。");
  CHECK(refusalOf({{"inner.zip", tiku::tests::zipOf({{"imsmanifest.xml", manifest("")}})}}) ==
        "这是压缩包。");
}

TEST_CASE("names in the zip that lead out of it or are one name twice refuse the package") {
  for (const char* path : {"../a.xml", "/a.xml", "C:/a.xml", "x/../../a.xml", "..\\a.xml"}) {
    INFO(path);
    CHECK(refusalOf(with("", {{path, item()}})).find("越出文件夹的路径") != std::string::npos);
  }
  CHECK(refusalOf(with("", {{"A.png", "1"}, {"a.PNG", "2"}})) == "压缩包中有重名的内容。");
  CHECK(refusalOf(with("", {{"caf\xC3\xA9.png", "1"}, {"cafe\xCC\x81.png", "2"}}))
            .starts_with("包里有两个名称只差大小写或字形的文件"));
  CHECK(refusalOf(with("", {{"\xC3\x89.png", "1"}, {"\xC3\xA9.png", "2"}}))
            .starts_with("包里有两个名称只差大小写或字形的文件"));
}

TEST_CASE("a resource that is missing, doubled or elsewhere is told, and the others are taken") {
  CHECK(verdictOn("gone.xml") == "清单里写着这个文件，包里却没有。");
  for (const char* href : {"../a.xml", "http://example.org/a.xml", "file:///etc/passwd", "/etc/passwd",
                           "C:/a.xml", "x/%2e%2e/%2e%2e/a.xml", "a\\b.xml"}) {
    INFO(href);
    CHECK(verdictOn(href).find("不在包里：它指向包外或网上，没有读。") != std::string::npos);
  }
  const ImportResult twice =
      importOf(with(resource("a.xml", "one") + resource("a.xml", "two"), {{"a.xml", item()}}));
  CHECK(twice.report.rows[1].reason == "清单把这个文件写了两次，只收入一次。");
  CHECK(verdictOn("a.xml", {{"a.xml", "<html/>"}}) == "这不是 QTI 的试题。");
  CHECK(verdictOn("a.xml", {{"a.xml", "<questestinterop/>"}}) ==
        "这是 QTI 1.2 的文件，题库只读 2.0 至 3.0。");
  CHECK(verdictOn("a.xml", {{"a.xml", item().substr(0, 300)}}).find("不是完整的 XML") != std::string::npos);
}

TEST_CASE("entities are never expanded and pictures never fetched") {
  const std::string bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + item();
  CHECK(verdictOn("a.xml", {{"a.xml", bomb}}).find("DOCTYPE") != std::string::npos);
  for (const char* address : {"http://example.org/a.png", "../../a.png", "/etc/hosts", "good.xml"}) {
    INFO(address);
    CHECK(verdictOn("a.xml", {{"a.xml", item(address)}}).find("不在文件里，没有收入") != std::string::npos);
  }
}

TEST_CASE("what lies in a package beside what its manifest names is told") {
  const ImportResult result = importOf(with("", {{"more.zip", "PK"}, {"sub\\b.txt", "x"}}));
  CHECK(result.report.notes == std::vector<std::string>{"包里还有压缩包“more.zip”，没有打开。",
                                                        "包里有 2 个文件清单没有提到，没有读。",
                                                        "包里有用反斜杠“\\”写的路径，当作“/”读。"});
}

TEST_CASE("an unpacked package is read from its manifest, but not through a link") {
  const tiku::test::Folder folder;
  const tiku::test::Folder elsewhere;
  std::ofstream(elsewhere / "a.xml") << item();
  std::ofstream(folder / "good.xml") << item();
  std::ofstream(folder / "imsmanifest.xml") << manifest(resource("good.xml") + resource("link.xml", "l"));
  std::filesystem::create_symlink(elsewhere / "a.xml", folder / "link.xml");
  ImportOptions options;
  options.level = Level::of(3);
  const ImportResult result = importFile(Bank(), folder / "imsmanifest.xml", options);
  CHECK(result.items.size() == 1);
  CHECK(result.report.rows[1].reason == "清单里写着这个文件，包里却没有。");
  CHECK(result.report.file == folder.path().filename().string());
  CHECK(importFile(Bank(), folder.path(), options).items.size() == 1);
}

TEST_CASE(
    "a manifest that says one thing a great many times costs what it says, and every row has its name") {
  std::string resources = resource("a.xml", "x") + resource("a.xml (2)", "y");
  for (int i = 0; i < 20'000; ++i) resources += resource("a.xml", "same");
  const ImportResult result = importOf(with(resources, {{"a.xml", item()}}));
  CHECK(result.report.rows.size() == 20'003);
  CHECK(result.items.size() == 2);
  CHECK(result.report.notes.size() <= 25);
}

TEST_CASE(
    "an item whose files are damaged or too many is told, and what the package says after it is in order") {
  std::string files;
  Files parts{{"a.xml", item()}};
  for (int i = 0; i < 600; ++i) {
    const std::string path = "f/" + std::to_string(i) + ".css";
    files += "<file href=\"" + path + "\"/>";
    parts.emplace_back(path, "p { order: " + std::to_string(i) + " }");
  }
  const std::string many =
      R"(<resource identifier="r" type="imsqti_item_xmlv2p1" href="a.xml">)" + files + "</resource>";
  const ImportResult result = importOf(with(many, parts));
  CHECK(result.report.rows[0].reason == "单选题，已导入：它用到的文件太多，只留存了 500 个。");
  CHECK(result.report.rows[1].at == "good.xml");
}
