#include "formats/exchange/standard/front_matter.h"

#include <array>
#include <regex>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/standard/outline.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::standards {

using tables::has;
using tables::squeezed;
using tables::tidy;

namespace {

constexpr int kLongestTitle = 50;  // Characters; longer is a sentence.

std::optional<StandardKind> kindIn(const std::string& words) {
  if (has(words, "专项职业能力")) return StandardKind::kSpecial;
  if (has(words, "行业") && (has(words, "规范") || has(words, "标准"))) return StandardKind::kIndustry;
  if (has(words, "企业") && (has(words, "规范") || has(words, "标准"))) return StandardKind::kEnterprise;
  if (has(words, "国家职业")) return StandardKind::kNational;
  return std::nullopt;
}

// 国家职业技能标准 and its like without any occupation.
bool isGeneric(std::string word) {
  for (const std::string_view part : {"中华人民共和国", "国家职业", "专项职业能力", "职业技能", "技能人才",
                                      "技能", "职业", "行业", "企业", "评价", "考核", "标准", "规范"}) {
    for (std::size_t at = word.find(part); at != std::string::npos; at = word.find(part))
      word.erase(at, part.size());
  }
  return word.empty();
}

bool namesStandard(const std::string& word) {
  return (word.find("职业") != std::string::npos || kindIn(word)) &&
         (has(word, "标准") || has(word, "规范")) && !has(word, "《") && !has(word, "。") && !has(word, "，");
}

std::string withoutFrom(const std::string& text, std::size_t at) {
  return std::string(trimmed(std::string_view(text).substr(0, at)));
}

}  // namespace

bool FrontMatter::takeLabels(const std::string& line) {
  const auto values = tables::labelled(
      line, {"标准名称", "标准种类", "版次", "版本", "发布机关或文号", "发布机关", "发布文号", "文号"});
  bool used = false;
  for (const auto& [label, value] : values) {
    used = true;
    if (label == "标准名称") {
      title_ = value;
    } else if (label == "标准种类") {
      if (const auto kind = kindIn(value)) kind_ = kind;
    } else if (label == "版次" || label == "版本") {
      edition_ = value;
    } else {
      issuer_ = value;
    }
  }
  return used;
}

void FrontMatter::takeTitle(std::string line) {
  static const std::regex kEdition(R"((?:\(|（)?\s*([0-9]{4})\s*年版)");
  std::smatch match;
  if (std::regex_search(line, match, kEdition)) {
    if (edition_.empty()) edition_ = match[1].str() + "年版";
    line = withoutFrom(line, static_cast<std::size_t>(match.position()));
  }
  const std::string word = squeezed(line);
  if (const auto kind = kindIn(word); kind && !kind_) kind_ = kind;
  if (isGeneric(word)) {
    if (generic_.empty()) generic_ = word;
  } else if (title_.empty()) {
    title_ = tidy(line);
  }
}

std::string FrontMatter::take(const std::string& line) {
  static const std::regex kYear(R"(([0-9]{4})年版)");
  static const std::regex kNumber(R"(〔[0-9]{4}〕[0-9]+号$)");
  if (takeLabels(line)) return say("标准的名称、版次、发布机关。");
  const std::string word = squeezed(line);
  if (word.empty() || characterCount(word) > kLongestTitle) return {};
  if (namesStandard(word)) {
    takeTitle(tidy(line));
    return say("标准的名称。");
  }
  std::smatch match;
  if (edition_.empty() && std::regex_search(word, match, kYear)) {
    edition_ = match[1].str() + "年版";
    return say("标准的版次。");
  }
  if (docNumber_.empty() && std::regex_search(word, match, kNumber)) {
    docNumber_ = word;
    return say("发布文号。");
  }
  for (const std::string_view verb : {"制定", "发布", "颁布", "批准", "印发"}) {
    if (!word.ends_with(verb) || word.size() == verb.size()) continue;
    const std::string text = tidy(line);
    const std::string body = withoutFrom(text, text.rfind(verb.substr(0, 3)));
    if (body.empty()) continue;
    issuer_ += (issuer_.empty() ? "" : "、") + body;
    return say("发布机关。");
  }
  return {};
}

void FrontMatter::read(const DocParagraph& paragraph) {
  const std::string at = paragraphAt(paragraph.number);
  const std::string line = paragraph.line();
  const std::string word = squeezed(line);
  if (word.empty()) {
    rows_.skipped(at, say("空段落。"));
    return;
  }
  if (word == "目录" || word == "目次" || isContentsLine(paragraph)) where_ = Where::kContents;
  if (word == "说明" || word == "前言" || word == "编制说明") where_ = Where::kPreface;
  if (where_ == Where::kContents && chapterOf(line) == std::nullopt && namesStandard(word)) {
    where_ = Where::kCover;  // The title once more, on the first page.
  }
  if (where_ == Where::kCover) {
    const std::string what = take(line);
    if (!what.empty()) {
      rows_.imported(at, what);
    } else {
      rows_.skipped(at, say("封面。"));
    }
  } else if (where_ == Where::kContents) {
    rows_.skipped(at, say("目录。"));
  } else {
    rows_.skipped(at, say("说明、前言：题库不存。"));
  }
}

void FrontMatter::readCell(const std::string& words) {
  if (where_ == Where::kCover) take(words);
}

std::string FrontMatter::title(const std::string& occupation) const {
  if (!title_.empty()) return title_;
  return generic_.empty() ? std::string() : occupation + generic_;
}

}  // namespace tiku::formats::standards
