#include "validators/language/passage.h"

#include <algorithm>
#include <functional>

#include "formats/base/say.h"
#include "validators/checker/text_fields.h"
#include "validators/language/characters.h"

namespace tiku::validators::language {

using namespace formats;

namespace {

using Role = Passage::Role;

void append(const Inline& piece, std::u32string& text) {
  switch (piece.kind) {
    case Inline::Kind::kBlank:
    case Inline::Kind::kImage:
      text.append(3, kOpaque);  // "（　）", "[图]"
      break;
    case Inline::Kind::kLineBreak:
      text += U'\n';
      break;
    case Inline::Kind::kMath:
      text.append(decode(piece.text).size(), kOpaque);
      break;
    default:
      text += decode(piece.text);
  }
}

/// As RichText::str(), character for character.
std::u32string characters(const RichText& rich) {
  std::u32string text;
  for (const RichText::Block& block : rich.blocks()) {
    if (&block != &rich.blocks().front()) text += U'\n';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      for (const Inline& piece : paragraph->pieces) append(piece, text);
      continue;
    }
    const auto& rows = std::get<TextTable>(block).rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r > 0) text += U'\n';
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        if (c > 0) text += U'\t';
        text += characters(rows[r][c]);
      }
    }
  }
  return text;
}

class Collector {
 public:
  explicit Collector(Id object) : object_(object) {}

  void add(std::string field, Role role, std::u32string text, Id subject = {}) {
    if (std::ranges::all_of(text, isSpace)) return;
    passages_.push_back({subject.empty() ? object_ : subject, std::move(field), role, std::move(text)});
  }
  void add(std::string field, Role role, const RichText& text, Id subject = {}) {
    add(std::move(field), role, characters(text), subject);
  }
  void add(std::string field, Role role, const std::string& text, Id subject = {}) {
    add(std::move(field), role, decode(text), subject);
  }
  std::vector<Passage> take() { return std::move(passages_); }

 private:
  Id object_;
  std::vector<Passage> passages_;
};

std::string numbered(const char* list, std::size_t position, const char* part = "") {
  return std::string(list) + "/" + std::to_string(position) + part;
}

Role roleOf(const std::string& field) {
  if (field == "stem") return Role::kStem;
  return field == "reference" ? Role::kReference : Role::kOther;
}

template <typename Holder>
void collectTexts(const Holder& holder, Collector& into) {
  forEachText(holder, [&into](Id subject, const std::string& field, const auto& text) {
    into.add(field, roleOf(field), text, subject);
  });
}

void collect(const Standard& standard, Collector& into) {
  for (std::size_t i = 0; i < standard.overview.size(); ++i) {
    into.add(numbered("overview", i), Role::kOther, standard.overview[i].text);
  }
  for (const BasicTopic& topic : standard.basics) {
    for (std::size_t i = 0; i < topic.entries.size(); ++i) {
      into.add(numbered("entries", i), Role::kOther, topic.entries[i], topic.id);
    }
  }
  for (const LevelRequirements& level : standard.levels) {
    for (const Function& function : level.functions) {
      into.add("name", Role::kOther, function.name, function.id);
      for (const WorkContent& content : function.contents) {
        into.add("name", Role::kOther, content.name, content.id);
        for (const auto* list : {&content.skills, &content.knowledge}) {
          for (const Requirement& one : *list) into.add("text", Role::kOther, one.text, one.id);
        }
      }
    }
  }
}

}  // namespace

std::vector<Passage> passagesOf(const Object& object) {
  Collector into(idOf(object));
  if (const auto* item = as<TheoryItem>(object)) {
    collectTexts(*item, into);
  } else if (const auto* skill = as<SkillItem>(object)) {
    collectTexts(*skill, into);
  } else if (const auto* blueprint = as<Blueprint>(object)) {
    collectTexts(*blueprint, into);
  } else if (const auto* standard = as<Standard>(object)) {
    collect(*standard, into);
  }
  return into.take();
}

std::string placeWord(const std::string& field) {
  const std::size_t slash = field.find('/');
  const std::string list = field.substr(0, slash);
  const int position = slash == std::string::npos ? 0 : std::atoi(field.c_str() + slash + 1);
  const int number = position + 1;
  const std::size_t second = slash == std::string::npos ? slash : field.find('/', slash + 1);
  const std::string part = second == std::string::npos ? std::string() : field.substr(second + 1);
  if (list == "stem") return say("题干");
  if (list == "options") {
    return say("选项 {letter}", "letter"_a = std::string(1, static_cast<char>('A' + position % 26)));
  }
  if (list == "key") return say("答案");
  if (list == "scoring") return say("第 {number} 个评分要点", "number"_a = number);
  if (list == "rationale") return say("解析");
  if (list == "reference") return say("出处");
  if (list == "title") return say("试题名称");
  if (list == "venue") return say("场地设备要求");
  if (list == "materials") return say("第 {number} 项准备", "number"_a = number);
  if (list == "task") return say("工作任务");
  if (list == "requirements") return say("技能要求");
  if (list == "quality") return say("质量指标");
  if (list == "vetoes") return say("第 {number} 条否定项", "number"_a = number);
  if (list == "scores" && part == "content")
    return say("第 {number} 个评分行的考核内容", "number"_a = number);
  if (list == "scores" && part == "criterion")
    return say("第 {number} 个评分行的评分标准", "number"_a = number);
  if (list == "scores") return say("第 {number} 个评分行", "number"_a = number);
  if (list == "overview") return say("职业概况第 {number} 节", "number"_a = number);
  if (list == "entries") return say("第 {number} 条", "number"_a = number);
  return say("文字");
}

}  // namespace tiku::validators::language
