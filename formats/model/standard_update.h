#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

namespace tiku::formats {

/// What a new edition of the standard says otherwise than the one before it, in one place.
struct EntryChange {
  enum class Kind {
    kAdded,
    kRemoved,
    kChanged,  ///< Its words.
    kWeight,   ///< A share of a weight table.
  };

  Id entry;  ///< Function, work content, requirement or basic topic; empty of a weight.
  Kind kind = Kind::kChanged;
  std::string place;   ///< Where it stands, as people say it; of a weight this names it.
  std::string before;  ///< Words or share; empty of what was added.
  std::string after;
  Extras extras{};
  bool operator==(const EntryChange&) const = default;
};

/// One thing that a new edition asks to be looked at again. It is done when what it speaks of says something
/// else than `judged`, is gone or retired, or when a person has confirmed that it holds as it is; an added
/// entry when a scope or point is traced to it.
struct UpdateTask {
  enum class Kind { kEntry, kScope, kPoint, kItem };

  Id object;  ///< The added entry, the scope, the point or the item.
  Kind kind = Kind::kItem;
  std::vector<Id> entries;   ///< What changed in the standard and leads here; empty of a weight alone.
  std::string judged;        ///< SHA-256 of what it said when the update began; empty of an entry.
  std::string reason;        ///< Why it holds as it is.
  std::string person;        ///< Who confirmed it.
  std::optional<Date> date;  ///< When; not confirmed without.
  Extras extras{};
  bool operator==(const UpdateTask&) const = default;
};

/// `updates/<uuid>.xml`: 标准更新, how the bank follows a new edition of its standard.
///
/// 《贵州省职业技能等级认定题库管理实施细则》 第十八条（二）: within 6 months after the revision. Everything
/// that the work list needs is kept here, so that it does not depend on a history.
struct StandardUpdate {
  Id id;
  std::string title;              ///< Of the new edition.
  std::string edition;            ///< "2026年版"
  std::string previous;           ///< The edition before it, as printed.
  std::optional<Date> effective;  ///< 实施日期, where it is known.
  std::optional<Date> begun;      ///< When the new edition came into the bank.
  std::string by;
  std::vector<EntryChange> changes;
  std::vector<UpdateTask> tasks;
  Extras extras;
  bool operator==(const StandardUpdate&) const = default;
};

}  // namespace tiku::formats
