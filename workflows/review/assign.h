#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/values.h"

/// Who reviews what: every object by enough experts, everyone with about the same number, nobody with his
/// own.
namespace tiku::workflows {

/// Whether the expert may review the object.
using MayReview = std::function<bool(formats::Id object, formats::Id expert)>;

/// Object to its experts, ascending.
using Assignment = std::map<formats::Id, std::vector<formats::Id>>;

/// Gives each object `perObject` different experts that may review it. The loads differ by one at most, or,
/// where avoidance forbids that, cannot be brought nearer by handing on objects. The same seed gives the same
/// assignment on every machine, whatever the order of the lists.
///
/// Throws FormatError kUsage when an object has too few experts that may review it; the object's name is
/// taken from `nameOf`.
Assignment assignObjects(const std::vector<formats::Id>& objects, const std::vector<formats::Id>& experts,
                         int perObject, std::string_view seed, const MayReview& mayReview,
                         const std::function<std::string(formats::Id)>& nameOf);

/// The seed of a round: SHA-256 of "tiku-assign-1\n<tree>\n<round>\n".
std::string assignmentSeed(std::string_view tree, formats::Id round);

}  // namespace tiku::workflows
