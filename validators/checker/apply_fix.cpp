#include "validators/checker/apply_fix.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "validators/checker/checker.h"
#include "validators/checker/text_edit.h"
#include "validators/checker/text_fields.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Words that point at options by their place.
constexpr std::array<std::string_view, 15> kPointers{"以上", "上述", "前述", "前者", "后者",
                                                     "前两", "前三", "后两", "后三", "第一",
                                                     "第二", "第三", "第四", "前面", "后面"};

bool isAlphanumeric(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Whether a number or a degree sign stands before: the letter is then a unit, "5 A", "20 °C".
bool followsQuantity(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text.ends_with("°") || (!text.empty() && text.back() >= '0' && text.back() <= '9');
}

/// Whether letters of options stand in the text, as a word of their own: "A", "ACD", full-width too.
bool hasOptionLetters(std::string_view text, int options) {
  const auto isOption = [options](char c) { return c >= 'A' && c < 'A' + options; };
  for (std::size_t at = 0; at < text.size();) {
    // Ａ is EF BC A1.
    if (text.substr(at).starts_with("\xEF\xBC") && at + 2 < text.size()) {
      const int letter = static_cast<unsigned char>(text[at + 2]) - 0xA1;
      if (letter >= 0 && letter < options) return true;
    }
    std::size_t end = at;
    while (end < text.size() && isAlphanumeric(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (!word.empty() && std::ranges::all_of(word, isOption) && !followsQuantity(text.substr(0, at)))
      return true;
    at = end + 1;
  }
  return false;
}

/// "下列选项中正确的是" speaks of all options; elsewhere than in a stem the word means one of them.
bool pointsAtOptions(std::string_view text, int options, bool isStem) {
  if (!isStem && text.find("选项") != std::string_view::npos) return true;
  return hasOptionLetters(text, options) || std::ranges::any_of(kPointers, [text](std::string_view word) {
           return text.find(word) != std::string_view::npos;
         });
}

/// The object with the changes made, or nothing. The changes may speak of several fields.
template <typename T>
std::optional<T> changed(const T& object, Id subject, const std::vector<TextChange>& changes) {
  T made = object;
  std::size_t done = 0;
  bool possible = true;
  forEachText(made, [&](Id id, const std::string& field, auto& text) {
    if (id != subject || !possible) return;
    std::vector<TextChange> here;
    std::ranges::copy_if(changes, std::back_inserter(here),
                         [&field](const TextChange& change) { return change.field == field; });
    if (here.empty()) return;
    done += here.size();
    auto mended = withChanges(text, std::move(here));
    possible = mended.has_value();
    if (mended) text = std::move(*mended);
  });
  if (!possible || done != changes.size()) return std::nullopt;
  return made;
}

std::optional<TheoryItem> reordered(const TheoryItem& item, const OptionOrder& by) {
  std::vector<int> sorted = by.order;
  std::ranges::sort(sorted);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (sorted[i] != static_cast<int>(i)) return std::nullopt;
  }
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  const bool keyed = !std::holds_alternative<std::monostate>(item.key);
  if (by.options != item.options || sorted.size() != item.options.size() || !canReorderOptions(item) ||
      (keyed && key == nullptr)) {
    return std::nullopt;
  }
  TheoryItem made = item;
  ChoiceKey newKey;
  for (std::size_t i = 0; i < by.order.size(); ++i) {
    made.options[i] = item.options[static_cast<std::size_t>(by.order[i])];
    if (key == nullptr) continue;
    if (std::ranges::find(key->options, by.order[i]) != key->options.end()) {
      newKey.options.push_back(static_cast<int>(i));
    }
  }
  if (key != nullptr) {
    if (newKey.options.size() != key->options.size()) return std::nullopt;
    made.key = std::move(newKey);
  }
  return made;
}

/// Options that somebody waived a finding on, by position.
bool hasWaivedOption(const Bank& bank, Id item) {
  const auto* waivers = bank.find<Waivers>(Waivers::kId);
  return waivers != nullptr && std::ranges::any_of(waivers->waivers, [item](const Waiver& waiver) {
           return waiver.object == item && waiver.field.starts_with("options/");
         });
}

template <typename T>
std::optional<Edit> textEdit(const Finding& finding, const Bank& bank) {
  const auto* changes = std::get_if<std::vector<TextChange>>(&finding.fix->what);
  const T* object = bank.find<T>(finding.subject.object);
  if (changes == nullptr || object == nullptr) return std::nullopt;
  auto made = changed(*object, finding.subject.id, *changes);
  if (!made || *made == *object) return std::nullopt;
  return Edit(finding.fix->title).put(std::move(*made));
}

/// Another printed code for an item: no text of it, but changed like one.
template <typename T>
std::optional<Edit> codeEdit(const Finding& finding, const Bank& bank) {
  const auto* changes = std::get_if<std::vector<TextChange>>(&finding.fix->what);
  const T* item = bank.find<T>(finding.subject.object);
  if (changes == nullptr || changes->size() != 1 || changes->front().field != "code" || item == nullptr ||
      item->code != changes->front().before) {
    return std::nullopt;
  }
  T made = *item;
  made.code = changes->front().after;
  return Edit(finding.fix->title).put(std::move(made));
}

}  // namespace

bool canReorderOptions(const TheoryItem& item) {
  if (!hasOptions(item.type) || !item.extras.empty()) return false;
  const int options = static_cast<int>(item.options.size());
  bool points = false;
  forEachText(item, [&](Id /*id*/, const std::string& field, const auto& text) {
    if (points || field == "reference") return;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>) {
      points = pointsAtOptions(text.str(), options, field == "stem");
    } else {
      points = pointsAtOptions(text, options, false);
    }
  });
  return !points;
}

std::optional<Edit> editOf(const Finding& finding, const Bank& bank) {
  if (!finding.fix) return std::nullopt;
  if (const auto* order = std::get_if<OptionOrder>(&finding.fix->what)) {
    const auto* item = bank.find<TheoryItem>(finding.subject.object);
    if (item == nullptr || hasWaivedOption(bank, item->id)) return std::nullopt;
    auto made = reordered(*item, *order);
    if (!made || *made == *item) return std::nullopt;
    return Edit(finding.fix->title).put(std::move(*made));
  }
  if (auto edit = codeEdit<TheoryItem>(finding, bank)) return edit;
  if (auto edit = codeEdit<SkillItem>(finding, bank)) return edit;
  if (auto edit = textEdit<TheoryItem>(finding, bank)) return edit;
  if (auto edit = textEdit<SkillItem>(finding, bank)) return edit;
  return textEdit<Blueprint>(finding, bank);
}

namespace {

/// One run of applyFixes.
class Mender {
 public:
  using Progress = std::function<void(double share)>;

  Mender(Bank& bank, const Profile& profile, const std::function<bool(const Finding&)>& wanted,
         const Progress& progress)
      : bank_(bank), checker_(bank, profile, ofChecking(progress)), wanted_(wanted), progress_(progress) {}

  std::vector<AppliedFix> run() {
    // A fix of one object may bring a finding on another, hence more than one round.
    for (std::size_t before = 0;;) {
      const std::vector<Finding> findings = checker_.findings();
      for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].fix) mend(findings[i].subject.object);
        tell(kShareOfChecking +
             (1 - kShareOfChecking) * static_cast<double>(i) / static_cast<double>(findings.size()));
      }
      if (made_.size() == before) return std::move(made_);
      before = made_.size();
    }
  }

 private:
  static constexpr double kShareOfChecking = 0.7;

  static Checker::Progress ofChecking(const Progress& progress) {
    if (!progress) return {};
    return [&progress](std::size_t done, std::size_t all) {
      progress(kShareOfChecking * static_cast<double>(done) /
               static_cast<double>(std::max<std::size_t>(all, 1)));
    };
  }
  void tell(double share) const {
    if (progress_) progress_(share);
  }

  /// More fixes than anybody has faults in one object: a fix that leaves its finding must not go on for ever.
  static constexpr std::size_t kMostOfObject = 1000;

  void mend(Id object) {
    while (states_[object].size() < kMostOfObject && mendOne(object)) continue;
  }

  bool mendOne(Id object) {
    for (Finding& finding : checker_.findingsOf(object)) {
      if (!finding.fix || finding.waived || !wanted_(finding)) continue;
      const auto edit = editOf(finding, bank_);
      if (!edit) continue;
      // Nor may two fixes that undo each other take turns.
      std::vector<Object>& states = states_[object];
      const Object& after = edit->steps().front().object;
      if (std::ranges::any_of(states, [&after](const Object& was) { return sameContent(was, after); }))
        continue;
      const Object before = *bank_.object(object);
      states.push_back(before);
      bank_.apply(*edit);
      made_.push_back({std::move(finding), before, *bank_.object(object)});
      return true;
    }
    return false;
  }

  Bank& bank_;
  Checker checker_;
  const std::function<bool(const Finding&)>& wanted_;
  const Progress& progress_;
  std::unordered_map<Id, std::vector<Object>> states_;
  std::vector<AppliedFix> made_;
};

}  // namespace

std::vector<AppliedFix> applyFixes(Bank& bank, const Profile& profile,
                                   const std::function<bool(const Finding&)>& wanted,
                                   const std::function<void(double share)>& progress) {
  return Mender(bank, profile, wanted, progress).run();
}

}  // namespace tiku::validators
