#include "formats/compare/grove_merge.h"

#include "formats/base/say.h"

namespace tiku::formats::merging {

using About = MergeQuestion::About;

std::string homeIn(const std::string& row, const std::string& slot) {
  return row + "|" + slot;
}

std::string parentOf(const std::string& home) {
  const std::size_t bar = home.rfind('|');
  return bar == std::string::npos ? std::string() : home.substr(0, bar);
}

namespace {

const std::string* homeAt(const GroveShape& shape, const std::string& name) {
  const auto found = shape.homes.find(name);
  return found == shape.homes.end() ? nullptr : &found->second;
}

}  // namespace

GroveMerge::GroveMerge(Merger& merger, const At& at, bool hasBase, GroveShape was, GroveShape mine,
                       GroveShape theirs, const GroveWords& words)
    : merger_(merger),
      at_(at),
      hasBase_(hasBase),
      was_(std::move(was)),
      mine_(std::move(mine)),
      theirs_(std::move(theirs)),
      words_(words) {}

std::string GroveMerge::addressOf(const std::string& name) const {
  return at_.address + "/" + asAddress(name);
}

GroveHomes GroveMerge::run() {
  for (const GroveShape* shape : {&mine_, &theirs_}) {
    for (const auto& [name, home] : shape->homes) present_.insert(name);
  }
  if (hasBase_) {
    decideRemovals({mine_, theirs_, GroveSide::kMine});
    decideRemovals({theirs_, mine_, GroveSide::kTheirs});
  }
  decideHomes();
  settleHomeless();
  breakCircles();
  return std::move(homes_);
}

bool GroveMerge::removed(const Side& keeper, const std::string& name) const {
  return homeAt(was_, name) != nullptr && homeAt(keeper.has, name) != nullptr &&
         homeAt(keeper.lacks, name) == nullptr;
}

// What lies below a removed row went with it: that is one question.
std::string GroveMerge::rootOf(const Side& keeper, std::string name) const {
  while (true) {
    const std::string parent = parentOf(*homeAt(keeper.has, name));
    if (parent.empty() || !removed(keeper, parent)) return name;
    name = parent;
  }
}

std::string GroveMerge::removedAbove(const Side& keeper, const std::string& name) const {
  std::string above = parentOf(*homeAt(keeper.has, name));
  // Past rows that the keeper alone has: they go with what they are below.
  while (!above.empty() && homeAt(keeper.lacks, above) == nullptr) {
    if (removed(keeper, above)) return rootOf(keeper, above);
    above = parentOf(*homeAt(keeper.has, above));
  }
  return {};
}

std::map<std::string, std::set<std::string>> GroveMerge::touched(const Side& keeper) const {
  std::map<std::string, std::set<std::string>> found;
  for (const auto& [name, home] : keeper.has.homes) {
    const std::string* then = homeAt(was_, name);
    const bool moved = then != nullptr && *then != home;
    if (removed(keeper, name)) {
      if (moved || words_.changed(keeper.side, name) || merger_.contested(addressOf(name))) {
        found[rootOf(keeper, name)].insert(name);
      }
      continue;
    }
    const bool added = then == nullptr && homeAt(keeper.lacks, name) == nullptr;
    if (!added && !moved) continue;
    if (const std::string root = removedAbove(keeper, name); !root.empty()) found[root].insert(name);
  }
  return found;
}

bool GroveMerge::askKeep(const Side& keeper, const std::string& root, const std::set<std::string>& names) {
  std::string kept = words_.content(keeper.side, root);
  for (const std::string& name : names) {
    if (name != root) kept += "\n" + words_.content(keeper.side, name);
  }
  const std::string was = words_.content(GroveSide::kBase, root);
  const At at{addressOf(root), words_.call(root)};
  if (keeper.side == GroveSide::kMine) return !merger_.askSide(at, About::kRemovedByThem, was, kept, {});
  return merger_.askSide(at, About::kRemovedByMe, was, {}, kept);
}

void GroveMerge::decideRemovals(const Side& keeper) {
  const auto changes = touched(keeper);
  std::map<std::string, bool> kept;
  for (const auto& [root, names] : changes) kept[root] = askKeep(keeper, root, names);
  for (const auto& [name, home] : keeper.has.homes) {
    if (!removed(keeper, name)) continue;
    const auto decided = kept.find(rootOf(keeper, name));
    if (decided == kept.end() || !decided->second) present_.erase(name);
  }
}

bool GroveMerge::stands(const std::string& home) const {
  const std::string parent = parentOf(home);
  return parent.empty() || present_.contains(parent);
}

std::string GroveMerge::placeWords(GroveSide side, const GroveShape& shape, const std::string& name) const {
  const std::string* home = homeAt(shape, name);
  const std::string parent = home == nullptr ? std::string() : parentOf(*home);
  if (parent.empty()) return home == nullptr ? std::string() : at_.word;
  const std::string content = words_.content(side, parent);
  return content.empty() ? words_.call(parent) : content;
}

bool GroveMerge::askPlace(const std::string& name, const std::string& mine, const std::string& theirs) {
  const At at{addressOf(name) + "/#place", say("{row}的位置", "row"_a = words_.call(name))};
  return merger_.askSide(at, About::kField, placeWords(GroveSide::kBase, was_, name), mine, theirs);
}

std::string GroveMerge::homeOf(const std::string& name) {
  const std::string* was = homeAt(was_, name);
  const std::string* mine = homeAt(mine_, name);
  const std::string* theirs = homeAt(theirs_, name);
  if (theirs == nullptr || (mine != nullptr && *mine == *theirs)) return *mine;
  if (mine == nullptr) return *theirs;
  if (was != nullptr && !merger_.contested(addressOf(name) + "/#place")) {
    if (*was == *mine) return *theirs;
    if (*was == *theirs) return *mine;
  }
  // Where one of the two places is gone there is nothing to ask.
  if (!stands(*mine) && stands(*theirs)) return *theirs;
  if (!stands(*theirs) && stands(*mine)) return *mine;
  const bool other = askPlace(name, placeWords(GroveSide::kMine, mine_, name),
                              placeWords(GroveSide::kTheirs, theirs_, name));
  return other ? *theirs : *mine;
}

void GroveMerge::decideHomes() {
  for (const std::string& name : present_) homes_[name] = homeOf(name);
}

// What one side alone has goes with the row that it was below; what both have finds another place, or brings
// the row back.
void GroveMerge::settleHomeless() {
  for (bool again = true; again;) {
    again = false;
    for (auto node = homes_.begin(); node != homes_.end();) {
      const auto& [name, home] = *node;
      if (stands(home)) {
        ++node;
        continue;
      }
      again = true;
      const std::string* mine = homeAt(mine_, name);
      const std::string* theirs = homeAt(theirs_, name);
      if (mine == nullptr || theirs == nullptr) {
        present_.erase(name);
        node = homes_.erase(node);
        continue;
      }
      const std::string* elsewhere = stands(*theirs) ? theirs : stands(*mine) ? mine : nullptr;
      if (elsewhere != nullptr) {
        node->second = *elsewhere;
      } else {
        bringBack(parentOf(home));
      }
      ++node;
    }
  }
}

void GroveMerge::bringBack(const std::string& name) {
  for (std::string row = name; !row.empty() && present_.insert(row).second; row = parentOf(homes_.at(row))) {
    homes_[row] = homeOf(row);
  }
}

std::set<std::string> GroveMerge::circle() const {
  std::set<std::string> good;
  for (const auto& [name, home] : homes_) {
    std::set<std::string> way;
    for (std::string at = name; !at.empty() && !good.contains(at); at = parentOf(homes_.at(at))) {
      if (way.insert(at).second) continue;
      std::set<std::string> found;
      for (std::string on = at; found.insert(on).second;) on = parentOf(homes_.at(on));
      return found;
    }
    good.insert(way.begin(), way.end());
  }
  return {};
}

// Mine put A below B and theirs B below A.
void GroveMerge::breakCircle(const std::set<std::string>& names) {
  std::string mine;
  std::string theirs;
  for (const std::string& name : names) {
    if (homeAt(mine_, name) == nullptr || homeAt(theirs_, name) == nullptr) continue;
    const auto line = [&](GroveSide side, const GroveShape& shape) {
      return words_.call(name) + " → " + placeWords(side, shape, name);
    };
    mine += (mine.empty() ? "" : "\n") + line(GroveSide::kMine, mine_);
    theirs += (theirs.empty() ? "" : "\n") + line(GroveSide::kTheirs, theirs_);
  }
  const bool other = askPlace(*names.begin(), mine, theirs);
  for (const std::string& name : names) {
    const std::string* home = homeAt(other ? theirs_ : mine_, name);
    if (home != nullptr) homes_[name] = *home;
  }
  settleHomeless();
}

void GroveMerge::breakCircles() {
  constexpr int kMostTries = 100;
  std::set<std::string> names = circle();
  for (int tries = 0; !names.empty() && tries < kMostTries; ++tries) {
    breakCircle(names);
    names = circle();
  }
  if (names.empty()) return;
  // Tables that no two people made: one side's as it is.
  const At at{at_.address + "/#place", say("{row}的位置", "row"_a = at_.word)};
  homes_ = merger_.askSide(at, About::kField, {}, {}, {}) ? theirs_.homes : mine_.homes;
}

At orderAt(const At& at, const std::string& home, const GroveWords& words) {
  const std::string parent = parentOf(home);
  const std::string list = parent.empty() ? at.word : words.call(parent);
  const std::string slot = home.empty() ? std::string() : home.substr(home.rfind('|') + 1) + "/";
  const std::string row = parent.empty() ? std::string() : "/" + asAddress(parent);
  return {at.address + row + "/" + slot + "#order", say("{row}的次序", "row"_a = list)};
}

bool askOrder(Merger& merger, const At& order, const Orders& orders, const GroveWords& words) {
  const auto lines = [&](GroveSide side, const Names& names) {
    std::string text;
    for (const std::string& name : names) {
      const std::string content = words.content(side, name);
      text += (text.empty() ? "" : "\n") + content.substr(0, content.find('\n'));
    }
    return text;
  };
  return merger.askSide(order, About::kField, lines(GroveSide::kBase, orders.base),
                        lines(GroveSide::kMine, orders.mine), lines(GroveSide::kTheirs, orders.theirs));
}

}  // namespace tiku::formats::merging
