// What a chair waits for: the table of disagreement of a round, here of 1,400 items and five experts who said
// something of each.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/generated_bank.h"
#include "formats/package/package.h"
#include "workflows/review/report/scores.h"

namespace {

using namespace tiku::formats;
using namespace tiku::workflows;

// A round over a generated bank, with everybody's answers open.
struct OpenedRound {
  Bank bank;
  Round round;
  std::vector<std::pair<std::string, std::string>> files;  // Of the submissions, as they lie on the disk.

  OpenedRound(int items, int experts) : bank(tiku::bench::generatedBank(items, 1)) {
    round.id = Id::random();
    round.steps.push_back({});
    bank.forEach<TheoryItem>([&](const auto& item) { round.objects.push_back({item->id, {}, {}, {}, {}}); });
    std::mt19937 random(1);
    Edit edit;
    for (int i = 0; i < experts; ++i) {
      const Id expert = Id::random();
      const Id invitation = Id::random();
      round.panel.push_back({expert, "专家", "学院", i == 0, {}, {}});
      Invitation sent;
      sent.id = invitation;
      sent.expert = expert;
      round.invitations.push_back(sent);
      Submission submission{invitation, round.id, expert, {}, answers(random, expert, invitation), {}};
      const Object object = std::make_shared<const Submission>(submission);
      files.emplace_back(pathOf(object), write(object));
      edit.putObject(object);
    }
    edit.put(round);
    bank.apply(edit);
  }

  [[nodiscard]] ExpertAnswers answers(std::mt19937& random, Id expert, Id invitation) const {
    ExpertAnswers said;
    said.round = round.id;
    said.expert = expert;
    said.invitation = invitation;
    for (const ReviewedObject& reviewed : round.objects) {
      ItemScore score;
      score.object = reviewed.object;
      score.relevance = 1 + static_cast<int>(random() % 4);
      score.difficulty = static_cast<int>(random() % 101);
      score.verdict = static_cast<ItemVerdict>(random() % 3);
      said.scores.push_back(score);
    }
    return said;
  }
};

constexpr int kItems = 1400;
constexpr int kExperts = 5;

const OpenedRound& openedRound() {
  static const OpenedRound round(kItems, kExperts);
  return round;
}

void disagreementTable(benchmark::State& state) {
  const OpenedRound& opened = openedRound();
  for (auto _ : state) {
    benchmark::DoNotOptimize(disputedFirst(panelScores(opened.bank, opened.round, Voice::kFinal)));
  }
}

void disagreementTableFromFiles(benchmark::State& state) {
  const OpenedRound& opened = openedRound();
  for (auto _ : state) {
    Bank bank = opened.bank;
    Edit edit;
    for (const auto& [path, content] : opened.files)
      edit.putObject(tiku::formats::read(path, content, "bench"));
    bank.apply(edit);
    benchmark::DoNotOptimize(disputedFirst(panelScores(bank, opened.round, Voice::kFinal)));
  }
}

void reviewStatistics(benchmark::State& state) {
  const OpenedRound& opened = openedRound();
  for (auto _ : state) {
    const PanelScores scores = panelScores(opened.bank, opened.round, Voice::kAlone);
    benchmark::DoNotOptimize(panelStatistics(scores, opened.round.rubric));
  }
}

BENCHMARK(disagreementTable)->Unit(benchmark::kMillisecond);
BENCHMARK(disagreementTableFromFiles)->Unit(benchmark::kMillisecond);
BENCHMARK(reviewStatistics)->Unit(benchmark::kMillisecond);

}  // namespace
