#include <fstream>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/doctor.h"
#include "formats/history/index_file.h"
#include "formats/history/remote_repository.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

// The last 20 bytes are the SHA-1 of all before them, or zero where git was told to save the time.
bool isWhole(const std::string& bytes) {
  constexpr std::size_t kSum = 20;
  if (bytes.empty()) return true;
  if (bytes.size() < kSum) return false;
  const std::string sum = bytes.substr(bytes.size() - kSum);
  if (sum == std::string(kSum, '\0')) return true;
  git_oid id{};
  git_oid_fromraw(&id, reinterpret_cast<const unsigned char*>(sum.data()));
  return digest(Hash::kSha1, std::string_view(bytes).substr(0, bytes.size() - kSum)) == git::hex(id);
}

// The index as `git reset` makes it: what is checked in, with nothing known of the files.
void rebuild(const fs::path& bank, const fs::path& file) {
  moveAside(bank, file);
  const git::RepositoryHandle repository = git::openForRemote(bank);
  git_index* raw = nullptr;
  git::check(git_repository_index(&raw, repository.get()), bank);
  const std::unique_ptr<git_index, git::Release<git_index_free>> index(raw);
  if (const auto head = git::idOf(repository.get(), "HEAD")) {
    const auto commit = git::acquire<git::CommitHandle>(
        bank, [&](git_commit** out) { return git_commit_lookup(out, repository.get(), &*head); });
    const auto tree = git::acquire<git::TreeHandle>(
        bank, [&](git_tree** out) { return git_commit_tree(out, commit.get()); });
    git::check(git_index_read_tree(index.get(), tree.get()), bank);
  }
  git::check(git_index_write(index.get()), bank);
}

}  // namespace

namespace git {

std::vector<Ailment> examineIndex(const fs::path& bank) {
  const fs::path file = bank / ".git/index";
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  std::string words;
  try {
    IndexFile index(bytes, bank);
    if (index.hasConflicts()) {
      return {{"conflicts", ".git/index", say("版本库里有没有解决的冲突，不能签入。"),
               say("先用 git 解决它们（git status 会列出文件）。")}};
    }
    (void)index.serialize(0, 0);  // Looks at the extensions, too.
    if (isWhole(bytes)) return {};
    words = say("git 的索引文件（.git/index）只写了一半，或已损坏。");
  } catch (const FormatError& refused) {
    if (refused.code() == ErrorCode::kConflict)
      return {{"strange-index", ".git/index", refused.what(), refused.advice()}};
    words = refused.what();
  }
  Ailment broken{"broken-index", ".git/index", words, {}};
  broken.remedy = say("按最近一次签入重建；工作目录里的文件不动。");
  broken.mend = [bank, file] { rebuild(bank, file); };
  return {broken};
}

}  // namespace git

}  // namespace tiku::formats
