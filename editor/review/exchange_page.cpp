#include "editor/review/exchange_page.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dnd.h>
#include <wx/sizer.h>

#include "editor/review/deed_dialog.h"
#include "editor/review/replace_dialog.h"
#include "editor/review/review_words.h"
#include "editor/review/round_deeds.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "workflows/review/collect.h"
#include "workflows/review/keys.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::Bank;
using formats::Edit;
using formats::FormatError;
using formats::Id;
using formats::Invitation;
using formats::Panelist;
using formats::Round;
using formats::RoundState;
using formats::say;
using formats::operator""_a;
using workflows::Collected;
using workflows::MemberProgress;

namespace {

class FilesDropped final : public wxFileDropTarget {
 public:
  explicit FilesDropped(std::function<void(const std::vector<fs::path>&)> take) : take_(std::move(take)) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
    std::vector<fs::path> files;
    for (const wxString& name : names) files.emplace_back(typed(name));
    take_(files);
    return true;
  }

 private:
  std::function<void(const std::vector<fs::path>&)> take_;
};

// A member who left: until when he was in, and why he went.
LineList::Line formerLine(const Panelist& member) {
  return {{member.name, "", "", "", "", "", say("已退出：{reason}", "reason"_a = member.left)},
          State::kShort};
}

bool isOver(RoundState state) {
  return state == RoundState::kPassed || state == RoundState::kFailed;
}

}  // namespace

struct ExchangePage::Verdicts {
  Edit edit{say("收回专家意见")};
  std::vector<LineList::Line> lines;
  int taken = 0;
};

ExchangePage::ExchangePage(wxWindow* parent, Host& host, RoundDeeds& deeds)
    : ReviewPage(parent, host), deeds_(deeds) {
  layOut();
  bindButtons();
  members_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (const Round* now = round()) enableButtons(*now);
  });
  SetDropTarget(new FilesDropped(
      [this](const std::vector<fs::path>& files) { CallAfter([this, files] { collect(files); }); }));
}

void ExchangePage::layOut() {
  const int gap = FromDIP(12);
  about_ = new WrappedText(this);
  members_ = new LineList(this, say("专家与评审文件"),
                          {{say("专家"), 90},
                           {say("单位"), 150},
                           {say("件数"), 58},
                           {say("发出"), 90},
                           {say("收到"), 90},
                           {say("凭证"), 120},
                           {say("状态"), 120, true}},
                          true);
  files_ = new LineList(this, say("收回的文件"),
                        {{say("文件"), 150}, {say("结果"), 60}, {say("专家"), 80}, {say("说明"), 400, true}});
  const auto button = [this](wxSizer* line, const std::string& words, const std::string& hint) {
    auto* made = new wxButton(this, wxID_ANY, shown(words));
    made->SetToolTip(shown(hint));
    line->Add(made, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    return made;
  };
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  buttons_.inviteAll =
      button(line, say("发出评审文件(&I)…"), say("给还没有发过的各位专家每人做一份评审文件。"));
  buttons_.inviteAgain = button(line, say("重发选中的(&N)…"), say("原来的文件作废，另做一份。"));
  buttons_.leave = button(line, say("退出(&X)…"), say("选中的专家退出专家组；他交来的意见照旧。"));
  buttons_.replace = button(line, say("接替(&J)…"), say("请人接替选中的、已经退出的专家。"));
  auto* second = new wxBoxSizer(wxHORIZONTAL);
  buttons_.collect =
      button(second, say("收回文件(&C)…"), say("选专家交来的文件，可以选几份；也可以把文件拖到这一页。"));
  buttons_.open = button(second, say("启封(&O)…"), say("都交齐了，或者由组长写明理由。"));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(members_, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(line, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(files_, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(second, wxSizerFlags().Border(wxALL, gap));
  SetSizer(all);
}

void ExchangePage::bindButtons() {
  const auto on = [](wxButton* button, const std::function<void()>& run) {
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
  };
  on(buttons_.inviteAll, [this] { deeds_.invite(round_, {}); });
  on(buttons_.inviteAgain, [this] {
    std::vector<Id> chosen;
    for (const int row : members_->allChosen()) {
      if (static_cast<std::size_t>(row) < listed_.size())
        chosen.push_back(listed_[static_cast<std::size_t>(row)]);
    }
    if (!chosen.empty()) deeds_.invite(round_, chosen);
  });
  on(buttons_.collect, [this] { askFilesToCollect(); });
  on(buttons_.open, [this] { deeds_.bring(round_, RoundState::kSummary); });
  on(buttons_.leave, [this] { leave(); });
  on(buttons_.replace, [this] { replace(); });
}

void ExchangePage::show(Id id) {
  if (id != round_) came_.clear();
  round_ = id;
  const Round* now = round();
  Enable(now != nullptr);
  if (now == nullptr) {
    about_->tell(say("还没有评审轮次。在“轮次”里开始一轮。"));
    members_->show({});
    files_->show({});
    return;
  }
  const workflows::RoundProgress progress = workflows::progressOf(*now, dayToday());
  const auto delivered = std::ranges::count_if(progress.members, &MemberProgress::delivered);
  std::vector<std::string> words;
  if (workflows::phaseOf(now->state())) {
    words.push_back(say("{phase}：专家 {n} 人，交来 {delivered} 份。", "phase"_a = wordOf(progress.phase),
                        "n"_a = progress.members.size(), "delivered"_a = delivered));
    if (progress.due)
      words.push_back(progress.late ? say("期限是 {due}，已经逾期。", "due"_a = progress.due->str())
                                    : say("期限是 {due}。", "due"_a = progress.due->str()));
    if (now->state() == RoundState::kReviewing || now->state() == RoundState::kAccepted)
      words.push_back(say("启封之前，谁也看不到写了什么。"));
  } else {
    words.push_back(say("本轮评审现在是“{state}”，不发也不收评审文件。", "state"_a = wordOf(now->state())));
  }
  about_->tell(inARow(words));
  about_->SetForegroundColour(progress.late ? inkOf(State::kEmpty) : wxNullColour);
  showMembers(*now);
  files_->show(came_);
  enableButtons(*now);
  Layout();
}

void ExchangePage::showMembers(const Round& round) {
  std::vector<LineList::Line> lines;
  listed_.clear();
  for (const MemberProgress& member : workflows::progressOf(round, dayToday()).members) {
    const Panelist* panelist = round.panelist(member.expert);
    const Invitation* sent = member.current;
    lines.push_back(
        {{panelist->chair ? say("{name}（组长）", "name"_a = panelist->name) : panelist->name,
          panelist->institution, std::to_string(member.objects),
          sent == nullptr ? std::string() : dateText(sent->on),
          sent == nullptr ? std::string() : dateText(sent->deliveredOn),
          member.delivered ? workflows::receiptOf(sent->commitment) : std::string(), whereaboutsOf(member)},
         member.late && !member.delivered ? State::kEmpty
         : member.late                    ? State::kShort
                                          : State::kNeutral});
    listed_.push_back(member.expert);
  }
  for (const Panelist& member : round.panel) {
    if (member.left.empty()) continue;
    lines.push_back(formerLine(member));
    listed_.push_back(member.expert);
  }
  members_->show(std::move(lines));
}

Id ExchangePage::member() const {
  const std::vector<int> rows = members_->allChosen();
  return rows.size() != 1 || static_cast<std::size_t>(rows.front()) >= listed_.size()
             ? Id()
             : listed_[static_cast<std::size_t>(rows.front())];
}

void ExchangePage::enableButtons(const Round& round) {
  const bool writable = !document().readOnly();
  const bool asking = workflows::phaseOf(round.state()).has_value();
  const Panelist* chosen = round.panelist(member());
  const bool present = chosen != nullptr && chosen->left.empty();
  const workflows::RoundProgress progress = workflows::progressOf(round, dayToday());
  const bool unsent =
      std::ranges::any_of(progress.members, [](const MemberProgress& one) { return one.current == nullptr; });
  const bool anything = std::ranges::any_of(progress.members, &MemberProgress::delivered);
  buttons_.inviteAll->Enable(writable && asking && unsent);
  buttons_.inviteAgain->Enable(writable && asking && !members_->allChosen().empty());
  buttons_.collect->Enable(writable && !task_.running());
  buttons_.open->Enable(writable && asking && round.state() != RoundState::kAccepted && anything);
  buttons_.leave->Enable(writable && present && !isOver(round.state()));
  buttons_.replace->Enable(writable && chosen != nullptr && !present && !isOver(round.state()));
}

void ExchangePage::askFilesToCollect() {
  collect(askFiles(wxGetTopLevelParent(this), say("专家交来的评审文件"), {say("评审文件"), "*.tiku-review"}));
}

void ExchangePage::collect(const std::vector<fs::path>& files) {
  if (files.empty() || task_.running() || round() == nullptr) return;
  if (document().readOnly())
    return host().note({"review", Note::Kind::kWarning, document().readOnlyReason()});
  const auto key = deeds_.keyFile(round_);
  if (!key) return;
  buttons_.collect->Enable(false);
  host().note({"review", Note::Kind::kInfo, say("正在核对收回的文件……")});
  task_ = document().worker().run(
      [bank = bank(), files, key = *key, mine = round_](const TaskControl& control) mutable {
        Verdicts verdicts;
        for (const fs::path& path : files) {
          control.check();
          const std::string name = path.filename().string();
          try {
            const Collected one = workflows::collectFile(
                bank, path, [&](Id round) { return round == mine ? key : workflows::defaultKeyFile(round); },
                dayToday());
            bank.apply(one.edit);
            for (const Edit::Step& step : one.edit.steps()) verdicts.edit.putObject(step.object);
            ++verdicts.taken;
            std::vector<std::string> words{
                say("凭证 {receipt}，请与专家核对。", "receipt"_a = workflows::receiptOf(one.commitment))};
            if (one.late) words.push_back(say("逾期交来。"));
            if (one.conflict != "无") words.push_back(say("回避声明：{text}", "text"_a = one.conflict));
            words.insert(words.end(), one.notes.begin(), one.notes.end());
            verdicts.lines.push_back({{name, say("已收"), one.expertName, inARow(words)}, State::kGood});
          } catch (const FormatError& error) {
            const std::string words = inARow({error.what(), error.advice()});
            verdicts.lines.push_back({{name, say("退回"), error.place().object, words}, State::kEmpty});
          }
        }
        return verdicts;
      },
      {.done = [this](const Verdicts& verdicts) { taken(verdicts); },
       .failed =
           [this](const FormatError& error) { host().note({"review", Note::Kind::kError, error.full()}); },
       .progress = {},
       // What was taken in meanwhile must not be lost: then the files are given once more.
       .stillWanted =
           [this, before = bank().get<Round>(round_)] {
             if (before == bank().get<Round>(round_)) return true;
             host().note({"review", Note::Kind::kWarning, say("本轮评审刚刚有变动，请再收一次。")});
             return false;
           }});
}

void ExchangePage::taken(const Verdicts& verdicts) {
  if (verdicts.taken > 0 && !deeds_.keep(verdicts.edit)) return;
  const std::size_t refused = verdicts.lines.size() - static_cast<std::size_t>(verdicts.taken);
  host().note({"review", refused == 0 ? Note::Kind::kInfo : Note::Kind::kWarning,
               refused == 0 ? say("收下 {n} 份。", "n"_a = verdicts.taken)
                            : say("收下 {n} 份，退回 {refused} 份；下面写着原因。", "n"_a = verdicts.taken,
                                  "refused"_a = refused)});
  came_.insert(came_.end(), verdicts.lines.begin(), verdicts.lines.end());
  show(round_);
}

void ExchangePage::leave() {
  const Id who = member();
  const Round* now = round();
  if (now == nullptr || who.empty()) return;
  const std::string name = workflows::memberName(*now, who);
  const auto answer =
      askDeed(this, host(),
              {say("专家退出"),
               say("“{name}”退出专家组。他手里的评审文件作废；已经交来的意见照旧。", "name"_a = name),
               say("退出(&X)"), true});
  if (!answer) return;
  host().attempt([&] {
    Round next = *round();
    workflows::leavePanel(next, who, answer->deed);
    Edit edit(say("专家退出"));
    const bool few = next.panelSize() < next.minPanel;
    const std::string words =
        say("专家组只剩 {n} 人，少于 {least} 人。选中退出的专家，点“接替”请人接替；在那之前不能启封，"
            "也不能作结论。",
            "n"_a = next.panelSize(), "least"_a = next.minPanel);
    if (deeds_.keep(edit.put(std::move(next))) && few) host().note({"review", Note::Kind::kWarning, words});
  });
}

void ExchangePage::replace() {
  const Id left = member();
  const Round* now = round();
  if (now == nullptr || left.empty()) return;
  const auto newcomer = askReplacement(this, bank(), *now, left);
  if (!newcomer) return;
  deeds_.withReviewed(round_, [this, left, newcomer = *newcomer](const Bank& reviewed) {
    Round next = *round();
    Panelist member = newcomer;
    member.chair = next.chair() == nullptr;
    workflows::replaceExpert(next, reviewed, left, member);
    Edit edit(say("请人接替专家"));
    deeds_.keep(edit.put(std::move(next)));
  });
}

}  // namespace tiku::editor
