#include "editor/widgets/prose_field.h"

#include <algorithm>

#include "editor/widgets/dropped_files.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/language/characters.h"

namespace tiku::editor {

using formats::RichText;
using validators::TextRange;
using TextForm = FieldText::Form;

namespace {

constexpr int kMargin = 5;  // Between border and words, in DIP.

Look lookOf(validators::Severity severity) {
  switch (severity) {
    case validators::Severity::kError:
      return Look::kErrorSquiggle;
    case validators::Severity::kWarning:
      return Look::kWarningSquiggle;
    case validators::Severity::kInfo:
      break;
  }
  return Look::kInfoSquiggle;
}

std::optional<Look> lookOf(TextForm form) {
  switch (form) {
    case TextForm::kSubscript:
      return Look::kSubscript;
    case TextForm::kSuperscript:
      return Look::kSuperscript;
    case TextForm::kEmphasis:
      return Look::kEmphasis;
    case TextForm::kMath:
      return Look::kFormula;
    case TextForm::kBlank:
    case TextForm::kImage:
    case TextForm::kTable:
      return Look::kMark;
    case TextForm::kPlain:
    case TextForm::kLineBreak:
      break;
  }
  return {};
}

}  // namespace

ProseField::ProseField(wxWindow* parent, std::string_view name, int lines)
    : wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_NO_VSCROLL),
      lines_(lines) {
  nameForReaders(this, name);
  setInnerMargin(this, FromDIP(kMargin));
  letWheelThrough(this);
  Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typedInto(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { growWithWords(); });
  });
  // The tab key leaves a field; a form is filled in with the keyboard.
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_TAB && !event.ControlDown() && !event.AltDown()) {
      Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
      return;
    }
    event.Skip();
  });
}

wxSize ProseField::DoGetBestClientSize() const {
  const int line = GetCharHeight() + FromDIP(3);
  return {FromDIP(120), std::max(height_, lines_ * line + 2 * FromDIP(kMargin))};
}

ProseField::Selection ProseField::selection() const {
  long from = 0;
  long to = 0;
  GetSelection(&from, &to);
  return {static_cast<int>(from), static_cast<int>(to - from)};
}

void ProseField::setWords(const RichText& words) {
  if (field_.rich() == words) return;
  const int cursor = static_cast<int>(GetInsertionPoint());
  field_ = FieldText(words);
  squiggles_.clear();
  showField(std::min(cursor, field_.size()));
}

void ProseField::showField(int cursor) {
  const wxString text = shown(field_.str());
  if (GetValue() != text) ChangeValue(text);
  painted_.clear();
  if (GetInsertionPoint() != cursor) SetInsertionPoint(cursor);
  paintLooks();
  growWithWords();
}

void ProseField::typedInto() {
  const int oldSize = field_.size();
  int cursor = field_.became(typed(GetValue()), static_cast<int>(GetInsertionPoint()));
  if (recognisesBlanks_ && field_.size() > oldSize) blankJustTyped(cursor);
  edited(cursor);
}

// （ ）, () and ____ in front of the cursor, typed by hand.
void ProseField::blankJustTyped(int& cursor) {
  const std::u32string text = validators::language::decode(field_.str());
  const auto isPlain = [this](int from, int length) {
    return field_.hasForm(from, length, TextForm::kPlain);
  };
  if (cursor < 2 || cursor > static_cast<int>(text.size())) return;
  const auto at = [&text](int i) { return text[static_cast<std::size_t>(i)]; };
  int from = cursor - 1;
  if (at(from) == U'）' || at(from) == U')') {
    --from;
    while (from > 0 && (at(from) == U' ' || at(from) == U'\u3000')) --from;
    if (at(from) != U'（' && at(from) != U'(') return;
  } else {
    while (from > 0 && at(from) == U'_' && at(from - 1) == U'_') --from;
    if (at(from) != U'_' || cursor - from < 3) return;
  }
  if (isPlain(from, cursor - from)) cursor = field_.insertBlank(from, cursor - from);
}

void ProseField::edited(int cursor) {
  showField(cursor);
  if (edited_) edited_(field_.rich());
}

void ProseField::setSquiggles(std::vector<Squiggle> squiggles) {
  squiggles_ = std::move(squiggles);
  paintLooks();
}

void ProseField::paintLooks() {
  std::vector<LookAt> looks;
  for (const FieldText::Run& run : field_.runs()) {
    if (const auto look = lookOf(run.form)) looks.push_back({run.from, run.length, *look});
  }
  for (const Squiggle& squiggle : squiggles_) {
    const TextRange at = field_.here(squiggle.range);
    looks.push_back({at.from, at.length, lookOf(squiggle.severity)});
  }
  if (looks == painted_) return;
  setLooks(this, looks);
  painted_ = std::move(looks);
}

void ProseField::selectWords(TextRange inWords) {
  const TextRange at = field_.here(inWords);
  SetFocus();
  SetSelection(at.from, at.from + at.length);
  ShowPosition(at.from);
}

void ProseField::growWithWords() {
  const int width = GetClientSize().x;
  if (width < FromDIP(40)) return;  // Not laid out yet.
  const int height = heightOfWords(this, width) + FromDIP(2);
  if (height == height_) return;
  height_ = height;
  InvalidateBestSize();
  if (grown_) grown_();
}

void ProseField::takeDroppedFiles() {
  letFilesDrop(this, [this](int at, const std::vector<std::string>& paths) { dropFiles(at, paths); });
}

void ProseField::dropFiles(int at, const std::vector<std::string>& paths) {
  SetFocus();
  SetInsertionPoint(at);
  // Later: whoever drags still holds the mouse.
  QueueEvent(new DroppedFiles(*this, {paths.begin(), paths.end()}));
}

void ProseField::toggleForm(TextForm form) {
  const Selection chosen = selection();
  if (chosen.length == 0) return;
  field_.setForm(chosen.from, chosen.length,
                 field_.hasForm(chosen.from, chosen.length, form) ? TextForm::kPlain : form);
  edited(chosen.from + chosen.length);
  SetSelection(chosen.from, chosen.from + chosen.length);
}

void ProseField::insertBlank() {
  const Selection chosen = selection();
  edited(field_.insertBlank(chosen.from, chosen.length));
}

void ProseField::insertImage(const std::string& media, const std::string& alternative) {
  const Selection chosen = selection();
  edited(field_.insertImage(chosen.from, chosen.length, media, alternative));
}

void ProseField::insertTable(formats::TextTable table) {
  const Selection chosen = selection();
  edited(field_.insertTable(chosen.from, chosen.length, std::move(table)));
}

void ProseField::insertWords(const RichText& words) {
  const Selection chosen = selection();
  edited(field_.insert(chosen.from, chosen.length, words));
}

const formats::TextTable* ProseField::tableAtCursor() const {
  const int cursor = selection().from;
  const auto* table = field_.tableAt(cursor);
  return table != nullptr ? table : field_.tableAt(cursor - 1);
}

void ProseField::replaceTableAtCursor(formats::TextTable table) {
  const int cursor = selection().from;
  field_.setTableAt(field_.tableAt(cursor) != nullptr ? cursor : cursor - 1, std::move(table));
  edited(cursor);
}

}  // namespace tiku::editor
