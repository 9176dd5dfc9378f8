// What the writer writes is what the schemas in schemas/ define.
#include "formats/package/schema.h"

#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"
#include "tests/support/random_bank.h"

using namespace tiku::formats;
using tiku::test::Folder;
using tiku::test::randomBank;

TEST_CASE("every document of fifty random banks meets its schema", "[package]") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Bank bank = randomBank(seed, {.theoryItems = 12});
    for (const auto& [id, object] : bank.objects()) {
      const std::string path = pathOf(object);
      if (schemaOf(path).empty()) continue;
      const std::string content = write(object);
      const auto faults = validate(path, content);
      if (faults.empty()) continue;
      INFO(path << ":" << faults.front().line << ": " << faults.front().message << "\n" << content);
      FAIL("against its schema");
    }
    CHECK(validate("tiku.xml", writeManifest(bank.info())).empty());
  }
}

TEST_CASE("an independent validator agrees, where it is installed", "[package]") {
  if (std::system("command -v jing > /dev/null 2>&1") != 0) {  // NOLINT(cert-env33-c)
    WARN("jing is not installed; the schemas were judged by libxml2 alone");
    return;
  }
  const Folder folder;
  std::map<std::string, std::string> filesOf;
  for (const unsigned seed : {3U, 4U, 5U}) {
    const auto bank = folder / std::to_string(seed);
    saveNew(randomBank(seed, {.theoryItems = 40}), bank);
    for (const std::string& path : openDirectory(bank)->list()) {
      const std::string schema = schemaOf(path);
      if (!schema.empty()) filesOf[schema] += " '" + (bank / path).string() + "'";
    }
  }
  CHECK(filesOf.size() == 19);
  for (const auto& [schema, files] : filesOf) {
    INFO(schema);
    const std::string command =
        "jing '" + tiku::tests::sourceRoot().string() + "/schemas/" + schema + "'" + files;
    CHECK(std::system(command.c_str()) == 0);  // NOLINT(cert-env33-c)
  }
}

TEST_CASE("a document written by another program is judged line by line", "[package]") {
  const std::string path = "items/level-3/theory/11111111-1111-4111-8111-111111111111.xml";
  const std::string content = R"(<?xml version="1.0" encoding="UTF-8"?>
<theory-item xmlns="urn:tiku:1" id="11111111-1111-4111-8111-111111111111" level="3" type="single-choice" status="draft">
  <stem>
    <p>甲<b>乙</b></p>
  </stem>
</theory-item>
)";
  const auto faults = validate(path, content);
  REQUIRE_FALSE(faults.empty());
  CHECK(faults.front().line == 4);
  CHECK(faults.front().message.find("theory-item.rng") != std::string::npos);
}
