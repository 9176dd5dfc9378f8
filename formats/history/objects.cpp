#include "formats/history/objects.h"

#include <algorithm>
#include <map>
#include <span>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/work_file.h"

namespace tiku::formats::git {
namespace {

std::string serialize(const std::vector<TreeLine>& lines) {
  std::string bytes;
  for (const TreeLine& line : lines) {
    bytes += line.mode;
    bytes += ' ';
    bytes += line.name;
    bytes += '\0';
    bytes.append(reinterpret_cast<const char*>(line.id.id), GIT_OID_RAWSZ);
  }
  return bytes;
}

// Keeps what belongs to one folder together: '/' comes before every other character.
bool pathOrder(const TreeEdit& a, const TreeEdit& b) {
  const auto rank = [](char c) { return c == '/' ? 0 : 1 + static_cast<unsigned char>(c); };
  return std::ranges::lexicographical_compare(a.path, b.path, {}, rank, rank);
}

class TreeEditor {
 public:
  TreeEditor(const ObjectStore* store, ObjectSink& sink) : store_(store), sink_(sink) {}

  // `edits` are in pathOrder and agree in their first `depth` characters. No id: the folder is empty.
  std::optional<git_oid> edit(const git_oid* base, std::span<const TreeEdit> edits, std::size_t depth) {
    const std::string old = base == nullptr ? std::string() : store_->read(*base);
    std::vector<TreeLine> lines = base == nullptr ? std::vector<TreeLine>() : parseTree(old, {});
    std::map<std::string_view, std::optional<TreeLine>> touched;
    for (std::size_t begin = 0; begin < edits.size();) {
      const std::string_view rest = std::string_view(edits[begin].path).substr(depth);
      const std::string_view name = rest.substr(0, rest.find('/'));
      std::size_t end = begin + 1;
      while (end < edits.size() && isIn(std::string_view(edits[end].path).substr(depth), name)) ++end;
      touched[name] = line(name, findLine(lines, name), edits.subspan(begin, end - begin), depth);
      begin = end;
    }
    return merge(std::move(lines), touched);
  }

 private:
  static bool isIn(std::string_view rest, std::string_view name) {
    return rest.starts_with(name) && (rest.size() == name.size() || rest[name.size()] == '/');
  }

  std::optional<TreeLine> line(std::string_view name, const TreeLine* old, std::span<const TreeEdit> edits,
                               std::size_t depth) {
    const std::size_t below = depth + name.size() + 1;
    const bool oldIsTree = old != nullptr && old->kind == TreeLine::Kind::kTree;
    // A file and a folder cannot share a name: the last file put there, else what lies in the folder.
    const TreeEdit* self = edits.front().path.size() + 1 == below ? &edits.front() : nullptr;
    if (self != nullptr && self->blob) return TreeLine{TreeLine::Kind::kFile, "100644", name, *self->blob};
    const auto inside = self == nullptr ? edits : edits.subspan(1);
    if (inside.empty()) return oldIsTree ? std::optional(*old) : std::nullopt;
    const auto id = edit(oldIsTree ? &old->id : nullptr, inside, below);
    if (!id) return std::nullopt;
    return TreeLine{TreeLine::Kind::kTree, "40000", name, *id};
  }

  std::optional<git_oid> merge(std::vector<TreeLine> lines,
                               std::map<std::string_view, std::optional<TreeLine>>& touched) {
    std::vector<TreeLine> result;
    result.reserve(lines.size() + touched.size());
    for (TreeLine& old : lines) {
      const auto found = touched.find(old.name);
      if (found == touched.end()) {
        result.push_back(std::move(old));
      } else {
        if (found->second) result.push_back(*found->second);
        touched.erase(found);
      }
    }
    for (auto& [name, added] : touched) {
      if (added) result.push_back(std::move(*added));
    }
    if (!std::ranges::is_sorted(result, treeOrder)) std::ranges::sort(result, treeOrder);
    if (result.empty()) return std::nullopt;
    return sink_.put(GIT_OBJECT_TREE, serialize(result));
  }

  const ObjectStore* store_;
  ObjectSink& sink_;
};

}  // namespace

git_oid HashingSink::put(git_object_t type, std::string_view bytes) {
  git_oid id{};
  check(git_odb_hash(&id, bytes.data(), bytes.size(), type), {});
  return id;
}

git_oid ObjectStore::put(git_object_t type, std::string_view bytes) {
  git_oid id{};
  check(git_odb_write(&id, odb_.get(), bytes.data(), bytes.size(), type), directory_);
  return id;
}

std::string ObjectStore::read(const git_oid& id) const {
  const auto object = acquire<OdbObjectHandle>(
      directory_, [&](git_odb_object** out) { return git_odb_read(out, odb_.get(), &id); });
  return {static_cast<const char*>(git_odb_object_data(object.get())), git_odb_object_size(object.get())};
}

std::uint64_t ObjectStore::sizeOf(const git_oid& id) const {
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_ANY;
  check(git_odb_read_header(&size, &type, odb_.get(), &id), directory_);
  return size;
}

bool treeOrder(const TreeLine& a, const TreeLine& b) {
  const auto at = [](const TreeLine& line, std::size_t i) {
    if (i < line.name.size()) return static_cast<unsigned char>(line.name[i]);
    return static_cast<unsigned char>(i == line.name.size() && line.kind == TreeLine::Kind::kTree ? '/'
                                                                                                  : '\0');
  };
  const std::size_t common = std::min(a.name.size(), b.name.size());
  const int order = a.name.compare(0, common, b.name, 0, common);
  return order != 0 ? order < 0 : at(a, common) < at(b, common);
}

std::size_t treeLineSize(std::string_view bytes) {
  const std::size_t end = bytes.find('\0');
  return end == std::string_view::npos || bytes.size() < end + 1 + GIT_OID_RAWSZ ? 0
                                                                                 : end + 1 + GIT_OID_RAWSZ;
}

TreeLine parseTreeLine(std::string_view bytes, const std::filesystem::path& directory) {
  const std::size_t space = bytes.find(' ');
  const std::size_t size = treeLineSize(bytes);
  if (size == 0 || space > size - GIT_OID_RAWSZ - 1) {
    throw FormatError(ErrorCode::kNotUnderstood, say("版本库里有一个残缺的目录对象。"),
                      {directory.string(), 0, {}}, say("用 tiku doctor 检查；工作目录里的文件没有被改动。"));
  }
  const std::size_t end = size - GIT_OID_RAWSZ - 1;
  TreeLine line;
  line.mode = bytes.substr(0, space);
  line.name = bytes.substr(space + 1, end - space - 1);
  line.kind = line.mode.starts_with("100") ? TreeLine::Kind::kFile
              : line.mode == "40000"       ? TreeLine::Kind::kTree
                                           : TreeLine::Kind::kOther;
  std::copy_n(bytes.data() + end + 1, GIT_OID_RAWSZ, reinterpret_cast<char*>(line.id.id));
  return line;
}

std::vector<TreeLine> parseTree(std::string_view bytes, const std::filesystem::path& directory) {
  std::vector<TreeLine> lines;
  while (!bytes.empty()) {
    lines.push_back(parseTreeLine(bytes, directory));
    bytes.remove_prefix(treeLineSize(bytes));
  }
  return lines;
}

const TreeLine* findLine(const std::vector<TreeLine>& lines, std::string_view name) {
  for (const auto kind : {TreeLine::Kind::kFile, TreeLine::Kind::kTree}) {
    const TreeLine wanted{kind, {}, name, {}};
    const auto found = std::ranges::lower_bound(lines, wanted, treeOrder);
    if (found != lines.end() && found->name == name) return &*found;
  }
  return nullptr;
}

namespace {

/// Goes through folders as their lines come: that is the order of the paths, since git sorts a folder as if
/// its name ended in '/'.
class Listing {
 public:
  Listing(const ObjectStore& store, std::uint64_t limit, const std::filesystem::path& directory)
      : store_(store), limit_(limit), directory_(directory) {}

  void add(const git_oid& tree, const std::string& prefix, int depth) {
    const std::string bytes = store_.read(tree);
    for (std::string_view rest = bytes; !rest.empty(); rest.remove_prefix(treeLineSize(rest))) {
      const TreeLine line = parseTreeLine(rest, directory_);
      std::string path = prefix;
      path += line.name;
      if (line.kind == TreeLine::Kind::kOther || !isTreePath(path)) continue;
      if (depth > kDeepestFolder) {
        throw FormatError(ErrorCode::kOverLimit,
                          say("文件夹嵌套超过 {limit} 层。", "limit"_a = kDeepestFolder),
                          {directory_.string(), 0, {}});
      }
      if (files.size() >= limit_) {
        throw FormatError(ErrorCode::kOverLimit,
                          say("版本库的这个版本文件超过 {limit} 个。", "limit"_a = limit_),
                          {directory_.string(), 0, {}});
      }
      if (line.kind == TreeLine::Kind::kTree) {
        add(line.id, path += '/', depth + 1);
      } else {
        files.push_back({std::move(path), line.id, line.mode == "100755"});
      }
    }
  }

  std::vector<TreeFile> files;

 private:
  const ObjectStore& store_;
  std::uint64_t limit_;
  const std::filesystem::path& directory_;
};

}  // namespace

std::vector<TreeFile> listFiles(const ObjectStore& store, const git_oid& tree, std::uint64_t limit,
                                const std::filesystem::path& directory) {
  Listing listing(store, limit, directory);
  listing.add(tree, "", 0);
  // A tree that another program wrote in another order.
  if (!std::ranges::is_sorted(listing.files, {}, &TreeFile::path))
    std::ranges::sort(listing.files, {}, &TreeFile::path);
  return std::move(listing.files);
}

git_oid editTree(const ObjectStore* store, ObjectSink& sink, const git_oid* base,
                 std::vector<TreeEdit> edits) {
  std::ranges::sort(edits, pathOrder);
  if (const auto id = TreeEditor(store, sink).edit(base, edits, 0)) return *id;
  return sink.put(GIT_OBJECT_TREE, {});
}

}  // namespace tiku::formats::git
