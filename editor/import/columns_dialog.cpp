#include "editor/import/columns_dialog.h"

#include <array>
#include <utility>
#include <vector>

#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::markForTranslation;
using formats::say;
using formats::operator""_a;

namespace {

constexpr int kMostOptions = 8;
constexpr int kHintWidth = 560;

constexpr std::array<std::pair<const char*, const char*>, 3> kBeforeOptions{
    {{"stem", markForTranslation("题干")},
     {"key", markForTranslation("答案")},
     {"options", markForTranslation("全部选项在一格")}}};
constexpr std::array<std::pair<const char*, const char*>, 9> kAfterOptions{
    {{"type", markForTranslation("题型")},
     {"level", markForTranslation("等级")},
     {"difficulty", markForTranslation("难度")},
     {"consistency", markForTranslation("一致性")},
     {"rationale", markForTranslation("解析")},
     {"point", markForTranslation("考评点")},
     {"code", markForTranslation("题号")},
     {"marks", markForTranslation("分值")},
     {"reference", markForTranslation("出处")}}};

/// The fields by their names, with what the user calls them.
std::vector<std::pair<std::string, std::string>> columnFields() {
  std::vector<std::pair<std::string, std::string>> fields;
  for (const auto& [name, word] : kBeforeOptions) fields.emplace_back(name, formats::translate(word));
  for (int i = 0; i < kMostOptions; ++i) {
    fields.emplace_back(std::string("option-") + static_cast<char>('a' + i),
                        say("选项 {letter}", "letter"_a = static_cast<char>('A' + i)));
  }
  for (const auto& [name, word] : kAfterOptions) fields.emplace_back(name, formats::translate(word));
  return fields;
}

}  // namespace

std::optional<ColumnsByField> askColumns(wxWindow* parent, const ColumnsByField& before) {
  wxDialog dialog(parent, wxID_ANY, shown(say("指定列")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(12);
  auto* hint = new wxStaticText(
      &dialog, wxID_ANY,
      wrapped(&dialog,
              say("表头的字认不出时，写明哪一列是什么：列号，例如 C；或者表头上的字，例如 题目。空着的由程序"
                  "辨认。"),
              dialog.FromDIP(kHintWidth)));
  hint->SetForegroundColour(quietInk());
  std::vector<std::pair<std::string, wxTextCtrl*>> typedIn;
  auto* sides = new wxBoxSizer(wxHORIZONTAL);
  const auto fields = columnFields();
  const std::size_t half = (fields.size() + 1) / 2;
  for (std::size_t from : {std::size_t{0}, half}) {
    auto* form = new Form(&dialog);
    for (std::size_t i = from; i < std::min(fields.size(), from + half); ++i) {
      const auto& [name, word] = fields[i];
      const auto there = before.find(name);
      typedIn.emplace_back(name, form->field(word, there == before.end() ? std::string() : there->second));
    }
    sides->Add(form, wxSizerFlags(1).Top().Border(wxRIGHT, from == 0 ? gap * 2 : 0));
  }
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(hint, wxSizerFlags().Border(wxBOTTOM, gap));
  content->Add(sides, wxSizerFlags(1).Expand());
  const DialogFoot foot(&dialog, content, say("确定"));
  dialog.Fit();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return {};
  ColumnsByField columns;
  for (const auto& [name, field] : typedIn) {
    if (const std::string words = wordsOf(field); !words.empty()) columns[name] = words;
  }
  return columns;
}

}  // namespace tiku::editor
