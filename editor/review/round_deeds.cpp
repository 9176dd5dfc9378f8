#include "editor/review/round_deeds.h"

#include <system_error>

#include <wx/utils.h>
#include <wx/window.h>

#include "editor/review/deed_dialog.h"
#include "editor/review/new_round_dialog.h"
#include "editor/review/review_words.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/files.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/history/repository.h"
#include "formats/package/save.h"
#include "workflows/review/begin.h"
#include "workflows/review/collect.h"
#include "workflows/review/invite.h"
#include "workflows/review/keys.h"
#include "workflows/review/opinions.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::Bank;
using formats::Date;
using formats::Edit;
using formats::FormatError;
using formats::Id;
using formats::Round;
using formats::RoundState;
using formats::say;
using formats::wordOf;
using formats::operator""_a;

namespace {

constexpr const char* kDeedNote = "review";

// Whether the round has come to something that a shrunken panel may not do.
bool needsPanel(RoundState to) {
  return to == RoundState::kSummary || to == RoundState::kPassed || to == RoundState::kToRectify ||
         to == RoundState::kFailed;
}

std::string outstandingNames(const Round& round, const workflows::RoundProgress& progress) {
  std::string names;
  for (const workflows::MemberProgress& member : progress.members) {
    if (!member.delivered)
      names += (names.empty() ? "" : say("、")) + workflows::memberName(round, member.expert);
  }
  return names;
}

std::string conclusionWords(RoundState to) {
  switch (to) {
    case RoundState::kPassed:
      return say("本轮评审合格，到此结束。评过的试题加上通过评审的印记，以后再改会提醒。");
    case RoundState::kToRectify:
      return say("专家的每条意见和检查出的每个错误，都列为一条整改意见，由命题人逐条答复，再由专家复核。");
    default:
      return say("本轮评审不合格，到此结束；要再评，另开一轮。");
  }
}

}  // namespace

RoundDeeds::RoundDeeds(wxWindow* parent, Host& host, std::function<void(const std::string& page)> showPage)
    : parent_(parent), host_(host), showPage_(std::move(showPage)) {}

void RoundDeeds::tell(Note::Kind kind, const std::string& words) {
  host_.note({kDeedNote, kind, words});
}

bool RoundDeeds::keep(const Edit& edit) {
  if (!host_.change(edit)) return false;
  return host_.attempt([this] { document().save(); });
}

std::string RoundDeeds::titleFor(RoundState from, RoundState to) {
  switch (to) {
    case RoundState::kReviewing:
      return say("发出评审文件(&I)…");
    case RoundState::kSummary:
      return say("启封(&O)…");
    case RoundState::kPassed:
      return say("合格(&P)…");
    case RoundState::kToRectify:
      return say("限期整改(&Z)…");
    case RoundState::kFailed:
      return say("不合格(&F)…");
    case RoundState::kRectifying:
      return from == RoundState::kRereview ? say("退回整改(&B)…") : say("开始整改(&G)…");
    case RoundState::kRereview:
      return say("提交复核(&H)…");
    case RoundState::kAccepted:
      break;
  }
  return wordOf(to);
}

void RoundDeeds::begin(const std::function<void(Id)>& begun) {
  if (document().isArchive() || !formats::Repository::isRepository(document().path())) {
    host_.note({kDeedNote,
                Note::Kind::kWarning,
                say("评审要有一个不再变动的版本：请先在“历史”里签入。"),
                {{say("到“历史”去"), [this] { host_.goTo({.room = Room::kHistory}); }}}});
    return;
  }
  const std::optional<workflows::BegunRound> made = askNewRound(parent_, host_);
  if (!made) return;
  const fs::path keyFile = workflows::defaultKeyFile(made->round.id);
  const bool kept = host_.attempt([&] { workflows::saveKey(keyFile, made->round.id, made->key); });
  Edit edit(say("开始评审"));
  if (!kept || !keep(edit.put(made->round))) return;
  tell(Note::Kind::kInfo, say("已受理。本轮的密钥在 {file}，请妥善保管；没有它，收回的意见启封不了。",
                              "file"_a = keyFile.string()) +
                              made->caveat);
  begun(made->round.id);
}

bool RoundDeeds::refuses(const Round& round, RoundState to) {
  if (document().readOnly()) {
    tell(Note::Kind::kWarning, document().readOnlyReason());
    return true;
  }
  if (needsPanel(to) && round.panelSize() < round.minPanel) {
    const std::string why = to == RoundState::kSummary
                                ? say("专家组只剩 {n} 人，少于 {least} 人，不能启封。",
                                      "n"_a = round.panelSize(), "least"_a = round.minPanel)
                                : say("专家组只剩 {n} 人，少于 {least} 人，不能作结论。",
                                      "n"_a = round.panelSize(), "least"_a = round.minPanel);
    host_.note({kDeedNote,
                Note::Kind::kWarning,
                inARow({why, say("请人接替退出的专家；已经收到的意见照旧封存。")}),
                {{say("到“邀请与收回”去"), [this] { showPage_("exchange"); }}}});
    return true;
  }
  return false;
}

void RoundDeeds::bring(Id id, RoundState to) {
  const auto round = bank().get<Round>(id);
  if (round == nullptr || refuses(*round, to)) return;
  const RoundState from = round->state();
  switch (to) {
    case RoundState::kReviewing:
      showPage_("exchange");
      invite(id, {});
      break;
    case RoundState::kSummary:
      open(*round);
      break;
    case RoundState::kPassed:
    case RoundState::kToRectify:
    case RoundState::kFailed:
      conclude(*round, to);
      break;
    case RoundState::kRectifying:
      from == RoundState::kRereview ? sendBack(*round) : beginRectifying(*round);
      break;
    case RoundState::kRereview:
      handIn(*round);
      break;
    case RoundState::kAccepted:
      break;
  }
}

void RoundDeeds::open(const Round& round) {
  const auto key = keyFile(round.id);
  if (!key) return;
  const workflows::RoundProgress progress = workflows::progressOf(round, dayToday());
  const bool waiting = progress.outstanding > 0;
  const auto answer =
      askDeed(parent_, host_,
              {say("启封"),
               waiting ? say("还有专家没有交：{names}。等他们交来；或者由组长写明理由，不等他们就启封。",
                             "names"_a = outstandingNames(round, progress))
                       : say("各位专家都交了。启封以后看得到意见和评分，交来的意见不能再换。"),
               say("启封(&O)"), waiting});
  if (!answer) return;
  host_.attempt([&] {
    const auto now = bank().get<Round>(round.id);
    if (!keep(workflows::openRound(bank(), *now, workflows::loadKey(*key, *now), answer->deed))) return;
    host_.forget(kDeedNote);
    showPage_(now->state() == RoundState::kRereview ? "conclusion" : "results");
  });
}

void RoundDeeds::conclude(const Round& round, RoundState to) {
  DeedQuestion question{say("评审结论：{state}", "state"_a = wordOf(to)), conclusionWords(to),
                        say("作结论(&C)"), to != RoundState::kPassed};
  if (to != RoundState::kPassed)
    question.reasonHint = say("理由和整改意见写进结论，也写进《自建题库评估报告》。");
  if (to == RoundState::kToRectify) {
    if (const auto* limit = document().checker().profile().deadline("rectification"))
      question.reasonHint =
          inARow({question.reasonHint, say("整改期限的依据：{clause}。", "clause"_a = limit->clause)});
    question.lastDay = [this](const Date& on) {
      return workflows::rectificationEnds(document().checker().profile(), on);
    };
  }
  const auto answer = askDeed(parent_, host_, question);
  if (!answer) return;
  host_.attempt([&] {
    const auto now = bank().get<Round>(round.id);
    if (!keep(workflows::conclude(bank(), *now, to, answer->deed, answer->lastDay,
                                  document().checker().findings())))
      return;
    const std::size_t lines = workflows::opinionsOf(bank(), *now).size();
    tell(
        Note::Kind::kInfo,
        to == RoundState::kToRectify
            ? say("整改意见 {n} 条，{due} 之前整改完毕。", "n"_a = lines, "due"_a = dateText(answer->lastDay))
            : say("评审“{title}”的结论是“{state}”。", "title"_a = now->title, "state"_a = wordOf(to)));
  });
}

void RoundDeeds::beginRectifying(const Round& round) {
  const auto answer =
      askDeed(parent_, host_,
              {say("开始整改"), say("机构着手整改，期限不变。第一次答复意见时，也会转为“整改”。"),
               say("开始整改(&G)")});
  if (!answer) return;
  host_.attempt([&] {
    Round next = *bank().find<Round>(round.id);
    workflows::advance(next, RoundState::kRectifying, answer->deed);
    Edit edit(say("开始整改"));
    keep(edit.put(std::move(next)));
  });
}

void RoundDeeds::handIn(const Round& round) {
  using Kind = CheckInState::Kind;
  if (document().modified() || document().checkInState().kind != Kind::kClean) {
    host_.note({kDeedNote,
                Note::Kind::kWarning,
                say("提交复核的是签入过的版本：请先在“历史”里把整改签入。"),
                {{say("到“历史”去"), [this] { host_.goTo({.room = Room::kHistory}); }}}});
    return;
  }
  const auto answer = askDeed(
      parent_, host_,
      {say("提交复核"), say("每条意见都已答复。提交以后由专家复核，改动不再记进答复。"), say("提交(&H)")});
  if (!answer) return;
  withReviewed(round.id, [this, id = round.id, deed = answer->deed](const Bank& reviewed) {
    const std::string revision = formats::Repository::open(document().path()).find("HEAD").commit;
    keep(workflows::handIn(bank(), reviewed, *bank().find<Round>(id), revision, deed));
  });
}

void RoundDeeds::sendBack(const Round& round) {
  const auto answer = askDeed(
      parent_, host_,
      {say("退回整改"),
       say("没有认可的意见重新待答复，机构接着整改。"),
       say("退回(&B)"),
       true,
       {},
       [this](const Date& on) { return workflows::rectificationEnds(document().checker().profile(), on); }});
  if (!answer) return;
  host_.attempt([&] {
    keep(workflows::sendBack(bank(), *bank().find<Round>(round.id), answer->deed, answer->lastDay));
  });
}

void RoundDeeds::withReviewed(Id round, const std::function<void(const Bank& reviewed)>& then) {
  if (task_.running()) return;
  const auto now = bank().get<Round>(round);
  tell(Note::Kind::kInfo, say("正在读送审的版本……"));
  // Shared: a bank is a table of many pointers.
  using Read = std::shared_ptr<const Bank>;
  task_ = document().worker().run(
      [path = document().path(), now](TaskControl&) -> Read {
        return std::make_shared<const Bank>(workflows::reviewedBank(path, *now));
      },
      {.done =
           [this, round, then](const Read& reviewed) {
             host_.forget(kDeedNote);
             if (bank().find<Round>(round) != nullptr) host_.attempt([&] { then(*reviewed); });
           },
       .failed = [this](const FormatError& error) { tell(Note::Kind::kError, error.full()); },
       .progress = {},
       .stillWanted = {}});
}

std::optional<fs::path> RoundDeeds::keyFile(Id round) {
  const fs::path usual = workflows::defaultKeyFile(round);
  std::error_code error;
  if (fs::exists(usual, error)) return usual;
  if (const auto known = keys_.find(round); known != keys_.end()) return known->second;
  if (!askYes(wxGetTopLevelParent(parent_), say("密钥文件"),
              say("这台电脑上没有本轮评审的密钥文件（{file}"
                  "）。它在开始本轮评审的电脑上；抄过来，或者指明它在哪里。"
                  "密钥丢了，已经收回的意见启封不了，但专家手里的文件还在：另开一轮，请他们重交。",
                  "file"_a = usual.string()),
              say("指明密钥文件…"), say("取消"))) {
    return {};
  }
  const auto chosen = askFile(wxGetTopLevelParent(parent_), say("密钥文件"), {say("密钥文件"), "*.key"});
  if (chosen) keys_[round] = *chosen;
  return chosen;
}

void RoundDeeds::invite(Id id, std::vector<Id> experts) {
  const auto round = bank().get<Round>(id);
  if (round == nullptr) return;
  if (document().readOnly()) return tell(Note::Kind::kWarning, document().readOnlyReason());
  if (experts.empty()) {
    for (const workflows::MemberProgress& member : workflows::progressOf(*round, dayToday()).members) {
      if (member.current == nullptr) experts.push_back(member.expert);
    }
  }
  if (experts.empty())
    return tell(Note::Kind::kInfo, say("各位专家的评审文件都已发出。要重发的，选中再点“重发选中的”。"));
  const auto key = keyFile(id);
  if (!key) return;
  const auto folder = askFolder(wxGetTopLevelParent(parent_), say("把评审文件放到哪个文件夹"));
  if (!folder) return;
  withReviewed(id, [this, id, experts, key = *key, folder = *folder](const Bank& reviewed) {
    writeFiles(reviewed, id, experts, key, folder);
  });
}

void RoundDeeds::writeFiles(const Bank& reviewed, Id id, std::vector<Id> experts, const fs::path& key,
                            const fs::path& folder) {
  const Round round = *bank().find<Round>(id);
  const workflows::Deed deed{host_.personName(), dayToday(), {}};
  const workflows::SentFiles sent = workflows::inviteExperts(round, reviewed, bank(), std::move(experts),
                                                             workflows::loadKey(key, round), deed);
  // The round first: a file that the round knows nothing of could never come back.
  Edit edit(say("发出评审文件"));
  if (!keep(edit.put(sent.round))) return;
  for (const workflows::SentFile& file : sent.files)
    formats::writeFileSafely(folder / file.name, file.bytes, true);
  host_.note({kDeedNote,
              Note::Kind::kInfo,
              say("发出 {n} 份评审文件，在 {folder}。请分别交给各位专家。", "n"_a = sent.files.size(),
                  "folder"_a = folder.string()),
              {{say("打开文件夹"), [folder] { wxLaunchDefaultApplication(shown(folder.string())); }}}});
}

}  // namespace tiku::editor
