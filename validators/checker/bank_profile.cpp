#include "validators/checker/bank_profile.h"

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::validators {

Profile profileOf(const formats::BankInfo& info) {
  if (info.profile.empty()) {
    throw formats::FormatError(
        formats::ErrorCode::kUsage, formats::translate("题库没有指明按哪个规则文件检查。"), {},
        formats::translate(
            "请在题库信息里选定规则文件；命令行上可用 --profile 指定，例如 --profile guizhou。"));
  }
  return Profile::load(info.profile);
}

}  // namespace tiku::validators
