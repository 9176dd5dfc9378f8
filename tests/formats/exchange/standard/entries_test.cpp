// Numbers and entries as they stand in the cells of real standards.
#include "formats/exchange/standard/entries.h"

#include <catch2/catch.hpp>

#include "formats/exchange/standard/line_number.h"

using namespace tiku::formats;
using namespace tiku::formats::standards;

namespace {

/// "1.1.1 能…" for each entry, "★" behind a critical one, what goes on with the entry above before "|".
std::string shown(const std::string& cell, bool skills = true) {
  const CellEntries found = entriesOfCell(cell, skills);
  std::string text = found.carriedOn.empty() ? "" : found.carriedOn + "|";
  for (const FoundEntry& entry : found.entries)
    text += "[" + printed(entry.number) + " " + entry.text + (entry.critical ? "★" : "") + "]";
  return text;
}

}  // namespace

TEST_CASE(
    "entries stand on lines of their own, with blanks in their numbers and broken by the cell's width") {
  CHECK(shown("1.1.1 能检查外观\n1.1.2 能清洗量具") == "[1.1.1 能检查外观][1.1.2 能清洗量具]");
  CHECK(shown("１．１．１能检查外观\n1. 1. 2能清洗\n量具") == "[1.1.1 能检查外观][1.1.2 能清洗量具]");
  CHECK(shown("1.1.1 能使用 0.02 mm 游标卡尺\n0.05 mm 的也能") ==
        "[1.1.1 能使用 0.02 mm 游标卡尺0.05 mm 的也能]");
}

TEST_CASE("entries that were run together come apart at the next number, not at a figure") {
  CHECK(shown("1.1.1 能检查外观1.1.2能清洗量具；1.1.3 能记录") ==
        "[1.1.1 能检查外观][1.1.2 能清洗量具；][1.1.3 能记录]");
  CHECK(shown("1.1.1 能配制 1.1.5 号溶液") == "[1.1.1 能配制 1.1.5 号溶液]");
  CHECK(shown("（1）能检查外观 （2）能清洗") == "[1 能检查外观][2 能清洗]");
  CHECK(shown("1．能检查 1.5 mm 的缝\n2．能清洗") == "[1 能检查 1.5 mm 的缝][2 能清洗]");
}

TEST_CASE("a star before the number, behind it or at the end marks the entry that it stands at") {
  CHECK(shown("★1.1.1 能断电\n1.1.2 ★能挂牌\n1.1.3 能验电★\n1.1.4 能送电") ==
        "[1.1.1 能断电★][1.1.2 能挂牌★][1.1.3 能验电★][1.1.4 能送电]");
  CHECK(shown("1.1.1 能断电★1.1.2 能挂牌") == "[1.1.1 能断电][1.1.2 能挂牌★]");
}

TEST_CASE("without numbers each line is an entry, of skills only what one is able to do") {
  CHECK(shown("能检查外观\n能清洗量具\n并防锈") == "[ 能检查外观][ 能清洗量具并防锈]");
  CHECK(shown("外观检查知识\n能量守恒知识\n防锈知识", false) == "[ 外观检查知识][ 能量守恒知识][ 防锈知识]");
  CHECK(shown("和记录\n1.1.3 能复检") == "和记录|[1.1.3 能复检]");
  CHECK(shown("").empty());
}

TEST_CASE("names lose number, spreading blanks and full stop, and keep the figures that are theirs") {
  CHECK(nameOf("1.\n检\n校\n准\n备") == "检校准备");
  CHECK(nameOf("1.2  环 境 准 备。") == "环境准备");
  CHECK(nameOf("3 3D 打印") == "3D 打印");
  CHECK(nameOf("一、检校准备") == "检校准备");
  CHECK(nameOf("（二）卡尺校验") == "卡尺校验");
  CHECK(nameOf("5S 管理") == "5S 管理");
}

TEST_CASE("a heading names its level in the words of 2018 and in those before") {
  const auto level = [](const char* words) {
    const auto found = levelOf(words);
    return found ? found->number() : 0;
  };
  CHECK(level("3.1 五级/初级工") == 5);
  CHECK(level("3.2 四级 / 中级工") == 4);
  CHECK(level("三级／高级工（％）") == 3);
  CHECK(level("3.1 初级（国家职业资格五级）") == 5);
  CHECK(level("技师") == 2);
  CHECK(level("3.5 高级技师（国家职业资格一级）") == 1);
  CHECK(level("五级/高级工") == 0);
  CHECK(level("3.1 工作准备") == 0);
  CHECK(level("3") == 0);
  CHECK(level("") == 0);
}
