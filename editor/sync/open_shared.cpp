#include "editor/sync/open_shared.h"

#include <stop_token>

#include "editor/sync/screen_credentials.h"
#include "editor/sync/shared_place_dialog.h"
#include "editor/widgets/files.h"
#include "formats/base/say.h"
#include "formats/history/remote.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::say;
using formats::Transfer;
using formats::TransferError;
using formats::TransferProgress;

namespace {

// "liangju" of ".../liangju.git".
std::string nameIn(const std::string& url) {
  std::string name = url;
  while (name.ends_with('/')) name.pop_back();
  name = name.substr(name.find_last_of("/:") + 1);
  if (name.ends_with(".git")) name.resize(name.size() - 4);
  return name.empty() ? "bank" : name;
}

fs::path freeFolder(const fs::path& parent, const std::string& name) {
  fs::path target = parent / name;
  for (int i = 2; fs::exists(target); ++i) target = parent / (name + "-" + std::to_string(i));
  return target;
}

}  // namespace

std::optional<SharedCopy> askSharedCopy(wxWindow* parent) {
  const auto place = askPlaceToOpen(parent);
  if (!place) return std::nullopt;
  const auto folder = askFolder(parent, say("放在这台电脑的哪个文件夹里"));
  if (!folder) return std::nullopt;
  return SharedCopy{*place, freeFolder(*folder, nameIn(*place))};
}

std::unique_ptr<Document> openSharedCopy(const SharedCopy& copy, const DocumentOptions& options,
                                         const std::shared_ptr<ScreenCredentials>& credentials) {
  std::stop_source stop;
  Transfer how;
  how.cancel = stop.get_token();
  how.credentials = credentials.get();
  how.progress = [&](const TransferProgress& progress) {
    if (options.watch && !options.watch({Phase::kReading, shareOf(progress)})) {
      credentials->giveUp();
      stop.request_stop();
    }
  };
  try {
    formats::clone(copy.url, copy.target, how);
  } catch (const TransferError& error) {
    if (error.trouble() == TransferError::Trouble::kCancelled) throw Cancelled();
    throw;
  }
  return Document::open(copy.target, options);
}

}  // namespace tiku::editor
