#include "tests/gui/support/coauthor.h"

#include <catch2/catch.hpp>

#include "tests/support/shell.h"

namespace tiku::tests {

namespace fs = std::filesystem;
using formats::TheoryItem;

namespace {

void git(const fs::path& bank, const std::string& arguments) {
  const auto result = test::shell("git -C '" + bank.string() + "' " + arguments);
  INFO("git " << arguments << ": " << result.output);
  REQUIRE(result.status == 0);
}

}  // namespace

void callAuthor(const fs::path& bank, const std::string& name) {
  git(bank, "config user.name '" + name + "'");
  git(bank, "config user.email author@example.cn");
}

void changeAndCheckIn(editor::Document& document, formats::Id id, const std::string& message,
                      const std::function<void(TheoryItem&)>& how) {
  TheoryItem item = *document.bank().find<TheoryItem>(id);
  how(item);
  formats::Edit edit(message);
  edit.put(std::move(item));
  document.apply(edit);
  REQUIRE(document.checkIn(message));
}

Coauthor::Coauthor(const fs::path& bank, const fs::path& folder, const std::string& name) : folder_(folder) {
  fs::copy(bank, folder, fs::copy_options::recursive);
  fs::remove_all(folder / ".tiku-edit");
  callAuthor(folder, name);
  document_ = editor::Document::open(folder);
}

void Coauthor::change(formats::Id item, const std::string& message,
                      const std::function<void(TheoryItem&)>& how) {
  changeAndCheckIn(*document_, item, message, how);
}

void Coauthor::sendTo(const fs::path& bank) const {
  git(bank, "fetch -q '" + folder_.string() + "' +main:refs/remotes/origin/main");
}

}  // namespace tiku::tests
