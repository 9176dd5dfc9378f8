#include "editor/app/frame_menu.h"

#include <string>

#include <wx/aboutdlg.h>
#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/textctrl.h>
#include <wx/textentry.h>

#include "editor/app/main_frame.h"
#include "editor/app/settings.h"
#include "editor/app/workspaces.h"
#include "editor/tools/tools.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::markForTranslation;
using formats::say;
using formats::translate;
using formats::operator""_a;

namespace {

wxTextEntry* focusedEntry() {
  return dynamic_cast<wxTextEntry*>(wxWindow::FindFocus());
}

wxString line(const std::string& title, const std::string& key) {
  return shown(key.empty() ? title : title + "\t" + key);
}

}  // namespace

int FrameMenu::add(wxMenu* menu, const char* title, const char* key, const char* hint,
                   void (MainFrame::*what)()) {
  const int id = wxWindow::NewControlId();
  menu->Append(id, line(translate(title), key), shown(translate(hint)));
  frame_.Bind(wxEVT_MENU, [this, what](wxCommandEvent&) { (frame_.*what)(); }, id);
  return id;
}

void FrameMenu::build() {
  wxMenuBar* old = bar_;
  frame_.SetMenuBar(nullptr);
  delete old;
  bar_ = new wxMenuBar;
  wantBank_.clear();
  workspaceMenu_ = -1;
  addFile();
  addEdit();
  addView();
  addTools();
  addHelp();
  frame_.SetMenuBar(bar_);
  // Another window may have opened one meanwhile.
  frame_.Bind(wxEVT_MENU_OPEN, [this](wxMenuEvent& event) {
    event.Skip();
    listRecent();
  });
}

void FrameMenu::addFile() {
  auto* menu = new wxMenu;
  add(menu, markForTranslation("新建题库(&N)…"), "Ctrl+Shift+N", markForTranslation("从空题库写起。"),
      &MainFrame::makeBank);
  const int open = wxWindow::NewControlId();
  menu->Append(open, line(say("打开题库目录(&O)…"), "Ctrl+O"), shown(say("打开电脑上的一个题库目录。")));
  frame_.Bind(wxEVT_MENU, [this](wxCommandEvent&) { frame_.chooseBank(false); }, open);
  const int archive = wxWindow::NewControlId();
  menu->Append(archive, line(say("打开 .tiku 文件(&T)…"), ""), shown(say("打开打成一个文件的题库。")));
  frame_.Bind(wxEVT_MENU, [this](wxCommandEvent&) { frame_.chooseBank(true); }, archive);
  add(menu, markForTranslation("打开评审文件(&V)…"), "",
      markForTranslation("评审专家：打开收到的 .tiku-review 文件，另开一个窗口。"), &MainFrame::chooseReview);
  recent_ = new wxMenu;
  menu->AppendSubMenu(recent_, shown(say("最近打开(&R)")));
  menu->AppendSeparator();
  wantBank_.push_back(add(menu, markForTranslation("保存(&S)"), "Ctrl+S",
                          markForTranslation("把改动写进题库的文件。"), &MainFrame::saveNow));
  wantBank_.push_back(add(menu, markForTranslation("另存为(&A)…"), "Ctrl+Shift+S",
                          markForTranslation("存成另一个目录或 .tiku 文件，以后改的是它。"),
                          &MainFrame::saveBankAs));
  menu->AppendSeparator();
  wantBank_.push_back(add(menu, markForTranslation("导入(&I)…"), "Ctrl+Shift+O",
                          markForTranslation("把 Word、Excel、文本文件里的试题、细目表、方案收进题库。"),
                          &MainFrame::importIntoBank));
  menu->AppendSeparator();
  addSharing(menu);
  menu->AppendSeparator();
  wantBank_.push_back(add(menu, markForTranslation("关闭题库(&C)"), "Ctrl+W",
                          markForTranslation("回到开始页。"), &MainFrame::closeNow));
  const int quit = wxWindow::NewControlId();
  menu->Append(quit, line(say("退出(&Q)"), "Ctrl+Q"), shown(say("关闭窗口；有没有保存的改动时先问。")));
  frame_.Bind(wxEVT_MENU, [this](wxCommandEvent&) { frame_.Close(); }, quit);
  bar_->Append(menu, shown(say("文件(&F)")));
}

void FrameMenu::addSharing(wxMenu* into) {
  auto* menu = new wxMenu;
  wantBank_.push_back(add(menu, markForTranslation("同步(&S)…"), "F9",
                          markForTranslation("发出我的改动，收取别人的改动。"), &MainFrame::syncNow));
  wantBank_.push_back(add(menu, markForTranslation("共享位置(&P)…"), "",
                          markForTranslation("大家汇合的文件夹或者服务器。"), &MainFrame::setSharedPlace));
  add(menu, markForTranslation("从共享位置打开(&O)…"), "",
      markForTranslation("把别人共享的题库连同历史取到这台电脑上。"), &MainFrame::openShared);
  menu->AppendSeparator();
  wantBank_.push_back(add(menu, markForTranslation("导出交换文件(&E)…"), "",
                          markForTranslation("把对方没有的改动写成文件，用光盘或 U 盘带去。"),
                          &MainFrame::exchangeOut));
  wantBank_.push_back(add(menu, markForTranslation("收入交换文件(&I)…"), "",
                          markForTranslation("合并别人用光盘或 U 盘带来的改动。"), &MainFrame::exchangeIn));
  into->AppendSubMenu(menu, shown(say("同步与交换(&Y)")));
}

void FrameMenu::addEdit() {
  auto* menu = new wxMenu;
  menu->Append(wxID_UNDO, line(say("撤销(&U)"), "Ctrl+Z"));
  menu->Append(wxID_REDO, line(say("重做(&R)"), "Ctrl+Y"));
  frame_.Bind(wxEVT_MENU, [this](wxCommandEvent&) { frame_.undo(); }, wxID_UNDO);
  frame_.Bind(wxEVT_MENU, [this](wxCommandEvent&) { frame_.redo(); }, wxID_REDO);
  menu->AppendSeparator();
  menu->Append(wxID_CUT, line(say("剪切(&T)"), "Ctrl+X"));
  menu->Append(wxID_COPY, line(say("复制(&C)"), "Ctrl+C"));
  menu->Append(wxID_PASTE, line(say("粘贴(&P)"), "Ctrl+V"));
  menu->AppendSeparator();
  menu->Append(wxID_FIND, line(say("查找(&F)"), "Ctrl+F"), shown(say("在当前的列表里查找。")));
  wantBank_.insert(wantBank_.end(), {wxID_CUT, wxID_COPY, wxID_PASTE, wxID_FIND});
  bindClipboard();
  frame_.Bind(
      wxEVT_MENU,
      [this](wxCommandEvent&) {
        if (frame_.workspace() != nullptr) frame_.workspace()->find();
      },
      wxID_FIND);
  bar_->Append(menu, shown(say("编辑(&E)")));
}

// The workspace is asked first: a grid, or a picture that a text control could not take.
void FrameMenu::bindClipboard() {
  const auto bind = [this](int id, bool (Workspace::*there)(), void (wxTextEntry::*here)()) {
    frame_.Bind(
        wxEVT_MENU,
        [this, there, here](wxCommandEvent&) {
          if (frame_.workspace() != nullptr && (frame_.workspace()->*there)()) return;
          if (wxTextEntry* entry = focusedEntry()) (entry->*here)();
        },
        id);
  };
  bind(wxID_CUT, &Workspace::cut, &wxTextEntry::Cut);
  bind(wxID_COPY, &Workspace::copy, &wxTextEntry::Copy);
  bind(wxID_PASTE, &Workspace::paste, &wxTextEntry::Paste);
}

void FrameMenu::addView() {
  auto* menu = new wxMenu;
  int number = 0;
  for (const WorkspaceEntry& entry : workspaces()) {
    const int id = wxWindow::NewControlId();
    menu->Append(id, line(translate(entry.title), "Ctrl+" + std::to_string(++number)));
    frame_.Bind(wxEVT_MENU, [this, room = entry.room](wxCommandEvent&) { frame_.showRoom(room); }, id);
    wantBank_.push_back(id);
  }
  menu->AppendSeparator();
  wantBank_.push_back(add(menu, markForTranslation("后退(&B)"), "Alt+Left",
                          markForTranslation("回到刚才的地方。"), &MainFrame::goBack));
  wantBank_.push_back(add(menu, markForTranslation("前进(&W)"), "Alt+Right",
                          markForTranslation("再到后来的地方。"), &MainFrame::goForward));
  menu->AppendSeparator();
  wantBank_.push_back(add(menu, markForTranslation("全部检查结果(&F)"), "F8",
                          markForTranslation("在右侧列出整个题库的检查结果。"), &MainFrame::showFindings));
  wantBank_.push_back(add(menu, markForTranslation("选中对象的历史(&H)"), "Ctrl+H",
                          markForTranslation("选中的试题、表的历次改动。"), &MainFrame::showObjectHistory));
  menu->AppendSeparator();
  for (const auto& [language, title] :
       {std::pair{formats::Language::kChinese, "中文"}, {formats::Language::kEnglish, "English"}}) {
    const int id = wxWindow::NewControlId();
    menu->AppendRadioItem(id, shown(title));
    if (formats::language() == language) menu->Check(id, true);
    frame_.Bind(wxEVT_MENU, [this, language](wxCommandEvent&) { frame_.setLanguage(language); }, id);
  }
  bar_->Append(menu, shown(say("视图(&V)")));
}

void FrameMenu::addTools() {
  auto* menu = new wxMenu;
  fill(menu, bankTools(&frame_, frame_));
  bar_->Append(menu, shown(say("工具(&T)")));
}

void FrameMenu::fill(wxMenu* menu, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    if (command.title.empty()) {
      menu->AppendSeparator();
      continue;
    }
    const int id = wxWindow::NewControlId();
    menu->Append(id, line(command.title, command.key), shown(command.hint));
    menu->Bind(wxEVT_MENU, [run = command.run](wxCommandEvent&) { run(); }, id);
    frame_.Bind(
        wxEVT_UPDATE_UI,
        [this, command](wxUpdateUIEvent& event) {
          event.Enable(frame_.hasBank() && (!command.changes || !frame_.document().readOnly()) &&
                       (!command.enabled || command.enabled()));
        },
        id);
  }
}

void FrameMenu::addHelp() {
  auto* menu = new wxMenu;
  const int about = wxWindow::NewControlId();
  menu->Append(about, shown(say("关于题库工作台(&A)")));
  frame_.Bind(
      wxEVT_MENU,
      [this](wxCommandEvent&) {
        wxAboutDialogInfo info;
        info.SetName(shown(say("题库工作台")));
        info.SetVersion(TIKU_VERSION);
        info.SetDescription(
            shown(say("编写职业标准、考评蓝图和试题，随时检查，评审，报备。全部在本机，不联网。")));
        wxAboutBox(info, &frame_);
      },
      about);
  bar_->Append(menu, shown(say("帮助(&H)")));
}

void FrameMenu::showWorkspace(Workspace* workspace, const char* title) {
  constexpr int kPlace = 2;  // Between 编辑 and 视图.
  if (workspaceMenu_ >= 0) delete bar_->Remove(static_cast<std::size_t>(workspaceMenu_));
  workspaceMenu_ = -1;
  if (workspace == nullptr) return;
  const std::vector<Command> commands = workspace->commands();
  if (commands.empty()) return;
  auto* menu = new wxMenu;
  fill(menu, commands);
  bar_->Insert(kPlace, menu, shown(translate(title)));
  workspaceMenu_ = kPlace;
}

void FrameMenu::refresh() {
  const bool bank = frame_.hasBank();
  for (const int id : wantBank_) bar_->Enable(id, bank);
  const std::string undo = bank ? frame_.document().undoTitle() : std::string();
  const std::string redo = bank ? frame_.document().redoTitle() : std::string();
  bar_->SetLabel(wxID_UNDO,
                 line(undo.empty() ? say("撤销(&U)") : say("撤销(&U) {what}", "what"_a = undo), "Ctrl+Z"));
  bar_->SetLabel(wxID_REDO,
                 line(redo.empty() ? say("重做(&R)") : say("重做(&R) {what}", "what"_a = redo), "Ctrl+Y"));
  bar_->Enable(wxID_UNDO, bank && frame_.document().canUndo());
  bar_->Enable(wxID_REDO, bank && frame_.document().canRedo());
}

void FrameMenu::listRecent() {
  while (recent_->GetMenuItemCount() > 0) recent_->Destroy(recent_->FindItemByPosition(0));
  for (const std::filesystem::path& path : settings::recentBanks()) {
    wxMenuItem* item = recent_->Append(wxID_ANY, wxControl::EscapeMnemonics(shown(path.string())));
    recent_->Bind(wxEVT_MENU, [this, path](wxCommandEvent&) { frame_.openBank(path); }, item->GetId());
  }
}

}  // namespace tiku::editor
