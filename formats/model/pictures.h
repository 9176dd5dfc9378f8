#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"

/// Which pictures the objects of a bank show, and the media files that hold them.
namespace tiku::formats {

/// The media file names in all texts of the object, in order, with repetitions; none of kinds whose texts
/// hold no pictures.
std::vector<std::string> picturesOf(const TheoryItem& item);
std::vector<std::string> picturesOf(const SkillItem& item);
std::vector<std::string> picturesOf(const ItemSet& set);
std::vector<std::string> picturesOf(const Standard& standard);
std::vector<std::string> picturesOf(const Object& object);

/// The id of the media file of that name (`<sha256>.<ext>`); nullopt for a name that is no digest.
std::optional<Id> mediaIdOf(std::string_view name);

/// The media file of exactly that name; null when the bank does not have it.
const Media* mediaNamed(const Bank& bank, std::string_view name);

}  // namespace tiku::formats
