#include "editor/widgets/styled_words.h"

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"

namespace tiku::editor {

StyledWords::StyledWords(wxWindow* parent, std::string_view name)
    : wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                 wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_BESTWRAP | wxBORDER_NONE) {
  nameForReaders(this, name);
  setInnerMargin(this, FromDIP(8));
}

wxTextAttr StyledWords::lookOf(Style style) const {
  wxTextAttr look;
  switch (style) {
    case Style::kPlain:
      break;
    case Style::kHead:
      look.SetTextColour(quietInk());
      look.SetFont(GetFont().Bold());
      break;
    case Style::kStrong:
      look.SetFont(GetFont().Bold());
      break;
    case Style::kQuiet:
      look.SetTextColour(quietInk());
      break;
    case Style::kMeant:
      look.SetBackgroundColour(groundOf(State::kShort));
      look.SetTextColour(inkOf(State::kShort));
      break;
    case Style::kRemoved:
      look.SetBackgroundColour(groundOf(State::kEmpty));
      look.SetTextColour(inkOf(State::kEmpty));
      look.SetFont(GetFont().Strikethrough());
      break;
    case Style::kAdded:
      look.SetBackgroundColour(groundOf(State::kGood));
      look.SetTextColour(inkOf(State::kGood));
      break;
    case Style::kWarning:
      look.SetTextColour(inkOf(State::kShort));
      look.SetFont(GetFont().Bold());
      break;
  }
  return look;
}

void StyledWords::show(std::vector<Piece> pieces) {
  if (pieces == pieces_) return;
  pieces_ = std::move(pieces);
  // All words first: a text control is slow at many small appends.
  wxString all;
  std::vector<long> ends;
  for (const Piece& piece : pieces_) {
    all += shown(piece.words);
    ends.push_back(static_cast<long>(all.size()));
  }
  SetDefaultStyle(wxTextAttr());
  ChangeValue(all);
  SetStyle(0, GetLastPosition(), wxTextAttr(inkOf(State::kNeutral), groundOf(State::kNeutral), GetFont()));
  long from = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (pieces_[i].style != Style::kPlain && ends[i] > from)
      SetStyle(from, ends[i], lookOf(pieces_[i].style));
    from = ends[i];
  }
  SetInsertionPoint(0);
  ShowPosition(0);
}

}  // namespace tiku::editor
