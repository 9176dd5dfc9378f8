#include "validators/language/hit.h"

#include "validators/language/characters.h"

namespace tiku::validators::language {

Hit& HitList::add(Family family, std::size_t from, std::size_t length) {
  Hit hit;
  hit.family = family;
  hit.subject = passage_.subject;
  hit.field = passage_.field;
  hit.range = {static_cast<int>(from), static_cast<int>(length)};
  hit.found = encode(std::u32string_view(passage_.text).substr(from, length));
  hits_.push_back(std::move(hit));
  return hits_.back();
}

}  // namespace tiku::validators::language
