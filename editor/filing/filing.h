#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "editor/document/worker.h"
#include "editor/filing/export_dialog.h"
#include "editor/workspace/workspace.h"
#include "formats/base/error.h"
#include "formats/base/temp_directory.h"
#include "workflows/filing/checklist.h"
#include "workflows/filing/manifest.h"

class wxDataViewListCtrl;
class wxStaticText;

namespace tiku::editor {

class Attachments;
class DocumentPage;
class SamplePanel;

/// 报备: the documents of the bundle as a checklist, what is to be written into each, the sample, and the
/// bundle itself.
class Filing final : public Workspace {
 public:
  Filing(wxWindow* parent, Host& host);
  ~Filing() override { task_.cancel(); }

  void go(const Place& place) override;
  [[nodiscard]] Place place() const override;
  void bankChanged(std::span<const formats::Change> changes) override;
  std::vector<Command> commands() override;

 private:
  void layOut();
  void refresh();
  void outOfDate();
  void showList();
  void showDocument();
  void setField(const std::string& id, const std::string& label, const std::string& value);
  void setText(const std::string& id, const std::string& title, const formats::RichText& words);
  void preview();
  void exportBundle();
  void makeBundle(const ExportChoice& choice);
  void exported(const ExportChoice& choice, const workflows::Manifest& manifest);
  void verify();
  [[nodiscard]] const workflows::ChecklistEntry* entry() const;
  void failed(const formats::FormatError& error);

  std::vector<workflows::ChecklistEntry> entries_;
  std::string chosen_;  ///< Id of the document.
  bool refreshing_ = false;
  std::optional<formats::TempDirectory> previews_;
  wxStaticText* summary_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  wxPanel* side_ = nullptr;
  DocumentPage* page_ = nullptr;
  SamplePanel* sample_ = nullptr;
  Attachments* attachments_ = nullptr;
  Task task_;  ///< Preview, export or verification.
};

}  // namespace tiku::editor
