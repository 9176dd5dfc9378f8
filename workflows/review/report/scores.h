#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "workflows/review/statistics/angoff.h"
#include "workflows/review/statistics/content_validity.h"
#include "workflows/review/statistics/deviation.h"
#include "workflows/review/statistics/intraclass.h"
#include "workflows/review/statistics/ratings.h"

/// What the opened answers of a round say, as tables and figures.
namespace tiku::workflows {

/// Which answers of an expert count.
enum class Voice {
  kAlone,  ///< What he said by himself: agreement of experts who have talked to each other proves nothing.
  kFinal,  ///< What he says after the discussion; the same as alone where there was none.
};

/// The opened answers by which an expert counts; null when there are none.
const formats::ExpertAnswers* answersOf(const formats::Bank& bank, const formats::Round& round,
                                        formats::Id expert, Voice voice);

/// The experts are the raters of all tables, in the order of the panel; only those of whom answers are open.
struct PanelScores {
  std::vector<formats::Id> experts;
  std::vector<formats::Id>
      objects;               ///< Items of the round, in its order: the units of the first three tables.
  Ratings relevance{0, 0};   ///< 1 不相关 to 4 非常相关
  Ratings difficulty{0, 0};  ///< Share of those just qualified who get it right, 0 to 1.
  Ratings verdicts{0, 0};    ///< 0 采用, 1 修改, 2 淘汰
  Ratings rubric{0, 0};      ///< Marks; the units are the lines of the round's rubric.
};

PanelScores panelScores(const formats::Bank& bank, const formats::Round& round, Voice voice);

/// An item as the panel sees it.
struct ItemOpinion {
  std::size_t unit = 0;  ///< In the tables.
  formats::Id object;
  std::array<int, 3> votes{};  ///< 采用, 修改, 淘汰
  /// What most experts say; where as many say something stricter, that. Empty without a vote.
  std::optional<formats::ItemVerdict> verdict;
  Figure relevance;        ///< Mean.
  Figure relevanceSpread;  ///< Standard deviation.
  Figure difficulty;
  Figure difficultySpread;
  Figure verdictSpread;  ///< Of 0, 1 and 2.
};

/// One for each unit, most disputed first: by the spread of verdicts, then of relevance, then of difficulty.
std::vector<ItemOpinion> disputedFirst(const PanelScores& scores);
/// The same in the order of the units.
std::vector<ItemOpinion> itemOpinions(const PanelScores& scores);

/// The figures of a round: agreement from what each said alone.
struct PanelStatistics {
  ContentValidity validity;
  Figure verdictKappa;     ///< Fleiss, of the verdicts.
  Figure verdictAlpha;     ///< Krippendorff, ordinal.
  Figure relevanceAlpha;   ///< Krippendorff, ordinal.
  Figure difficultyAlpha;  ///< Krippendorff, interval.
  IntraclassCorrelations difficultyIcc;
  Figure rubricW;  ///< Kendall, corrected for ties, over the rubric's lines as shares of their marks.
  Deviations relevance;
  Deviations difficulty;
};

/// A figure with its name and the source of its formula, in Chinese; both have their translation.
struct NamedFigure {
  const char* name;
  const char* source;
  Figure figure;
};

/// Content validity and agreement, in the order in which they are reported.
std::vector<NamedFigure> namedFigures(const PanelStatistics& statistics);

/// A sentence for each way in which an expert deviates from the others.
std::vector<std::string> deviationWords(const formats::Round& round, const PanelScores& alone,
                                        const PanelStatistics& statistics);

PanelStatistics panelStatistics(const PanelScores& alone, const formats::Rubric& rubric);

/// The pass line of a level's theory items after the difficulty estimates; each item counts its marks, or one
/// where it has none.
AngoffCut passLine(const formats::Bank& bank, const PanelScores& scores, formats::Level level);

}  // namespace tiku::workflows
