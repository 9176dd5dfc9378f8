// The mechanism that will carry banks from version to version, tried on a version 0 that never was: there the
// items lay in `questions/`, their stem was an attribute, and the level was called grade.
#include "formats/package/migration.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"

using namespace tiku::formats;
using tiku::test::bytesOf;
using tiku::test::Folder;

namespace {

constexpr const char* kItem = "11111111-1111-4111-8111-111111111111";
constexpr const char* kPackage = "22222222-2222-4222-8222-222222222222";

class QuestionsBecomeItems final : public MigrationStep {
 public:
  [[nodiscard]] FormatVersion from() const override { return {0, 9}; }
  [[nodiscard]] FormatVersion to() const override { return {1, 0}; }

  void apply(PackageFiles& files, std::vector<MigrationMessage>& messages) const override {
    for (const std::string& path : files.paths()) {
      if (!path.starts_with("questions/")) continue;
      xml::Element& item = files.document(path);
      const std::string level = *item.attribute("grade");
      const std::string stem = *item.attribute("stem");
      item.name = "theory-item";
      item.attributes.clear();
      item.setAttribute("id", path.substr(10, 36));
      item.setAttribute("level", level);
      item.setAttribute("type", "true-false");
      item.setAttribute("status", "draft");
      addStem(item, stem);
      const std::string to = "items/level-" + level + "/theory/" + path.substr(10);
      files.rename(path, to);
      messages.push_back(
          {MigrationMessage::Severity::kWarning, {to}, "题型没有记录，按判断题处理，请核对。"});
    }
  }

 private:
  static void addStem(xml::Element& item, const std::string& text) {
    auto paragraph = std::make_unique<xml::Element>();
    paragraph->name = "p";
    paragraph->space = xml::kTikuNamespace;
    paragraph->content.push_back({text, nullptr});
    auto stem = std::make_unique<xml::Element>();
    stem->name = "stem";
    stem->space = xml::kTikuNamespace;
    stem->content.push_back({{}, std::move(paragraph)});
    item.content.push_back({{}, std::move(stem)});
  }
};

std::vector<std::pair<std::string, std::string>> versionZero() {
  return {
      {"tiku.xml", std::string("<tiku version=\"0.9\" package=\"") + kPackage + "\"/>"},
      {"bank.xml",
       "<bank xmlns=\"urn:tiku:1\" title=\"旧题库\" class=\"technical\" theory=\"items\" skills=\"items\"/>"},
      {std::string("questions/") + kItem + ".xml",
       "<question xmlns=\"urn:tiku:1\" grade=\"3\" stem=\"1 &lt; 2。\"/>"},
      {"README", "别的文件"}};
}

}  // namespace

TEST_CASE(
    "a package of version 0 is read as the bank it would be now, and saving it leaves a log that people can "
    "read",
    "[package]") {
  const Folder folder;
  const auto place = folder / "bank";
  unpackTree(*memoryTree("旧题库", versionZero()), place);
  const QuestionsBecomeItems step;
  const std::vector<const MigrationStep*> steps{&step};

  const ReadResult result = readBank(*openDirectory(place), {}, steps);

  CHECK(result.version == FormatVersion{0, 9});
  const auto items = result.bank.all<TheoryItem>();
  REQUIRE(items.size() == 1);
  CHECK(items.front()->stem.str() == "1 < 2。");
  CHECK(items.front()->level.number() == 3);
  const std::string newPath = std::string("items/level-3/theory/") + kItem + ".xml";
  REQUIRE(result.notes.size() == 2);
  CHECK(result.notes.front().kind == ReadNote::Kind::kMigrated);
  CHECK(result.notes.front().path == newPath);
  REQUIRE(result.migration);
  // Reading alone has changed nothing on disk.
  CHECK(std::filesystem::exists(place / "questions"));

  saveMigrated(result, place);
  CHECK_FALSE(std::filesystem::exists(place / "questions"));
  CHECK(bytesOf(place / "README") == "别的文件");
  const std::string log = bytesOf(place / result.migration->logPath);
  CHECK(log.find("从 0.9 版升到 1.0 版") != std::string::npos);
  CHECK(log.find("【注意】题型没有记录，按判断题处理，请核对。\n      " + newPath) != std::string::npos);
  const ReadResult now = loadBank(place);
  CHECK(now.version == kFormatVersion);
  CHECK_FALSE(now.migration);
  CHECK(now.bank.info().packageId == *Id::parse(kPackage));
  CHECK(*now.bank.all<TheoryItem>().front() == *items.front());
}

TEST_CASE("a version for which there is no way to the present is refused by name", "[package]") {
  try {
    readBank(*memoryTree("旧题库", versionZero()));
    FAIL("was read");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotAPackage);
    CHECK(std::string(error.what()) == "这个题库的格式是 0.9 版，没有能把它升到 1.0 版的步骤。");
    CHECK(error.place().file == "旧题库!tiku.xml");
  }
}
