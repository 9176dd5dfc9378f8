#pragma once

#include <fmt/format.h>

#include "tests/support/rule_stories.h"

/// Element tables, structure tables and standards to tell what a rule does.
namespace tiku::validators {

/// A scope with so many points, named after it and coded 001, 002 ...; no weight for an empty one.
inline formats::Scope scope(const char* code, const char* name, const char* weight, int points = 0) {
  using namespace formats;
  Scope made;
  made.id = Id::random();
  made.code = code;
  made.name = name;
  made.weight = Weight::parse(weight);
  for (int i = 1; i <= points; ++i) {
    Point point;
    point.id = Id::random();
    point.code = fmt::format("{:03}", i);
    point.name = fmt::format("{}之{}", name, i);
    point.importance = Importance::kX;
    made.points.push_back(point);
  }
  return made;
}

inline formats::Scope scope(const char* code, const char* name, const char* weight,
                            std::vector<formats::Scope> scopes) {
  formats::Scope made = scope(code, name, weight);
  made.scopes = std::move(scopes);
  return made;
}

/// The national layout: 基本要求 A and 相关知识要求 B.
inline formats::Blueprint blueprint(int number, formats::Scope basic, formats::Scope work) {
  using namespace formats;
  Blueprint made(level(number));
  made.theory.tops = {{Part::kBasic, std::move(basic)}, {Part::kWork, std::move(work)}};
  return made;
}

inline formats::WeightRow row(formats::WeightRow::Kind kind, const char* name, int number, int weight) {
  formats::WeightRow made{kind, name, {}, {}};
  made.weights.emplace(level(number), formats::Weight::whole(weight));
  return made;
}

inline formats::SkillModule module(const char* code, const char* name, int marks, int minutes) {
  formats::SkillModule made;
  made.id = formats::Id::random();
  made.code = code;
  made.function = name;
  made.name = name;
  made.marks = formats::Marks::whole(marks);
  made.minutes = minutes;
  return made;
}

/// So many items of 三级 of the type, on the point.
inline void put(formats::Edit& edit, formats::Id point, formats::ItemType type, int count, int number = 3) {
  for (int i = 0; i < count; ++i) {
    formats::TheoryItem item(formats::Id::random(), level(number), type);
    item.point = point;
    edit.put(item);
  }
}

/// The bank with only the given level, so that no other level is judged.
inline formats::Bank bankOfLevel(int number) {
  formats::BankInfo info;
  info.levels = {level(number)};
  return formats::Bank(info);
}

}  // namespace tiku::validators
