#include "workflows/doctor/doctor.h"

#include <algorithm>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/posix.h"
#include "formats/package/save.h"
#include "formats/package/save_plan.h"
#include "workflows/doctor/names.h"

namespace tiku::workflows {

using namespace formats;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostListed = 20;

void append(std::vector<Ailment>& found, std::vector<Ailment> more) {
  for (Ailment& one : more) found.push_back(std::move(one));
}

std::vector<Ailment> examineSave(const fs::path& bank) {
  std::error_code error;
  const fs::path folder = bank / kSaveFolder;
  if (!fs::exists(fs::symlink_status(folder, error))) return {};
  Ailment save{"interrupted-save", kSaveFolder, {}, {}};
  try {
    const bool committed = committedPlan(posix::openFolder(bank), bank.string()).has_value();
    save.grave = committed;
    save.message = committed ? say("上一次保存做到一半被打断，还没有做完。")
                             : say("上一次保存刚开始就被打断，留下了临时文件；题库还是保存以前的样子。");
    save.remedy = committed ? say("把那次保存做完。") : say("清除临时文件。");
    save.mend = [bank] { finishSave(bank); };
  } catch (const FormatError& refused) {
    save.message = say("保存用的文件夹 .tiku-save 里的计划看不懂：{reason}", "reason"_a = refused.what());
    save.advice = say("题库因此打不开。");
    if (Repository::isRepository(bank)) {
      save.remedy = say("把它移开；已经在题库里的文件不动。");
      save.mend = [bank, folder] { moveAside(bank, folder); };
    }
  }
  return {save};
}

std::vector<Ailment> examineFiles(const fs::path& bank) {
  std::vector<Ailment> found;
  try {
    const ReadResult read = loadBank(bank);
    std::size_t listed = 0;
    for (const ReadNote& note : read.notes) {
      if (note.kind != ReadNote::Kind::kForeignFile || ++listed > kMostListed) continue;
      found.push_back({"foreign-file", note.path, note.message, {}, false});
    }
    if (listed > kMostListed) {
      found.push_back({"foreign-file",
                       {},
                       say("另有 {n} 个不属于题库的文件。", "n"_a = listed - kMostListed),
                       {},
                       false});
    }
  } catch (const FormatError& refused) {
    found.push_back({"unreadable", refused.place().file, refused.full(),
                     say("用 tiku log 查看历史，用 tiku restore 把这个文件恢复成签入时的样子。")});
  }
  return found;
}

}  // namespace

std::vector<Ailment> examine(const fs::path& bank) {
  std::error_code error;
  if (!fs::is_directory(bank, error)) {
    throw FormatError(ErrorCode::kIo, say("没有这个目录。"), {bank.string(), 0, {}},
                      say("请给出题库所在的目录。"));
  }
  std::vector<Ailment> found = examineSave(bank);
  append(found, examineHistory(bank));
  append(found, examineNames(bank));
  // An interrupted save that nobody understands is why it cannot be read.
  if (found.empty() || found.front().kind != "interrupted-save" || found.front().advice.empty())
    append(found, examineFiles(bank));
  std::ranges::stable_partition(found, [](const Ailment& one) { return one.grave; });
  return found;
}

Cure mend(const fs::path& bank) {
  Cure cure;
  std::set<std::string> tried;
  for (cure.left = examine(bank);; cure.left = examine(bank)) {
    bool any = false;
    for (const Ailment& one : cure.left) {
      if (!one.mend || !tried.insert(one.kind + "\n" + one.path + "\n" + one.message).second) continue;
      one.mend();
      cure.mended.push_back(one);
      any = true;
    }
    if (!any) return cure;
  }
}

}  // namespace tiku::workflows
