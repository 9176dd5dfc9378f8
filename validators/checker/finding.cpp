#include "validators/checker/finding.h"

namespace tiku::validators {

std::string FindingKey::str() const {
  std::string text = rule + "@" + subject.str();
  if (!field.empty()) text += "#" + field;
  return text;
}

}  // namespace tiku::validators
