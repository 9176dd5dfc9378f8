#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "editor/document/worker.h"
#include "editor/sync/merge_dialog.h"
#include "editor/sync/screen_credentials.h"
#include "editor/workspace/host.h"
#include "formats/history/remote.h"

namespace tiku::editor {

/// One sync from beginning to end: what is not checked in is checked in, what others sent is fetched and
/// merged, what is asked is asked, what is here is sent. Every step leaves a bank that is whole; whichever
/// fails, everything is as it was before it.
class SyncSession {
 public:
  enum class Outcome {
    kDone,
    kLater,    ///< Questions are open; nothing was merged and nothing sent.
    kStopped,  ///< By the user.
    kFailed,
  };
  struct Report {
    Outcome outcome = Outcome::kDone;
    bool offline = false;    ///< It failed because the place cannot be reached.
    std::string problem;     ///< Whole sentences with advice.
    std::size_t open = 0;    ///< Questions that wait.
    bool rewritten = false;  ///< The history of the shared place was rewritten.
    std::vector<formats::Revision> incoming;
    std::vector<formats::Change> changes;  ///< What came in, object by object.
    bool sent = false;
    bool slipChecked = false;  ///< Of a disc: its slip names just this file.
  };
  struct Hooks {
    std::function<void(const std::string& words, double share)> progress;  ///< Below 0: nobody knows.
    /// The answers to what a merge asks; empty: later.
    std::function<std::optional<formats::MergeAnswers>(AskedMerge)> ask;
    std::function<void(const Report&)> over;
  };

  /// From the shared place and back to it; with the file of a disc, only what is in that.
  SyncSession(wxWindow* window, Host& host, Hooks hooks, std::filesystem::path disc = {});
  ~SyncSession();
  SyncSession(const SyncSession&) = delete;
  SyncSession& operator=(const SyncSession&) = delete;

  /// `message` is for the check-in of what is not checked in.
  void start(const std::string& message);
  void stop();

 private:
  void fetch();
  void readDisc();
  void fetched(const formats::FetchResult& result);
  void look();
  void looked(AskedMerge asked);
  void merge(workflows::MergeResult result);
  void push();
  void pushed(const formats::PushResult& result);
  void failed(const formats::FormatError& error);
  void over(Outcome outcome);
  template <typename Work, typename Done>
  void run(Work work, Done done);

  Host& host_;
  Hooks hooks_;
  std::filesystem::path disc_;  ///< Empty: the shared place.
  std::string theirs_;          ///< The revision that is merged.
  std::shared_ptr<ScreenCredentials> credentials_;
  std::stop_source stop_;
  Task task_;
  Report report_;
  int rounds_ = 0;
  std::string said_;  ///< What it is doing.
};

}  // namespace tiku::editor
