#include "editor/sync/sync_care.h"

#include <wx/window.h>

#include "editor/sync/exchange_file.h"
#include "editor/sync/shared_place_dialog.h"
#include "editor/sync/sync_button.h"
#include "editor/sync/sync_dialog.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/files.h"
#include "formats/base/say.h"
#include "formats/history/remote.h"

namespace tiku::editor {

using formats::FormatError;
using formats::say;
using formats::operator""_a;

SyncCare::SyncCare(wxWindow* window, Host& host, SyncButton& button)
    : window_(window), host_(host), button_(button) {
  listening_ = host_.document().listen([this](const DocumentEvent& event) {
    if (event.history || event.saved) outOfDate();
  });
  look();
}

SyncCare::~SyncCare() {
  looking_.cancel();
}

void SyncCare::outOfDate() {
  if (due_) return;
  due_ = true;
  window_->CallAfter([this, alive = std::weak_ptr(alive_)] {
    if (alive.expired()) return;
    due_ = false;
    look();
  });
}

void SyncCare::look() {
  looking_.cancel();
  const Document& document = host_.document();
  looking_ = host_.document().worker().run([path = document.path(), unchecked = document.uncheckedFiles()](
                                               TaskControl&) { return syncStateOf(path, unchecked); },
                                           {.done =
                                                [this](SyncState state) {
                                                  state_ = std::move(state);
                                                  button_.show(state_, offline_);
                                                },
                                            // A history that cannot be read is told elsewhere.
                                            .failed = [this](const FormatError&) { button_.show({}, false); },
                                            .progress = {},
                                            .stillWanted = {}});
}

// Without a history there is nothing to share.
bool SyncCare::begun() {
  Document& document = host_.document();
  if (document.readOnly()) {
    host_.note({"read-only", Note::Kind::kWarning, document.readOnlyReason()});
    return false;
  }
  if (document.isArchive()) {
    host_.note({"sync", Note::Kind::kInfo, say("打成一个文件的题库不能同步。另存为目录以后才能。")});
    return false;
  }
  if (formats::Repository::isRepository(document.path())) return true;
  if (!askYes(window_, say("开始记录历史"),
              say("同步靠的是历史：从现在起，每次签入都记下谁改了什么。现在开始记录吗？"),
              say("开始记录(&Y)"), say("以后再说(&N)")))
    return false;
  return host_.attempt([&] { document.startHistory(); });
}

bool SyncCare::setPlace() {
  if (!begun()) return false;
  std::string now;
  const std::filesystem::path bank = host_.document().path();
  for (const formats::Remote& remote : formats::remotes(bank)) {
    if (remote.name == formats::kDefaultRemote) now = remote.url;
  }
  const auto place = askSharedPlace(window_, now, host_.document().bank().info().title);
  if (!place) return false;
  const bool set = host_.attempt([&] {
    if (place->make) formats::createShared(place->url);
    formats::setRemote(bank, {formats::kDefaultRemote, place->url});
  });
  offline_ = false;
  look();
  return set;
}

void SyncCare::exchangeOut() {
  if (!begun()) return;
  writeExchangeFile(window_, host_);
  look();
}

void SyncCare::exchangeIn() {
  if (!begun()) return;
  const auto file = askFile(window_, say("收入交换文件"), {say("交换文件"), "*.bundle"});
  if (!file) return;
  SyncDialog dialog(window_, host_, {}, *file, [this] { look(); });
  dialog.ShowModal();
}

void SyncCare::sync() {
  if (!begun()) return;
  std::string address;
  const auto find = [&] {
    for (const formats::Remote& remote : formats::remotes(host_.document().path())) {
      if (remote.name == formats::kDefaultRemote) address = formats::shownAddress(remote.url);
    }
  };
  if (!host_.attempt(find)) return;
  if (address.empty() && (!setPlace() || !host_.attempt(find) || address.empty())) return;
  SyncDialog dialog(window_, host_, address, {}, [&] {
    offline_ = dialog.offline();
    look();
  });
  dialog.ShowModal();
}

}  // namespace tiku::editor
