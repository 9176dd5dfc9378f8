#include "validators/checker/stale_waivers.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using namespace fmt::literals;

void judgeStaleWaivers(FindingStore& store, FindingSink& sink) {
  using formats::Waivers;
  // A waiver may speak of a stale waiver in its turn, so judging one may touch another; a key contains the
  // key that it speaks of, so this comes to an end.
  for (auto touched = store.takeTouchedWaivers(); !touched.empty(); touched = store.takeTouchedWaivers()) {
    for (const FindingKey& key : touched) {
      const Finding* finding = store.find(key);
      if (!store.hasWaiver(key) || (finding != nullptr && finding->waived)) {
        sink.clear(Waivers::kId, key.str());
        continue;
      }
      Finding stale;
      stale.subject.id = Waivers::kId;
      stale.subject.object = Waivers::kId;
      stale.subject.field = key.str();
      if (finding == nullptr) {
        stale.judged = "gone";
        stale.message = say("对“{rule}”的一条豁免已失效：检查中不再有这条结果（问题已改正，或对象已删除）。",
                            "rule"_a = key.rule);
        stale.advice = say("删去这条豁免。");
      } else {
        stale.judged = judgedDigest(*finding);
        stale.subject.level = finding->subject.level;
        stale.message =
            say("对“{rule}”的一条豁免已失效：豁免之后，所检查的内容有了变化。现在的结果是：{message}",
                "rule"_a = key.rule, "message"_a = finding->message);
        stale.advice = say("重新核对；仍可接受的，写明理由再次豁免，否则删去这条豁免。");
      }
      sink.put(std::move(stale));
    }
  }
}

}  // namespace tiku::validators
