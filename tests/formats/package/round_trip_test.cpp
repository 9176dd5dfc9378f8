// What is written is what is read, for banks of every content.
#include <map>

#include <catch2/catch.hpp>

#include "formats/package/package.h"
#include "formats/package/save.h"
#include "tests/support/files.h"
#include "tests/support/folder.h"
#include "tests/support/random_bank.h"

using namespace tiku::formats;
using tiku::test::filesOf;
using tiku::test::Folder;
using tiku::test::randomBank;

namespace {

void checkSameBank(const Bank& a, const Bank& b) {
  CHECK(a.size() == b.size());
  for (const auto& [id, object] : a.objects()) {
    const Object* other = b.object(id);
    INFO(pathOf(object));
    REQUIRE(other != nullptr);
    INFO(write(object));
    INFO(write(*other));
    CHECK(sameContent(object, *other));
  }
}

// A BankInfo alone does not know what stands in the manifest.
Object withoutManifest(const Object& object) {
  const auto* info = as<BankInfo>(object);
  if (info == nullptr) return object;
  BankInfo bare = *info;
  bare.packageId = {};
  bare.formatMinor = 0;
  return std::make_shared<const BankInfo>(std::move(bare));
}

}  // namespace

TEST_CASE("every object of a thousand random banks is read as it was written, and written again as it was",
          "[package]") {
  const bool newer = GENERATE(false, true);
  tiku::test::RandomSize size;
  size.theoryItems = 6;
  size.skillItems = 2;
  size.extras = newer;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const Bank bank = randomBank(seed, size);
    for (const auto& [id, object] : bank.objects()) {
      const std::string path = pathOf(object);
      const std::string written = write(object);
      const Object again = read(path, written, "bank", {}, {1, newer ? 1 : 0});
      if (sameContent(again, withoutManifest(object)) && write(again) == written) continue;
      INFO("seed " << seed << ", " << path << "\n" << written << "\n" << write(again));
      FAIL("not the same after reading");
    }
  }
}

TEST_CASE("a bank saved to a folder and loaded is the same bank, and saving it again changes no byte",
          "[package]") {
  const Folder folder;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto place = folder / std::to_string(seed);
    const Bank bank = randomBank(seed);
    saveNew(bank, place);
    const ReadResult loaded = loadBank(place);
    checkSameBank(bank, loaded.bank);
    CHECK(loaded.notes.empty());
    const auto before = filesOf(*openDirectory(place));
    saveAll(loaded.bank, place);
    CHECK(filesOf(*openDirectory(place)) == before);
  }
}

TEST_CASE("a folder, its archive and the archive's folder hold the same bank and give the same archive",
          "[package]") {
  const Folder folder;
  const Bank bank = randomBank(7);
  saveNew(bank, folder / "a");
  packTree(*openTree(folder / "a"), folder / "a.tiku");
  const auto archive = openTree(folder / "a.tiku");
  CHECK(filesOf(*archive) == filesOf(*openTree(folder / "a")));
  checkSameBank(bank, loadBank(folder / "a.tiku").bank);
  unpackTree(*archive, folder / "b");
  CHECK(packToMemory(*openTree(folder / "b")) == packToMemory(*archive));
}
