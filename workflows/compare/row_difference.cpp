#include "workflows/compare/row_difference.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "formats/base/say.h"

namespace tiku::workflows {

using namespace formats;

namespace {

using RowIndex = std::unordered_map<std::string, const TableRow*>;

RowIndex indexOf(const FieldRows& table) {
  RowIndex index;
  for (const TableRow& row : table.rows) index.emplace(row.key, &row);
  return index;
}

// The share of the longer text that both have.
double likeness(const std::string& a, const std::string& b) {
  constexpr std::size_t kLongest = 2000;
  if (a.size() > kLongest || b.size() > kLongest) return 0;
  std::size_t same = 0;
  for (const DiffPiece& piece : wordDiff(a, b)) {
    if (piece.kind == DiffPiece::Kind::kSame) same += piece.text.size();
  }
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 1 : static_cast<double>(same) / static_cast<double>(longer);
}

// Longest common subsequence of the rows that say the same.
std::vector<int> equalRows(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr std::size_t kMostCells = 4'000'000;
  std::vector<int> found(a.size(), -1);
  if (a.empty() || b.empty() || a.size() > kMostCells / b.size()) return found;
  const std::size_t width = b.size() + 1;
  std::vector<int> lengths((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      lengths[i * width + j] = a[i] == b[j]
                                   ? lengths[(i + 1) * width + j + 1] + 1
                                   : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      found[i++] = static_cast<int>(j++);
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return found;
}

// Those of the numbers that are not part of a longest rising sequence: what was taken to another place.
std::vector<bool> outOfOrder(const std::vector<int>& numbers) {
  std::vector<int> tails;  // Index of the smallest end of a sequence of each length.
  std::vector<int> before(numbers.size(), -1);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto place = std::ranges::lower_bound(
        tails, numbers[i], {}, [&](int at) { return numbers[static_cast<std::size_t>(at)]; });
    if (place != tails.begin()) before[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(static_cast<int>(i));
    } else {
      *place = static_cast<int>(i);
    }
  }
  std::vector<bool> out(numbers.size(), true);
  for (int at = tails.empty() ? -1 : tails.back(); at >= 0; at = before[static_cast<std::size_t>(at)])
    out[static_cast<std::size_t>(at)] = false;
  return out;
}

class RowComparison {
 public:
  RowComparison(const RowField& field, const FieldRows& before, const FieldRows& after, const Names& names)
      : field_(field), before_(before), after_(after), names_(names) {}

  std::vector<PartDifference> compare() && {
    if (before_.keyed && after_.keyed) {
      compareKeyed();
    } else {
      compareListed();
    }
    return std::move(parts_);
  }

 private:
  [[nodiscard]] std::string addressOf(const TableRow& row) const { return field_.name + "/" + row.key; }
  [[nodiscard]] std::string titleOf(const TableRow& row) const {
    const std::string title = names_.in(row.title());
    return title.empty() ? field_.word : title;
  }

  void add(Deed deed, const TableRow& row, std::string before, std::string after) {
    parts_.push_back({addressOf(row), titleOf(row), deed, names_.in(before), names_.in(after), {}, {}, {}});
  }

  void compareKeyed() {
    const RowIndex then = indexOf(before_);
    const RowIndex now = indexOf(after_);
    std::vector<CodeChange> codes;
    for (const TableRow& row : before_.rows) {
      if (!now.contains(row.key)) add(Deed::kRemoved, row, row.text(), {});
    }
    for (const TableRow& row : after_.rows) {
      const auto found = then.find(row.key);
      if (found == then.end()) {
        add(Deed::kAdded, row, {}, row.text());
        continue;
      }
      const TableRow& was = *found->second;
      if (was.parent != row.parent) {
        add(Deed::kMoved, row, placeOf(was.parent, then), placeOf(row.parent, now));
      }
      compareCells(was, row, codes);
    }
    if (!codes.empty()) {
      PartDifference part{field_.name, field_.word, Deed::kRenumbered, {}, {}, {}, {}, std::move(codes)};
      parts_.push_back(std::move(part));
    }
    compareOrder(then, now);
  }

  [[nodiscard]] std::string placeOf(const std::string& parent, const RowIndex& in) const {
    const auto found = in.find(parent);
    return found == in.end() ? field_.word : found->second->title();
  }

  void compareCells(const TableRow& was, const TableRow& is, std::vector<CodeChange>& codes) {
    std::vector<TableCell> cells = is.cells;
    for (const TableCell& old : was.cells) {
      if (std::ranges::find(cells, old.name, &TableCell::name) == cells.end()) {
        cells.push_back(old);
        cells.back().text.clear();
      }
    }
    for (const TableCell& cell : cells) {
      const auto old = std::ranges::find(was.cells, cell.name, &TableCell::name);
      const std::string then = old == was.cells.end() ? std::string() : old->text;
      if (then == cell.text) continue;
      if (cell.code) {
        codes.push_back({field_.object, is.key, nameWithoutCode(is), then, cell.text});
        continue;
      }
      const std::string address = addressOf(is) + (cell.word.empty() ? "" : "/" + cell.name);
      const std::string word = titleOf(is) + (cell.word.empty() ? "" : "：" + cell.word);
      parts_.push_back(changedPart(address, word, names_.in(then), names_.in(cell.text)));
    }
  }

  static std::string nameWithoutCode(const TableRow& row) {
    const auto name = std::ranges::find_if(
        row.cells, [](const TableCell& cell) { return cell.name == "name" || cell.name == "text"; });
    return name == row.cells.end() ? row.title() : name->text;
  }

  // What hangs on one row in both states, and stands otherwise there.
  void compareOrder(const RowIndex& then, const RowIndex& now) {
    std::unordered_map<std::string, int> placeThen;
    for (const TableRow& row : before_.rows) placeThen.emplace(row.key, static_cast<int>(placeThen.size()));
    std::map<std::string, std::vector<const TableRow*>> children;
    for (const TableRow& row : after_.rows) {
      const auto found = then.find(row.key);
      if (found != then.end() && found->second->parent == row.parent) children[row.parent].push_back(&row);
    }
    for (const auto& [parent, rows] : children) {
      std::vector<int> numbers;
      for (const TableRow* row : rows) numbers.push_back(placeThen[row->key]);
      const std::vector<bool> out = outOfOrder(numbers);
      if (std::ranges::find(out, true) == out.end()) continue;
      std::string moved;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (out[i]) moved += (moved.empty() ? "" : "、") + shortTitle(*rows[i]);
      }
      const std::string address = parent.empty() ? field_.name : field_.name + "/" + parent;
      parts_.push_back(
          {address, names_.in(placeOf(parent, now)), Deed::kReordered, {}, names_.in(moved), {}, {}, {}});
    }
  }

  static std::string shortTitle(const TableRow& row) {
    return row.title().empty() ? row.text() : row.title();
  }

  void compareListed() {
    const std::vector<int> became = alignRows(before_.rows, after_.rows);
    std::vector<int> was(after_.rows.size(), -1);
    for (std::size_t i = 0; i < became.size(); ++i) {
      if (became[i] >= 0) was[static_cast<std::size_t>(became[i])] = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < became.size(); ++i) {
      if (became[i] < 0) add(Deed::kRemoved, before_.rows[i], before_.rows[i].text(), {});
    }
    for (std::size_t i = 0; i < was.size(); ++i) {
      const TableRow& row = after_.rows[i];
      if (was[i] < 0) {
        add(Deed::kAdded, row, {}, row.text());
      } else if (const TableRow& old = before_.rows[static_cast<std::size_t>(was[i])];
                 old.text() != row.text()) {
        parts_.push_back(
            changedPart(addressOf(row), titleOf(row), names_.in(old.text()), names_.in(row.text())));
      }
    }
  }

  const RowField& field_;
  const FieldRows& before_;
  const FieldRows& after_;
  const Names& names_;
  std::vector<PartDifference> parts_;
};

}  // namespace

std::vector<int> alignRows(const std::vector<TableRow>& before, const std::vector<TableRow>& after) {
  constexpr double kAlike = 0.4;
  std::vector<std::string> a;
  std::vector<std::string> b;
  for (const TableRow& row : before) a.push_back(row.text());
  for (const TableRow& row : after) b.push_back(row.text());
  std::vector<int> became = equalRows(a, b);
  // Between what stayed: as many as before are the same ones, changed; else what is alike.
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size()) {
    if (became[i] >= 0) {
      j = static_cast<std::size_t>(became[i++]) + 1;
      continue;
    }
    std::size_t end = i;
    while (end < a.size() && became[end] < 0) ++end;
    const std::size_t stop = end < a.size() ? static_cast<std::size_t>(became[end]) : b.size();
    const bool pairs = end - i == stop - j;
    for (; i < end; ++i) {
      for (std::size_t k = j; k < stop; ++k) {
        if (!pairs && likeness(a[i], b[k]) < kAlike) continue;
        became[i] = static_cast<int>(k);
        j = k + 1;
        break;
      }
    }
  }
  return became;
}

PartDifference changedPart(std::string address, std::string word, std::string before, std::string after) {
  PartDifference part;
  part.address = std::move(address);
  part.word = std::move(word);
  part.before = std::move(before);
  part.after = std::move(after);
  part.pieces = wordDiff(part.before, part.after);
  return part;
}

std::vector<PartDifference> compareRows(const RowField& field, const FieldRows& before,
                                        const FieldRows& after, const Names& names) {
  return RowComparison(field, before, after, names).compare();
}

}  // namespace tiku::workflows
