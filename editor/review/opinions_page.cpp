#include "editor/review/opinions_page.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include "editor/review/opinion_side.h"
#include "editor/review/opinion_words.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/history/repository.h"
#include "workflows/review/anchors.h"
#include "workflows/review/begin.h"
#include "workflows/review/opinions.h"

namespace tiku::editor {

using formats::Date;
using formats::Edit;
using formats::FormatError;
using formats::Id;
using formats::Opinion;
using formats::OpinionStatus;
using formats::Round;
using formats::say;
using formats::operator""_a;
using workflows::Deed;

namespace {

constexpr const char* kAnswersNote = "answers";

Date now() {
  return *Date::parse(formats::today());
}

// What is typed and then answered is one step.
std::string stepOf(Id opinion) {
  return "answer/" + opinion.str();
}

// Who is to answer; empty takes it back. Nothing when the user thought better of it.
std::optional<std::string> askAnswerer(wxWindow* parent, const std::vector<std::string>& names,
                                       const std::string& before, std::size_t lines) {
  wxDialog dialog(parent, wxID_ANY, shown(say("指定答复人")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* form = new Form(&dialog);
  auto* who = form->suggestions(say("答复人(&P)"), names, before);
  who->SetMinSize(dialog.FromDIP(wxSize(220, -1)));
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(new wxStaticText(&dialog, wxID_ANY, shown(say("{n} 条意见由谁答复？", "n"_a = lines))),
               wxSizerFlags().Border(wxBOTTOM, dialog.FromDIP(12)));
  content->Add(form, wxSizerFlags(1).Expand());
  const DialogFoot foot(&dialog, content, say("指定"));
  dialog.Fit();
  who->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return {};
  return wordsOf(who);
}

}  // namespace

OpinionsPage::OpinionsPage(wxWindow* parent, Host& host) : ReviewPage(parent, host) {
  layOut();
  list_->onChosen([this] {
    finishTyping();
    document().endMerge();
    showLine();
  });
  list_->onKey([this](int code) { return key(code); });
  for (wxChoice* filter : {which_, whose_}) {
    filter->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
      finishTyping();
      refresh();
    });
  }
  assign_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { assign(); });
  handIn_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { handIn(); });
}

void OpinionsPage::layOut() {
  const int gap = FromDIP(8);
  clock_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  count_ = new wxStaticText(this, wxID_ANY, {});
  count_->SetForegroundColour(quietInk());
  which_ = new wxChoice(this, wxID_ANY);
  for (const std::string& words :
       {say("全部意见"), say("待答复"), say("已答复"), say("已认可"), say("未认可")})
    which_->Append(shown(words));
  which_->SetSelection(0);
  nameForReaders(which_, say("列出哪些意见"));
  whose_ = new wxChoice(this, wxID_ANY);
  nameForReaders(whose_, say("列出谁答复的意见"));
  auto* split = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                     wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  split->SetMinimumPaneSize(FromDIP(200));
  list_ = new OpinionList(split, host());
  side_ = new OpinionSide(split, {.go = [this] { go(); },
                                  .accept = [this] { accept(); },
                                  .refuse = [this] { refuse(); },
                                  .answer = [this] { answer(); },
                                  .addEvidence = [this] { addEvidence(); },
                                  .dropEvidence = [this](const std::string& name) { dropEvidence(name); },
                                  .comment = [this] { comment(); },
                                  .left = [this] { finishTyping(); }});
  split->SplitVertically(list_, side_, FromDIP(370));
  assign_ = new wxButton(this, wxID_ANY, shown(say("指定答复人(&P)…")));
  assign_->SetToolTip(shown(say("选中的各条由谁答复；可以选中几条。")));
  handIn_ = new wxButton(this, wxID_ANY, shown(say("提交整改(&H)…")));
  handIn_->SetToolTip(shown(say("每一条都答复之后，交给专家组复核。")));
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(which_, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  head->Add(whose_, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  head->Add(count_, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  head->AddStretchSpacer();
  head->Add(assign_, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  head->Add(handIn_, wxSizerFlags().CenterVertical());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(clock_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(split, wxSizerFlags(1).Expand());
  SetSizer(all);
}

std::vector<OpinionList::Line> OpinionsPage::allLines() const {
  return round() == nullptr ? std::vector<OpinionList::Line>() : workflows::opinionsOf(bank(), *round());
}

bool OpinionsPage::answerable() const {
  return round() != nullptr && !document().readOnly() && workflows::takesAnswers(round()->state());
}

bool OpinionsPage::takes(const Opinion& opinion) const {
  const OpinionStatus status = opinion.status;
  bool taken = true;
  switch (static_cast<Which>(which_->GetSelection())) {
    case Which::kAll:
      break;
    case Which::kWaiting:
      taken = !workflows::wantOf(opinion).empty();
      break;
    case Which::kAnswered:
      taken = status == OpinionStatus::kAnswered;
      break;
    case Which::kAgreed:
      taken = status == OpinionStatus::kAgreed;
      break;
    case Which::kRejected:
      taken = status == OpinionStatus::kRejected;
      break;
  }
  const int who = whose_->GetSelection();
  if (who == 1) taken = taken && opinion.answerer.empty();
  if (who > 1) taken = taken && opinion.answerer == answerers_[static_cast<std::size_t>(who) - 2];
  return taken;
}

void OpinionsPage::fillAnswerers() {
  std::set<std::string> names;
  for (const auto& line : allLines()) {
    if (!line->answerer.empty()) names.insert(line->answerer);
  }
  std::vector<std::string> now(names.begin(), names.end());
  if (now == answerers_ && whose_->GetCount() > 0) return;
  const int before = whose_->GetSelection();
  const std::string kept = before > 1 ? answerers_[static_cast<std::size_t>(before) - 2] : std::string();
  answerers_ = std::move(now);
  whose_->Clear();
  whose_->Append(shown(say("所有答复人")));
  whose_->Append(shown(say("没有指定答复人")));
  for (const std::string& name : answerers_) whose_->Append(shown(name));
  const auto at = std::ranges::find(answerers_, kept);
  const bool still = before > 1 && at != answerers_.end();
  whose_->SetSelection(still ? static_cast<int>(at - answerers_.begin()) + 2 : std::clamp(before, 0, 1));
  whose_->InvalidateBestSize();
}

void OpinionsPage::show(Id round) {
  if (round != round_) {
    round_ = round;
    shown_ = {};
    reviewed_.reset();
    which_->SetSelection(0);
  }
  fillAnswerers();
  refresh();
}

void OpinionsPage::refresh() {
  std::vector<OpinionList::Line> lines = allLines();
  const std::size_t all = lines.size();
  const auto waiting = static_cast<std::size_t>(
      std::ranges::count_if(lines, [](const auto& line) { return !workflows::wantOf(*line).empty(); }));
  std::erase_if(lines, [this](const auto& line) { return !takes(*line); });
  count_->SetLabelText(shown(
      lines.size() == all ? say("共 {all} 条，待答复 {waiting} 条", "all"_a = all, "waiting"_a = waiting)
                          : say("{n} 条，共 {all} 条，待答复 {waiting} 条", "n"_a = lines.size(),
                                "all"_a = all, "waiting"_a = waiting)));
  if (const Round* now = round()) {
    clock_->SetLabelText(shown(clockWords(*now, editor::now())));
    const bool late = answerable() && now->rectifyBy && editor::now() > *now->rectifyBy;
    clock_->SetForegroundColour(late ? inkOf(State::kEmpty) : inkOf(State::kNeutral));
  } else {
    clock_->SetLabelText({});
  }
  list_->show(std::move(lines));
  assign_->Enable(answerable() && all > 0);
  handIn_->Enable(answerable() && all > 0);
  showLine();
  Layout();
}

const Opinion* OpinionsPage::line() const {
  const Id chosen = list_->chosen();
  return chosen.empty() ? nullptr : bank().find<Opinion>(chosen);
}

void OpinionsPage::showLine() {
  const Opinion* opinion = line();
  if (opinion == nullptr || round() == nullptr) {
    shown_ = {};
    side_->clear(list_->lines().empty()
                     ? (allLines().empty()
                            ? say("作出“限期整改”的结论之后，专家的意见列在这里，等本单位答复。")
                            : say("没有这样的意见。"))
                     : say("选中一条意见，这里显示它的内容。"));
    return;
  }
  shown_ = opinion->id;
  formats::Object before;
  try {
    if (const auto* found = reviewed().object(opinion->remark.anchor.object)) before = *found;
  } catch (const FormatError&) {
    // What was changed is not known then; answering says why.
  }
  side_->show(
      {bank(), *round(), *opinion, before, answerable() && opinion->status != OpinionStatus::kAgreed});
}

const formats::Bank& OpinionsPage::reviewed() {
  std::set<Id> wanted;
  for (const auto& one : allLines()) wanted.insert(one->remark.anchor.object);
  const std::string& commit = round()->commit;
  if (!reviewed_ || reviewed_->commit != commit || reviewed_->asked != wanted) {
    reviewed_ =
        Reviewed{commit, wanted,
                 workflows::reviewedObjects(document().path(), *round(), {wanted.begin(), wanted.end()})};
  }
  return reviewed_->bank;
}

void OpinionsPage::choose(Id opinion) {
  const auto shows = [&] {
    return std::ranges::find(list_->lines(), opinion, &Opinion::id) != list_->lines().end();
  };
  if (!shows()) {
    which_->SetSelection(0);
    whose_->SetSelection(0);
    refresh();
  }
  list_->choose(opinion);
  showLine();
  list_->SetFocus();
}

// What is being written is kept as a draft; an answer that was given is given anew.
void OpinionsPage::finishTyping() {
  const Opinion* opinion = shown_.empty() ? nullptr : bank().find<Opinion>(shown_);
  if (opinion == nullptr || !answerable() || opinion->status == OpinionStatus::kAgreed) return;
  const auto typed = side_->typedAnswer();
  if (!typed || *typed == opinion->answer) return;
  const std::string& text = *typed;
  host().attempt([&] {
    if (opinion->status != OpinionStatus::kAnswered || text.empty()) {
      host().change(workflows::draftAnswer(bank(), *opinion, text), stepOf(opinion->id));
      return;
    }
    const Deed deed{opinion->answeredBy, now(), {}};
    host().change(workflows::answerOpinion(bank(), reviewed(), *opinion,
                                           {text, opinion->revision, opinion->evidence}, deed),
                  stepOf(opinion->id));
  });
}

bool OpinionsPage::key(int code) {
  switch (code) {
    case WXK_RETURN:
      go();
      return true;
    case 'y':
    case 'Y':
      accept();
      return true;
    case 'n':
    case 'N':
      refuse();
      return true;
    default:
      return false;
  }
}

bool OpinionsPage::deed(Id opinion, const std::function<Edit(const std::string&)>& edit) {
  const std::string person = host().personName();
  if (person.empty()) return false;
  bool done = false;
  host().attempt([&] { done = host().change(edit(person), stepOf(opinion)); });
  return done;
}

void OpinionsPage::nextWaiting(Id after) {
  refresh();
  const auto& lines = list_->lines();
  const auto at = std::ranges::find(lines, after, &Opinion::id);
  if (at == lines.end()) return;  // The filter has taken it away; the next one stands in its place.
  const auto waits = [](const auto& one) { return !workflows::wantOf(*one).empty(); };
  auto next = std::find_if(at, lines.end(), waits);
  if (next == lines.end()) next = std::find_if(lines.begin(), at, waits);
  list_->choose(next == lines.end() ? after : (*next)->id);
  showLine();
}

void OpinionsPage::go() {
  const Opinion* opinion = line();
  if (opinion == nullptr) return;
  const formats::Anchor& anchor = opinion->remark.anchor;
  validators::Subject subject;
  subject.id = anchor.object;
  subject.object = anchor.object;
  subject.field = anchor.field;
  const workflows::AnchoredWords words = workflows::anchoredWords(anchor, bank());
  if (words.state == workflows::AnchorState::kHolds && !anchor.quote.empty())
    subject.range = {anchor.from, static_cast<int>(shown(anchor.quote).length())};
  host().goTo(placeOf(subject, bank()));
}

void OpinionsPage::accept() {
  const Opinion* opinion = line();
  if (opinion == nullptr || !answerable() || !opinion->remark.suggestion) return;
  finishTyping();
  const Id id = opinion->id;
  if (deed(id, [&](const std::string& person) {
        return workflows::acceptSuggestion(bank(), reviewed(), *bank().get<Opinion>(id), {person, now(), {}});
      })) {
    nextWaiting(id);
  }
}

void OpinionsPage::refuse() {
  const Opinion* opinion = line();
  if (opinion == nullptr || !answerable() || !opinion->remark.suggestion) return;
  const Id id = opinion->id;
  const auto reason = askWords(this, say("不采用建议"), say("写明理由，作为对这条意见的答复："),
                               say("不采用"), side_->answer(), true);
  if (!reason) return;
  finishTyping();
  if (deed(id, [&](const std::string& person) {
        return workflows::refuseSuggestion(bank(), reviewed(), *bank().get<Opinion>(id),
                                           {person, now(), *reason});
      })) {
    nextWaiting(id);
  }
}

void OpinionsPage::answer() {
  const Opinion* opinion = line();
  if (opinion == nullptr || !answerable()) return;
  const Id id = opinion->id;
  const std::string text = side_->answer();
  if (deed(id, [&](const std::string& person) {
        return workflows::answerOpinion(bank(), reviewed(), *opinion, {text, {}, opinion->evidence},
                                        {person, now(), {}});
      })) {
    nextWaiting(id);
  }
}

void OpinionsPage::comment() {
  const Opinion* opinion = line();
  const std::string text = side_->comment();
  if (opinion == nullptr || text.empty() || document().readOnly()) return;
  const Id id = opinion->id;
  document().endMerge();
  if (deed(id, [&](const std::string& person) {
        return workflows::comment(bank(), *opinion, text, {person, now(), {}});
      })) {
    side_->commentDone();
  }
}

void OpinionsPage::addEvidence() {
  const Opinion* opinion = line();
  if (opinion == nullptr || !answerable()) return;
  const Id id = opinion->id;
  const auto files = askFiles(this, say("添加佐证材料"));
  if (files.empty()) return;
  finishTyping();
  host().attempt([&] { host().change(workflows::attachEvidence(bank(), *bank().get<Opinion>(id), files)); });
}

void OpinionsPage::dropEvidence(const std::string& name) {
  const Opinion* opinion = line();
  if (opinion == nullptr || !answerable()) return;
  Opinion next = *opinion;
  std::erase(next.evidence, name);
  host().change(Edit(say("移除佐证材料")).put(std::move(next)));
}

void OpinionsPage::assign() {
  auto lines = list_->allChosen();
  std::erase_if(lines, [](const auto& one) { return one->status == OpinionStatus::kAgreed; });
  if (lines.empty()) return;
  std::vector<std::string> names = answerers_;
  if (const auto* people = bank().find<formats::People>(formats::People::kId)) {
    for (const formats::Person& person : people->people) {
      if (std::ranges::find(names, person.name) == names.end()) names.push_back(person.name);
    }
  }
  const auto who = askAnswerer(this, names, lines.front()->answerer, lines.size());
  if (!who) return;
  host().attempt([&] { host().change(workflows::assignAnswerer(lines, *who)); });
}

void OpinionsPage::handIn() {
  finishTyping();
  std::vector<OpinionList::Line> missing = allLines();
  std::erase_if(missing, [](const auto& one) { return workflows::wantOf(*one).empty(); });
  if (!missing.empty()) {
    constexpr std::size_t kMostNamed = 5;
    std::string names;
    for (std::size_t i = 0; i < missing.size() && i < kMostNamed; ++i)
      names += (i == 0 ? "" : say("、")) + opinionPlace(bank(), *missing[i]);
    host().note({kAnswersNote, Note::Kind::kWarning,
                 missing.size() > kMostNamed ? say("还有 {n} 条意见没有答复，不能提交：{names}等。",
                                                   "n"_a = missing.size(), "names"_a = names)
                                             : say("还有 {n} 条意见没有答复，不能提交：{names}。",
                                                   "n"_a = missing.size(), "names"_a = names)});
    which_->SetSelection(static_cast<int>(Which::kWaiting));
    whose_->SetSelection(0);
    refresh();
    return;
  }
  host().forget(kAnswersNote);
  const std::string person = host().personName();
  if (person.empty()) return;
  if (!askYes(this, say("提交整改"),
              say("{n} 条意见都已答复。提交时先保存并签入题库；提交之后由专家组复核，答复不能再改。",
                  "n"_a = allLines().size()),
              say("提交"), say("再看看"))) {
    return;
  }
  host().attempt([&] {
    // What is handed in must be a revision.
    document().checkIn(say("整改“{title}”", "title"_a = round()->title));
    const std::string revision = formats::Repository::open(document().path()).find("HEAD").commit;
    host().change(workflows::handIn(bank(), reviewed(), *round(), revision, {person, now(), {}}));
  });
}

}  // namespace tiku::editor
