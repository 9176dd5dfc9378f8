#include "cli/review_common.h"

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::cli {

using namespace formats;

const Experts& poolOf(const Bank& bank) {
  const auto* pool = bank.find<Experts>(Experts::kId);
  if (pool != nullptr) return *pool;
  throw FormatError(ErrorCode::kConflict, translate("题库里没有专家库。"), {},
                    translate("先用 tiku import --as experts 导入专家名单。"));
}

const PanelDraw& drawNamed(const Bank& bank, const std::string& name) {
  const auto* draws = bank.find<PanelDraws>(PanelDraws::kId);
  if (draws == nullptr || draws->draws.empty()) {
    throw FormatError(ErrorCode::kUsage, translate("这个题库还没有抽取过专家。"), {},
                      translate("先用 tiku review draw 抽取。"));
  }
  if (name.empty()) return draws->draws.back();
  const auto id = Id::parse(name);
  const PanelDraw* draw = id ? draws->find(*id) : nullptr;
  if (draw == nullptr) throw FormatError(ErrorCode::kUsage, say("没有抽取记录“{id}”。", "id"_a = name));
  return *draw;
}

const Expert& expertNamed(const Experts& pool, const std::string& name) {
  if (const auto id = Id::parse(name)) {
    if (const Expert* expert = pool.find(*id)) return *expert;
  }
  const Expert* found = nullptr;
  for (const Expert& expert : pool.experts) {
    if (expert.name != name) continue;
    if (found != nullptr) {
      throw FormatError(ErrorCode::kUsage, say("专家库里有几位“{name}”。", "name"_a = name), {},
                        translate("请用标识指明是哪一位，见 tiku review experts --format json。"));
    }
    found = &expert;
  }
  if (found == nullptr) {
    throw FormatError(ErrorCode::kUsage, say("专家库里没有“{name}”。", "name"_a = name));
  }
  return *found;
}

}  // namespace tiku::cli
