#include "formats/compare/merge_answer.h"

#include <algorithm>
#include <array>

#include "formats/compare/merge_values.h"

namespace tiku::formats::merging {
namespace {

using About = MergeQuestion::About;

bool sameAnswer(const TheoryItem& a, const TheoryItem& b) {
  return a.type == b.type && a.options == b.options && a.key == b.key;
}

void takeAnswer(TheoryItem& into, const TheoryItem& from) {
  into.type = from.type;
  into.options = from.options;
  into.key = from.key;
}

std::string optionLine(const TheoryItem& item, std::size_t i) {
  return (i < 26 ? std::string(1, static_cast<char>('A' + i)) : std::to_string(i + 1)) + "　" +
         item.options[i].str();
}

std::string answerWords(const TheoryItem& item) {
  std::string words = print::text(item.type);
  for (std::size_t i = 0; i < item.options.size(); ++i) words += "\n" + optionLine(item, i);
  return words + "\n" + say("答案：{key}", "key"_a = print::text(item.key));
}

// With what the letters stand for, since they may stand for something else on the other side.
std::string keyWords(const TheoryItem& item) {
  const auto* choice = std::get_if<ChoiceKey>(&item.key);
  if (choice == nullptr) return print::text(item.key);
  std::string words;
  for (const int i : choice->options) {
    const bool known = i >= 0 && static_cast<std::size_t>(i) < item.options.size();
    words += (words.empty() ? "" : "\n") +
             (known ? optionLine(item, static_cast<std::size_t>(i)) : print::text(Key(ChoiceKey{{i}})));
  }
  return words;
}

void askWhole(Merger& merger, const std::string& address, const TheoryItem* base, const TheoryItem& mine,
              const TheoryItem& theirs, TheoryItem& into) {
  const At at{address + "/answer", translate("题型、选项和答案")};
  const bool other = merger.askSide(at, About::kField, base == nullptr ? std::string() : answerWords(*base),
                                    answerWords(mine), answerWords(theirs));
  takeAnswer(into, other ? theirs : mine);
}

// The options that a key means, by name; nothing for a key of another kind or one that names no option.
std::optional<std::set<std::string>> meant(const TheoryItem& item, const Names& names) {
  const auto* choice = std::get_if<ChoiceKey>(&item.key);
  if (choice == nullptr) return std::nullopt;
  std::set<std::string> options;
  for (const int i : choice->options) {
    if (i < 0 || static_cast<std::size_t>(i) >= names.size()) return std::nullopt;
    options.insert(names[static_cast<std::size_t>(i)]);
  }
  return options;
}

bool isChoice(const TheoryItem& item) {
  return std::holds_alternative<ChoiceKey>(item.key) || std::holds_alternative<std::monostate>(item.key);
}

// Whether the words that the key answers were changed: a key that was right for the old ones may be wrong.
bool rewordedQuestion(const TheoryItem& base, const TheoryItem& side, bool options) {
  if (options && base.options != side.options) {
    const auto sorted = [](const TheoryItem& item) {
      Names all;
      for (const RichText& option : item.options) all.push_back(fingerprint(option));
      std::ranges::sort(all);
      return all;
    };
    if (sorted(base) != sorted(side)) return true;
  }
  if (std::holds_alternative<ReferenceKey>(side.key)) return false;  // Prose; its reader judges.
  if (std::holds_alternative<FillInKey>(side.key)) return base.stem.blankCount() != side.stem.blankCount();
  return !(base.stem == side.stem);
}

/// A choice item's options, and what the keys of the three mean among them.
class Choice {
 public:
  Choice(Merger& merger, const std::string& address, const TheoryItem& base, const TheoryItem& mine,
         const TheoryItem& theirs)
      : merger_(merger),
        address_(address),
        base_(base),
        mine_(mine),
        theirs_(theirs),
        names_(nameRows(looksOf(base.options), looksOf(mine.options), looksOf(theirs.options))),
        keyBase_(meant(base, names_.base)),
        keyMine_(meant(mine, names_.mine)),
        keyTheirs_(meant(theirs, names_.theirs)) {}

  void mergeInto(TheoryItem& into) {
    const bool mineSet = !(keyBase_ == keyMine_);
    const bool theirsSet = !(keyBase_ == keyTheirs_);
    const bool agreed = keyMine_ == keyTheirs_;
    const bool both = mineSet && theirsSet && !agreed;
    const bool stale = !agreed && ((mineSet && rewordedQuestion(base_, theirs_, true)) ||
                                   (theirsSet && rewordedQuestion(base_, mine_, true)));
    const bool asked = both || stale || (!agreed && merger_.contested(address_ + "/key"));
    if (!canChoose(keyMine_, asked || mineSet || agreed) ||
        !canChoose(keyTheirs_, asked || theirsSet || agreed)) {
      askWhole(merger_, address_, &base_, mine_, theirs_, into);
      return;
    }
    const Names order = mergeOptions(into);
    bool other = theirsSet && !mineSet;
    if (asked) {
      const At at{address_ + "/key", translate("答案")};
      other = merger_.askSide(at, About::kField, keyWords(base_), keyWords(mine_), keyWords(theirs_));
    }
    setKey(into, order, other ? keyTheirs_ : keyMine_);
  }

 private:
  using Meant = std::optional<std::set<std::string>>;

  // Whether every option that the key means is still there on both sides that know it.
  [[nodiscard]] bool canChoose(const Meant& key, bool wanted) const {
    if (!wanted || !key) return true;
    return std::ranges::all_of(*key, [&](const std::string& name) {
      const auto in = [&](const Names& names) { return std::ranges::find(names, name) != names.end(); };
      return !in(names_.base) || (in(names_.mine) && in(names_.theirs));
    });
  }

  Names mergeOptions(TheoryItem& into) {
    const At at{address_ + "/options", translate("选项")};
    const auto groveOf = [](const Names& names, const std::vector<RichText>& options) {
      Grove<RichText> grove;
      for (std::size_t i = 0; i < options.size(); ++i) grove.add(names[i], "", options[i]);
      return grove;
    };
    const Grove<RichText> was = groveOf(names_.base, base_.options);
    const auto call = [&](const std::string& name, const RichText&) { return numbered(at.word, name, true); };
    const Grove<RichText> merged = mergeGroves(merger_, at, &was, groveOf(names_.mine, mine_.options),
                                               groveOf(names_.theirs, theirs_.options), call);
    into.options.clear();
    for (const std::string& name : merged.listAt("")) into.options.push_back(merged.at(name).row);
    return merged.listAt("");
  }

  static void setKey(TheoryItem& into, const Names& order, const Meant& key) {
    if (!key) {
      into.key = {};
      return;
    }
    ChoiceKey letters;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (key->contains(order[i])) letters.options.push_back(static_cast<int>(i));
    }
    into.key = std::move(letters);
  }

  Merger& merger_;
  const std::string& address_;
  const TheoryItem& base_;
  const TheoryItem& mine_;
  const TheoryItem& theirs_;
  Orders names_;
  Meant keyBase_;
  Meant keyMine_;
  Meant keyTheirs_;
};

// Letters that name no option, or a key of another kind: nothing to follow.
bool isWell(const TheoryItem& item) {
  const auto* choice = std::get_if<ChoiceKey>(&item.key);
  return isChoice(item) && (choice == nullptr || std::ranges::all_of(choice->options, [&](int i) {
                              return i >= 0 && static_cast<std::size_t>(i) < item.options.size();
                            }));
}

void mergeKeyAlone(Merger& merger, const std::string& address, const TheoryItem& base, const TheoryItem& mine,
                   const TheoryItem& theirs, TheoryItem& into) {
  const At at{address + "/key", translate("答案")};
  const auto* was = std::get_if<ReferenceKey>(&base.key);
  const auto* own = std::get_if<ReferenceKey>(&mine.key);
  const auto* other = std::get_if<ReferenceKey>(&theirs.key);
  if (own != nullptr && other != nullptr) {
    const RichText* before = was == nullptr ? nullptr : &was->answer;
    into.key = ReferenceKey{mergeValue(merger, at, before, own->answer, other->answer)};
    return;
  }
  const bool mineSet = !(base.key == mine.key);
  const bool theirsSet = !(base.key == theirs.key);
  const bool stale = !(mine.key == theirs.key) && ((mineSet && rewordedQuestion(base, theirs, false)) ||
                                                   (theirsSet && rewordedQuestion(base, mine, false)));
  into.key = stale ? askValue(merger, at, &base.key, mine.key, theirs.key)
                   : mergeValue(merger, at, &base.key, mine.key, theirs.key);
}

}  // namespace

void mergeAnswer(Merger& merger, const std::string& address, const TheoryItem* base, const TheoryItem& mine,
                 const TheoryItem& theirs, TheoryItem& into) {
  takeAnswer(into, mine);
  if (sameAnswer(mine, theirs)) return;
  const auto whole = [&] { askWhole(merger, address, base, mine, theirs, into); };
  if (base == nullptr || merger.contested(address + "/answer")) return whole();
  const bool counts = !merger.contested(address + "/options") && !merger.contested(address + "/key");
  // One side alone has touched it, and the other not what it answers.
  if (counts && sameAnswer(*base, theirs) && !rewordedQuestion(*base, theirs, false)) return;
  if (counts && sameAnswer(*base, mine) && !rewordedQuestion(*base, mine, false))
    return takeAnswer(into, theirs);
  if (mine.type != theirs.type || base->type != mine.type) return whole();
  const std::array<const TheoryItem*, 3> all{base, &mine, &theirs};
  if (std::ranges::all_of(all, [](const TheoryItem* item) { return item->options.empty(); })) {
    return mergeKeyAlone(merger, address, *base, mine, theirs, into);
  }
  if (!std::ranges::all_of(all, [](const TheoryItem* item) { return isWell(*item); })) return whole();
  Choice(merger, address, *base, mine, theirs).mergeInto(into);
}

}  // namespace tiku::formats::merging
