#include "validators/language/scan.h"

#include <algorithm>
#include <array>

#include "validators/language/characters.h"
#include "validators/language/checks/checks.h"
#include "validators/language/source_code.h"
#include "validators/language/spelling/spelling.h"

namespace tiku::validators::language {

using formats::Object;

namespace {

template <std::size_t N>
bool holdsOne(std::u32string_view text, const std::array<std::u32string_view, N>& words) {
  return std::ranges::any_of(words,
                             [text](std::u32string_view word) { return text.find(word) != text.npos; });
}

/// Whether the item asks how something is written.
bool isAboutWriting(std::u32string_view stem) {
  static constexpr std::array<std::u32string_view, 12> kWords{U"错别字", U"错字",     U"别字", U"书写",
                                                              U"写法",   U"标点",     U"拼写", U"字形",
                                                              U"用字",   U"校对符号", U"语病", U"全角"};
  return holdsOne(stem, kWords);
}

bool isAboutUnits(std::u32string_view stem) {
  static constexpr std::array<std::u32string_view, 8> kWords{
      U"计量单位", U"单位符号", U"单位制", U"的单位是", U"单位为", U"词头", U"换算", U"法定单位"};
  return holdsOne(stem, kWords);
}

/// A text that speaks of what replaced a standard cites the old one on purpose.
bool isAboutReplacing(std::u32string_view text) {
  static constexpr std::array<std::u32string_view, 5> kWords{U"代替", U"替代", U"废止", U"旧版", U"修订"};
  return holdsOne(text, kWords);
}

bool sameVersion(const Object& a, const Object& b) {
  return a.index() == b.index() &&
         std::visit(
             [&b](const auto& pointer) { return pointer == std::get<std::decay_t<decltype(pointer)>>(b); },
             a);
}

/// How often the word stands in the text by itself, in whatever case.
int timesIn(std::u32string_view text, const std::string& word) {
  const std::string all = lowered(encode(text));
  const std::string looked = lowered(word);
  const auto isPart = [&all](std::size_t at) {
    return at < all.size() && isAsciiLetter(static_cast<unsigned char>(all[at]));
  };
  int times = 0;
  for (std::size_t at = all.find(looked); at != all.npos; at = all.find(looked, at + looked.size())) {
    if (!(at > 0 && isPart(at - 1)) && !isPart(at + looked.size())) ++times;
  }
  return times;
}

/// Whether the field is a wrong option that is this word and nothing else: made up to be refused.
bool isMadeUp(const Object& object, const Hit& hit) {
  const auto* item = formats::as<formats::TheoryItem>(object);
  const auto* key = item == nullptr ? nullptr : std::get_if<formats::ChoiceKey>(&item->key);
  if (key == nullptr) return false;
  for (std::size_t option = 0; option < item->options.size(); ++option) {
    if (hit.field != "options/" + std::to_string(option)) continue;
    return std::ranges::find(key->options, static_cast<int>(option)) == key->options.end() &&
           item->options[option].str() == hit.found;
  }
  return false;
}

/// What an item has twice in the same way is no slip but a column, a variable or the name of a person.
void dropNames(const Object& object, const std::vector<Passage>& passages, std::vector<Hit>& hits) {
  std::erase_if(hits, [&](const Hit& hit) {
    if (hit.family != Family::kSpelling) return false;
    int times = 0;
    for (const Passage& passage : passages) times += timesIn(passage.text, hit.found);
    return times > 1 || isMadeUp(object, hit);
  });
}

}  // namespace

std::vector<Hit> scan(const Object& object) {
  const LanguageData& data = LanguageData::get();
  const std::vector<Passage> passages = passagesOf(object);
  const bool writing = std::ranges::any_of(passages, [](const Passage& one) {
    return one.role == Passage::Role::kStem && isAboutWriting(one.text);
  });
  const bool units = std::ranges::any_of(passages, [](const Passage& one) {
    return one.role == Passage::Role::kStem && isAboutUnits(one.text);
  });
  std::vector<Hit> found;
  for (const Passage& whole : passages) {
    Passage passage = whole;
    passage.text = withoutCode(whole.text);
    HitList hits(passage, found);
    if (!writing) {
      findConfusions(passage, data, hits);
      findDoubled(passage, data, hits);
      findPunctuation(passage, hits);
      findWidths(passage, hits);
      findMisspelt(passage, Spelling::get(), hits);
    }
    if (!units) findUnits(passage, data, hits);
    findNumbers(passage, data, hits);
    if (!isAboutReplacing(passage.text)) findStandards(passage, data, hits);
  }
  dropNames(object, passages, found);
  return found;
}

const std::vector<Hit>& Scans::of(formats::Id id, const Object* object) {
  static const std::vector<Hit> kNone;
  if (object == nullptr) {
    kept_.erase(id);
    return kNone;
  }
  Kept& kept = kept_[id];
  if (!sameVersion(kept.object, *object)) kept = {*object, scan(*object)};
  return kept.hits;
}

}  // namespace tiku::validators::language
