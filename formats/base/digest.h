#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tiku::formats {

enum class Hash {
  kSha256,
  kSm3,   ///< GB/T 32905-2016
  kSha1,  ///< Where git's formats ask for it; proves nothing.
};

/// A digest of bytes that come one piece after the other.
class Digester {
 public:
  explicit Digester(Hash hash);
  ~Digester();
  void add(std::string_view bytes);
  /// Lower-case hexadecimal. Once, at the end.
  [[nodiscard]] std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Lower-case hexadecimal digest of `bytes`: 64 characters, of SHA-1 40.
std::string digest(Hash hash, std::string_view bytes);
/// The same of the pieces one after the other.
std::string digest(Hash hash, std::span<const std::string_view> pieces);

inline std::string sha256(std::string_view bytes) {
  return digest(Hash::kSha256, bytes);
}
inline std::string sm3(std::string_view bytes) {
  return digest(Hash::kSm3, bytes);
}

}  // namespace tiku::formats
