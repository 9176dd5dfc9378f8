#include "editor/import/verdict_list.h"

#include <algorithm>

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/utf8.h"

namespace tiku::editor {

using formats::say;
using formats::Verdict;

namespace {

enum VerdictColumn : unsigned { kPlace, kVerdict, kSource, kReason, kVerdictColumns };
constexpr int kMargin = 10;

std::string wordOf(const formats::SourceVerdict* verdict) {
  return verdict == nullptr ? say("说明") : workflows::verdictWord(verdict->verdict);
}

std::string excerpt(const std::string& text) {
  constexpr std::size_t kMost = 600;  // Bytes; what is longer is found by its beginning.
  return formats::shortened(text, kMost);
}

}  // namespace

class VerdictList::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(VerdictList& list) : list_(list) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return kVerdictColumns; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }

  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    value = row < list_.rows_.size() ? shown(excerpt(list_.cell(list_.rows_[row], column))) : wxString();
  }

  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    if (row >= list_.rows_.size()) return false;
    const formats::SourceVerdict* verdict = list_.rows_[row].verdict;
    if (verdict != nullptr && verdict->verdict == Verdict::kUnclear) {
      if (column != kVerdict) return false;
      look.SetColour(inkOf(State::kShort));
      return true;
    }
    look.SetColour(quietInk());
    return verdict == nullptr || verdict->verdict == Verdict::kSkipped;
  }

 private:
  VerdictList& list_;
};

VerdictList::VerdictList(wxWindow* parent)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(880, 300)),
                     wxDV_SINGLE | wxDV_ROW_LINES | wxDV_VARIABLE_LINE_HEIGHT),
      model_(new Model(*this)) {
  addWords(say("位置"), kPlace, 130);
  addWords(say("结果"), kVerdict, 80);
  addWords(say("原文"), kSource, 330);
  addWords(say("说明"), kReason, 310);
  AssociateModel(model_.get());
  nameForReaders(this, say("原文各处"));
}

// Here, where the model is a whole type.
VerdictList::~VerdictList() = default;

void VerdictList::addWords(const std::string& title, unsigned column, int width) {
  auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
  AppendColumn(new wxDataViewColumn(headed(title), renderer, column, FromDIP(width), wxALIGN_LEFT,
                                    wxDATAVIEW_COL_RESIZABLE));
  wrapCells(renderer, FromDIP(width - kMargin));
}

void VerdictList::show(const ImportReading* reading, std::optional<Verdict> only) {
  rows_.clear();
  severalFiles_ = reading != nullptr && reading->files.size() > 1;
  if (reading != nullptr) {
    for (const FileReading& file : reading->files) {
      for (const formats::SourceVerdict& row : file.report.rows) {
        if (!only || row.verdict == *only) rows_.push_back({&file, &row, nullptr});
      }
      if (only && *only != Verdict::kUnclear) continue;
      for (const std::string& remark : file.report.notes) rows_.push_back({&file, nullptr, &remark});
    }
  }
  model_->Reset(static_cast<unsigned>(rows_.size()));
}

std::string VerdictList::cell(const Row& row, unsigned column) const {
  switch (column) {
    case kPlace: {
      const std::string at = row.verdict == nullptr ? std::string() : row.verdict->at;
      if (!severalFiles_ && !at.empty()) return at;
      return at.empty() ? row.file->name : row.file->name + "\n" + at;
    }
    case kVerdict:
      return wordOf(row.verdict);
    case kSource:
      return row.verdict == nullptr ? std::string() : row.verdict->words;
    default:
      return row.verdict == nullptr ? *row.remark : row.verdict->reason;
  }
}

std::string VerdictList::asText() const {
  std::string text;
  for (const Row& row : rows_) {
    for (unsigned column = 0; column < kVerdictColumns; ++column) {
      std::string words = cell(row, column);
      std::ranges::replace_if(words, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
      text += words + (column + 1 < kVerdictColumns ? '\t' : '\n');
    }
  }
  return text;
}

}  // namespace tiku::editor
