// Keys and answers on one paper.
#include "validators/rules/papers/keys.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/rules/papers/answer_told.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// A theory paper of 三级 with the items in this order.
Bank paperOf(const std::vector<TheoryItem>& items) {
  Paper paper(Id::random(), level(3), Paper::Kind::kTheory);
  paper.number = "2026-01";
  paper.sections.push_back({"一、选择题", {}, {}});
  Bank bank = bankWith();
  Edit edit;
  for (const TheoryItem& item : items) {
    paper.sections[0].entries.push_back({item.id, Marks::whole(1), {}});
    edit.put(item);
  }
  bank.apply(edit.put(paper));
  return bank;
}

std::vector<TheoryItem> keyed(const std::string& letters) {
  std::vector<TheoryItem> items;
  for (const char letter : letters) {
    items.push_back(choice("量具是（　）。", {"卡尺", "扳手", "锉刀", "锤子"}, std::string_view(&letter, 1)));
  }
  return items;
}

std::vector<std::string> told(const Bank& bank, std::string_view rule) {
  return messagesOf(findingsOf(bank, rule));
}

}  // namespace

TEST_CASE("keys that crowd in one place of a paper are told, an even spread is not") {
  CHECK(told(paperOf(keyed("AABACAADAABACAADABCA")), PaperKeyBalance::kId) ==
        std::vector<std::string>{"三级理论试卷“2026-01” 20 道单选题的答案位置不均：A 60% B 15% C 15% D 10%，"
                                 "每个位置宜占 20–30%（默认值，非法规条文）。"});
  CHECK(told(paperOf(keyed("ABCDBCADCDABDABCACBD")), PaperKeyBalance::kId).empty());
  CHECK(told(paperOf(keyed("AAAAAAAAAAAAAAA")), PaperKeyBalance::kId).empty());

  std::vector<TheoryItem> judgements;
  for (int i = 0; i < 20; ++i) judgements.push_back(judgement("量具应定期检定。", i % 10 != 0));
  CHECK(told(paperOf(judgements), PaperKeyBalance::kId) ==
        std::vector<std::string>{
            "三级理论试卷“2026-01” 20 道判断题中答案为正确的占 90%，宜占 40–60%（默认值，非法规条文）。"});
}

TEST_CASE("a long run of one key is told with where it begins") {
  CHECK(told(paperOf(keyed("ABCCCCCCDA")), PaperKeyRuns::kId) ==
        std::vector<std::string>{
            "三级理论试卷“2026-01”从第 3 题起连续 6 道题的答案都是“C”，多于 5 道（默认值，非法规条文）。"});
  CHECK(told(paperOf(keyed("ABCCCCCDA")), PaperKeyRuns::kId).empty());
  std::vector<TheoryItem> broken = keyed("CCCC");
  broken.push_back(judgement("量具应定期检定。"));
  for (TheoryItem& item : keyed("CC")) broken.push_back(std::move(item));
  CHECK(told(paperOf(broken), PaperKeyRuns::kId).empty());
}

TEST_CASE("a paper on which one item answers another names both by their numbers") {
  const TheoryItem asked =
      choice("游标卡尺使用以后应当（　）并放回专用的盒内。", {"擦净涂油", "水洗", "晾晒", "加热"}, "A");
  const TheoryItem teller = judgement("班组规定，游标卡尺使用以后应当擦净涂油，不得乱放。");
  CHECK(told(paperOf({judgement("量具应定期检定。"), asked, teller}), PaperAnswerTold::kId) ==
        std::vector<std::string>{
            "三级理论试卷“2026-01”有 1 道题的答案写在别的题的题干里（题号：2←3）（默认值，非法规条文）。"});
  CHECK(told(paperOf({asked, judgement("量具应定期检定。")}), PaperAnswerTold::kId).empty());
}
