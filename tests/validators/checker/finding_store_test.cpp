#include "validators/checker/finding_store.h"

#include <catch2/catch.hpp>

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Finding finding(const char* rule, Severity severity, const char* cause = nullptr) {
  Finding made;
  made.rule = rule;
  made.severity = severity;
  made.subject.id = Id::wellKnown(1);
  made.subject.object = Id::wellKnown(1);
  if (cause != nullptr) made.cause = FindingKey{cause, Id::wellKnown(1), {}};
  return made;
}

}  // namespace

TEST_CASE("a chain of causes counts once, at its root") {
  FindingStore store;
  store.put(finding("c", Severity::kInfo, "b"));
  store.put(finding("b", Severity::kWarning, "a"));
  CHECK(store.summary() == Summary{0, 1, 0, 0});
  store.put(finding("a", Severity::kError));
  CHECK(store.summary() == Summary{1, 0, 0, 0});
  store.clear({"b", Id::wellKnown(1), {}});
  CHECK(store.summary() == Summary{1, 0, 1, 0});
  CHECK_FALSE(store.all().at(1).cause);
}

TEST_CASE("findings that name each other do not fold each other away") {
  FindingStore store;
  store.put(finding("a", Severity::kError, "c"));
  store.put(finding("b", Severity::kError, "a"));
  store.put(finding("c", Severity::kError, "b"));
  CHECK(store.summary().errors == 1);
  store.put(finding("d", Severity::kError, "d"));
  CHECK(store.summary().errors == 2);
  CHECK(summarise(store.all()) == store.summary());
}

TEST_CASE("where two findings change places, the one that was judged last folds under the other") {
  FindingStore store;
  store.put(finding("a", Severity::kError));
  store.put(finding("b", Severity::kError, "a"));
  store.put(finding("a", Severity::kError, "b"));
  store.put(finding("b", Severity::kError));
  REQUIRE(store.all().size() == 2);
  CHECK(store.all()[0].cause == FindingKey{"b", Id::wellKnown(1), {}});
  CHECK_FALSE(store.all()[1].cause);
  CHECK(store.summary() == Summary{1, 0, 0, 0});
}

TEST_CASE("a cause that becomes milder than what folds under it lets it go") {
  FindingStore store;
  store.put(finding("a", Severity::kError));
  store.put(finding("b", Severity::kError, "a"));
  CHECK(store.summary() == Summary{1, 0, 0, 0});
  store.put(finding("a", Severity::kWarning));
  CHECK(store.summary() == Summary{1, 1, 0, 0});
  CHECK(summarise(store.all()) == store.summary());
}
