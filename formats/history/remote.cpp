#include "formats/history/remote.h"

#include <map>
#include <string_view>

#include "formats/base/say.h"
#include "formats/history/git.h"
#include "formats/history/lock_notes.h"
#include "formats/history/remote_address.h"
#include "formats/history/remote_repository.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

std::string sectionOf(const std::string& name) {
  return "remote." + name + ".url";
}

void requireName(const std::string& name) {
  int valid = 0;
  git_remote_name_is_valid(&valid, name.c_str());
  if (valid != 0) return;
  throw FormatError(ErrorCode::kUsage, say("“{name}”不能作为同步位置的名称。", "name"_a = name), {},
                    say("用字母、数字和减号，例如 origin。"));
}

[[noreturn]] void throwNoRemote(const fs::path& bank, const std::string& name) {
  throw FormatError(ErrorCode::kUsage, say("还没有设置同步的位置“{name}”。", "name"_a = name),
                    {bank.string(), 0, {}}, say("用 tiku sync 目录 --remote 地址 设置。"));
}

// Not git_remote_list() and git_remote_lookup(): libgit2 1.5 loses 20 KB in them for each line of the
// configuration that does not match, and this is asked again after each save.
std::map<std::string, std::string> configuredRemotes(git_repository* repository, const fs::path& bank) {
  constexpr std::string_view kBegin = "remote.";
  const auto config = git::acquire<git::ConfigHandle>(
      bank, [&](git_config** out) { return git_repository_config_snapshot(out, repository); });
  git_config_iterator* raw = nullptr;
  git::check(git_config_iterator_new(&raw, config.get()), bank);
  const std::unique_ptr<git_config_iterator, git::Release<git_config_iterator_free>> iterator(raw);
  std::map<std::string, std::string> urls;
  git_config_entry* entry = nullptr;
  while (git_config_next(&entry, raw) == 0) {
    const std::string_view key = entry->name;
    const std::size_t end = key.rfind('.');
    const bool isUrl = key.ends_with(".url");
    if (!key.starts_with(kBegin) || !(isUrl || key.ends_with(".pushurl")) || end <= kBegin.size()) continue;
    std::string& url = urls[std::string(key.substr(kBegin.size(), end - kBegin.size()))];
    if (isUrl && entry->value != nullptr) url = entry->value;
  }
  return urls;
}

}  // namespace

namespace git {

RepositoryHandle openForRemote(const fs::path& bank) {
  start();
  return acquire<RepositoryHandle>(bank, [&](git_repository** out) {
    return git_repository_open_ext(out, bank.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  });
}

std::string branchOf(git_repository* repository) {
  git_reference* raw = nullptr;
  if (git_reference_lookup(&raw, repository, "HEAD") < 0) return "refs/heads/main";
  const ReferenceHandle head(raw);
  const char* target = git_reference_symbolic_target(head.get());
  return target == nullptr ? "refs/heads/main" : target;
}

std::optional<git_oid> idOf(git_repository* repository, const std::string& reference) {
  git_oid id{};
  if (git_reference_name_to_id(&id, repository, reference.c_str()) < 0) {
    git_error_clear();
    return std::nullopt;
  }
  return id;
}

void setReference(git_repository* repository, const fs::path& bank, const std::string& name,
                  const git_oid& id, const char* why) {
  LockNotes notes(repository, bank);
  notes.movesReference(name, id);
  git_reference* raw = nullptr;
  check(git_reference_create(&raw, repository, name.c_str(), &id, 1, why), bank);
  git_reference_free(raw);
}

std::string trackingName(const std::string& remote, const std::string& branch) {
  return "refs/remotes/" + remote + branch.substr(std::string("refs/heads").size());
}

std::string sharedBranch(const std::vector<PeerReference>& references, const std::string& head,
                         const std::string& own) {
  const auto has = [&](const std::string& name) {
    for (const PeerReference& reference : references) {
      if (reference.name == name) return true;
    }
    return false;
  };
  for (const std::string& name : {own, std::string("refs/heads/main"), head}) {
    if (!name.empty() && has(name)) return name;
  }
  return own;
}

}  // namespace git

std::vector<Remote> remotes(const fs::path& bank) {
  const git::RepositoryHandle repository = git::openForRemote(bank);
  std::vector<Remote> list;
  for (auto& [name, url] : configuredRemotes(repository.get(), bank)) list.push_back({name, url});
  return list;
}

Remote findRemote(const fs::path& bank, const std::string& name) {
  for (Remote& remote : remotes(bank)) {
    if (remote.name == name && !remote.url.empty()) return std::move(remote);
  }
  throwNoRemote(bank, name);
}

void setRemote(const fs::path& bank, const Remote& remote) {
  requireName(remote.name);
  if (parseAddress(remote.url).hasPassword) {
    throw FormatError(ErrorCode::kUsage, say("地址里不能写密码，它会明文留在配置文件里。"), {},
                      say("改用 {address}；同步时会询问密码，可以保存在系统的密码环里。",
                          "address"_a = shownAddress(remote.url)));
  }
  const git::RepositoryHandle repository = git::openForRemote(bank);
  const auto config = git::acquire<git::ConfigHandle>(
      bank, [&](git_config** out) { return git_repository_config(out, repository.get()); });
  git::check(git_config_set_string(config.get(), sectionOf(remote.name).c_str(), remote.url.c_str()), bank);
  // So that the stock git fetches to the same place.
  const std::string fetchName = "remote." + remote.name + ".fetch";
  const std::string spec = "+refs/heads/*:refs/remotes/" + remote.name + "/*";
  git::check(git_config_set_string(config.get(), fetchName.c_str(), spec.c_str()), bank);
}

void removeRemote(const fs::path& bank, const std::string& name) {
  (void)findRemote(bank, name);
  const git::RepositoryHandle repository = git::openForRemote(bank);
  git::check(git_remote_delete(repository.get(), name.c_str()), bank);
}

void createShared(const fs::path& path) {
  git::start();
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_empty(path, error)) {
    throw FormatError(ErrorCode::kConflict, say("这里已经有东西，不能建立共享的版本库。"),
                      {path.string(), 0, {}}, say("换一个空的文件夹。"));
  }
  git_repository_init_options options;
  git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_NO_REINIT | GIT_REPOSITORY_INIT_MKDIR;
  options.initial_head = "main";
  options.template_path = nullptr;
  (void)git::acquire<git::RepositoryHandle>(
      path, [&](git_repository** out) { return git_repository_init_ext(out, path.c_str(), &options); });
}

}  // namespace tiku::formats
