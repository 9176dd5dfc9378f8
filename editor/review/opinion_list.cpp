#include "editor/review/opinion_list.h"

#include "editor/review/opinion_words.h"
#include "editor/widgets/colours.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Gravity;
using formats::Id;
using formats::Opinion;
using formats::OpinionStatus;
using formats::say;
using formats::wordOf;

namespace {

enum Column : unsigned { kStatus, kGravity, kWhere, kRemark, kAnswerer, kColumns };

}  // namespace

OpinionList::OpinionList(wxWindow* parent, Host& host)
    : ObjectList(parent, kColumns, say("意见列表")), host_(host) {
  // English words are longer.
  const int more = formats::language() == formats::Language::kEnglish ? 24 : 0;
  addColumn(say("状态"), 62 + more);
  addColumn(say("程度"), 44 + more);
  // What tells two codes apart is at their end.
  addColumn(say("位置"), 124, true);
  addColumn(say("意见"), 140);
  addColumn(say("答复人"), 60);
  onOpen([this] {
    if (key_) key_(WXK_RETURN);
  });
  Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
    if (!event.HasAnyModifiers() && event.GetKeyCode() != WXK_RETURN && key_ && key_(event.GetKeyCode()))
      return;
    event.Skip();
  });
}

std::string OpinionList::words(std::size_t row, unsigned column) const {
  const Opinion& opinion = *lines_[row];
  switch (column) {
    case kStatus:
      return wordOf(opinion.status);
    case kGravity:
      return wordOf(opinion.remark.gravity);
    case kWhere:
      return shortName(host_.document().bank(), opinion.remark.anchor.object);
    case kRemark:
      return opinion.remark.comment.substr(0, opinion.remark.comment.find('\n'));
    case kAnswerer:
      return opinion.answeredBy.empty() ? opinion.answerer : opinion.answeredBy;
    default:
      return {};
  }
}

bool OpinionList::paint(std::size_t row, unsigned column, wxDataViewItemAttr& look) const {
  const Opinion& opinion = *lines_[row];
  if (column == kStatus) {
    const OpinionStatus status = opinion.status;
    look.SetColour(inkOf(status == OpinionStatus::kAgreed     ? State::kGood
                         : status == OpinionStatus::kAnswered ? State::kNeutral
                                                              : State::kShort));
    return true;
  }
  const bool grave = column == kGravity && opinion.remark.gravity == Gravity::kGrave;
  if (grave) look.SetColour(inkOf(State::kEmpty));
  return grave;
}

void OpinionList::show(std::vector<Line> lines) {
  if (lines == lines_) return;
  std::vector<Id> ids;
  ids.reserve(lines.size());
  for (const Line& line : lines) ids.push_back(line->id);
  lines_.swap(lines);
  showObjects(std::move(ids));
}

Id OpinionList::chosen() const {
  const std::vector<std::size_t> all = chosenRows();
  return all.empty() ? Id() : lines_[all.front()]->id;
}

std::vector<OpinionList::Line> OpinionList::allChosen() const {
  std::vector<Line> all;
  for (const std::size_t row : chosenRows()) all.push_back(lines_[row]);
  return all;
}

}  // namespace tiku::editor
