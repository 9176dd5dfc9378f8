#include "workflows/exchange_disc/slip.h"

#include <ctime>
#include <fstream>
#include <regex>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::workflows {

using namespace formats;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostLines = 200;

std::string dayOf(const Revision& revision) {
  const std::time_t shifted = revision.time + static_cast<std::time_t>(revision.offsetMinutes) * 60;
  std::tm parts{};
  gmtime_r(&shifted, &parts);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min);
}

std::string lineOf(const Revision& revision) {
  return "  " + revision.commit.substr(0, 10) + "  " + dayOf(revision) + "  " + revision.author.name + "  " +
         revision.message.substr(0, revision.message.find('\n')) + "\n";
}

std::string listOf(const std::vector<Revision>& revisions) {
  std::string text;
  for (std::size_t i = 0; i < revisions.size() && i < kMostLines; ++i) text += lineOf(revisions[i]);
  if (revisions.size() > kMostLines)
    text += "  " + say("……另有 {n} 次", "n"_a = revisions.size() - kMostLines) + "\n";
  return text;
}

}  // namespace

fs::path slipOf(const fs::path& bundle) {
  return bundle.string() + ".txt";
}

std::string printSlip(const Slip& slip) {
  std::string text = say("题库交换单") + "\n\n";
  const auto line = [&text](const std::string& what) { text += what + "\n"; };
  line(say("题库：{title}", "title"_a = slip.title));
  line(say("题库标识：{id}", "id"_a = slip.packageId));
  line(say("文件：{file}（{bytes} 字节）", "file"_a = slip.file, "bytes"_a = slip.bytes));
  line("SHA-256: " + slip.sha256);
  line("SM3: " + slip.sm3);
  line(say("写出：{when}，{name} <{mail}>", "when"_a = slip.writtenAt, "name"_a = slip.writer.name,
           "mail"_a = slip.writer.email));
  if (!slip.partner.empty()) line(say("交给：{partner}", "partner"_a = slip.partner));
  text += "\n" + say("所含签入 {n} 次：", "n"_a = slip.revisions.size()) + "\n" + listOf(slip.revisions);
  text += "\n";
  if (slip.needed.empty()) {
    line(say("含全部历史，还没有这个题库的人也能收入。"));
  } else {
    line(say("收入的一方应当已有："));
    text += listOf(slip.needed);
  }
  text += "\n" + say("怎样收入：把两个文件一起拷到自己的电脑，在题库工作台里选“收入交换文件”，或运行") + "\n";
  line("  tiku exchange in 题库目录 " + slip.file);
  line(say("没有题库工作台的，可以用 git："));
  line("  git bundle verify " + slip.file);
  line("  git pull " + slip.file + " main");
  return text;
}

std::optional<SlipDigests> digestsIn(const std::string& slip) {
  static const std::regex kLine("(?:^|\n)(SHA-256|SM3): ([0-9a-f]{64})(?=\r?\n|$)");
  SlipDigests digests;
  for (std::sregex_iterator found(slip.begin(), slip.end(), kLine), end; found != end; ++found)
    ((*found)[1] == "SM3" ? digests.sm3 : digests.sha256) = (*found)[2];
  if (digests.sha256.empty() && digests.sm3.empty()) return std::nullopt;
  return digests;
}

SlipDigests digestsOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {file.string(), 0, {}});
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return {sha256(bytes), sm3(bytes)};
}

}  // namespace tiku::workflows
