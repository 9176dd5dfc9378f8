#include "editor/review/disagreement_table.h"

#include <cmath>

#include <fmt/format.h>

#include "editor/review/review_words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Id;
using formats::ItemVerdict;
using formats::say;
using workflows::Figure;
using workflows::ItemOpinion;
using workflows::Voice;

namespace {

// Short enough for a narrow column; the whole words are in the legend above the table.
std::string shortWord(ItemVerdict verdict) {
  switch (verdict) {
    case ItemVerdict::kAdopt:
      return say("采用");
    case ItemVerdict::kRevise:
      return say("修改");
    case ItemVerdict::kDrop:
      break;
  }
  return say("淘汰");
}

State stateOf(ItemVerdict verdict) {
  switch (verdict) {
    case ItemVerdict::kAdopt:
      return State::kGood;
    case ItemVerdict::kRevise:
      return State::kShort;
    case ItemVerdict::kDrop:
      break;
  }
  return State::kEmpty;
}

std::string percent(const Figure& figure) {
  return figure.known() ? fmt::format("{:.0f}%", 100 * figure.value()) : figure.str();
}

}  // namespace

void DisagreementTable::follow(const formats::Bank& bank, const formats::Round& round) {
  scores_ = workflows::panelScores(bank, round, Voice::kFinal);
  opinions_.clear();
  names_.clear();
  titles_.clear();
  validity_.clear();
  if (scores_.experts.empty()) return;
  opinions_ = workflows::disputedFirst(scores_);
  for (const workflows::ItemValidity& one : workflows::contentValidity(scores_.relevance).items)
    validity_.push_back(one.index);
  for (const Id expert : scores_.experts) names_.push_back(workflows::memberName(round, expert));
  for (const Id object : scores_.objects) titles_.push_back(objectLine(bank, object));
}

Id DisagreementTable::itemOf(int row) const {
  return row < 0 || row >= rows() ? Id() : opinions_[static_cast<std::size_t>(row)].object;
}

std::vector<TableColumn> DisagreementTable::columns() const {
  using Align = TableColumn::Align;
  std::vector<TableColumn> columns{
      {say("试题"), 168}, {say("意见"), 52, Align::kCentre}, {say("采／改／汰"), 76, Align::kCentre}};
  for (const std::string& name : names_) columns.push_back({name, 84, Align::kCentre});
  columns.push_back({say("相关性"), 62, Align::kCentre});
  columns.push_back({say("标准差"), 62, Align::kCentre});
  columns.push_back({"I-CVI", 56, Align::kCentre});
  columns.push_back({say("难度"), 56, Align::kCentre});
  return columns;
}

TableCell DisagreementTable::cell(int row, int column) const {
  TableCell cell;
  cell.editable = false;
  if (row < 0 || row >= rows()) return cell;
  const ItemOpinion& one = opinions_[static_cast<std::size_t>(row)];
  switch (column) {
    case kItem:
      cell.text = titles_[one.unit];
      cell.bold = true;
      break;
    case kVerdict:
      cell.text = one.verdict ? shortWord(*one.verdict) : std::string("—");
      if (one.verdict) cell.state = stateOf(*one.verdict);
      break;
    case kVotes:
      cell.text = fmt::format("{} / {} / {}", one.votes[0], one.votes[1], one.votes[2]);
      break;
    default: {
      const auto expert = static_cast<std::size_t>(column - kFirstExpert);
      if (expert < names_.size()) return expertCell(one.unit, expert);
      return figureCell(one, static_cast<int>(expert - names_.size()));
    }
  }
  return cell;
}

TableCell DisagreementTable::figureCell(const ItemOpinion& one, int figure) const {
  TableCell cell;
  cell.editable = false;
  switch (figure) {
    case kRelevance:
      cell.text = one.relevance.str(2);
      if (one.relevance.known() && one.relevance.value() < workflows::kRelevantFrom)
        cell.state = State::kEmpty;
      break;
    case kSpread:
      cell.text = one.relevanceSpread.str(2);
      break;
    case kValidity:
      cell.text = validity_[one.unit].str(2);
      break;
    case kDifficulty:
      cell.text = percent(one.difficulty);
      break;
    default:
      break;
  }
  return cell;
}

// "采用 4 70%": verdict, relevance, difficulty.
TableCell DisagreementTable::expertCell(std::size_t unit, std::size_t expert) const {
  TableCell cell;
  cell.editable = false;
  const auto verdict = scores_.verdicts.at(expert, unit);
  const auto relevance = scores_.relevance.at(expert, unit);
  const auto difficulty = scores_.difficulty.at(expert, unit);
  if (!verdict && !relevance && !difficulty) return cell;
  if (verdict) {
    const auto word = static_cast<ItemVerdict>(std::lround(*verdict));
    cell.state = stateOf(word);
    cell.text = shortWord(word);
  } else {
    cell.text = "—";
  }
  cell.text += relevance ? fmt::format(" {:.0f}", *relevance) : " —";
  cell.text += difficulty ? fmt::format(" {:.0f}%", 100 * *difficulty) : " —";
  return cell;
}

}  // namespace tiku::editor
