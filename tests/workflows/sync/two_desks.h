#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <catch2/catch.hpp>

#include "formats/history/remote.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "tests/formats/history/work_tree.h"
#include "workflows/sync/sync.h"

namespace tiku::test {

/// Two people, each with the bank at a desk, and the shared repository between them.
struct TwoDesks {
  TwoDesks() {
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
      unsetenv(name);
    makeBank(lin(), "车工题库", *formats::Id::parse("20000000-0000-4000-8000-000000000000"));
    formats::createShared(hub());
    formats::setRemote(lin(), {"origin", hub().string()});
    REQUIRE(sync(lin()).state == workflows::SyncResult::State::kDone);
    formats::clone(hub().string(), zhou());
    (void)git(lin(), "config user.name 林晓");
    (void)git(lin(), "config user.email lin@example.org");
    (void)git(zhou(), "config user.name 周平");
    (void)git(zhou(), "config user.email zhou@example.org");
  }

  [[nodiscard]] std::filesystem::path root() const { return work.root().path(); }
  [[nodiscard]] std::filesystem::path lin() const { return root() / "林晓"; }
  [[nodiscard]] std::filesystem::path zhou() const { return root() / "周平"; }
  [[nodiscard]] std::filesystem::path hub() const { return root() / "hub/bank.git"; }

  static formats::Id itemId(int n) {
    return *formats::Id::parse("10000000-0000-4000-8000-00000000000" + std::to_string(n));
  }
  static formats::TheoryItem itemOf(int n, const std::string& stem) {
    formats::TheoryItem item(itemId(n), *formats::Level::of(3), formats::ItemType::kShortAnswer);
    item.stem = formats::RichText::plain(stem);
    return item;
  }

  static void makeBank(const std::filesystem::path& where, const std::string& title, formats::Id package) {
    formats::BankInfo info;
    info.packageId = package;
    info.title = title;
    info.levels = {*formats::Level::of(3)};
    formats::Bank bank(info);
    formats::Edit edit;
    for (int n = 1; n <= 3; ++n) edit.put(itemOf(n, "第" + std::to_string(n) + "题"));
    bank.apply(edit);
    std::filesystem::create_directories(where.parent_path());
    formats::saveNew(bank, where);
    formats::Repository::init(where).checkIn("新建", formats::Signature{"林晓", "lin@example.org"});
  }

  /// What somebody does at his desk; it is saved and not checked in.
  static void edit(const std::filesystem::path& desk,
                   const std::function<void(const formats::Bank&, formats::Edit&)>& change) {
    formats::Bank bank = formats::loadBank(desk).bank;
    formats::Edit edit;
    change(bank, edit);
    bank.apply(edit);
    formats::saveAll(bank, desk);
  }
  static void write(const std::filesystem::path& desk, int n, const std::string& stem) {
    edit(desk, [&](const formats::Bank&, formats::Edit& edit) { edit.put(itemOf(n, stem)); });
  }
  static std::string stem(const std::filesystem::path& desk, int n) {
    const formats::Bank bank = formats::loadBank(desk).bank;
    const auto* item = bank.find<formats::TheoryItem>(itemId(n));
    return item == nullptr ? "" : item->stem.str();
  }

  static workflows::SyncResult sync(const std::filesystem::path& desk,
                                    const workflows::SyncOptions& options = {}) {
    return workflows::sync(desk, options);
  }

  static std::string git(const std::filesystem::path& where, const std::string& arguments) {
    const ShellResult result = shell("git -C '" + where.string() + "' " + arguments);
    INFO("git " << arguments << ": " << result.output);
    REQUIRE(result.status == 0);
    return result.output;
  }

  /// Both desks and the hub hold the same, and git finds nothing wrong.
  void requireTogether() const {
    for (const std::filesystem::path& desk : {lin(), zhou()}) {
      CHECK(git(desk, "rev-parse main") == git(hub(), "rev-parse main"));
      CHECK(git(desk, "status --porcelain") == "");
      CHECK(git(desk, "fsck --strict --full --no-dangling --no-progress") == "");
    }
    CHECK(git(hub(), "fsck --strict --full --no-dangling --no-progress") == "");
    CHECK(formats::treeIdOf(*formats::openDirectory(lin())) ==
          formats::treeIdOf(*formats::openDirectory(zhou())));
  }

  WorkTree work;  ///< For the home of its own.
};

}  // namespace tiku::test
