#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "formats/history/repository.h"
#include "workflows/compare/difference.h"

/// Which two states of a bank are compared, and where they come from.
namespace tiku::workflows {

/// The files of two states and what differs between them. What it gives lives without the trees.
class StateComparison {
 public:
  /// Two revisions of one repository, or a revision and the directory as it is now where `to` is empty.
  /// Costs what differs, and with the directory one look at every file's time.
  static StateComparison ofRevisions(const formats::Repository& repository,
                                     const std::filesystem::path& directory, const std::string& from,
                                     const std::string& to);
  /// Two packages, directories or `.tiku`. Costs their size.
  static StateComparison ofPackages(const std::filesystem::path& before, const std::filesystem::path& after);

  /// Leaves only one object.
  void keepOnly(formats::Id object);

  [[nodiscard]] RevisionChanges changes() const;
  [[nodiscard]] BankDifference difference() const;

  [[nodiscard]] const formats::FileTree& before() const { return *before_; }
  [[nodiscard]] const formats::FileTree& after() const { return *after_; }

 private:
  std::unique_ptr<formats::FileTree> before_;
  std::unique_ptr<formats::FileTree> after_;
  std::vector<std::string> paths_;
};

/// What ids stand for in the newer tree, and where it does not have them in the older one, which may be null.
/// Items are read when they are asked for. The trees must outlive it.
Names namesOf(const formats::FileTree& newer, const formats::FileTree* older);

/// Where an object of that id lies in the tree: empty where it does not. Costs the folders that can hold one,
/// and for rounds, updates and pictures, where they are wanted too, a list of the tree.
std::string pathIn(const formats::FileTree& tree, formats::Id id, bool anything = true);

}  // namespace tiku::workflows
