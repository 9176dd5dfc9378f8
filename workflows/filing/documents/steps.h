#pragma once

#include <array>
#include <string_view>

namespace tiku::workflows {

/// One of the seven steps of 第五条. The dossier says of each when it was done, by whom, and what came of
/// it: fields "step-<id>-period", "-person" and "-result".
struct DevelopmentStep {
  std::string_view id;
  std::string_view name;
};
inline constexpr std::array<DevelopmentStep, 7> kDevelopmentSteps{{{"experts", "组建专家团队"},
                                                                   {"specification", "撰写命题说明"},
                                                                   {"blueprint", "编制考评蓝图"},
                                                                   {"items", "命制考评试题"},
                                                                   {"review", "审核修订试题"},
                                                                   {"papers", "编辑制作试卷"},
                                                                   {"pilot", "试测完善试卷"}}};

}  // namespace tiku::workflows
