#include "workflows/sync/sync.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/history/history_reader.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "formats/package/save.h"
#include "workflows/checkin/message.h"

namespace tiku::workflows {

using namespace formats;
namespace fs = std::filesystem;

namespace {

constexpr int kTries = 6;
constexpr std::size_t kMostTold = 1000;

std::string titleIn(const FileTree& tree) {
  try {
    const Object info = read("bank.xml", tree.read("bank.xml"), tree.name());
    if (const auto* bank = as<BankInfo>(info)) return bank->title;
  } catch (const FormatError&) {
    // What cannot be read has no title that could be told.
  }
  return tree.name();
}

// The newest check-in of HEAD; empty before the first.
std::string headOf(const Repository& repository) {
  const std::vector<Revision> tip = repository.log(1);
  return tip.empty() ? std::string() : tip.front().commit;
}

/// One run.
class Sync {
 public:
  Sync(fs::path bank, const SyncOptions& options)
      : bank_(std::move(bank)), options_(options), repository_(Repository::open(bank_)) {}

  SyncResult run() {
    for (int attempt = 0; attempt < kTries; ++attempt) {
      if (!bring()) return std::move(result_);
      if (!result_.checkedIn) result_.checkedIn = checkInDirty(bank_, options_.message, options_.author);
      if (!merge()) return std::move(result_);
      const auto sent = send();
      if (!sent) return std::move(result_);
      if (sent->state == PushResult::State::kBehind) continue;
      result_.tagsOut = sent->tags;
      tellOutgoing(*sent);
      return std::move(result_);
    }
    throw FormatError(ErrorCode::kConflict, say("同步的这段时间里别人一直在送交，没有轮到这里。"),
                      {bank_.string(), 0, {}}, say("改动都已签入，稍后再同步一次。"));
  }

 private:
  // False: nobody can be reached.
  bool bring() {
    const auto inspect = [this](const FileTree& theirs) { requireSameBank(*openDirectory(bank_), theirs); };
    return reached([&] {
      const FetchResult fetched = fetch(bank_, options_.remote, options_.transfer, inspect);
      theirs_ = fetched.after;
      result_.rewritten = result_.rewritten || fetched.rewritten;
      result_.tagsIn.insert(result_.tagsIn.end(), fetched.tags.begin(), fetched.tags.end());
    });
  }

  std::optional<PushResult> send() {
    std::optional<PushResult> sent;
    reached([&] { sent = push(bank_, options_.remote, options_.transfer); });
    return sent;
  }

  bool reached(const std::function<void()>& action) {
    try {
      action();
      return true;
    } catch (const TransferError& error) {
      if (error.trouble() != TransferError::Trouble::kOffline) throw;
      result_.state = SyncResult::State::kOffline;
      result_.offlineReason = error.full();
      return false;
    }
  }

  // False: questions are open.
  bool merge() {
    if (!theirs_) return true;
    MergeResult merged = mergeTaking(repository_, *theirs_, options_.answers, options_.open);
    if (merged.nothingNew) return true;
    const std::vector<Revision> incoming = revisionsBetween(repository_, merged.mine, *theirs_);
    result_.incoming.insert(result_.incoming.begin(), incoming.begin(), incoming.end());
    result_.changes.insert(result_.changes.end(), merged.incoming.begin(), merged.incoming.end());
    if (!merged.questions.empty()) {
      result_.state = SyncResult::State::kQuestions;
      result_.preview = std::move(merged);
      return false;
    }
    const Revision made =
        writeMerge(repository_, bank_, merged, mergeMessage(repository_, merged), options_.author);
    if (!merged.fastForward) result_.merge = made;
    return true;
  }

  void tellOutgoing(const PushResult& sent) {
    if (sent.state != PushResult::State::kPushed) return;
    const std::string theirs = theirs_.value_or("");
    const std::string head = headOf(repository_);
    if (theirs != head) result_.outgoing = revisionsBetween(repository_, theirs, head);
  }

  fs::path bank_;
  const SyncOptions& options_;
  Repository repository_;
  SyncResult result_;
  std::optional<std::string> theirs_;
};

}  // namespace

void requireSameBank(const FileTree& mine, const FileTree& theirs) {
  const std::string path(kManifestPath);
  if (!theirs.has(path)) {
    throw FormatError(ErrorCode::kNotAPackage, say("那里的版本库里没有题库。"), {theirs.name(), 0, {}},
                      say("核对地址或文件。"));
  }
  if (!mine.has(path)) return;
  const Manifest ours = readManifest(mine.read(path), mine.name());
  const Manifest other = readManifest(theirs.read(path), theirs.name());
  if (ours.packageId == other.packageId) return;
  throw FormatError(ErrorCode::kConflict,
                    say("那里是另一个题库“{theirs}”，不是这里的“{mine}”。", "theirs"_a = titleIn(theirs),
                        "mine"_a = titleIn(mine)),
                    {theirs.name(), 0, {}},
                    say("核对地址或文件；要把别的题库的试题收进来，用 tiku import。"));
}

MergeResult mergeTaking(const Repository& repository, const std::string& theirs, MergeAnswers answers,
                        SyncOptions::Open open) {
  using Take = MergeAnswer::Take;
  MergeResult merged = mergeRevision(repository, theirs, answers);
  // Answering one question may bring up another one, as where a row goes that is kept.
  constexpr int kMostRounds = 10;
  for (int round = 0; open != SyncOptions::Open::kAsk && !merged.questions.empty() && round < kMostRounds;
       ++round) {
    const Take take = open == SyncOptions::Open::kMine ? Take::kMine : Take::kTheirs;
    for (const MergeQuestion& question : merged.questions)
      answers.insert_or_assign(question.address, MergeAnswer{take, {}});
    merged = mergeRevision(repository, theirs, answers);
  }
  return merged;
}

std::optional<Revision> checkInDirty(const fs::path& bank, const std::string& message,
                                     const std::optional<Signature>& author) {
  finishSave(bank);
  Repository repository = Repository::open(bank);
  const Dirty dirty = repository.dirty();
  if (dirty.empty()) return std::nullopt;
  const ReadResult read = loadBank(bank);  // A bank that cannot be read is not checked in.
  std::string words = message.empty() ? proposedMessage(dirty, read.bank) : message;
  std::vector<std::string> paths;
  for (const auto* part : {&dirty.added, &dirty.changed, &dirty.removed})
    paths.insert(paths.end(), part->begin(), part->end());
  return repository.checkIn(paths, words, author);
}

std::vector<Revision> revisionsBetween(const Repository& repository, const std::string& older,
                                       const std::string& newer) {
  const HistoryReader history(repository);
  std::vector<Revision> list;
  const auto take = [&](const HistoryReader::Commit& commit) {
    list.push_back(history.revision(commit.id));
    return list.size() < kMostTold;
  };
  history.walk(newer, take, older);
  std::ranges::stable_sort(list, std::greater<>(), &Revision::time);
  return list;
}

SyncResult sync(const fs::path& bank, const SyncOptions& options) {
  return Sync(bank, options).run();
}

}  // namespace tiku::workflows
