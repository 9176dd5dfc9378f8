#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/repository.h"
#include "workflows/compare/difference.h"

/// 修改记录: who changed what in which item, when, and why.
///
/// 《职业技能鉴定国家题库地市级分库暂行评估标准》 二（二）: every 修改、补充、删减 is to be recorded and
/// reported.
namespace tiku::workflows {

/// What one check-in did. Of a merge only what it took from neither side: the rest is told where it was done.
struct RecordedChange {
  std::optional<formats::Revision>
      revision;  ///< Nothing for what is not checked in, or comes from elsewhere.
  BankDifference difference;
};

struct ChangeRecord {
  std::string bank;  ///< Title of the bank.
  std::string occupation;
  std::string institution;
  std::string from;                     ///< What it begins after, in words; empty for the beginning.
  std::string to;                       ///< Likewise; empty for the bank as it is now.
  std::vector<RecordedChange> changes;  ///< Oldest first; those that did nothing are left out.
};

/// Every check-in after `from` up to `to`; from the first one where `from` is empty. Where `to` is empty also
/// what is not checked in. Costs what changed. `check` is called between them and may throw to stop. Throws
/// kConflict where `to` does not build on `from`.
ChangeRecord changeRecord(const formats::Repository& repository, const std::filesystem::path& directory,
                          const std::string& from, const std::string& to,
                          const std::optional<formats::Id>& object = {},
                          const std::function<void()>& check = {});

/// A record of one difference between two packages, of which nobody knows who and why.
ChangeRecord changeRecord(const formats::BankInfo& bank, const std::string& from, const std::string& to,
                          BankDifference difference);

/// A line of the printed record.
struct RecordLine {
  std::string date;  ///< "2026-03-01"
  std::string person;
  std::string reason;  ///< The check-in's message.
  std::string object;  ///< "三级单选题 B-A-001“…”"
  std::string deed;    ///< 新增, 删除, 修改 ...
  std::string part;    ///< 题干; empty for the whole object.
  /// What it said and says, long texts cut to what changed; pieces of the other side are left out.
  std::vector<formats::DiffPiece> before;
  std::vector<formats::DiffPiece> after;
};

/// Of one check-in. Many items added or removed at once are told together.
std::vector<RecordLine> recordLines(const RecordedChange& change);

/// The printable forms, in Chinese. `date` is the day of the print: "2026-03-01".
std::string changeRecordDocument(const ChangeRecord& record, const std::string& date);
std::string changeRecordPage(const ChangeRecord& record, const std::string& date);

}  // namespace tiku::workflows
