#include "editor/items/theory_items.h"

#include <algorithm>

#include <wx/html/htmlwin.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include "editor/items/bulk_change.h"
#include "editor/items/free_codes.h"
#include "editor/items/item_list.h"
#include "editor/items/paste_dialog.h"
#include "editor/items/set_dialog.h"
#include "editor/items/theory_edits.h"
#include "editor/items/theory_form.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/dropped_files.h"
#include "editor/widgets/files.h"
#include "editor/widgets/native.h"
#include "editor/widgets/preview.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/table_dialog.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/exchange/kept.h"

namespace tiku::editor {

using formats::Change;
using formats::Edit;
using formats::Id;
using formats::ItemType;
using formats::Level;
using formats::say;
using formats::TheoryItem;
using formats::translate;
using formats::operator""_a;

TheoryItems::TheoryItems(wxWindow* parent, Host& host)
    : wxPanel(parent), host_(host), level_(*Level::of(5)), pictures_(host) {
  layOut();
  list_->onSelected([this](Id item) { showItem(item); });
  list_->onKey([this](int code) { return key(code); });
  Bind(EVT_DROPPED_FILES,
       [this](DroppedFiles& dropped) { pictures_.putFiles(dropped.field(), dropped.files()); });
}

void TheoryItems::layOut() {
  auto* rows = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                    wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  list_ = new ItemList(rows, host_);
  auto* below = new wxSplitterWindow(rows, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                     wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  form_ =
      new TheoryForm(below, [this](TheoryItem item, const std::string& title, const std::string& mergeKey) {
        host_.change(Edit(title).put(std::move(item)), pictures_.mergeKeyOr(mergeKey));
      });
  preview_ = makePreview(below);
  below->SetMinimumPaneSize(FromDIP(140));
  below->SetSashGravity(0.7);
  below->SplitVertically(form_, preview_, -FromDIP(220));
  rows->SetMinimumPaneSize(FromDIP(120));
  rows->SplitHorizontally(list_, below, FromDIP(230));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(rows, wxSizerFlags(1).Expand());
  SetSizer(sizer);
}

const TheoryItem* TheoryItems::current() const {
  return bank().find<TheoryItem>(item_);
}

void TheoryItems::showLevel(Level level) {
  if (index_ && level == level_ && !stale_) return;
  level_ = level;
  index_.emplace(level);
  index_->reset(bank());
  stale_ = false;
  list_->setIndex(&*index_);
  form_->setIndex(&*index_);
}

void TheoryItems::go(const Place& place) {
  const auto& levels = bank().info().levels;
  showLevel(place.level ? *place.level : index_ ? level_ : levels.empty() ? level_ : levels.front());
  constexpr std::string_view kNew = "new/";
  if (place.field.starts_with(kNew)) {
    const auto type = formats::itemTypeOf(std::string_view(place.field).substr(kNew.size()));
    addItem(type.value_or(ItemType::kSingleChoice),
            place.part.empty() ? std::nullopt : std::optional(place.part));
    return;
  }
  Id item = place.object;
  if (item.empty() && current() != nullptr && current()->level == level_) item = item_;
  if (item.empty() && index_->size() > 0)
    item = list_->shownItems().empty() ? Id() : list_->shownItems().front();
  if (!item.empty() && std::ranges::find(list_->shownItems(), item) == list_->shownItems().end())
    list_->setQuery("");
  list_->select(item);
  showItem(item);
  if (!place.field.empty() || place.range) form_->goTo(place.field, place.range);
}

Place TheoryItems::place() const {
  return {.room = Room::kItems, .level = level_, .object = item_};
}

void TheoryItems::showItem(Id item) {
  if (item != item_) host_.document().endMerge();
  item_ = item;
  refreshForm();
  host_.selectionMoved(place());
}

void TheoryItems::refreshForm() {
  refreshDue_ = false;
  form_->show(bank().get<TheoryItem>(item_));
  form_->setReadOnly(host_.document().readOnly());
  const TheoryItem* item = current();
  showKept(item == nullptr ? std::string() : formats::keptReason(bank(), *item));
  if (item != nullptr) form_->setFindings(host_.document().checker().findingsOf(item_));
  showPreview(preview_, item == nullptr ? std::string() : previewOf(*item, bank().setOf(item_)), bank());
}

void TheoryItems::showKept(const std::string& reason) {
  constexpr const char* kNote = "kept-item";
  form_->setKept(!reason.empty());
  if (item_ == told_) return;  // A note that was closed stays closed.
  told_ = item_;
  if (reason.empty()) {
    host_.forget(kNote);
  } else {
    host_.note({kNote, Note::Kind::kInfo,
                say("这道题来自其他系统，照原样保存，只能看，不能改：{reason}", "reason"_a = reason)});
  }
}

// Several changes of one keystroke are painted once.
void TheoryItems::refreshSoon() {
  if (refreshDue_) return;
  refreshDue_ = true;
  CallAfter([this] {
    if (refreshDue_) refreshForm();
  });
}

void TheoryItems::bankChanged(std::span<const Change> changes) {
  if (!index_ || stale_) return;
  if (!IsShownOnScreen()) {
    stale_ = true;
    return;
  }
  const bool moved = index_->follow(bank(), changes);
  const bool points = std::ranges::any_of(
      changes, [this](const Change& change) { return change.id == formats::Blueprint::idOf(level_); });
  if (points) form_->setIndex(&*index_);
  if (moved) list_->rowsMoved();
  if (std::ranges::any_of(changes, isOfReview)) list_->reviewsMoved();
  for (const Change& change : changes) {
    if (!moved) list_->rowChanged(change.id);
    // The preview shows what the item shares.
    if (change.was<formats::ItemSet>() != nullptr || change.is<formats::ItemSet>() != nullptr) refreshSoon();
    if (change.id != item_) continue;
    if (change.is<TheoryItem>() == nullptr) item_ = {};
    // At once: the form must not take the next keystroke for one into the old words.
    form_->show(bank().get<TheoryItem>(item_));
    refreshSoon();
  }
}

void TheoryItems::findingsChanged() {
  if (!IsShownOnScreen()) return;
  list_->repaint();
  refreshSoon();
}

void TheoryItems::addItem(ItemType type, std::optional<Id> point) {
  TheoryItem item = newItem(level_, type, point);
  if (point) item.code = FreeCodes(*index_).next(type, *point);
  const Id id = item.id;
  if (!host_.change(Edit(say("新建试题")).put(std::move(item)))) return;
  if (std::ranges::find(list_->shownItems(), id) == list_->shownItems().end()) list_->setQuery("");
  list_->select(id);
  showItem(id);
  form_->goTo("stem", {});
}

void TheoryItems::addNext() {
  const TheoryItem* item = current();
  const ItemType type = item == nullptr ? ItemType::kSingleChoice : item->type;
  addItem(type, item == nullptr ? std::nullopt : item->point);
}

void TheoryItems::addVariant() {
  const TheoryItem* item = current();
  if (item == nullptr) return;
  TheoryItem copy = variantOf(*item);
  if (copy.point) copy.code = FreeCodes(*index_).next(copy.type, *copy.point);
  const Id id = copy.id;
  if (!host_.change(Edit(say("复制试题")).put(std::move(copy)))) return;
  list_->select(id);
  showItem(id);
  form_->goTo("stem", {});
}

void TheoryItems::removeSelected() {
  const std::vector<Id> chosen = list_->selection();
  if (chosen.empty()) return;
  Edit edit(chosen.size() == 1 ? say("删除试题") : say("删除 {count} 道试题", "count"_a = chosen.size()));
  for (const Id& id : chosen) edit.remove(id);
  const auto& items = list_->shownItems();
  const auto last = std::ranges::find(items, chosen.back());
  const Id next = last != items.end() && last + 1 != items.end() ? *(last + 1) : Id();
  if (!host_.change(edit)) return;
  host_.note({"removed", Note::Kind::kInfo,
              say("已删除 {count} 道试题；用“撤销”可以找回。", "count"_a = chosen.size())});
  list_->select(next);
  showItem(next);
}

void TheoryItems::setDifficulty(int difficulty) {
  Edit edit(say("修改难度"));
  for (const Id& id : list_->selection()) {
    const TheoryItem* item = bank().find<TheoryItem>(id);
    if (item == nullptr || item->difficulty == difficulty) continue;
    TheoryItem next = *item;
    next.difficulty = difficulty;
    edit.put(std::move(next));
  }
  if (!edit.empty()) host_.change(edit);
}

void TheoryItems::changeMany() {
  const auto edit = askBulkChange(this, bank(), *index_, list_->selection());
  if (edit) host_.change(*edit);
}

// The set of the item at hand; where it is in none, a new one of the selected items.
void TheoryItems::editSet() {
  const formats::ItemSet* there = bank().setOf(item_);
  const auto edit =
      askItemSet(this, bank(), there != nullptr ? *there : newSet(bank(), level_, list_->selection()));
  if (edit) host_.change(*edit);
}

void TheoryItems::pasteItems() {
  const TheoryItem* item = current();
  const std::optional<Id> point = item == nullptr ? std::nullopt : item->point;
  const ItemIndex::Point* at = point ? index_->point(*point) : nullptr;
  PasteQuestion question{clipboardText(), at == nullptr ? std::string() : at->code + " " + at->name, false,
                         [this, point](const std::string& words, bool atPoint) {
                           return readPasted(bank(), *index_, level_, atPoint ? point : std::nullopt, words);
                         }};
  while (const auto pasted = askPaste(this, question)) {
    if (!host_.change(pasted->edit)) return;
    const Id last = pasted->items.back().item.id;
    if (std::ranges::find(list_->shownItems(), last) == list_->shownItems().end()) list_->setQuery("");
    list_->select(last);
    showItem(last);
    if (pasted->left.empty()) return;
    question.words = pasted->left;
    question.left = true;
  }
}

bool TheoryItems::key(int code) {
  if (code >= '1' && code <= '5' && !host_.document().readOnly()) {
    setDifficulty(code - '0');
  } else if (code == WXK_DELETE && !host_.document().readOnly()) {
    removeSelected();
  } else if (code == WXK_RETURN || code == WXK_F2) {
    form_->goTo("stem", {});
  } else {
    return false;
  }
  return true;
}

std::vector<Command> TheoryItems::commands() {
  const auto one = [this] { return current() != nullptr; };
  const auto prose = [this] { return form_->focusedProse() != nullptr; };
  const auto form = [this](FieldText::Form what) {
    return [this, what] {
      if (ProseField* field = form_->focusedProse()) field->toggleForm(what);
    };
  };
  std::vector<Command> all{
      {say("新建试题(&N)"), "Ctrl+N", say("新建一道同一考评点、同一题型的试题。"), [this] { addNext(); }},
      {say("保存并写下一题(&E)"), "Ctrl+Return", say("保存，再新建一道同一考评点、同一题型的试题。"),
       [this] {
         if (host_.attempt([this] { host_.document().save(); })) addNext();
       },
       one},
      {say("复制成变式(&D)"), "Ctrl+D", say("复制这道试题，改成另一道。"), [this] { addVariant(); }, one},
      {say("粘贴试题(&V)…"), "Ctrl+Shift+V", say("把从别处复制的一道或许多道试题收进来。"),
       [this] { pasteItems(); }},
      {say("删除试题"), "", say("删除选中的试题；可以撤销。"), [this] { removeSelected(); }, one},
      {},
      {say("上一题(&P)"), "Ctrl+Up", "", [this] { list_->move(-1); }, {}, false},
      {say("下一题(&X)"), "Ctrl+Down", "", [this] { list_->move(1); }, {}, false},
      {},
      {say("作答空(&B)"), "Ctrl+Space", say("在光标处插入作答的空；键入（ ）或 ___ 也可以。"),
       [this] {
         if (ProseField* field = form_->focusedProse()) field->insertBlank();
       },
       prose},
      {say("着重(&G)"), "Ctrl+B", say("把选中的字印成着重，例如否定题干里的“不”。"),
       form(FieldText::Form::kEmphasis), prose},
      {say("上标(&S)"), "Ctrl+Shift+Up", "", form(FieldText::Form::kSuperscript), prose},
      {say("下标(&U)"), "Ctrl+Shift+Down", "", form(FieldText::Form::kSubscript), prose},
      {say("公式(&M)"), "Ctrl+M", say("把选中的字当作 LaTeX 公式。"), form(FieldText::Form::kMath), prose},
      {say("插入图片(&I)…"), "Ctrl+Shift+I", say("插入图片文件；图片也可以直接粘贴。"),
       [this] { insertPicture(); }, prose},
      {say("插入或修改表格(&T)…"), "Ctrl+T", say("在光标处插入表格，或修改光标处的表格。"),
       [this] { editTable(); }, prose},
      {},
  };
  for (int difficulty = 1; difficulty <= 5; ++difficulty) {
    all.push_back({say("难度 {number}", "number"_a = difficulty), "Alt+" + std::to_string(difficulty), "",
                   [this, difficulty] { setDifficulty(difficulty); }, one});
  }
  all.push_back({});
  all.push_back({say("批量修改(&C)…"), "Ctrl+Shift+M", say("把选中的试题的一个项目改成同一个值。"),
                 [this] { changeMany(); }, one});
  all.push_back({say("题组(&K)…"), "Ctrl+G",
                 say("把选中的试题组成题组，共用题干或备选答案；或修改这道题所在的题组。"),
                 [this] { editSet(); }, one});
  return all;
}

void TheoryItems::insertPicture() {
  ProseField* field = form_->focusedProse();
  if (field == nullptr) return;
  const auto files = askFiles(this, say("插入图片"), {say("图片"), "*.png;*.jpg;*.jpeg;*.gif;*.bmp"});
  if (files.empty()) return;
  field->SetFocus();
  pictures_.putFiles(*field, files);
}

void TheoryItems::editTable() {
  ProseField* field = form_->focusedProse();
  if (field != nullptr && editTableAtCursor(this, *field)) field->SetFocus();
}

bool TheoryItems::paste() {
  ProseField* field = form_->focusedProse();
  if (field == nullptr) return false;
  auto picture = clipboardPicture();
  if (picture) pictures_.put(*field, std::move(*picture));
  return picture.has_value();
}

void TheoryItems::find() {
  list_->startSearch();
}

}  // namespace tiku::editor
