#include "workflows/sampling/sample.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "formats/base/digest.h"

namespace tiku::workflows {
namespace {

using namespace tiku::formats;

// What decides the stratum of an item: the second-level scope that its point lies under.
struct Section {
  std::string key = "none";
  std::string title = "未挂考评点";
};

using Sections = std::unordered_map<Id, Section>;

Sections sectionsOf(const ElementTable& table, bool splitByPart) {
  Sections sections;
  walk(table, [&](const TablePlace& place) {
    if (place.point == nullptr) return;
    const std::size_t depth = std::min<std::size_t>(place.path.size(), 2);
    std::string code;
    for (std::size_t i = 0; i < depth; ++i) code += (i == 0 ? "" : "-") + place.path[i]->code;
    Section section{code, code + " " + place.path[depth - 1]->name};
    if (splitByPart) {
      const bool basic = place.part == Part::kBasic;
      section.key.insert(0, basic ? "basic/" : "work/");
      section.title.insert(0, basic ? "基本要求 · " : "工作要求 · ");
    }
    sections.emplace(place.point->id, std::move(section));
  });
  return sections;
}

Section find(const Sections& sections, std::optional<Id> point) {
  const auto found = point ? sections.find(*point) : sections.end();
  return found == sections.end() ? Section{} : found->second;
}

void enter(std::map<std::string, Stratum>& strata, Section section, Id id) {
  Stratum& stratum = strata[section.key];
  stratum.key = section.key;
  stratum.title = section.title;
  stratum.candidates.push_back({id, {}, false});
}

// Ranks the candidates, shares the quota and draws.
void finish(Draw& draw, std::map<std::string, Stratum> strata, int quota, const std::string& seed) {
  std::vector<int> sizes;
  for (auto& [key, stratum] : strata) {
    for (Candidate& candidate : stratum.candidates) candidate.rank = sampleRank(seed, candidate.id);
    std::ranges::sort(stratum.candidates, {}, [](const Candidate& c) { return std::tie(c.rank, c.id); });
    sizes.push_back(static_cast<int>(stratum.candidates.size()));
    draw.strata.push_back(std::move(stratum));
  }
  draw.population = std::accumulate(sizes.begin(), sizes.end(), 0);
  draw.quota = std::min(quota, draw.population);
  const std::vector<int> quotas = shareQuota(draw.quota, sizes);
  for (std::size_t i = 0; i < draw.strata.size(); ++i) {
    draw.strata[i].quota = quotas[i];
    for (int taken = 0; taken < quotas[i]; ++taken) {
      draw.strata[i].candidates[static_cast<std::size_t>(taken)].drawn = true;
    }
  }
}

int sizeOf(const std::map<std::string, Stratum>& strata) {
  int size = 0;
  for (const auto& [key, stratum] : strata) size += static_cast<int>(stratum.candidates.size());
  return size;
}

Draw drawPapers(const Bank& bank, Level level, Paper::Kind kind, int papers, const std::string& seed) {
  Draw draw(level, kind == Paper::Kind::kTheory ? Draw::Kind::kTheoryPapers : Draw::Kind::kSkillPapers);
  std::map<std::string, Stratum> strata;
  bank.forEach<Paper>([&](const auto& paper) {
    if (paper->level != level || paper->kind != kind || paper->status == ItemStatus::kRetired) return;
    enter(strata, {"papers", "试卷"}, paper->id);
  });
  finish(draw, std::move(strata), papers, seed);
  return draw;
}

Draw drawTheoryItems(const Bank& bank, Level level, int percent, const std::string& seed) {
  const Blueprint* blueprint = bank.blueprint(level);
  const Sections sections = blueprint == nullptr ? Sections{} : sectionsOf(blueprint->theory, true);
  Draw draw(level, Draw::Kind::kTheoryItems);
  std::map<std::string, Stratum> strata;
  bank.forEach<TheoryItem>([&](const auto& item) {
    if (item->level != level || item->status == ItemStatus::kRetired) return;
    Section section = find(sections, item->point);
    section.key += "/" + std::string(itemTypeKey(item->type));
    section.title += " · " + std::string(itemTypeName(item->type));
    enter(strata, std::move(section), item->id);
  });
  const int quota = sampleQuota(sizeOf(strata), percent);
  finish(draw, std::move(strata), quota, seed);
  return draw;
}

Draw drawSkillItems(const Bank& bank, Level level, int percent, const std::string& seed) {
  const Blueprint* blueprint = bank.blueprint(level);
  const Sections sections = blueprint == nullptr ? Sections{} : sectionsOf(blueprint->skills, false);
  Draw draw(level, Draw::Kind::kSkillItems);
  std::map<std::string, Stratum> strata;
  bank.forEach<SkillItem>([&](const auto& item) {
    if (item->level != level || item->status == ItemStatus::kRetired) return;
    const std::optional<Id> first = item->points.empty() ? std::nullopt : std::optional(item->points.front());
    enter(strata, find(sections, first), item->id);
  });
  const int quota = sampleQuota(sizeOf(strata), percent);
  finish(draw, std::move(strata), quota, seed);
  return draw;
}

}  // namespace

std::vector<Id> Draw::drawn() const {
  std::vector<Id> ids;
  for (const Stratum& stratum : strata) {
    for (const Candidate& candidate : stratum.candidates) {
      if (candidate.drawn) ids.push_back(candidate.id);
    }
  }
  return ids;
}

std::string_view drawKindName(Draw::Kind kind) {
  switch (kind) {
    case Draw::Kind::kTheoryItems:
      return "theory-items";
    case Draw::Kind::kSkillItems:
      return "skills-items";
    case Draw::Kind::kTheoryPapers:
      return "theory-papers";
    default:
      return "skills-papers";
  }
}

std::vector<Id> Sample::drawn() const {
  std::vector<Id> ids;
  for (const Draw& draw : draws) {
    const std::vector<Id> some = draw.drawn();
    ids.insert(ids.end(), some.begin(), some.end());
  }
  return ids;
}

std::string drawSeed(std::string_view algorithm, std::string_view what, std::string_view nonce) {
  static constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t from = std::min(nonce.find_first_not_of(kSpace), nonce.size());
  nonce.remove_prefix(from);
  nonce = nonce.substr(0, nonce.find_last_not_of(kSpace) + 1);
  std::string text(algorithm);
  text.append("\n").append(what).append("\n").append(nonce).append("\n");
  return sha256(text);
}

std::string sampleSeed(std::string_view tree, std::string_view nonce) {
  return drawSeed(kSampleAlgorithm, tree, nonce);
}

std::string sampleRank(std::string_view seed, Id id) {
  return sha256(std::string(seed) + ":" + id.str());
}

int sampleQuota(int population, int percent) {
  return (population * percent + 99) / 100;
}

std::vector<int> shareQuota(int quota, const std::vector<int>& sizes) {
  const int population = std::accumulate(sizes.begin(), sizes.end(), 0);
  std::vector<int> quotas(sizes.size(), 0);
  if (population == 0) return quotas;
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0U);
  int left = quota;
  std::vector<std::int64_t> remainders(sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::int64_t exact = static_cast<std::int64_t>(quota) * sizes[i];
    quotas[i] = static_cast<int>(exact / population);
    remainders[i] = exact % population;
    left -= quotas[i];
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b;
  });
  for (int i = 0; i < left; ++i) ++quotas[order[static_cast<std::size_t>(i)]];
  return quotas;
}

Sample drawSample(const Bank& bank, const validators::SampleShares& shares, std::string_view tree,
                  std::string_view nonce, std::optional<Level> level) {
  Sample sample{std::string(tree), std::string(nonce), sampleSeed(tree, nonce), shares.clause, {}};
  std::vector<Level> levels = bank.info().levels;
  std::ranges::sort(levels, std::ranges::greater{});
  for (const Level l : levels) {
    if (level && l != *level) continue;
    sample.draws.push_back(bank.info().theoryKind == BankKind::kPapers
                               ? drawPapers(bank, l, Paper::Kind::kTheory, shares.papers, sample.seed)
                               : drawTheoryItems(bank, l, shares.theoryPercent, sample.seed));
    sample.draws.push_back(bank.info().skillsKind == BankKind::kPapers
                               ? drawPapers(bank, l, Paper::Kind::kSkills, shares.papers, sample.seed)
                               : drawSkillItems(bank, l, shares.skillsPercent, sample.seed));
  }
  return sample;
}

}  // namespace tiku::workflows
