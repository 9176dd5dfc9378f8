#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"

/// The fields of an object that are tables or lists, taken apart into rows that can be found again in another
/// state of the object.
namespace tiku::workflows {

struct TableCell {
  std::string name;  ///< "name", "weight": as in files.
  std::string word;  ///< 名称: what the user calls it, translated; empty where the row is one text.
  std::string text;
  bool code = false;  ///< A printed number or code, which may change without anything being changed.
  bool operator==(const TableCell&) const = default;
};

struct TableRow {
  std::string key;     ///< Names the row in its field; of a list without names its place, from 0.
  std::string parent;  ///< Key of the row that it hangs on; empty at the top.
  std::string word;    ///< 考评点; may be empty.
  std::string name;    ///< "A-B-C-001 游标卡尺的读数"; may be empty.
  std::vector<TableCell> cells;

  /// The cells that say something, one after the other.
  [[nodiscard]] std::string text() const;
  /// The same without codes.
  [[nodiscard]] std::string textWithoutCode() const;
  /// 考评点 A-B-C-001 游标卡尺的读数
  [[nodiscard]] std::string title() const;
};

struct FieldRows {
  bool keyed = true;  ///< Else the rows have nothing but their place and what they say.
  std::vector<TableRow> rows;
};

/// Nothing where the field is no table: a text, a number, a key.
std::optional<FieldRows> rowsOf(const formats::Object& object, const std::string& field);

/// The rows of tables with a shape of their own.
FieldRows tableRows(const formats::ElementTable& table);
FieldRows tableRows(const formats::SkillStructure& structure);
FieldRows tableRows(const formats::PaperPlan& plan);
FieldRows tableRows(const std::vector<formats::LevelRequirements>& levels);
FieldRows tableRows(const std::vector<formats::BasicTopic>& basics);
FieldRows tableRows(const std::vector<formats::WeightRow>& weights);
FieldRows tableRows(const std::vector<formats::PaperSection>& sections);

}  // namespace tiku::workflows
