#include "workflows/merge/join.h"

#include <algorithm>
#include <map>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/model/pictures.h"
#include "formats/package/paths.h"
#include "workflows/history/changes.h"

namespace tiku::workflows {

using namespace formats;

namespace {

bool isNothing(const Object& object) {
  return std::holds_alternative<std::monostate>(object);
}

/// What differs, sorted by the object that lies there.
struct Touched {
  struct Of {
    std::set<std::string> paths;
    bool byMine = false;
    bool byTheirs = false;
  };
  std::map<Id, Of> objects;
  std::map<std::string, Of> others;

  void add(const std::string& path, bool theirs) {
    const PathParts parts = parsePath(path);
    Of* of = nullptr;
    if (parts.kind == FileKind::kManifest) {
      of = &objects[BankInfo::kId];  // Its version and package are the BankInfo's.
      of->paths.insert("bank.xml");
    } else {
      of = isObjectFile(parts.kind) ? &objects[parts.id] : &others[path];
    }
    of->paths.insert(path);
    (theirs ? of->byTheirs : of->byMine) = true;
  }
};

/// The words in which a file of no known kind is shown.
std::string wordsOf(const std::optional<std::string>& content) {
  constexpr std::size_t kMostShown = 2000;
  if (!content) return {};
  const bool text =
      content->size() <= kMostShown && content->find('\0') == std::string::npos && isUtf8(*content);
  return text ? *content : say("{n} 字节", "n"_a = content->size());
}

class Joining {
 public:
  Joining(const Meeting& meeting, const MergeAnswers& answers) : meeting_(meeting), answers_(answers) {}

  Joined run() && {
    for (const std::string& path : meeting_.mineChanged) touched_.add(path, false);
    for (const std::string& path : meeting_.theirsChanged) touched_.add(path, true);
    for (const auto& [id, of] : touched_.objects) {
      if (of.byTheirs) object(id, of);
    }
    for (const auto& [path, of] : touched_.others) {
      if (of.byTheirs) file(path, of);
    }
    keepShownPictures();
    writeFiles();
    std::ranges::sort(result_.questions, {}, &MergeQuestion::address);
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool contested(Id id) const {
    const std::string address = id.str();
    const auto at = meeting_.contested.lower_bound(address);
    return at != meeting_.contested.end() && at->starts_with(address);
  }

  void object(Id id, const Touched::Of& of) {
    const MergeState& base = meeting_.base;
    const Object before = base.read(base.pathAmong(of.paths));
    const Object theirs = meeting_.theirs.read(meeting_.theirs.pathAmong(of.paths));
    const Object mine = of.byMine ? meeting_.mine.read(meeting_.mine.pathAmong(of.paths)) : before;
    if (!sameContent(before, theirs) && !sameContent(mine, theirs)) {
      result_.incoming.push_back({id, before, theirs});
    }
    if (id == BankInfo::kId && isNothing(theirs)) return;  // Every bank has one.
    if (!of.byMine && !contested(id)) {
      takeWhole({id, mine, theirs}, of);
      return;
    }
    ObjectMerge merged = mergeObject(before, mine, theirs, answers_, meeting_.contested);
    if (!merged.questions.empty()) result_.names[id] = objectName(isNothing(mine) ? theirs : mine);
    std::ranges::move(merged.questions, std::back_inserter(result_.questions));
    if (!sameContent(merged.object, mine)) result_.changes.push_back({id, mine, std::move(merged.object)});
  }

  // Byte for byte, so that a merge of what one side alone has done is that side's content.
  void takeWhole(Change change, const Touched::Of& of) {
    for (const std::string& one : of.paths) {
      const auto content = meeting_.theirs.bytes(one);
      if (content == meeting_.mine.bytes(one)) continue;
      taken_[one] = FileChange{one, content.value_or(""), !content};
    }
    if (!sameContent(change.before, change.after)) result_.changes.push_back(std::move(change));
  }

  void file(const std::string& path, const Touched::Of& of) {
    const auto before = meeting_.base.bytes(path);
    const auto mine = meeting_.mine.bytes(path);
    const auto theirs = meeting_.theirs.bytes(path);
    if (mine == theirs || (before == theirs && !meeting_.contested.contains(path))) return;
    if (of.byMine && (before != mine || meeting_.contested.contains(path))) {
      const auto answer = answers_.find(path);
      if (answer == answers_.end()) {
        using About = MergeQuestion::About;
        result_.questions.push_back(
            {path, About::kFile, {}, path, wordsOf(before), wordsOf(mine), wordsOf(theirs), false});
        return;
      }
      if (answer->second.take != MergeAnswer::Take::kTheirs) return;
    }
    result_.otherFiles.push_back({path, theirs.value_or(""), !theirs});
  }

  // A picture that one side took away, since nothing showed it any more, stays where the other side has
  // begun to show it.
  void keepShownPictures() {
    std::map<std::string, Object> removed;  // By name.
    for (const auto& [id, of] : touched_.objects) {
      const std::string path = meeting_.base.pathAmong(of.paths);
      if (parsePath(path).kind != FileKind::kMedia) continue;
      if (meeting_.mine.has(path) && meeting_.theirs.has(path)) continue;
      removed.emplace(path.substr(path.find('/') + 1), meeting_.base.read(path));
    }
    if (removed.empty()) return;
    std::map<Id, Object> objects;
    for (const auto& [id, of] : touched_.objects) {
      if (of.byMine) objects[id] = meeting_.mine.read(meeting_.mine.pathAmong(of.paths));
    }
    for (const Change& change : result_.changes) objects[change.id] = change.after;
    std::set<std::string> shown;
    for (const auto& [id, one] : objects) {
      for (std::string& name : picturesOf(one)) shown.insert(std::move(name));
      if (const auto* dossier = as<Dossier>(one)) {
        for (const auto& [name, title] : dossier->attachments) shown.insert(name);
      }
      if (const auto* opinion = as<Opinion>(one))
        shown.insert(opinion->evidence.begin(), opinion->evidence.end());
    }
    for (const auto& [name, media] : removed) {
      if (shown.contains(name)) keep(name, media);
    }
  }

  void keep(const std::string& name, const Object& media) {
    const std::string path = "media/" + name;
    taken_.erase(path);
    std::erase_if(result_.changes, [&](const Change& change) { return change.id == idOf(media); });
    if (!meeting_.mine.has(path)) result_.changes.push_back({idOf(media), {}, media});
  }

  void writeFiles() {
    std::vector<Change> written;
    std::set<Id> whole;
    for (const auto& [path, file] : taken_) {
      const PathParts parts = parsePath(path);
      whole.insert(parts.kind == FileKind::kManifest ? BankInfo::kId : parts.id);
    }
    for (const Change& change : result_.changes) {
      if (!whole.contains(change.id)) written.push_back(change);
    }
    std::map<std::string, FileChange> files = std::move(taken_);
    for (FileChange& file : filesFor(written)) files[file.path] = std::move(file);
    for (const FileChange& other : result_.otherFiles) files[other.path] = other;
    for (auto& [path, file] : files) result_.files.push_back(std::move(file));
  }

  const Meeting& meeting_;
  const MergeAnswers& answers_;
  Touched touched_;
  std::map<std::string, FileChange> taken_;  // From theirs as they are.
  Joined result_;
};

}  // namespace

Joined join(const Meeting& meeting, const MergeAnswers& answers) {
  return Joining(meeting, answers).run();
}

}  // namespace tiku::workflows
