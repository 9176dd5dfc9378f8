#include "formats/model/bank.h"

#include <utility>

namespace tiku::formats {

Id idOf(const Object& object) {
  return std::visit(
      [](const auto& pointer) -> Id {
        if constexpr (std::is_same_v<std::decay_t<decltype(pointer)>, std::monostate>) {
          return {};
        } else {
          return pointer->id;
        }
      },
      object);
}

bool sameContent(const Object& a, const Object& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&b](const auto& left) {
        using Pointer = std::decay_t<decltype(left)>;
        if constexpr (std::is_same_v<Pointer, std::monostate>) {
          return true;
        } else {
          const auto& right = std::get<Pointer>(b);
          return left == right || *left == *right;
        }
      },
      a);
}

Change::Kind Change::kind() const {
  if (std::holds_alternative<std::monostate>(before)) return Kind::kAdded;
  return std::holds_alternative<std::monostate>(after) ? Kind::kRemoved : Kind::kReplaced;
}

Edit& Edit::putObject(Object object) {
  const Id id = formats::idOf(object);
  const auto [found, isNew] = stepOf_.emplace(id, steps_.size());
  if (isNew) {
    steps_.push_back({id, std::move(object)});
  } else {
    steps_[found->second].object = std::move(object);
  }
  return *this;
}

Edit& Edit::remove(Id id) {
  const auto [found, isNew] = stepOf_.emplace(id, steps_.size());
  if (isNew) {
    steps_.push_back({id, {}});
  } else {
    steps_[found->second].object = {};
  }
  return *this;
}

Bank::Bank(BankInfo info) {
  if (info.packageId.empty()) info.packageId = Id::random();
  objects_.emplace(BankInfo::kId, std::make_shared<const BankInfo>(std::move(info)));
}

Bank::Bank(const Bank& other) : objects_(other.objects_), setsOf_(other.setsOf_) {}

Bank& Bank::operator=(const Bank& other) {
  if (this == &other) return *this;
  objects_ = other.objects_;
  setsOf_ = other.setsOf_;
  return *this;
}

const ItemSet* Bank::setOf(Id item) const {
  const std::span<const Id> sets = setsOf(item);
  return sets.empty() ? nullptr : find<ItemSet>(sets.front());
}

std::span<const Id> Bank::setsOf(Id item) const {
  const auto found = setsOf_.find(item);
  return found == setsOf_.end() ? std::span<const Id>() : found->second;
}

void Bank::keepSets(const Change& change) {
  if (const auto* was = change.was<ItemSet>()) {
    for (const Id item : was->items) {
      const auto found = setsOf_.find(item);
      if (found == setsOf_.end()) continue;
      std::erase(found->second, change.id);
      if (found->second.empty()) setsOf_.erase(found);
    }
  }
  if (const auto* is = change.is<ItemSet>()) {
    for (const Id item : is->items) {
      std::vector<Id>& sets = setsOf_[item];
      const auto at = std::ranges::lower_bound(sets, change.id);
      if (at == sets.end() || *at != change.id) sets.insert(at, change.id);
    }
  }
}

const Object* Bank::object(Id id) const {
  const auto found = objects_.find(id);
  return found == objects_.end() ? nullptr : &found->second;
}

Edit Bank::apply(const Edit& edit) {
  for (const Edit::Step& step : edit.steps()) {
    const bool removes = std::holds_alternative<std::monostate>(step.object);
    if (step.id.empty()) throw std::logic_error("an edit names an object without an id");
    if (removes && step.id == BankInfo::kId) throw std::logic_error("an edit removes the bank itself");
    const Object* current = object(step.id);
    if (!removes && current != nullptr && current->index() != step.object.index()) {
      throw std::logic_error("an edit turns object " + step.id.str() + " into another kind");
    }
  }
  std::vector<Change> changes;
  changes.reserve(edit.steps().size());
  Edit inverse(edit.title());
  for (const Edit::Step& step : edit.steps()) {
    const Object* current = object(step.id);
    Object before = current == nullptr ? Object{} : *current;
    if (sameContent(before, step.object)) continue;
    if (std::holds_alternative<std::monostate>(before)) {
      inverse.remove(step.id);
    } else {
      inverse.putObject(before);
    }
    if (std::holds_alternative<std::monostate>(step.object)) {
      objects_.erase(step.id);
    } else {
      objects_.insert_or_assign(step.id, step.object);
    }
    changes.push_back({step.id, std::move(before), step.object});
    keepSets(changes.back());
  }
  if (!changes.empty()) {
    for (const auto& [number, listener] : listeners_) listener(changes);
  }
  return inverse;
}

Bank::Subscription Bank::listen(Listener listener) {
  listeners_.emplace_back(nextListener_, std::move(listener));
  return {this, nextListener_++};
}

void Bank::unlisten(int number) {
  std::erase_if(listeners_, [number](const auto& entry) { return entry.first == number; });
}

Bank::Subscription::Subscription(Subscription&& other) noexcept
    : bank_(std::exchange(other.bank_, nullptr)), number_(other.number_) {}

Bank::Subscription& Bank::Subscription::operator=(Subscription&& other) noexcept {
  if (this != &other) {
    if (bank_ != nullptr) bank_->unlisten(number_);
    bank_ = std::exchange(other.bank_, nullptr);
    number_ = other.number_;
  }
  return *this;
}

Bank::Subscription::~Subscription() {
  if (bank_ != nullptr) bank_->unlisten(number_);
}

const Dossier& dossierOf(const Bank& bank) {
  static const Dossier kNone;
  const auto* kept = bank.find<Dossier>(Dossier::kId);
  return kept == nullptr ? kNone : *kept;
}

}  // namespace tiku::formats
