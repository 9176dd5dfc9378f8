#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"
#include "validators/rules/support/update_tasks.h"
#include "workflows/impact/work_list.h"

/// How a bank follows a new edition of its standard: 第十八条（二）.
namespace tiku::workflows {

/// Who begins an update, and from when the time runs.
struct UpdateOrder {
  std::optional<formats::Date> effective;  ///< 实施日期 of the new edition, where it is known.
  std::optional<formats::Date> begun;
  std::string by;
};

/// What `after`, the bank's standard or the one that it is to have, changes against `before`, and everything
/// in the bank that rests on it: scopes and points that are traced to a changed or removed entry, those that
/// stand for a row of the weight table with another share, the items in use of those points, and the entries
/// that were added. Ids as withKnownIds() gives them. An update without changes has nothing to do.
formats::StandardUpdate impactOf(const formats::Bank& bank, const formats::Standard& before,
                                 const formats::Standard& after, const UpdateOrder& order);

/// The entries to which something in the bank is traced.
std::unordered_set<formats::Id> tracedEntries(const formats::Bank& bank);

/// The edit that records the update, and puts the new edition into the bank where it is not there yet.
formats::Edit beginUpdate(const formats::Bank& bank, const formats::Standard& after,
                          formats::StandardUpdate update);

/// The edit that confirms that the objects hold as they are. Throws FormatError kUsage for an object that no
/// update of the bank waits for, and where the person or the reason is missing.
formats::Edit confirmEdit(const formats::Bank& bank, const std::vector<formats::Id>& objects,
                          const std::string& person, const std::string& reason, const formats::Date& date);

/// The time within which the bank must follow.
struct UpdateDue {
  std::optional<formats::Date> day;  ///< Nothing where neither date nor period is known.
  std::string clause;
  std::string basis;  ///< From which day it is counted, and what is assumed.

  /// Negative once it is over; nothing where no day is known.
  [[nodiscard]] std::optional<int> daysLeft(const formats::Date& today) const;
};

/// Where an update stands.
struct UpdateStatus {
  formats::StandardUpdate update;
  UpdateDue due;
  std::vector<TaskLine> tasks;  ///< In the order of a WorkList.

  [[nodiscard]] std::size_t open() const;
  [[nodiscard]] std::size_t count(validators::TaskState state) const;
  /// "还有 12 天", "已超过 3 天"; empty where nothing is open or no day is known.
  [[nodiscard]] std::string urgency(const formats::Date& today) const;
};

/// `profile` may be null: then the time is not known.
UpdateDue dueOf(const formats::StandardUpdate& update, const validators::Profile* profile);
UpdateStatus statusOf(const formats::Bank& bank, const formats::StandardUpdate& update,
                      const validators::Profile* profile);

/// 待处理, 已修改, 已删去或停用, 已确认
std::string stateWord(validators::TaskState state);
/// 新增, 删去, 修改, 权重
std::string changeWord(formats::EntryChange::Kind kind);

/// 《标准修订影响清单》, a Word document in Chinese. `date` is the day of the print.
std::string impactDocument(const formats::Bank& bank, const UpdateStatus& status, const std::string& date);

}  // namespace tiku::workflows
