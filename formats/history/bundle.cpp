#include "formats/history/bundle.h"

#include <array>
#include <fcntl.h>
#include <fstream>
#include <set>
#include <unistd.h>

#include "formats/base/say.h"
#include "formats/base/user.h"
#include "formats/history/lock_notes.h"
#include "formats/history/outgoing.h"
#include "formats/history/remote_repository.h"
#include "formats/model/values.h"
#include "formats/package/posix.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;
using Phase = TransferProgress::Phase;

/// Written aside and renamed when it is whole.
class FileAside {
 public:
  FileAside(fs::path file, bool replace) : file_(std::move(file)), replace_(replace) {
    std::error_code error;
    if (!replace_ && fs::exists(file_, error)) throwExists();
    aside_ = file_.parent_path() / ("." + file_.filename().string() + ".tiku-" + Id::random().str());
    open_ = posix::File(::open(aside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!open_.valid()) posix::failIo(errno, file_.string());
  }
  FileAside(const FileAside&) = delete;
  FileAside& operator=(const FileAside&) = delete;
  ~FileAside() {
    std::error_code ignored;
    if (!done_) fs::remove(aside_, ignored);
  }

  void write(std::string_view bytes) {
    bytes_ += bytes.size();
    while (!bytes.empty()) {
      const ssize_t written = ::write(open_.get(), bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) posix::failIo(errno, file_.string());
      if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void finish() {
    if (::fsync(open_.get()) != 0) posix::failIo(errno, file_.string());
    std::error_code error;
    if (!replace_ && fs::exists(file_, error)) throwExists();
    if (::rename(aside_.c_str(), file_.c_str()) != 0) posix::failIo(errno, file_.string());
    done_ = true;
  }

  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  [[noreturn]] void throwExists() const {
    throw FormatError(ErrorCode::kConflict, say("文件已经存在。"), {file_.string(), 0, {}},
                      say("请换一个文件名，或先移走原来的文件。"));
  }

  fs::path file_;
  fs::path aside_;
  bool replace_;
  bool done_ = false;
  posix::File open_;
  std::uint64_t bytes_ = 0;
};

git_oid idOfHex(const std::string& hex) {
  git_oid id{};
  git_oid_fromstr(&id, hex.c_str());
  return id;
}

git_oid commitOf(git_repository* repository, const fs::path& bank, const std::string& name) {
  git_object* raw = nullptr;
  const int result = git_revparse_single(&raw, repository, (name + "^{commit}").c_str());
  const git::ObjectHandle object(raw);
  if (result < 0) {
    throw FormatError(ErrorCode::kUsage, say("没有名为“{name}”的版本。", "name"_a = name),
                      {bank.string(), 0, {}}, say("用 tiku log 查看有哪些版本。"));
  }
  return *git_object_id(object.get());
}

std::string firstLineOf(git_repository* repository, const git_oid& id) {
  git_commit* raw = nullptr;
  if (git_commit_lookup(&raw, repository, &id) < 0) return {};
  const git::CommitHandle commit(raw);
  const char* summary = git_commit_summary(commit.get());
  std::string text = summary == nullptr ? "" : summary;
  std::erase_if(text, [](char c) { return c == '\n' || c == '\0'; });
  return text.substr(0, 200);
}

struct Tip {
  std::string name;
  git_oid id{};
};

// The tags on check-ins that go out.
std::vector<Tip> tagsOn(git_repository* repository, const fs::path& bank,
                        const std::vector<git_oid>& commits) {
  const std::set<git_oid, git::OidOrder> going(commits.begin(), commits.end());
  std::vector<Tip> tags;
  const auto look = [&](const std::string& name, const git_oid& id) {
    const auto commit = git::commitBehind(repository, id);
    if (commit && going.contains(*commit)) tags.push_back({name, id});
  };
  git::forEachReference(repository, bank, look, "refs/tags/*");
  return tags;
}

std::string headerText(git_repository* repository, const std::vector<Tip>& tips,
                       const std::vector<git_oid>& prerequisites) {
  std::string text = "# v2 git bundle\n";
  for (const git_oid& id : prerequisites)
    text += "-" + git::hex(id) + " " + firstLineOf(repository, id) + "\n";
  for (const Tip& tip : tips) text += git::hex(tip.id) + " " + tip.name + "\n";
  return text + "\n";
}

std::string partnerReference(const std::string& partner) {
  const std::string name = "refs/tiku/partners/" + partner;
  int valid = 0;
  if (git_reference_name_is_valid(&valid, name.c_str()) == 0 && valid != 0) return name;
  throw FormatError(ErrorCode::kUsage, say("“{name}”不能作为交换对象的名称。", "name"_a = partner), {},
                    say("名称里不能有空格、冒号、问号、星号和连续的点。"));
}

void requirePrerequisites(git_repository* repository, const BundleHeader& header, const std::string& name) {
  std::string missing;
  std::size_t count = 0;
  for (const BundleHeader::Prerequisite& one : header.prerequisites) {
    const git_oid id = idOfHex(one.commit);
    git_commit* raw = nullptr;
    if (git_commit_lookup(&raw, repository, &id) == 0) {
      git_commit_free(raw);
      continue;
    }
    git_error_clear();
    if (++count > 5) continue;
    missing += (missing.empty() ? "" : translate("、")) + one.commit.substr(0, 10);
    if (!one.comment.empty()) missing += "“" + one.comment + "”";
  }
  if (count == 0) return;
  const auto head = git::idOf(repository, "HEAD");
  throw FormatError(
      ErrorCode::kConflict,
      say("这里缺少交换文件所依据的 {n} 次签入：{missing}。", "n"_a = count, "missing"_a = missing),
      {name, 0, {}},
      head ? say("请对方用 tiku exchange out 重新写出，--since 写明双方都有的一次签入；这里最新的是 {head}。",
                 "head"_a = git::hex(*head).substr(0, 10))
           : say("请对方写出全部历史，不写 --since 和 --to。"));
}

}  // namespace

std::optional<BundleWritten> writeBundle(const fs::path& bank, const fs::path& file,
                                         const std::vector<std::string>& known, bool replace,
                                         const Transfer& how) {
  const git::RepositoryHandle repository = git::openForRemote(bank);
  const auto head = git::idOf(repository.get(), "HEAD");
  if (!head) {
    throw FormatError(ErrorCode::kUsage, say("还没有签入过任何版本，没有可以交换的。"),
                      {bank.string(), 0, {}}, say("先用 tiku commit 签入。"));
  }
  std::vector<git_oid> has;
  for (const std::string& name : known) has.push_back(commitOf(repository.get(), bank, name));
  git::Outgoing outgoing(repository.get(), bank, {*head}, has);
  if (outgoing.commits().empty()) return std::nullopt;
  std::vector<Tip> tips{{"refs/heads/main", *head}};
  for (Tip& tag : tagsOn(repository.get(), bank, outgoing.commits())) {
    outgoing.addTag(tag.id);
    tips.push_back(std::move(tag));
  }

  git::Reporter report(how);
  outgoing.collect(git::Outgoing::Newest::kAsDelta,
                   [&](std::size_t done, std::size_t all) { report.tell({Phase::kPacking, done, all, 0}); });
  FileAside aside(file, replace);
  aside.write(headerText(repository.get(), tips, outgoing.prerequisites()));
  outgoing.write([&](std::string_view bytes) {
    aside.write(bytes);
    report.tell({Phase::kSending, 0, outgoing.objects(), aside.bytes()});
  });
  aside.finish();

  BundleWritten written{{}, {}, outgoing.objects(), aside.bytes()};
  for (const git_oid& id : outgoing.commits()) written.commits.push_back(git::hex(id));
  for (const git_oid& id : outgoing.prerequisites()) written.prerequisites.push_back(git::hex(id));
  return written;
}

BundleTaken readBundle(const fs::path& bank, std::istream& bundle, const std::string& name,
                       const Inspect& inspect, const Transfer& how) {
  const BundleHeader header = readBundleHeader(bundle, name);
  const BundleHeader::Reference branch = header.branch();
  const git::RepositoryHandle repository = git::openForRemote(bank);
  requirePrerequisites(repository.get(), header, name);

  git::Incoming incoming(bank);
  git::Reporter report(how);
  std::array<char, 1U << 16U> buffer{};
  std::uint64_t bytes = 0;
  while (bundle.read(buffer.data(), buffer.size()), bundle.gcount() > 0) {
    const auto count = static_cast<std::size_t>(bundle.gcount());
    incoming.append({buffer.data(), count});
    bytes += count;
    report.tell({Phase::kReceiving, 0, 0, bytes});
  }
  incoming.append({});
  incoming.finish();

  std::vector<Tip> tags;
  std::vector<git_oid> tips{idOfHex(branch.commit)};
  for (const BundleHeader::Reference& reference : header.references) {
    int valid = 0;
    const bool isTag = reference.name.starts_with("refs/tags/") &&
                       git_reference_name_is_valid(&valid, reference.name.c_str()) == 0 && valid != 0;
    if (!isTag || git::idOf(repository.get(), reference.name)) continue;
    tags.push_back({reference.name, idOfHex(reference.commit)});
    tips.push_back(tags.back().id);
  }
  incoming.requireComplete(tips, [&](std::size_t n) { report.tell({Phase::kChecking, n, 0, bytes}); });
  if (inspect) inspect(*incoming.treeOf(tips.front(), name));
  report.throwIfCancelled();
  incoming.keep();

  BundleTaken taken{branch.commit, "refs/tiku/exchange/" + branch.commit.substr(0, 16), {}};
  git::setReference(repository.get(), bank, taken.reference, tips.front(), "exchange");
  for (const Tip& tag : tags) {
    git::setReference(repository.get(), bank, tag.name, tag.id, "exchange");
    taken.tags.push_back(tag.name.substr(std::string("refs/tags/").size()));
  }
  return taken;
}

BundleTaken readBundle(const fs::path& bank, const fs::path& file, const Inspect& inspect,
                       const Transfer& how) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {file.string(), 0, {}});
  return readBundle(bank, stream, file.string(), inspect, how);
}

void dropBundle(const fs::path& bank, const BundleTaken& taken) {
  const git::RepositoryHandle repository = git::openForRemote(bank);
  git_reference* raw = nullptr;
  if (git_reference_lookup(&raw, repository.get(), taken.reference.c_str()) < 0) return;
  const git::ReferenceHandle reference(raw);
  git::LockNotes notes(repository.get(), bank);
  notes.movesReference(taken.reference, *git_reference_target(raw));
  git::check(git_reference_delete(reference.get()), bank);
}

std::optional<std::string> partnerHas(const fs::path& bank, const std::string& partner) {
  const git::RepositoryHandle repository = git::openForRemote(bank);
  const auto id = git::idOf(repository.get(), partnerReference(partner));
  return id ? std::optional(git::hex(*id)) : std::nullopt;
}

void rememberPartner(const fs::path& bank, const std::string& partner, const std::string& revision) {
  const git::RepositoryHandle repository = git::openForRemote(bank);
  git::setReference(repository.get(), bank, partnerReference(partner),
                    commitOf(repository.get(), bank, revision), "exchange");
}

Signature ownSignature(const fs::path& bank) {
  const git::RepositoryHandle repository = git::openForRemote(bank);
  git_signature* raw = nullptr;
  if (git_signature_default(&raw, repository.get()) < 0) {
    git_error_clear();
    return {loginName(), loginName() + "@" + hostName()};
  }
  const git::SignatureHandle signature(raw);
  return {signature->name, signature->email};
}

}  // namespace tiku::formats
