#include <map>
#include <set>
#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/doctor.h"
#include "formats/history/objects.h"
#include "formats/history/remote_repository.h"
#include "formats/history/work_file.h"
#include "formats/package/list_directory.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

struct ObjectIdHash {
  std::size_t operator()(const git_oid& id) const {
    std::size_t value = 0;
    std::memcpy(&value, id.id, sizeof value);
    return value;
  }
};
struct ObjectIdEqual {
  bool operator()(const git_oid& a, const git_oid& b) const { return git_oid_equal(&a, &b) != 0; }
};
using ObjectIds = std::unordered_set<git_oid, ObjectIdHash, ObjectIdEqual>;

/// Reads everything that the references lead to. libgit2 compares each object with its name.
class ObjectWalk {
 public:
  explicit ObjectWalk(const fs::path& bank)
      : bank_(bank),
        repository_(git::openForRemote(bank)),
        odb_(git::acquire<git::OdbHandle>(
            bank, [&](git_odb** out) { return git_repository_odb(out, repository_.get()); })) {}

  void read() {
    git_reference_iterator* raw = nullptr;
    git::check(git_reference_iterator_new(&raw, repository_.get()), bank_);
    const std::unique_ptr<git_reference_iterator, git::Release<git_reference_iterator_free>> iterator(raw);
    const char* name = nullptr;
    while (git_reference_next_name(&name, raw) == 0) {
      if (const auto id = git::idOf(repository_.get(), name)) waiting_.push_back(*id);
    }
    git_error_clear();
    while (!waiting_.empty()) {
      const git_oid id = waiting_.back();
      waiting_.pop_back();
      if (seen_.insert(id).second) readOne(id);
    }
  }

  [[nodiscard]] const ObjectIds& bad() const { return bad_; }
  [[nodiscard]] git_odb* odb() const { return odb_.get(); }

 private:
  void readOne(const git_oid& id) {
    git_odb_object* raw = nullptr;
    if (git_odb_read(&raw, odb_.get(), &id) < 0) {
      git_error_clear();
      bad_.insert(id);
      return;
    }
    const git::OdbObjectHandle object(raw);
    const std::string_view bytes(static_cast<const char*>(git_odb_object_data(raw)),
                                 git_odb_object_size(raw));
    switch (git_odb_object_type(raw)) {
      case GIT_OBJECT_COMMIT:
      case GIT_OBJECT_TAG:
        readHeader(bytes);
        break;
      case GIT_OBJECT_TREE:
        for (const git::TreeLine& line : git::parseTree(bytes, bank_)) {
          if (line.mode != "160000") waiting_.push_back(line.id);
        }
        break;
      default:
        break;
    }
  }

  // "tree ID", "parent ID", "object ID" at the beginning of a line, up to the empty one.
  void readHeader(std::string_view bytes) {
    while (!bytes.empty() && bytes.front() != '\n') {
      const std::string_view line = bytes.substr(0, bytes.find('\n'));
      for (const std::string_view word : {"tree ", "parent ", "object "}) {
        git_oid id{};
        if (line.starts_with(word) && line.size() == word.size() + GIT_OID_HEXSZ &&
            git_oid_fromstrn(&id, line.data() + word.size(), GIT_OID_HEXSZ) == 0)
          waiting_.push_back(id);
      }
      bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    }
  }

  fs::path bank_;
  git::RepositoryHandle repository_;
  git::OdbHandle odb_;
  std::vector<git_oid> waiting_;
  ObjectIds seen_;
  ObjectIds bad_;
};

/// Makes the objects of the work tree anew and keeps those that are among the wanted.
class Finder final : public git::ObjectSink {
 public:
  explicit Finder(const ObjectIds& wanted) : wanted_(wanted) {}

  git_oid put(git_object_t type, std::string_view bytes) override {
    const git_oid id = hash_.put(type, bytes);
    if (wanted_.contains(id)) found_.insert_or_assign(git::hex(id), std::pair(type, std::string(bytes)));
    return id;
  }

  void lookIn(const fs::path& bank) {
    std::vector<git::TreeEdit> edits;
    for (const std::string& path : listDirectory(bank)) {
      if (const auto file = git::readWorkFile(bank, path))
        edits.push_back({path, put(GIT_OBJECT_BLOB, file->content)});
    }
    (void)git::editTree(nullptr, *this, nullptr, std::move(edits));
  }

  [[nodiscard]] const std::map<std::string, std::pair<git_object_t, std::string>>& found() const {
    return found_;
  }

 private:
  const ObjectIds& wanted_;
  git::HashingSink hash_;
  std::map<std::string, std::pair<git_object_t, std::string>> found_;
};

// Where git keeps an object that is in no pack.
fs::path looseFile(const fs::path& bank, const std::string& id) {
  return bank / ".git/objects" / id.substr(0, 2) / id.substr(2);
}

void putBack(const fs::path& bank, const std::map<std::string, std::pair<git_object_t, std::string>>& found) {
  std::error_code error;
  for (const auto& [id, object] : found) {
    if (fs::exists(looseFile(bank, id), error)) moveAside(bank, looseFile(bank, id));
  }
  const git::RepositoryHandle repository = git::openForRemote(bank);
  git::ObjectStore store(git::acquire<git::OdbHandle>(
                             bank, [&](git_odb** out) { return git_repository_odb(out, repository.get()); }),
                         bank);
  for (const auto& [id, object] : found) store.put(object.first, object.second);
}

std::string listOf(const ObjectIds& ids) {
  std::string text;
  int listed = 0;
  for (const git_oid& id : ids) {
    if (++listed > 5) break;
    text += (text.empty() ? "" : translate("、")) + git::hex(id).substr(0, 10);
  }
  return text;
}

}  // namespace

namespace git {

std::vector<Ailment> examineObjects(const fs::path& bank) {
  std::error_code error;
  if (fs::exists(bank / ".git/shallow", error)) {
    return {{"shallow", ".git/shallow", say("这是浅克隆，缺少早先的历史；比较、合并和交换会受影响。"),
             say("用 git fetch --unshallow 补全，或用 tiku clone 重新取一份。")}};
  }
  ObjectWalk reader(bank);
  reader.read();
  if (reader.bad().empty()) return {};
  Ailment missing{"missing-objects", ".git/objects",
                  say("历史里有 {n} 个对象缺失或损坏：{ids}。", "n"_a = reader.bad().size(),
                      "ids"_a = listOf(reader.bad())),
                  say("从别的副本取回：把那边的 .git/objects 里的文件拷来，或用 tiku clone 重新取一份。")};
  Finder finder(reader.bad());
  finder.lookIn(bank);
  if (!finder.found().empty()) {
    missing.remedy = say("其中 {n} 个的内容还在工作目录里，写回去。", "n"_a = finder.found().size());
    missing.mend = [bank, found = finder.found()] { putBack(bank, found); };
  }
  return {missing};
}

}  // namespace git

}  // namespace tiku::formats
