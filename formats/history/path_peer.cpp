#include "formats/history/path_peer.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/lock_notes.h"
#include "formats/history/outgoing.h"
#include "formats/history/tidy.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;
using Phase = TransferProgress::Phase;
using Trouble = TransferError::Trouble;

class PathPeer final : public Peer {
 public:
  PathPeer(git_repository* repository, fs::path bank, fs::path there, const Transfer& how)
      : here_(repository), bank_(std::move(bank)), there_(std::move(there)), report_(how) {
    report_.throwIfCancelled();
    open();
  }

  std::vector<PeerReference> references() override {
    std::vector<PeerReference> list;
    forEachReference(other_.get(), there_, [&](const std::string& name, const git_oid& id) {
      if (name.starts_with("refs/heads/") || name.starts_with("refs/tags/")) list.push_back({name, id});
    });
    return list;
  }

  [[nodiscard]] std::string head() const override {
    git_reference* raw = nullptr;
    if (git_reference_lookup(&raw, other_.get(), "HEAD") < 0) return {};
    const ReferenceHandle head(raw);
    const char* target = git_reference_symbolic_target(head.get());
    return target == nullptr ? "" : target;
  }

  // We pack it ourselves, and read each object for that.
  [[nodiscard]] bool bringsAllOrFails() const override { return true; }

  Traffic bring(Incoming& incoming, const std::vector<PeerReference>& wanted) override {
    return move(other_.get(), there_, idsOf(wanted), knownTo(here_, bank_), incoming, Phase::kReceiving);
  }

  bool send(const std::vector<PeerUpdate>& updates, Traffic& traffic) override {
    refuseOpenBank(updates.front().there);
    std::vector<git_oid> tips;
    for (const PeerUpdate& update : updates) tips.push_back(update.id);
    Incoming incoming(there_);
    traffic = move(here_, bank_, tips, knownTo(other_.get(), there_), incoming, Phase::kSending);
    incoming.keep();
    for (const PeerUpdate& update : updates) {
      const bool set = setReference(update);
      if (!set && &update == &updates.front()) return false;
    }
    packManyLoose(other_.get(), there_);
    return true;
  }

 private:
  void open() {
    const Place place{there_.string(), 0, {}};
    std::error_code error;
    if (!fs::exists(there_, error)) {
      throw TransferError(
          Trouble::kOffline, say("找不到对方的文件夹。"), place,
          say("接好移动盘或网络盘后再试；第一次使用这个位置时，用 tiku sync --create 建立。"));
    }
    git_repository* raw = nullptr;
    const int result = git_repository_open_ext(&raw, there_.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
    other_.reset(raw);
    if (result == GIT_ENOTFOUND) {
      throw TransferError(Trouble::kNotThere, say("这个文件夹里没有可以同步的版本库。"), place,
                          say("核对路径；要在一个空文件夹里建立共享的版本库，用 tiku sync --create。"));
    }
    check(result, there_);
  }

  // Somebody has this bank open there: the branch would move away under his files.
  void refuseOpenBank(const std::string& branch) const {
    if (git_repository_is_bare(other_.get()) != 0 || head() != branch) return;
    throw TransferError(
        Trouble::kRefused, say("对方的文件夹是一个正在编写的题库，不能直接送去。"), {there_.string(), 0, {}},
        say("另建一个共享的版本库（tiku sync --create），两边都与它同步；或者在那边同步这里。"));
  }

  static std::vector<git_oid> idsOf(const std::vector<PeerReference>& references) {
    std::vector<git_oid> ids;
    for (const PeerReference& reference : references) ids.push_back(reference.id);
    return ids;
  }

  static std::vector<git_oid> knownTo(git_repository* repository, const fs::path& where) {
    std::vector<git_oid> ids;
    forEachReference(repository, where,
                     [&](const std::string& /*name*/, const git_oid& id) { ids.push_back(id); });
    return ids;
  }

  Traffic move(git_repository* from, const fs::path& fromWhere, const std::vector<git_oid>& tips,
               const std::vector<git_oid>& known, Incoming& incoming, Phase phase) {
    Outgoing pack(from, fromWhere, tips, known);
    pack.collect(Outgoing::Newest::kAsDelta, [this](std::size_t done, std::size_t all) {
      report_.tell({Phase::kPacking, done, all, 0});
    });
    Traffic traffic{pack.objects(), 0};
    if (traffic.objects == 0) return traffic;
    pack.write([&](std::string_view bytes) {
      traffic.bytes += bytes.size();
      report_.tell({phase, 0, traffic.objects, traffic.bytes});
      incoming.append(bytes);
    });
    incoming.finish();
    return traffic;
  }

  // False when something else stands there by now, or somebody is setting it at this moment.
  bool setReference(const PeerUpdate& update) {
    std::optional<LockNotes> notes;
    try {
      notes.emplace(other_.get(), there_);
    } catch (const FormatError& busy) {
      if (busy.code() == ErrorCode::kConflict) return false;
      throw;
    }
    notes->movesReference(update.there, update.id);
    git_reference* raw = nullptr;
    const int result =
        update.before ? git_reference_create_matching(&raw, other_.get(), update.there.c_str(), &update.id, 1,
                                                      &*update.before, "push")
                      : git_reference_create(&raw, other_.get(), update.there.c_str(), &update.id, 0, "push");
    const ReferenceHandle reference(raw);
    if (result == GIT_EMODIFIED || result == GIT_EEXISTS || result == GIT_ELOCKED) return false;
    check(result, there_);
    return true;
  }

  git_repository* here_;
  fs::path bank_;
  fs::path there_;
  Reporter report_;
  RepositoryHandle other_;
};

}  // namespace

std::unique_ptr<Peer> connectPath(git_repository* repository, fs::path bank, fs::path there,
                                  const Transfer& how) {
  return std::make_unique<PathPeer>(repository, std::move(bank), std::move(there), how);
}

}  // namespace tiku::formats::git
