// A bundle of any bytes: it is refused with an error, or everything that it needs is there.
#include "formats/history/bundle.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "formats/base/error.h"
#include "formats/base/temp_directory.h"
#include "formats/history/repository.h"

using namespace tiku::formats;

namespace {

// One bank for all runs; what was taken in is dropped again.
struct Bank {
  Bank() : repository(make(folder.path())) {}
  static Repository make(const std::filesystem::path& where) {
    std::ofstream(where / "bank.xml") << "one\n";
    Repository made = Repository::init(where);
    made.checkIn("first", Signature{"fuzz", "fuzz@example.org"});
    return made;
  }
  TempDirectory folder;
  Repository repository;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Bank bank;
  try {
    std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
    const BundleTaken taken = readBundle(bank.folder.path(), stream, "fuzz");
    const auto tree = bank.repository.treeAt(taken.tip);
    for (const std::string& path : tree->list()) (void)tree->read(path);
    dropBundle(bank.folder.path(), taken);
  } catch (const FormatError&) {
  }
  return 0;
}
