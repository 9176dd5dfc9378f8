#include "formats/base/secret.h"

#include <array>
#include <memory>
#include <stdexcept>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace tiku::formats {
namespace {

// One byte of version in front, so that another method can be told apart one day.
constexpr char kMethod = 1;
constexpr std::size_t kNonceBytes = 16;
constexpr std::size_t kSm4KeyBytes = 16;
constexpr std::size_t kMacBytes = 32;

[[noreturn]] void refused(const char* what) {
  throw std::runtime_error(std::string("OpenSSL refused to ") + what);
}

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string randomBytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) {
    refused("give random bytes");
  }
  return bytes;
}

std::string mac(Hash hash, std::string_view key, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  const EVP_MD* method = hash == Hash::kSm3 ? EVP_sm3() : hash == Hash::kSha1 ? EVP_sha1() : EVP_sha256();
  if (HMAC(method, key.data(), static_cast<int>(key.size()), raw(bytes), bytes.size(), sum.data(), &length) ==
      nullptr) {
    refused("compute an HMAC");
  }
  return {reinterpret_cast<const char*>(sum.data()), length};
}

std::string derived(std::string_view key, std::string_view purpose) {
  return mac(Hash::kSm3, key, purpose);
}

// Counter mode: the same step seals and unseals.
std::string sm4(std::string_view key, std::string_view nonce, std::string_view bytes) {
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                &EVP_CIPHER_CTX_free);
  std::string out(bytes.size(), '\0');
  auto* to = reinterpret_cast<unsigned char*>(out.data());
  int length = 0;
  if (context == nullptr ||
      EVP_EncryptInit_ex(context.get(), EVP_sm4_ctr(), nullptr, raw(key), raw(nonce)) != 1 ||
      EVP_EncryptUpdate(context.get(), to, &length, raw(bytes), static_cast<int>(bytes.size())) != 1 ||
      length != static_cast<int>(bytes.size())) {
    refused("encrypt");
  }
  return out;
}

// What the MAC speaks of; the length keeps context and bytes apart.
std::string authenticated(std::string_view context, std::string_view sealed) {
  return std::to_string(context.size()) + '\n' + std::string(context) + '\n' + std::string(sealed);
}

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string randomKey() {
  return randomBytes(32);
}

std::string hmac(Hash hash, std::string_view key, std::string_view bytes) {
  return toHex(mac(hash, key, bytes));
}

bool sameSecret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string seal(std::string_view key, std::string_view context, std::string_view plain) {
  const std::string nonce = randomBytes(kNonceBytes);
  std::string sealed(1, kMethod);
  sealed += nonce;
  sealed += sm4(std::string_view(derived(key, "tiku-seal-sm4")).substr(0, kSm4KeyBytes), nonce, plain);
  return sealed + mac(Hash::kSm3, derived(key, "tiku-seal-mac"), authenticated(context, sealed));
}

std::optional<std::string> unseal(std::string_view key, std::string_view context, std::string_view sealed) {
  if (sealed.size() < 1 + kNonceBytes + kMacBytes || sealed.front() != kMethod) return std::nullopt;
  const std::string_view body = sealed.substr(0, sealed.size() - kMacBytes);
  const std::string expected = mac(Hash::kSm3, derived(key, "tiku-seal-mac"), authenticated(context, body));
  if (!sameSecret(expected, sealed.substr(body.size()))) return std::nullopt;
  return sm4(std::string_view(derived(key, "tiku-seal-sm4")).substr(0, kSm4KeyBytes),
             body.substr(1, kNonceBytes), body.substr(1 + kNonceBytes));
}

std::string toBase64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), raw(bytes),
                                     static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::optional<std::string> fromBase64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  const std::string_view digits = text.substr(0, text.size() - padding);
  const auto isDigit = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
  };
  for (const char c : digits) {
    if (!isDigit(c)) return std::nullopt;
  }
  std::string bytes(text.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), raw(text),
                                     static_cast<int>(text.size()));
  if (length < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length) - padding);
  return bytes;
}

std::string toHex(std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    text += kHex[static_cast<unsigned char>(byte) >> 4U];
    text += kHex[static_cast<unsigned char>(byte) & 15U];
  }
  return text;
}

std::optional<std::string> fromHex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hexValue(text[i]);
    const int low = hexValue(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

}  // namespace tiku::formats
