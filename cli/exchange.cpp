// tiku exchange out, in: check-ins on a disc.
#include <ostream>

#include "cli/open_questions.h"
#include "cli/revision_json.h"
#include "cli/transfer_line.h"
#include "cli/verbs.h"
#include "formats/base/say.h"
#include "workflows/exchange_disc/exchange_disc.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;
using workflows::DiscIn;
using workflows::DiscInOptions;
using workflows::DiscOut;
using workflows::DiscOutOptions;
using workflows::SyncOptions;

struct OutVerb {
  std::string path;
  std::string file;
  std::string since;
  std::string partner;
  bool force = false;
};

struct InVerb {
  std::string path;
  std::string file;
  std::string partner;
  std::string take;
  std::string answers;
  std::string message;
};

Json revisionsJson(const std::vector<Revision>& revisions) {
  Json list = Json::array();
  for (const Revision& revision : revisions) list.push_back(revisionJson(revision));
  return list;
}

Json orNull(const std::optional<Revision>& revision) {
  return revision ? revisionJson(*revision) : Json(nullptr);
}

void writeOut(const OutVerb& verb, Session& session) {
  const std::optional<DiscOut> out = [&] {
    const TransferLine line;
    return workflows::exchangeOut(verb.path, verb.file,
                                  DiscOutOptions{verb.since, verb.partner, verb.force, line.how()});
  }();
  if (session.json()) {
    if (!out) {
      session.print({{"file", nullptr}, {"revisions", Json::array()}});
      return;
    }
    const workflows::Slip& slip = out->slip;
    session.print({{"file", verb.file},
                   {"slip", out->slipFile.string()},
                   {"bytes", slip.bytes},
                   {"sha256", slip.sha256},
                   {"sm3", slip.sm3},
                   {"revisions", revisionsJson(slip.revisions)},
                   {"needed", revisionsJson(slip.needed)}});
    return;
  }
  if (!out) {
    session.out << translate("对方都有了，没有要写出的。") << '\n';
    return;
  }
  session.out << say("已写出 {n} 次签入：{file}（{bytes} 字节），交换单：{slip}",
                     "n"_a = out->slip.revisions.size(), "file"_a = verb.file, "bytes"_a = out->slip.bytes,
                     "slip"_a = out->slipFile.string())
              << '\n';
}

void printTaken(const DiscIn& taken, Session& session) {
  if (!taken.slipChecked) session.err << translate("没有交换单，没有核对摘要。") << '\n';
  if (taken.checkedIn) {
    session.out << say("已签入 {commit}：{message}", "commit"_a = taken.checkedIn->commit.substr(0, 10),
                       "message"_a = taken.checkedIn->message)
                << '\n';
  }
  if (taken.nothingNew()) {
    session.out << translate("里面的内容这里都有了。") << '\n';
    return;
  }
  if (taken.made) session.out << translate("已建立题库。") << '\n';
  session.out << say("收到 {n} 次签入：", "n"_a = taken.incoming.size()) << '\n';
  for (const Revision& one : taken.incoming) {
    session.out << "  " << one.commit.substr(0, 10) << "  " << one.author.name << "  "
                << one.message.substr(0, one.message.find('\n')) << '\n';
  }
  for (const std::string& tag : taken.tags) session.out << say("收到标签“{tag}”。", "tag"_a = tag) << '\n';
  if (taken.merge) {
    session.out << say("已合并，签入 {commit}。", "commit"_a = taken.merge->commit.substr(0, 10)) << '\n';
  }
}

void takeIn(const InVerb& verb, Session& session) {
  DiscInOptions options;
  options.partner = verb.partner;
  options.answers = answersFrom(verb.answers);
  if (verb.take == "mine") options.open = SyncOptions::Open::kMine;
  if (verb.take == "theirs") options.open = SyncOptions::Open::kTheirs;
  options.message = verb.message;
  const DiscIn taken = [&] {
    const TransferLine line;
    options.transfer = line.how();
    return workflows::exchangeIn(verb.path, verb.file, options);
  }();
  if (taken.preview) session.exitCode = kDoneWithErrors;
  if (session.json()) {
    Json json = {{"slipChecked", taken.slipChecked},
                 {"made", taken.made},
                 {"checkedIn", orNull(taken.checkedIn)},
                 {"received", revisionsJson(taken.incoming)},
                 {"tags", taken.tags},
                 {"merge", orNull(taken.merge)}};
    if (taken.preview) {
      json["questions"] = questionsJson(verb.path, *taken.preview, options.answers);
    }
    session.print(json);
    return;
  }
  printTaken(taken, session);
  if (taken.preview) printOpenQuestions(verb.path, *taken.preview, session);
}

}  // namespace

void addExchange(CLI::App& program, Session& session) {
  CLI::App* exchange = program.add_subcommand("exchange", translate("用移动盘交换：写出签入，收入签入。"));
  exchange->require_subcommand(1);

  auto writing = std::make_shared<OutVerb>();
  CLI::App* out =
      exchange->add_subcommand("out", translate("把对方没有的签入写成一个文件，旁边附一张交换单。"));
  out->add_option("DIR", writing->path, translate("题库目录。"))->required();
  out->add_option("FILE", writing->file, translate("写到哪个文件，例如 交换.bundle。"))->required();
  out->add_option("--since", writing->since, translate("对方已有的版本；缺省写出全部历史。"));
  out->add_option("--to", writing->partner, translate("交给谁：记住他有了哪些，下次只写出他没有的。"));
  out->add_flag("--force", writing->force, translate("替换已有的文件。"));
  addFormat(*out, session);
  out->callback([writing, &session] { writeOut(*writing, session); });

  auto taking = std::make_shared<InVerb>();
  CLI::App* in = exchange->add_subcommand(
      "in", translate("收入一个交换文件，核对交换单，合并；这里还没有题库的，就地建立。"));
  in->add_option("DIR", taking->path, translate("题库目录。"))->required();
  in->add_option("FILE", taking->file, translate("对方写出的文件。"))->required();
  in->add_option("--from", taking->partner, translate("谁写出的：记住他有了哪些。"));
  in->add_option("--take", taking->take, translate("两方都改的全部取一方的：mine 我方，theirs 对方。"))
      ->check(CLI::IsMember({"mine", "theirs"}));
  in->add_option("--answers", taking->answers, translate("填好回答的文件，即 --format json 写出的内容。"));
  in->add_option("-m,--message", taking->message, translate("签入的说明；缺省按改动的内容写出。"));
  addFormat(*in, session);
  in->callback([taking, &session] { takeIn(*taking, session); });
}

}  // namespace tiku::cli
