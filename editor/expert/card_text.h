#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <wx/textctrl.h>

#include "editor/widgets/native.h"

namespace tiku::editor {

/// Words with looks, put together piece by piece.
struct StyledWords {
  std::string text;
  std::vector<LookAt> looks;

  void add(std::string_view words);
  void add(std::string_view words, Look look);
  /// On a line of its own.
  void line(std::string_view words);
  void line(std::string_view words, Look look);
  /// What turns one text into the other, as a tracked change.
  void change(const std::string& before, const std::string& after);
  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// Words of a card: they can be marked and copied, not changed. As high as its words at the width that it
/// gets.
class CardText final : public wxTextCtrl {
 public:
  CardText(wxWindow* parent, std::string_view name, int points);
  void show(StyledWords words);

 private:
  int width_ = 0;
};

/// A field for a few sentences, which grows with them.
class SentenceField final : public wxTextCtrl {
 public:
  SentenceField(wxWindow* parent, std::string_view name, int points, int lines = 2);
  /// Called after each change by the user.
  void onTyped(std::function<void(const std::string&)> typed) { typed_ = std::move(typed); }
  /// Shows these words, unless they are there; the cursor stays.
  void setWords(std::string_view utf8);
  [[nodiscard]] std::string words() const;

 private:
  void grow();

  std::function<void(const std::string&)> typed_;
  int lines_ = 2;
  int width_ = 0;
};

/// The window that scrolls has to lay its parts out anew: one of them is higher now.
void layOutAround(wxWindow* window);

}  // namespace tiku::editor
