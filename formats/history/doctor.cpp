#include "formats/history/doctor.h"

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/incoming.h"
#include "formats/history/remote_repository.h"
#include "formats/history/repository.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

void append(std::vector<Ailment>& found, std::vector<Ailment> more) {
  for (Ailment& one : more) found.push_back(std::move(one));
}

bool isPart(const fs::path& bank, const std::string& id) {
  git_oid tip{};
  if (git_oid_fromstr(&tip, id.c_str()) < 0) return false;
  const git::RepositoryHandle repository = git::openForRemote(bank);
  const auto head = git::idOf(repository.get(), "HEAD");
  return head &&
         (git_oid_equal(&*head, &tip) != 0 || git_graph_descendant_of(repository.get(), &*head, &tip) == 1);
}

// A merge that was begun by git: finished in truth when its other side is already part of the history.
std::vector<Ailment> examineMerge(const fs::path& bank) {
  const git::RepositoryHandle repository = git::openForRemote(bank);
  if (git_repository_state(repository.get()) == GIT_REPOSITORY_STATE_NONE) return {};
  Ailment begun{"unfinished-merge", ".git/MERGE_HEAD",
                say("版本库里有一个没有做完的合并、变基或回退，不能签入。"),
                say("先用 git 完成或放弃它（git status 会说明怎样做）。")};
  const fs::path file = bank / ".git/MERGE_HEAD";
  std::vector<std::string> heads;
  const auto collect = [](const git_oid* id, void* payload) {
    static_cast<std::vector<std::string>*>(payload)->push_back(git::hex(*id));
    return 0;
  };
  if (git_repository_state(repository.get()) == GIT_REPOSITORY_STATE_MERGE &&
      git_repository_mergehead_foreach(repository.get(), collect, &heads) == 0 && heads.size() == 1 &&
      isPart(bank, heads.front())) {
    begun.remedy = say("要合并的签入已经在历史里了，把合并的标记移开。");
    begun.mend = [bank] {
      std::error_code error;
      for (const char* name : {"MERGE_HEAD", "MERGE_MSG", "MERGE_MODE"}) {
        if (fs::exists(bank / ".git" / name, error)) moveAside(bank, bank / ".git" / name);
      }
    };
  }
  return {begun};
}

std::vector<Ailment> examineLeftovers(const fs::path& bank) {
  std::error_code error;
  std::size_t count = 0;
  const fs::path objects = bank / ".git/objects";
  for (const auto& entry : fs::directory_iterator(objects, error)) {
    if (entry.path().filename().string().starts_with("tmp_objdir-tiku-")) ++count;
  }
  if (count == 0) return {};
  Ailment left{
      "half-received", ".git/objects", say("有 {n} 次没有收完的接收留下的数据。", "n"_a = count), {}, false};
  left.remedy = say("它们从来不是历史的一部分，没有程序在用的清除掉。");
  left.mend = [objects] { git::Incoming::clearLeftovers(objects); };
  return {left};
}

}  // namespace

std::vector<Ailment> examineHistory(const fs::path& bank) {
  git::start();
  std::vector<Ailment> found;
  std::error_code error;
  if (!fs::is_directory(bank / ".git", error)) {
    if (!Repository::isRepository(bank)) return found;
    // Another work tree of a repository that lies elsewhere: that one is to be examined.
  } else {
    append(found, git::examineLocks(bank));
    append(found, git::examineReferences(bank));
  }
  try {
    (void)Repository::open(bank);
    append(found, git::examineIndex(bank));
    append(found, git::examineObjects(bank));
    append(found, examineMerge(bank));
    append(found, examineLeftovers(bank));
  } catch (const FormatError& refused) {
    // What was found so far may be the reason; then it is mended first.
    if (found.empty()) found.push_back({"broken-repository", ".git", refused.what(), refused.advice()});
  }
  return found;
}

}  // namespace tiku::formats
