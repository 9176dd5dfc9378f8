#include "formats/history/bulk.h"

#include "formats/history/work_file.h"

namespace tiku::formats::git {
namespace {

constexpr std::size_t kFewFiles = 200;
constexpr std::uint64_t kMostBytesInMemory = 256U << 20U;

bool isBulk(const std::filesystem::path& directory, const std::vector<std::string>& paths,
            std::size_t known) {
  // A pack holds the whole bank, not only what is new, so it must be worth it.
  if (paths.size() < kFewFiles || paths.size() * 2 < known) return false;
  std::uint64_t bytes = 0;
  for (const std::string& path : paths) {
    if (const auto stamp = stampOf(directory, path)) bytes += static_cast<std::uint64_t>(stamp->st_size);
  }
  return bytes <= kMostBytesInMemory;
}

}  // namespace

Bulk::Bulk(git_repository* repository, std::filesystem::path directory, const std::vector<std::string>& paths,
           std::size_t known)
    : plain_(repository), directory_(std::move(directory)) {
  if (!isBulk(directory_, paths, known)) return;
  // A second view of the same repository, since a backend cannot be taken out again.
  own_ = acquire<RepositoryHandle>(directory_, [&](git_repository** out) {
    return git_repository_open_ext(out, git_repository_path(plain_), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  });
  const auto odb =
      acquire<OdbHandle>(directory_, [&](git_odb** out) { return git_repository_odb(out, own_.get()); });
  check(git_mempack_new(&memory_), directory_);
  constexpr int kBeforeAllOthers = 999;
  check(git_odb_add_backend(odb.get(), memory_, kBeforeAllOthers), directory_);
}

void Bulk::finish() {
  if (!own_) return;
  Buffer pack;
  check(git_mempack_dump(pack.get(), own_.get(), memory_), directory_);
  Buffer objects;
  check(git_repository_item_path(objects.get(), plain_, GIT_REPOSITORY_ITEM_OBJECTS), directory_);
  // Written through a third door: the view of own_ would put the pack back into memory.
  const auto disk =
      acquire<OdbHandle>(directory_, [&](git_odb** out) { return git_odb_open(out, objects.data()); });
  git_odb_writepack* raw = nullptr;
  check(git_odb_write_pack(&raw, disk.get(), nullptr, nullptr), directory_);
  struct Free {
    void operator()(git_odb_writepack* writer) const { writer->free(writer); }
  };
  const std::unique_ptr<git_odb_writepack, Free> writer(raw);
  git_indexer_progress progress{};
  check(writer->append(writer.get(), pack.data(), pack.size(), &progress), directory_);
  check(writer->commit(writer.get(), &progress), directory_);
  const auto odb =
      acquire<OdbHandle>(directory_, [&](git_odb** out) { return git_repository_odb(out, plain_); });
  check(git_odb_refresh(odb.get()), directory_);
}

}  // namespace tiku::formats::git
