#include "formats/compare/merge.h"

#include <algorithm>

#include "formats/compare/fields.h"
#include "formats/compare/merge_answer.h"
#include "formats/compare/merge_values.h"

namespace tiku::formats {

namespace merging {
namespace {

bool isNone(const Object& object) {
  return std::holds_alternative<std::monostate>(object);
}

std::string lineOf(const Field& field, const Object& object) {
  return field.word + "：" + fieldText(object, field.name);
}

// The object in words: of one that was changed what was changed, else all that it says.
std::string wordsOfObject(const Object& object, const Object& before) {
  if (isNone(object)) return {};
  const bool known = !isNone(before) && before.index() == object.index();
  const std::vector<Field> fields = known ? differingFields(before, object) : fieldsOf(object);
  std::string words;
  for (const Field& field : fields) {
    if (!known && fieldText(object, field.name).empty()) continue;
    words += (words.empty() ? "" : "\n") + lineOf(field, object);
  }
  return words;
}

// Removed on one side and changed on the other, or of two kinds: one of them as it is.
ObjectMerge wholeObject(Merger& merger, const std::string& address, const Object& base, const Object& mine,
                        const Object& theirs) {
  using About = MergeQuestion::About;
  const About about = isNone(mine)     ? About::kRemovedByMe
                      : isNone(theirs) ? About::kRemovedByThem
                                       : About::kField;
  const bool other = merger.askSide({address, {}}, about, wordsOfObject(base, {}), wordsOfObject(mine, base),
                                    wordsOfObject(theirs, base));
  return {other ? theirs : mine, {}};
}

// Fields with a bond come from one side; those of a theory item have ways of their own.
template <typename T>
void mergeBonded(Merger& merger, const std::string& address, const T* base, const T& mine, const T& theirs,
                 T& into) {
  using members::Bond;
  bool same = true;
  bool onlyMine = base != nullptr;
  bool onlyTheirs = base != nullptr;
  std::string word;
  std::string words[3];
  members::each(&mine, [&](const char*, const char* name, auto member, Bond bond = Bond::kNone) {
    if (bond == Bond::kNone) return;
    onlyMine = onlyMine && base->*member == theirs.*member;
    onlyTheirs = onlyTheirs && base->*member == mine.*member;
    if (mine.*member == theirs.*member) return;
    same = false;
    word += (word.empty() ? "" : translate("、")) + translate(name);
    const auto add = [&](std::string& lines, const T& object) {
      lines += (lines.empty() ? "" : "\n") + translate(name) + "：" + wordsOf(object.*member);
    };
    if (base != nullptr) add(words[0], *base);
    add(words[1], mine);
    add(words[2], theirs);
  });
  if (same) return;
  const At at{address + "/answer", word};
  const bool contested = merger.contested(at.address);
  bool other = onlyTheirs;
  if (contested || (!onlyMine && !onlyTheirs)) {
    other = merger.askSide(at, MergeQuestion::About::kField, words[0], words[1], words[2]);
  }
  if (!other) return;
  members::each(&mine, [&](const char*, const char*, auto member, Bond bond = Bond::kNone) {
    if (bond != Bond::kNone) into.*member = theirs.*member;
  });
}

template <typename T>
T mergeFieldsOf(Merger& merger, const std::string& address, const T* base, const T& mine, const T& theirs) {
  using members::Bond;
  T into = mine;
  members::each(&mine, [&](const char* name, const char* word, auto member, Bond bond = Bond::kNone) {
    if (bond != Bond::kNone || mine.*member == theirs.*member) return;
    const At at = below({address, {}}, name, translate(word));
    const auto* was = base == nullptr ? nullptr : &(base->*member);
    into.*member = mergeValue(merger, at, was, mine.*member, theirs.*member);
  });
  if constexpr (std::is_same_v<T, TheoryItem>) {
    mergeAnswer(merger, address, base, mine, theirs, into);
  } else {
    mergeBonded(merger, address, base, mine, theirs, into);
  }
  if constexpr (std::is_same_v<T, BankInfo>) {
    // What either wrote must be understood; and it goes on being one package.
    into.formatMinor = std::max(mine.formatMinor, theirs.formatMinor);
    into.packageId = mine.packageId;
  }
  return into;
}

ObjectMerge mergeTwo(Merger& merger, const Object& base, const Object& mine, const Object& theirs) {
  const std::string address = idOf(isNone(mine) ? theirs : mine).str();
  const bool counts = !merger.contested(address);
  if (counts && sameContent(base, theirs)) return {mine, {}};
  if (counts && sameContent(base, mine)) return {theirs, {}};
  if (isNone(mine) || isNone(theirs) || mine.index() != theirs.index()) {
    return wholeObject(merger, address, base, mine, theirs);
  }
  ObjectMerge result{mine, {}};
  std::visit(
      [&](const auto& own) {
        using Pointer = std::decay_t<decltype(own)>;
        if constexpr (!std::is_same_v<Pointer, std::monostate>) {
          using T = std::remove_const_t<typename Pointer::element_type>;
          result.object =
              std::make_shared<const T>(mergeFieldsOf(merger, address, as<T>(base), *own, *as<T>(theirs)));
        }
      },
      mine);
  return result;
}

}  // namespace
}  // namespace merging

ObjectMerge mergeObject(const Object& base, const Object& mine, const Object& theirs,
                        const MergeAnswers& answers, const std::set<std::string>& contested) {
  if (sameContent(mine, theirs)) return {mine, {}};
  const bool gone = std::holds_alternative<std::monostate>(mine);
  merging::Merger merger(idOf(gone ? theirs : mine), answers, contested);
  ObjectMerge result = merging::mergeTwo(merger, base, mine, theirs);
  result.questions = std::move(merger).takeQuestions();
  return result;
}

}  // namespace tiku::formats
