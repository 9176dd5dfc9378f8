#include "workflows/review/anchors.h"

#include <algorithm>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/utf8.h"
#include "formats/compare/fields.h"
#include "formats/package/reviewed.h"
#include "validators/checker/apply_fix.h"
#include "validators/checker/text_fields.h"
#include "workflows/history/changes.h"

namespace tiku::workflows {

using namespace formats;

namespace {

constexpr int kContext = 20;  // Characters before and after the words.

std::string wordsIn(const std::string& text) {
  return text;
}
std::string wordsIn(const RichText& text) {
  return text.str();
}

// The text of one part that the object itself holds; parts of a blueprint have ids of their own.
template <typename T>
std::optional<std::string> textOf(const T& object, std::string_view field) {
  std::optional<std::string> words;
  validators::forEachText(object, [&](Id, const std::string& name, const auto& text) {
    if (!words && name == field) words = wordsIn(text);
  });
  return words;
}

// What the expert's view leaves out of an item, and what newer programs added.
bool isHidden(std::string_view field) {
  return field == "author" || field == "source" || field == "extras";
}

std::string everyField(const Object& object) {
  std::string all;
  for (const Field& field : fieldsOf(object)) {
    if (isHidden(field.name)) continue;
    all += field.name + '\n' + fieldText(object, field.name) + '\n';
  }
  return all;
}

void noteMarks(const std::string& /*text*/, std::string& /*marks*/) {}

// Everything in a text that is not plain words, with the number of the piece that it is.
void noteMarks(const RichText& text, std::string& marks) {
  int place = 0;
  for (const RichText::Block& block : text.blocks()) {
    ++place;
    if (const auto* table = std::get_if<TextTable>(&block)) {
      for (const auto& row : table->rows) {
        marks += "row " + std::to_string(row.size()) + '\n';
        for (const RichText& cell : row) noteMarks(cell, marks);
      }
      continue;
    }
    std::size_t before = 0;
    for (const Inline& piece : std::get<Paragraph>(block).pieces) {
      if (piece.kind != Inline::Kind::kText) {
        marks += std::to_string(place) + ' ' + std::to_string(before) + ' ' +
                 std::to_string(static_cast<int>(piece.kind)) + ' ' + piece.target + ' ' + piece.text + '\n';
      }
      before += piece.text.size();
    }
  }
}

// Of the field and of what it consists of: "options" holds "options/0".
std::string marksOf(const Object& object, std::string_view field) {
  std::string marks;
  const auto note = [&](Id, const std::string& name, const auto& text) {
    const bool part = name.starts_with(field) && name.size() > field.size() && name[field.size()] == '/';
    if (name == field || part) noteMarks(text, marks);
  };
  if (const auto* theory = as<TheoryItem>(object)) validators::forEachText(*theory, note);
  if (const auto* skill = as<SkillItem>(object)) validators::forEachText(*skill, note);
  return marks;
}

std::string judgedDigest(const Object& object) {
  const auto* blueprint = as<Blueprint>(object);
  if (blueprint == nullptr) return reviewedDigest(object);
  Blueprint judged = *blueprint;  // Experts are not told who made the tables.
  for (ElementTable* table : {&judged.theory, &judged.skills}) {
    table->compiledBy.clear();
    table->reviewedBy.clear();
  }
  return reviewedDigest(std::make_shared<const Blueprint>(std::move(judged)));
}

[[noreturn]] void refuseAnchor(const std::string& message) {
  throw FormatError(ErrorCode::kUsage, message);
}

// Where the words begin, of the wanted one among those that stand there.
std::size_t placeIn(const std::string& words, const std::string& quote, int occurrence) {
  std::vector<std::size_t> places;
  for (std::size_t at = words.find(quote); at != std::string::npos; at = words.find(quote, at + 1))
    places.push_back(at);
  if (places.empty()) refuseAnchor(say("这里没有“{quote}”这几个字。", "quote"_a = quote));
  if (occurrence == 0 && places.size() == 1) return places.front();
  if (occurrence < 1 || occurrence > static_cast<int>(places.size())) {
    refuseAnchor(say("“{quote}”在这里有 {n} 处，请写明是第几处。", "quote"_a = quote, "n"_a = places.size()));
  }
  return places[static_cast<std::size_t>(occurrence) - 1];
}

}  // namespace

std::optional<std::string> fieldWords(const Object& object, std::string_view field) {
  if (std::holds_alternative<std::monostate>(object)) return std::nullopt;
  if (field.empty()) return everyField(object);
  if (const auto* theory = as<TheoryItem>(object)) {
    if (auto words = textOf(*theory, field)) return words;
  } else if (const auto* skill = as<SkillItem>(object)) {
    if (auto words = textOf(*skill, field)) return words;
  }
  for (const Field& known : fieldsOf(object)) {
    if (known.name == field) return fieldText(object, known.name);
  }
  return std::nullopt;
}

std::optional<std::string> fieldDigest(const Object& object, std::string_view field) {
  const auto words = fieldWords(object, field);
  if (!words) return std::nullopt;
  if (field.empty() && isReviewable(object)) return judgedDigest(object);
  const std::string marks = marksOf(object, field);
  return sha256(marks.empty() ? *words : *words + '\0' + marks);
}

namespace {

struct FieldFound {
  const Object& object;
  std::string words;
};

// Refuses where there is no such object, or it has no such field.
FieldFound fieldOf(const Bank& bank, Id object, const std::string& field) {
  const Object* found = bank.object(object);
  if (found == nullptr) refuseAnchor(say("题库里没有 {id}。", "id"_a = object.str()));
  auto words = fieldWords(*found, field);
  if (!words) {
    refuseAnchor(say("{object}没有“{field}”这一栏。", "object"_a = objectName(*found), "field"_a = field));
  }
  return {*found, *std::move(words)};
}

// Bytes of the words; all of them where there are none.
Anchor anchorOfBytes(const FieldFound& found, const std::string& field, std::size_t from,
                     std::size_t length) {
  const std::string_view words = found.words;
  Anchor anchor;
  anchor.object = idOf(found.object);
  anchor.field = field;
  anchor.digest = fieldDigest(found.object, field).value_or("");
  if (length == 0) return anchor;
  anchor.from = characterCount(words.substr(0, from));
  anchor.quote = words.substr(from, length);
  anchor.before = lastCharacters(words.substr(0, from), kContext);
  anchor.after = firstCharacters(words.substr(from + length), kContext);
  return anchor;
}

}  // namespace

Anchor anchorAt(const Bank& bank, Id object, const std::string& field, const std::string& quote,
                int occurrence) {
  const FieldFound found = fieldOf(bank, object, field);
  return anchorOfBytes(found, field, quote.empty() ? 0 : placeIn(found.words, quote, occurrence),
                       quote.size());
}

Anchor anchorOver(const Bank& bank, Id object, const std::string& field, int from, int length) {
  const FieldFound found = fieldOf(bank, object, field);
  const std::string_view words = found.words;
  if (from < 0 || length < 0 || from + length > characterCount(words))
    refuseAnchor(say("这一栏没有这么多字。"));
  const std::size_t begin = firstCharacters(words, from).size();
  const std::size_t size = firstCharacters(words.substr(begin), length).size();
  return anchorOfBytes(found, field, begin, size);
}

AnchorState stateOf(const Anchor& anchor, const Bank& bank) {
  const Object* object = bank.object(anchor.object);
  const auto digest = object == nullptr ? std::nullopt : fieldDigest(*object, anchor.field);
  if (!digest) return AnchorState::kGone;
  return *digest == anchor.digest ? AnchorState::kHolds : AnchorState::kChanged;
}

AnchoredWords anchoredWords(const Anchor& anchor, const Bank& bank) {
  AnchoredWords found{stateOf(anchor, bank), {}, {}, {}};
  if (found.state == AnchorState::kGone) return found;
  const std::string all = fieldWords(*bank.object(anchor.object), anchor.field).value_or("");
  const std::size_t from = firstCharacters(all, anchor.from).size();
  // Words that hold and are not there can only be those of a file that was written by hand.
  if (found.state == AnchorState::kHolds && all.compare(from, anchor.quote.size(), anchor.quote) == 0) {
    const std::string& quote = anchor.quote.empty() ? all : anchor.quote;
    found.before = all.substr(0, from);
    found.quote = quote;
    found.after = all.substr(std::min(all.size(), from + quote.size()));
  } else {
    found.before = all;
  }
  return found;
}

Edit suggestedEdit(const Annotation& annotation, const Bank& bank) {
  const Anchor& anchor = annotation.anchor;
  if (!annotation.suggestion) refuseAnchor(say("这条意见没有建议的写法。"));
  const AnchorState state = stateOf(anchor, bank);
  if (state != AnchorState::kHolds) {
    throw FormatError(
        ErrorCode::kConflict,
        state == AnchorState::kGone
            ? say("这条意见所指的内容已经删除，建议的写法用不上了。")
            : say("原文已经改动，建议的写法不能直接采用；原来的文字是“{old}”。", "old"_a = anchor.quote),
        {}, say("对照原来的文字自己修改，再答复这条意见。"));
  }
  const std::string words = fieldWords(*bank.object(anchor.object), anchor.field).value_or("");
  const std::string quote = anchor.quote.empty() ? words : anchor.quote;
  validators::Finding finding;
  finding.subject.id = anchor.object;
  finding.subject.object = anchor.object;
  finding.fix = validators::Fix{
      say("采用专家建议的写法"),
      std::vector<validators::TextChange>{
          {anchor.field, {anchor.from, characterCount(quote)}, quote, *annotation.suggestion}}};
  if (auto edit = validators::editOf(finding, bank)) return *edit;
  throw FormatError(
      ErrorCode::kConflict,
      say("“{quote}”跨过了作答空、图、公式或段落，或者不是一段文字，不能自动替换。", "quote"_a = quote), {},
      say("自己修改，再答复这条意见。"));
}

}  // namespace tiku::workflows
