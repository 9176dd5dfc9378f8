#include "formats/exchange/standard/outline.h"

#include <algorithm>
#include <array>

#include "formats/base/trim.h"
#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/standard/work_chapter.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::standards {

using tables::has;
using tables::squeezed;

namespace {

constexpr std::array<std::string_view, 36> kSectionTitles{
    "职业名称",           "职业编码",     "职业代码",         "职业定义",         "职业技能等级",
    "职业等级",           "专业技术等级", "职业环境条件",     "职业环境",         "职业能力特征",
    "普通受教育程度",     "基本文化程度", "职业培训要求",     "培训要求",         "培训参考学时",
    "培训参考时长",       "参考时长",     "培训时间",         "培训期限",         "培训教师",
    "培训场所设备",       "培训场地设备", "职业技能鉴定要求", "职业技能评价要求", "鉴定要求",
    "评价要求",           "适用对象",     "申报条件",         "鉴定方式",         "评价方式",
    "考评人员与考生配比", "鉴定时间",     "评价时间",         "鉴定场所设备",     "鉴定场地设备",
    "评价场所设备"};

bool isDigitByte(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<Chapter> chapterOf(const std::string& line) {
  constexpr std::size_t kLongest = 120;  // Bytes; chapter headings are short, annexes may have a title.
  if (line.size() > kLongest) return std::nullopt;
  const auto number = dottedNumberAt(trimmed(line));
  if (number && number->parts.size() > 1) return std::nullopt;
  const std::string word = squeezed(unnumbered(line));
  if (word == "职业概况") return Chapter::kOverview;
  if (word == "基本要求") return Chapter::kBasics;
  if (word == "工作要求") return Chapter::kWork;
  if (word == "权重表" || word == "比重表") return Chapter::kWeights;
  const bool annex = word.starts_with("附录") && !has(word, "。") && !has(word, "，");
  return annex && !isDigitByte(word.back()) ? std::optional(Chapter::kAnnex) : std::nullopt;
}

bool isContentsLine(const DocParagraph& paragraph) {
  std::string style = paragraph.style;
  std::ranges::transform(style, style.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (style.starts_with("toc") || style.starts_with("目录")) return true;
  const std::string line = std::string(trimmed(paragraph.line()));
  std::size_t end = line.size();
  while (end > 0 && isDigitByte(line[end - 1])) --end;
  if (end == line.size() || end == 0) return false;
  if (line[end - 1] == '\t') return true;
  const std::string front = squeezed(line.substr(0, end));
  return front.ends_with("...") || front.ends_with("…") || front.ends_with("···");
}

bool isPageFurniture(const std::string& line, bool figures) {
  std::string word = squeezed(line);
  constexpr std::string_view kCode = "职业编码:";
  if (word.starts_with(kCode)) return OccupationCode::parse(word.substr(kCode.size())).has_value();
  constexpr std::size_t kLongest = 30;
  if (word.starts_with("第") && word.ends_with("页")) return word.size() <= kLongest;
  for (const std::string_view dash : {"-", "—", "－", "·"}) {
    if (word.starts_with(dash)) word.erase(0, dash.size());
    if (word.ends_with(dash)) word.resize(word.size() - dash.size());
  }
  constexpr std::size_t kMostDigits = 3;
  return figures && !word.empty() && word.size() <= kMostDigits && std::ranges::all_of(word, isDigitByte);
}

bool isSectionTitle(const std::string& title) {
  const std::string word = squeezed(title);
  if (word.ends_with("考生配比")) return true;
  return std::ranges::find(kSectionTitles, word) != kSectionTitles.end();
}

std::string sectionTitleBefore(const std::string& words) {
  std::string_view longest;
  for (const std::string_view title : kSectionTitles) {
    if (words.starts_with(title) && title.size() > longest.size()) longest = title;
  }
  return std::string(longest);
}

std::optional<std::size_t> beginOf(const Document& document) {
  std::optional<std::size_t> overview;
  std::optional<std::size_t> other;
  std::optional<std::size_t> section;
  std::optional<std::size_t> level;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<DocParagraph>(&document.blocks[i]);
    if (paragraph == nullptr) {
      const bool work = workHeadOf(tables::TableView(std::get<DocTable>(document.blocks[i]))).has_value();
      if (work && !other) other = level.value_or(i);
      continue;
    }
    if (isContentsLine(*paragraph)) continue;
    const std::string line = paragraph->line();
    const auto chapter = chapterOf(line);
    if (chapter == Chapter::kOverview) {
      // The contents may come without page numbers; the chapter itself is then the last one of the name.
      overview = i;
    } else if (chapter == Chapter::kBasics || chapter == Chapter::kWork || chapter == Chapter::kWeights) {
      if (!other) other = i;
    } else if (levelOf(line)) {
      level = i;
    } else if (!section && dottedNumberAt(trimmed(line)) && isSectionTitle(unnumbered(line))) {
      section = i;
    }
  }
  if (overview) return overview;
  return section && (!other || *section < *other) ? section : other;
}

}  // namespace tiku::formats::standards
