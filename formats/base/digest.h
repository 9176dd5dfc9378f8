#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tiku::formats {

enum class Hash {
  kSha256,
  kSm3,  ///< GB/T 32905-2016
};

/// Lower-case hexadecimal digest of `bytes`, 64 characters.
std::string digest(Hash hash, std::string_view bytes);

inline std::string sha256(std::string_view bytes) {
  return digest(Hash::kSha256, bytes);
}
inline std::string sm3(std::string_view bytes) {
  return digest(Hash::kSm3, bytes);
}

}  // namespace tiku::formats
