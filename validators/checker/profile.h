#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/experts.h"
#include "formats/model/paper.h"
#include "formats/model/period.h"
#include "validators/checker/finding.h"

namespace tiku::validators {

/// What a profile says of one rule.
struct RuleSettings {
  std::string clause;  ///< "第六条（一）"; for defaults "默认值，非法规条文".
  /// Where a level has its own: 第六条（三）2 for 三级.
  std::map<formats::Level, std::string> levelClauses;
  Severity severity = Severity::kError;

  [[nodiscard]] const std::string& clauseFor(std::optional<formats::Level> level) const;

  /// Figures by name, and by level where the regulation differs by level. `number("ratio", level)` takes the
  /// level's own figure, else the one for all levels; empty when the profile gives none: the rule then has
  /// nothing to judge there.
  [[nodiscard]] std::optional<formats::Weight> number(std::string_view name,
                                                      std::optional<formats::Level> level = {}) const;
  /// The same as a whole number, cut.
  [[nodiscard]] std::optional<int> count(std::string_view name,
                                         std::optional<formats::Level> level = {}) const;

  struct Figure {
    std::string name;
    std::optional<formats::Level> level;  ///< Empty: for all levels that have none of their own.
    formats::Weight value;
  };
  std::vector<Figure> figures;
};

/// A paper structure of 第十四条.
struct PaperShape {
  std::vector<formats::Level> levels;
  int minutes = 0;
  std::vector<formats::PlanSection> sections;
};

/// Shares of the submission sample, 第十条（一）6.
struct SampleShares {
  std::string clause;
  int theoryPercent = 0;
  int skillsPercent = 0;
  int papers = 0;
};

/// What a panel must be, 第十条（三）.
struct PanelRules {
  std::string clause;
  int experts = 3;         ///< At least so many, of them
  int contentExperts = 0;  ///< so many 试题内容专家
  int methodExperts = 0;   ///< and so many 命题方法专家.
  int perItem = 3;         ///< At least so many experts for each item; never more than `experts`.
  int termYears = 0;       ///< Length of an expert's term; 0 where the regulation sets none.
  /// What an expert must have reached, one or the other; empty where the regulation asks nothing.
  std::optional<formats::ExpertTitle> title;
  std::optional<formats::Level> level;
};

/// A period within which something must be done.
struct ProfileDeadline {
  std::string id;  ///< "evaluation", "rectification"
  formats::Period period;
  std::string clause;
};

/// A document of the bundle, 第十条（一）.
struct BundleDocument {
  int number = 0;
  std::string id;     ///< "application", "development", "theory-table" ...
  std::string title;  ///< As the clause names it.
  bool perLevel = false;
};

/// A regulation as data: which rules hold, with clause and figures. One XML file, described in
/// docs/profiles.md; schemas/profiles/ holds those that come with the program.
class Profile {
 public:
  /// A built-in profile ("guizhou") or the path of a file. Throws FormatError: kUsage for an unknown id, else
  /// as any file.
  static Profile load(const std::string& idOrFile);
  /// Throws FormatError with file and line: for XML that is no profile, for a rule that the program does not
  /// have, for a figure that the rule does not read, for paper shapes that do not come to 100 marks.
  static Profile parse(const std::string& xml, const std::string& fileName);
  /// Ids of the built-in profiles.
  static std::vector<std::string> builtIn();

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const std::string& regulation() const {
    return regulation_;
  }  ///< Full name of what it transcribes.
  [[nodiscard]] const std::string& version() const { return version_; }      ///< Of the file, "2026.1".
  [[nodiscard]] const std::string& pointWord() const { return pointWord_; }  ///< 考评点 or 鉴定点
  [[nodiscard]] const std::string& digest() const { return digest_; }        ///< SHA-256 of the file.

  /// Null when the profile does not know the rule: it is off.
  [[nodiscard]] const RuleSettings* rule(std::string_view id) const;
  [[nodiscard]] const std::map<std::string, RuleSettings, std::less<>>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<PaperShape>& paperShapes() const { return shapes_; }
  [[nodiscard]] const std::optional<SampleShares>& sample() const { return sample_; }
  [[nodiscard]] const std::vector<BundleDocument>& bundle() const { return bundle_; }
  [[nodiscard]] const std::optional<PanelRules>& panel() const { return panel_; }
  /// Null when the profile sets none of that name: "intake" 受理审查, "evaluation" 评估报告, "rectification"
  /// 整改.
  [[nodiscard]] const ProfileDeadline* deadline(std::string_view id) const;

 private:
  friend class ProfileReader;
  std::string id_;
  std::string title_;
  std::string regulation_;
  std::string version_;
  std::string pointWord_;
  std::string digest_;
  std::map<std::string, RuleSettings, std::less<>> rules_;
  std::vector<PaperShape> shapes_;
  std::optional<SampleShares> sample_;
  std::vector<BundleDocument> bundle_;
  std::optional<PanelRules> panel_;
  std::vector<ProfileDeadline> deadlines_;
};

/// What the profile calls an assessment point, in the user's language, for messages.
[[nodiscard]] std::string pointWord(const Profile& profile);

}  // namespace tiku::validators
