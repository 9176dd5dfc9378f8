#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/experts.h"

/// What the columns and cells of a list of experts say.
namespace tiku::formats::experts {

enum class ExpertField {
  kName,
  kKind,
  kInstitution,
  kTitle,  ///< 职称, or whatever qualification there is.
  kLevel,  ///< 职业技能等级
  kFields,
  kAppointed,
  kUntil,
  kAvoidance,
  kCertificate,
};

/// 姓名, 专家类别, 所在单位, 职称/技能等级, 聘任日期 ...
std::optional<ExpertField> fieldOfHead(std::string_view text);
/// 序号, 编号: counts the rows and says nothing.
bool isSerialHead(std::string_view text);

/// "内容", "试题内容专家", "命题方法" ...
std::optional<Expert::Kind> kindOf(std::string_view text);

/// What a 职称 is worth: 高级工程师 is 副高级, 讲师 中级. Nothing for what is none, such as 高级技师.
std::optional<ExpertTitle> titleOf(std::string_view text);

/// The 职业技能等级 in the text: "二级", "二级/技师", "高级技师", "电工（一级）".
std::optional<Level> levelOf(std::string_view text);

/// "6-31-01-02、变配电运行值班员；焊工" in its parts.
std::vector<std::string> listOf(std::string_view text);

}  // namespace tiku::formats::experts
