#include "editor/expert/card_text.h"

#include <algorithm>

#include <wx/scrolwin.h>

#include "editor/widgets/words.h"
#include "formats/base/utf8.h"
#include "formats/compare/word_diff.h"

namespace tiku::editor {

using formats::DiffPiece;

namespace {

void setPoints(wxTextCtrl* control, int points) {
  wxFont font = control->GetFont();
  font.SetPointSize(points);
  control->SetFont(font);
}

}  // namespace

void layOutAround(wxWindow* window) {
  for (wxWindow* at = window->GetParent(); at != nullptr; at = at->GetParent()) {
    at->InvalidateBestSize();
    if (auto* scrolled = dynamic_cast<wxScrolledWindow*>(at)) {
      scrolled->FitInside();
      scrolled->Layout();
      return;
    }
    if (at->IsTopLevel()) {
      at->Layout();
      return;
    }
  }
}

void StyledWords::add(std::string_view words) {
  text += words;
}

void StyledWords::add(std::string_view words, Look look) {
  looks.push_back({formats::characterCount(text), formats::characterCount(words), look});
  text += words;
}

void StyledWords::line(std::string_view words) {
  if (!text.empty()) text += '\n';
  add(words);
}

void StyledWords::line(std::string_view words, Look look) {
  if (!text.empty()) text += '\n';
  add(words, look);
}

void StyledWords::change(const std::string& before, const std::string& after) {
  for (const DiffPiece& piece : formats::wordDiff(before, after)) {
    switch (piece.kind) {
      case DiffPiece::Kind::kSame:
        add(piece.text);
        break;
      case DiffPiece::Kind::kRemoved:
        add(piece.text, Look::kRemoved);
        break;
      case DiffPiece::Kind::kAdded:
        add(piece.text, Look::kAdded);
        break;
    }
  }
}

CardText::CardText(wxWindow* parent, std::string_view name, int points)
    : wxTextCtrl(
          parent, wxID_ANY, {}, wxDefaultPosition, wxSize(1, 1),
          wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_BESTWRAP | wxTE_NO_VSCROLL | wxBORDER_NONE) {
  nameForReaders(this, name);
  setPoints(this, points);
  setInnerMargin(this, FromDIP(2));
  letWheelThrough(this);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().x == width_) return;
    width_ = event.GetSize().x;
    SetMinSize({1, heightOfWords(this, width_)});
    CallAfter([this] { layOutAround(this); });
  });
}

void CardText::show(StyledWords words) {
  ChangeValue(shown(words.text));
  setLooks(this, words.looks);
  if (width_ > 1) SetMinSize({1, heightOfWords(this, width_)});
}

SentenceField::SentenceField(wxWindow* parent, std::string_view name, int points, int lines)
    : wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxSize(1, 1), wxTE_MULTILINE | wxTE_NO_VSCROLL),
      lines_(lines) {
  nameForReaders(this, name);
  setPoints(this, points);
  setInnerMargin(this, FromDIP(4));
  letWheelThrough(this);
  SetMinSize({1, lines_ * GetCharHeight() + 2 * FromDIP(6)});
  Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    grow();
    if (typed_) typed_(words());
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().x == width_) return;
    width_ = event.GetSize().x;
    CallAfter([this] { grow(); });
  });
  // Tab leaves the field: nobody puts one into a sentence.
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_TAB && !event.ControlDown()) {
      Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    } else {
      event.Skip();
    }
  });
}

void SentenceField::grow() {
  if (width_ <= 1) return;
  const int height =
      std::max(lines_ * GetCharHeight() + 2 * FromDIP(6), heightOfWords(this, width_) + FromDIP(6));
  if (GetMinSize().y == height) return;
  SetMinSize({1, height});
  layOutAround(this);
}

void SentenceField::setWords(std::string_view utf8) {
  if (words() == utf8) return;
  ChangeValue(shown(utf8));
  grow();
}

std::string SentenceField::words() const {
  return typed(GetValue());
}

}  // namespace tiku::editor
