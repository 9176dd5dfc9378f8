#include "editor/widgets/difference_view.h"

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/named_ids.h"
#include "formats/compare/word_diff.h"

namespace tiku::editor {

using formats::Change;
using formats::DiffPiece;
using formats::Field;
using formats::Object;
using formats::say;

namespace {

struct Stretch {
  long from = 0;
  long to = 0;
  enum class Look { kHead, kRemoved, kAdded } look = Look::kHead;
};

/// Collects the words first: a text control is slow at many small appends.
class Page {
 public:
  void head(const std::string& words) {
    if (!text_.empty()) text_ += "\n\n";
    add(typed(headed(words)), Stretch::Look::kHead);
    text_ += "\n";
  }
  void add(const std::string& words) { text_ += shown(words); }
  void add(const std::string& words, Stretch::Look look) {
    const auto from = static_cast<long>(text_.size());
    text_ += shown(words);
    stretches_.push_back({from, static_cast<long>(text_.size()), look});
  }
  [[nodiscard]] const wxString& text() const { return text_; }
  [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }

 private:
  wxString text_;
  std::vector<Stretch> stretches_;
};

void addField(const Field& field, const std::string& before, const std::string& after, Page& page) {
  page.head(field.word);
  const std::vector<DiffPiece> pieces = formats::wordDiff(before, after);
  // Of two values that have nothing in common, "2" and "3", nobody would see where one ends.
  const bool replaced = pieces.size() == 2 && pieces[0].kind != pieces[1].kind &&
                        pieces[0].kind != DiffPiece::Kind::kSame && pieces[1].kind != DiffPiece::Kind::kSame;
  for (const DiffPiece& piece : pieces) {
    if (replaced && &piece == &pieces[1]) page.add(" → ");
    if (piece.kind == DiffPiece::Kind::kSame) {
      page.add(piece.text);
    } else {
      page.add(piece.text,
               piece.kind == DiffPiece::Kind::kRemoved ? Stretch::Look::kRemoved : Stretch::Look::kAdded);
    }
  }
}

Page pageOf(const Change& change, const formats::Bank& bank, const std::string& only) {
  Page page;
  const bool both = !formats::idOf(change.before).empty() && !formats::idOf(change.after).empty();
  const Object& whole = formats::idOf(change.after).empty() ? change.before : change.after;
  const std::vector<Field> fields =
      both ? formats::differingFields(change.before, change.after) : formats::fieldsOf(whole);
  for (const Field& field : fields) {
    if (!only.empty() && field.name != only) continue;
    std::pair<std::string, std::string> words;
    if (both) {
      words = formats::fieldDifference(change.before, change.after, field.name);
    } else {
      (formats::idOf(change.after).empty() ? words.first : words.second) =
          formats::fieldText(whole, field.name);
    }
    const std::string before = formats::withNames(words.first, bank);
    const std::string after = formats::withNames(words.second, bank);
    if (before != after) {
      addField(field, before, after, page);
    } else if (both) {
      // What differs has no words of its own: an id, a place.
      page.head(field.word);
      page.add(say("（改动没有文字）"));
    }
  }
  return page;
}

}  // namespace

DifferenceView::DifferenceView(wxWindow* parent)
    : wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                 wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_BESTWRAP | wxBORDER_NONE) {
  nameForReaders(this, say("改动的内容"));
  setInnerMargin(this, FromDIP(8));
}

void DifferenceView::clear() {
  ChangeValue({});
}

void DifferenceView::show(const Change& change, const formats::Bank& bank, const std::string& field) {
  const Page page = pageOf(change, bank, field);
  SetDefaultStyle(wxTextAttr());
  ChangeValue(page.text());
  SetStyle(0, GetLastPosition(), wxTextAttr(inkOf(State::kNeutral), groundOf(State::kNeutral), GetFont()));
  for (const Stretch& stretch : page.stretches()) {
    wxTextAttr look;
    switch (stretch.look) {
      case Stretch::Look::kHead:
        look.SetTextColour(quietInk());
        look.SetFont(GetFont().Bold());
        break;
      case Stretch::Look::kRemoved:
        look.SetBackgroundColour(groundOf(State::kEmpty));
        look.SetTextColour(inkOf(State::kEmpty));
        look.SetFont(GetFont().Strikethrough());
        break;
      case Stretch::Look::kAdded:
        look.SetBackgroundColour(groundOf(State::kGood));
        look.SetTextColour(inkOf(State::kGood));
        break;
    }
    SetStyle(stretch.from, stretch.to, look);
  }
  SetInsertionPoint(0);
  ShowPosition(0);
}

}  // namespace tiku::editor
