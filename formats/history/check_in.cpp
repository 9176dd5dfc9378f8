#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/user.h"
#include "formats/history/bulk.h"
#include "formats/history/lock_notes.h"
#include "formats/history/repository_impl.h"
#include "formats/history/tidy.h"
#include "formats/history/work_file.h"

namespace tiku::formats {
namespace {

struct ReadFile {
  std::string path;
  std::optional<git_oid> blob;
  struct stat stamp{};
};

std::vector<ReadFile> readFiles(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                                git::ObjectSink& sink) {
  std::vector<ReadFile> files;
  files.reserve(paths.size());
  for (const std::string& path : paths) {
    ReadFile file{path, std::nullopt, {}};
    if (const auto content = git::readWorkFile(directory, path)) {
      file.blob = sink.put(GIT_OBJECT_BLOB, content->content);
      file.stamp = content->stamp;
    }
    files.push_back(std::move(file));
  }
  return files;
}

bool stageFiles(git::Stage& stage, const std::vector<ReadFile>& files) {
  bool changed = false;
  for (const ReadFile& file : files) {
    if (file.blob) {
      stage.put(file.path, *file.blob, file.stamp);
    } else if (stage.find(file.path)) {
      stage.remove(file.path);
    } else {
      continue;
    }
    changed = true;
  }
  return changed;
}

std::string cleanMessage(const std::string& message, const Place& place) {
  git::Buffer clean;
  git::check(git_message_prettify(clean.get(), message.c_str(), 0, '#'), place.file);
  if (clean.size() == 0) {
    throw FormatError(ErrorCode::kUsage, say("签入说明是空的。"), place, say("用一句话写明改了什么。"));
  }
  return clean.str();
}

}  // namespace

git::SignatureHandle Repository::Impl::signature(const std::optional<Signature>& author) const {
  git_signature* raw = nullptr;
  if (!author) {
    const int result = git_signature_default(&raw, repository.get());
    git::SignatureHandle configured(raw);
    if (configured) return configured;
    if (result != GIT_ENOTFOUND) git::check(result, directory);
  }
  const Signature name = author ? *author : Signature{loginName(), loginName() + "@" + hostName()};
  if (git_signature_now(&raw, name.name.c_str(), name.email.c_str()) < 0) {
    throw FormatError(ErrorCode::kUsage, say("“{name}”不能作为签入人的姓名。", "name"_a = name.name), place(),
                      say("姓名不能为空，姓名和邮箱都不能含尖括号。"));
  }
  return git::SignatureHandle(raw);
}

Repository::Impl::Branch Repository::Impl::branchForCheckIn() const {
  const auto head = git::acquire<git::ReferenceHandle>(
      directory, [&](git_reference** out) { return git_reference_lookup(out, repository.get(), "HEAD"); });
  const char* target = git_reference_symbolic_target(head.get());
  if (target == nullptr) {
    throw FormatError(ErrorCode::kConflict, say("现在打开的是一个旧版本，不在任何分支上，不能签入。"),
                      place(), say("先用 git switch main 回到分支；工作目录里的文件没有被改动。"));
  }
  if (git_repository_state(repository.get()) != GIT_REPOSITORY_STATE_NONE) {
    throw FormatError(ErrorCode::kConflict, say("版本库里有一个没有做完的合并、变基或回退，不能签入。"),
                      place(), say("先用 git 完成或放弃它（git status 会说明怎样做）。"));
  }
  Branch branch{target, std::nullopt};
  git_oid tip{};
  const int result = git_reference_name_to_id(&tip, repository.get(), target);
  if (result == GIT_ENOTFOUND) return branch;
  git::check(result, directory);
  branch.tip = tip;
  return branch;
}

std::optional<Revision> Repository::Impl::checkIn(const CheckIn& what) {
  const std::string text = cleanMessage(what.message, place());
  const Branch branch = branchForCheckIn();
  const git::SignatureHandle who = signature(what.author);
  git::LockNotes notes(repository.get(), directory);
  git::Stage stage(repository.get(), directory, git::Stage::Use::kChange, &notes);
  writeLocalRules();

  git::Bulk bulk(repository.get(), directory, what.paths, stage.size());
  const git::ObjectStore objects = storeOf(bulk.repository());
  git::ObjectStore sink = storeOf(bulk.repository());
  const std::vector<ReadFile> files = readFiles(directory, what.paths, sink);
  std::vector<git::TreeEdit> edits;
  for (const ReadFile& file : files) edits.push_back({file.path, file.blob});

  std::optional<git_oid> base;
  if (branch.tip) base = *git_commit_tree_id(commit(*branch.tip).get());
  git_oid tree = git::editTree(&objects, sink, base ? &*base : nullptr, std::move(edits));
  const bool merges = what.theirs && !(branch.tip && isAncestor(*what.theirs, *branch.tip));
  if (merges) tree = withTheirOtherFiles(bulk.repository(), tree, branch, *what.theirs);
  const bool sameTree = base ? git_oid_equal(&*base, &tree) != 0 : files.empty();
  const bool nothingNew = sameTree && !merges;

  git_oid id{};
  if (merges && leadsTo(branch, tree, *what.theirs)) {
    id = *what.theirs;
    bulk.finish();
  } else if (!nothingNew) {
    std::vector<const git_oid*> parents;
    if (branch.tip) parents.push_back(&*branch.tip);
    if (merges) parents.push_back(&*what.theirs);
    git::check(git_commit_create_from_ids(&id, bulk.repository(), nullptr, who.get(), who.get(), nullptr,
                                          text.c_str(), &tree, parents.size(), parents.data()),
               directory);
    bulk.finish();
  }
  // The index before the branch: should the second step fail, the files are staged and nothing is lost.
  git::HashingSink hash;
  const bool staged = stageFiles(stage, files);
  if (stageFiles(stage, readFiles(directory, what.stageOnly, hash)) || staged) stage.write();
  if (nothingNew) return std::nullopt;

  notes.movesReference(branch.name, id);
  moveBranch(branch, id, *who, text);
  git::packManyLoose(repository.get(), directory);
  return revision(commit(id).get(), tags());
}

bool Repository::Impl::leadsTo(const Branch& branch, const git_oid& tree, const git_oid& theirs) const {
  if (branch.tip && !isAncestor(*branch.tip, theirs)) return false;
  return git_oid_equal(&tree, git_commit_tree_id(commit(theirs).get())) != 0;
}

void Repository::Impl::moveBranch(const Branch& branch, const git_oid& commit, const git_signature& who,
                                  const std::string& message) const {
  git::check(git_repository_set_ident(repository.get(), who.name, who.email), directory);
  const std::string note =
      (branch.tip ? "commit: " : "commit (initial): ") + message.substr(0, message.find('\n'));
  git_reference* raw = nullptr;
  const int result = branch.tip ? git_reference_create_matching(&raw, repository.get(), branch.name.c_str(),
                                                                &commit, 1, &*branch.tip, note.c_str())
                                : git_reference_create(&raw, repository.get(), branch.name.c_str(), &commit,
                                                       0, note.c_str());
  const git::ReferenceHandle reference(raw);
  git::check(result, directory);
}

}  // namespace tiku::formats
