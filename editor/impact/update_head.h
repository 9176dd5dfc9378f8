#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "workflows/impact/update.h"

class wxButton;
class wxChoice;
class wxGauge;
class wxStaticText;

namespace tiku::editor {

class WrappedText;

/// The head of an update: which edition, by when, how far.
class UpdateHead final : public wxPanel {
 public:
  struct Deeds {
    std::function<void(formats::Id update)> choose;
    std::function<void()> begin;
  };
  UpdateHead(wxWindow* parent, Deeds deeds);

  /// One of these, the latest first.
  void choices(const std::vector<std::shared_ptr<const formats::StandardUpdate>>& updates,
               formats::Id chosen);
  /// Where it stands. Null: that is still being read.
  void show(const formats::StandardUpdate& update, const workflows::UpdateDue& due,
            const workflows::WorkList* tasks);
  void allowBegin(bool may);

 private:
  void showDue(const workflows::UpdateDue& due, std::size_t open);

  Deeds deeds_;
  std::vector<formats::Id> updates_;
  wxStaticText* title_ = nullptr;
  wxChoice* choice_ = nullptr;
  wxButton* begin_ = nullptr;
  wxStaticText* urgency_ = nullptr;
  WrappedText* due_ = nullptr;
  wxGauge* gauge_ = nullptr;
  wxStaticText* counts_ = nullptr;
};

/// "2019年版 → 2026年版"
std::string editionsOf(const formats::StandardUpdate& update);

/// "应在 2026-09-01 前完成更新（第十八条（二））。自实施日期 …"
std::string dueWords(const workflows::UpdateDue& due);

}  // namespace tiku::editor
