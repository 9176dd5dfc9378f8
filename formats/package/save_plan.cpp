#include "formats/package/save_plan.h"

#include <fcntl.h>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/paths.h"

namespace tiku::formats {
namespace {

// First and last line; the last one proves that the plan is whole.
constexpr std::string_view kHead = "tiku-save 1\n";
constexpr std::string_view kEnd = "end\n";
constexpr std::string_view kWrite = "write ";
constexpr std::string_view kRemove = "remove ";

}  // namespace

std::string printPlan(const std::vector<PlanStep>& steps) {
  std::string text(kHead);
  for (const PlanStep& step : steps) {
    text += step.remove ? kRemove : kWrite;
    text += step.path;
    text += '\n';
  }
  text += kEnd;
  return text;
}

std::vector<PlanStep> parsePlan(std::string_view text, const std::string& file) {
  const auto refuse = [&](int line) {
    throw FormatError(
        ErrorCode::kNotUnderstood, say("未完成的保存留下的计划文件读不懂。"), {file, line, {}},
        say("请把文件夹 {folder} 移走后再试；里面可能有没保存完的内容。", "folder"_a = kSaveFolder));
  };
  if (!text.starts_with(kHead) || !text.ends_with(kEnd)) refuse(1);
  text.remove_prefix(kHead.size());
  text.remove_suffix(kEnd.size());
  std::vector<PlanStep> steps;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const auto line = static_cast<int>(steps.size()) + 2;
    if (end == std::string_view::npos) refuse(line);
    std::string_view step = text.substr(0, end);
    text.remove_prefix(end + 1);
    const bool remove = step.starts_with(kRemove);
    if (!remove && !step.starts_with(kWrite)) refuse(line);
    step.remove_prefix(remove ? kRemove.size() : kWrite.size());
    if (!isSafePath(step)) refuse(line);
    steps.push_back({std::string(step), remove});
  }
  return steps;
}

std::optional<std::vector<PlanStep>> committedPlan(const posix::File& package,
                                                   const std::string& packageName) {
  constexpr std::uint64_t kMostBytes = 1U << 30U;
  const posix::File folder = posix::openFolderBelow(package, kSaveFolder, false, packageName);
  if (!folder.valid() || ::faccessat(folder.get(), kPlanFile, F_OK, AT_SYMLINK_NOFOLLOW) != 0) return {};
  const std::string file = packageName + "/" + kSaveFolder + "/" + kPlanFile;
  return parsePlan(posix::readAll(folder, kPlanFile, kMostBytes, file), file);
}

}  // namespace tiku::formats
