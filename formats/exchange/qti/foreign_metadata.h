#pragma once

#include <string>

#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/qti/metadata.h"

/// What a manifest of somebody else's says of an item: kept as it is, our identifiers among its own.
namespace tiku::formats::qti {

/// The <metadata> as a text by itself, without our identifiers, which it takes out of the document; empty
/// where nothing else is in it.
std::string foreignMetadata(XmlElement metadata);

/// What foreignMetadata() gave, with the identifiers in the general part of its LOM; a <metadata> of that
/// version with these alone where it gave nothing.
std::string withEntries(const std::string& foreign, Version family, const LomEntries& entries);

}  // namespace tiku::formats::qti
