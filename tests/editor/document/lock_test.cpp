#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "editor/document/document.h"
#include "editor/document/edit_lock.h"
#include "formats/base/error.h"
#include "formats/base/user.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::editor;
using namespace tiku::formats;
using tiku::test::Folder;
namespace fs = std::filesystem;

Edit anyChange(const Document& document) {
  BankInfo info = document.bank().info();
  info.title += "（改）";
  return std::move(Edit("修改名称").put(info));
}

}  // namespace

TEST_CASE("a second window on one bank can look and not write, follows the first, and can save elsewhere") {
  Folder folder;
  const bool archive = GENERATE(false, true);
  const auto path = folder / (archive ? "bank.tiku" : "bank");
  auto first = Document::create(tiku::test::randomBank(1), path);
  const auto second = Document::open(path);
  CHECK_FALSE(first->readOnly());
  REQUIRE(second->readOnly());
  CHECK(second->readOnlyReason().find(loginName()) != std::string::npos);
  CHECK(second->readOnlyReason().find(std::to_string(getpid())) != std::string::npos);
  CHECK_THROWS_AS(second->apply(anyChange(*second)), FormatError);
  CHECK_THROWS_AS(second->save(), FormatError);

  first->apply(anyChange(*first));
  first->save();
  CHECK(second->lookAtDisk().taken == 1);
  CHECK(second->bank().info().title == first->bank().info().title);
  CHECK_FALSE(second->canUndo());
  CHECK_FALSE(second->modified());

  second->saveAs(folder / "copy");
  CHECK_FALSE(second->readOnly());
  second->apply(anyChange(*second));
  first.reset();
  CHECK_FALSE(Document::open(path)->readOnly());
}

TEST_CASE("the lock of a process that was killed is free") {
  Folder folder;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const EditLock lock(folder / ".tiku-edit");
    const char held = lock.held() ? 'h' : 'n';
    if (::write(ends[1], &held, 1) != 1) ::_exit(1);
    while (true) ::pause();
  }
  char held = 0;
  REQUIRE(::read(ends[0], &held, 1) == 1);
  CHECK(held == 'h');
  CHECK_FALSE(EditLock(folder / ".tiku-edit").held());
  CHECK_FALSE(EditLock(folder / ".tiku-edit").otherWriter().empty());
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  {
    const EditLock lock(folder / ".tiku-edit");
    CHECK(lock.held());
  }
  CHECK_FALSE(fs::exists(folder / ".tiku-edit"));
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("where nothing can be written there is no lock and nobody else") {
  const EditLock lock("/proc/no-such-folder/.tiku-edit");
  CHECK_FALSE(lock.held());
  CHECK(lock.otherWriter().empty());
}

TEST_CASE("a side folder that is a link out of the bank is not written through") {
  Folder folder;
  fs::create_directory(folder / "elsewhere");
  fs::create_directory_symlink(folder / "elsewhere", folder / ".tiku-edit");
  const EditLock lock(folder / ".tiku-edit");
  CHECK_FALSE(lock.held());
  CHECK(fs::is_empty(folder / "elsewhere"));
}

TEST_CASE("the side folder is no part of the bank: not read, not packed, not checked in, gone when closed") {
  Folder folder;
  const auto path = folder / "bank";
  auto document = Document::create(tiku::test::randomBank(1), path);
  document->apply(anyChange(*document));
  REQUIRE(fs::exists(path / ".tiku-edit" / "lock"));
  const auto files = openDirectory(path)->list();
  CHECK(std::ranges::none_of(files,
                             [](const std::string& file) { return file.find("tiku-edit") != file.npos; }));
  Repository repository = Repository::init(path);
  repository.checkIn("建立");
  CHECK(repository.treeAt("HEAD")->list() == files);
  CHECK(repository.dirty().empty());
  document->discardUnsaved();
  document.reset();
  CHECK_FALSE(fs::exists(path / ".tiku-edit"));
}
