#include <algorithm>
#include <fstream>
#include <map>
#include <memory>

#include <catch2/catch.hpp>

#include "tests/support/places.h"
#include "validators/similarity/pair.h"

using namespace tiku::validators;
using namespace tiku::formats;

namespace {

/// An item of tests/data/similarity/pairs.txt: 单 stem # option # *right option.
struct Written {
  std::string line;
  ItemWords words;
};

std::unique_ptr<Written> read(std::string line) {
  auto item = std::make_unique<Written>();
  item->line = std::move(line);
  const std::string_view text = item->line;
  const std::string_view type = text.substr(0, text.find(' '));
  std::vector<std::string_view> parts;
  for (std::size_t at = type.size() + 1; at <= text.size();) {
    const std::size_t end = std::min(text.find(" # ", at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 3;
  }
  ItemWords& words = item->words;
  words.stem = parts.front();
  for (std::size_t part = 1; part < parts.size(); ++part) {
    const bool right = parts[part].starts_with('*');
    if (right) words.keyed.push_back(static_cast<int>(part - 1));
    words.options.push_back(parts[part].substr(right ? 1 : 0));
  }
  if (type == "多") words.type = ItemType::kMultipleChoice;
  if (type.starts_with("判")) {
    words.type = ItemType::kTrueFalse;
    words.truth = type == "判+";
  }
  return item;
}

struct Judged {
  char judgement = 0;
  double likeness = 0;
  std::string a;
  std::string b;
};

std::vector<Judged> readAll() {
  std::ifstream file(tiku::tests::sourceRoot() / "tests/data/similarity/pairs.txt");
  REQUIRE(file);
  std::vector<Judged> pairs;
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with('#')) continue;
    REQUIRE(line.size() == 1);
    std::string first;
    std::string second;
    REQUIRE(std::getline(file, first));
    REQUIRE(std::getline(file, second));
    const auto a = read(first);
    const auto b = read(second);
    pairs.push_back({line.front(), readPair(a->words, b->words).likeness, first, second});
  }
  return pairs;
}

/// How often a pair that asks the same is above one that does not; ties count half.
double rankedRight(const std::vector<Judged>& pairs) {
  double right = 0;
  double all = 0;
  for (const Judged& same : pairs) {
    if (same.judgement != 'D') continue;
    for (const Judged& other : pairs) {
      if (other.judgement == 'D') continue;
      all += 1;
      right += same.likeness > other.likeness ? 1 : same.likeness == other.likeness ? 0.5 : 0;
    }
  }
  return right / all;
}

double f1(const std::vector<Judged>& pairs, double threshold) {
  double hits = 0;
  double wrong = 0;
  for (const Judged& pair : pairs) {
    const bool found = pair.likeness >= threshold;
    if (found && pair.judgement == 'D') hits += 1;
    if (found != (pair.judgement == 'D')) wrong += 1;
  }
  return 2 * hits / (2 * hits + wrong);
}

}  // namespace

TEST_CASE("pairs that ask the same stand above variants and pairs of one topic", "[similarity]") {
  const std::vector<Judged> pairs = readAll();
  REQUIRE(pairs.size() >= 110);
  std::string wrong;
  for (const Judged& pair : pairs) {
    if ((pair.likeness >= kLikenessOfDuplicates) != (pair.judgement == 'D'))
      wrong +=
          std::to_string(pair.likeness) + " " + pair.judgement + "\n  " + pair.a + "\n  " + pair.b + "\n";
  }
  INFO(wrong);
  INFO("ranked right " << rankedRight(pairs) << ", F1 " << f1(pairs, kLikenessOfDuplicates));
  CHECK(rankedRight(pairs) >= 0.97);
  CHECK(f1(pairs, kLikenessOfDuplicates) >= 0.94);
}
