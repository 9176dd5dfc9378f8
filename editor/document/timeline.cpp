#include "editor/document/timeline.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "formats/base/fold.h"

namespace tiku::editor {

using formats::Revision;

namespace {

class Timeline {
 public:
  explicit Timeline(const std::vector<Revision>& log) {
    for (const Revision& revision : log) known_.emplace(revision.commit, &revision);
  }

  // What leads to the check-in along first parents and was not told yet; below every merge what it brought.
  std::vector<TimelineEntry> chain(const std::string& tip, int depth) {
    std::vector<const Revision*> line;
    for (std::string at = tip; !at.empty();) {
      const auto found = known_.find(at);
      if (found == known_.end() || !told_.insert(at).second) break;
      line.push_back(found->second);
      at = found->second->parents.empty() ? std::string() : found->second->parents.front();
    }
    // Oldest first: what an older merge brought is not told again by a newer one.
    std::vector<std::vector<TimelineEntry>> groups;
    for (auto one = line.rbegin(); one != line.rend(); ++one) {
      std::vector<TimelineEntry> group{{**one, depth, 0}};
      for (std::size_t i = 1; i < (*one)->parents.size(); ++i) {
        const auto brought = chain((*one)->parents[i], depth + 1);
        group.insert(group.end(), brought.begin(), brought.end());
      }
      group.front().brought = group.size() - 1;
      groups.push_back(std::move(group));
    }
    std::vector<TimelineEntry> all;
    for (auto group = groups.rbegin(); group != groups.rend(); ++group)
      all.insert(all.end(), std::make_move_iterator(group->begin()), std::make_move_iterator(group->end()));
    return all;
  }

 private:
  std::unordered_map<std::string, const Revision*> known_;
  std::unordered_set<std::string> told_;
};

}  // namespace

std::vector<TimelineEntry> timelineOf(const std::vector<Revision>& log) {
  Timeline timeline(log);
  std::vector<TimelineEntry> all;
  // More than one round where the log was cut, or is that of one file.
  for (const Revision& revision : log) {
    auto line = timeline.chain(revision.commit, 0);
    all.insert(all.end(), std::make_move_iterator(line.begin()), std::make_move_iterator(line.end()));
  }
  return all;
}

bool TimelineFilter::takes(const Revision& revision) const {
  if (!person.empty() && revision.author.name != person) return false;
  std::string text = revision.author.name + "\n" + revision.message;
  for (const std::string& tag : revision.tags) text += "\n" + tag;
  const std::string where = formats::foldWords(text);
  std::istringstream wanted(words);
  for (std::string word; wanted >> word;) {
    if (where.find(formats::foldWords(word)) == std::string::npos) return false;
  }
  return true;
}

std::vector<std::string> peopleOf(const std::vector<Revision>& log) {
  std::vector<std::string> people;
  for (const Revision& revision : log) {
    if (std::ranges::find(people, revision.author.name) == people.end())
      people.push_back(revision.author.name);
  }
  return people;
}

}  // namespace tiku::editor
