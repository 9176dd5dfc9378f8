#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/model/bank.h"

/// Two states of one object, field by field: what differs, in the user's words, and how two people's changes
/// come together.
namespace tiku::formats {

/// A member of an object.
struct Field {
  std::string name;  ///< "stem", as in findings and files.
  std::string word;  ///< 题干: what the user calls it, translated.
  bool operator==(const Field&) const = default;
};

/// All fields of the object's kind in the order of its form. Media have none: they never change.
std::vector<Field> fieldsOf(const Object& object);

/// The fields in which two objects of one kind differ.
std::vector<Field> differingFields(const Object& a, const Object& b);

/// The object with this field taken from another of the same kind, along with the fields that only make sense
/// together with it (options and key).
Object withField(const Object& object, const Object& from, const std::string& field);

/// What the field says, for people: the words of a text, "A、C", "3"; of what is a table, a line for each
/// row.
std::string fieldText(const Object& object, const std::string& field);

/// What differs between two states of a field, in words, before and after: of a table or a list the rows that
/// were taken out, added or changed; of a text all of it. Both say the same where what differs is no words.
std::pair<std::string, std::string> fieldDifference(const Object& before, const Object& after,
                                                    const std::string& field);

/// What the user calls a field of the object, or a part of it, translated: "题干", "选项 C", "评分表 第 2
/// 项". The name itself where it has none.
std::string fieldWord(const Object& object, std::string_view field);

/// What comes of two changes of one object.
struct MergedObject {
  Object object;  ///< Where fields clash it has mine.
  /// Fields that both changed, and not to the same.
  std::vector<Field> clashes;
  /// One side removed the object that the other changed; `object` is mine then.
  bool removalClashes = false;
};

/// mergeObject() for those who answer by the field: where a row of a table is asked about, the whole field is
/// mine and clashes. Any of the three may be monostate.
MergedObject mergeObjects(const Object& base, const Object& mine, const Object& theirs);

}  // namespace tiku::formats
