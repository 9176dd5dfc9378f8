#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/history_reader.h"
#include "formats/model/bank.h"
#include "formats/package/package.h"
#include "workflows/history/changes.h"

/// One object through a history, without the bank around it.
namespace tiku::workflows {

/// Where an object of the kind and id that the path names can lie: with another level, in another folder. The
/// path itself first.
std::vector<std::string> possiblePaths(const std::string& path);

class ObjectHistory {
 public:
  /// `path` is where the object lies, or lay last. The repository must outlive it.
  ObjectHistory(const formats::Repository& repository, const std::string& path);

  /// The object's file at a check-in.
  struct State {
    std::string path;
    std::string content;  ///< Names the bytes; empty where the object is not there.
    [[nodiscard]] bool there() const { return !content.empty(); }
    bool operator==(const State&) const = default;
  };

  struct Step {
    std::string commit;
    State state;
    std::vector<std::string> parents;
    std::vector<State> before;  ///< At each of the parents.

    /// Whether the check-in did something to the object that none of its parents has.
    [[nodiscard]] bool changes() const;
  };
  /// From the revision back, each check-in before those that it builds on, until `visit` says false. A file
  /// that came from another folder is followed there.
  void walk(const std::string& from, const std::function<bool(const Step&)>& visit);

  /// Throws FormatError where the file cannot be read as an object; monostate where it is not there.
  formats::Object read(const std::string& commit, const State& state);
  [[nodiscard]] formats::Revision revision(const std::string& commit) const {
    return reader_.revision(commit);
  }

 private:
  State stateAt(const std::string& commit) const;
  void lookElsewhere(const std::vector<std::string>& commits);

  formats::HistoryReader reader_;
  std::vector<std::string> possible_;
  std::vector<std::string> known_;                          ///< Of the possible paths those where it was met.
  std::map<std::string, formats::FormatVersion> versions_;  ///< By the content of the manifest.
};

}  // namespace tiku::workflows
