#include "validators/language/spelling/dictionary.h"

#include <hunspell/hunspell.hxx>

namespace tiku::validators::language {

Dictionary::Dictionary(const std::filesystem::path& path)
    : hunspell_(
          std::make_unique<Hunspell>((path.string() + ".aff").c_str(), (path.string() + ".dic").c_str())) {}
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;
Dictionary::~Dictionary() = default;

bool Dictionary::knows(const std::string& word) const {
  return hunspell_->spell(word);
}

std::vector<std::string> Dictionary::suggest(const std::string& word) const {
  return hunspell_->suggest(word);
}

}  // namespace tiku::validators::language
