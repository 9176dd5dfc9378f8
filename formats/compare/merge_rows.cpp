#include "formats/compare/merge_rows.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "formats/base/digest.h"

namespace tiku::formats::merging {
namespace {

using Matches = std::vector<std::optional<std::size_t>>;

// How much of the words two rows share: twice the common pairs of bytes by all pairs, 0 to 1.
double likeness(const std::string& a, const std::string& b) {
  if (a == b) return 1;
  if (a.size() < 2 || b.size() < 2) return 0;
  std::map<std::string_view, int> pairs;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) ++pairs[std::string_view(a).substr(i, 2)];
  int common = 0;
  for (std::size_t i = 0; i + 1 < b.size(); ++i) {
    const auto found = pairs.find(std::string_view(b).substr(i, 2));
    if (found != pairs.end() && found->second-- > 0) ++common;
  }
  return 2.0 * common / static_cast<double>(a.size() + b.size() - 2);
}

/// The best way through a table of scores for pairs (i, j), both ascending.
class BestPairs {
 public:
  BestPairs(std::size_t n, std::size_t m) : m_(m), best_((n + 1) * (m + 1)), n_(n) {}

  // `score` below or at 0 is no pair.
  std::vector<std::pair<std::size_t, std::size_t>> find(
      const std::function<double(std::size_t, std::size_t)>& score) {
    for (std::size_t i = n_; i-- > 0;) {
      for (std::size_t j = m_; j-- > 0;) {
        const double pair = score(i, j);
        at(i, j) = std::max({at(i + 1, j), at(i, j + 1), pair > 0 ? pair + at(i + 1, j + 1) : 0.0});
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < n_ && j < m_;) {
      if (const double pair = score(i, j); pair > 0 && at(i, j) == pair + at(i + 1, j + 1)) {
        pairs.emplace_back(i++, j++);
      } else if (at(i, j) == at(i + 1, j)) {
        ++i;
      } else {
        ++j;
      }
    }
    return pairs;
  }

 private:
  double& at(std::size_t i, std::size_t j) { return best_[i * (m_ + 1) + j]; }
  std::size_t m_;
  std::vector<double> best_;
  std::size_t n_;
};

// Lists of this many rows and more, which no form has, are matched by content alone.
constexpr std::size_t kMostRows = 1000;

// True for the rows that stand in the same order in both lists.
std::vector<bool> matchEqual(const std::vector<RowLook>& then, const std::vector<RowLook>& now,
                             Matches& matches, std::vector<bool>& taken) {
  std::vector<bool> inOrder(now.size());
  if (then.size() < kMostRows && now.size() < kMostRows) {
    const auto same = [&](std::size_t i, std::size_t j) {
      return then[i].content == now[j].content ? 1.0 : 0.0;
    };
    for (const auto& [i, j] : BestPairs(then.size(), now.size()).find(same)) {
      matches[j] = i;
      taken[i] = true;
      inOrder[j] = true;
    }
  }
  // What was moved.
  std::multimap<std::string_view, std::size_t> left;
  for (std::size_t i = 0; i < then.size(); ++i) {
    if (!taken[i]) left.emplace(then[i].content, i);
  }
  for (std::size_t j = 0; j < now.size(); ++j) {
    const auto found = matches[j] ? left.end() : left.find(now[j].content);
    if (found == left.end()) continue;
    matches[j] = found->second;
    taken[found->second] = true;
    left.erase(found);
  }
  return inOrder;
}

// The rows of one gap, by what they say.
void matchGap(const std::vector<RowLook>& then, const std::vector<RowLook>& now,
              const std::vector<std::size_t>& before, const std::vector<std::size_t>& after,
              Matches& matches) {
  if (before.empty() || after.empty() || before.size() >= kMostRows || after.size() >= kMostRows) return;
  if (before.size() == after.size()) {
    for (std::size_t k = 0; k < before.size(); ++k) matches[after[k]] = before[k];
    return;
  }
  constexpr double kLeast = 0.3;
  const auto alike = [&](std::size_t i, std::size_t j) {
    return likeness(then[before[i]].words, now[after[j]].words) - kLeast;
  };
  for (const auto& [i, j] : BestPairs(before.size(), after.size()).find(alike)) matches[after[j]] = before[i];
}

std::vector<std::string> namesOfMatched(const Matches& matches, const std::vector<RowLook>& rows) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // The beginning of the content, for the order; its digest, since it may be long.
    const std::string added = "+" + rows[i].content.substr(0, 60) + sha256(rows[i].content).substr(0, 16);
    names.push_back(matches[i] ? std::to_string(*matches[i]) : added);
  }
  return distinct(std::move(names));
}

Names namesOfGroups(const Groups& base, const Groups& groups) {
  struct Pair {
    std::size_t common;
    std::size_t base;
    std::size_t own;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < base.size(); ++i) {
    const std::set<std::string> members(base[i].begin(), base[i].end());
    for (std::size_t j = 0; j < groups.size(); ++j) {
      const auto common =
          std::ranges::count_if(groups[j], [&](const auto& name) { return members.contains(name); });
      if (common > 0) pairs.push_back({static_cast<std::size_t>(common), i, j});
    }
  }
  std::ranges::stable_sort(pairs, std::greater<>(), &Pair::common);
  Names names(groups.size());
  std::set<std::size_t> taken;
  for (const Pair& pair : pairs) {
    if (!names[pair.own].empty() || !taken.insert(pair.base).second) continue;
    names[pair.own] = std::to_string(pair.base);
  }
  // Empty ones stay at their place.
  for (std::size_t j = 0; j < groups.size(); ++j) {
    if (!names[j].empty()) continue;
    const bool empty = groups[j].empty() && j < base.size() && base[j].empty() && taken.insert(j).second;
    names[j] = empty ? std::to_string(j) : "+" + (groups[j].empty() ? std::string() : groups[j].front());
  }
  return distinct(std::move(names));
}

Names numbers(std::size_t count) {
  Names names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(std::to_string(i));
  return names;
}

}  // namespace

std::vector<std::optional<std::size_t>> matchRows(const std::vector<RowLook>& then,
                                                  const std::vector<RowLook>& now) {
  Matches matches(now.size());
  std::vector<bool> taken(then.size());
  const std::vector<bool> inOrder = matchEqual(then, now, matches, taken);
  std::vector<std::size_t> before;
  std::vector<std::size_t> after;
  std::size_t i = 0;
  for (std::size_t j = 0; j <= now.size(); ++j) {
    if (j < now.size() && !inOrder[j]) {
      if (!matches[j]) after.push_back(j);
      continue;
    }
    const std::size_t end = j == now.size() ? then.size() : *matches[j];
    for (; i < end; ++i) {
      if (!taken[i]) before.push_back(i);
    }
    ++i;
    matchGap(then, now, before, after, matches);
    before.clear();
    after.clear();
  }
  return matches;
}

namespace {

std::vector<bool> takenBy(const Matches& matches, std::size_t count) {
  std::vector<bool> taken(count);
  for (const auto& match : matches) {
    if (match) taken[*match] = true;
  }
  return taken;
}

// A row that both sides have alike and the base has not is one row: it was the same row on both, or is new on
// both. So what is merged once more finds its rows again.
void agree(const std::vector<RowLook>& base, const std::vector<RowLook>& mine,
           const std::vector<RowLook>& theirs, Matches& ofMine, Matches& ofTheirs) {
  std::set<std::string_view> known;
  for (const RowLook& row : base) known.insert(row.content);
  std::multimap<std::string_view, std::size_t> others;
  for (std::size_t k = 0; k < theirs.size(); ++k) {
    if (!known.contains(theirs[k].content)) others.emplace(theirs[k].content, k);
  }
  std::vector<bool> mineTaken = takenBy(ofMine, base.size());
  std::vector<bool> theirsTaken = takenBy(ofTheirs, base.size());
  for (std::size_t j = 0; j < mine.size(); ++j) {
    const auto same = others.find(mine[j].content);
    if (same == others.end()) continue;
    auto& own = ofMine[j];
    auto& other = ofTheirs[same->second];
    others.erase(same);
    if (own == other) continue;
    if (!own && !mineTaken[*other]) {
      own = other;
      mineTaken[*own] = true;
    } else if (!other && !theirsTaken[*own]) {
      other = own;
      theirsTaken[*other] = true;
    } else {
      own.reset();
      other.reset();
    }
  }
}

}  // namespace

Orders nameRows(const std::vector<RowLook>& base, const std::vector<RowLook>& mine,
                const std::vector<RowLook>& theirs) {
  Matches ofMine = matchRows(base, mine);
  Matches ofTheirs = matchRows(base, theirs);
  agree(base, mine, theirs, ofMine, ofTheirs);
  return {numbers(base.size()), namesOfMatched(ofMine, mine), namesOfMatched(ofTheirs, theirs), true};
}

Orders nameGroups(const Groups& base, const Groups& mine, const Groups& theirs) {
  return {numbers(base.size()), namesOfGroups(base, mine), namesOfGroups(base, theirs), true};
}

Names distinct(Names names) {
  std::map<std::string, int> seen;
  for (std::string& name : names) {
    if (const int count = ++seen[name]; count > 1) name += "~" + std::to_string(count);
  }
  return names;
}

std::string asAddress(const std::string& name) {
  std::string part;
  for (const char c : name) {
    if (c == '/') {
      part += "%2F";
    } else if (c == '%') {
      part += "%25";
    } else {
      part += c;
    }
  }
  return part;
}

}  // namespace tiku::formats::merging
