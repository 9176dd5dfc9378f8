#include "workflows/history/object_history.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/package/paths.h"

namespace tiku::workflows {

using namespace formats;

std::vector<std::string> possiblePaths(const std::string& path) {
  std::vector<std::string> paths{path};
  const std::size_t at = path.find("/level-");
  const FileKind kind = parsePath(path).kind;
  // A blueprint of another level is another object.
  if (at == std::string::npos || kind == FileKind::kBlueprint || !isObjectFile(kind)) return paths;
  const std::size_t digit = at + std::string_view("/level-").size();
  for (char level = '5'; level >= '1'; --level) {
    std::string other = path;
    other[digit] = level;
    if (other != path) paths.push_back(std::move(other));
  }
  return paths;
}

ObjectHistory::ObjectHistory(const Repository& repository, const std::string& path)
    : reader_(repository), possible_(possiblePaths(path)), known_{path} {}

bool ObjectHistory::Step::changes() const {
  if (before.empty()) return state.there();
  return std::ranges::find(before, state) == before.end();
}

ObjectHistory::State ObjectHistory::stateAt(const std::string& commit) const {
  for (const std::string& path : known_) {
    std::string content = reader_.contentId(commit, path);
    if (!content.empty()) return {path, std::move(content)};
  }
  return {};
}

void ObjectHistory::lookElsewhere(const std::vector<std::string>& commits) {
  for (const std::string& path : possible_) {
    if (std::ranges::find(known_, path) != known_.end()) continue;
    const bool there = std::ranges::any_of(
        commits, [&](const std::string& commit) { return !reader_.contentId(commit, path).empty(); });
    if (there) known_.push_back(path);
  }
}

void ObjectHistory::walk(const std::string& from, const std::function<bool(const Step&)>& visit) {
  bool first = true;
  reader_.walk(from, [&](const HistoryReader::Commit& commit) {
    Step step{commit.id, stateAt(commit.id), commit.parents, {}};
    if (first && !step.state.there()) {
      lookElsewhere({commit.id});
      step.state = stateAt(commit.id);
    }
    first = false;
    const auto readParents = [&] {
      step.before.clear();
      for (const std::string& parent : commit.parents) step.before.push_back(stateAt(parent));
    };
    readParents();
    const bool appears = step.state.there() && std::ranges::none_of(step.before, &State::there);
    if (appears && !commit.parents.empty()) {
      lookElsewhere(commit.parents);
      readParents();
    }
    return visit(step);
  });
}

Object ObjectHistory::read(const std::string& commit, const State& state) {
  if (!state.there()) return {};
  const std::string name = commit.substr(0, 10);
  const std::string manifest = reader_.contentId(commit, std::string(kManifestPath));
  auto version = versions_.find(manifest);
  if (version == versions_.end()) {
    const FormatVersion found =
        manifest.empty() ? kFormatVersion : readManifest(reader_.read(manifest), name).version;
    version = versions_.emplace(manifest, found).first;
  }
  return formats::read(state.path, reader_.read(state.content), name, {}, version->second);
}

std::vector<ObjectRevision> historyOf(const Repository& repository, const Object& object, int limit,
                                      const std::function<void()>& check) {
  return historyOf(repository, pathOf(object), limit, check);
}

std::vector<ObjectRevision> historyOf(const Repository& repository, const std::string& path, int limit,
                                      const std::function<void()>& check) {
  std::vector<ObjectRevision> found;
  if (limit <= 0 || repository.log(1).empty()) return found;
  ObjectHistory history(repository, path);
  history.walk("HEAD", [&](const ObjectHistory::Step& step) {
    if (check) check();
    if (!step.changes()) return true;
    ObjectRevision one{history.revision(step.commit), std::nullopt};
    try {
      const ObjectHistory::State then = step.before.empty() ? ObjectHistory::State() : step.before.front();
      one.change =
          Change{parsePath(path).id, step.parents.empty() ? Object() : history.read(step.parents[0], then),
                 history.read(step.commit, step.state)};
    } catch (const FormatError&) {
      one.change.reset();  // A state that cannot be read: the check-in is told all the same.
    }
    found.push_back(std::move(one));
    return static_cast<int>(found.size()) < limit;
  });
  return found;
}

}  // namespace tiku::workflows
