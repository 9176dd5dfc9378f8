// The dialog of a merge: what it asks and what is answered. merge_dialog_layout.cpp is how it looks.
#include "editor/sync/merge_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/sync/merged_page.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/marked_sides.h"
#include "editor/widgets/preview.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "workflows/history/changes.h"

namespace tiku::editor {

using formats::MergeAnswer;
using formats::MergeQuestion;
using formats::say;
using formats::operator""_a;
using About = MergeQuestion::About;

namespace {

constexpr int kPauseMilliseconds = 250;

std::string answerWord(const MergeAnswer* answer) {
  if (answer == nullptr) return say("未答");
  switch (answer->take) {
    case MergeAnswer::Take::kMine:
      return say("我的");
    case MergeAnswer::Take::kTheirs:
      return say("对方的");
    case MergeAnswer::Take::kText:
      break;
  }
  return say("自己写的");
}

// What stands where a side removed the thing.
std::vector<StyledWords::Piece> nothingThere(const std::string& words) {
  return {{words, StyledWords::Style::kQuiet}};
}

std::map<formats::Id, std::string> namesIn(const workflows::MergeResult& result, const formats::Bank& bank) {
  std::map<formats::Id, std::string> names;
  for (const formats::Change& change : result.incoming) {
    const bool gone = formats::idOf(change.after).empty();
    names[change.id] = workflows::objectName(gone ? change.before : change.after);
  }
  for (const MergeQuestion& question : result.questions) {
    if (const formats::Object* mine = bank.object(question.object))
      names[question.object] = workflows::objectName(*mine);
  }
  return names;
}

}  // namespace

AskedMerge askedMerge(const std::filesystem::path& directory, const std::string& theirs) {
  const formats::Repository repository = formats::Repository::open(directory);
  AskedMerge asked;
  asked.result = workflows::mergeRevision(repository, theirs);
  asked.last = workflows::lastChangesOf(repository, asked.result);
  return asked;
}

MergeDialog::MergeDialog(wxWindow* parent, Host& host, AskedMerge asked)
    : wxDialog(parent, wxID_ANY, shown(say("两边都改了的地方")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      host_(host),
      asked_(std::move(asked)),
      shelf_(host.document().path()),
      answers_(shelf_.load(asked_.result.questions)),
      names_(namesIn(asked_.result, host.document().bank())),
      bank_(std::make_shared<const formats::Bank>(host.document().bank())) {
  layOut();
  bindControls();
  // At the first that is open; the first of all where none is.
  const std::size_t last = asked_.result.questions.size() - 1;
  at_ = open() == 0 ? 0 : last;
  nextOpen();
  list_->SetFocus();
}

MergeDialog::~MergeDialog() {
  previewing_.cancel();
}

const MergeQuestion& MergeDialog::question() const {
  return asked_.result.questions.at(at_);
}

std::string MergeDialog::nameOf(const MergeQuestion& question) const {
  const auto found = names_.find(question.object);
  return found == names_.end() ? question.address : found->second;
}

// "王工，2026-03-01 14:05"
std::string MergeDialog::personOf(const std::string& address, bool mine) const {
  const auto found = asked_.last.find(address);
  if (found == asked_.last.end()) return {};
  const auto& revision = mine ? found->second.mine : found->second.theirs;
  if (!revision) return {};
  return say("{person}，{time}", "person"_a = revision->author.name,
             "time"_a = dayAndTime(revision->time, revision->offsetMinutes));
}

std::size_t MergeDialog::open() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      asked_.result.questions, [this](const MergeQuestion& one) { return !answers_.contains(one.address); }));
}

void MergeDialog::showList() {
  quiet_ = true;
  std::vector<LineList::Line> lines;
  for (const MergeQuestion& one : asked_.result.questions) {
    const auto answer = answers_.find(one.address);
    const bool is = answer != answers_.end();
    lines.push_back({{answerWord(is ? &answer->second : nullptr), nameOf(one),
                      one.about == About::kField ? one.fieldWord : say("留还是删")},
                     is ? State::kNeutral : State::kShort});
  }
  list_->show(std::move(lines));
  list_->choose(static_cast<int>(at_));
  const std::size_t all = asked_.result.questions.size();
  state_->SetLabelText(shown(open() == 0
                                 ? say("{n} 处都答完了，可以合并。", "n"_a = all)
                                 : say("共 {n} 处，还有 {open} 处没有答。", "n"_a = all, "open"_a = open())));
  merge_->Enable(open() == 0);
  next_->Enable(open() > 0);
  (open() == 0 ? merge_ : next_)->SetDefault();
  quiet_ = false;
}

void MergeDialog::showQuestion() {
  const MergeQuestion& asked = question();
  const std::string field = asked.about == About::kField ? asked.fieldWord : say("留还是删");
  title_->SetLabelText(shown(say("{object}　{field}", "object"_a = nameOf(asked), "field"_a = field)));
  base_.words->show(asked.base.empty() ? nothingThere(say("（原来没有）"))
                                       : std::vector<StyledWords::Piece>{{asked.base, {}}});
  const auto side = [&](const SideColumn& column, const std::string& words, About removed,
                        const std::string& gone) {
    column.words->show(asked.about == removed ? nothingThere(gone)
                       : words.empty()        ? nothingThere(say("（空）"))
                                              : markedSides(asked.base, words).second);
  };
  side(mine_, asked.mine, About::kRemovedByMe, say("（我删掉了）"));
  side(theirs_, asked.theirs, About::kRemovedByThem, say("（对方删掉了）"));
  base_.person->SetLabelText(headed(say("两边改动之前")));
  mine_.person->SetLabelText(shown(personOf(asked.address, true)));
  theirs_.person->SetLabelText(shown(personOf(asked.address, false)));
  showAnswer();
  preview();
  Layout();
}

void MergeDialog::showAnswer() {
  quiet_ = true;
  const MergeQuestion& asked = question();
  const auto found = answers_.find(asked.address);
  const bool is = found != answers_.end();
  takeMine_->SetValue(is && found->second.take == Take::kMine);
  takeTheirs_->SetValue(is && found->second.take == Take::kTheirs);
  takeText_->SetValue(is && found->second.take == Take::kText);
  none_->SetValue(!is);
  takeText_->Enable(asked.typed);
  takeText_->SetToolTip(asked.typed ? wxString() : shown(say("这里不是一段文字，只能二选一。")));
  text_->ChangeValue(shown(is && found->second.take == Take::kText ? found->second.text : std::string()));
  text_->Enable(asked.typed && takeText_->GetValue());
  quiet_ = false;
}

void MergeDialog::answer(Take take) {
  if (quiet_) return;
  MergeAnswer given{take, {}};
  if (take == Take::kText) {
    // From what is mine on: most of it stays as a rule.
    if (!text_->IsEnabled() && text_->IsEmpty()) text_->ChangeValue(shown(question().mine));
    given.text = typed(text_->GetValue());
  }
  text_->Enable(take == Take::kText);
  answers_[question().address] = std::move(given);
  if (take == Take::kText) text_->SetFocus();
  answered();
}

void MergeDialog::answerRest(Take take) {
  for (const MergeQuestion& one : asked_.result.questions)
    answers_.try_emplace(one.address, MergeAnswer{take, {}});
  showAnswer();
  answered();
}

void MergeDialog::answered() {
  showList();
  pause_.StartOnce(kPauseMilliseconds);
}

void MergeDialog::nextOpen() {
  const auto& questions = asked_.result.questions;
  for (std::size_t i = 1; i <= questions.size(); ++i) {
    const std::size_t candidate = (at_ + i) % questions.size();
    if (answers_.contains(questions[candidate].address)) continue;
    at_ = candidate;
    break;
  }
  showList();
  showQuestion();
}

void MergeDialog::keep() {
  pause_.Stop();
  host_.attempt(
      [this] { shelf_.save(asked_.result.mine, asked_.result.theirs, asked_.result.questions, answers_); });
}

// The object as it comes out with what is answered so far.
void MergeDialog::preview() {
  previewing_.cancel();
  previewing_ = host_.document().worker().run(
      [path = host_.document().path(), theirs = asked_.result.theirs, answers = answers_, bank = bank_,
       asked = question()](TaskControl&) {
        return mergedPage(formats::Repository::open(path), theirs, answers, *bank, asked);
      },
      {.done = [this](MergedPage page) { showPreview(preview_, page.html, page.bank); },
       .failed = [this](const formats::FormatError& error) { state_->SetLabelText(shown(error.full())); },
       .progress = {},
       .stillWanted = {}});
}

}  // namespace tiku::editor
