#include "editor/sync/sync_session.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>

#include "editor/document/sync_state.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/history/bundle.h"
#include "workflows/exchange_disc/slip.h"
#include "workflows/sync/sync.h"

namespace tiku::editor {

using formats::FetchResult;
using formats::FormatError;
using formats::kDefaultRemote;
using formats::PushResult;
using formats::Repository;
using formats::say;
using formats::Transfer;
using formats::TransferError;
using formats::TransferProgress;
using formats::operator""_a;

namespace {

constexpr int kMostRounds = 5;  // Others may go on sending meanwhile.

// For the thread that does the work.
Transfer transferOf(const std::shared_ptr<ScreenCredentials>& credentials, const std::stop_token& stop,
                    TaskControl& control) {
  Transfer how;
  how.cancel = stop;
  how.credentials = credentials.get();
  how.progress = [&control](const TransferProgress& progress) {
    try {
      control.tell(shareOf(progress));
    } catch (const Cancelled&) {
      // The stop token says it; nothing may fly through the library that calls
      // this.
    }
  };
  return how;
}

}  // namespace

SyncSession::SyncSession(wxWindow* window, Host& host, Hooks hooks, std::filesystem::path disc)
    : host_(host),
      hooks_(std::move(hooks)),
      disc_(std::move(disc)),
      theirs_(sharedBranch()),
      credentials_(std::make_shared<ScreenCredentials>(window)) {}

SyncSession::~SyncSession() {
  stop();
  task_.cancel();
}

void SyncSession::stop() {
  credentials_->giveUp();
  stop_.request_stop();
}

template <typename Work, typename Done>
void SyncSession::run(Work work, Done done) {
  using Result = std::invoke_result_t<Work, TaskControl&>;
  // What kind of trouble it was is lost on the way through a worker, which
  // knows FormatError alone.
  struct Tried {
    std::optional<Result> result;
    std::optional<TransferError> trouble;
  };
  task_ = host_.document().worker().run(
      [work = std::move(work)](TaskControl& control) mutable {
        Tried tried;
        try {
          tried.result = work(control);
        } catch (const TransferError& trouble) {
          tried.trouble = trouble;
        }
        return tried;
      },
      TaskHooks<Tried>{.done =
                           [this, done = std::move(done)](Tried tried) {
                             if (tried.trouble) {
                               failed(*tried.trouble);
                             } else {
                               done(std::move(*tried.result));
                             }
                           },
                       .failed = [this](const FormatError& error) { failed(error); },
                       .progress = [this](double share) { hooks_.progress(said_, share); },
                       .stillWanted = {}});
}

void SyncSession::start(const std::string& message) {
  report_ = {};
  rounds_ = 0;
  try {
    Document& document = host_.document();
    if (!document.uncheckedFiles().empty())
      document.checkIn(message.empty() ? document.proposedMessage() : message);
  } catch (const FormatError& error) {
    failed(error);
    return;
  }
  disc_.empty() ? fetch() : readDisc();
}

// The sheet beside the file says which file it belongs to.
namespace {

bool checkSlip(const std::filesystem::path& file) {
  const std::filesystem::path slip = workflows::slipOf(file);
  std::ifstream stream(slip, std::ios::binary);
  if (!stream) return false;
  const std::string words{std::istreambuf_iterator<char>(stream), {}};
  const auto said = workflows::digestsIn(words);
  if (!said) return false;
  const workflows::SlipDigests is = workflows::digestsOf(file);
  if ((said->sha256.empty() || said->sha256 == is.sha256) && (said->sm3.empty() || said->sm3 == is.sm3))
    return true;
  throw FormatError(formats::ErrorCode::kConflict,
                    say("交换文件与它的交换单不符：文件被改过，或者不是这一个。"), {file.string(), 0, {}},
                    say("请让对方重新导出。"));
}

}  // namespace

void SyncSession::readDisc() {
  said_ = say("正在读交换文件…");
  hooks_.progress(said_, 0);
  struct Read {
    std::string tip;
    bool checked = false;
  };
  run(
      [path = host_.document().path(), file = disc_, credentials = credentials_,
       stop = stop_.get_token()](TaskControl& control) {
        Read read;
        read.checked = checkSlip(file);
        read.tip = formats::readBundle(path, file, {}, transferOf(credentials, stop, control)).tip;
        return read;
      },
      [this](const Read& read) {
        report_.slipChecked = read.checked;
        theirs_ = read.tip;
        look();
      });
}

void SyncSession::fetch() {
  ++rounds_;
  said_ = say("正在收取别人的改动…");
  hooks_.progress(said_, 0);
  run(
      [path = host_.document().path(), credentials = credentials_,
       stop = stop_.get_token()](TaskControl& control) {
        return formats::fetch(path, kDefaultRemote, transferOf(credentials, stop, control));
      },
      [this](const FetchResult& result) { fetched(result); });
}

void SyncSession::fetched(const FetchResult& result) {
  report_.rewritten = report_.rewritten || result.rewritten;
  // Nothing is there yet: what is here is the beginning.
  if (!result.after) {
    push();
    return;
  }
  look();
}

void SyncSession::look() {
  said_ = say("正在合并…");
  hooks_.progress(said_, 0);
  run([path = host_.document().path(), theirs = theirs_](TaskControl&) { return askedMerge(path, theirs); },
      [this](AskedMerge asked) { looked(std::move(asked)); });
}

void SyncSession::looked(AskedMerge asked) {
  if (asked.result.nothingNew) {
    push();
    return;
  }
  if (asked.result.questions.empty()) {
    merge(std::move(asked.result));
    return;
  }
  report_.open = asked.result.questions.size();
  const auto answers = hooks_.ask(std::move(asked));
  if (!answers) {
    over(Outcome::kLater);
    return;
  }
  report_.open = 0;
  run([path = host_.document().path(), theirs = theirs_, answers = *answers](
          TaskControl&) { return workflows::mergeRevision(Repository::open(path), theirs, answers); },
      [this](workflows::MergeResult result) { merge(std::move(result)); });
}

void SyncSession::merge(workflows::MergeResult result) {
  try {
    Document& document = host_.document();
    const Repository repository = Repository::open(document.path());
    const auto incoming = workflows::revisionsBetween(repository, result.mine, result.theirs);
    document.merge(result, workflows::mergeMessage(repository, result));
    MergeAnswerShelf(document.path()).clear();
    report_.incoming.insert(report_.incoming.end(), incoming.begin(), incoming.end());
    report_.changes.insert(report_.changes.end(), result.incoming.begin(), result.incoming.end());
  } catch (const FormatError& error) {
    failed(error);
    return;
  }
  push();
}

void SyncSession::push() {
  if (!disc_.empty()) {
    over(Outcome::kDone);
    return;
  }
  said_ = say("正在发出我的改动…");
  hooks_.progress(said_, 0);
  run(
      [path = host_.document().path(), credentials = credentials_,
       stop = stop_.get_token()](TaskControl& control) {
        return formats::push(path, kDefaultRemote, transferOf(credentials, stop, control));
      },
      [this](const PushResult& result) { pushed(result); });
}

void SyncSession::pushed(const PushResult& result) {
  if (result.state == PushResult::State::kBehind) {
    if (rounds_ < kMostRounds) {
      fetch();
      return;
    }
    report_.problem = say("别人一直在往共享位置发改动，这次没有赶上。收到的已经合并；请过一会儿再同步。");
    over(Outcome::kFailed);
    return;
  }
  report_.sent = report_.sent || result.state == PushResult::State::kPushed;
  over(Outcome::kDone);
}

void SyncSession::failed(const FormatError& error) {
  report_.problem = error.full();
  const auto* transfer = dynamic_cast<const TransferError*>(&error);
  report_.offline = transfer != nullptr && transfer->trouble() == TransferError::Trouble::kOffline;
  const bool stopped = transfer != nullptr && transfer->trouble() == TransferError::Trouble::kCancelled;
  over(stopped ? Outcome::kStopped : Outcome::kFailed);
}

void SyncSession::over(Outcome outcome) {
  report_.outcome = outcome;
  // The hook may end this session.
  const auto tell = hooks_.over;
  const Report report = report_;
  tell(report);
}

}  // namespace tiku::editor
