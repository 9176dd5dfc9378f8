#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class Hunspell;

namespace tiku::validators::language {

/// A Hunspell dictionary: the one place that names the library. Not thread-safe.
class Dictionary {
 public:
  /// The pair of files `path`.aff and `path`.dic.
  explicit Dictionary(const std::filesystem::path& path);
  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;
  ~Dictionary();

  [[nodiscard]] bool knows(const std::string& word) const;
  /// Best first; takes tens of milliseconds.
  [[nodiscard]] std::vector<std::string> suggest(const std::string& word) const;

 private:
  std::unique_ptr<Hunspell> hunspell_;
};

}  // namespace tiku::validators::language
