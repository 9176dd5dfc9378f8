// The program itself, as a person starts it, dies under the typing hand. KILLS makes it die more often.
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <wx/utils.h>

#include "editor/document/document.h"
#include "editor/document/journal.h"
#include "editor/document/package_place.h"
#include "formats/base/temp_directory.h"
#include "tests/gui/support/environment.h"
#include "tests/gui/support/hands.h"
#include "tests/support/places.h"

using namespace tiku;
using namespace tiku::tests;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

class Program {
 public:
  explicit Program(const fs::path& bank) {
    const std::string editor = (program().parent_path() / "tiku-editor").string();
    child_ = ::fork();
    REQUIRE(child_ >= 0);
    if (child_ != 0) return;
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
    ::execl(editor.c_str(), editor.c_str(), "--lang", "zh", bank.c_str(), nullptr);
    ::_exit(127);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() { kill(); }

  void kill() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    child_ = 0;
  }

 private:
  pid_t child_ = 0;
};

struct Key {
  char letter;
  Clock::time_point when;
};

// Types at the pace of a fast hand until the moment comes.
std::vector<Key> typeFor(std::chrono::milliseconds how) {
  wxUIActionSimulator hands;
  std::vector<Key> typed;
  const auto end = Clock::now() + how;
  for (int i = 0; Clock::now() < end; ++i) {
    const char letter = static_cast<char>('a' + i % 26);
    hands.Char(letter);
    typed.push_back({letter, Clock::now()});
    wxMilliSleep(15);
  }
  return typed;
}

}  // namespace

TEST_CASE("killed while somebody types a new item, the program gives back all but the last second") {
  std::mt19937 random(static_cast<unsigned>(fromEnvironment("KILL_SEED", 1)));
  for (int round = 0; round < fromEnvironment("KILLS", 2); ++round) {
    const formats::TempDirectory folder;
    const fs::path place = folder.path() / "bank";
    fs::copy(samples() / "liangju", place, fs::copy_options::recursive);
    std::vector<formats::Id> before;
    for (const auto& item : formats::loadBank(place).bank.all<formats::TheoryItem>())
      before.push_back(item->id);

    Program editor(place);
    // 试题, and a new one: its first trace in the journal says that the cursor stands in the stem.
    const fs::path journal = editor::PackagePlace(place).sideFolder() / editor::kJournalFile;
    wxUIActionSimulator hands;
    bool shown = false;
    for (int attempt = 0; attempt < 40 && !shown; ++attempt) {
      hands.Char('4', wxMOD_CONTROL);
      wxMilliSleep(200);
      hands.Char('N', wxMOD_CONTROL);
      shown = waitFor([&] { return fs::exists(journal); }, 800);
    }
    REQUIRE(shown);
    const std::vector<Key> typed = typeFor(std::chrono::milliseconds(200 + random() % 2600));
    const auto killed = Clock::now();
    editor.kill();

    std::string words;
    std::size_t needed = 0;
    for (const Key& key : typed) {
      words += key.letter;
      if (key.when <= killed - std::chrono::seconds(1)) needed = words.size();
    }
    const auto document = editor::Document::open(place);
    REQUIRE(document->recovery());
    document->takeRecovery();
    std::string kept;
    for (const auto& item : document->bank().all<formats::TheoryItem>()) {
      if (std::ranges::find(before, item->id) == before.end()) kept = std::max(kept, item->stem.str());
    }
    INFO("typed " << words << ", kept " << kept);
    CHECK(words.starts_with(kept));
    CHECK(kept.size() >= needed);
  }
}
