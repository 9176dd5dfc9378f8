#include "editor/text/reading_page.h"

#include <algorithm>

#include "editor/text/page_writer.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"

namespace tiku::editor {

using namespace formats;
using Look = ReadingPage::Look;

std::optional<ReadingPage::Words> ReadingPage::wordsIn(int from, int length) const {
  std::optional<Words> found;
  int field = -1;
  const int end = std::min(from + length, size());
  for (int i = std::max(from, 0); i < end; ++i) {
    const Spot& spot = spots_[static_cast<std::size_t>(i)];
    if (spot.field < 0) continue;
    if (!found) {
      field = spot.field;
      found = Words{fields_[static_cast<std::size_t>(field)].field, spot.at, spot.length};
    }
    if (spot.field != field) break;
    found->length = std::max(found->length, spot.at + spot.length - found->from);
  }
  return found;
}

const ReadingPage::FieldAt* ReadingPage::fieldAt(int position) const {
  const FieldAt* found = nullptr;
  for (const FieldAt& field : fields_) {
    if (field.from <= position) found = &field;
  }
  return found == nullptr && !fields_.empty() ? &fields_.front() : found;
}

const ReadingPage::FieldAt* ReadingPage::field(const std::string& name) const {
  const auto at = std::ranges::find(fields_, name, &FieldAt::field);
  return at == fields_.end() ? nullptr : &*at;
}

std::optional<std::pair<int, int>> ReadingPage::rangeOf(const Words& words) const {
  const FieldAt* there = field(words.field);
  if (there == nullptr) return {};
  if (words.length == 0) return std::pair{there->from, there->length};
  int first = -1;
  int last = -1;
  for (int i = there->from; i < there->from + there->length; ++i) {
    const Spot& spot = spots_[static_cast<std::size_t>(i)];
    const bool meets = spot.at < words.from + words.length && spot.at + spot.length > words.from;
    if (spot.field < 0 || !meets) continue;
    if (first < 0) first = i;
    last = i;
  }
  if (first < 0) return {};
  return std::pair{first, last - first + 1};
}

namespace {

// As it stands at a head: English begins with a capital.
std::string atHead(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::string lettered(std::size_t option) {
  return std::string(1, static_cast<char>('A' + option % 26));
}

// The scopes that lead to a point and its own name, as one line.
std::string pathOf(const ElementTable& table, Id point) {
  std::string path;
  walk(table, [&](const TablePlace& at) {
    if (at.point == nullptr || at.point->id != point) return;
    path = at.code() + "　";
    for (const Scope* scope : at.path) path += scope->name + " › ";
    path += at.point->name;
  });
  return path;
}

class ObjectPage {
 public:
  ObjectPage(const Bank& bank, const Object& object) : bank_(bank), object_(object) {}

  void write(const TheoryItem& item) {
    title({translate(item.level.name()), translate(itemTypeName(item.type)), item.code});
    const Blueprint* blueprint = bank_.blueprint(item.level);
    point(blueprint == nullptr || !item.point ? std::string() : pathOf(blueprint->theory, *item.point));
    if (const ItemSet* set = bank_.setOf(item.id); set != nullptr && !set->stem.empty()) {
      // Read with the item, but not a part of it.
      label(set->kind == ItemSet::Kind::kSharedStem ? say("共用题干") : say("共用备选答案"));
      page_.add(set->stem.str());
    }
    page_.gap();
    page_.field("stem", say("题干"), item.stem);
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      page_.line();
      page_.add(lettered(i) + "．");
      page_.field("options/" + std::to_string(i), say("选项 {letter}", "letter"_a = lettered(i)),
                  item.options[i]);
    }
    page_.gap();
    key(item);
    for (std::size_t i = 0; i < item.scoring.size(); ++i) {
      if (i == 0) label(say("评分要点"));
      page_.line();
      page_.add(say("（{marks} 分）", "marks"_a = item.scoring[i].marks.str()), Look::kQuiet);
      page_.field("scoring/" + std::to_string(i), say("评分要点 {n}", "n"_a = i + 1), item.scoring[i].text);
    }
    text("rationale", say("解析"), item.rationale);
    text("reference", say("出处"), item.reference);
  }

  void write(const SkillItem& item) {
    title({translate(item.level.name()), say("操作技能"), item.code});
    const Blueprint* blueprint = bank_.blueprint(item.level);
    for (const Id one : item.points) point(blueprint == nullptr ? "" : pathOf(blueprint->skills, one));
    page_.gap();
    page_.field("title", say("试题名称"), item.title);
    page_.line();
    page_.add(
        say("考核时间 {minutes} 分钟，{marks} 分", "minutes"_a = item.minutes, "marks"_a = item.marks.str()),
        Look::kQuiet);
    text("venue", say("场地设备要求"), item.venue);
    materials(item);
    text("task", say("工作任务"), item.task);
    text("requirements", say("考核要求"), item.requirements);
    text("quality", say("质量指标"), item.quality);
    for (std::size_t i = 0; i < item.vetoes.size(); ++i) {
      if (i == 0) label(say("否定项"));
      page_.line();
      page_.add(std::to_string(i + 1) + "．");
      page_.field("vetoes/" + std::to_string(i), say("否定项 {n}", "n"_a = i + 1), item.vetoes[i]);
    }
    scores(item);
  }

  void write(const Blueprint& blueprint) {
    title({translate(blueprint.level.name()), say("考评蓝图")});
    elements("theory", blueprint.theory);
    whole("structure");
    elements("skills", blueprint.skills);
    whole("plan");
  }

  /// Anything else, field by field.
  template <typename T>
  void write(const T&) {
    for (const formats::Field& field : fieldsOf(object_)) whole(field.name.c_str());
  }

  ReadingPage take() { return page_.take(); }

 private:
  void title(std::initializer_list<std::string> parts) {
    std::string words;
    for (const std::string& part : parts) {
      if (!part.empty()) words += (words.empty() ? "" : "　") + atHead(part);
    }
    page_.add(words, Look::kTitle);
  }

  void point(const std::string& path) {
    page_.line();
    page_.add(path.empty() ? say("没有对应的考评点。") : path, Look::kQuiet);
  }

  void label(const std::string& word) {
    page_.gap();
    page_.add(atHead(word), Look::kLabel);
    page_.line();
  }

  template <typename Text>
  void text(const char* name, const std::string& word, const Text& words) {
    if (words.empty()) return;
    label(word);
    page_.field(name, word, words);
  }

  void key(const TheoryItem& item) {
    label(say("答案"));
    if (const auto* fillIn = std::get_if<FillInKey>(&item.key)) {
      for (std::size_t blank = 0; blank < fillIn->blanks.size(); ++blank) {
        page_.line();
        page_.add(say("第 {n} 空：", "n"_a = blank + 1), Look::kQuiet);
        const auto& accepted = fillIn->blanks[blank];
        for (std::size_t i = 0; i < accepted.size(); ++i) {
          if (i > 0) page_.add(" / ");
          page_.field("key/" + std::to_string(blank) + "/" + std::to_string(i),
                      say("第 {n} 空的答案", "n"_a = blank + 1), accepted[i]);
        }
      }
      return;
    }
    if (const auto* reference = std::get_if<ReferenceKey>(&item.key)) {
      page_.field("key", say("答案"), reference->answer);
      return;
    }
    const std::string words = fieldText(object_, "key");
    page_.field("key", say("答案"), words);
    if (words.empty()) page_.add(say("还没有"), Look::kQuiet);
  }

  void materials(const SkillItem& item) {
    for (std::size_t i = 0; i < item.materials.size(); ++i) {
      const Material& one = item.materials[i];
      if (i == 0) label(say("准备通知单"));
      page_.line();
      const std::string at = "materials/" + std::to_string(i);
      const std::string word = say("准备通知单 第 {n} 行", "n"_a = i + 1);
      page_.add(std::to_string(i + 1) + "．");
      page_.field(at + "/name", word, one.name);
      part(at + "/specification", word, one.specification);
      part(at + "/quantity", word, one.quantity);
      part(at + "/note", word, one.note);
    }
  }

  void scores(const SkillItem& item) {
    for (std::size_t i = 0; i < item.scores.size(); ++i) {
      const ScoreRow& row = item.scores[i];
      if (i == 0) label(say("评分记录表"));
      page_.line();
      const std::string at = "scores/" + std::to_string(i);
      const std::string word = say("评分表 第 {n} 行", "n"_a = i + 1);
      page_.add(row.number.empty() ? std::to_string(i + 1) : row.number);
      page_.add(say("　{marks} 分　", "marks"_a = row.marks.str()), Look::kQuiet);
      page_.field(at + "/content", word, row.content);
      if (!row.criterion.empty()) {
        page_.line();
        page_.add("　　");
        page_.field(at + "/criterion", word, row.criterion);
      }
      part(at + "/nominal", word, row.nominal);
      part(at + "/note", word, row.note);
    }
  }

  void part(const std::string& name, const std::string& word, const std::string& words) {
    if (words.empty()) return;
    page_.add("　");
    page_.field(name, word, words);
  }

  void whole(const char* name) {
    const std::string words = fieldText(object_, name);
    if (words.empty()) return;
    const std::string word = fieldWord(bank_, idOf(object_), name);
    label(word);
    page_.field(name, word, words);
  }

  // The lines of fieldText(), set in by depth, with the ratios of the scopes.
  void elements(const char* name, const ElementTable& table) {
    if (table.empty()) return;
    const std::string word = fieldWord(bank_, idOf(object_), name);
    label(word);
    std::string_view left;
    const std::string words = fieldText(object_, name);
    left = words;
    page_.begin(name, word);
    walk(table, [&](const TablePlace& at) {
      const std::size_t depth = at.path.size() - (at.point == nullptr ? 1 : 0);
      for (std::size_t i = 0; i < depth; ++i) page_.add("　");
      const std::size_t end = std::min(left.find('\n'), left.size());
      page_.words(left.substr(0, end));
      if (at.point == nullptr) page_.add("　" + at.path.back()->ratio().str(), Look::kQuiet);
      if (end < left.size()) page_.words("\n");
      left.remove_prefix(std::min(end + 1, left.size()));
    });
    // A name that holds line breaks takes more than one line.
    page_.words(left);
    page_.end();
  }

  const Bank& bank_;
  const Object& object_;
  PageWriter page_;
};

}  // namespace

ReadingPage readingPage(const Bank& bank, Id object) {
  const Object* found = bank.object(object);
  if (found == nullptr) return {};
  ObjectPage page(bank, *found);
  std::visit(
      [&page](const auto& one) {
        if constexpr (requires { page.write(*one); }) page.write(*one);
      },
      *found);
  return page.take();
}

std::string fieldWord(const Bank& bank, Id object, const std::string& field) {
  const Object* found = bank.object(object);
  if (found == nullptr) return {};
  if (field.empty()) return as<Blueprint>(*found) != nullptr ? say("整张表") : say("整道题");
  const std::size_t slash = field.find('/');
  const std::string head = field.substr(0, slash);
  if (as<TheoryItem>(*found) != nullptr || as<SkillItem>(*found) != nullptr) {
    const ReadingPage page = readingPage(bank, object);
    if (const ReadingPage::FieldAt* at = page.field(field)) return at->word;
  }
  for (const formats::Field& known : fieldsOf(*found)) {
    if (known.name == head) return known.word;
  }
  return field;
}

}  // namespace tiku::editor
