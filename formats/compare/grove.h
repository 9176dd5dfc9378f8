#pragma once

#include <map>
#include <string>
#include <utility>

#include "formats/compare/grove_merge.h"
#include "formats/compare/value_words.h"

/// Rows in lists that may lie below other rows, each row known by a name; so a row that moved from one list
/// to another is still the same row.
namespace tiku::formats::merging {

template <typename Row>
class Grove {
 public:
  struct Node {
    std::string home;
    Row row;
  };

  /// At the end of the list `home`: "" or homeIn(). False where the name is taken.
  bool add(const std::string& name, const std::string& home, Row row) {
    const bool isNew = nodes_.try_emplace(name, Node{home, std::move(row)}).second;
    if (isNew) lists_[home].push_back(name);
    return isNew;
  }
  [[nodiscard]] const Node* find(const std::string& name) const {
    const auto found = nodes_.find(name);
    return found == nodes_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const Node& at(const std::string& name) const { return nodes_.at(name); }
  /// The names in a list, in order.
  [[nodiscard]] const Names& listAt(const std::string& home) const {
    static const Names kNone;
    const auto found = lists_.find(home);
    return found == lists_.end() ? kNone : found->second;
  }
  /// Without the rows.
  [[nodiscard]] GroveShape shape() const {
    GroveShape shape;
    for (const auto& [name, node] : nodes_) shape.homes.emplace(name, node.home);
    return shape;
  }
  [[nodiscard]] const std::map<std::string, Node>& nodes() const { return nodes_; }
  [[nodiscard]] const std::map<std::string, Names>& lists() const { return lists_; }

 private:
  std::map<std::string, Node> nodes_;
  std::map<std::string, Names> lists_;
};

/// What is where, of three groves: row by row, three-way. A row that one side removed and the other changed,
/// or put something into, is asked; so is a row that both moved, each elsewhere.
///
/// `call(name, row)` says what people call a row.
template <typename Row, typename Call>
Grove<Row> mergeGroves(Merger& merger, const At& at, const Grove<Row>* base, const Grove<Row>& mine,
                       const Grove<Row>& theirs, const Call& call) {
  static const Grove<Row> kNothing;
  const Grove<Row>& was = base == nullptr ? kNothing : *base;
  const auto rowIn = [](const Grove<Row>& grove, const std::string& name) -> const Row* {
    const auto* node = grove.find(name);
    return node == nullptr ? nullptr : &node->row;
  };
  GroveWords words;
  words.call = [&](const std::string& name) {
    for (const Grove<Row>* grove : {&mine, &theirs, &was}) {
      if (const Row* row = rowIn(*grove, name)) return call(name, *row);
    }
    return std::string();
  };
  words.content = [&](const GroveSide side, const std::string& name) {
    const Grove<Row>& grove = side == GroveSide::kMine ? mine : side == GroveSide::kTheirs ? theirs : was;
    const Row* row = rowIn(grove, name);
    return row == nullptr ? std::string() : wordsOf(*row);
  };
  words.changed = [&](const GroveSide side, const std::string& name) {
    const Row* then = rowIn(was, name);
    const Row* now = rowIn(side == GroveSide::kMine ? mine : theirs, name);
    return then != nullptr && now != nullptr && !(*then == *now);
  };
  const GroveHomes homes =
      GroveMerge(merger, at, base != nullptr, was.shape(), mine.shape(), theirs.shape(), words).run();

  std::map<std::string, std::set<std::string>> members;
  std::map<std::string, Row> rows;
  for (const auto& [name, home] : homes) {
    const Row* own = rowIn(mine, name);
    const Row* other = rowIn(theirs, name);
    const At row{at.address + "/" + asAddress(name), {}};
    if (own != nullptr && other != nullptr && !(*own == *other)) {
      const At named{row.address, words.call(name)};
      rows.emplace(name, mergeValue(merger, named, rowIn(was, name), *own, *other));
    } else {
      rows.emplace(name, own == nullptr ? *other : *own);
    }
    members[home].insert(name);
  }
  Grove<Row> merged;
  for (const auto& [home, names] : members) {
    const At order = orderAt(at, home, words);
    const Orders orders{was.listAt(home), mine.listAt(home), theirs.listAt(home),
                        base != nullptr && !merger.contested(order.address)};
    for (const std::string& name :
         mergeOrder(orders, names, [&] { return askOrder(merger, order, orders, words); })) {
      merged.add(name, home, std::move(rows.at(name)));
    }
  }
  return merged;
}

}  // namespace tiku::formats::merging
