#include "formats/base/digest.h"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

namespace tiku::formats {

std::string digest(Hash hash, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  const EVP_MD* method = hash == Hash::kSha256 ? EVP_sha256() : EVP_sm3();
  if (EVP_Digest(bytes.data(), bytes.size(), sum.data(), &length, method, nullptr) != 1) {
    throw std::runtime_error("OpenSSL refused to compute a digest");
  }
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(length * 2);
  for (unsigned int i = 0; i < length; ++i) {
    text += kHex[sum[i] >> 4];
    text += kHex[sum[i] & 15];
  }
  return text;
}

}  // namespace tiku::formats
