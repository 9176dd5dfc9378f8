// The menu of an expert's window: everything there is to do, with its key.
#include <wx/menu.h>
#include <wx/textentry.h>

#include "editor/expert/expert_frame.h"
#include "editor/expert/item_page.h"
#include "editor/widgets/files.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::ItemVerdict;
using formats::say;

int ExpertFrame::add(wxMenu* menu, const Line& line) {
  const int id = NewControlId();
  menu->Append(id, shown(line.key.empty() ? line.title : line.title + "\t" + line.key), shown(line.hint));
  menu->Bind(wxEVT_MENU, [run = line.run](wxCommandEvent&) { run(); }, id);
  return id;
}

void ExpertFrame::buildMenu() {
  wxMenuBar* old = GetMenuBar();
  SetMenuBar(nullptr);
  delete old;
  SetMenuBar(new wxMenuBar);
  addFileMenu();
  addEditMenu();
  addReviewMenu();
  addViewMenu();
}

void ExpertFrame::addFileMenu() {
  auto* menu = new wxMenu;
  add(menu, {say("打开评审文件(&O)…"), "Ctrl+O", say("打开另一份评审文件。"), [this] {
               if (const auto file = askFile(this, say("打开评审文件"), {say("评审文件"), "*.tiku-review"}))
                 program_.open(*file);
             }});
  add(menu, {say("立刻写入文件(&S)"), "Ctrl+S", say("写的随时自动存进文件；要拔盘之前可以再按一次。"),
             [this] { session_->flush(); }});
  add(menu,
      {say("另存为(&A)…"), "Ctrl+Shift+S", say("存成另一份文件，接着在那份里评。"), [this] { saveAs(); }});
  menu->AppendSeparator();
  add(menu, {say("关闭(&C)"), "Ctrl+W", say("关闭窗口；写的都在文件里。"), [this] { Close(); }});
  GetMenuBar()->Append(menu, shown(say("文件(&F)")));
}

void ExpertFrame::addEditMenu() {
  auto* menu = new wxMenu;
  menu->Append(wxID_UNDO, shown(say("撤销(&U)") + "\tCtrl+Z"));
  menu->Append(wxID_REDO, shown(say("重做(&R)") + "\tCtrl+Y"));
  menu->AppendSeparator();
  // The text controls do the rest of what belongs here themselves.
  menu->Append(wxID_COPY, shown(say("复制(&C)") + "\tCtrl+C"));
  menu->Append(wxID_FIND, shown(say("查找(&F)") + "\tCtrl+F"));
  menu->Bind(wxEVT_MENU, [this](wxCommandEvent&) { undo(); }, wxID_UNDO);
  menu->Bind(wxEVT_MENU, [this](wxCommandEvent&) { redo(); }, wxID_REDO);
  menu->Bind(
      wxEVT_MENU,
      [](wxCommandEvent&) {
        if (auto* entry = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus())) entry->Copy();
      },
      wxID_COPY);
  menu->Bind(
      wxEVT_MENU,
      [this](wxCommandEvent&) {
        toPage(ReviewPlace::Page::kItems);
        items_->find();
      },
      wxID_FIND);
  GetMenuBar()->Append(menu, shown(say("编辑(&E)")));
}

void ExpertFrame::addReviewMenu() {
  auto* menu = new wxMenu;
  const auto here = [this](const std::function<void()>& run) {
    return [this, run] {
      toPage(ReviewPlace::Page::kItems);
      run();
    };
  };
  add(menu, {say("下一件(&N)"), "F8", {}, here([this] { items_->move(1); })});
  add(menu, {say("上一件(&P)"), "Shift+F8", {}, here([this] { items_->move(-1); })});
  add(menu, {say("下一件没有评完的(&X)"), "F9", {}, here([this] { items_->toNextOpen(); })});
  menu->AppendSeparator();
  if (session_->rereview()) {
    add(menu, {say("认可，了结(&A)"), "F5", {}, here([this] { items_->setVerdict(ItemVerdict::kAdopt); })});
    add(menu, {say("不认可(&D)"), "F7", {}, here([this] { items_->setVerdict(ItemVerdict::kDrop); })});
  } else {
    add(menu, {say("采用(&A)"), "F5", {}, here([this] { items_->setVerdict(ItemVerdict::kAdopt); })});
    add(menu, {say("修改后采用(&M)"), "F6", {}, here([this] { items_->setVerdict(ItemVerdict::kRevise); })});
    add(menu, {say("淘汰(&D)"), "F7", {}, here([this] { items_->setVerdict(ItemVerdict::kDrop); })});
    const int goesOn = NewControlId();
    menu->AppendCheckItem(goesOn, shown(say("下了结论就到下一件(&G)")));
    menu->Check(goesOn, ItemPage::goesOn());
    menu->Bind(wxEVT_MENU, [](wxCommandEvent& event) { ItemPage::setGoesOn(event.IsChecked()); }, goesOn);
    menu->AppendSeparator();
    const std::string words = say("相关程度");
    for (int i = 1; i <= 4; ++i) {
      const std::string n = std::to_string(i);
      add(menu,
          {words + " " + n + "(&" + n + ")", "Ctrl+" + n, {}, here([this, i] { items_->setRelevance(i); })});
    }
    add(menu, {say("估计难度(&E)"), "F4", {}, here([this] { items_->toDifficulty(); })});
    menu->AppendSeparator();
    add(menu, {say("提意见(&C)"), "F2", say("对选中的文字；没有选，对光标所在的那一栏。"),
               here([this] { items_->remark(); })});
    add(menu, {say("对整道题提意见(&W)"), "Shift+F2", {}, here([this] { items_->remarkOnAll(); })});
  }
  menu->AppendSeparator();
  add(menu, {say("到题目文字(&T)"), "Ctrl+T", {}, here([this] { items_->toText(); })});
  add(menu, {say("到清单(&L)"), "Ctrl+L", {}, here([this] { items_->toQueue(); })});
  if (rubric_ != nullptr)
    add(menu,
        {say("到评分表(&R)"), "Ctrl+R", {}, [this] { goTo({ReviewPlace::Page::kRubric, {}, {}, {}}); }});
  add(menu,
      {say("到声明与提交(&S)"), "Ctrl+E", {}, [this] { goTo({ReviewPlace::Page::kSubmit, {}, {}, {}}); }});
  menu->AppendSeparator();
  add(menu, {say("按键一览(&K)"), "F1", {}, [this] { welcome(); }});
  GetMenuBar()->Append(menu, shown(say("评审(&R)")));
}

void ExpertFrame::addViewMenu() {
  auto* menu = new wxMenu;
  add(menu, {say("放大文字(&I)"), "Ctrl+=", {}, [this] { setTextSize(textSize_ + 1); }});
  add(menu, {say("缩小文字(&O)"), "Ctrl+-", {}, [this] { setTextSize(textSize_ - 1); }});
  add(menu, {say("原来的大小(&N)"), "Ctrl+0", {}, [this] { setTextSize(textSizeAtFirst()); }});
  menu->AppendSeparator();
  for (const auto& [language, title] :
       {std::pair{formats::Language::kChinese, "中文"}, {formats::Language::kEnglish, "English"}}) {
    const int id = NewControlId();
    menu->AppendRadioItem(id, shown(title));
    if (formats::language() == language) menu->Check(id, true);
    menu->Bind(wxEVT_MENU, [this, language](wxCommandEvent&) { program_.speak(language); }, id);
  }
  GetMenuBar()->Append(menu, shown(say("视图(&V)")));
}

}  // namespace tiku::editor
