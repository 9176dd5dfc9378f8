#include <algorithm>
#include <fstream>
#include <sstream>

#include "formats/base/say.h"
#include "formats/history/doctor.h"
#include "formats/history/git.h"
#include "formats/package/save.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

std::string wordsOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  while (!text.empty() && (text.back() == '\n' || text.back() == '\0' || text.back() == ' ')) text.pop_back();
  return text;
}

bool isId(const std::string& text) {
  return text.size() == GIT_OID_HEXSZ && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

git::OdbHandle objectsOf(const fs::path& bank) {
  git_odb* raw = nullptr;
  const fs::path folder = bank / ".git/objects";
  if (git_odb_open(&raw, folder.c_str()) < 0) git_error_clear();
  return git::OdbHandle(raw);
}

bool hasCommit(git_odb* odb, const std::string& id) {
  git_oid oid{};
  if (odb == nullptr || git_oid_fromstr(&oid, id.c_str()) < 0) return false;
  git_odb_object* raw = nullptr;
  if (git_odb_read(&raw, odb, &oid) < 0) {
    git_error_clear();
    return false;
  }
  const git::OdbObjectHandle object(raw);
  return git_odb_object_type(object.get()) == GIT_OBJECT_COMMIT;
}

// The newest check-in of the branch's own record that is still there.
std::string lastRecorded(const fs::path& bank, const std::string& reference, git_odb* odb) {
  std::ifstream stream(bank / ".git/logs" / reference);
  std::string line;
  std::vector<std::string> ids;
  while (std::getline(stream, line)) {
    if (line.size() > 2 * GIT_OID_HEXSZ + 1) ids.push_back(line.substr(GIT_OID_HEXSZ + 1, GIT_OID_HEXSZ));
  }
  for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
    if (isId(*id) && hasCommit(odb, *id)) return *id;
  }
  return {};
}

std::vector<std::string> branchNames(const fs::path& bank) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path heads = bank / ".git/refs/heads";
  for (auto entry = fs::recursive_directory_iterator(heads, error);
       entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_regular_file(error) && !entry->path().string().ends_with(".lock"))
      names.push_back("refs/heads/" + fs::relative(entry->path(), heads).string());
  }
  std::ifstream packed(bank / ".git/packed-refs");
  std::string line;
  while (std::getline(packed, line)) {
    const std::size_t space = line.find(' ');
    if (space == GIT_OID_HEXSZ && line.substr(space + 1).starts_with("refs/heads/"))
      names.push_back(line.substr(space + 1));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

void examineHead(const fs::path& bank, std::vector<Ailment>& found) {
  const fs::path file = bank / ".git/HEAD";
  const std::string words = wordsOf(file);
  if (isId(words)) {
    found.push_back({"detached", ".git/HEAD", say("现在打开的是一个旧版本，不在任何分支上，不能签入。"),
                     say("先用 git switch main 回到分支；工作目录里的文件没有被改动。"), false});
    return;
  }
  if (words.starts_with("ref: refs/heads/")) return;
  Ailment head{"broken-head", ".git/HEAD", say("版本库的 HEAD 文件损坏，不知道在哪个分支上。"),
               say("从别的副本恢复 .git；工作目录里的文件没有被改动。")};
  const std::vector<std::string> names = branchNames(bank);
  if (names.size() == 1) {
    head.remedy = say("只有一个分支 {name}，让 HEAD 指向它。", "name"_a = names.front());
    head.mend = [bank, file, name = names.front()] {
      std::error_code error;
      if (fs::exists(file, error)) moveAside(bank, file);
      writeFileSafely(file, "ref: " + name + "\n", true);
    };
  }
  found.push_back(std::move(head));
}

void examineReference(const fs::path& bank, const fs::path& file, git_odb* odb, std::vector<Ailment>& found) {
  const std::string name = fs::relative(file, bank / ".git").string();
  const std::string words = wordsOf(file);
  if (words.starts_with("ref: ")) return;
  git_oid id{};
  if (isId(words) && git_oid_fromstr(&id, words.c_str()) == 0 && odb != nullptr &&
      (name.starts_with("refs/heads/") ? hasCommit(odb, words) : git_odb_exists(odb, &id) != 0))
    return;
  Ailment broken{"broken-reference", ".git/" + name,
                 isId(words) ? say("{name} 指向的签入 {id} 不在版本库里，或已损坏。", "name"_a = name,
                                   "id"_a = words.substr(0, 10))
                             : say("{name} 的内容损坏。", "name"_a = name),
                 say("从别的副本同步，或用 tiku exchange in 收入含有它的交换文件。")};
  if (!name.starts_with("refs/heads/")) {
    broken.remedy = say("把它移开；同步时会重新取得。");
    broken.mend = [bank, file] { moveAside(bank, file); };
  } else if (const std::string last = lastRecorded(bank, name, odb); !last.empty()) {
    broken.remedy = say("记录里最后一次完好的签入是 {id}，让分支回到那里；工作目录里的文件不动。",
                        "id"_a = last.substr(0, 10));
    broken.mend = [bank, file, last] {
      moveAside(bank, file);
      writeFileSafely(file, last + "\n", true);
    };
  }
  found.push_back(std::move(broken));
}

}  // namespace

namespace git {

std::vector<Ailment> examineReferences(const fs::path& bank) {
  std::vector<Ailment> found;
  examineHead(bank, found);
  const OdbHandle odb = objectsOf(bank);
  std::error_code error;
  std::vector<fs::path> files;
  for (auto entry = fs::recursive_directory_iterator(bank / ".git/refs", error);
       entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_regular_file(error) && !entry->path().string().ends_with(".lock"))
      files.push_back(entry->path());
  }
  std::ranges::sort(files);
  for (const fs::path& file : files) examineReference(bank, file, odb.get(), found);
  return found;
}

}  // namespace git

}  // namespace tiku::formats
