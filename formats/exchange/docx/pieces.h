#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/docx/styles.h"
#include "formats/model/text.h"

namespace tiku::formats {

/// Gathers the pieces of one paragraph run by run and settles at the end what only the whole shows: bold is
/// emphasis only where other words are not bold, and underlined spaces are a line to write on.
class Pieces {
 public:
  void text(std::string_view words, const RunLook& look);
  void piece(Inline piece);
  /// What another paragraph had gathered comes after this one's.
  void append(Pieces other);
  [[nodiscard]] bool empty() const { return pieces_.empty(); }

  [[nodiscard]] RichText take() &&;

 private:
  struct Piece {
    Inline content;
    bool bold = false;
    int line = 0;  ///< Width of an underlined space in half-width characters; 0 for other text.
  };

  void drawLines();
  void settleBold();

  std::vector<Piece> pieces_;
};

}  // namespace tiku::formats
