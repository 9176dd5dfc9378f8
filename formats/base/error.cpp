#include "formats/base/error.h"

namespace tiku::formats {

std::string FormatError::full() const {
  std::string text;
  if (!place_.file.empty()) {
    text += place_.file;
    if (place_.line > 0) text += ":" + std::to_string(place_.line);
    text += ": ";
  }
  if (!place_.object.empty()) text += place_.object + ": ";
  text += what();
  if (!advice_.empty()) text += " " + advice_;
  return text;
}

}  // namespace tiku::formats
