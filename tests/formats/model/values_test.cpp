#include "formats/model/values.h"

#include <set>

#include <catch2/catch.hpp>

#include "formats/model/blueprint.h"
#include "formats/model/text.h"

using namespace tiku::formats;

TEST_CASE("an id is a UUID, printed and read alike, and no two are alike") {
  std::set<Id> seen;
  for (int i = 0; i < 1000; ++i) {
    const Id id = Id::random();
    CHECK(Id::parse(id.str()) == id);
    CHECK(id.str()[14] == '4');
    seen.insert(id);
  }
  CHECK(seen.size() == 1000);
  CHECK(Id::parse("6F9619FF-8B86-4011-B42D-00CF4FC964FF")->str() == "6f9619ff-8b86-4011-b42d-00cf4fc964ff");
  for (const char* wrong :
       {"", "6f9619ff8b864011b42d00cf4fc964ff", "6f9619ff-8b86-4011-b42d-00cf4fc964fg",
        "6f9619ff-8b86-4011-b42d-00cf4fc964ff ", "00000000-0000-0000-0000-000000000000"}) {
    CHECK_FALSE(Id::parse(wrong));
  }
}

TEST_CASE("marks and weights are exact and print as a score sheet does") {
  CHECK(Marks::parse("0.5")->str() == "0.5");
  CHECK(Marks::parse("12.50")->str() == "12.5");
  CHECK(Marks::parse("１５")->str() == "15");
  CHECK(Marks::parse(" 2 ")->str() == "2");
  CHECK(Marks::ofHundredths(305).str() == "3.05");
  Marks sum;
  for (int i = 0; i < 300; ++i) sum += *Marks::parse("0.1");
  CHECK(sum == Marks::whole(30));
  for (const char* wrong : {"", "-1", "1.", ".5", "1.234", "1,5", "一", "1000000", "1e3"})
    CHECK_FALSE(Marks::parse(wrong));
}

TEST_CASE("a level is read in every form people write") {
  for (const char* text : {"3", "３", "三", "三级", "3级", "高级工", "三级/高级工"})
    CHECK(Level::parse(text) == Level::of(3));
  CHECK(Level::parse("高级技师")->longName() == "一级/高级技师");
  CHECK_FALSE(Level::parse("六级"));
  CHECK_FALSE(Level::parse("0"));
}

TEST_CASE("an occupation code is that of the classification") {
  CHECK(OccupationCode::parse("4-04-05-05")->str() == "4-04-05-05");
  for (const char* wrong : {"9-04-05-05", "4-4-05-05", "4-04-05", "4—04—05—05", ""})
    CHECK_FALSE(OccupationCode::parse(wrong));
}

TEST_CASE("a point code is read with any of the dashes that real tables use") {
  CHECK(PointCode::parse("B—D—A—001")->str() == "B-D-A-001");
  CHECK(PointCode::parse("b-b-k-001 ")->str() == "B-B-K-001");
  CHECK(PointCode::parse("0－1－1－10")->str() == "0-1-1-10");
  for (const char* wrong : {"", "-", "A--B", "A-B-", "A-B-题"}) CHECK_FALSE(PointCode::parse(wrong));
}

TEST_CASE("a day is one of the calendar") {
  CHECK(Date::parse("2024-02-29"));
  CHECK_FALSE(Date::parse("2023-02-29"));
  CHECK_FALSE(Date::parse("2023/02/01"));
}

TEST_CASE("the ratio of a scope is counted over all points below it") {
  Scope ethics{Id::random(), "A", "职业道德", {}, {}, {}, {}, {}, {}};
  Scope basics = ethics;
  Scope rules = ethics;
  for (const Importance i : {Importance::kX, Importance::kX, Importance::kY}) {
    basics.points.push_back({Id::random(), "001", "点", i, {}, {}, {}, {}});
  }
  rules.points.push_back({Id::random(), "001", "点", Importance::kX, {}, {}, {}, {}});
  ethics.scopes = {basics, rules};
  CHECK(basics.ratio().str() == "(02:01:00)");
  CHECK(ethics.ratio().str() == "(03:01:00)");
  CHECK(ethics.pointCount() == 4);
}

TEST_CASE("the words of a text stand for its pictures, blanks and tables too") {
  Paragraph stem{{{Inline::Kind::kText, "氧化物", {}},
                  {Inline::Kind::kText, " Fe", {}},
                  {Inline::Kind::kSubscript, "2", {}},
                  {Inline::Kind::kBlank, {}, {}},
                  {Inline::Kind::kImage, "炉温曲线", "ab.png"}}};
  TextTable table{{{RichText::plain("甲"), RichText::plain("乙")}, {RichText::plain("丙")}}};
  const RichText text({stem, table});
  CHECK(text.str() == "氧化物 Fe2（　）[图]\n甲\t乙\n丙");
  CHECK(text.blankCount() == 1);
  CHECK(text.images() == std::vector<std::string>{"ab.png"});
  CHECK(RichText::plain("一\n\n二").blocks().size() == 3);
  CHECK(RichText::plain(" \n").empty());
  CHECK_FALSE(text.empty());
}
