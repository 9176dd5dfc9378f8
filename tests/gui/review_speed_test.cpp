// What a chair waits for: the table of a round of 1,400 items and five experts who said something of each.
#include <ctime>
#include <random>

#include <catch2/catch.hpp>
#include <wx/grid.h>

#include "editor/widgets/words.h"
#include "formats/base/digest.h"
#include "tests/gui/support/review_hands.h"

using namespace tiku;
using namespace tiku::formats;
using namespace tiku::tests;

namespace {

constexpr int kItems = 1400;
constexpr int kExperts = 5;

ExpertAnswers answersTo(const Round& round, const Invitation& sent, std::mt19937& random) {
  ExpertAnswers said;
  said.round = round.id;
  said.invitation = sent.id;
  said.expert = sent.expert;
  said.conflict = "无";
  for (const ReviewedObject& one : round.objects) {
    said.scores.push_back({one.object,
                           1 + static_cast<int>(random() % 4),
                           static_cast<int>(random() % 101),
                           static_cast<ItemVerdict>(random() % 3),
                           {}});
  }
  return said;
}

// That many items, and a round over all of them that was opened.
Edit openedRound() {
  Edit edit("开始评审");
  Round round;
  round.id = Id::wellKnown(0x4001);
  round.title = "报备评审";
  for (int i = 0; i < kItems; ++i) {
    TheoryItem item(*Id::ofDigest(sha256("item " + std::to_string(i))), *Level::of(3), ItemType::kTrueFalse);
    item.stem = RichText::plain("第 " + std::to_string(i) + " 题：变压器油的作用是绝缘和散热。");
    item.key = JudgementKey{true};
    round.objects.push_back({item.id, {}, {}, {}, {}});
    edit.put(std::move(item));
  }
  std::ranges::sort(round.objects, {}, &ReviewedObject::object);
  round.steps.push_back({RoundState::kSummary, "赵工", Date::parse("2026-03-16"), {}, {}});
  std::mt19937 random(1);
  for (unsigned i = 0; i < kExperts; ++i) {
    round.panel.push_back(
        {Id::wellKnown(0x5000 + i), "专家" + std::to_string(i + 1), "学院", i == 0, {}, {}});
    Invitation sent;
    sent.id = Id::wellKnown(0x5100 + i);
    sent.expert = Id::wellKnown(0x5000 + i);
    round.invitations.push_back(sent);
    edit.put(Submission{sent.id, round.id, sent.expert, {}, answersTo(round, sent, random), {}});
  }
  edit.put(std::move(round));
  return edit;
}

}  // namespace

TEST_CASE("the results of 1,400 items and five experts are all there, and it is told how long they took") {
  OpenEditor window("liangju");
  REQUIRE(window.frame().Host::change(openedRound()));
  goToPage(window, "rounds");
  wxYield();
  // Processor time: how long it takes when nothing else runs.
  const std::clock_t before = std::clock();
  goToPage(window, "results");
  auto* grid = window.find<wxGrid>("各题的意见");
  grid->Update();
  wxYield();
  const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  WARN("seconds of processor time: " << seconds);  // For docs/performance.md; nothing rests on it.
  CHECK(grid->GetNumberRows() == kItems);
  CHECK(grid->GetNumberCols() == 7 + kExperts);
}
