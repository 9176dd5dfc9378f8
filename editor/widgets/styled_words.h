#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <wx/textctrl.h>

namespace tiku::editor {

/// Words to be read, of which some stand out: a head, what is spoken of, what goes and what comes. A native
/// text control: it can be selected, copied and read aloud.
class StyledWords final : public wxTextCtrl {
 public:
  enum class Style {
    kPlain,
    kHead,     ///< Quiet and bold.
    kStrong,   ///< Bold.
    kQuiet,    ///< Steps back.
    kMeant,    ///< What is spoken of.
    kRemoved,  ///< Struck out.
    kAdded,
    kWarning,
  };
  struct Piece {
    std::string words;
    Style style = Style::kPlain;
    bool operator==(const Piece&) const = default;
  };

  /// `name` is said by screen readers.
  StyledWords(wxWindow* parent, std::string_view name);
  /// Nothing happens where they show already.
  void show(std::vector<Piece> pieces);

 private:
  [[nodiscard]] wxTextAttr lookOf(Style style) const;
  std::vector<Piece> pieces_;
};

}  // namespace tiku::editor
