#include "formats/history/net_peer.h"

#include <algorithm>
#include <cstring>

#include "formats/base/say.h"
#include "formats/history/credentials.h"
#include "formats/history/remote.h"
#include "formats/history/stuck_indexer.h"
#include "formats/history/wire.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;
using Phase = TransferProgress::Phase;
using Trouble = TransferError::Trouble;

bool contains(std::string_view text, std::initializer_list<const char*> words) {
  return std::ranges::any_of(words, [&](const char* word) { return text.find(word) != text.npos; });
}

// What git servers say when somebody else set the branch between our looking and our sending.
bool saysSomebodyWasQuicker(std::string_view status) {
  return contains(
      status, {"fetch first", "non-fast-forward", "failed to update ref", "failed to lock", "cannot lock ref",
               "incorrect old value", "stale info", "reference already exists", "is at "});
}

class NetPeer final : public Peer {
 public:
  NetPeer(git_repository* repository, fs::path bank, const std::string& url, bool push, const Transfer& how)
      : bank_(std::move(bank)),
        url_(url),
        address_(parseAddress(url)),
        report_(how),
        wire_(how.cancel, how.connectTimeout, how.silenceTimeout),
        credentials_(address_, url, how.credentials, wire_),
        direction_(push ? GIT_DIRECTION_PUSH : GIT_DIRECTION_FETCH) {
    remote_ = acquire<RemoteHandle>(
        bank_, [&](git_remote** out) { return git_remote_create_anonymous(out, repository, url_.c_str()); });
    connect();
  }

  std::vector<PeerReference> references() override {
    const git_remote_head** heads = nullptr;
    std::size_t count = 0;
    checked(git_remote_ls(&heads, &count, remote_.get()));
    std::vector<PeerReference> list;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string name = heads[i]->name;
      if (name == "HEAD" && heads[i]->symref_target != nullptr) head_ = heads[i]->symref_target;
      if (name.ends_with("^{}")) continue;
      if (name.starts_with("refs/heads/") || name.starts_with("refs/tags/"))
        list.push_back({name, heads[i]->oid});
    }
    return list;
  }

  [[nodiscard]] std::string head() const override { return head_; }

  Traffic bring(Incoming&, const std::vector<PeerReference>& wanted) override {
    std::vector<std::string> specs;
    for (const PeerReference& reference : wanted) specs.push_back(reference.name + ":" + reference.name);
    Strings refspecs(specs);
    git_fetch_options options;
    git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION);
    options.callbacks = callbacks();
    options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
    options.update_fetchhead = 0;
    options.proxy_opts.type = GIT_PROXY_AUTO;
    const StuckIndexerGuard guard(*git_remote_stats(remote_.get()));
    checked(git_remote_download(remote_.get(), refspecs.get(), &options));
    credentials_.accepted();
    const git_indexer_progress* stats = git_remote_stats(remote_.get());
    const Traffic traffic{stats->received_objects, stats->received_bytes};
    git_remote_disconnect(remote_.get());
    return traffic;
  }

  bool send(const std::vector<PeerUpdate>& updates, Traffic& traffic) override {
    std::vector<std::string> specs;
    for (const PeerUpdate& update : updates) specs.push_back(update.here + ":" + update.there);
    branch_ = updates.front().there;
    Strings refspecs(specs);
    git_push_options options;
    git_push_options_init(&options, GIT_PUSH_OPTIONS_VERSION);
    options.callbacks = callbacks();
    options.pb_parallelism = 0;
    options.proxy_opts.type = GIT_PROXY_AUTO;
    const int result = git_remote_upload(remote_.get(), refspecs.get(), &options);
    if (result == GIT_ENONFASTFORWARD) return false;
    checked(result);
    credentials_.accepted();
    traffic = sent_;
    git_remote_disconnect(remote_.get());
    if (!refusal_) return true;
    if (saysSomebodyWasQuicker(*refusal_)) return false;
    throwRefused(*refusal_);
  }

 private:
  // Names as libgit2 takes them.
  class Strings {
   public:
    explicit Strings(std::vector<std::string>& names) {
      for (std::string& name : names) pointers_.push_back(name.data());
      array_ = {pointers_.data(), pointers_.size()};
    }
    git_strarray* get() { return &array_; }

   private:
    std::vector<char*> pointers_;
    git_strarray array_{};
  };

  void connect() {
    report_.tell({Phase::kConnecting, 0, 0, 0});
    git_remote_connect_options options;
    git_remote_connect_options_init(&options, GIT_REMOTE_CONNECT_OPTIONS_VERSION);
    options.callbacks = callbacks();
    options.proxy_opts.type = GIT_PROXY_AUTO;
    checked(git_remote_connect_ext(remote_.get(), direction_, &options));
    credentials_.accepted();
  }

  // Runs the body of a callback; what it throws is thrown again where libgit2 has returned.
  template <typename Body>
  static int guarded(void* payload, const Body& body) {
    auto& self = *static_cast<NetPeer*>(payload);
    try {
      self.wire_.touch();
      return body(self);
    } catch (...) {
      self.failure_ = std::current_exception();
      return GIT_EUSER;
    }
  }

  git_remote_callbacks callbacks() {
    git_remote_callbacks calls;
    git_remote_init_callbacks(&calls, GIT_REMOTE_CALLBACKS_VERSION);
    calls.payload = this;
    calls.credentials = [](git_credential** out, const char*, const char* user, unsigned int allowed,
                           void* payload) {
      return guarded(payload, [&](NetPeer& self) { return self.credentials_.acquire(out, user, allowed); });
    };
    calls.certificate_check = [](git_cert* cert, int valid, const char*, void* payload) {
      return guarded(payload, [&](NetPeer& self) { return self.credentials_.judge(cert, valid != 0); });
    };
    calls.transfer_progress = [](const git_indexer_progress* now, void* payload) {
      return guarded(payload, [&](NetPeer& self) {
        self.report_.tell(
            {Phase::kReceiving, now->received_objects, now->total_objects, now->received_bytes});
        return 0;
      });
    };
    calls.sideband_progress = [](const char*, int, void* payload) {
      return guarded(payload, [](NetPeer& self) {
        self.report_.throwIfCancelled();
        return 0;
      });
    };
    calls.pack_progress = [](int, std::uint32_t current, std::uint32_t total, void* payload) {
      return guarded(payload, [&](NetPeer& self) {
        self.report_.tell({Phase::kPacking, current, total, 0});
        return 0;
      });
    };
    calls.push_transfer_progress = [](unsigned int current, unsigned int total, std::size_t bytes,
                                      void* payload) {
      return guarded(payload, [&](NetPeer& self) {
        self.sent_ = {total, bytes};
        self.report_.tell({Phase::kSending, current, total, bytes});
        return 0;
      });
    };
    calls.push_update_reference = [](const char* name, const char* status, void* payload) {
      return guarded(payload, [&](NetPeer& self) {
        // A tag that somebody else gave meanwhile stays as it is there.
        if (status != nullptr && name == self.branch_) self.refusal_ = status;
        return 0;
      });
    };
    return calls;
  }

  void checked(int result) {
    if (result >= 0) return;
    if (failure_) std::rethrow_exception(failure_);
    report_.throwIfCancelled();
    credentials_.throwTrouble();
    const git_error* error = git_error_last();
    const std::string reason = error == nullptr || error->message == nullptr ? "?" : error->message;
    const int kind = error == nullptr ? GIT_ERROR_NONE : error->klass;
    if (wire_.state() == Wire::State::kSilent) throwSilent();
    if (result == GIT_EAUTH) throw credentials_.denied();
    if (wire_.state() == Wire::State::kNeverConnected && kind != GIT_ERROR_OS) throwOffline(reason);
    throwSpoken(kind, reason);
    check(result, bank_);
  }

  [[nodiscard]] Place place() const { return {withoutUser(url_), 0, {}}; }

  [[noreturn]] void throwSilent() const {
    throw TransferError(Trouble::kOffline, say("对方长时间没有回应，已断开。"), place(),
                        say("稍后再试；这里没有任何改动。"));
  }

  [[noreturn]] void throwOffline(const std::string& reason) const {
    throw TransferError(
        Trouble::kOffline,
        say("连不上 {host}：{reason}。", "host"_a = address_.hostAndPort(), "reason"_a = reason), place(),
        say("检查网络和地址，联网后再同步；这里没有任何改动。"));
  }

  [[noreturn]] void throwRefused(const std::string& words) const {
    throw TransferError(Trouble::kRefused, say("对方没有接收：{words}。", "words"_a = words), place(),
                        contains(words, {"checked out"})
                            ? say("对方是一个正在编写的题库，请另建一个共享的版本库（git init --bare）。")
                            : say("请对方的管理员查看；这里没有任何改动。"));
  }

  // What a server or a broken connection says, by the words that git and libgit2 have for it.
  void throwSpoken(int kind, const std::string& reason) const {
    const bool ours =
        kind != GIT_ERROR_NET && kind != GIT_ERROR_HTTP && kind != GIT_ERROR_SSH && kind != GIT_ERROR_SSL;
    if (kind == GIT_ERROR_INDEXER || kind == GIT_ERROR_ZLIB || kind == GIT_ERROR_SHA) {
      throw TransferError(Trouble::kFault, say("收到的数据已损坏或不完整：{reason}。", "reason"_a = reason),
                          place(), say("请对方重新发送；这里没有任何改动。"));
    }
    if (ours) return;
    if (contains(reason, {"404", "does not appear to be a git repository", "not exported", "ot found",
                          "no such repository"})) {
      throw TransferError(Trouble::kNotThere, say("这个地址没有版本库：{reason}。", "reason"_a = reason),
                          place(), say("核对地址，并请对方建立版本库。"));
    }
    if (contains(reason, {"401", "403", "authenticat", "Permission denied"})) throw credentials_.denied();
    throw TransferError(Trouble::kOffline, say("与对方的连接中断了：{reason}。", "reason"_a = reason),
                        place(), say("稍后再试；这里没有任何改动。"));
  }

  fs::path bank_;
  std::string url_;
  RemoteAddress address_;
  Reporter report_;
  Wire wire_;
  Credentials credentials_;
  git_direction direction_;
  RemoteHandle remote_;  ///< Goes before the wire that its connection belongs to.
  std::string head_;
  std::string branch_;
  std::optional<std::string> refusal_;
  Traffic sent_;
  std::exception_ptr failure_;
};

}  // namespace

std::unique_ptr<Peer> connectServer(git_repository* repository, fs::path bank, const std::string& url,
                                    bool push, const Transfer& how) {
  return std::make_unique<NetPeer>(repository, std::move(bank), url, push, how);
}

}  // namespace tiku::formats::git
