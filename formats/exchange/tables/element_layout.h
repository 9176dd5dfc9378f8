#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/tables/cells.h"

namespace tiku::formats::tables {

/// Where the columns of an element table stand, found by the words of its head.
///
/// Three ways of writing the tree are met:
///  - stepped (上海): one code column per depth (章/节/目/点, 项目/单元/细目), one name column; a row is a
///  scope
///    or a point by how far its code reaches;
///  - wide (national): columns of their own for each 一级/二级/三级 scope, with the point at the end of the
///  row;
///  - coded: one column with the whole code ("A-B-C-001"), one name column.
struct ElementLayout {
  enum class Kind { kStepped, kWide, kCoded };
  struct ScopeColumns {
    int code = -1;
    int name = -1;
    int ratio = -1;
    int weight = -1;
  };

  Kind kind = Kind::kStepped;
  std::vector<int> steps;            ///< kStepped: code columns, the last one the point's.
  std::vector<ScopeColumns> scopes;  ///< kWide: by depth.
  int pointCode = -1;                ///< kWide, kCoded
  int name = -1;                     ///< Of the point (kWide), of scope or point (others).
  int weight = -1;                   ///< kStepped, kCoded: 分数系数 of the row.
  int ratio = -1;                    ///< kStepped, kCoded
  int importance = -1;
  int knowledge = -1;  ///< 相关知识要求: the entry of the standard.
  int note = -1;
  bool operational = false;  ///< 项目/单元/细目 are words of operational tables.
  int columnCount = 0;
  std::vector<std::string> unused;  ///< Heads of columns that the bank has no place for: 序号, 页码.
};

/// Rows `begin` to `end` (0-based, half open) of a table that are a head.
struct HeadRows {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first rows from `from` on that consist of head words alone; nothing when there are none.
[[nodiscard]] std::optional<HeadRows> findElementHead(const TableView& view, std::size_t from);

struct ElementHead {
  std::optional<ElementLayout> layout;
  std::vector<std::string> missing;  ///< Without a layout: the columns that one would need.
};

/// Reads the head.
[[nodiscard]] ElementHead readElementHead(const TableView& view, HeadRows rows);

}  // namespace tiku::formats::tables
