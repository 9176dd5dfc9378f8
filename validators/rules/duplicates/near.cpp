#include "validators/rules/duplicates/near.h"

#include <algorithm>
#include <tuple>

#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/duplicates/same_words.h"
#include "validators/rules/support/item_place.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/per_object.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr std::size_t kShownWords = 3;
constexpr int kShownCharacters = 24;

template <typename T>
constexpr const char* fieldOf() {
  return std::is_same_v<T, TheoryItem> ? "stem" : "task";
}

template <typename T>
bool readsBefore(const T& a, const T& b) {
  if (a.level != b.level) return a.level > b.level;
  return std::tie(a.code, a.id) < std::tie(b.code, b.id);
}

/// 第六条（四） lets 基本要求 repeat across levels.
bool isExempt(const TheoryItem& a, const TheoryItem& b, const Facts& facts) {
  return a.level != b.level && partOf(a, facts) == Part::kBasic && partOf(b, facts) == Part::kBasic;
}

bool isExempt(const SkillItem& /*a*/, const SkillItem& /*b*/, const Facts& /*facts*/) {
  return false;
}

std::string_view fieldText(const ItemWords& words, int field) {
  if (field == Statement::Origin::kStem) return words.stem;
  const auto at = static_cast<std::size_t>(field);
  return field >= 0 && at < words.options.size() ? words.options[at] : std::string_view();
}

/// “张三”、“李四”: the longest stretches with words in them, in their order; empty when there is none.
std::string quoted(const ItemWords& words, std::vector<Stretch> stretches) {
  std::erase_if(stretches, [&](const Stretch& one) { return fieldText(words, one.field).empty(); });
  if (stretches.size() > kShownWords) {
    std::vector<std::uint32_t> lengths;
    for (const Stretch& one : stretches) lengths.push_back(one.length);
    std::ranges::sort(lengths, std::greater<>());
    std::erase_if(stretches, [&](const Stretch& one) { return one.length < lengths[kShownWords - 1]; });
    stretches.resize(std::min(stretches.size(), kShownWords));
  }
  std::string text;
  for (const Stretch& one : stretches) {
    if (!text.empty()) text += say("、");
    const std::string part(fieldText(words, one.field).substr(one.at, one.length));
    text += say("“{words}”", "words"_a = excerpt(part, kShownCharacters));
  }
  return text;
}

/// The longest common stretch of the stem.
std::optional<TextRange> markedRange(const ItemWords& words, const std::vector<Stretch>& common) {
  const Stretch* longest = nullptr;
  for (const Stretch& one : common) {
    if (one.field != Statement::Origin::kStem) continue;
    if (longest == nullptr || one.length > longest->length) longest = &one;
  }
  if (longest == nullptr) return std::nullopt;
  return rangeOf(words.stem, {longest->at, longest->length});
}

std::string markedWords(const ItemWords& a, const ItemWords& b, const PairReading& reading) {
  std::string text = say("相同的词语：{words}。", "words"_a = quoted(a, reading.a.common));
  const std::string ofA = quoted(a, reading.a.different);
  const std::string ofB = quoted(b, reading.b.different);
  if (!ofA.empty() && !ofB.empty()) {
    text += say("不同的词语：前者{a}，后者{b}。", "a"_a = ofA, "b"_a = ofB);
  } else if (!ofA.empty()) {
    text += say("只有前者有：{words}。", "words"_a = ofA);
  } else if (!ofB.empty()) {
    text += say("只有后者有：{words}。", "words"_a = ofB);
  }
  return text;
}

std::string namePlace(const TheoryItem& item, const Facts& facts) {
  const std::string place = placeWords(item, facts);
  return place.empty() ? itemName(item)
                       : say("{item}（{place}）", "item"_a = itemName(item), "place"_a = place);
}

std::string namePlace(const SkillItem& item, const Facts& /*facts*/) {
  return itemName(item);
}

/// "86%", rounded down: what does not reach a figure never prints as it.
std::string percentOf(double share) {
  return std::to_string(static_cast<int>(share * 100 + 1e-6)) + '%';
}

}  // namespace

std::optional<NearDuplicates::Thresholds> NearDuplicates::thresholdsOf(const Profile& profile) {
  const RuleSettings* settings = profile.rule(kId);
  const auto percent = settings == nullptr ? std::nullopt : settings->number("percent");
  if (!percent) return std::nullopt;
  const auto share = [](Weight figure) {
    return std::clamp(static_cast<double>(figure.hundredths()) / 10000, 0.3, 1.0);
  };
  const double any = share(*percent);
  return Thresholds{any, std::min(any, share(settings->number("stem-percent").value_or(*percent)))};
}

NearDuplicates::NearDuplicates(const Profile& profile, const RuleSettings& settings)
    : settings_(settings),
      thresholds_(thresholdsOf(profile)),
      theory_{NearPairs<TheoryItem>(thresholds_.value_or(Thresholds()).sameStem), {}},
      skills_{NearPairs<SkillItem>(thresholds_.value_or(Thresholds()).sameStem), {}} {}

void NearDuplicates::observe(const Change& change, const Facts& /*facts*/) {
  if (!thresholds_) return;
  theory_.pairs.observe(change);
  skills_.pairs.observe(change);
  // The half of the standard, code and name of a point stand in findings and decide on the exemption.
  for (const Id item : byPoint_.follow(change)) touched_.insert(item);
  if (change.id != Judgements::kId) return;
  const auto touchAll = [&] {
    for (const auto& [pair, judgement] : judged_.all()) {
      touched_.insert(pair.first);
      touched_.insert(pair.second);
    }
  };
  touchAll();
  judged_.set(change.is<Judgements>());
  touchAll();
}

void NearDuplicates::judge(const Facts& facts, FindingSink& sink) {
  if (!thresholds_) return;
  judgeItems(theory_, facts, sink);
  judgeItems(skills_, facts, sink);
  touched_.clear();
}

template <typename T>
void NearDuplicates::judgeItems(Kept<T>& kept, const Facts& facts, FindingSink& sink) {
  NearPairs<T>& pairs = kept.pairs;
  std::set<Id>& reported = kept.reported;
  std::set<Id> items = pairs.update(facts.bank());
  for (const Id id : touched_) {
    // A pair's finding is on the later item, which may be the one that did not change.
    for (const Near& near : pairs.of(id)) items.insert(near.other);
    items.insert(id);
  }
  for (const Id id : items) {
    const T* item = facts.bank().find<T>(id);
    auto fault = isLive(item) ? faultOf(*item, pairs, facts) : std::nullopt;
    if (fault) {
      reported.insert(id);
      sink.put(std::move(*fault));
    } else if (reported.erase(id) > 0) {
      sink.clear(id, fieldOf<T>());
    }
  }
  judgeSize(pairs, sink);
}

template <typename T>
std::optional<Finding> NearDuplicates::faultOf(const T& item, const NearPairs<T>& pairs,
                                               const Facts& facts) const {
  const Near* worst = nullptr;
  const T* twin = nullptr;
  std::size_t count = 0;
  for (const Near& near : pairs.of(item.id)) {
    const T& other = *facts.bank().find<T>(near.other);
    if (near.sameWords || !readsBefore(other, item) || isExempt(item, other, facts)) continue;
    const Judgement* judgement = judged_.holding(item.id, other.id, facts.bank());
    const bool counts = judgement == nullptr ? asksTheSame(near.kind) && thresholds_->reaches(near)
                                             : judgement->verdict == Judgement::Verdict::kSame;
    if (!counts) continue;
    ++count;
    const auto rank = [&item](const Near& one, const T& with) {
      return std::tuple(with.level == item.level, -one.likeness, -one.similarity, one.other);
    };
    if (worst == nullptr || rank(near, other) < rank(*worst, *twin)) {
      worst = &near;
      twin = &other;
    }
  }
  if (worst == nullptr) return std::nullopt;
  return describe(item, *twin, *worst, count - 1, facts);
}

template <typename T>
Finding NearDuplicates::describe(const T& item, const T& other, const Near& near, std::size_t more,
                                 const Facts& facts) const {
  const KeptWords words(item);
  const KeptWords otherWords(other);
  const PairReading reading = readPair(words.words(), otherWords.words());
  const std::string& clause = settings_.clauseFor(item.level);
  const bool across = item.level != other.level;

  Finding finding = findingOn(item, fieldOf<T>());
  finding.subject.range = markedRange(words.words(), reading.a.common);
  if (!across && (near.kind == PairKind::kTwin || near.kind == PairKind::kContained)) {
    finding.severity = Severity::kInfo;
  }
  finding.measured = percentOf(near.similarity);
  finding.judged = sameWordsKey(item) + '\n' + other.id.str() + '\n' + sameWordsKey(other);
  finding.message =
      across ? say("{item}与{other}相近（{kind}，相似度 {percent}），各等级的试题不应重复（{clause}）。",
                   "item"_a = namePlace(item, facts), "other"_a = namePlace(other, facts),
                   "kind"_a = pairKindName(near.kind), "percent"_a = finding.measured, "clause"_a = clause)
             : say("{item}与同等级的{other}相近（{kind}，相似度 {percent}）（{clause}）。",
                   "item"_a = namePlace(item, facts), "other"_a = namePlace(other, facts),
                   "kind"_a = pairKindName(near.kind), "percent"_a = finding.measured, "clause"_a = clause);
  finding.message += markedWords(words.words(), otherWords.words(), reading);
  if (more > 0) finding.message += say("与它相近的另有 {n} 道。", "n"_a = more);
  finding.advice = say("改写或停用其中一道；确是两道不同的题，用 tiku judge 判为“变式”或“不同”。");
  return finding;
}

template <typename T>
void NearDuplicates::judgeSize(const NearPairs<T>& pairs, FindingSink& sink) {
  const char* field = std::is_same_v<T, TheoryItem> ? "theory" : "skills";
  if (!pairs.tooMany()) {
    sink.clear(BankInfo::kId, field);
    return;
  }
  Finding finding;
  finding.subject = {BankInfo::kId, BankInfo::kId, field, {}, {}};
  finding.measured = std::to_string(pairs.pairCount());
  finding.required = std::to_string(NearPairs<T>::kMostPairs);
  finding.message =
      say("相近的试题有 {n} 对，多于 {most} 对，没有逐对判断（{clause}）。", "n"_a = pairs.pairCount(),
          "most"_a = NearPairs<T>::kMostPairs, "clause"_a = settings_.clause);
  finding.advice = say("先停用内容相同的试题和没有写完的试题，或用 tiku duplicates 以较高的相似度查看。");
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
