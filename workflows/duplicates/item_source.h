#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "formats/model/judgement.h"
#include "validators/similarity/statement.h"
#include "validators/similarity/statement_list.h"

namespace tiku::workflows {

/// What a person calls an item, and where it stands.
struct ItemLabel {
  std::string id;  ///< As its source prints it: the code, the `id` column, the row; in a bank also the UUID.
  formats::Id object;  ///< In a bank; else empty.
  std::optional<formats::Level> level;
  std::string section;  ///< "相关知识 B-A-001「数据清洗」"; may be empty.
  std::string type;     ///< "单选题"
  std::string code{};   ///< As printed in a bank; items of different levels may share it.

  /// For people, beside the level: the code where there is one.
  [[nodiscard]] const std::string& name() const { return code.empty() ? id : code; }
};

/// Items to look for duplicates among: a bank, a sheet, a list. Reading from several threads is allowed.
class ItemSource {
 public:
  ItemSource() = default;
  ItemSource(const ItemSource&) = delete;
  ItemSource& operator=(const ItemSource&) = delete;
  virtual ~ItemSource() = default;

  /// For people: the file's name.
  [[nodiscard]] virtual const std::string& name() const = 0;
  [[nodiscard]] virtual std::size_t size() const = 0;
  /// The words of an item, in place of what is in `words`; views of what the source holds as long as it
  /// lives.
  virtual void read(std::size_t at, validators::ItemWords& words) const = 0;
  [[nodiscard]] virtual ItemLabel label(std::size_t at) const = 0;
  /// The filled statements of all items, of a source that makes them faster than one by one.
  [[nodiscard]] virtual std::optional<validators::StatementList> statements(unsigned /*threads*/) const {
    return {};
  }

  /// Level of an item, as in its label; for filters over many pairs.
  [[nodiscard]] virtual std::optional<formats::Level> level(std::size_t /*at*/) const { return {}; }
  /// Papers that hold the item, by numbers of this source, ascending.
  [[nodiscard]] virtual std::span<const std::uint32_t> papers(std::size_t /*at*/) const { return {}; }
  /// The judgement that holds on two of its items; null when there is none.
  [[nodiscard]] virtual const formats::Judgement* judgement(std::size_t /*a*/, std::size_t /*b*/) const {
    return nullptr;
  }
};

/// The items of several sources under one numbering: those of the first source, then of the second ...
class ItemTable {
 public:
  void add(std::unique_ptr<ItemSource> source);

  [[nodiscard]] std::size_t size() const { return ends_.empty() ? 0 : ends_.back(); }
  [[nodiscard]] std::size_t sourceCount() const { return sources_.size(); }
  [[nodiscard]] const ItemSource& source(std::size_t number) const { return *sources_[number]; }

  /// Number of the source that holds the item.
  [[nodiscard]] std::size_t sourceOf(std::size_t item) const;
  struct Where {
    const ItemSource& source;
    std::size_t at = 0;
  };
  [[nodiscard]] Where where(std::size_t item) const;

  /// The filled statements of all items, made on so many threads (0: one per processor).
  [[nodiscard]] validators::StatementList statements(unsigned threads = 0) const;

 private:
  std::vector<std::unique_ptr<ItemSource>> sources_;
  std::vector<std::size_t> ends_;
};

}  // namespace tiku::workflows
