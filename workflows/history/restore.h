#pragma once

#include <string>
#include <vector>

#include "formats/history/repository.h"
#include "formats/model/bank.h"

namespace tiku::workflows {

struct Restoration {
  formats::Edit edit;                ///< Empty where everything is as it was.
  std::vector<std::string> fields;   ///< In words: what it sets back; empty for an object that comes back.
  std::vector<std::string> remarks;  ///< What a person should look at afterwards.
};

/// The edit by which the bank has an object, or only some of its fields, as at a revision, with the pictures
/// that it shows and the bank has no more. A field brings with it those that only make sense together with it
/// (options and key). Throws FormatError kUsage where the revision has no such object or the object no such
/// field; kConflict where a field speaks of something that the bank does not have any more. A whole object
/// that does so comes back with a remark.
Restoration restoreFrom(const formats::Repository& repository, const formats::Bank& bank, formats::Id id,
                        const std::string& revision, const std::vector<std::string>& fields = {});

/// Throws FormatError kUsage: the revision does not have the object. Advises the last one that has it.
[[noreturn]] void throwNotAt(const formats::Repository& repository, formats::Id id,
                             const std::string& revision);

}  // namespace tiku::workflows
