#include "formats/compare/named_ids.h"

#include <catch2/catch.hpp>

#include "formats/compare/fields.h"

namespace {

using namespace tiku::formats;

Bank bankWithTable() {
  Point point;
  point.id = Id::wellKnown(11);
  point.code = "001";
  point.name = "前角的作用";
  Scope scope;
  scope.id = Id::wellKnown(10);
  scope.code = "A";
  scope.name = "车刀";
  scope.points = {point};
  Blueprint blueprint(*Level::of(3));
  blueprint.theory.tops = {{Part::kWork, scope}};
  People people;
  Person author;
  author.id = Id::wellKnown(12);
  author.name = "林晓";
  people.people = {author};
  Bank bank;
  bank.apply(Edit("").put(std::move(blueprint)).put(std::move(people)));
  return bank;
}

}  // namespace

TEST_CASE("a field that names a point or a person by id says who and what it is") {
  const Bank bank = bankWithTable();
  const std::string point = Id::wellKnown(11).str();
  const std::string person = Id::wellKnown(12).str();
  CHECK(withNames(point, bank) == "A-001 前角的作用");
  CHECK(withNames("命题　" + person + "\n考评点　" + point + "。", bank) ==
        "命题　林晓\n考评点　A-001 前角的作用。");
  CHECK(withNames("没有标识的文字 1234-5678", bank) == "没有标识的文字 1234-5678");
}

TEST_CASE("what the bank does not know any more is told as such") {
  CHECK(withNames(Id::wellKnown(99).str(), bankWithTable()) == "（题库里没有）");
}
