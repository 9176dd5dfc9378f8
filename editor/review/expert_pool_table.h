#pragma once

#include <functional>
#include <optional>

#include "editor/widgets/table_model.h"
#include "formats/model/bank.h"
#include "validators/checker/profile.h"
#include "workflows/review/draw/exclusion.h"

namespace tiku::editor {

/// 专家库 as a table that is written in: an expert a row, and whether he could be drawn today.
class ExpertPoolTable final : public TableModel {
 public:
  enum Column {
    kFree,  ///< Whether he can be drawn today; the reason stands in the last column.
    kName,
    kKind,
    kInstitution,
    kQualification,
    kFields,
    kCertificate,
    kAppointed,
    kUntil,
    kAvoidances,
    kWorks,
    kRemoved,
    kWhy,
  };

  /// `change` takes the pool as it is to be; false when it could not be changed.
  explicit ExpertPoolTable(std::function<bool(formats::Experts, const std::string& title)> change)
      : change_(std::move(change)) {}

  void follow(const formats::Bank& bank, const validators::Profile& profile);
  [[nodiscard]] const formats::Experts& pool() const { return pool_; }
  /// How many could be drawn today.
  [[nodiscard]] int drawable() const;
  void remove(const std::vector<int>& rows);

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(pool_.experts.size()); }
  [[nodiscard]] bool grows() const override { return true; }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;

 private:
  std::function<bool(formats::Experts, const std::string&)> change_;
  formats::Experts pool_;
  std::vector<std::optional<workflows::ExclusionGround>> excluded_;  ///< Why each cannot be drawn.
  bool judged_ = false;  ///< The profile says something of panels.
};

}  // namespace tiku::editor
