#include "workflows/duplicates/duplicates.h"

#include <algorithm>
#include <atomic>
#include <tuple>
#include <unordered_map>

#include "formats/base/parallel.h"
#include "validators/similarity/self_join.h"

namespace tiku::workflows {

using namespace validators;
using formats::Judgement;

namespace {

constexpr double kShareOfJoin = 0.5;  ///< Of the whole work, for progress.
constexpr std::size_t kChunk = 256;   ///< Pairs that a thread reads at a time.

bool onDifferentPapers(const ItemTable::Where& a, const ItemTable::Where& b, bool sameSource) {
  const auto ofA = a.source.papers(a.at);
  const auto ofB = b.source.papers(b.at);
  if (ofA.empty() || ofB.empty()) return false;
  return !sameSource || ofA.size() > 1 || ofB.size() > 1 || ofA[0] != ofB[0];
}

bool isWanted(const ItemTable& table, const AlikePair& pair, const DuplicateSettings& settings) {
  const std::size_t sourceA = table.sourceOf(pair.a);
  const std::size_t sourceB = table.sourceOf(pair.b);
  if (settings.firstAgainstOthers && (sourceA == 0) == (sourceB == 0)) return false;
  if (settings.across == DuplicateSettings::Across::kAll) return true;
  const ItemTable::Where a = table.where(pair.a);
  const ItemTable::Where b = table.where(pair.b);
  if (settings.across == DuplicateSettings::Across::kPapers) {
    return onDifferentPapers(a, b, sourceA == sourceB);
  }
  const auto levelA = a.source.level(a.at);
  const auto levelB = b.source.level(b.at);
  return levelA && levelB && levelA != levelB;
}

std::optional<Judgement::Verdict> verdictOn(const ItemTable& table, const AlikePair& pair) {
  if (table.sourceOf(pair.a) != table.sourceOf(pair.b)) return std::nullopt;
  const ItemTable::Where a = table.where(pair.a);
  const Judgement* judgement = a.source.judgement(a.at, table.where(pair.b).at);
  return judgement == nullptr ? std::nullopt : std::optional(judgement->verdict);
}

PairReading readingOf(const ItemTable& table, std::uint32_t a, std::uint32_t b) {
  ItemWords ofA;
  ItemWords ofB;
  const ItemTable::Where first = table.where(a);
  const ItemTable::Where second = table.where(b);
  first.source.read(first.at, ofA);
  second.source.read(second.at, ofB);
  return readPair(ofA, ofB);
}

/// Reads the pairs on several threads. Progress is told by the calling thread alone.
std::vector<DuplicatePair> readAll(const ItemTable& table, const std::vector<AlikePair>& pairs,
                                   const DuplicateSettings& settings) {
  std::vector<DuplicatePair> found(pairs.size());
  std::atomic<bool> stopped = false;
  const std::size_t chunks = (pairs.size() + kChunk - 1) / kChunk;
  formats::inParallel(chunks, settings.threads, [&](unsigned thread, std::size_t chunk) {
    if (stopped) return;
    const std::size_t from = chunk * kChunk;
    for (std::size_t i = from; i < std::min(from + kChunk, pairs.size()); ++i) {
      const PairReading reading = readingOf(table, pairs[i].a, pairs[i].b);
      found[i] = {pairs[i].a,          pairs[i].b,
                  pairs[i].similarity, static_cast<float>(reading.likeness),
                  reading.kind,        verdictOn(table, pairs[i])};
    }
    const double done = static_cast<double>(from) / static_cast<double>(pairs.size());
    if (thread == 0 && settings.progress && !settings.progress(kShareOfJoin + done * (1 - kShareOfJoin))) {
      stopped = true;
    }
  });
  if (stopped) throw Cancelled();
  return found;
}

}  // namespace

std::vector<DuplicatePair> findDuplicates(const ItemTable& table, const DuplicateSettings& settings) {
  JoinSettings join;
  join.threshold = std::min(settings.threshold, settings.stemThreshold.value_or(settings.threshold));
  join.threads = settings.threads;
  join.limit = settings.limit;
  if (settings.progress) {
    join.progress = [&settings](double done) { return settings.progress(done * kShareOfJoin); };
  }
  std::vector<AlikePair> alike = selfJoin(table.statements(settings.threads), join);
  std::erase_if(alike, [&](const AlikePair& pair) { return !isWanted(table, pair, settings); });
  std::vector<DuplicatePair> pairs = readAll(table, alike, settings);
  std::erase_if(pairs, [&](const DuplicatePair& pair) {
    // The join has said which of the others reach the threshold; a float may be a hair off.
    if (settings.stemThreshold && pair.kind != PairKind::kSameStem &&
        pair.similarity + 1e-6 < settings.threshold) {
      return true;
    }
    if (!settings.settled && pair.verdict && *pair.verdict != Judgement::Verdict::kSame) return true;
    return !settings.kinds.empty() && !settings.kinds.contains(pair.kind);
  });
  std::ranges::sort(pairs, [](const DuplicatePair& x, const DuplicatePair& y) {
    return std::tuple(-x.likeness, -x.similarity, x.a, x.b) <
           std::tuple(-y.likeness, -y.similarity, y.a, y.b);
  });
  return pairs;
}

PairReading readAgain(const ItemTable& table, const DuplicatePair& pair) {
  return readingOf(table, pair.a, pair.b);
}

std::vector<std::vector<std::size_t>> groupsOf(const std::vector<DuplicatePair>& pairs) {
  std::unordered_map<std::uint32_t, std::uint32_t> parent;
  const auto rootOf = [&parent](std::uint32_t item) {
    parent.try_emplace(item, item);
    while (parent.at(item) != item) item = parent[item] = parent.at(parent.at(item));
    return item;
  };
  for (const DuplicatePair& pair : pairs) parent[rootOf(pair.b)] = rootOf(pair.a);
  std::unordered_map<std::uint32_t, std::size_t> groupOf;
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [found, isNew] = groupOf.try_emplace(rootOf(pairs[i].a), groups.size());
    if (isNew) groups.emplace_back();
    groups[found->second].push_back(i);
  }
  return groups;
}

}  // namespace tiku::workflows
