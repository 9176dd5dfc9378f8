// `items/level-N/theory/<uuid>.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {

enum class KeyType { kChoice, kJudgement, kFillIn, kReference };

template <>
struct Words<KeyType> {
  static constexpr std::array words{"choice"sv, "judgement"sv, "fill-in"sv, "reference"sv};
};

template <>
struct Blank<TheoryItem> {
  static TheoryItem make() { return {Id{}, *Level::of(5), ItemType::kSingleChoice}; }
};

template <typename Io>
void fields(Io& io, Side<Io, std::vector<std::string>>& blank) {
  io.texts("answer", blank);
}

// The key as the kind of it that the file names: the one that is there, or a fresh one to be read into.
template <typename T, typename Io>
Side<Io, T>& keyAs(Side<Io, Key>& key) {
  if constexpr (Io::kWrites) {
    return std::get<T>(key);
  } else {
    return key.template emplace<T>();
  }
}

void choiceOptions(ElementWriter& io, const ChoiceKey& key) {
  std::vector<OptionLetter> letters;
  for (const int option : key.options) letters.push_back({option});
  io.optional("options", letters);
}

void choiceOptions(ElementReader& io, ChoiceKey& key) {
  std::vector<OptionLetter> letters;
  io.optional("options", letters);
  for (const OptionLetter letter : letters) key.options.push_back(letter.position);
}

template <typename Io>
void fields(Io& io, Side<Io, Key>& key) {
  auto type = KeyType::kChoice;
  if constexpr (Io::kWrites) type = static_cast<KeyType>(key.index() - 1);
  io.required("type", type);
  switch (type) {
    case KeyType::kChoice:
      choiceOptions(io, keyAs<ChoiceKey, Io>(key));
      break;
    case KeyType::kJudgement:
      io.required("correct", keyAs<JudgementKey, Io>(key).correct);
      break;
    case KeyType::kFillIn:
      io.children("blank", keyAs<FillInKey, Io>(key).blanks);
      break;
    case KeyType::kReference:
      io.content(keyAs<ReferenceKey, Io>(key).answer);
      break;
  }
}

template <typename Io>
void fields(Io& io, Side<Io, ScoringPoint>& point) {
  io.required("marks", point.marks);
  io.optional("text", point.text);
  io.extras(point.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, TheoryItem>& item) {
  io.required("id", item.id);
  io.required("level", item.level);
  io.required("type", item.type);
  io.required("status", item.status);
  io.optional("code", item.code);
  io.optional("point", item.point);
  io.optional("difficulty", item.difficulty);
  io.optional("consistency", item.consistency);
  io.optional("marks", item.marks);
  io.optional("author", item.author);
  io.optional("reference", item.reference);
  io.extras(item.extras);
  io.rich("stem", item.stem);
  io.riches("option", item.options);
  io.child("key", item.key);
  io.children("scoring", item.scoring);
  io.rich("rationale", item.rationale);
  io.child("source", item.source);
}

std::string write(const TheoryItem& item) {
  return writeDocument("theory-item", item);
}

TheoryItem readTheoryItem(Element& root, const ReadContext& context) {
  return readDocument<TheoryItem>(root, "theory-item", context);
}

}  // namespace tiku::formats::xml
