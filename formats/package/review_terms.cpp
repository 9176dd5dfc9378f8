#include "formats/package/review_terms.h"

#include "formats/package/xml/value.h"

namespace tiku::formats {
namespace {

template <typename T>
std::string printed(T value) {
  std::string word;
  xml::Value<T>::print(value, word);
  return word;
}

}  // namespace

std::string fileWord(RoundState state) {
  return printed(state);
}
std::string fileWord(Invitation::Phase phase) {
  return printed(phase);
}
std::string fileWord(RemarkKind kind) {
  return printed(kind);
}
std::string fileWord(Gravity gravity) {
  return printed(gravity);
}
std::string fileWord(ItemVerdict verdict) {
  return printed(verdict);
}
std::string fileWord(OpinionStatus status) {
  return printed(status);
}

std::optional<RoundState> roundStateOf(std::string_view word) {
  return xml::Value<RoundState>::parse(word);
}
std::optional<Invitation::Phase> phaseNamed(std::string_view word) {
  return xml::Value<Invitation::Phase>::parse(word);
}
std::optional<RemarkKind> remarkKindOf(std::string_view word) {
  return xml::Value<RemarkKind>::parse(word);
}
std::optional<Gravity> gravityOf(std::string_view word) {
  return xml::Value<Gravity>::parse(word);
}
std::optional<ItemVerdict> itemVerdictOf(std::string_view word) {
  return xml::Value<ItemVerdict>::parse(word);
}

}  // namespace tiku::formats
