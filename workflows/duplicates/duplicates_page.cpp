#include "workflows/duplicates/duplicates_page.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "formats/base/markup.h"
#include "formats/base/say.h"
#include "validators/rules/duplicates/judged_pairs.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/duplicates/marked_words.h"

namespace tiku::workflows {

using namespace formats;
using namespace validators;

namespace {

// Grey and underline survive a black-and-white print.
constexpr const char* kStyle = R"(
body { font: 15px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; margin: 2em auto; max-width: 62em;
  padding: 0 1em; color: #111; }
h1 { font-size: 1.5em; margin-bottom: .2em; }
h2 { font-size: 1.1em; margin: 2em 0 .4em; border-bottom: 2px solid #444; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .6em 0 1.4em;
  break-inside: avoid; page-break-inside: avoid; }
th, td { border: 1px solid #999; padding: .4em .6em; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { font-weight: normal; background: #f2f2f2; }
th b { margin-right: 1em; }
.facts td, .facts th { padding: .15em .6em; }
.facts { width: auto; }
.place { color: #444; font-size: .87em; }
.stem { white-space: pre-wrap; margin: .3em 0; }
.option { white-space: pre-wrap; margin: 0 0 0 1em; }
.key { font-weight: bold; }
.key-line { margin: .2em 0; }
.common { background: #ffef9e; }
.different { background: #ffd9d2; text-decoration: underline; }
.verdict { height: 1.6em; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; }
  .common { background: #e4e4e4; } .different { background: none; }
  th, .common { -webkit-print-color-adjust: exact; print-color-adjust: exact; } h2 { break-after: avoid; } }
)";

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + '%';
}

class Page {
 public:
  Page(const ItemTable& table, const std::vector<DuplicatePair>& pairs, std::ostream& out)
      : table_(table), pairs_(pairs), out_(out) {}

  void write(const PageFacts& facts) {
    const std::string title = say("相近试题对照表");
    out_ << "<!DOCTYPE html>\n<html lang=\"" << (language() == Language::kEnglish ? "en" : "zh-CN")
         << "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" << formats::escapedMarkup(title)
         << "</title>\n<style>" << kStyle << "</style>\n</head>\n<body>\n<h1>"
         << formats::escapedMarkup(title) << "</h1>\n";
    head(facts);
    const auto groups = groupsOf(pairs_);
    for (std::size_t i = 0; i < groups.size(); ++i) group(i + 1, groups[i]);
    out_ << "</body>\n</html>\n";
  }

 private:
  void head(const PageFacts& facts) {
    out_ << "<p>" << formats::escapedMarkup(sources()) << "</p>\n<p>";
    out_ << formats::escapedMarkup(
        say("比较的是填入答案之后的题意，字形宽窄、标点和作答空的写法不计；相似度不低于 {threshold} 的共 {n} "
            "对。",
            "threshold"_a = percent(facts.threshold), "n"_a = facts.found));
    if (pairs_.size() < facts.found) {
      out_ << formats::escapedMarkup(say("这里列出最像的 {n} 对。", "n"_a = pairs_.size()));
    }
    out_ << "</p>\n<p>"
         << say("{common}：两题都有的词语；{different}：只有这一题有的词语；加粗的选项是答案。",
                "common"_a = "<span class=\"common\">" + formats::escapedMarkup(say("浅底")) + "</span>",
                "different"_a =
                    "<span class=\"different\">" + formats::escapedMarkup(say("下划线")) + "</span>")
         << "</p>\n";
    std::map<PairKind, int> kinds;
    for (const DuplicatePair& pair : pairs_) ++kinds[pair.kind];
    out_ << "<table class=\"facts\">\n";
    for (const auto& [kind, count] : kinds) {
      out_ << "<tr><th>" << formats::escapedMarkup(pairKindName(kind)) << "</th><td>" << count
           << "</td></tr>\n";
    }
    out_ << "</table>\n";
  }

  [[nodiscard]] std::string sources() const {
    std::string text;
    for (std::size_t i = 0; i < table_.sourceCount(); ++i) {
      if (i > 0) text += say("；");
      text += say("{name}：{n} 道题", "name"_a = table_.source(i).name(), "n"_a = table_.source(i).size());
    }
    return text;
  }

  void group(std::size_t number, const std::vector<std::size_t>& members) {
    out_ << "<h2>"
         << formats::escapedMarkup(
                say("第 {number} 组（{n} 对）", "number"_a = number, "n"_a = members.size()))
         << "</h2>\n";
    for (const std::size_t member : members) pair(pairs_[member]);
  }

  void pair(const DuplicatePair& pair) {
    const PairReading reading = readAgain(table_, pair);
    out_ << "<table>\n<tr><th colspan=\"2\"><b>" << formats::escapedMarkup(pairKindName(pair.kind)) << "</b> "
         << formats::escapedMarkup(say("相似度 {percent}", "percent"_a = percent(pair.similarity)));
    if (reading.keysDisagree) out_ << "　" << formats::escapedMarkup(say("两题的答案互相矛盾"));
    if (pair.verdict)
      out_ << "　"
           << formats::escapedMarkup(say("已判为“{verdict}”", "verdict"_a = verdictName(*pair.verdict)));
    out_ << "</th></tr>\n<tr>\n";
    item(pair.a, reading.a);
    item(pair.b, reading.b);
    out_ << "</tr>\n<tr><td colspan=\"2\" class=\"verdict\">"
         << formats::escapedMarkup(say("判定：□ 相同　□ 变式　□ 不同　　理由：")) << "</td></tr>\n</table>\n";
  }

  void item(std::size_t number, const PairMarks& marks) {
    const ItemTable::Where where = table_.where(number);
    const ItemLabel label = where.source.label(where.at);
    ItemWords words;
    where.source.read(where.at, words);
    out_ << "<td width=\"50%\" valign=\"top\">\n<div class=\"place\">";
    if (table_.sourceCount() > 1) out_ << formats::escapedMarkup(where.source.name()) << "　";
    if (label.level) out_ << formats::escapedMarkup(levelWord(*label.level)) << ' ';
    out_ << formats::escapedMarkup(label.type) << ' ' << formats::escapedMarkup(label.id);
    if (!label.section.empty()) out_ << "<br>" << formats::escapedMarkup(label.section);
    out_ << "</div>\n<div class=\"stem\">";
    field(words, marks, Statement::Origin::kStem);
    out_ << "</div>\n";
    for (std::size_t i = 0; i < words.options.size(); ++i) {
      const bool keyed = std::ranges::find(words.keyed, static_cast<int>(i)) != words.keyed.end();
      out_ << (keyed ? "<div class=\"option key\">" : "<div class=\"option\">")
           << optionLetter(static_cast<int>(i)) << ". ";
      field(words, marks, static_cast<int>(i));
      out_ << "</div>\n";
    }
    if (const std::string key = keyLine(words); !key.empty()) {
      out_ << "<div class=\"key-line\">" << formats::escapedMarkup(say("答案：{key}", "key"_a = key))
           << "</div>\n";
    }
    out_ << "</td>\n";
  }

  static std::string keyLine(const ItemWords& words) {
    std::string key;
    if (words.truth) key = *words.truth ? "√" : "×";
    for (const std::string_view answer : words.answers)
      key += (key.empty() ? "" : "；") + std::string(answer);
    for (const int option : words.keyed) key += optionLetter(option);
    return key;
  }

  void field(const ItemWords& words, const PairMarks& marks, int number) {
    for (const MarkedPiece& piece : markedPieces(words, marks, number)) {
      switch (piece.mark) {
        case MarkedPiece::Mark::kNone:
          out_ << formats::escapedMarkup(piece.text);
          break;
        case MarkedPiece::Mark::kCommon:
          out_ << "<span class=\"common\">" << formats::escapedMarkup(piece.text) << "</span>";
          break;
        case MarkedPiece::Mark::kDifferent:
          out_ << "<span class=\"different\">" << formats::escapedMarkup(piece.text) << "</span>";
          break;
      }
    }
  }

  const ItemTable& table_;
  const std::vector<DuplicatePair>& pairs_;
  std::ostream& out_;
};

}  // namespace

void writeDuplicatesPage(const ItemTable& table, const std::vector<DuplicatePair>& pairs,
                         const PageFacts& facts, std::ostream& out) {
  Page(table, pairs, out).write(facts);
}

}  // namespace tiku::workflows
