#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/model/bank.h"

/// Three-way merging of one object: what two people made of it since their last common state comes together
/// field by field and, inside tables and lists, row by row. What both changed to different things is asked,
/// one question for one field of one row.
///
/// Merging is a function of the three states and the answers given so far and changes nothing else: asked
/// again with the answers it gives the result. It is symmetric: with mine and theirs exchanged the same
/// questions come with their values exchanged, and the same answers give the same result.
namespace tiku::formats {

/// Where two people's changes cannot both stand: one field of one object (down to the row of a table), or an
/// object itself.
struct MergeQuestion {
  enum class About {
    kField,          ///< Also the place of a row that both moved, and the order of rows that both changed.
    kRemovedByMe,    ///< An object or a row that they changed and I removed; `mine` is empty,
    kRemovedByThem,  ///< and the other way round; `theirs` is empty.
    kFile,           ///< A file that is no object.
  };
  /// Names the question, whichever side is mine: "<object id>/stem", "<object id>/theory/<point id>/name", or
  /// a file's path. The object itself: "<object id>".
  std::string address;
  About about = About::kField;
  Id object;              ///< Empty of a file.
  std::string fieldWord;  ///< 题干; 考评点 A-B-001“…”的名称; empty where an object was removed.
  std::string base;       ///< In words, as the two below; empty where nothing was there.
  std::string mine;
  std::string theirs;
  bool typed = false;  ///< A plain text: other words may be given instead of mine or theirs.
  bool operator==(const MergeQuestion&) const = default;
};

struct MergeAnswer {
  enum class Take { kMine, kTheirs, kText };
  Take take = Take::kMine;
  std::string text{};  ///< With kText: the words to have.
  bool operator==(const MergeAnswer&) const = default;
};

/// By the question's address. What answers no question is not looked at.
using MergeAnswers = std::map<std::string, MergeAnswer>;

struct ObjectMerge {
  Object object;                         ///< Where a question is open it has mine.
  std::vector<MergeQuestion> questions;  ///< Still open; by address.
};

/// Any of the three may be monostate. With nothing as base, both sides made the object: what is equal is no
/// question, rows with names of their own come together. At the `contested` addresses (and below them) the
/// base does not count, since it is itself two states that were never brought together: what differs there
/// is asked. Throws FormatError kUsage for other words where a question has no text for an answer.
ObjectMerge mergeObject(const Object& base, const Object& mine, const Object& theirs,
                        const MergeAnswers& answers = {}, const std::set<std::string>& contested = {});

}  // namespace tiku::formats
