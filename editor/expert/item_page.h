#pragma once

#include <wx/panel.h>

#include "editor/expert/expert_host.h"
#include "editor/text/reading_page.h"

class wxSplitterWindow;

namespace tiku::editor {

class Margin;
class QueueList;
class ReadingText;

/// Item after item: the queue, the text, the margin.
class ItemPage final : public wxPanel {
 public:
  ItemPage(wxWindow* parent, ExpertHost& host);
  ~ItemPage() override;

  void show(formats::Id object, formats::Id remark = {});
  [[nodiscard]] formats::Id object() const { return object_; }
  void follow(const ReviewSession::Event& event);

  // What keys do.
  void move(int by);
  void toNextOpen();
  void setRelevance(int relevance);
  void setVerdict(formats::ItemVerdict verdict);
  void toDifficulty();
  /// Begins a remark on the marked words, or on the field where the cursor stands.
  void remark();
  /// On the item as a whole.
  void remarkOnAll();
  void toText();
  void toQueue();
  void find();
  void finishTyping();
  void textSizeChanged();
  void paintMarks();

  /// A verdict leads on to the next line.
  static bool goesOn();
  static void setGoesOn(bool goesOn);

 private:
  void begin(const formats::Anchor& anchor);
  void choose(const formats::Anchor& anchor);

  ExpertHost& host_;
  formats::Id object_;
  ReadingPage page_;
  wxSplitterWindow* outer_ = nullptr;
  wxSplitterWindow* inner_ = nullptr;
  QueueList* queue_ = nullptr;
  ReadingText* text_ = nullptr;
  Margin* margin_ = nullptr;
};

}  // namespace tiku::editor
