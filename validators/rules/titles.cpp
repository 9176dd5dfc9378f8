#include "validators/rules/titles.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"

namespace tiku::validators {
namespace {

using formats::markForTranslation;

struct Title {
  std::string_view rule;
  const char* words;
};

/// By id.
constexpr std::array<Title, 100> kTitles{{
    {"bank/levels", markForTranslation("题库写明等级，没有不属于这些等级的内容")},
    {"blueprint/codes", markForTranslation("考评范围、考评点的代码齐全、不重复、不缺号")},
    {"blueprint/importance-missing", markForTranslation("考评点标了重要程度")},
    {"blueprint/missing", markForTranslation("每个等级有细目表和内容结构表")},
    {"blueprint/names", markForTranslation("同一等级的考评点名称不相同")},
    {"blueprint/names-across-levels", markForTranslation("各等级之间考评点名称不相同")},
    {"blueprint/trace", markForTranslation("相关知识要求与考评点互相对应")},
    {"blueprint/weights-missing", markForTranslation("需要核对的考评范围都有权重")},
    {"blueprint/weights-standard", markForTranslation("细目表的权重与标准一致")},
    {"blueprint/weights-sum", markForTranslation("考评范围的权重合计正确")},
    {"coverage/points-per-level", markForTranslation("每个等级的考评点总数")},
    {"coverage/points-per-weight", markForTranslation("考评点数与权重的倍数")},
    {"duplicates/cross-level", markForTranslation("理论试题不在等级之间重复")},
    {"duplicates/near", markForTranslation("没有不同写法、问同一件事的试题")},
    {"duplicates/same-level", markForTranslation("同一等级没有相同的理论试题")},
    {"duplicates/skills-cross-level", markForTranslation("操作技能试题不在等级之间重复")},
    {"items/absolute-words", markForTranslation("没有提示答案的绝对化词语")},
    {"items/all-of-above", markForTranslation("选项不写“以上都对”")},
    {"items/all-right", markForTranslation("多选题有错误的选项")},
    {"items/answer-told", markForTranslation("题干不说出另一道题的答案")},
    {"items/asked-number", markForTranslation("题干问的项数与题型相符")},
    {"items/blank", markForTranslation("选择题题干有一处作答空")},
    {"items/blank-form", markForTranslation("作答空用统一的写法")},
    {"items/code", markForTranslation("题号唯一，与题型和考评点相符")},
    {"items/consistency", markForTranslation("标了一致性代码")},
    {"items/difficulty", markForTranslation("标了难度代码")},
    {"items/difficulty-spread", markForTranslation("各档难度都有，以中等为主")},
    {"items/double-negative", markForTranslation("不用双重否定")},
    {"items/final-stop", markForTranslation("有句末标点")},
    {"items/judgement-form", markForTranslation("判断题是一个陈述")},
    {"items/key-balance", markForTranslation("答案分布均衡")},
    {"items/key-echo", markForTranslation("正确选项不独自重复题干的词语")},
    {"items/key-in-stem", markForTranslation("题干里没有答案的原文")},
    {"items/key-invalid", markForTranslation("答案与题型、选项相符")},
    {"items/key-missing", markForTranslation("每道题都有答案")},
    {"items/media-missing", markForTranslation("试题用到的图片都在")},
    {"items/negative-stem", markForTranslation("少用否定式题干，否定词加以强调")},
    {"items/option-equal", markForTranslation("没有数值相等的选项")},
    {"items/option-form", markForTranslation("各选项形式一致")},
    {"items/option-length", markForTranslation("正确选项不明显地长")},
    {"items/option-order", markForTranslation("数值选项按大小排列")},
    {"items/option-overlap", markForTranslation("选项互不包含、互不重叠")},
    {"items/option-prefix", markForTranslation("选项共有的开头移到题干")},
    {"items/options", markForTranslation("选项个数合适，没有空的和相同的")},
    {"items/point-missing", markForTranslation("每道理论题都挂在考评点上")},
    {"items/scoring", markForTranslation("主观题的分值与评分要点相等")},
    {"items/stem-empty", markForTranslation("每道题都有题干")},
    {"judgements/stale", markForTranslation("对相近试题的判定没有失效")},
    {"language/banned-variant", markForTranslation("没有禁用的词语")},
    {"language/confusion", markForTranslation("没有易混的错别字")},
    {"language/doubled", markForTranslation("没有多打一遍的字词")},
    {"language/numbers", markForTranslation("数值范围写得完整")},
    {"language/punctuation", markForTranslation("括号、引号成对，标点正确")},
    {"language/spelling", markForTranslation("英文单词没有拼错")},
    {"language/standards-cited", markForTranslation("没有引用被代替的标准")},
    {"language/terms", markForTranslation("术语没有写错")},
    {"language/two-names", markForTranslation("同一事物只有一种叫法")},
    {"language/units", markForTranslation("用法定计量单位")},
    {"language/width", markForTranslation("全角、半角不混用")},
    {"mix/both-kinds", markForTranslation("二级、一级有客观题也有主观题")},
    {"mix/occupation-class", markForTranslation("知识技能型、复合技能型职业有相应题型")},
    {"mix/subjective-share", markForTranslation("主观题的分值占比")},
    {"mix/types-allowed", markForTranslation("各等级只用规定的题型")},
    {"mix/types-per-point", markForTranslation("每个考评点下各题型的题数")},
    {"papers/answer-told", markForTranslation("同卷试题不互相说出答案")},
    {"papers/items", markForTranslation("试卷所用的试题都在、不重复")},
    {"papers/key-balance", markForTranslation("试卷的答案分布均衡")},
    {"papers/key-runs", markForTranslation("试卷没有过长的一串相同答案")},
    {"papers/near-overlap", markForTranslation("试卷之间连同相近试题的重复率")},
    {"papers/objective-marks", markForTranslation("客观题的每题分值")},
    {"papers/overlap", markForTranslation("同一等级试卷之间的重复率")},
    {"papers/shape", markForTranslation("试卷符合规定的结构")},
    {"papers/skills-overlap", markForTranslation("不同等级操作试卷之间不重复")},
    {"papers/total", markForTranslation("每套试卷满分 100 分")},
    {"plan/missing", markForTranslation("有细目表的等级有组卷方案")},
    {"plan/total", markForTranslation("组卷方案合计 100 分")},
    {"reviews/changed-since-approval", markForTranslation("通过评审的试题和表没有再改动")},
    {"sets/items", markForTranslation("题组的试题完整，备选答案一致")},
    {"size/skills-items", markForTranslation("操作技能试题的总数")},
    {"size/skills-papers", markForTranslation("操作技能试卷的套数")},
    {"size/theory-items", markForTranslation("理论知识试题的总数")},
    {"size/theory-papers", markForTranslation("理论知识试卷的套数")},
    {"skills/marks", markForTranslation("操作题的分值与内容结构表相符")},
    {"skills/module-missing", markForTranslation("每道操作题都属于一个模块")},
    {"skills/point-missing", markForTranslation("每道操作题都挂在考评点上")},
    {"skills/rows", markForTranslation("操作题有评分记录表和评分标准")},
    {"skills/safety", markForTranslation("带 ★ 的内容有否定项或安全评分")},
    {"skills/score-sum", markForTranslation("评分记录表的配分合计等于题分")},
    {"skills/time", markForTranslation("操作题的时间不超过模块的时间")},
    {"standard/contents", markForTranslation("标准的工作内容数")},
    {"standard/functions", markForTranslation("标准的职业功能数")},
    {"standard/missing", markForTranslation("录入了所依据的标准")},
    {"standard/skill-wording", markForTranslation("技能要求以“能”开头")},
    {"standard/skills", markForTranslation("标准的技能要求数")},
    {"standard/weights-sum", markForTranslation("标准的权重表合计 100")},
    {"structure/modules-items", markForTranslation("内容结构表的模块有计划的题量")},
    {"structure/standard", markForTranslation("内容结构表的配分与标准一致")},
    {"structure/total", markForTranslation("内容结构表配分合计 100，时间齐全")},
    {"updates/open", markForTranslation("新标准要求的更新已经完成")},
    {"waivers/stale", markForTranslation("豁免没有失效")},
}};

}  // namespace

std::string ruleTitle(std::string_view rule) {
  const auto* found = std::ranges::lower_bound(kTitles, rule, {}, &Title::rule);
  return found != kTitles.end() && found->rule == rule ? formats::translate(found->words) : std::string(rule);
}

}  // namespace tiku::validators
