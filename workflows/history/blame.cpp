#include "workflows/history/blame.h"

#include <map>
#include <memory>
#include <unordered_map>

#include "formats/base/error.h"
#include "formats/compare/fields.h"
#include "workflows/compare/row_difference.h"
#include "workflows/compare/rows.h"
#include "workflows/history/object_history.h"

namespace tiku::workflows {

using namespace formats;

namespace {

// A field or a row of one, as it stands in one state of the object.
struct BlamePart {
  std::string address;
  std::string word;
  std::string text;
  std::string judged;  // What makes it the same in another state.
};

struct BlameField {
  std::string name;
  bool listed = false;         // Rows without names, found again by what they say.
  std::vector<TableRow> rows;  // Only then.
  std::vector<BlamePart> parts;
};

// A state of the object taken apart.
struct TakenApart {
  std::vector<BlameField> fields;

  [[nodiscard]] const BlameField* find(const std::string& name) const {
    for (const BlameField& field : fields) {
      if (field.name == name) return &field;
    }
    return nullptr;
  }
};

BlameField takeField(const Object& object, const Field& field) {
  BlameField taken;
  taken.name = field.name;
  const auto rows = rowsOf(object, field.name);
  if (!rows) {
    const std::string text = fieldText(object, field.name);
    if (!text.empty()) taken.parts.push_back({field.name, field.word, text, text});
    return taken;
  }
  taken.listed = !rows->keyed;
  for (const TableRow& row : rows->rows) {
    if (row.text().empty()) continue;
    const std::string address = field.name + "/" + row.key;
    std::string word = row.title();
    if (word.empty()) word = taken.listed ? fieldWord(object, address) : field.word;
    taken.parts.push_back({address, word, row.text(), row.parent + "\n" + row.textWithoutCode()});
    if (taken.listed) taken.rows.push_back(row);
  }
  return taken;
}

std::shared_ptr<const TakenApart> takeApart(const Object& object) {
  auto taken = std::make_shared<TakenApart>();
  for (const Field& field : fieldsOf(object)) taken->fields.push_back(takeField(object, field));
  return taken;
}

// Where a part of one state stands in another: number of the field's part, -1 where it is not the same.
class Origins {
 public:
  Origins(const TakenApart& now, const TakenApart& then) : now_(now), then_(then) {}

  int of(std::size_t field, std::size_t part) {
    auto [known, isNew] = maps_.try_emplace(field);
    if (isNew) known->second = mapOf(now_.fields[field]);
    return known->second[part];
  }

 private:
  [[nodiscard]] std::vector<int> mapOf(const BlameField& field) const {
    std::vector<int> map(field.parts.size(), -1);
    const BlameField* other = then_.find(field.name);
    if (other == nullptr) return map;
    if (field.listed && other->listed) {
      const std::vector<int> became = alignRows(other->rows, field.rows);
      for (std::size_t i = 0; i < became.size(); ++i) {
        if (became[i] < 0) continue;
        const auto at = static_cast<std::size_t>(became[i]);
        if (other->parts[i].judged == field.parts[at].judged) map[at] = static_cast<int>(i);
      }
      return map;
    }
    std::unordered_map<std::string, int> places;
    for (std::size_t i = 0; i < other->parts.size(); ++i)
      places.emplace(other->parts[i].address, static_cast<int>(i));
    for (std::size_t i = 0; i < field.parts.size(); ++i) {
      const auto found = places.find(field.parts[i].address);
      if (found == places.end()) continue;
      if (other->parts[static_cast<std::size_t>(found->second)].judged == field.parts[i].judged)
        map[i] = found->second;
    }
    return map;
  }

  const TakenApart& now_;
  const TakenApart& then_;
  std::map<std::size_t, std::vector<int>> maps_;
};

// A part of the result that is looked for, as it stands in the state at hand.
struct Wanted {
  std::size_t result;
  std::size_t field;
  std::size_t part;
};

struct Pending {
  std::shared_ptr<const TakenApart> state;
  std::vector<Wanted> wanted;
};

class Blaming {
 public:
  Blaming(const Repository& repository, const Object& now)
      : history_(repository, pathOf(now)), now_(takeApart(now)) {}

  std::vector<BlamedPart> run(const std::string& from, const Names& names,
                              const std::function<void()>& check) {
    std::vector<Wanted> all;
    for (std::size_t f = 0; f < now_->fields.size(); ++f) {
      for (std::size_t p = 0; p < now_->fields[f].parts.size(); ++p) {
        const BlamePart& part = now_->fields[f].parts[p];
        all.push_back({result_.size(), f, p});
        result_.push_back({part.address, names.in(part.word), names.in(part.text), std::nullopt});
      }
    }
    bool first = true;
    history_.walk(from, [&](const ObjectHistory::Step& step) {
      if (check) check();
      if (first) begin(step, all);
      first = false;
      const auto at = pending_.find(step.commit);
      if (at == pending_.end()) return !pending_.empty();
      const Pending pending = std::move(at->second);
      pending_.erase(at);
      pass(step, pending);
      return !pending_.empty();
    });
    return std::move(result_);
  }

 private:
  // What was changed since the revision stays without one.
  void begin(const ObjectHistory::Step& step, const std::vector<Wanted>& all) {
    if (!step.state.there()) return;
    const auto state = takeApart(history_.read(step.commit, step.state));
    hand(step.commit, state, *now_, all);
  }

  // Hands over what the state has, too; gives back the rest.
  std::vector<Wanted> hand(const std::string& commit, const std::shared_ptr<const TakenApart>& state,
                           const TakenApart& from, const std::vector<Wanted>& wanted) {
    std::vector<Wanted> left;
    std::vector<Wanted> taken;
    Origins origins(from, *state);
    for (const Wanted& one : wanted) {
      const int origin = origins.of(one.field, one.part);
      if (origin < 0) {
        left.push_back(one);
        continue;
      }
      const BlameField* field = state->find(from.fields[one.field].name);
      const auto index = static_cast<std::size_t>(field - state->fields.data());
      taken.push_back({one.result, index, static_cast<std::size_t>(origin)});
    }
    if (!taken.empty()) {
      Pending& pending = pending_[commit];
      if (pending.state == nullptr) pending.state = state;
      pending.wanted.insert(pending.wanted.end(), taken.begin(), taken.end());
    }
    return left;
  }

  void pass(const ObjectHistory::Step& step, const Pending& pending) {
    for (std::size_t i = 0; i < step.parents.size(); ++i) {
      if (step.before[i] != step.state) continue;
      Pending& same = pending_[step.parents[i]];
      if (same.state == nullptr) same.state = pending.state;
      same.wanted.insert(same.wanted.end(), pending.wanted.begin(), pending.wanted.end());
      return;
    }
    std::vector<Wanted> left = pending.wanted;
    for (std::size_t i = 0; i < step.parents.size() && !left.empty(); ++i) {
      if (!step.before[i].there()) continue;
      if (const auto state = stateOf(step.parents[i], step.before[i]))
        left = hand(step.parents[i], state, *pending.state, left);
    }
    if (left.empty()) return;
    const Revision revision = history_.revision(step.commit);
    for (const Wanted& one : left) result_[one.result].revision = revision;
  }

  // Null where it cannot be read: nothing is known to come from there.
  std::shared_ptr<const TakenApart> stateOf(const std::string& commit, const ObjectHistory::State& state) {
    if (const auto known = pending_.find(commit); known != pending_.end()) return known->second.state;
    try {
      return takeApart(history_.read(commit, state));
    } catch (const FormatError&) {
      return nullptr;
    }
  }

  ObjectHistory history_;
  std::shared_ptr<const TakenApart> now_;
  std::vector<BlamedPart> result_;
  std::map<std::string, Pending> pending_;  // By check-in.
};

}  // namespace

std::vector<BlamedPart> blame(const Repository& repository, const Object& now, const std::string& from,
                              const Names& names, const std::function<void()>& check) {
  return Blaming(repository, now).run(from, names, check);
}

}  // namespace tiku::workflows
