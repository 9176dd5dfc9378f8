#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <wx/textctrl.h>

#include "editor/widgets/native.h"

namespace tiku::editor {

/// A native text control for long reading: words that can be marked with mouse and keyboard and not changed,
/// pictures among them, lines of a comfortable length however wide the window is, letters as large as
/// somebody likes.
class ReadingText final : public wxTextCtrl {
 public:
  /// `name` is said by screen readers.
  ReadingText(wxWindow* parent, std::string_view name);

  struct Picture {
    int at = 0;  ///< The character U+FFFC that it takes the place of.
    std::string bytes;
  };
  /// Shows another text from its beginning.
  void show(const std::string& utf8, std::vector<LookAt> looks, const std::vector<Picture>& pictures = {});
  /// Marks these words besides, and no others.
  void mark(const std::vector<LookAt>& marks);

  struct Selected {
    int from = 0;
    int length = 0;
  };
  [[nodiscard]] Selected selected() const;
  void select(int from, int length);

  /// Points; the system's own at first.
  void setTextSize(int points);
  /// Lines are at most this many ems long.
  static constexpr int kLineLength = 42;

 private:
  void keepLinesShort();

  std::vector<LookAt> looks_;
};

}  // namespace tiku::editor
