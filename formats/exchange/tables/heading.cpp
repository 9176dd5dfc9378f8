#include "formats/exchange/tables/heading.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::tables {

Heading::Heading(const Bank& bank, const Document& document, const ImportOptions& options, Rows& rows)
    : bank_(bank), document_(document), options_(options), rows_(rows) {}

void Heading::readTitle(const std::string& line) {
  const std::string text = squeezed(line);
  // A sentence may speak of levels and exams; a title is short.
  if (text.size() > 180 || text.find("。") != std::string::npos) return;
  if (const auto level = levelInTitle(text)) level_ = level;
  const bool theory = text.find("理论") != std::string::npos;
  const bool skills = text.find("操作") != std::string::npos || text.find("技能考") != std::string::npos;
  if (theory != skills) {
    skills_ = skills;
    fresh_ = true;
  }
}

bool Heading::readForm(const std::map<std::string, std::string>& values, const std::string& at) {
  bool used = false;
  for (const auto& [label, value] : values) {
    if (value.empty()) continue;
    const BankInfo& info = bank_.info();
    if (label == "职业代码" || label == "职业编码") {
      used = true;
      const auto code = OccupationCode::parse(squeezed(value));
      if (info.occupation && code && *code != *info.occupation) {
        rows_.doubt(at, say("文件的职业编码是 {theirs}，题库的是 {ours}；请核对文件是否拿错。",
                            "theirs"_a = code->str(), "ours"_a = info.occupation->str()));
      }
    } else if (label.starts_with("职业")) {
      used = true;
      const std::string ours = wordsKey(info.occupationName);
      const std::string theirs = wordsKey(value);
      const bool alike = theirs.find(ours) != std::string::npos || ours.find(theirs) != std::string::npos;
      if (!alike) {
        rows_.doubt(at, say("文件的职业是“{theirs}”，题库的是“{ours}”；请核对文件是否拿错。",
                            "theirs"_a = value, "ours"_a = info.occupationName));
      }
    } else if (label == "等级") {
      used = true;
      auto level = Level::parse(squeezed(value));
      if (!level) level = levelInTitle(value);
      if (!level) {
        rows_.doubt(at, say("等级“{value}”看不懂；请写作“三级”或“三级/高级工”。", "value"_a = value));
      } else {
        level_ = level;
      }
    }
  }
  return used;
}

Level Heading::level() const {
  const Place place{document_.file, 0, {}};
  if (level_ && options_.level && *level_ != *options_.level) {
    throw FormatError(
        ErrorCode::kUsage,
        say("文件写的是{stated}，要求按{asked}导入。", "stated"_a = level_->longName(),
            "asked"_a = options_.level->longName()),
        place, say("请核对文件，或改选文件所写的等级（命令行：--level {n}）。", "n"_a = level_->number()));
  }
  const auto level = level_ ? level_ : options_.level;
  if (!level) {
    throw FormatError(ErrorCode::kUsage, say("文件没有写明等级。"), place,
                      say("请选定等级（命令行：--level 3）。"));
  }
  const auto& levels = bank_.info().levels;
  if (!levels.empty() && std::ranges::find(levels, *level) == levels.end()) {
    throw FormatError(ErrorCode::kUsage, say("题库没有{level}。", "level"_a = level->longName()), place,
                      say("请先在题库中添加这个等级，或核对文件。"));
  }
  return *level;
}

}  // namespace tiku::formats::tables
