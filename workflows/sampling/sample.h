#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"

/// The sample that a filing hands in, 第十条（一）6: so many per cent of a level's items, or so many of its
/// papers, drawn so that anyone can draw it again with public tools.
///
/// - The seed is SHA-256 of "tiku-sample-1\n<tree id>\n<nonce>\n": the tree id stands for the whole
/// checked-in content, the
///   nonce comes from the authority, so neither side can shop for a sample.
/// - Items are stratified by section (基本要求 / 工作要求), second-level scope and type; the quota, rounded
/// up, is shared
///   among the strata by largest remainder, ties going to the first stratum in key order.
/// - In a stratum the items with the smallest SHA-256 of "<seed>:<item id>" are taken:
///   `printf '%s:%s' SEED ID | sha256sum`.
namespace tiku::workflows {

inline constexpr std::string_view kSampleAlgorithm = "tiku-sample-1";

/// One item or paper in the draw.
struct Candidate {
  formats::Id id;
  std::string rank;  ///< SHA-256 as above, 64 hex digits; the smallest are drawn.
  bool drawn = false;
};

struct Stratum {
  std::string key;    ///< "basic/A-A/single-choice"; unique in its draw, in byte order.
  std::string title;  ///< For people: "基本要求 · A-A 职业道德 · 单选题".
  int quota = 0;
  std::vector<Candidate> candidates;  ///< By rank.
};

/// One draw: the theory items, operational items, theory papers or operational papers of a level.
struct Draw {
  enum class Kind { kTheoryItems, kSkillItems, kTheoryPapers, kSkillPapers };
  Draw(formats::Level l, Kind k) : level(l), kind(k) {}

  formats::Level level;
  Kind kind;
  int population = 0;
  int quota = 0;
  std::vector<Stratum> strata;

  /// Drawn ids in the order of strata and rank.
  [[nodiscard]] std::vector<formats::Id> drawn() const;
};

/// "theory-items", "skills-items", "theory-papers", "skills-papers": the name in files and JSON.
std::string_view drawKindName(Draw::Kind kind);

struct Sample {
  std::string tree;   ///< Id of the tree that was drawn from.
  std::string nonce;  ///< As the authority gave it.
  std::string seed;
  std::string clause;       ///< Of the shares.
  std::vector<Draw> draws;  ///< By level, 五级 first; then by kind.

  [[nodiscard]] std::vector<formats::Id> drawn() const;
};

/// SHA-256 of "<algorithm>\n<what>\n<nonce>\n": the seed of a draw from what was fixed before the nonce was
/// given. The nonce is taken without surrounding white space.
std::string drawSeed(std::string_view algorithm, std::string_view what, std::string_view nonce);

/// The seed as described above. The nonce is taken as it is, without surrounding white space.
std::string sampleSeed(std::string_view tree, std::string_view nonce);

/// The rank of one candidate.
std::string sampleRank(std::string_view seed, formats::Id id);

/// How many of `population` make `percent`, rounded up: 30 % of 30 is 9, 20 % of 141 is 29.
int sampleQuota(int population, int percent);

/// Shares `quota` among strata of these sizes by largest remainder; never more than a stratum has.
std::vector<int> shareQuota(int quota, const std::vector<int>& sizes);

/// Draws for every level of the bank, or for one. A paper bank is sampled by papers, else by items; retired
/// items and papers are left out. The result depends on the bank's content, tree, nonce and shares alone.
Sample drawSample(const formats::Bank& bank, const validators::SampleShares& shares, std::string_view tree,
                  std::string_view nonce, std::optional<formats::Level> level = {});

}  // namespace tiku::workflows
