#include "validators/language/terms/term_index.h"

#include <algorithm>
#include <map>

namespace tiku::validators::language {
namespace {

/// One way to continue from a part: how many characters of the text, at what cost.
struct Reach {
  std::size_t length;
  int off;
};

/// How the whole of `pattern` may match a beginning of `text`, within `most`. With `backwards` both are read
/// from their ends.
std::vector<Reach> reaches(std::u32string_view pattern, std::u32string_view text, int most, bool backwards) {
  const std::size_t width = std::min(text.size(), pattern.size() + static_cast<std::size_t>(most));
  const auto charOf = [backwards](std::u32string_view from, std::size_t at) {
    return backwards ? from[from.size() - 1 - at] : from[at];
  };
  std::vector<int> row(width + 1);
  for (std::size_t j = 0; j <= width; ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i + 1);
    for (std::size_t j = 0; j < width; ++j) {
      const int cost = charOf(pattern, i) == charOf(text, j) ? 0 : 1;
      const int next = std::min({diagonal + cost, row[j] + 1, row[j + 1] + 1});
      diagonal = row[j + 1];
      row[j + 1] = next;
    }
  }
  std::vector<Reach> found;
  for (std::size_t j = 0; j <= width; ++j) {
    if (row[j] <= most) found.push_back({j, row[j]});
  }
  return found;
}

bool overlap(const TermIndex::Near& a, const TermIndex::Near& b) {
  return a.from < b.end() && b.from < a.end();
}

}  // namespace

TermIndex::TermIndex(const std::vector<std::u32string>& terms) : terms_(terms) {
  std::map<std::u32string, std::size_t> numbers;
  for (std::size_t t = 0; t < terms_.size(); ++t) {
    const std::size_t length = terms_[t].size();
    const int most = mostOff(length);
    if (most == 0) continue;
    const auto count = static_cast<std::size_t>(most) + 1;
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t from = length * k / count;
      const std::size_t size = length * (k + 1) / count - from;
      const std::u32string part = terms_[t].substr(from, size);
      const auto [place, isNew] = numbers.try_emplace(part, partsOf_.size());
      if (isNew) {
        parts_.add(part, static_cast<int>(partsOf_.size()));
        partsOf_.emplace_back();
      }
      partsOf_[place->second].push_back({static_cast<int>(t), from, size});
    }
  }
}

std::vector<TermIndex::Near> TermIndex::near(std::u32string_view text) const {
  std::vector<Near> all;
  std::vector<WordTrie::Match> matches;
  for (std::size_t at = 0; at < text.size(); ++at) {
    matches.clear();
    parts_.allAt(text, at, matches);
    for (const WordTrie::Match& match : matches) {
      for (const Part& part : partsOf_[static_cast<std::size_t>(match.value)]) {
        const std::u32string_view term = terms_[static_cast<std::size_t>(part.term)];
        const int most = mostOff(term.size());
        const auto left = reaches(term.substr(0, part.offset), text.substr(0, at), most, true);
        const auto right =
            reaches(term.substr(part.offset + part.length), text.substr(at + part.length), most, false);
        for (const Reach& l : left) {
          for (const Reach& r : right) {
            if (l.off + r.off > most) continue;
            all.push_back({part.term, at - l.length, l.length + part.length + r.length, l.off + r.off});
          }
        }
      }
    }
  }
  const auto lengthOff = [this](const Near& one) {
    const std::size_t length = terms_[static_cast<std::size_t>(one.term)].size();
    return one.length > length ? one.length - length : length - one.length;
  };
  std::ranges::sort(all, [&lengthOff](const Near& a, const Near& b) {
    return std::tuple(a.term, a.off, lengthOff(a), a.from, a.length) <
           std::tuple(b.term, b.off, lengthOff(b), b.from, b.length);
  });
  std::vector<Near> kept;
  std::size_t ofTerm = 0;  // Where the kept ones of the present term begin.
  for (const Near& one : all) {
    if (kept.empty() || kept.back().term != one.term) ofTerm = kept.size();
    const bool covered = std::any_of(kept.begin() + static_cast<std::ptrdiff_t>(ofTerm), kept.end(),
                                     [&one](const Near& other) { return overlap(one, other); });
    if (!covered) kept.push_back(one);
  }
  std::erase_if(kept, [](const Near& one) { return one.off == 0; });
  std::ranges::sort(kept, [](const Near& a, const Near& b) {
    return std::tuple(a.from, a.length, a.term) < std::tuple(b.from, b.length, b.term);
  });
  return kept;
}

}  // namespace tiku::validators::language
