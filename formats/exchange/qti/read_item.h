#pragma once

#include <functional>
#include <set>
#include <string>

#include "formats/base/xml.h"
#include "formats/exchange/qti/dialect.h"
#include "formats/model/item.h"

namespace tiku::formats::qti {

/// An item's document as our fields.
struct ReadItem {
  ItemType type = ItemType::kSingleChoice;
  RichText stem;
  std::vector<RichText> options;
  Key key;
  std::vector<ScoringPoint> scoring;
  RichText rationale;
  std::string reference;
  /// What the items of a set share, as the item repeats it.
  RichText shared;
  /// Addresses of what the items share, where it lies in files of its own.
  std::vector<std::string> stimuli;
  /// Of the shape that this program writes.
  bool ours = false;
  /// Why the item cannot be edited here without losing what it does, a sentence; empty where it can.
  std::string readOnly;
  /// What was left out or understood otherwise, as sentences.
  std::set<std::string> doubts;
};

/// Given the address in the document, the media name of a picture; empty where there is none.
using PictureOf = std::function<std::string(const std::string& address)>;

/// Whether the document is an item of QTI 2 or 3.
bool isItem(XmlElement root);

/// By whose words the item is written, and the type of resource that its namespace goes with.
Version familyOf(XmlElement root);
std::string resourceTypeOf(XmlElement root);

/// Reads an item of QTI 2.0 to 3.0. Takes the document apart while reading.
ReadItem readItem(XmlElement root, const PictureOf& picture);

}  // namespace tiku::formats::qti
