#include "formats/history/loose_objects.h"

#include <map>
#include <string_view>
#include <vector>

#include "formats/history/objects.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;

// The ids in the head of a commit or tag: its tree, its parents, what it is a tag of.
std::vector<git_oid> namedInHead(std::string_view bytes) {
  std::vector<git_oid> ids;
  while (!bytes.empty() && bytes.front() != '\n') {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    for (const std::string_view word : {"tree ", "parent ", "object "}) {
      git_oid id{};
      if (line.starts_with(word) && line.size() == word.size() + GIT_OID_HEXSZ &&
          git_oid_fromstrn(&id, line.data() + word.size(), GIT_OID_HEXSZ) == 0) {
        ids.push_back(id);
      }
    }
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
  }
  return ids;
}

class Unpacking {
 public:
  Unpacking(const fs::path& from, const fs::path& to)
      : directory_(to),
        packs_(acquire<OdbHandle>(to, [](git_odb** out) { return git_odb_new(out); })),
        loose_(acquire<OdbHandle>(to, [](git_odb** out) { return git_odb_new(out); })) {
    git_odb_backend* backend = nullptr;
    check(git_odb_backend_pack(&backend, from.c_str()), from);
    check(git_odb_add_backend(packs_.get(), backend, 1), from);
    git_odb_backend* writing = nullptr;
    constexpr int kDefaultCompression = -1;
    check(git_odb_backend_loose(&writing, to.c_str(), kDefaultCompression, 1, 0, 0), to);
    check(git_odb_add_backend(loose_.get(), writing, 1), to);
    const auto note = [](const git_oid* id, void* self) {
      static_cast<Unpacking*>(self)->objects_.emplace(*id, nullptr);
      return 0;
    };
    check(git_odb_foreach(packs_.get(), note, this), from);
    for (auto& [id, object] : objects_) {
      object = acquire<OdbObjectHandle>(
          from, [&, name = &id](git_odb_object** out) { return git_odb_read(out, packs_.get(), name); });
    }
  }

  void writeAll() {
    for (const auto& [id, object] : objects_) write(id);
  }

 private:
  void write(const git_oid& id) {
    const auto found = objects_.find(id);
    if (found == objects_.end() || found->second == nullptr) return;
    const OdbObjectHandle object = std::move(found->second);
    const git_object_t type = git_odb_object_type(object.get());
    const std::string_view bytes(static_cast<const char*>(git_odb_object_data(object.get())),
                                 git_odb_object_size(object.get()));
    if (type == GIT_OBJECT_TREE) {
      for (const TreeLine& line : parseTree(bytes, directory_)) write(line.id);
    } else if (type != GIT_OBJECT_BLOB) {
      for (const git_oid& needed : namedInHead(bytes)) write(needed);
    }
    git_oid written{};
    check(git_odb_write(&written, loose_.get(), bytes.data(), bytes.size(), type), directory_);
  }

  fs::path directory_;
  OdbHandle packs_;
  OdbHandle loose_;
  std::map<git_oid, OdbObjectHandle, OidOrder> objects_;  ///< Null once it is written.
};

}  // namespace

void unpackObjects(const fs::path& from, const fs::path& to) {
  Unpacking(from, to).writeAll();
}

}  // namespace tiku::formats::git
