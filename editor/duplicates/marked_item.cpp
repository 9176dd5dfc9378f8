#include "editor/duplicates/marked_item.h"

#include <algorithm>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/duplicates/marked_words.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using workflows::MarkedPiece;

MarkedItem::MarkedItem(wxWindow* parent, const std::string& name)
    : wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, parent->FromDIP(wxSize(360, 190)),
                 wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_BESTWRAP) {
  nameForReaders(this, name);
  setInnerMargin(this, FromDIP(6));
}

void MarkedItem::show(const workflows::ItemSource& source, std::size_t at,
                      const validators::PairMarks& marks) {
  validators::ItemWords words;
  source.read(at, words);
  const workflows::ItemLabel label = source.label(at);
  struct Stretch {
    long from = 0;
    long to = 0;
    MarkedPiece::Mark mark = MarkedPiece::Mark::kNone;
  };
  std::vector<Stretch> stretches;
  wxString text = shown((label.level ? validators::levelWord(*label.level) + " " : "") + label.type + " " +
                        label.name() + "\n" + label.section + "\n\n");
  const auto head = static_cast<long>(text.size());
  const auto add = [&](int field) {
    for (const MarkedPiece& piece : workflows::markedPieces(words, marks, field)) {
      const auto from = static_cast<long>(text.size());
      text += shown(piece.text);
      stretches.push_back({from, static_cast<long>(text.size()), piece.mark});
    }
  };
  add(validators::Statement::Origin::kStem);
  for (std::size_t i = 0; i < words.options.size(); ++i) {
    const bool keyed = std::ranges::find(words.keyed, static_cast<int>(i)) != words.keyed.end();
    text +=
        shown("\n" + std::string(keyed ? "✓ " : "　") + validators::optionLetter(static_cast<int>(i)) + ". ");
    add(static_cast<int>(i));
  }
  if (words.truth) text += shown("\n" + (*words.truth ? say("正确") : say("错误")));
  for (const std::string_view answer : words.answers) text += shown("\n" + std::string(answer));

  ChangeValue(text);
  SetStyle(0, GetLastPosition(), wxTextAttr(inkOf(State::kNeutral), groundOf(State::kNeutral), GetFont()));
  SetStyle(0, head, wxTextAttr(quietInk()));
  for (const Stretch& stretch : stretches) {
    if (stretch.mark == MarkedPiece::Mark::kNone) continue;
    const bool common = stretch.mark == MarkedPiece::Mark::kCommon;
    wxTextAttr look;
    look.SetBackgroundColour(groundOf(common ? State::kShort : State::kEmpty));
    if (!common) look.SetFont(GetFont().Underlined());
    SetStyle(stretch.from, stretch.to, look);
  }
  SetInsertionPoint(0);
}

}  // namespace tiku::editor
