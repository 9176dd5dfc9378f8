#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/qti/metadata.h"
#include "formats/model/bank.h"

/// Sets of items (题组) in a package: who is in which is told by identifiers of the items' LOM, since QTI
/// knows only that items show the same stimulus.
namespace tiku::formats::qti {

/// What the items of a package say of their sets, and the sets made of it.
class SetTaker {
 public:
  /// An item that was taken, the so-many-th. `mark` is what its metadata says, `stimulus` the paths of what
  /// it shows, `shared` the words of that.
  struct Member {
    std::size_t taken = 0;
    std::optional<SetMark> mark;
    std::string stimulus;
    RichText shared;
    Level level;
    std::vector<RichText> options;
  };
  void add(Member member);

  /// Puts the sets into the edit: those of ours by their ids, those of others where several items show one
  /// stimulus and none of them is in a set yet.
  void finish(const Bank& bank, const std::string& file, ImportResult& result);

 private:
  std::map<std::string, std::vector<Member>> groups_;  ///< By set, or by stimulus.
};

}  // namespace tiku::formats::qti
