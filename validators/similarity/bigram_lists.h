#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "validators/similarity/bigrams.h"

namespace tiku::validators {

/// For each bigram the slots of the statements that have it, in the order of their adding.
class BigramLists {
 public:
  BigramLists() : places_(kFirst) {}

  void add(Bigram bigram, std::uint32_t slot) {
    if ((used_ + 1) * 2 > places_.size()) grow();
    Place& place = places_[find(places_, bigram)];
    if (place.list == 0) {
      lists_.emplace_back();
      place = {bigram, static_cast<std::uint32_t>(lists_.size())};
      ++used_;
    }
    lists_[place.list - 1].push_back(slot);
  }

  [[nodiscard]] std::span<const std::uint32_t> of(Bigram bigram) const {
    const Place& place = places_[find(places_, bigram)];
    if (place.list == 0) return {};
    return lists_[place.list - 1];
  }

 private:
  static constexpr std::size_t kFirst = 1024;

  struct Place {
    Bigram bigram = 0;
    std::uint32_t list = 0;  ///< One more than its number; 0 is a free place.
  };

  /// A bigram is scrambled already: its bits are its hash.
  static std::size_t find(const std::vector<Place>& places, Bigram bigram) {
    std::size_t at = bigram & (places.size() - 1);
    while (places[at].list != 0 && places[at].bigram != bigram) at = (at + 1) & (places.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Place> larger(places_.size() * 2);
    for (const Place& place : places_) {
      if (place.list != 0) larger[find(larger, place.bigram)] = place;
    }
    places_.swap(larger);
  }

  std::vector<Place> places_;
  std::vector<std::vector<std::uint32_t>> lists_;
  std::size_t used_ = 0;
};

}  // namespace tiku::validators
