// Work requirements in a text without tables: the numbers alone say what a line is.
#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/standard/entries.h"
#include "formats/exchange/standard/limits.h"
#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/standard/work_chapter.h"

namespace tiku::formats::standards {
namespace {

enum class Label { kNone, kHead, kSkills, kKnowledge };

Label labelOf(const std::string& piece) {
  std::string word = tables::squeezed(piece);
  if (word.ends_with(":")) word.pop_back();
  if (word == "职业功能" || word == "工作内容") return Label::kHead;
  if (word == "技能要求" || word == "专业能力要求") return Label::kSkills;
  return word == "相关知识要求" || word == "相关知识" ? Label::kKnowledge : Label::kNone;
}

bool isAfterWord(std::string_view line, std::size_t at) {
  const auto before = static_cast<unsigned char>(line[at - 1]);
  return before >= 0x80 || (std::isalnum(before) == 0 && before != '.' && before != '-');
}

}  // namespace

std::vector<std::string> WorkChapter::piecesOf(const std::string& line) const {
  std::vector<std::string> pieces(1);
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::string& piece = pieces.back();
    if (line[at] == '\t') {
      if (!piece.empty()) pieces.emplace_back();
      continue;
    }
    if (line[at] == ' ' && piece.empty()) continue;
    const bool inside = !piece.empty() && beginsCharacter(line[at]) && isAfterWord(line, at);
    const auto number = inside ? dottedNumberAt(line, at) : std::nullopt;
    if (number && beginsPiece(line.substr(at + number->length, 1), *number, piece)) {
      pieces.push_back(line.substr(at, number->length));
      at += number->length - 1;
    } else {
      piece += line[at];
    }
  }
  if (pieces.back().empty()) pieces.pop_back();
  return pieces;
}

/// Whether a number within a line begins a content or an entry: "0.02" and "2.5 倍" hardly do.
bool WorkChapter::beginsPiece(const std::string& behind, const DottedNumber& number,
                              const std::string& piece) const {
  const bool han = !behind.empty() && static_cast<unsigned char>(behind[0]) >= 0x80;
  if (!han || (number.parts.size() != 2 && number.parts.size() != 3)) return false;
  const auto before = dottedNumberAt(piece);
  return before ? before->parts[0] == number.parts[0] : inFunction(number.parts[0]);
}

bool WorkChapter::inFunction(int number) const {
  return part_ != nullptr && !part_->functions.empty() &&
         part_->functions.back().number == std::vector<int>{number};
}

void WorkChapter::readLine(const std::string& line, const std::string& at) {
  ReadLevel* level = part(at);
  if (level == nullptr) {
    rows_.doubt(at, say("没有写明是哪个等级的工作要求，没有收入；请在它的上面写明等级。"));
    return;
  }
  const std::vector<std::string> pieces = piecesOf(line);
  const bool head =
      std::ranges::all_of(pieces, [](const std::string& piece) { return labelOf(piece) != Label::kNone; });
  if (head) {
    column_ = Column::kNone;
    if (pieces.size() == 1 && labelOf(pieces[0]) == Label::kSkills) column_ = Column::kSkills;
    if (pieces.size() == 1 && labelOf(pieces[0]) == Label::kKnowledge) column_ = Column::kKnowledge;
    rows_.skipped(at, say("表头。"));
    return;
  }
  level->units.push_back(at);
  for (const std::string& piece : pieces) readPiece(std::string(trimmed(piece)), at);
  if (!rows_.judged(at)) rows_.imported(at, say("{level}的工作要求。", "level"_a = level->level.longName()));
}

void WorkChapter::readPiece(const std::string& piece, const std::string& at) {
  std::string words = piece;
  const bool star = takeStar(words);
  const auto number = dottedNumberAt(words);
  const std::size_t depth = number ? number->parts.size() : 0;
  if (depth == 3) {
    for (FoundEntry& found : entriesOfCell(words, true).entries) {
      ReadEntry entry{std::move(found.number), std::move(found.text), found.critical || star, at};
      const bool skills = isSkill(entry);
      addEntry(std::move(entry), skills);
    }
  } else if (depth == 2) {
    addContent(number->parts, words, at);
    column_ = Column::kNone;
    last_ = &content(at).name;
  } else if (depth == 1 && !nameOf(words).empty() && nameOf(words) != words) {
    takeFunction(words, at);
    last_ = &function(at).name;
  } else if (last_ == nullptr || !goOn(*last_, words)) {
    rows_.doubt(at, say("工作要求里没有编号的文字，没有收入。"));
  }
}

bool WorkChapter::isSkill(const ReadEntry& entry) const {
  if (column_ != Column::kNone) return column_ == Column::kSkills;
  const bool able = entry.text.starts_with("能");
  if (part_->functions.empty() || part_->functions.back().contents.empty()) return able;
  const ReadContent& current = part_->functions.back().contents.back();
  const auto next = [](const std::vector<ReadEntry>& column) {
    return column.empty() || column.back().number.empty() ? 1 : column.back().number.back() + 1;
  };
  const bool skill = next(current.skills) == entry.number.back();
  const bool knowledge = next(current.knowledge) == entry.number.back();
  // The two columns count for themselves; where both may go on, a skill is what one is able to.
  return skill != knowledge ? skill : able;
}

}  // namespace tiku::formats::standards
