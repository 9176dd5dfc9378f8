#include "workflows/review/report/scores.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "formats/base/say.h"
#include "workflows/review/round.h"
#include "workflows/review/statistics/agreement.h"
#include "workflows/review/statistics/concordance.h"
#include "workflows/review/statistics/description.h"

namespace tiku::workflows {

using formats::Bank;
using formats::ExpertAnswers;
using formats::Id;
using formats::Invitation;
using formats::ItemScore;
using formats::ItemVerdict;
using formats::Level;
using formats::Round;
using formats::RubricScore;
using formats::say;
using formats::Submission;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

double shareOf(formats::Marks marks) {
  return static_cast<double>(marks.hundredths()) / 100;
}

// The latest opened answers of that phase; a later delivery takes the place of an earlier one.
const ExpertAnswers* openedOf(const Bank& bank, const Round& round, Id expert, Invitation::Phase phase) {
  const ExpertAnswers* answers = nullptr;
  for (const Invitation& invitation : round.invitations) {
    if (invitation.expert != expert || invitation.phase != phase) continue;
    const auto* submission = bank.find<Submission>(invitation.id);
    if (submission != nullptr && submission->answers) answers = &*submission->answers;
  }
  return answers;
}

// Tables are reviewed too, but not scored. An item may be gone from the bank by now.
bool isItem(Id object) {
  for (int level = 1; level <= 5; ++level) {
    if (object == formats::Blueprint::idOf(*Level::of(level))) return false;
  }
  return true;
}

// Whose column a score belongs to.
using UnitOf = std::unordered_map<Id, std::size_t>;

void enter(PanelScores& scores, std::size_t rater, const ExpertAnswers& answers, const UnitOf& unitOf) {
  for (const ItemScore& score : answers.scores) {
    const auto unit = unitOf.find(score.object);
    if (unit == unitOf.end()) continue;
    if (score.relevance) scores.relevance.set(rater, unit->second, *score.relevance);
    if (score.difficulty) scores.difficulty.set(rater, unit->second, *score.difficulty / 100.0);
    if (score.verdict) scores.verdicts.set(rater, unit->second, static_cast<int>(*score.verdict));
  }
}

void enterRubric(PanelScores& scores, std::size_t rater, const ExpertAnswers& answers,
                 const formats::Rubric& rubric) {
  for (const RubricScore& score : answers.rubric) {
    const auto line = std::ranges::find(rubric.lines, score.line, &formats::RubricLine::id);
    if (line == rubric.lines.end()) continue;
    scores.rubric.set(rater, static_cast<std::size_t>(line - rubric.lines.begin()), shareOf(score.marks));
  }
}

ItemOpinion opinionOf(const PanelScores& scores, std::size_t unit) {
  ItemOpinion opinion;
  opinion.unit = unit;
  opinion.object = scores.objects[unit];
  const std::vector<double> verdicts = scores.verdicts.ofUnit(unit);
  for (const double verdict : verdicts) ++opinion.votes.at(static_cast<std::size_t>(verdict));
  if (!verdicts.empty()) {
    // From the strictest down, so that it wins a tie.
    std::size_t most = 2;
    for (const std::size_t one : {1U, 0U}) {
      if (opinion.votes[one] > opinion.votes[most]) most = one;
    }
    opinion.verdict = static_cast<ItemVerdict>(most);
  }
  const Description relevance = describe(scores.relevance.ofUnit(unit));
  const Description difficulty = describe(scores.difficulty.ofUnit(unit));
  opinion.relevance = relevance.mean;
  opinion.relevanceSpread = relevance.spread;
  opinion.difficulty = difficulty.mean;
  opinion.difficultySpread = difficulty.spread;
  opinion.verdictSpread = describe(verdicts).spread;
  return opinion;
}

// Below every spread there is.
double orLeast(const Figure& figure) {
  return figure.known() ? figure.value() : -1;
}

// The lines as shares of their marks, so that a line of 20 does not come before one of 5 for its size.
Ratings sharesOf(const Ratings& marks, const formats::Rubric& rubric) {
  Ratings shares(marks.raters(), marks.units());
  for (std::size_t line = 0; line < marks.units(); ++line) {
    const double most = shareOf(rubric.lines[line].marks);
    for (std::size_t rater = 0; rater < marks.raters() && most > 0; ++rater) {
      if (const auto value = marks.at(rater, line)) shares.set(rater, line, *value / most);
    }
  }
  return shares;
}

}  // namespace

const ExpertAnswers* answersOf(const Bank& bank, const Round& round, Id expert, Voice voice) {
  if (voice == Voice::kFinal) {
    if (const ExpertAnswers* said = openedOf(bank, round, expert, Invitation::Phase::kDiscussion))
      return said;
  }
  return openedOf(bank, round, expert, Invitation::Phase::kIndependent);
}

PanelScores panelScores(const Bank& bank, const Round& round, Voice voice) {
  PanelScores scores;
  std::vector<const ExpertAnswers*> all;
  for (const formats::Panelist& member : round.panel) {
    const ExpertAnswers* answers = answersOf(bank, round, member.expert, voice);
    if (answers == nullptr) continue;
    scores.experts.push_back(member.expert);
    all.push_back(answers);
  }
  UnitOf unitOf;
  for (const formats::ReviewedObject& reviewed : round.objects) {
    if (!isItem(reviewed.object)) continue;
    unitOf.emplace(reviewed.object, scores.objects.size());
    scores.objects.push_back(reviewed.object);
  }
  scores.relevance = Ratings(all.size(), scores.objects.size());
  scores.difficulty = scores.relevance;
  scores.verdicts = scores.relevance;
  scores.rubric = Ratings(all.size(), round.rubric.lines.size());
  for (std::size_t rater = 0; rater < all.size(); ++rater) {
    enter(scores, rater, *all[rater], unitOf);
    enterRubric(scores, rater, *all[rater], round.rubric);
  }
  return scores;
}

std::vector<ItemOpinion> itemOpinions(const PanelScores& scores) {
  std::vector<ItemOpinion> opinions;
  opinions.reserve(scores.objects.size());
  for (std::size_t unit = 0; unit < scores.objects.size(); ++unit)
    opinions.push_back(opinionOf(scores, unit));
  return opinions;
}

std::vector<ItemOpinion> disputedFirst(const PanelScores& scores) {
  std::vector<ItemOpinion> opinions = itemOpinions(scores);
  const auto dispute = [](const ItemOpinion& one) {
    return std::tuple(-orLeast(one.verdictSpread), -orLeast(one.relevanceSpread),
                      -orLeast(one.difficultySpread), one.unit);
  };
  std::ranges::sort(opinions, {}, dispute);
  return opinions;
}

PanelStatistics panelStatistics(const PanelScores& alone, const formats::Rubric& rubric) {
  return {contentValidity(alone.relevance),
          fleissKappa(alone.verdicts),
          krippendorffAlpha(alone.verdicts, Measure::kOrdinal),
          krippendorffAlpha(alone.relevance, Measure::kOrdinal),
          krippendorffAlpha(alone.difficulty, Measure::kInterval),
          intraclassCorrelations(alone.difficulty),
          kendallW(sharesOf(alone.rubric, rubric), TieCorrection::kYes),
          deviations(alone.relevance),
          deviations(alone.difficulty)};
}

AngoffCut passLine(const Bank& bank, const PanelScores& scores, Level level) {
  std::vector<std::size_t> units;
  std::vector<double> marks;
  for (std::size_t unit = 0; unit < scores.objects.size(); ++unit) {
    const auto* item = bank.find<TheoryItem>(scores.objects[unit]);
    if (item == nullptr || item->level != level) continue;
    units.push_back(unit);
    marks.push_back(item->marks ? shareOf(*item->marks) : 1);
  }
  Ratings estimates(scores.difficulty.raters(), units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (std::size_t rater = 0; rater < estimates.raters(); ++rater) {
      estimates.set(rater, i, scores.difficulty.at(rater, units[i]));
    }
  }
  return angoffCut(estimates, marks);
}

std::vector<NamedFigure> namedFigures(const PanelStatistics& statistics) {
  using formats::markForTranslation;
  return {{markForTranslation("内容效度 S-CVI/Ave"),
           markForTranslation("相关性评 3、4 的专家占比的平均（Polit & Beck, 2006）"),
           statistics.validity.average},
          {markForTranslation("内容效度 S-CVI/UA"),
           markForTranslation("全体专家都评 3、4 的题目占比（Polit & Beck, 2006）"),
           statistics.validity.universal},
          {markForTranslation("采用意见的一致性 Fleiss κ"),
           markForTranslation("扣除巧合后的一致程度，1 为完全一致（Fleiss, 1971）"), statistics.verdictKappa},
          {markForTranslation("采用意见的一致性 Krippendorff α"),
           markForTranslation("有序尺度，允许缺评（Krippendorff, 2011）"), statistics.verdictAlpha},
          {markForTranslation("相关性的一致性 Krippendorff α"),
           markForTranslation("有序尺度，允许缺评（Krippendorff, 2011）"), statistics.relevanceAlpha},
          {markForTranslation("难度估计的一致性 Krippendorff α"),
           markForTranslation("等距尺度，允许缺评（Krippendorff, 2011）"), statistics.difficultyAlpha},
          {markForTranslation("难度估计 ICC(2,1)"),
           markForTranslation("一位专家的可靠程度（Shrout & Fleiss, 1979）"),
           statistics.difficultyIcc.randomSingle},
          {markForTranslation("难度估计 ICC(2,k)"),
           markForTranslation("专家组平均值的可靠程度（Shrout & Fleiss, 1979）"),
           statistics.difficultyIcc.randomMean},
          {markForTranslation("评分表各条目次序的一致性 Kendall W"),
           markForTranslation("0 为毫不一致，1 为完全一致（Kendall, 1948）；按条目计"), statistics.rubricW}};
}

std::vector<std::string> deviationWords(const formats::Round& round, const PanelScores& alone,
                                        const PanelStatistics& statistics) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < alone.experts.size(); ++i) {
    const std::string name = memberName(round, alone.experts[i]);
    for (const Deviation* one : {&statistics.relevance.raters[i], &statistics.difficulty.raters[i]}) {
      if (one->offLevel) {
        words.push_back(
            say("{name}的评分宽严偏离其他专家：平均差 {severity}，Mandel h = {h}（ISO 5725-2，1 %）。",
                "name"_a = name, "severity"_a = one->severity.str(2), "h"_a = one->h.str(2)));
      }
      if (one->offOrder) {
        words.push_back(say("{name}的评分次序偏离其他专家：Mandel k = {k}（ISO 5725-2，1 %）。",
                            "name"_a = name, "k"_a = one->k.str(2)));
      }
    }
  }
  return words;
}

}  // namespace tiku::workflows
