#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <unordered_map>
#include <variant>
#include <vector>

#include "formats/model/experts.h"
#include "formats/model/item_set.h"
#include "formats/model/judgement.h"
#include "formats/model/records.h"
#include "formats/model/review.h"
#include "formats/model/standard.h"
#include "formats/model/standard_update.h"
#include "formats/model/terms.h"

namespace tiku::formats {

/// Any object of a bank; monostate is "no object". Objects are never changed in place.
using Object = std::variant<
    std::monostate, std::shared_ptr<const BankInfo>, std::shared_ptr<const Standard>,
    std::shared_ptr<const Blueprint>, std::shared_ptr<const TheoryItem>, std::shared_ptr<const SkillItem>,
    std::shared_ptr<const Paper>, std::shared_ptr<const People>, std::shared_ptr<const Waivers>,
    std::shared_ptr<const Judgements>, std::shared_ptr<const Dossier>, std::shared_ptr<const Terms>,
    std::shared_ptr<const Media>, std::shared_ptr<const Round>, std::shared_ptr<const Submission>,
    std::shared_ptr<const Opinion>, std::shared_ptr<const Experts>, std::shared_ptr<const PanelDraws>,
    std::shared_ptr<const ItemSet>, std::shared_ptr<const StandardUpdate>>;

/// The object's id; empty for monostate.
[[nodiscard]] Id idOf(const Object& object);

/// Whether both hold the same kind and equal content (not merely the same pointer).
[[nodiscard]] bool sameContent(const Object& a, const Object& b);

/// The object as a T, or null.
template <typename T>
[[nodiscard]] const T* as(const Object& object) {
  const auto* pointer = std::get_if<std::shared_ptr<const T>>(&object);
  return pointer == nullptr ? nullptr : pointer->get();
}

/// What happened to one object. Exactly one of before/after may be empty.
struct Change {
  enum class Kind { kAdded, kReplaced, kRemoved };

  Id id;
  Object before;
  Object after;

  [[nodiscard]] Kind kind() const;
  /// before/after as a T; null when absent or of another kind.
  template <typename T>
  [[nodiscard]] const T* was() const {
    return as<T>(before);
  }
  template <typename T>
  [[nodiscard]] const T* is() const {
    return as<T>(after);
  }
};

/// A change that a user sees as one: what to put and what to remove. Undo is the inverse that Bank::apply
/// returns.
class Edit {
 public:
  Edit() = default;
  /// `title` is a word for the undo menu, in the user's language.
  explicit Edit(std::string title) : title_(std::move(title)) {}

  /// Adds the object, or replaces the one with its id. A later call for the same id wins.
  template <typename T>
  Edit& put(T object) {
    return putObject(std::make_shared<const T>(std::move(object)));
  }
  Edit& putObject(Object object);
  Edit& remove(Id id);

  struct Step {
    Id id;
    Object object;  ///< monostate removes.
  };
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] bool empty() const { return steps_.empty(); }

 private:
  std::string title_;
  std::vector<Step> steps_;
  std::unordered_map<Id, std::size_t> stepOf_;
};

/// Every object of a bank, by id; the one door for every change.
///
/// Copying a Bank copies the table of pointers and makes a snapshot that shares the objects: a worker may
/// read it while the original goes on. Listeners are not copied. Not thread-safe by itself.
class Bank {
 public:
  using Listener = std::function<void(std::span<const Change>)>;

  /// Keeps a listener registered as long as it lives. Must not outlive the bank.
  class Subscription {
   public:
    Subscription() = default;
    Subscription(Subscription&& other) noexcept;
    Subscription& operator=(Subscription&& other) noexcept;
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;
    ~Subscription();

   private:
    friend class Bank;
    Subscription(Bank* bank, int number) : bank_(bank), number_(number) {}
    Bank* bank_ = nullptr;
    int number_ = 0;
  };

  /// An empty bank: it has a BankInfo with the given package id and nothing else.
  explicit Bank(BankInfo info = {});
  Bank(const Bank& other);
  Bank& operator=(const Bank& other);
  Bank(Bank&&) noexcept = default;
  Bank& operator=(Bank&&) noexcept = default;
  ~Bank() = default;

  [[nodiscard]] const BankInfo& info() const { return *get<BankInfo>(BankInfo::kId); }
  /// Null when the bank has none yet.
  [[nodiscard]] const Standard* standard() const { return find<Standard>(Standard::kId); }
  [[nodiscard]] const Blueprint* blueprint(Level level) const {
    return find<Blueprint>(Blueprint::idOf(level));
  }

  [[nodiscard]] const Object* object(Id id) const;
  template <typename T>
  [[nodiscard]] std::shared_ptr<const T> get(Id id) const {
    const Object* found = object(id);
    const auto* pointer = found == nullptr ? nullptr : std::get_if<std::shared_ptr<const T>>(found);
    return pointer == nullptr ? nullptr : *pointer;
  }
  template <typename T>
  [[nodiscard]] const T* find(Id id) const {
    const Object* found = object(id);
    return found == nullptr ? nullptr : as<T>(*found);
  }

  /// The set that the item is in, null for none. Of an item in several, which a rule tells, the one with the
  /// smallest id.
  [[nodiscard]] const ItemSet* setOf(Id item) const;
  /// The ids of all sets that name the item, in order; one at most in a bank that is well.
  [[nodiscard]] std::span<const Id> setsOf(Id item) const;

  /// All objects of a kind, ordered by id: the same order on every machine.
  template <typename T>
  [[nodiscard]] std::vector<std::shared_ptr<const T>> all() const {
    std::vector<std::shared_ptr<const T>> found;
    forEach<T>([&found](const std::shared_ptr<const T>& object) { found.push_back(object); });
    sortById(found);
    return found;
  }
  /// Visits all objects of a kind in no particular order.
  template <typename T, typename Visit>
  void forEach(const Visit& visit) const {
    for (const auto& [id, object] : objects_) {
      if (const auto* pointer = std::get_if<std::shared_ptr<const T>>(&object)) visit(*pointer);
    }
  }
  [[nodiscard]] const std::unordered_map<Id, Object>& objects() const { return objects_; }
  [[nodiscard]] std::size_t size() const { return objects_.size(); }

  /// Applies all steps or none, tells the listeners once, and returns the inverse. Steps that change nothing
  /// (equal content, removal of what is not there) cause no Change. Throws std::logic_error, before anything
  /// is changed, for a step that would give an id another kind of object, an object without an id, or the
  /// removal of the BankInfo.
  Edit apply(const Edit& edit);

  [[nodiscard]] Subscription listen(Listener listener);

 private:
  template <typename T>
  static void sortById(std::vector<std::shared_ptr<const T>>& objects);
  void unlisten(int number);
  void keepSets(const Change& change);

  std::unordered_map<Id, Object> objects_;
  std::unordered_map<Id, std::vector<Id>> setsOf_;  ///< By item; sorted.
  std::vector<std::pair<int, Listener>> listeners_;
  int nextListener_ = 1;
};

template <typename T>
void Bank::sortById(std::vector<std::shared_ptr<const T>>& objects) {
  std::sort(objects.begin(), objects.end(), [](const auto& a, const auto& b) { return a->id < b->id; });
}

/// The bank's dossier; an empty one where none was begun. Lives as long as the bank is not changed.
const Dossier& dossierOf(const Bank& bank);

}  // namespace tiku::formats
