#include "formats/history/repository.h"

#include <fstream>
#include <sstream>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository_impl.h"
#include "formats/history/work_file.h"
#include "formats/package/save.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

// The rules lie in .git and not in the work tree: then the tree of a commit holds the files of the bank and
// nothing else, and its id is the treeIdOf() of the bank wherever it lies.
constexpr std::pair<const char*, const char*> kLocalRules[] = {
    {"exclude",
     "# No part of a bank (tiku): names with a dot in front, the first entry of archives.\n.*\n/mimetype\n"},
    {"attributes", "# A bank's files are kept byte by byte (tiku).\n* -text -filter -ident\n"},
    {"attributes",
     "# They are merged by object and field (tiku merge-driver).\n"
     "/tiku.xml merge=tiku\n/bank.xml merge=tiku\n/standard.xml merge=tiku\n/people.xml merge=tiku\n"
     "/waivers.xml merge=tiku\n/judgements.xml merge=tiku\n/terms.xml merge=tiku\n/experts.xml merge=tiku\n"
     "/panel-draws.xml merge=tiku\n/filing/dossier.xml merge=tiku\n/blueprints/*.xml merge=tiku\n"
     "/items/**/*.xml merge=tiku\n/papers/**/*.xml merge=tiku\n/reviews/**/*.xml merge=tiku\n"},
};

// Line ends stay as they are; discs and USB media mark every file as executable; Chinese names are shown as
// such.
constexpr const char* kSettingsThatAreOff[] = {"core.autocrlf", "core.filemode", "core.quotepath"};

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

std::string reasonOf(const std::error_code& error) {
  return error.message();
}

[[noreturn]] void throwNoRepository(const fs::path& directory) {
  throw FormatError(ErrorCode::kNotUnderstood, say("这个目录没有版本历史。"), {directory.string(), 0, {}},
                    say("先用 tiku commit 建立版本历史。"));
}

}  // namespace

Repository::Repository(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

bool Repository::isRepository(const fs::path& directory) {
  std::error_code error;
  return fs::exists(fs::symlink_status(directory / ".git", error));
}

Repository Repository::init(const fs::path& directory) {
  git::start();
  const Place place{directory.string(), 0, {}};
  if (isRepository(directory)) {
    throw FormatError(ErrorCode::kConflict, say("这个目录已经有版本历史。"), place);
  }
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    throw FormatError(ErrorCode::kIo, say("没有这个目录。"), place, say("请先新建题库。"));
  }
  // Not by its initialiser macro, which leaves fields out and clang says so.
  git_repository_init_options options;
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_NO_REINIT;
  options.initial_head = "main";
  // The user's own template could bring hooks and excludes; a bank's repository is the same everywhere.
  options.template_path = nullptr;
  auto handle = git::acquire<git::RepositoryHandle>(directory, [&](git_repository** out) {
    return git_repository_init_ext(out, directory.c_str(), &options);
  });
  auto impl = std::make_unique<Impl>(directory, std::move(handle));
  impl->writeLocalRules();
  return Repository(std::move(impl));
}

Repository Repository::open(const fs::path& directory) {
  git::start();
  if (!isRepository(directory)) throwNoRepository(directory);
  const Place place{directory.string(), 0, {}};
  git_repository* raw = nullptr;
  const int result = git_repository_open_ext(&raw, directory.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  git::RepositoryHandle handle(raw);
  if (result == GIT_ENOTFOUND) {
    throw FormatError(ErrorCode::kNotUnderstood, say("这里的 .git 不是完好的 git 版本库。"), place,
                      say("从别的副本恢复 .git；工作目录里的文件没有被改动。"));
  }
  git::check(result, directory);
  const char* workTree = git_repository_workdir(handle.get());
  std::error_code error;
  if (workTree == nullptr || !fs::equivalent(workTree, directory, error)) {
    throw FormatError(ErrorCode::kNotUnderstood, say("这个版本库的工作目录不在这里。"), place,
                      say("请打开题库所在的目录。"));
  }
  return Repository(std::make_unique<Impl>(directory, std::move(handle)));
}

void Repository::Impl::writeLocalRules() const {
  const auto config = git::acquire<git::ConfigHandle>(
      directory, [&](git_config** out) { return git_repository_config(out, repository.get()); });
  for (const char* setting : kSettingsThatAreOff) {
    int value = 1;
    if (git_config_get_bool(&value, config.get(), setting) < 0 || value != 0) {
      git::check(git_config_set_bool(config.get(), setting, 0), directory);
    }
  }
  writeMergeDriver("tiku", false);
  git::Buffer info;
  git::check(git_repository_item_path(info.get(), repository.get(), GIT_REPOSITORY_ITEM_INFO), directory);
  const fs::path folder = info.str();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw FormatError(ErrorCode::kIo, say("无法写入版本库：{reason}。", "reason"_a = reasonOf(error)),
                      place());
  }
  for (const auto& [name, rules] : kLocalRules) {
    std::string content = contentOf(folder / name);
    if (content.find(rules) != std::string::npos) continue;
    if (!content.empty() && !content.ends_with('\n')) content += '\n';
    writeFileSafely(folder / name, content + rules, true);
  }
}

void Repository::Impl::writeMergeDriver(const std::string& program, bool replace) const {
  const auto config = git::acquire<git::ConfigHandle>(
      directory, [&](git_config** out) { return git_repository_config(out, repository.get()); });
  git::Buffer there;
  if (!replace && git_config_get_string_buf(there.get(), config.get(), "merge.tiku.driver") == 0) return;
  // For the shell that git calls it with.
  std::string quoted = "'";
  for (const char c : program) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  const std::pair<const char*, std::string> settings[] = {
      {"merge.tiku.name", "Tiku"},
      {"merge.tiku.driver", quoted + "' merge-driver %O %A %B %P"},
      // Where several common ancestors differ the one before them counts, so that what is open is asked.
      {"merge.tiku.recursive", "binary"}};
  for (const auto& [name, value] : settings) {
    git::check(git_config_set_string(config.get(), name, value.c_str()), directory);
  }
}

void Repository::installMergeDriver(const std::string& program) {
  impl_->writeLocalRules();
  impl_->writeMergeDriver(program, true);
}

git::ObjectStore Repository::Impl::storeOf(git_repository* of) const {
  return {git::acquire<git::OdbHandle>(directory, [&](git_odb** out) { return git_repository_odb(out, of); }),
          directory};
}

std::optional<git_oid> Repository::Impl::headCommit() const {
  git_oid id{};
  const int result = git_reference_name_to_id(&id, repository.get(), "HEAD");
  if (result == GIT_ENOTFOUND) return std::nullopt;
  git::check(result, directory);
  return id;
}

git::CommitHandle Repository::Impl::commit(const git_oid& id) const {
  return git::acquire<git::CommitHandle>(
      directory, [&](git_commit** out) { return git_commit_lookup(out, repository.get(), &id); });
}

Dirty Repository::dirty() const {
  finishSave(impl_->directory);
  return impl_->scan().dirty;
}

std::optional<Revision> Repository::checkIn(const std::string& message,
                                            const std::optional<Signature>& author) {
  finishSave(impl_->directory);
  const Impl::Scan scan = impl_->scan();
  std::vector<std::string> paths;
  for (const auto* part : {&scan.dirty.added, &scan.dirty.changed, &scan.dirty.removed}) {
    paths.insert(paths.end(), part->begin(), part->end());
  }
  return impl_->checkIn({paths, scan.unstaged, message, author});
}

std::optional<Revision> Repository::checkIn(const std::vector<std::string>& paths, const std::string& message,
                                            const std::optional<Signature>& author) {
  finishSave(impl_->directory);
  for (const std::string& path : paths) git::requireTreePath(impl_->directory, path);
  return impl_->checkIn({paths, {}, message, author});
}

Revision Repository::checkInMerge(const std::vector<std::string>& paths, const std::string& theirs,
                                  const std::string& message, const std::optional<Signature>& author) {
  finishSave(impl_->directory);
  for (const std::string& path : paths) git::requireTreePath(impl_->directory, path);
  const git_oid other = *git_commit_id(impl_->resolve(theirs).get());
  if (auto made = impl_->checkIn({paths, {}, message, author, other})) return *std::move(made);
  return find("HEAD");
}

}  // namespace tiku::formats
