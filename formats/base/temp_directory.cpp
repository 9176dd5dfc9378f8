#include "formats/base/temp_directory.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats {

TempDirectory::TempDirectory() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string name = (parent / "tiku-XXXXXX").string();
  if (error || mkdtemp(name.data()) == nullptr) {
    if (!error) error = std::error_code(errno, std::generic_category());
    throw FormatError(ErrorCode::kIo, say("不能建立临时目录：{reason}。", "reason"_a = error.message()),
                      {parent.string(), 0, {}}, say("请检查临时目录是否可写、磁盘是否已满。"));
  }
  path_ = name;
}

TempDirectory::~TempDirectory() {
  // What cannot be removed is left to the system, which empties its temporary directory by itself.
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace tiku::formats
