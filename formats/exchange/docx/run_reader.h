#pragma once

#include <string>
#include <vector>

#include "formats/exchange/docx/pieces.h"
#include "formats/exchange/docx/word_part.h"

namespace tiku::formats {

/// Reads what stands in a paragraph: runs with everything that may lie around and in them.
class RunReader {
 public:
  explicit RunReader(WordContext& context) : context_(context) {}

  /// What one paragraph held.
  struct Content {
    Pieces pieces;
    bool pageBreakFirst = false;        ///< A page break before its first words.
    bool pageBreakLast = false;         ///< One after them.
    std::vector<XmlElement> textBoxes;  ///< w:txbxContent anchored here, in order.
  };

  /// Reads the children of w:p or of m:oMathPara. `style` is the paragraph's.
  Content read(XmlElement paragraph, const std::string& style);

 private:
  struct Field {
    std::string instruction;
    bool inResult = false;
  };

  void children(XmlElement container);
  void child(XmlElement element);
  void run(XmlElement run);
  void runChildren(XmlElement container, const RunLook& look);
  void runChild(XmlElement element, const RunLook& look);
  void text(const std::string& words, const RunLook& look);
  void lineBreak(XmlElement element, const RunLook& look);
  void symbol(XmlElement element, const RunLook& look);
  void fieldChar(XmlElement element);
  void math(XmlElement element);
  void margin(LeftOut what, const std::string& kind, XmlElement reference);
  /// Pictures, text boxes and other drawn things below the element; true when anything was found.
  bool graphics(XmlElement element, const std::string& description);
  void picture(const std::string& id, const std::string& linkId, const std::string& description);
  [[nodiscard]] bool visible() const;

  WordContext& context_;
  Content content_;
  RunLook paragraphLook_;
  std::vector<Field> fields_;  ///< Open ones, outermost first; a field may span paragraphs.
};

}  // namespace tiku::formats
