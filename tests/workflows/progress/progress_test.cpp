#include "workflows/progress/progress.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;
using namespace tiku::workflows;

namespace {

struct Story {
  Bank bank = bankOfLevel(3);
  Profile profile = Profile::load("guizhou");

  std::vector<std::string> next(std::size_t limit) const {
    Facts facts(bank);
    for (const auto& [id, object] : bank.objects()) facts.update({id, {}, object});
    std::vector<std::string> lines;
    for (const NextWork& work : nextWork(progressOf(facts, profile), limit)) {
      std::string line = std::to_string(static_cast<int>(work.kind)) + " " + std::to_string(work.missing);
      if (work.kind == NextWork::Kind::kItems) line += " " + std::string(itemTypeName(work.type));
      lines.push_back(line + " " + work.code);
    }
    return lines;
  }
};

}  // namespace

TEST_CASE("what to write next: points without items first, then those begun, then what the level lacks") {
  Story story;
  // 三级 asks 3 单选, 2 多选 and 2 判断 at each point, and twice as many points as the weight says.
  const Blueprint table = blueprint(3, scope("A", "基本要求", "1", 1), scope("B", "相关知识", "2", 2));
  const Id begun = table.theory.tops[0].scope.points[0].id;
  const Id whole = table.theory.tops[1].scope.points[0].id;
  Edit edit;
  edit.put(table);
  put(edit, begun, ItemType::kSingleChoice, 1);
  put(edit, begun, ItemType::kMultipleChoice, 2);
  put(edit, whole, ItemType::kSingleChoice, 3);
  put(edit, whole, ItemType::kMultipleChoice, 2);
  put(edit, whole, ItemType::kTrueFalse, 2);
  story.bank.apply(edit);

  CHECK(story.next(100) == std::vector<std::string>{"0 3 单选题 B-002", "0 2 多选题 B-002",
                                                    "0 2 判断题 B-002", "0 2 单选题 A-001",
                                                    "0 2 判断题 A-001", "2 1 A", "2 2 B", "1 979 ", "3 30 "});
  CHECK(story.next(2) == std::vector<std::string>{"0 3 单选题 B-002", "0 2 多选题 B-002"});
}

TEST_CASE("a bank of papers lacks papers, not items") {
  Story story;
  BankInfo info = story.bank.info();
  info.theoryKind = BankKind::kPapers;
  info.skillsKind = BankKind::kPapers;
  story.bank.apply(Edit().put(info));
  CHECK(story.next(100) == std::vector<std::string>{"4 10 ", "5 10 "});
}
