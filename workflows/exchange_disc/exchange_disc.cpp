#include "workflows/exchange_disc/exchange_disc.h"

#include <ctime>
#include <fstream>

#include "formats/base/say.h"
#include "formats/history/history_reader.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "formats/package/save.h"

namespace tiku::workflows {

using namespace formats;
namespace fs = std::filesystem;

namespace {

std::string nowText() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min);
}

Slip slipFor(const fs::path& bank, const fs::path& file, const BundleWritten& written,
             const DiscOutOptions& options) {
  const Repository repository = Repository::open(bank);
  const auto tree = repository.treeAt("HEAD");
  const Object info = read("bank.xml", tree->read("bank.xml"), tree->name());
  const SlipDigests digests = digestsOf(file);
  Slip slip;
  if (const auto* about = as<BankInfo>(info)) slip.title = about->title;
  slip.packageId = readManifest(tree->read(std::string(kManifestPath)), tree->name()).packageId.str();
  slip.file = file.filename().string();
  slip.bytes = written.bytes;
  slip.sha256 = digests.sha256;
  slip.sm3 = digests.sm3;
  slip.writtenAt = nowText();
  slip.writer = ownSignature(bank);
  slip.partner = options.partner;
  const HistoryReader history(repository);
  for (const std::string& commit : written.commits) slip.revisions.push_back(history.revision(commit));
  for (const std::string& commit : written.prerequisites) slip.needed.push_back(history.revision(commit));
  return slip;
}

// The bundle is the one that its slip names. False when there is no slip.
bool checkSlip(const fs::path& file) {
  const fs::path slipFile = slipOf(file);
  std::error_code error;
  if (!fs::is_regular_file(slipFile, error)) return false;
  constexpr std::uintmax_t kLongest = 1U << 20U;
  if (fs::file_size(slipFile, error) > kLongest) return false;
  std::ifstream stream(slipFile, std::ios::binary);
  const auto named = digestsIn({std::istreambuf_iterator<char>(stream), {}});
  if (!named) return false;
  const SlipDigests found = digestsOf(file);
  const bool same = (named->sha256.empty() || named->sha256 == found.sha256) &&
                    (named->sm3.empty() || named->sm3 == found.sm3);
  if (same) return true;
  throw FormatError(ErrorCode::kNotUnderstood, say("交换文件与交换单上的摘要不符，不是写出时的那个文件。"),
                    {file.string(), 0, {}}, say("重新拷贝一次；还是不符的，请对方重新写出。"));
}

bool isThere(const fs::path& bank) {
  std::error_code error;
  return fs::exists(bank, error) && !fs::is_empty(bank, error);
}

void makeBank(const fs::path& bank, const fs::path& file, const DiscInOptions& options, DiscIn& result) {
  const BundleHeader header = readBundleHeader(file);
  if (!header.prerequisites.empty()) {
    throw FormatError(ErrorCode::kConflict, say("这里还没有题库，而这个交换文件不含全部历史。"),
                      {file.string(), 0, {}}, say("请对方写出全部历史，不写 --since 和 --to。"));
  }
  cloneBundle(file, bank, {}, options.transfer);
  const Repository repository = Repository::open(bank);
  result.made = true;
  result.incoming = repository.log(1000);
}

void mergeBundle(const fs::path& bank, const BundleTaken& taken, const DiscInOptions& options,
                 DiscIn& result) {
  result.tags = taken.tags;
  result.checkedIn = checkInDirty(bank, options.message, options.author);
  Repository repository = Repository::open(bank);
  MergeResult merged = mergeTaking(repository, taken.tip, options.answers, options.open);
  if (merged.nothingNew) return;
  result.incoming = revisionsBetween(repository, merged.mine, taken.tip);
  result.changes = merged.incoming;
  if (!merged.questions.empty()) {
    result.preview = std::move(merged);
    return;
  }
  const Revision made =
      writeMerge(repository, bank, merged, mergeMessage(repository, merged), options.author);
  if (!merged.fastForward) result.merge = made;
}

}  // namespace

std::optional<DiscOut> exchangeOut(const fs::path& bank, const fs::path& file,
                                   const DiscOutOptions& options) {
  const fs::path slipFile = slipOf(file);
  std::error_code error;
  if (!options.replace && fs::exists(slipFile, error)) {
    throw FormatError(ErrorCode::kConflict, say("文件已经存在。"), {slipFile.string(), 0, {}},
                      say("请换一个文件名，或先移走原来的文件。"));
  }
  std::vector<std::string> known;
  if (!options.since.empty()) {
    known.push_back(options.since);
  } else if (!options.partner.empty()) {
    if (const auto has = partnerHas(bank, options.partner)) known.push_back(*has);
  }
  const auto written = writeBundle(bank, file, known, options.replace, options.transfer);
  if (!written) return std::nullopt;
  DiscOut out{slipFile, slipFor(bank, file, *written, options)};
  writeFileSafely(slipFile, printSlip(out.slip), options.replace);
  if (!options.partner.empty()) rememberPartner(bank, options.partner, written->commits.front());
  return out;
}

DiscIn exchangeIn(const fs::path& bank, const fs::path& file, const DiscInOptions& options) {
  DiscIn result;
  result.slipChecked = checkSlip(file);
  if (!isThere(bank)) {
    makeBank(bank, file, options, result);
  } else {
    const auto inspect = [&bank](const FileTree& theirs) { requireSameBank(*openDirectory(bank), theirs); };
    const BundleTaken taken = readBundle(bank, file, inspect, options.transfer);
    mergeBundle(bank, taken, options, result);
    // Without questions everything is in the branch now; with them the bundle is read again.
    dropBundle(bank, taken);
    if (result.preview) return result;
  }
  if (!options.partner.empty())
    rememberPartner(bank, options.partner, readBundleHeader(file).branch().commit);
  return result;
}

}  // namespace tiku::workflows
