#pragma once

#include <functional>
#include <memory>
#include <string>

#include "editor/widgets/table_model.h"
#include "formats/model/item.h"

namespace tiku::editor {

/// Takes an operational item after an edit: what it is called, and what it joins with (Document::apply).
using SkillEdited = std::function<void(formats::SkillItem item, const std::string& title)>;

/// A table of an operational item: it shows the item that it is given and tells edits.
class SkillModel : public TableModel {
 public:
  explicit SkillModel(SkillEdited edited) : edited_(std::move(edited)) {}

  void show(std::shared_ptr<const formats::SkillItem> item) { item_ = std::move(item); }
  [[nodiscard]] bool grows() const override { return item_ != nullptr; }
  [[nodiscard]] int rows() const override { return item_ == nullptr ? 0 : static_cast<int>(count(*item_)); }

  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  /// Puts an empty row before `row`.
  void insert(int row);
  void remove(const std::vector<int>& rows);
  /// Moves a row up or down; gives where it is then.
  int move(int row, bool up);

 protected:
  [[nodiscard]] const formats::SkillItem* item() const { return item_.get(); }

 private:
  [[nodiscard]] virtual std::size_t count(const formats::SkillItem& item) const = 0;
  /// One cell; the row is there.
  virtual std::optional<Refusal> putCell(formats::SkillItem& item, std::size_t row, int column,
                                         const std::string& words) = 0;
  virtual void insertInto(formats::SkillItem& item, std::size_t row) = 0;
  virtual void removeFrom(formats::SkillItem& item, std::size_t row) = 0;
  virtual void swapIn(formats::SkillItem& item, std::size_t a, std::size_t b) = 0;
  [[nodiscard]] virtual std::string title() const = 0;

  SkillEdited edited_;
  std::shared_ptr<const formats::SkillItem> item_;
};

/// 评分记录表, with its sum against the item's marks.
class ScoreModel final : public SkillModel {
 public:
  using SkillModel::SkillModel;
  enum Column { kNumber, kContent, kCriterion, kNominal, kMarks, kNote, kColumns };

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int sumRows() const override { return 1; }
  [[nodiscard]] TableCell cell(int row, int column) const override;

 private:
  [[nodiscard]] std::size_t count(const formats::SkillItem& item) const override;
  std::optional<Refusal> putCell(formats::SkillItem& item, std::size_t row, int column,
                                 const std::string& words) override;
  void insertInto(formats::SkillItem& item, std::size_t row) override;
  void removeFrom(formats::SkillItem& item, std::size_t row) override;
  void swapIn(formats::SkillItem& item, std::size_t a, std::size_t b) override;
  [[nodiscard]] std::string title() const override;
};

/// 准备通知单: what the exam room and the candidate bring.
class MaterialModel final : public SkillModel {
 public:
  using SkillModel::SkillModel;
  enum Column { kProvider, kName, kSpecification, kQuantity, kNote, kColumns };

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] TableCell cell(int row, int column) const override;

 private:
  [[nodiscard]] std::size_t count(const formats::SkillItem& item) const override;
  std::optional<Refusal> putCell(formats::SkillItem& item, std::size_t row, int column,
                                 const std::string& words) override;
  void insertInto(formats::SkillItem& item, std::size_t row) override;
  void removeFrom(formats::SkillItem& item, std::size_t row) override;
  void swapIn(formats::SkillItem& item, std::size_t a, std::size_t b) override;
  [[nodiscard]] std::string title() const override;
};

/// 否定项: each fails the candidate.
class VetoModel final : public SkillModel {
 public:
  using SkillModel::SkillModel;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] TableCell cell(int row, int column) const override;

 private:
  [[nodiscard]] std::size_t count(const formats::SkillItem& item) const override;
  std::optional<Refusal> putCell(formats::SkillItem& item, std::size_t row, int column,
                                 const std::string& words) override;
  void insertInto(formats::SkillItem& item, std::size_t row) override;
  void removeFrom(formats::SkillItem& item, std::size_t row) override;
  void swapIn(formats::SkillItem& item, std::size_t a, std::size_t b) override;
  [[nodiscard]] std::string title() const override;
};

}  // namespace tiku::editor
