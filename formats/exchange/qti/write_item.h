#pragma once

#include <set>
#include <string>

#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/questions/losses.h"
#include "formats/model/bank.h"

namespace tiku::formats::qti {

/// An item as a document of its own, and the files that it shows.
struct WrittenItem {
  std::string xml;              ///< Empty where QTI has no place for the item; the losses say why.
  std::set<std::string> media;  ///< Names of pictures, in `media/` beside the folder of the item.
};

/// The same item gives the same bytes. What cannot be held goes to `losses`.
WrittenItem writeItem(const Bank& bank, const TheoryItem& item, Version version, Losses& losses);

/// The stem that the items of a set share, as a document of its own, and where it lies from the root of a
/// package.
WrittenItem writeStimulus(const Bank& bank, const ItemSet& set, Version version);
std::string stimulusHref(const ItemSet& set);

/// Name of an item in a package, by which it is known when it comes back: "tiku-<id>".
std::string identifierOf(const Id& id);
/// The id of such a name.
std::optional<Id> idOfIdentifier(std::string_view identifier);

/// The names of options: A to Z, then AA.
std::string optionName(std::size_t position);

}  // namespace tiku::formats::qti
