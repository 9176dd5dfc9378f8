#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/blueprint.h"
#include "formats/model/paper.h"
#include "formats/model/text.h"
#include "formats/model/values.h"

/// The records around the items: what the bank is, its blueprints, who works on it, what was waived, what is
/// filed.
namespace tiku::formats {

/// 题库 (items to assemble from) or 试卷库 (finished papers): 第六条（二） asks different sizes of them.
enum class BankKind { kItems, kPapers };

/// 第三条 / 第四条: the class of the occupation.
enum class OccupationClass {
  kTechnical,  ///< 技术技能型
  kKnowledge,  ///< 知识技能型
  kCompound,   ///< 复合技能型
};

/// 评价机构 as the application form names it.
struct Institution {
  std::string name;
  std::string creditCode;    ///< 统一社会信用代码
  std::string kind;          ///< 用人单位 / 技工院校 / 社会培训评价组织
  std::string recordNumber;  ///< 机构备案号
  std::string validUntil;    ///< 备案有效期, as printed
  std::string contact;
  std::string phone;
  Extras extras{};
  bool operator==(const Institution&) const = default;
};

/// `bank.xml`: what this bank is. One per bank.
struct BankInfo {
  static constexpr Id kId = Id::wellKnown(1);

  Id id = kId;
  Id packageId;  ///< Random, made with the bank; of `tiku.xml`.
  std::string title;
  std::optional<OccupationCode> occupation;
  std::string occupationName;
  std::vector<Level> levels;  ///< Descending number: 五级 first.
  BankKind theoryKind = BankKind::kItems;
  BankKind skillsKind = BankKind::kItems;
  OccupationClass occupationClass = OccupationClass::kTechnical;
  std::string profile;  ///< Id of the rule profile: "guizhou".
  Institution institution;
  Extras extras;
  /// Minor version of the package format that the bank was read from. A newer one than this program's is
  /// written back, since the extras of its objects belong to it.
  int formatMinor = 0;
  bool operator==(const BankInfo&) const = default;
};

/// `blueprints/level-N.xml`: 考评蓝图 of one level.
struct Blueprint {
  explicit Blueprint(Level l) : id(idOf(l)), level(l) {}
  static constexpr Id idOf(Level level) {
    return Id::wellKnown(0x100U + static_cast<unsigned>(level.number()));
  }

  Id id;
  Level level;
  ElementTable theory;
  ElementTable skills;
  SkillStructure structure;
  PaperPlan plan;
  Extras extras;
  bool operator==(const Blueprint&) const = default;
};

struct Person {
  enum class Kind {
    kContentExpert,  ///< 试题内容专家
    kMethodExpert,   ///< 命题方法专家
    kStaff,          ///< of the institution
  };
  Id id;
  std::string name;
  Kind kind = Kind::kContentExpert;
  std::string institution;
  std::string qualification;  ///< 职称或职业技能等级
  std::string duty;           ///< 开发负责人, 命题, 审题 ...
  Extras extras;
  bool operator==(const Person&) const = default;
};

/// `people.xml`
struct People {
  static constexpr Id kId = Id::wellKnown(3);
  Id id = kId;
  std::vector<Person> people;
  Extras extras;
  [[nodiscard]] const Person* find(Id person) const;
  bool operator==(const People&) const = default;
};

/// 豁免: a finding that was accepted with a reason. Lapses when what was judged changes.
struct Waiver {
  std::string rule;    ///< "items/key-missing"
  Id object;           ///< Subject of the finding.
  std::string field;   ///< Field of the finding's subject; may be empty.
  std::string judged;  ///< SHA-256 of what the rule looked at.
  std::string reason;
  std::string person;
  std::optional<Date> date;
  Extras extras;
  bool operator==(const Waiver&) const = default;
};

/// `waivers.xml`
struct Waivers {
  static constexpr Id kId = Id::wellKnown(4);
  Id id = kId;
  std::vector<Waiver> waivers;
  Extras extras;
  bool operator==(const Waivers&) const = default;
};

/// `filing/dossier.xml`: what the bundle's forms and texts say that follows from nothing else.
struct Dossier {
  static constexpr Id kId = Id::wellKnown(5);
  Id id = kId;
  /// Values of form fields by the ids of `schemas/forms`: "development-started" -> "2026年3月".
  std::map<std::string, std::string> fields;
  /// Long texts by id: "basis" 命题依据, "pilot" 试测报告, "internal-review" 专家评审意见.
  std::map<std::string, RichText> texts;
  /// 其他相关佐证材料: media file name -> title.
  std::map<std::string, std::string> attachments;
  Extras extras;
  bool operator==(const Dossier&) const = default;
};

/// `media/<sha256>.<ext>`: a picture or attachment, named by its content.
struct Media {
  Id id;             ///< First 128 bits of the SHA-256.
  std::string name;  ///< "<64 hex digits>.png"
  std::string bytes;
  bool operator==(const Media&) const = default;
};

}  // namespace tiku::formats
