#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"
#include "validators/language/hit.h"

namespace tiku::validators::language {

/// What all checks find in the texts of one object, in reading order.
///
/// A question on writing (错别字, 标点) or on units has wrong ones on purpose: the checks that it is about
/// are left out for
/// the whole item. Lines of a program are left out (source_code.h). A Latin word that an item has several
/// times is a name; one that is all of a wrong option was made up.
std::vector<Hit> scan(const formats::Object& object);

/// The scans of a bank's objects, each done once per version of an object, however many rules ask.
class Scans {
 public:
  /// Valid until the next call. Nothing for monostate.
  const std::vector<Hit>& of(formats::Id id, const formats::Object* object);

 private:
  struct Kept {
    formats::Object object;  ///< Keeps the version alive, so that its address is not that of another one.
    std::vector<Hit> hits;
  };
  std::unordered_map<formats::Id, Kept> kept_;
};

}  // namespace tiku::validators::language
