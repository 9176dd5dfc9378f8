#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "formats/base/utf8.h"
#include "workflows/filing/documents/items.h"
#include "workflows/filing/documents/rich_text.h"

namespace tiku::workflows {

using formats::DocxBlock;
using formats::DocxParagraph;
using formats::DocxRun;
using formats::DocxStyle;
using formats::DocxWriter;
using formats::ItemType;
using formats::RichText;
using formats::TheoryItem;

namespace {

constexpr int kSpaceBetweenItems = 100;  // Twentieths of a point.
constexpr int kIndent = 2;               // Of what belongs to an item, in characters.

/// The blocks set in by that much.
std::vector<DocxBlock> indented(std::vector<DocxBlock> blocks, bool keepNext) {
  for (DocxBlock& block : blocks) {
    if (auto* paragraph = std::get_if<DocxParagraph>(&block.content)) {
      paragraph->indent = kIndent;
      paragraph->keepNext = keepNext;
    }
  }
  return blocks;
}

std::string coded(const std::optional<int>& code, const std::array<std::string_view, 5>& names) {
  if (!code) return "—";
  if (*code < 1 || *code > 5) return std::to_string(*code);
  return fmt::format("{}（{}）", *code, names.at(static_cast<std::size_t>(*code - 1)));
}

std::string letter(std::size_t position) {
  return position < 26 ? std::string(1, static_cast<char>('A' + position)) : std::to_string(position + 1);
}

/// Characters of a text that is one paragraph without pictures and tables; nothing of another.
std::optional<std::size_t> shortLength(const RichText& text) {
  if (text.blocks().size() != 1 || !text.images().empty()) return std::nullopt;
  if (!std::holds_alternative<formats::Paragraph>(text.blocks().front())) return std::nullopt;
  const std::string words = text.str();
  if (words.find('\n') != std::string::npos) return std::nullopt;
  return static_cast<std::size_t>(formats::characterCount(words));
}

/// How many options stand side by side, so that each stays in its column.
int optionColumns(const std::vector<RichText>& options) {
  std::size_t longest = 0;
  for (const RichText& option : options) {
    const auto length = shortLength(option);
    if (!length) return 1;
    longest = std::max(longest, *length);
  }
  constexpr std::size_t kQuarterLine = 6;
  constexpr std::size_t kHalfLine = 16;
  if (options.size() == 4 && longest <= kQuarterLine) return 4;
  return longest <= kHalfLine ? 2 : 1;
}

}  // namespace

void addOptions(DocxWriter& writer, const std::vector<RichText>& options, bool keepLast) {
  const int columns = optionColumns(options);
  for (std::size_t i = 0; i < options.size();) {
    if (columns == 1) {
      writer.add(
          indented(labelled(letter(i) + "．", blocksOf(options[i], DocxStyle::kItem), DocxStyle::kItem),
                   keepLast || i + 1 < options.size()));
      ++i;
      continue;
    }
    DocxParagraph line;
    line.style = DocxStyle::kItem;
    line.indent = kIndent;
    line.columns = columns;
    for (int column = 0; column < columns && i < options.size(); ++column, ++i) {
      line.runs.push_back(textRun((column > 0 ? "\t" : "") + letter(i) + "．"));
      for (DocxRun& run : runsOf(options[i])) line.runs.push_back(std::move(run));
    }
    line.keepNext = keepLast || i < options.size();
    writer.add(line);
  }
}

std::string difficultyText(const std::optional<int>& code) {
  return coded(code, {"很简单", "简单", "中等", "困难", "很难"});
}

std::string consistencyText(const std::optional<int>& code) {
  return coded(code, {"很低", "低", "中等", "高", "很高"});
}

std::string keyText(const TheoryItem& item) {
  struct Printer {
    std::string operator()(std::monostate) const { return "（未给出）"; }
    std::string operator()(const formats::ChoiceKey& key) const {
      std::string text;
      for (const int option : key.options) text += letter(static_cast<std::size_t>(std::max(0, option)));
      return text;
    }
    std::string operator()(const formats::JudgementKey& key) const { return key.correct ? "正确" : "错误"; }
    std::string operator()(const formats::FillInKey& key) const {
      std::string text;
      for (std::size_t i = 0; i < key.blanks.size(); ++i) {
        if (i > 0) text += "；";
        if (key.blanks.size() > 1) text += fmt::format("（{}）", i + 1);
        for (std::size_t k = 0; k < key.blanks[i].size(); ++k) {
          text += (k > 0 ? " 或 " : "") + key.blanks[i][k];
        }
      }
      return text;
    }
    std::string operator()(const formats::ReferenceKey& key) const { return key.answer.str(); }
  };
  return std::visit(Printer(), item.key);
}

void addQuestion(DocxWriter& writer, const TheoryItem& item, const std::string& number, bool keepNext) {
  const BlankLook blank = item.type == ItemType::kFillIn ? BlankLook::kLine : BlankLook::kBrackets;
  std::vector<DocxBlock> stem =
      labelled(number, blocksOf(item.stem, DocxStyle::kItem, blank), DocxStyle::kItem);
  if (auto* last = std::get_if<DocxParagraph>(&stem.back().content)) {
    if (item.type == ItemType::kTrueFalse && item.stem.blankCount() == 0)
      last->runs.push_back(textRun("（　　）"));
    last->keepNext = keepNext || !item.options.empty();
  }
  if (auto* first = std::get_if<DocxParagraph>(&stem.front().content))
    first->spaceBefore = kSpaceBetweenItems;
  writer.add(stem);
  addOptions(writer, item.options, keepNext);
}

void addReferenceAnswer(DocxWriter& writer, const TheoryItem& item) {
  if (const auto* reference = std::get_if<formats::ReferenceKey>(&item.key)) {
    writer.add(indented(
        labelled("参考答案：", blocksOf(reference->answer, DocxStyle::kItem), DocxStyle::kItem), false));
  }
  if (item.scoring.empty()) return;
  DocxParagraph head("评分要点：", DocxStyle::kItem);
  head.indent = kIndent;
  head.keepNext = true;
  writer.add(head);
  for (std::size_t i = 0; i < item.scoring.size(); ++i) {
    DocxParagraph line(
        fmt::format("（{}）{}（{} 分）", i + 1, item.scoring[i].text, item.scoring[i].marks.str()),
        DocxStyle::kItem);
    line.indent = kIndent;
    writer.add(line);
  }
}

}  // namespace tiku::workflows
