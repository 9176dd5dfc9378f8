#include "editor/expert/expert_frame.h"

#include <algorithm>

#include <wx/config.h>
#include <wx/menu.h>
#include <wx/notebook.h>
#include <wx/settings.h>
#include <wx/sizer.h>

#include "editor/expert/item_page.h"
#include "editor/expert/rubric_page.h"
#include "editor/expert/submit_page.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/dropped_packages.h"
#include "editor/widgets/files.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::FormatError;
using formats::Id;
using formats::say;
using formats::operator""_a;
using Page = ReviewPlace::Page;

namespace {

constexpr const char* kTextSizeKey = "expert/textSize";
constexpr const char* kWidthKey = "expert/width";
constexpr const char* kHeightKey = "expert/height";
constexpr const char* kMaximisedKey = "expert/maximised";
constexpr int kSmallest = 8;
constexpr int kLargest = 32;

}  // namespace

int ExpertFrame::textSizeAtFirst() {
  return wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT).GetPointSize() + 2;
}

ExpertFrame::ExpertFrame(std::unique_ptr<ReviewSession> session, Program program)
    : wxFrame(nullptr, wxID_ANY, {}), session_(std::move(session)), program_(std::move(program)) {
  wxConfigBase* config = wxConfigBase::Get();
  textSize_ =
      std::clamp(static_cast<int>(config->ReadLong(kTextSizeKey, textSizeAtFirst())), kSmallest, kLargest);
  CreateStatusBar(2);
  const int widths[] = {-1, FromDIP(380)};
  SetStatusWidths(2, widths);
  SetMinSize(FromDIP(wxSize(960, 600)));
  SetSize(FromDIP(wxSize(static_cast<int>(config->ReadLong(kWidthKey, 1360)),
                         static_cast<int>(config->ReadLong(kHeightKey, 860)))));
  if (config->ReadBool(kMaximisedKey, false)) Maximize();
  session_->listen([this](const ReviewSession::Event& event) { happened(event); });
  layOut();
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) { closing(event); });
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    CallAfter([this] { items_->paintMarks(); });
  });
  if (session_->answers().scores.empty() && session_->answers().annotations.empty()) welcome();
}

ExpertFrame::~ExpertFrame() {
  session_->listen({});
  DestroyChildren();
}

void ExpertFrame::layOut() {
  ground_ = new wxPanel(this);
  attention_ = new AttentionBar(ground_);
  book_ = new wxNotebook(ground_, wxID_ANY);
  nameForReaders(book_, say("评审的各页"));
  items_ = new ItemPage(book_, *this);
  pages_ = {{Page::kItems, items_}};
  book_->AddPage(items_, shown(session_->rereview() ? say("逐条复核") : say("逐题评审")));
  rubric_ = nullptr;
  if (!session_->rereview() && !session_->task().rubric.lines.empty()) {
    rubric_ = new RubricPage(book_, *this);
    pages_.emplace_back(Page::kRubric, rubric_);
    book_->AddPage(rubric_, shown(say("评分表")));
  }
  submit_ = new SubmitPage(book_, *this);
  submit_->onSubmit([this] { submit(); });
  pages_.emplace_back(Page::kSubmit, submit_);
  book_->AddPage(submit_, shown(say("声明与提交")));
  book_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    if (book_->GetCurrentPage() == submit_) submit_->come();
  });
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(attention_, wxSizerFlags().Expand());
  all->Add(book_, wxSizerFlags(1).Expand());
  ground_->SetSizer(all);
  ground_->SetDropTarget(new DroppedPackages(program_.open));
  buildMenu();
  showState();
  const auto& queue = session_->queue();
  if (!queue.empty()) {
    const auto open = std::ranges::find_if(
        queue, [this](const QueueLine& line) { return !session_->stateOf(line.object).done; });
    items_->show(open == queue.end() ? queue.front().object : open->object);
  }
  if (!session_->readOnlyReason().empty()) {
    note({"read-only", Note::Kind::kWarning, session_->readOnlyReason(), {{say("另存为…"), [this] {
                                                                             saveAs();
                                                                           }}}});
  }
  CallAfter([this] { items_->toText(); });
}

void ExpertFrame::makeAnew() {
  items_->finishTyping();
  const Id object = items_->object();
  const int page = book_->GetSelection();
  session_->languageChanged();
  // Not frozen: a text control that is takes no looks.
  ground_->Destroy();
  layOut();
  if (!object.empty()) items_->show(object);
  book_->ChangeSelection(static_cast<std::size_t>(std::max(0, page)));
  if (book_->GetCurrentPage() == submit_) submit_->come();
  SendSizeEvent();
}

void ExpertFrame::welcome() {
  const std::string keys = session_->rereview()
                               ? say("左边选一件，中间看改成了什么，右边对您的每条意见说认可还是不认可。写的"
                                     "随时自动存进这份文件。")
                               : say("左边选题，中间读题，右边打分、提意见；写的随时自动存进这份文件。键盘：C"
                                     "trl+1 至 4 评相关程度，F5 "
                                     "采用，F6 修改，F7 淘汰，选中文字按 F2 提意见，F8 下一件。");
  note({"welcome", Note::Kind::kInfo, keys});
}

void ExpertFrame::note(Note note) {
  attention_->add(std::move(note));
}

bool ExpertFrame::change(const workflows::AnswerEntry& entry, const std::string& title,
                         std::string_view mergeKey) {
  if (session_->submitted()) {
    // The words typed into a field while it asks would ask again.
    if (asking_) return false;
    asking_ = true;
    const bool yes =
        askYes(this, say("已经提交"),
               say("这份评审已经提交，凭证是 {receipt}。要改，就收回这次提交，改完重新提交，凭证也会不同。",
                   "receipt"_a = session_->receipt()),
               say("收回提交，修改"), say("不改"));
    asking_ = false;
    if (!yes) return false;
  }
  try {
    session_->change(entry, title, mergeKey);
    attention_->remove("failure");
    return true;
  } catch (const FormatError& error) {
    note({"failure", Note::Kind::kError, error.full()});
  }
  return false;
}

void ExpertFrame::happened(const ReviewSession::Event& event) {
  items_->follow(event);
  if (rubric_ != nullptr) rubric_->follow();
  if (event.entry != nullptr || book_->GetCurrentPage() == submit_) submit_->follow();
  if (event.takenBack) {
    note({"taken-back", Note::Kind::kWarning,
          say("提交已经收回：改完请到“声明与提交”重新提交，再交回新的文件。")});
  }
  showTrouble();
  showState();
}

void ExpertFrame::showTrouble() {
  if (session_->saving() != ReviewSession::Saving::kTrouble) {
    attention_->remove("saving");
    return;
  }
  const ReviewSaver::Trouble trouble = session_->trouble();
  std::vector<Note::Action> actions{{say("另存为…"), [this] { saveAs(); }}};
  if (trouble.kind == ReviewSaver::Trouble::Kind::kMoved)
    actions.push_back({say("写回原处"), [this] { session_->insist(); }});
  if (trouble.kind == ReviewSaver::Trouble::Kind::kChanged)
    actions.push_back({say("用这里的覆盖"), [this] { session_->insist(); }});
  if (trouble.kind == ReviewSaver::Trouble::Kind::kFailed)
    actions.push_back({say("再试一次"), [this] { session_->flush(); }});
  note({"saving", Note::Kind::kError, trouble.words, std::move(actions)});
}

void ExpertFrame::showState() {
  const formats::ReviewTask& task = session_->task();
  const wxString title = shown(say("{phase}：{title} — {name}", "phase"_a = wordOf(task.phase),
                                   "title"_a = task.title, "name"_a = task.expertName));
  if (GetTitle() != title) SetTitle(title);
  std::string saved;
  const std::string file = session_->path().filename().string();
  switch (session_->saving()) {
    case ReviewSession::Saving::kSaved:
      saved = session_->readOnlyReason().empty() ? say("已写入 {file}", "file"_a = file) : say("只读");
      break;
    case ReviewSession::Saving::kWriting:
      saved = say("正在写入 {file}…", "file"_a = file);
      break;
    case ReviewSession::Saving::kTrouble:
      saved = say("没有写进 {file}", "file"_a = file);
      break;
  }
  if (GetStatusBar()->GetStatusText(1) != shown(saved)) SetStatusText(shown(saved), 1);
  wxMenuBar* bar = GetMenuBar();
  const auto label = [bar](int id, const std::string& plain, const std::string& what, bool can,
                           const char* key) {
    bar->Enable(id, can);
    bar->SetLabel(id, shown((what.empty() ? plain : plain + " " + what) + "\t" + key));
  };
  label(wxID_UNDO, say("撤销(&U)"), session_->undoTitle(), session_->canUndo(), "Ctrl+Z");
  label(wxID_REDO, say("重做(&R)"), session_->redoTitle(), session_->canRedo(), "Ctrl+Y");
}

void ExpertFrame::undo() {
  if (const auto place = session_->undo()) goTo(*place);
}

void ExpertFrame::redo() {
  if (const auto place = session_->redo()) goTo(*place);
}

void ExpertFrame::toPage(Page page) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i].first == page) book_->SetSelection(i);
  }
}

void ExpertFrame::goTo(const ReviewPlace& place) {
  toPage(place.page);
  switch (place.page) {
    case Page::kItems:
      if (!place.object.empty()) items_->show(place.object, place.remark);
      if (place.remark.empty()) items_->toText();
      break;
    case Page::kRubric:
      if (rubric_ != nullptr) rubric_->go(place.line);
      break;
    case Page::kSubmit:
      submit_->go();
      break;
  }
}

void ExpertFrame::submit() {
  items_->finishTyping();
  try {
    session_->submit(*formats::Date::parse(formats::today()));
    attention_->remove("taken-back");
    attention_->remove("failure");
    submit_->come();
    submit_->go();
  } catch (const FormatError& error) {
    note({"failure", Note::Kind::kError, error.full()});
  }
}

void ExpertFrame::saveAs() {
  const auto file = askNewFile(this, say("另存为"), session_->path().filename().string(),
                               {say("评审文件"), "*.tiku-review"});
  if (!file) return;
  try {
    session_->saveAs(*file, true);
    attention_->remove("read-only");
    attention_->remove("saving");
    CallAfter([this] { makeAnew(); });
  } catch (const FormatError& error) {
    note({"failure", Note::Kind::kError, error.full()});
  }
}

void ExpertFrame::setTextSize(int points) {
  textSize_ = std::clamp(points, kSmallest, kLargest);
  wxConfigBase::Get()->Write(kTextSizeKey, static_cast<long>(textSize_));
  items_->textSizeChanged();
}

void ExpertFrame::closing(wxCloseEvent& event) {
  items_->finishTyping();
  if (event.CanVeto() && !session_->flush()) {
    const bool leave = askYes(this, say("没有写进文件"),
                              say("最后写的没有写进文件：{why}", "why"_a = session_->trouble().words),
                              say("不要了，关闭"), say("回去另存"));
    if (!leave) {
      event.Veto();
      showTrouble();
      return;
    }
  }
  wxConfigBase* config = wxConfigBase::Get();
  config->Write(kMaximisedKey, IsMaximized());
  if (!IsMaximized()) {
    const wxSize size = ToDIP(GetSize());
    config->Write(kWidthKey, static_cast<long>(size.x));
    config->Write(kHeightKey, static_cast<long>(size.y));
  }
  config->Flush();
  Destroy();
}

}  // namespace tiku::editor
