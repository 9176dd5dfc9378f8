#pragma once

#include <optional>
#include <string>
#include <vector>

#include <wx/dataview.h>

#include "editor/import/import_reading.h"

namespace tiku::editor {

/// Every place of the files with what became of it, its own words, and why. Only what is seen is drawn.
class VerdictList final : public wxDataViewCtrl {
 public:
  explicit VerdictList(wxWindow* parent);
  ~VerdictList() override;

  /// Shows the places with this verdict, all of them without one; what the readers remarked of a file comes
  /// with the unclear ones. The reading must stay as long as it shows.
  void show(const ImportReading* reading, std::optional<formats::Verdict> only);
  /// The rows that show, cells apart by tabs, for another program.
  [[nodiscard]] std::string asText() const;
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  class Model;
  struct Row {
    const FileReading* file = nullptr;
    const formats::SourceVerdict* verdict = nullptr;  ///< Null for a remark.
    const std::string* remark = nullptr;
  };
  void addWords(const std::string& title, unsigned column, int width);
  [[nodiscard]] std::string cell(const Row& row, unsigned column) const;

  std::vector<Row> rows_;
  bool severalFiles_ = false;
  wxObjectDataPtr<Model> model_;
};

}  // namespace tiku::editor
