// Aiken, as described in https://docs.moodle.org/en/Aiken_format: single choice in plain words.
#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/questions/take_questions.h"
#include "formats/exchange/questions/writers.h"
#include "formats/exchange/text/text_document.h"

namespace tiku::formats {
namespace {

constexpr std::string_view kAnswer = "ANSWER:";

std::string oneLine(const RichText& text) {
  std::string line;
  for (const char c : text.str()) line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  return std::string(trimmed(line));
}

bool isPlain(const RichText& text) {
  if (text.blocks().size() > 1) return false;
  for (const RichText::Block& block : text.blocks()) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) return false;
    for (const Inline& piece : paragraph->pieces) {
      if (piece.kind != Inline::Kind::kText && piece.kind != Inline::Kind::kBlank) return false;
    }
  }
  return true;
}

// "A. words" or "A) words".
bool isOption(std::string_view line) {
  return line.size() > 2 && line[0] >= 'A' && line[0] <= 'Z' && (line[1] == '.' || line[1] == ')');
}

std::optional<int> answerOf(std::string_view line) {
  if (!line.starts_with(kAnswer)) return std::nullopt;
  const std::string_view letter = trimmed(line.substr(kAnswer.size()));
  if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'Z') return std::nullopt;
  return letter[0] - 'A';
}

struct AikenQuestion {
  std::string stem;
  std::vector<std::string> options;
};

void takeQuestion(const AikenQuestion& read, int right, QuestionTaker& taker) {
  const std::string at = taker.enter();
  if (read.options.size() < 2 || right >= static_cast<int>(read.options.size())) {
    taker.verdicts().unclear(at, say("答案不在选项之中，没有导入。"));
    return;
  }
  // 正确 and 错误 as the only options: a judgement, which Aiken cannot say otherwise.
  const auto first = judgementOf(plainText(read.options[0]), JudgementCode::kUsual);
  const auto second = judgementOf(plainText(read.options[1]), JudgementCode::kUsual);
  const bool judgement = read.options.size() == 2 && first && second && *first != *second;
  TheoryItem item =
      taker.begin(std::nullopt, judgement ? ItemType::kTrueFalse : ItemType::kSingleChoice, Tags({}), {});
  item.stem = RichText::plain(read.stem);
  if (judgement) {
    item.key = JudgementKey{right == 0 ? *first : *second};
    taker.take(std::move(item), at, {}, false);
    return;
  }
  for (const std::string& option : read.options) item.options.push_back(RichText::plain(option));
  item.key = ChoiceKey{{right}};
  taker.take(std::move(item), at, {}, false);
}

}  // namespace

Written writeAiken(const TheoryItems& items, Losses& losses) {
  Written written;
  for (const auto& item : items) {
    const auto* choice = std::get_if<ChoiceKey>(&item->key);
    const auto* judgement = std::get_if<JudgementKey>(&item->key);
    const bool single =
        item->type == ItemType::kSingleChoice && choice != nullptr && choice->options.size() == 1;
    if (!single && judgement == nullptr) {
      losses.leaveOut(*item, say("Aiken 只收有一个答案的单选题。"));
      continue;
    }
    std::string body = oneLine(item->stem) + "\n";
    bool plain = isPlain(item->stem);
    if (judgement != nullptr) {
      losses.add(*item, say("判断题写成了两个选项的单选题。"));
      body += "A. 正确\nB. 错误\n" + std::string(kAnswer) + (judgement->correct ? " A\n\n" : " B\n\n");
    } else {
      char letter = 'A';
      for (const RichText& option : item->options) {
        body += std::string(1, letter++) + ". " + oneLine(option) + "\n";
        plain = plain && isPlain(option);
      }
      body += std::string(kAnswer) + " " + static_cast<char>('A' + choice->options.front()) + "\n\n";
    }
    if (!plain) losses.add(*item, say("图片、公式、上下标、表格和分段写成了普通文字。"));
    losses.add(*item, say("Aiken 只有题干、选项和答案；考评点、难度、解析、出处和其余各项没有写出。"));
    written.bytes += body;
    ++written.items;
  }
  return written;
}

bool looksLikeAiken(std::string_view text) {
  int answers = 0;
  int options = 0;
  for (const std::string& line : linesOf(text.substr(0, 20'000))) {
    answers += answerOf(trimmed(line)) ? 1 : 0;
    options += isOption(line) ? 1 : 0;
  }
  return answers > 0 && options >= 2 * answers;
}

ImportResult importAiken(const Bank& bank, const std::string& text, const std::string& name,
                         const ImportOptions& options) {
  QuestionTaker taker(bank, name, options);
  AikenQuestion now;
  for (const std::string& raw : linesOf(text)) {
    const std::string line(trimmed(raw));
    if (const auto right = answerOf(line)) {
      takeQuestion(now, *right, taker);
      now = {};
    } else if (isOption(line) && !now.stem.empty()) {
      now.options.emplace_back(trimmed(std::string_view(line).substr(2)));
    } else if (!line.empty() && now.options.empty()) {
      now.stem += (now.stem.empty() ? "" : "\n") + line;
    } else if (!line.empty()) {
      now.options.back() += "\n" + line;
    }
  }
  if (!now.stem.empty()) taker.verdicts().unclear(taker.enter(), say("最后一题没有 ANSWER 行，没有导入。"));
  return std::move(taker).finish();
}

}  // namespace tiku::formats
