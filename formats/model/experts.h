#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

/// 专家库, and the panels that were drawn from it.
namespace tiku::formats {

/// 职称, lowest first.
enum class ExpertTitle {
  kJunior,        ///< 初级
  kIntermediate,  ///< 中级
  kAssociate,     ///< 副高级
  kSenior,        ///< 正高级
};

/// 回避: what an expert must keep out of.
struct Avoidance {
  std::string institution;  ///< As its application form names it.
  std::string reason;
  Extras extras{};
  bool operator==(const Avoidance&) const = default;
};

/// 工作记录: what an expert did as one.
struct ExpertWork {
  std::optional<Date> on;
  std::string text;
  std::string rating;  ///< How it was done.
  Extras extras{};
  bool operator==(const ExpertWork&) const = default;
};

/// 专家, 第七条.
struct Expert {
  enum class Kind {
    kContent,  ///< 试题内容专家
    kMethod,   ///< 命题方法专家
  };
  Id id;
  std::string name;
  Kind kind = Kind::kContent;
  std::string institution;
  std::string qualification;         ///< 职称或职业技能等级, as printed: 高级工程师
  std::optional<ExpertTitle> title;  ///< What it is worth as a 职称,
  std::optional<Level> level;        ///< and as a 职业技能等级.
  std::vector<std::string> fields;   ///< Occupations: a code, the beginning of one, or a name.
  std::string certificate;           ///< 聘书编号
  std::optional<Date> appointed;     ///< First day of the term.
  std::optional<Date> until;         ///< Last day; where it is empty, the profile's term counts.
  std::string removed;               ///< Why the expert is no longer one; empty while he is.
  std::vector<Avoidance> avoidances;
  std::vector<ExpertWork> works;
  Extras extras{};
  bool operator==(const Expert&) const = default;
};

/// `experts.xml`
struct Experts {
  static constexpr Id kId = Id::wellKnown(8);
  Id id = kId;
  std::vector<Expert> experts;
  Extras extras;
  [[nodiscard]] const Expert* find(Id expert) const;
  bool operator==(const Experts&) const = default;
};

/// Why a candidate could not be drawn.
enum class Exclusion {
  kRemoved,         ///< No longer an expert.
  kTerm,            ///< The term has not begun, or is over.
  kQualification,   ///< Less than the profile asks.
  kField,           ///< A content expert of other occupations.
  kOwnInstitution,  ///< Works for the institution whose bank is judged.
  kAvoidance,       ///< Has registered that he keeps out of it.
  kDeveloper,       ///< Worked on the bank.
};

/// One expert in a draw, as he was then.
struct PanelCandidate {
  Id expert;
  std::string rank;  ///< SHA-256, 64 hexadecimal digits; the smallest are drawn.
  std::string name;
  Expert::Kind kind = Expert::Kind::kContent;
  std::string institution;
  std::string qualification;
  std::optional<Exclusion> excluded;
  std::string why;     ///< Of an excluded one: what the exclusion rests on.
  bool drawn = false;  ///< In the first draw, before any refusal.
  Extras extras{};
  bool operator==(const PanelCandidate&) const = default;
};

/// Someone who was drawn and does not come.
struct PanelRefusal {
  Id expert;
  std::optional<Date> on;
  std::string reason;
  std::optional<Id> replacement;  ///< Empty where nobody was left.
  Extras extras{};
  bool operator==(const PanelRefusal&) const = default;
};

/// 抽取记录: how a panel was drawn, so that anyone can draw it again.
struct PanelDraw {
  Id id;
  std::optional<Date> on;
  std::string by;
  std::string institution;  ///< Whose bank is judged.
  std::string occupation;   ///< Code and name.
  std::string clause;
  int experts = 0;                         ///< How many were drawn; of them
  int contentExperts = 0;                  ///< at least so many 试题内容专家
  int methodExperts = 0;                   ///< and 命题方法专家.
  std::string pool;                        ///< SHA-256 of experts.xml at the draw.
  std::string nonce;                       ///< As the authority gave it.
  std::vector<PanelCandidate> candidates;  ///< Everyone in the pool, by rank.
  std::vector<PanelRefusal> refusals;      ///< In the order in which they came.
  Extras extras{};
  [[nodiscard]] const PanelCandidate* find(Id expert) const;
  bool operator==(const PanelDraw&) const = default;
};

/// `panel-draws.xml`
struct PanelDraws {
  static constexpr Id kId = Id::wellKnown(9);
  Id id = kId;
  std::vector<PanelDraw> draws;  ///< In the order in which they were made.
  Extras extras;
  [[nodiscard]] const PanelDraw* find(Id draw) const;
  bool operator==(const PanelDraws&) const = default;
};

}  // namespace tiku::formats
