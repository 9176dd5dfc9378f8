#include "formats/base/digest.h"

#include <array>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>

namespace tiku::formats {

namespace {

const EVP_MD* methodOf(Hash hash) {
  switch (hash) {
    case Hash::kSha256:
      return EVP_sha256();
    case Hash::kSm3:
      return EVP_sm3();
    case Hash::kSha1:
      return EVP_sha1();
  }
  throw std::logic_error("no such hash");
}

}  // namespace

std::string digest(Hash hash, std::string_view bytes) {
  return digest(hash, std::span(&bytes, 1));
}

std::string digest(Hash hash, std::span<const std::string_view> pieces) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  bool good = context != nullptr && EVP_DigestInit_ex(context.get(), methodOf(hash), nullptr) == 1;
  for (const std::string_view piece : pieces) {
    good = good && EVP_DigestUpdate(context.get(), piece.data(), piece.size()) == 1;
  }
  if (!good || EVP_DigestFinal_ex(context.get(), sum.data(), &length) != 1) {
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
