#include "validators/checker/checker.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <mutex>
#include <span>
#include <tuple>
#include <utility>

#include "formats/base/digest.h"
#include "formats/base/parallel.h"
#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/checker/finding_buffer.h"
#include "validators/checker/finding_store.h"
#include "validators/checker/rule.h"
#include "validators/checker/stale_waivers.h"

namespace tiku::validators {
namespace {

using formats::Bank;
using formats::Change;
using formats::Id;
using formats::Waivers;

/// What a rule writes through: it stands for the rule's id, clause and severity.
class Sink final : public FindingSink {
 public:
  Sink(FindingStore& store, std::string_view rule, const RuleSettings& settings)
      : store_(&store), rule_(rule), settings_(&settings) {}

  void put(Finding finding) override {
    finding.rule = rule_;
    finding.clause = settings_->clauseFor(finding.subject.level);
    finding.severity = std::max(finding.severity, settings_->severity);
    if (finding.subject.object.empty()) finding.subject.object = finding.subject.id;
    store_->put(std::move(finding));
  }
  void clear(Id subject, std::string_view field) override {
    store_->clear({rule_, subject, std::string(field)});
  }
  void clearSubject(Id subject) override { store_->clearSubject(rule_, subject); }

 private:
  FindingStore* store_;
  std::string rule_;
  const RuleSettings* settings_;
};

struct RunningRule {
  std::unique_ptr<Rule> rule;
  std::string_view family;  ///< "items" of "items/blank".
  Sink sink;

  void judge(std::span<const Change> changes, const Facts& facts, FindingSink& into) const {
    for (const Change& change : changes) rule->observe(change, facts);
    rule->judge(facts, into);
  }
};

/// The rules of each family: they are sorted by id. Those with the most rules, which take longest, first.
std::vector<std::span<RunningRule>> familiesOf(std::vector<RunningRule>& rules) {
  std::vector<std::span<RunningRule>> families;
  for (auto first = rules.begin(); first != rules.end();) {
    const auto last = std::find_if(
        first, rules.end(), [first](const RunningRule& running) { return running.family != first->family; });
    families.emplace_back(first, last);
    first = last;
  }
  std::ranges::sort(families, std::greater<>(), [](const auto& family) { return family.size(); });
  return families;
}

/// The text with every number in it padded, so that "1-2" comes before "1-10".
std::string naturalOrder(const std::string& text) {
  constexpr std::size_t kWidth = 6;
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == at) {
      key += text[at++];
      continue;
    }
    if (end - at < kWidth) key.append(kWidth - (end - at), '0');
    key.append(text, at, end - at);
    at = end;
  }
  return key;
}

/// The printed code or name by which a reader knows the subject; sorts the findings.
std::string printedName(const Facts& facts, const Subject& subject) {
  if (const Facts::Place* place = facts.place(subject.id)) return place->code;
  const Bank& bank = facts.bank();
  if (const auto* item = bank.find<formats::TheoryItem>(subject.id)) return item->code;
  if (const auto* item = bank.find<formats::SkillItem>(subject.id)) return item->code + item->title;
  if (const auto* set = bank.find<formats::ItemSet>(subject.id)) return set->stem.str();
  if (const auto* paper = bank.find<formats::Paper>(subject.id)) return paper->number;
  return {};
}

void sortForReading(std::vector<Finding>& findings, const Facts& facts) {
  struct Row {
    int rank;  ///< 五级 is number 5 and comes first; the bank as a whole comes before all levels.
    std::string name;
    Finding finding;
  };
  std::vector<Row> rows;
  rows.reserve(findings.size());
  for (Finding& finding : findings) {
    const Subject& subject = finding.subject;
    Row row{subject.level ? 10 - subject.level->number() : 0, naturalOrder(printedName(facts, subject)), {}};
    row.finding = std::move(finding);
    rows.push_back(std::move(row));
  }
  const auto place = [](const Row& row) {
    return std::tie(row.rank, row.finding.rule, row.name, row.finding.subject.field, row.finding.subject.id);
  };
  std::ranges::sort(rows, [&place](const Row& a, const Row& b) { return place(a) < place(b); });
  std::ranges::transform(rows, findings.begin(), [](Row& row) { return std::move(row.finding); });
}

}  // namespace

struct Checker::Impl {
  Impl(Bank& judged, Profile by, const Progress& progress)
      : bank(judged), profile(std::move(by)), facts(judged) {
    judgeFromNothing(progress);
    subscription = bank.listen([this](std::span<const Change> changes) { follow(changes); });
  }

  void judgeFromNothing(const Progress& progress) {
    facts = Facts(bank);
    store = FindingStore();
    rules.clear();
    for (const RuleEntry& entry : allRules()) {
      const RuleSettings* settings = profile.rule(entry.id);
      if (settings == nullptr || entry.make == nullptr) continue;
      rules.push_back({entry.make(profile, *settings), entry.id.substr(0, entry.id.find('/')),
                       Sink(store, entry.id, *settings)});
    }
    std::vector<Change> everything;
    everything.reserve(bank.size());
    for (const auto& [id, object] : bank.objects()) everything.push_back({id, {}, object});
    follow(everything, progress);
  }

  void follow(std::span<const Change> changes, const Progress& progress = {}) {
    if (progress) progress(0, rules.size());
    for (const Change& change : changes) {
      facts.update(change);
      if (change.id == Waivers::kId) store.setWaivers(change.is<Waivers>());
    }
    if (changes.size() < kManyChanges) {
      std::size_t done = 0;
      for (RunningRule& running : rules) {
        running.judge(changes, facts, running.sink);
        if (progress) progress(++done, rules.size());
      }
    } else {
      judgeFamilies(changes, progress);
    }
    facts.endBatch();
    if (const RuleSettings* settings = profile.rule(kStaleWaiversRule)) {
      Sink sink(store, kStaleWaiversRule, *settings);
      judgeStaleWaivers(store, sink);
    }
  }

  /// The families of rules side by side. The store is told in the order of the rules, whoever is done first.
  void judgeFamilies(std::span<const Change> changes, const Progress& progress) {
    const std::vector<std::span<RunningRule>> families = familiesOf(rules);
    std::vector<FindingBuffer> found(rules.size());
    std::mutex mutex;
    std::size_t done = 0;
    std::exception_ptr failure;
    const auto judgeFamily = [&](std::span<RunningRule> family) {
      for (const RunningRule& running : family) {
        running.judge(changes, facts, found[static_cast<std::size_t>(&running - rules.data())]);
        const std::lock_guard lock(mutex);
        if (failure != nullptr) return;
        try {
          if (progress) progress(++done, rules.size());
        } catch (...) {
          failure = std::current_exception();  // Under the lock: nobody tells after one has thrown.
        }
      }
    };
    formats::inParallel(families.size(), 0, [&](unsigned /*thread*/, std::size_t number) {
      try {
        judgeFamily(families[number]);
      } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
      }
    });
    if (failure != nullptr) std::rethrow_exception(failure);
    for (std::size_t rule = 0; rule < rules.size(); ++rule) found[rule].tell(rules[rule].sink);
  }

  /// From so many on a second thread is worth its making.
  static constexpr std::size_t kManyChanges = 200;

  Bank& bank;
  Profile profile;
  Facts facts;
  FindingStore store;
  std::vector<RunningRule> rules;
  Bank::Subscription subscription;
};

Checker::Checker(Bank& bank, Profile profile, const Progress& progress)
    : impl_(std::make_unique<Impl>(bank, std::move(profile), progress)) {}

Checker::~Checker() = default;

const Profile& Checker::profile() const {
  return impl_->profile;
}

const Facts& Checker::facts() const {
  return impl_->facts;
}

void Checker::rejudgeAll() {
  impl_->judgeFromNothing({});
}

std::vector<Finding> Checker::findings() const {
  std::vector<Finding> found = impl_->store.all();
  sortForReading(found, impl_->facts);
  return found;
}

std::vector<Finding> Checker::findingsOf(Id object) const {
  std::vector<Finding> found = impl_->store.of(object);
  sortForReading(found, impl_->facts);
  return found;
}

Summary Checker::summary() const {
  return impl_->store.summary();
}

Summary Checker::summaryOf(Id object) const {
  return impl_->store.summaryOf(object);
}

std::set<Id> Checker::takeJudged() {
  return impl_->store.takeJudged();
}

std::vector<Finding> check(const Bank& bank, const Profile& profile) {
  Bank snapshot = bank;
  return Checker(snapshot, profile).findings();
}

Summary summarise(const std::vector<Finding>& findings) {
  Summary summary;
  for (const Finding& finding : findings) {
    if (finding.waived) {
      ++summary.waived;
    } else if (!finding.cause) {
      ++(finding.severity == Severity::kError     ? summary.errors
         : finding.severity == Severity::kWarning ? summary.warnings
                                                  : summary.infos);
    }
  }
  return summary;
}

std::string judgedDigest(const Finding& finding) {
  return formats::sha256(finding.judged.empty() ? finding.measured : finding.judged);
}

}  // namespace tiku::validators
