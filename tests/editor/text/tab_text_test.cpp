#include "editor/text/tab_text.h"

#include <catch2/catch.hpp>

using tiku::editor::CellBlock;
using tiku::editor::cellsOfTabText;
using tiku::editor::tabTextOf;

TEST_CASE("rows and columns copied in Excel arrive as rows and columns") {
  CHECK(cellsOfTabText("A\t基本要求\t25\r\nB\t相关知识\t75\r\n") ==
        CellBlock{{"A", "基本要求", "25"}, {"B", "相关知识", "75"}});
  CHECK(cellsOfTabText("A\t\t25") == CellBlock{{"A", "", "25"}});
  CHECK(cellsOfTabText("一\n\n三\n") == CellBlock{{"一"}, {""}, {"三"}});
  CHECK(cellsOfTabText("").empty());
}

TEST_CASE("a cell with a line break or a tab in it comes quoted, and stays one cell") {
  CHECK(cellsOfTabText("\"第一行\r\n第二行\"\tX") == CellBlock{{"第一行\n第二行", "X"}});
  CHECK(cellsOfTabText("\"他说\"\"好\"\"\"\tY\n") == CellBlock{{"他说\"好\"", "Y"}});
}

TEST_CASE("an inch mark or a lone quote is a word, not the beginning of a quoted cell") {
  CHECK(cellsOfTabText("\"3 寸\t管") == CellBlock{{"\"3 寸", "管"}});
  CHECK(cellsOfTabText("3\"\t\"甲\"乙") == CellBlock{{"3\"", "\"甲\"乙"}});
}

TEST_CASE("what was copied pastes as it was") {
  const CellBlock cells{{"001", "", "a\tb"}, {"\"引\"号", "两\n行", "末\r尾"}, {"x"}};
  CHECK(cellsOfTabText(tabTextOf(cells)) == cells);
}
