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

void require(bool good) {
  if (!good) throw std::runtime_error("OpenSSL refused to compute a digest");
}

}  // namespace

struct Digester::Impl {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Digester::Digester(Hash hash) : impl_(std::make_unique<Impl>()) {
  require(impl_->context != nullptr && EVP_DigestInit_ex(impl_->context.get(), methodOf(hash), nullptr) == 1);
}

Digester::~Digester() = default;

void Digester::add(std::string_view bytes) {
  require(EVP_DigestUpdate(impl_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Digester::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  require(EVP_DigestFinal_ex(impl_->context.get(), sum.data(), &length) == 1);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(length * 2);
  for (unsigned int i = 0; i < length; ++i) {
    text += kHex[sum[i] >> 4];
    text += kHex[sum[i] & 15];
  }
  return text;
}

std::string digest(Hash hash, std::string_view bytes) {
  return digest(hash, std::span(&bytes, 1));
}

std::string digest(Hash hash, std::span<const std::string_view> pieces) {
  Digester digester(hash);
  for (const std::string_view piece : pieces) digester.add(piece);
  return digester.finish();
}

}  // namespace tiku::formats
